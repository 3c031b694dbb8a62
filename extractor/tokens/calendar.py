"""Calendar expressions: dates, clock times, years and periods. They hold numbers that are no figures.

``5/9`` is a date only with a sign of one: "ngày" or a part of the day before it, a year behind it, a
festival's name, or brackets of its own; else it may be a ratio ("5/9 tiêu chí").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from extractor.article.view import lowered
from extractor.lexicon.finder import Finder
from extractor.lexicon.letters import CAPITALS, LETTER
from extractor.lexicon.patterns import compiled
from extractor.tokens.anchors import digit_runs, matches_at

CalendarKind = Literal["date", "month", "year", "period", "clock", "bare_day_month"]


class CalendarSpan(NamedTuple):
    """``text[start:end]`` is a calendar expression of the given kind."""

    start: int
    end: int
    kind: CalendarKind


_L = LETTER
_D = r"(?:0?[1-9]|[12]\d|3[01])"
_M = r"(?:0?[1-9]|1[0-2])"
_Y = r"(?:1[89]|20|21)\d\d"
_SEP = r" ?[/.-] ?"
_B = r"(?<![\d.,/-])"
_E = r"(?![\d]|[.,/-]\d)"
_ROMAN = rf"(?:IV|I{{1,3}}|V)(?!{_L})"
_DAY_PART = r"(?:ngày|sáng|trưa|chiều|tối|đêm|hôm|mùng|mồng|rằm|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|khuya|rạng sáng)"
# Words that a day follows also without its month: "ngày 12", but "tối 12 người".
_DAY_WORD = r"(?:ngày|hôm|mùng|mồng|rằm)"
# Words that a day may follow, but any number too: "tập trung vào 3 hướng".
_OCCASION = r"(?:vào|dịp|lễ|Tết|tết|nghỉ)"
_DM = rf"{_D}(?: ?[/.] ?|-){_M}"
_MONTHS_WORD = r"(?:một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười|mười một|mười hai|giêng|chạp)"
_COUNT = r"(?:\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?: một)?)"

_NOT_EACH = "".join(f"(?<!{word} )" for word in "hằng hàng mỗi từng một suốt".split())
_REPORTED = "(?:(?<=tính chung )|(?<=lũy kế )|(?<=luỹ kế )|(?<=cộng dồn )|(?<=tính trong ))"
_NOT_ELAPSED = "".join(
    f"(?<!{word} )"
    for word in "sau trong vòng gian dài suốt tiếp liền mỗi từng cứ hơn gần khoảng chưa vài qua hạn".split()
)

# What follows the digits an expression begins with: a mark of a date, with or without a space; of a word two letters.
_MARKS = ("/", "-", ".", " /", " -", " .")
_DIGITS = frozenset("0123456789")
# Behind the name of a part of the day, "ngày", "mùng", "qua" … or a bracket may stand before the day.
_DAY = _DIGITS | set("(mnq")
_DAY_WORDS = {
    **dict.fromkeys(
        "ngày sáng trưa chiều tối đêm hôm mùng mồng rằm khuya vào dịp lễ tết nghỉ chủ_nhật rạng_sáng".split(), _DAY
    ),
    **{f"thứ_{day}": _DAY for day in "hai ba tư năm sáu bảy".split()},
}
_COUNT_WORDS = {
    f"{count}_{unit}": follow
    for count in "hai ba bốn năm sáu bảy tám chín mười mười_một".split()
    for unit, follow in (
        ("tháng", frozenset("đcgn12")),
        ("quý", frozenset("đcgn12")),
        ("năm", _DIGITS),
        ("ngày", frozenset("đcg")),
        ("tuần", frozenset("đcg")),
    )
}
_YEAR_WORDS = dict.fromkeys(
    "năm năm_học niên_khóa vụ niên_vụ đầu cuối giữa mùa hè xuân khóa giai_đoạn thập_niên từ đến sau trước và so_với sn"
    " sinh_năm aff_cup cup euro sea_games".split(),
    _DIGITS,
)


@dataclass(frozen=True, slots=True)
class _Expression:
    """One kind of calendar expression and where it may begin.

    Attributes:
        kind: what it is.
        pattern: what it looks like.
        digits: if it begins with digits: what follows them, one to three characters in lower case.
        words: the words it may begin with, in lower case, each with the characters that may follow the space (or the
            mark) behind it.
        in_brackets: whether its digits only stand right behind a bracket.
        of_year: whether its digits are the four of a year; else they are one or two.
    """

    kind: CalendarKind
    pattern: str
    digits: tuple[str, ...] = ()
    words: Mapping[str, Set[str]] = field(default_factory=dict)
    in_brackets: bool = False
    of_year: bool = False


# Lists are of so many days or years at most: each of their items is a place where an expression may begin.
_EXPRESSIONS = (
    # 16/2/2016, 16-02-2016, 16.2.2016
    _Expression("date", rf"{_B}{_D}{_SEP}{_M}{_SEP}(?:{_Y}|\d\d(?=\D|$)){_E}", digits=_MARKS),
    # (ngày) 16 tháng 2 (năm 2016)
    _Expression(
        "date",
        rf"(?i:(?:ngày|mùng|mồng|rằm) )?{_B}{_D}(?:(?:, ?| và | - |-| đến (?:ngày )?){_D}(?!\d)){{0,15}}+ tháng (?:{_M}(?!\d)(?:{_SEP}{_Y}| năm {_Y})?+{_E}|(?i:giêng|chạp)(?!{_L}))",
        digits=(",", "-", " và", " -", " đế", " th"),
        words=dict.fromkeys(("ngày", "mùng", "mồng", "rằm"), _DIGITS),
    ),
    # ngày 5/9, sáng 14-12, các ngày 24, 25/7, từ ngày 1 đến 5/8, ngày 12
    _Expression(
        "date",
        rf"(?i:(?<!{_L})(?:{_DAY_PART} (?:(?:mùng|mồng|ngày|qua|nay) )?\(?{_D}{_SEP}{_M}"
        rf"|(?<!\d ){_NOT_EACH}{_DAY_WORD} \(?{_D}|{_DAY_PART} {_DAY_WORD} {_D}"
        rf"|{_OCCASION} (?:(?:mùng|mồng|ngày|qua|nay) )?\(?{_D}{_SEP}{_M}))(?![\d%]|[.,/]\d|-\d(?!\d?[/.]\d)| ?%)"
        rf"(?:(?:, ?| và | - |-| đến (?:ngày )?|, ngày | và ngày |, ){_D}{_SEP}{_M}(?:{_SEP}{_Y})?(?![\d%]|[.,/-]\d)){{0,15}}+",
        words=_DAY_WORDS,
    ),
    # từ 1/5, đến 30/4, trước 31/12, qua 2-9 with day-month shape and a cue
    _Expression(
        "date",
        rf"(?i:(?<!{_L})(?:từ|đến|trước|sau|tới|kể từ|hết|tính đến|và|,) ){_DM}(?:{_SEP}{_Y})?(?= ?[,.;:)\n]| (?:đến|tới|vừa|năm|nay|này|qua|sang|khi|là|các|giá|gói|mức|tại|về|(?-i:[{CAPITALS}])))",
        words=dict.fromkeys("từ đến trước sau tới kể_từ hết tính_đến và ,".split(), _DIGITS),
    ),
    _Expression("date", rf"(?<=\(){_D}[/.-]{_M}(?:{_SEP}{_Y})?(?=\))", digits=("/", "-", "."), in_brackets=True),
    # (5-7/8), (28/7 - 2/8/2020)
    _Expression(
        "date",
        rf"(?<=\()(?:từ )?{_D}(?:[/.]{_M})? ?- ?{_D}[/.]{_M}(?:{_SEP}{_Y})?(?=\))",
        digits=("/", "-", ".", " -"),
        words={"từ": _DIGITS},
        in_brackets=True,
    ),
    _Expression("month", rf"{_B}{_M}{_SEP}{_Y}{_E}", digits=_MARKS),
    _Expression(
        "month",
        rf"(?i:(?<!{_L})tháng )(?:{_M}(?:(?:, ?| và | - |-){_M}(?!\d)){{0,15}}+(?:{_SEP}{_Y}| năm {_Y}|, năm {_Y})?+(?!\d|[,.]\d|%)|{_MONTHS_WORD}(?: năm {_Y}|{_SEP}{_Y})?(?!{_L}| lần))",
        words={"tháng": _DIGITS | set("mhbtnscg")},
    ),
    # 6 tháng đầu năm 2018, 9 tháng năm 2018, sáu tháng cuối năm, 7 tháng qua của năm
    _Expression(
        "period",
        rf"(?i:(?<!{_L}|\d|[.,/]){_COUNT} (?:tháng|quý) (?:từ )?(?:đầu|cuối|giữa|còn lại)(?: tiên)?(?: của)?(?: (?:năm|nhiệm kỳ|tháng|quý)(?! \d{{1,2}} ))?(?: (?:học|nay|này|trước|sau|{_Y}|{_M}(?:{_SEP}{_Y})?(?!\d)))?)",
        digits=(" th", " qu"),
        words=_COUNT_WORDS,
    ),
    _Expression(
        "period",
        rf"(?i:(?<!{_L}|\d|[.,/]){_COUNT} (?:tháng|quý)(?: của)?(?:,)? năm {_Y})",
        digits=(" th", " qu"),
        words=_COUNT_WORDS,
    ),
    _Expression(
        "period",
        rf"(?i:(?<!{_L}|\d|[.,/]){_COUNT} (?:tháng[/ -]{_Y}(?: ?- ?{_Y})?|năm {_Y}(?:(?: ?- ?|, ?| và ){_Y})++))",
        digits=(" th", " nă"),
        words=_COUNT_WORDS,
    ),
    # 15 ngày đầu tháng 8, hai tuần cuối năm
    _Expression(
        "period",
        rf"(?i:(?<!{_L}|\d|[.,/])(?:{_D}|{_COUNT}(?<!\d)) (?:ngày|tuần) (?:đầu|cuối|giữa)(?: tiên)?(?: của| trong)? (?:tháng|quý|năm)(?!{_L}))",
        digits=(" ng", " tu"),
        words=_COUNT_WORDS,
    ),
    # "tính chung 9 tháng", "8 tháng tăng 7,84%": the months of the year so far
    _Expression(
        "period",
        rf"(?i:(?<!{_L}|\d|[.,/])(?:{_REPORTED}{_COUNT} tháng(?!{_L}| (?:đầu|cuối|trước|tới|tuổi))"
        rf"|{_NOT_ELAPSED}{_COUNT} tháng(?= (?:(?:đạt|ước đạt|tăng|giảm|ước tăng)(?: (?:gần|hơn|khoảng|trên|mạnh))? \d"
        r"|(?:(?:lên|là|ước|được|hơn|gần|trên|khoảng) ){1,2}\d[\d.,]* (?:triệu|tỷ|tỉ|nghìn|ngàn)))))",
        digits=(" th",),
        words=_COUNT_WORDS,
    ),
    # quý I/2025, quý 2-2019, quý III, quý hai
    _Expression(
        "period",
        rf"(?i:(?<!{_L})quý )(?:{_ROMAN}|[1-4](?!\d|[.,]\d)|(?:một|hai|ba|bốn|tư)(?!{_L}))(?:(?:,| và|-| -) ?(?:quý )?(?:{_ROMAN}|[1-4](?!\d|[.,]\d)))?(?:{_SEP}{_Y}|,? năm {_Y})?",
        words={"quý": frozenset("iv1234mhbt")},
    ),
    _Expression(
        "period",
        rf"(?<!{_L}){_ROMAN}[/-]{_Y}",
        words=dict.fromkeys("i/ ii/ iii/ iv/ v/ i- ii- iii- iv- v-".split(), _DIGITS),
    ),
    # 2015 - 2020, 2015-2020, 2015/2016, 2021-25
    _Expression("year", rf"{_B}{_Y} ?[/-] ?(?:{_Y}|\d\d(?!\d)){_E}", digits=("/", "-", " /", " -"), of_year=True),
    _Expression(
        "year",
        rf"(?i:(?<!{_L})(?:năm|năm học|niên khóa|vụ|niên vụ|đầu|cuối|giữa|mùa|hè|xuân|khóa|giai đoạn|thập niên|từ|đến|sau|trước|và|so với|SN|sinh năm|AFF Cup|Cup|Euro|SEA Games) ){_Y}(?:(?:, ?| và | đến | tới |, năm | và năm | đến năm ){_Y}){{0,15}}+(?!\d|[.,]\d| ?%)",
        words=_YEAR_WORDS,
    ),
    _Expression("year", rf"(?i:(?<!{_L})năm thứ \d{{1,2}})", words={"năm_thứ": _DIGITS}),
    _Expression(
        "year",
        rf"(?i:(?<!{_L})(?:thế kỷ|thập niên|thập kỷ) )(?:\d{{1,2}}0?|[IVX]+)(?!\d|{_L})",
        words=dict.fromkeys(("thế_kỷ", "thập_niên", "thập_kỷ"), _DIGITS | set("ivx")),
    ),
    # 18:43, 20h00, 8h, 7 giờ 30 phút, lúc 7 giờ, 5 giờ sáng
    _Expression("clock", rf"{_B}(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?{_E}", digits=(":",)),
    _Expression(
        "clock",
        rf"{_B}(?:[01]?\d|2[0-4]) ?(?:h|g|H)(?: ?[0-5]\d)?(?:'|p|ph)?(?![^\W_]|[.,/]\d)",
        digits=("h", "g", " h", " g"),
    ),
    # "thắng sau 2 giờ 40 phút" is a length of time, "sau 8 giờ 30 phút ngày 5/9" none.
    _Expression(
        "clock",
        rf"{_B}(?:(?<!sau )(?<!mất )(?<!dài )(?<!suốt )|(?=\d\d? giờ \d\d? phút (?:sáng|chiều|tối|trưa|đêm|ngày|cùng|hôm)))"
        r"(?:[01]?\d|2[0-4]) giờ [0-5]?\d(?: phút)?(?![\d.,]*\d| (?:\d|%))",
        digits=(" gi",),
    ),
    _Expression(
        "clock",
        rf"(?i:(?<!{_L})(?:lúc|vào|hồi|từ|đến|trước) ){_B}(?:[01]?\d|2[0-4]) giờ(?: [0-5]?\d phút)?(?= (?:sáng|chiều|tối|trưa|đêm|ngày|cùng|hôm|kém|hàng|hằng|đến|thứ|mỗi)|[,.;)])",
        words=dict.fromkeys("lúc vào hồi từ đến trước".split(), _DIGITS),
    ),
    # "Sau 3 giờ, lửa tắt" is a length of time, and so is "mất khoảng 3 giờ."; "Khoảng 7 giờ, …" opens a sentence.
    _Expression(
        "clock",
        rf"(?i:(?<!{_L})(?:sau|khoảng) ){_B}(?:[01]?\d|2[0-4]) giờ(?= (?:sáng|chiều|tối|trưa|đêm|ngày \d|cùng ngày|hôm|kém))",
        words=dict.fromkeys(("sau", "khoảng"), _DIGITS),
    ),
    _Expression(
        "clock",
        rf"(?:(?<![^\n])|(?<=[.!?] ))(?i:khoảng ){_B}(?:[01]?\d|2[0-4]) giờ(?=,)",
        words={"khoảng": _DIGITS},
    ),
    # "khung giờ 18 - 22 giờ"
    _Expression(
        "clock",
        rf"(?i:(?<!{_L})khung(?: giờ)? (?:từ )?)(?:[01]?\d|2[0-4])(?: giờ)?(?: ?- ?| đến )(?:[01]?\d|2[0-4]) ?(?:giờ|h)(?!{_L})",
        words={"khung": _DIGITS | set("gt")},
    ),
    _Expression(
        "clock",
        rf"{_B}(?:[01]?\d|2[0-4]) giờ(?= (?:sáng|chiều|tối|trưa|đêm|cùng ngày|ngày \d|hôm|kém))",
        digits=(" gi",),
    ),
    # "8-10 giờ sáng", "7 - 9 giờ ngày 12"
    _Expression(
        "clock",
        rf"{_B}(?:[01]?\d|2[0-4]) ?- ?(?:[01]?\d|2[0-4]) giờ(?= (?:sáng|chiều|tối|trưa|cùng ngày|ngày \d|hôm))",
        digits=("-", " -"),
    ),
    _Expression("bare_day_month", rf"{_B}{_D}[/-]{_M}(?![\d%]|[.,/-]\d| ?%)", digits=("/", "-")),
    # The last: it is tried wherever four digits stand.
    _Expression("year", rf"{_B}{_Y}(?![\d%]|[.,/]\d|-\d| ?%)"),
)

# A term or an age stays a length of time: "kỳ hạn 9 tháng".
_MONTHS = compiled(
    rf"(?i:(?<!{_L}|\d|[.,/])(?<!hạn )(?<!kéo dài )(?<!sau )(?<!suốt )({_COUNT}) tháng)(?!{_L}| (?:tuổi|tù|trước khi))"
)
_PERIOD_MONTHS = compiled(rf"(?i:({_COUNT}) tháng)")
_COMPILED = [compiled(expression.pattern) for expression in _EXPRESSIONS]
_KINDS = [expression.kind for expression in _EXPRESSIONS]
_Numbers = tuple[int, ...]
_Begins = tuple[_Numbers, _Numbers]
"""Expressions that may begin with digits, by their numbers: anywhere, and behind a bracket."""
# The four digits of a year by itself.
_BARE_YEAR: _Numbers = (len(_EXPRESSIONS) - 1,)
_ONLY_YEAR: _Begins = _BARE_YEAR, _BARE_YEAR


def _by_digits(*, of_year: bool) -> dict[str, _Begins]:
    """By what follows the digits: the expressions that may begin with them."""
    anywhere: dict[str, _Numbers] = defaultdict(tuple)
    behind_bracket: dict[str, _Numbers] = defaultdict(tuple)
    for i, expression in enumerate(_EXPRESSIONS):
        if expression.of_year == of_year:
            for follow in expression.digits:
                behind_bracket[follow] += (i,)
                if not expression.in_brackets:
                    anywhere[follow] += (i,)
    always = _BARE_YEAR if of_year else ()
    return {follow: (anywhere[follow] + always, behind_bracket[follow] + always) for follow in behind_bracket}


def _by_words() -> Finder[tuple[int, ...]]:
    """The words that expressions may begin with, and what follows, each with the numbers of the expressions."""
    numbers: dict[str, list[int]] = defaultdict(list)
    follows: dict[str, set[str]] = defaultdict(set)
    for i, expression in enumerate(_EXPRESSIONS):
        for word, follow in expression.words.items():
            phrase = word.replace("_", " ") if word[-1] in "/-" else word.replace("_", " ") + " "
            numbers[phrase].append(i)
            follows[phrase] |= follow | _DIGITS
    return Finder((phrase + follow, tuple(numbers[phrase])) for phrase in numbers for follow in sorted(follows[phrase]))


_OF_DAYS = _by_digits(of_year=False)
_OF_YEARS = _by_digits(of_year=True)
# Behind one of these digits go on with a number or a date, and begin nothing.
_GO_ON = frozenset(".,/")
_WORDS = _by_words()
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")


def _starts(text: str, lower: str) -> list[tuple[int, tuple[int, ...]]]:
    """Where expressions may begin, in order, with the numbers of those that may."""
    starts: list[tuple[int, tuple[int, ...]]] = []
    ascii_digits = True
    three = -1
    for start, end in reversed(digit_runs(text)):
        size = end - start
        if text[start] > "9":
            ascii_digits = False
        if size == 3:
            three = start
        if size > 4 or size == 3:
            continue
        of_digits, begins = (_OF_YEARS, _ONLY_YEAR) if size == 4 else (_OF_DAYS, None)
        follow = lower[end : end + 1]
        if follow == " ":
            follow = lower[end : end + 3]
            begins = of_digits.get(follow) or of_digits.get(follow[:2], begins)
        elif end + 1 != three:
            # "1.240": three digits right behind a mark are of no date.
            begins = of_digits.get(follow, begins)
        if begins is not None:
            before = lower[start - 1 : start]
            if before not in _GO_ON and (numbers := begins[before == "("]):
                starts.append((start, numbers))
    # Behind words digits are looked for as they are mostly printed.
    words = lower if ascii_digits else _OTHER_DIGIT.sub("0", lower)
    starts += [(start, numbers) for start, _, numbers in _WORDS.find(words)]
    starts.sort()
    return starts


def find_calendar(text: str, lower: str | None = None) -> list[CalendarSpan]:
    """The calendar expressions of ``text``, ordered, without overlaps (the longest at a place wins).

    ``bare_day_month`` marks what has the shape of a day and month but no sign of a date; the pattern layer
    decides. A four-digit number from 1800 to 2199 by itself counts as a year.

    Args:
        text: the view's text.
        lower: the same in lower case, if it is at hand.
    """
    if lower is None:
        lower = lowered(text)
    spans: list[CalendarSpan] = []
    starts = _starts(text, lower)
    done = [0] * len(_EXPRESSIONS)
    for start, numbers in starts:
        for number in numbers:
            if start >= done[number] and (match := _COMPILED[number].match(text, start)) is not None:
                done[number] = match.end()
                spans.append(CalendarSpan(start, match.end(), _KINDS[number]))
    spans += _repeated_periods(text, spans, [start for start, _ in starts])
    spans.sort(key=lambda s: (s.start, -s.end, s.kind == "bare_day_month"))
    kept: list[CalendarSpan] = []
    for span in spans:
        if kept and span.start < kept[-1].end:
            if span.end > kept[-1].end and span.kind != "bare_day_month" and kept[-1].kind != "bare_day_month":
                kept[-1] = CalendarSpan(kept[-1].start, span.end, kept[-1].kind)
            elif kept[-1].kind == "bare_day_month" and span.kind != "bare_day_month":
                kept[-1] = CalendarSpan(kept[-1].start, max(span.end, kept[-1].end), span.kind)
            continue
        kept.append(span)
    return kept


def _repeated_periods(text: str, spans: list[CalendarSpan], starts: list[int]) -> list[CalendarSpan]:
    """Finds "9 tháng" by itself, where the article speaks of "9 tháng đầu năm" elsewhere."""
    known = {m[1].lower() for s in spans if s.kind == "period" and (m := _PERIOD_MONTHS.match(text, s.start, s.end))}
    if not known:
        return []
    months = matches_at(_MONTHS, text, starts)
    return [CalendarSpan(m.start(), m.end(), "period") for m in months if m[1].lower() in known]
