"""Calendar expressions: dates, clock times, years and periods. They hold numbers that are no figures.

``5/9`` is a date only with a sign of one: "ngày" or a part of the day before it, a year behind it, a
festival's name, or brackets of its own; else it may be a ratio ("5/9 tiêu chí").
"""

from __future__ import annotations

from typing import Literal, NamedTuple

import regex

CalendarKind = Literal["date", "month", "year", "period", "clock", "bare_day_month"]


class CalendarSpan(NamedTuple):
    """``text[start:end]`` is a calendar expression of the given kind."""

    start: int
    end: int
    kind: CalendarKind


_D = r"(?:0?[1-9]|[12]\d|3[01])"
_M = r"(?:0?[1-9]|1[0-2])"
_Y = r"(?:1[89]|20|21)\d\d"
_SEP = r" ?[/.-] ?"
_B = r"(?<![\d.,/-])"
_E = r"(?![\d]|[.,/-]\d)"
_ROMAN = r"(?:IV|I{1,3}|V)(?!\p{L})"
_DAY_PART = r"(?:ngày|sáng|trưa|chiều|tối|đêm|hôm|mùng|mồng|rằm|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|khuya|rạng sáng)"
# Words that a day may follow, but any number too: "tập trung vào 3 hướng".
_OCCASION = r"(?:vào|dịp|lễ|Tết|tết|nghỉ)"
_DM = rf"{_D}(?: ?[/.] ?|-){_M}"
_MONTHS_WORD = r"(?:một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười|mười một|mười hai|giêng|chạp)"
_COUNT = r"(?:\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?: một)?)"

_PATTERNS: tuple[tuple[CalendarKind, str], ...] = (
    # 16/2/2016, 16-02-2016, 16.2.2016
    ("date", rf"{_B}{_D}{_SEP}{_M}{_SEP}(?:{_Y}|\d\d(?=\D|$)){_E}"),
    # (ngày) 16 tháng 2 (năm 2016)
    (
        "date",
        rf"(?i:(?:ngày|mùng|mồng|rằm) )?{_B}{_D}(?:(?:, ?| và | - |-| đến (?:ngày )?){_D})*+ tháng {_M}(?!\d)(?:{_SEP}{_Y}| năm {_Y})?+{_E}",
    ),
    # ngày 5/9, sáng 14-12, các ngày 24, 25/7, từ ngày 1 đến 5/8, ngày 12
    (
        "date",
        rf"(?i:(?<!\p{{L}})(?:(?:{_DAY_PART}) (?:(?:mùng|mồng|ngày|qua|nay) )?\(?{_D}(?:{_SEP}{_M})?"
        rf"|{_OCCASION} (?:(?:mùng|mồng|ngày|qua|nay) )?\(?{_D}{_SEP}{_M}))(?![\d%]|[.,/-]\d| ?%)"
        rf"(?:(?:, ?| và | - |-| đến (?:ngày )?|, ngày | và ngày |, ){_D}{_SEP}{_M}(?:{_SEP}{_Y})?(?![\d%]|[.,/-]\d))*+",
    ),
    # từ 1/5, đến 30/4, trước 31/12, qua 2-9 with day-month shape and a cue
    (
        "date",
        rf"(?i:(?<!\p{{L}})(?:từ|đến|trước|sau|tới|kể từ|hết|tính đến|và|,) ){_DM}(?:{_SEP}{_Y})?(?= ?[,.;:)\n]| (?:đến|tới|vừa|năm|nay|này|qua|sang|khi|là|các|giá|gói|mức|tại|về|\p{{Lu}}))",
    ),
    ("date", rf"(?<=\(){_D}[/.-]{_M}(?:{_SEP}{_Y})?(?=\))"),
    ("month", rf"{_B}{_M}{_SEP}{_Y}{_E}"),
    (
        "month",
        rf"(?i:(?<!\p{{L}})tháng )(?:{_M}(?:(?:, ?| và | - |-){_M}(?!\d))*+(?:{_SEP}{_Y}| năm {_Y}|, năm {_Y})?+(?!\d|[,.]\d|%)|{_MONTHS_WORD}(?: năm {_Y}|{_SEP}{_Y})?(?!\p{{L}}| lần))",
    ),
    # 6 tháng đầu năm 2018, 9 tháng năm 2018, sáu tháng cuối năm, 7 tháng qua của năm
    (
        "period",
        rf"(?i:(?<!\p{{L}}|\d|[.,/]){_COUNT} (?:tháng|quý) (?:từ )?(?:đầu|cuối|giữa|còn lại)(?: tiên)?(?: của)?(?: (?:năm|nhiệm kỳ|tháng|quý)(?! \d{{1,2}} ))?(?: (?:học|nay|này|trước|sau|{_Y}|{_M}(?:{_SEP}{_Y})?(?!\d)))?)",
    ),
    ("period", rf"(?i:(?<!\p{{L}}|\d|[.,/]){_COUNT} (?:tháng|quý)(?: của)?(?:,)? năm {_Y})"),
    ("period", rf"(?i:(?<!\p{{L}}|\d|[.,/]){_COUNT} (?:tháng[/ -]|năm ){_Y}(?: ?- ?{_Y})?)"),
    # quý I/2025, quý 2-2019, quý III, quý hai
    (
        "period",
        rf"(?i:(?<!\p{{L}})quý )(?:{_ROMAN}|[1-4](?!\d|[.,]\d)|(?:một|hai|ba|bốn|tư)(?!\p{{L}}))(?:(?:,| và|-| -) ?(?:quý )?(?:{_ROMAN}|[1-4](?!\d|[.,]\d)))?(?:{_SEP}{_Y}|,? năm {_Y})?",
    ),
    ("period", rf"(?<!\p{{L}}){_ROMAN}[/-]{_Y}"),
    # 2015 - 2020, 2015-2020, 2015/2016, 2021-25
    ("year", rf"{_B}{_Y} ?[/-] ?(?:{_Y}|\d\d(?!\d)){_E}"),
    (
        "year",
        rf"(?i:(?<!\p{{L}})(?:năm|năm học|niên khóa|vụ|niên vụ|đầu|cuối|giữa|mùa|hè|xuân|khóa|giai đoạn|thập niên|từ|đến|sau|trước|và|so với|SN|sinh năm|AFF Cup|Cup|Euro|SEA Games) ){_Y}(?:(?:, ?| và | đến | tới |, năm | và năm | đến năm ){_Y})*+(?!\d|[.,]\d| ?%)",
    ),
    ("year", r"(?i:(?<!\p{L})năm thứ \d{1,2})"),
    ("year", r"(?i:(?<!\p{L})(?:thế kỷ|thập niên|thập kỷ) )(?:\d{1,2}0?|[IVX]+)(?!\d|\p{L})"),
    # 18:43, 20h00, 8h, 7 giờ 30 phút, lúc 7 giờ, 5 giờ sáng
    ("clock", rf"{_B}(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?{_E}"),
    ("clock", rf"{_B}(?:[01]?\d|2[0-4]) ?(?:h|g|H)(?: ?[0-5]\d)?(?:'|p|ph)?(?![\p{{L}}\d]|[.,/]\d)"),
    ("clock", rf"{_B}(?:[01]?\d|2[0-4]) giờ [0-5]?\d(?: phút)?(?![\d.,]*\d| (?:\d|%))"),
    (
        "clock",
        rf"(?i:(?<!\p{{L}})(?:lúc|vào|hồi|từ|đến|trước|sau|khoảng) ){_B}(?:[01]?\d|2[0-4]) giờ(?: [0-5]?\d phút)?(?= (?:sáng|chiều|tối|trưa|đêm|ngày|cùng|hôm|kém|hàng|hằng|đến|thứ|mỗi)|[,.])",
    ),
    ("clock", rf"{_B}(?:[01]?\d|2[0-4]) giờ(?= (?:sáng|chiều|tối|trưa|đêm|cùng ngày|ngày \d|hôm|kém))"),
)

_MONTHS = regex.compile(rf"(?i:(?<!\p{{L}}|\d|[.,/])({_COUNT}) tháng)(?!\p{{L}})")
_PERIOD_MONTHS = regex.compile(rf"(?i:({_COUNT}) tháng)")
_BARE_YEAR = regex.compile(rf"{_B}{_Y}(?![\d%]|[.,/]\d|-\d| ?%)")
_BARE_DAY_MONTH = regex.compile(rf"{_B}{_D}[/-]{_M}(?![\d%]|[.,/-]\d| ?%)")
_ALL: list[tuple[CalendarKind, regex.Pattern[str]]] = [
    *((kind, regex.compile(pattern)) for kind, pattern in _PATTERNS),
    ("bare_day_month", _BARE_DAY_MONTH),
    ("year", _BARE_YEAR),
]
# What a line without digits may still hold: "sáu tháng đầu năm", "quý hai", "tháng bảy".
_WORDED = [(kind, pattern) for kind, pattern in _ALL if kind in ("month", "period")]
# Two thirds of all lines hold neither a digit nor one of these words, and no calendar expression.
_CALENDAR_WORD = regex.compile(r"tháng|quý", regex.IGNORECASE)
_DIGIT = regex.compile(r"\d")


def find_calendar(text: str) -> list[CalendarSpan]:
    """The calendar expressions of ``text``, ordered, without overlaps (the longest at a place wins).

    ``bare_day_month`` marks what has the shape of a day and month but no sign of a date; the pattern layer
    decides. A four-digit number from 1800 to 2199 by itself counts as a year.
    """
    spans: list[CalendarSpan] = []
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        # The line break itself stays in reach: some patterns look at it.
        reach = min(end + 1, len(text))
        digits = _DIGIT.search(text, start, end) is not None
        if digits or _CALENDAR_WORD.search(text, start, end):
            spans += [
                CalendarSpan(m.start(), m.end(), kind)
                for kind, pattern in (_ALL if digits else _WORDED)
                for m in pattern.finditer(text, start, reach)
            ]
        start = end + 1
    spans += _repeated_periods(text, spans)
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


def _repeated_periods(text: str, spans: list[CalendarSpan]) -> list[CalendarSpan]:
    """Finds "9 tháng" by itself, where the article speaks of "9 tháng đầu năm" elsewhere."""
    known = {m[1].lower() for s in spans if s.kind == "period" and (m := _PERIOD_MONTHS.match(text, s.start, s.end))}
    if not known:
        return []
    return [CalendarSpan(m.start(), m.end(), "period") for m in _MONTHS.finditer(text) if m[1].lower() in known]
