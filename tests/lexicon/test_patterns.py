"""Each entry of the lexicon is read by the code as it says of itself, and each of its spellings is.

``test_lexicon_files`` holds the files to their own form; here the patterns that are built of them are run: every
example must be found the way its entry says, and every spelling must be matched. What is known to fail stands
in ``GAPS``, each with its reason; a new one is a failure.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import extractor.lexicon
from extractor.article import View
from extractor.claims import cues
from extractor.lexicon import Entry, entries
from extractor.patterns.documents import find_documents
from extractor.patterns.figures import find_figures
from extractor.patterns.found import FoundFigure
from extractor.readers.boilerplate import without_tail
from extractor.tokens.numerals import Numeral, find_numerals, habit_of
from extractor.tokens.sentences import split_sentences

DATA = Path(extractor.lexicon.__file__).parent / "data"
# Lists of words with a role each; what a role does is tested where it is used.
WORD_FILES = sorted(path.stem for path in DATA.glob("*_words.json"))

GAPS: dict[str, frozenset[str]] = {
    # A class of equipment or a clock time by the words around, or the second half of a compound unit.
    "units": frozenset({"V", "kV", "h", "đêm", "cm²", "at", "mg/l", "g", "tháng lương"}),
    # The magnitude words of the same spelling come first.
    "counted_nouns": frozenset({"chục", "triệu chứng"}),
    # "nửa" is no figure of its own; the place of the modifier is another.
    "modifiers": frozenset({"chưa đầy", "đã ngoài"}),
    # A unit behind it says that the number counts after all.
    "not_counted": frozenset({"24/7", "câu", "tập", "vòng", "lúc", "năm bảy", "đôi ba", "tháng đầu năm", "âm lịch"}),
    # The first syllable is a counted noun of its own ("đồng", "bên"), or is guessed to be one.
    "function_words": frozenset({"bên cạnh", "cạnh", "cấp", "cụ thể", "quyết định", "đồng loạt", "đồng thời"}),
    # What holds a mark of its own is not seen whole.
    "abbreviations": frozenset({"ThS", "Đ/c"}),
}


def known(file: str, entry: Entry) -> bool:
    return entry["name"] in GAPS.get(file, frozenset())


def spellings(entry: Entry) -> list[str]:
    return list(entry.get("spellings", [entry["name"]]))


def figures(text: str) -> list[tuple[FoundFigure, str]]:
    """The figures of a text, each with its unit as printed."""
    view = View(text)
    found = find_figures(view, find_documents(view))
    return [(figure, view.text[figure.number_end : figure.end].strip()) for figure in found]


def numerals(text: str) -> list[Numeral]:
    return find_numerals(text, habit_of(text))


def unread(file: str, tries: Iterator[tuple[Entry, str, bool]]) -> list[tuple[str, str]]:
    return [(entry["name"], text) for entry, text, right in tries if not right and not known(file, entry)]


@pytest.mark.parametrize("file", ["units", "counted_nouns"])
def test_each_example_is_read_with_a_spelling_of_its_unit(file: str) -> None:
    def tries() -> Iterator[tuple[Entry, str, bool]]:
        for entry in entries(file):
            cased = bool(entry.get("case"))
            wanted = {s if cased else s.lower() for s in spellings(entry)}
            for example in entry["examples"]:
                printed = [unit if cased else unit.lower() for _, unit in figures(example)]
                parts = {part.strip() for unit in printed for part in (unit, *unit.split("/"))}
                named = {figure.unit for figure, _ in figures(example)}
                yield entry, example, bool(wanted & parts) or entry["name"] in named

    assert unread(file, tries()) == []


@pytest.mark.parametrize("file", ["units", "counted_nouns"])
def test_each_spelling_is_read_behind_a_number(file: str) -> None:
    def tries() -> Iterator[tuple[Entry, str, bool]]:
        for entry in entries(file):
            before, behind = (next(iter(entry.get(key) or ("",))) for key in ("preceded_by", "followed_by"))
            for spelling in spellings(entry):
                text = f"{before} 12 {spelling} {behind}".strip() + "."
                plain = View(f"12 {spelling}").lower[3:]
                yield entry, text, any(unit.lower().startswith(plain) for _, unit in figures(text))

    assert unread(file, tries()) == []


def test_each_magnitude_multiplies_in_each_spelling() -> None:
    for entry in entries("magnitudes"):
        power = len(entry["value"]) - 1
        for spelling in spellings(entry):
            [numeral, *_] = numerals(f"5{'' if entry.get('glued') else ' '}{spelling} nữa")
            assert numeral.magnitude == power, (entry["name"], spelling)
        for example in entry["examples"]:
            assert any(numeral.value >= 10**power for numeral in numerals(example)), (entry["name"], example)


def test_each_modifier_modifies_in_each_spelling() -> None:
    def tries() -> Iterator[tuple[Entry, str, bool]]:
        for entry in entries("modifiers"):
            for spelling in spellings(entry):
                text = f"có {spelling} 12 học sinh." if entry["position"] == "before" else f"có 12 học sinh {spelling}."
                yield entry, text, [figure.modifier for figure, _ in figures(text)] == [entry["modifier"]]
            for example in entry["examples"]:
                yield entry, example, any(figure.modifier == entry["modifier"] for figure, _ in figures(example))

    assert unread("modifiers", tries()) == []


def test_what_is_not_counted_makes_no_figure() -> None:
    def tries() -> Iterator[tuple[Entry, str, bool]]:
        for entry in entries("not_counted"):
            if entry["role"] != "no_label":  # it undoes a label, and the number may count
                for example in entry["examples"]:
                    yield entry, example, not figures(example)

    assert unread("not_counted", tries()) == []


def test_a_function_word_is_no_unit() -> None:
    def tries() -> Iterator[tuple[Entry, str, bool]]:
        for entry in entries("function_words"):
            for text in (*entry["examples"], *(f"đạt 1.240 {spelling}" for spelling in spellings(entry))):
                yield entry, text, not any(unit for _, unit in figures(text))

    assert unread("function_words", tries()) == []


def test_an_abbreviation_ends_no_sentence() -> None:
    def tries() -> Iterator[tuple[Entry, str, bool]]:
        for entry in entries("abbreviations"):
            for text in (*entry["examples"], *(f"Gặp {spelling}. An hôm nay" for spelling in spellings(entry))):
                yield entry, text, len(split_sentences(text)) == 1

    assert unread("abbreviations", tries()) == []


def test_claim_cues_are_found_in_their_examples_and_in_each_spelling() -> None:
    for entry in entries("claim_cues"):
        pattern = cues.word(entry["role"])
        for example in entry["examples"]:
            match = pattern.search(example.lower())
            assert match is not None, (entry["name"], example)
            assert match.group() in spellings(entry), (entry["name"], example)
        for spelling in spellings(entry):
            match = pattern.search(f"ấy {spelling} 12%")
            assert match is not None, (entry["name"], spelling)
            assert match.group().strip() in spelling, (entry["name"], spelling, match.group())


def test_a_comment_form_behind_an_article_is_left_out() -> None:
    article = "Tỉnh có 12 xã đạt chuẩn nông thôn mới."
    for entry in entries("comment_forms"):
        for example in entry["examples"]:
            assert without_tail(f"{article}\n{example}") == article, (entry["name"], example)
            assert without_tail(f"{example} {article}") == f"{example} {article}" or entry["kind"] == "sure"


def test_known_bodies_hold_their_number() -> None:
    for entry in entries("known_bodies"):
        assert 0 < entry["low"] <= entry["high"], entry["name"]
        for example in entry["examples"]:
            # The number itself, or a vote and its percentage that imply it.
            read = [numeral.value for numeral in numerals(example)]
            implied = [votes * 100 / percent for votes in read for percent in read if 0 < percent <= 100 < votes]
            fits = [entry["low"] - 1 < value < entry["high"] + 1 for value in (*read, *implied)]
            assert any(fits), (entry["name"], example)
            assert any(word in example.lower() for word in (*entry["counted"], "đại biểu")), (entry["name"], example)


@pytest.mark.parametrize("file", WORD_FILES)
def test_each_example_holds_its_words(file: str) -> None:
    for entry in entries(file):
        for example in entry["examples"]:
            assert any(s.casefold() in example.casefold() for s in spellings(entry)), (entry["name"], example)


def test_a_gap_is_an_entry() -> None:
    for file, names in GAPS.items():
        assert names <= {entry["name"] for entry in entries(file)}, file


def test_every_file_is_held_to_its_examples_somewhere() -> None:
    here = Path(__file__).parents[1]
    tests = "\n".join(path.read_text(encoding="utf-8") for path in here.rglob("test_*.py"))
    files = {path.stem for path in DATA.glob("*.json")} - set(WORD_FILES)
    assert {file for file in files if f'"{file}"' not in tests} == set()
