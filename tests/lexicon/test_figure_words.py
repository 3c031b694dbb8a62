"""Each word of ``figure_words`` does what its role says, in a sentence built for the role."""

import pytest

from extractor.article import View
from extractor.lexicon import entries
from extractor.lexicon.words import of_role
from extractor.patterns.documents import find_documents
from extractor.patterns.figures import find_figures

# What a sentence with the word {} gives: each figure as "kind: quote".
SENTENCES = {
    "on_total": ("649 {} 1.240 trường hợp", ["ratio: 649 {} 1.240 trường hợp"]),
    "among_total": ("38 {} 43 người", ["ratio: 38 {} 43 người"]),
    "over": ("443 {} 448 đại biểu", ["ratio: 443 {} 448 đại biểu"]),
    "among": ("3 {} 5 xã", ["ratio: 3 {} 5 xã"]),
    "total": ("649/{} 1.240 trường hợp", ["ratio: 649/{} 1.240 trường hợp"]),
    "range_link": ("từ 12 {} 15 tỷ đồng", ["money: 12 {} 15 tỷ đồng"]),
    "range_hedge": ("từ 12 đến {} 15 tỷ đồng", ["money: 12 đến {} 15 tỷ đồng"]),
    "list_link": ("12, 15 {} 20 tỷ đồng", ["money: 12", "money: 15", "money: 20 tỷ đồng"]),
    "respectively": ("{} là 12, 15 và 20 hộ", ["count: 12", "count: 15", "count: 20 hộ"]),
    "proportion": ("pha vôi với nước theo {} 1:3", ["ratio: 1:3"]),
    "times": ("{} 3 lần", ["multiple: 3 lần"]),
    "times_between": ("tăng {} 3 lần", ["multiple: 3 lần"]),
    "fold": ("{} đôi kế hoạch", ["multiple: đôi"]),
    "fold_between": ("gấp {} ba.", ["multiple: ba"]),
    "fold_value": ("gấp {} so với kế hoạch", ["multiple: {}"]),
    "fold_modifier": ("{} gấp 3 so với kế hoạch", ["multiple: 3"]),
    "half_of": ("mất nửa {}", ["duration: nửa {}"]),
    "states": ("số hộ nghèo {} 45.", ["count: 45"]),
    "parts": ("dự có đại biểu, {} nam 120, nữ 80.", ["count: 120", "count: 80"]),
    "closes": ("từ 45 {} đó", ["count: 45"]),
    "ordinal": ("{} hai xã", []),
    "ambiguous_number": ("{} xã và {} thấy", ["count: {} xã"]),
    "fraction_of": ("nhận 2/3 {} ấy", ["ratio: 2/3"]),
    "fraction_cue": ("{} 3/4", ["ratio: 3/4"]),
    "fraction_between": ("chiếm {} 3/4", ["ratio: 3/4"]),
    "or": ("có 5 {} 6 người", ["count: 5", "count: 6 người"]),
    "minus": ("tăng trưởng {} 2,5%", ["percent: {} 2,5%"]),
    "every": ("{} tháng hai lần", ["count: hai lần"]),
    "closes_grouped": ("tiểu học thiếu ở đó 1.240 {} mới", ["count: 1.240"]),
    "and_a_half": ("xây {} rưỡi", ["duration: {} rưỡi"]),
    "fraction_part": ("ba phần {} dân số", []),
    "grade": ("học sinh {} 9 trường chuyên", []),
    "school": ("học sinh lớp 9 {} chuyên", []),
    "against": ("tỷ lệ 1 {} 10", ["ratio: 1 {} 10"]),
    "sex": ("cứ 99,1 {}/100 nữ", ["ratio: 99,1 {}/100 nữ"]),
    "amount_cue": ("xã {} 1987 hộ nghèo", ["count: 1987 hộ"]),
    "street": ("hẻm 77/43 {} Trần Phú", []),
}

# Words that read otherwise in that sentence: "45 năm" is a length of time, "nhóm hai xã" are two communes.
ASIDE = {"closes": {"năm"}, "ordinal": {"nhóm"}, "sex": {"nữ"}}

# What a word keeps from being read, and with which word in its place it is.
KEPT_FROM = {
    "of_money": ("số cổ phiếu {} 3 tỷ", "count: 3 tỷ", "là"),
    "moves": ("xã {} 5 trong 6 tháng", "ratio: 5 trong 6 tháng", "dự"),
    "year_talk": ("{} năm xã", "count: năm xã", "thăm"),
    "number_before_year": ("{} năm xã", "count: năm xã", "thăm"),
}


def read(text: str) -> list[str]:
    view = View(text)
    return [f"{f.kind}: {view.text[f.start : f.end]}" for f in find_figures(view, find_documents(view))]


def test_every_role_has_a_sentence() -> None:
    assert {entry["role"] for entry in entries("figure_words")} == set(SENTENCES) | set(KEPT_FROM)


@pytest.mark.parametrize("role", KEPT_FROM)
def test_each_spelling_keeps_a_number_from_being_read_otherwise(role: str) -> None:
    sentence, kept, other = KEPT_FROM[role]
    assert kept in read(sentence.replace("{}", other))
    words = [word for entry in of_role("figure_words", role) for word in entry["spellings"]]
    assert [word for word in words if kept in read(sentence.replace("{}", word))] == []


@pytest.mark.parametrize("role", SENTENCES)
def test_each_spelling_does_what_its_role_says(role: str) -> None:
    sentence, wanted = SENTENCES[role]
    aside = ASIDE.get(role, ())
    unread = [
        (text, found)
        for entry in of_role("figure_words", role)
        for word in entry["spellings"]
        if word not in aside
        if (found := read(text := sentence.replace("{}", word))) != [quote.replace("{}", word) for quote in wanted]
    ]
    assert unread == []
