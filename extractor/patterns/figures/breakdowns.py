"""Bare numbers that say how a total is made up: "99 ngôi nhà (Hà Giang 82, Lào Cai 17)", "640 em (nam 310, nữ 330)".

Each number stands behind the name of what it is of, and takes its unit from the total in front or from the last
of the row: "trong đó Bình Dương 456, Long An 98 ca".
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from itertools import pairwise

from extractor.lexicon import entries
from extractor.lexicon.patterns import compiled
from extractor.lexicon.words import any_of, one_of
from extractor.patterns.figures import labels
from extractor.patterns.figures.readings import figure_of, unit_name, unit_of
from extractor.patterns.figures.scan import Scan
from extractor.patterns.figures.units import Unit
from extractor.patterns.found import FoundFigure
from extractor.tokens.numerals import Numeral

_NAME = r"\p{L}[\p{L}\p{M}]*+(?:(?: |\.|-| - )\p{L}[\p{L}\p{M}]*+){0,5}+"
_FIRST = compiled(rf"(?:{_NAME}):? ")
_OPENS = compiled(rf",? (?i:{any_of('figure_words', 'parts')})(?: (?:có|ở|tại))? (?P<name>{_NAME}):? $")
_SAYS_PARTS = compiled(rf",? (?i:{any_of('figure_words', 'parts')})$")
# From one number to the next: what is left of the unit, a mark, another name.
_NEXT = compiled(rf"(?: (?!và )\p{{Ll}}++){{0,3}}+(?:[,;]| và|, và|; và) (?P<name>{_NAME}):? ")
_LAST = compiled(r"(?: \p{Ll}++){0,3}+(?:\.\.\.|…|,…|,\.\.\.)?\)")
_ENDS = compiled(r"[;\n]|\.(?!\d)|$")
_CHANGED = compiled(rf"{one_of('concept_stops', 'moves')} $")
_CAPITAL = compiled(r"\p{Lu}")
_YEARS = range(1800, 2100)
# How far a row may go on, and how far in front of it its total may stand.
_LONGEST = 600
_NEAR = 90
# That so many names with a number in them should add up is no chance.
_MANY = 4
# Of sorts that miss their total by no more than such a part of it, one is misprinted, or some are left out; where words
# say that they are of it ("trong đó"), they are numbers whatever they come to.
_NEARLY = 5
_HARDLY_OFF = 20
# Hardly a hamlet or a school goes by a number as large.
_NO_NAME = 10
_MAX_NAME = 60
_LONGEST_ROW = 20
_KINDS = ("count", "measure")
# So many figures, those in a bracket among them, may stand between a total and its row.
_PASSED = 8
_SOME = 6


def read_breakdown(scan: Scan, i: int) -> int:
    """Reads number ``i``, that has no unit, as part of a total; 1 if it is one, else 0."""
    numeral = scan.ctx.numerals[i]
    if numeral.words or numeral.magnitude:
        return 0
    if numeral.start >= scan.row_end:
        _look_at(scan, i)
    unit = scan.row.get(i)
    if unit is None:
        return 0
    figure = figure_of(
        scan.ctx,
        numeral,
        Unit(numeral.end, numeral.end, unit.kind, named=unit.named, default=unit.default),
        "breakdown",
    )
    scan.add(figure)
    return 1


def _look_at(scan: Scan, i: int) -> None:
    """Looks once at the row that number ``i`` begins or stands in, and keeps what its bare numbers count."""
    ctx, numerals = scan.ctx, scan.ctx.numerals
    start = numerals[i].start
    scan.row, scan.row_end = {}, numerals[i].end
    opening = ctx.text.rfind("(", max(0, start - _LONGEST), start)
    closing = ctx.text.find(")", start, start + _LONGEST) if opening >= 0 else -1
    if opening >= 0 and closing >= 0 and ctx.text.find(")", opening, start) < 0:
        first = bisect_left(numerals, opening, key=lambda n: n.start)
        last = bisect_left(numerals, closing, key=lambda n: n.start)
        scan.row_end = closing
        total = _total(scan, opening) or _made_up(scan, opening, first, last)
        if total is not None and _is_row(scan, opening + 1, first, last):
            _keep(scan, first, last, total)
        return
    if (behind := _behind_opening(scan, i)) is not None:
        total, last, sure = behind
        scan.row_end = numerals[last - 1].end
        _keep(scan, i, last, total, sure=sure)
        return
    if (told := _told_before(scan, i)) is not None:
        total, last = told
        scan.row_end = numerals[last - 1].end
        _keep(scan, i, last, total)
        return
    closes = _last_of(scan, i)
    if closes is not None:
        scan.row_end = numerals[closes].end
        total = _total(scan, start)
        unit = unit_of(ctx, numerals[closes])
        if total is not None and unit is not None and total.unit == unit_name(ctx, unit):
            _keep(scan, i, closes + 1, total)


def _behind_opening(scan: Scan, i: int) -> tuple[FoundFigure, int, bool] | None:
    """The total of the row that number ``i`` begins, where that ends, and whether it is one though it does not add up.

    A colon opens it, or what says that parts follow: "kỷ luật 29 tổ chức đảng, với hình thức: khiển trách 26, cảnh cáo 3",
    "27 sự cố, gồm Bắc Ninh 2, Hà Nội 8, …".
    """
    ctx, numerals = scan.ctx, scan.ctx.numerals
    start = numerals[i].start
    near = max(0, start - _MAX_NAME)
    opening = ctx.text.rfind(": ", near, start)
    name = opening + 2
    opened = None
    if opening < 0 or _FIRST.fullmatch(ctx.text, name, start) is None:
        opened = _OPENS.search(ctx.text, near, start)
        if opened is None:
            return None
        opening, name = opened.start(), opened.start("name")
    total = _total(scan, opening)
    if total is None or total.value is None:
        return None
    names, rest = [name], total.value - numerals[i].value
    while rest != 0 and len(names) < _LONGEST_ROW and (link := _next_name(scan, i + len(names))) is not None:
        rest -= numerals[i + len(names)].value
        names.append(link)
    if rest != 0 and (ends := _ends_at(scan, i, len(names))) is not None:
        # "gồm: Bảo Yên 109, …, Văn Bàn 2; Cao Bằng: 52 người"
        names = names[:ends]
        rest = total.value - sum(n.value for n in numerals[i : i + ends])
    row = numerals[i : i + len(names)]
    many = len(row) >= _MANY
    provinces = rest != 0 and many and _are_provinces(scan, names, row)
    near_it = opened is not None or abs(rest) * _NEARLY <= total.value
    # "155 người chết, gồm: Bảo Yên 109, Sa Pa 8, …" are numbers though one of them is misprinted.
    said = _SAYS_PARTS.search(ctx.text, max(0, opening - _MAX_NAME), opening) is not None
    places = rest != 0 and many and said and abs(rest) * _HARDLY_OFF <= total.value
    sure = provinces or places or (rest != 0 and many and near_it and _are_sorts(scan, names))
    if rest != 0 and not sure:
        return None
    if len(row) < 2 or any(n.words or n.magnitude or unit_of(ctx, n) is not None for n in row):
        return None
    if any(_is_label(scan, at, n) for at, n in zip(names, row, strict=True)):
        return None
    if not many and _CAPITAL.match(ctx.text, name) is not None and max(n.value for n in row) < _NO_NAME:
        # "ba điểm trường: Đề Cảng 2, Hấu Chua 1": the numbers are of the names.
        return None
    return (total, i + len(row), sure) if _ENDS.match(ctx.text, row[-1].end) is not None else None


def _are_sorts(scan: Scan, names: list[int]) -> bool:
    """Whether none of the names is one of its own: "khiển trách 181, cảnh cáo 84" are sorts, "Hấu Chua 1" is a place."""
    return not any(_CAPITAL.match(scan.ctx.text, name) for name in names)


def _are_provinces(scan: Scan, names: list[int], row: list[Numeral]) -> bool:
    """Whether each number stands behind the name of a province; others may be shirt numbers and ages."""
    words = (scan.ctx.lower[at : n.start].rstrip(" :") for at, n in zip(names, row, strict=True))
    return all(name in _provinces() for name in words)


@cache
def _provinces() -> frozenset[str]:
    return frozenset(name.lower() for e in entries("provinces") for name in (e["name"], *e["aliases"]))


def _next_name(scan: Scan, j: int) -> int | None:
    """Where the name starts that number ``j`` stands behind, if it is the next of a row."""
    ctx, numerals = scan.ctx, scan.ctx.numerals
    if (
        j >= len(numerals)
        or numerals[j].start - numerals[j - 1].end > _MAX_NAME
        or scan.blocked.holds(numerals[j].start)
    ):
        return None
    link = _NEXT.fullmatch(ctx.text, numerals[j - 1].end, numerals[j].start)
    return None if link is None else link.start("name")


def _last_of(scan: Scan, i: int) -> int | None:
    """The number that closes, with a unit of its own, the row of names and numbers that number ``i`` begins."""
    ctx, numerals = scan.ctx, scan.ctx.numerals
    start = numerals[i].start
    word = ctx.text.rfind(" ", max(0, start - _MAX_NAME), max(start - 1, 0)) + 1
    if labels.strength_before(ctx, numerals[i]) is not None:
        return None
    if not word or not ctx.text.endswith(" ", 0, start) or not ctx.text[word].isupper():
        return None
    for j in range(i + 1, min(len(numerals), i + _LONGEST_ROW)):
        other = numerals[j]
        if other.words or other.magnitude or scan.blocked.holds(other.start):
            return None
        link = _NEXT.fullmatch(ctx.text, numerals[j - 1].end, other.start)
        if link is None or _CAPITAL.match(ctx.text, link.start("name")) is None:
            return None
        unit = unit_of(ctx, other)
        if unit is not None:
            return j if unit.known and unit.kind in _KINDS else None
    return None


def _before_bracket(text: str, at: int) -> int:
    """Where a bracket opens that closes in front of ``at``: "155 người | (53 người chết, 102 mất tích), gồm: Bảo Yên 109, …"."""
    said = _SAYS_PARTS.search(text, max(0, at - _MAX_NAME), at)
    end = at if said is None else said.start()
    if not text.endswith((")", "),"), 0, end):
        return at
    opening = text.rfind("(", max(0, end - _NEAR), end)
    return at if opening < 1 or text.find(")", opening, end - 2) >= 0 else opening - (text[opening - 1] == " ")


def _total(scan: Scan, at: int) -> FoundFigure | None:
    """The figure in front of the bracket at ``at`` that may be made up of what stands in it."""
    at = _before_bracket(scan.ctx.text, at)
    before = [f for f in scan.found[-_PASSED:] if f.end <= at and at - f.end <= _NEAR][-4:]
    while len(before) > 1 and _CHANGED.search(scan.ctx.lower, before[-2].end, before[-1].start) is not None:
        # "kỷ luật 164 đảng viên, tăng 18 đảng viên so với năm trước, trong đó …"
        before.pop()
    if not before or before[-1].kind not in _KINDS:
        return None
    between = scan.ctx.text[before[-1].end : at]
    return None if "\n" in between or ". " in between or "(" in between else before[-1]


def _made_up(scan: Scan, at: int, first: int, last: int) -> FoundFigure | None:
    """The figure in front of a bracket, past its rates, that is just the sum: "435 nhà hỏng 30 - 50% (A 267, B 155, C 13)"."""
    whole = sum(n.value for n in scan.ctx.numerals[first:last])
    for figure in reversed(scan.found[-3:]):
        if figure.end > at or at - figure.end > _NEAR or "\n" in scan.ctx.text[figure.end : at]:
            return None
        if figure.kind not in ("percent", "points"):
            return figure if figure.kind in _KINDS and figure.value == whole else None
    return None


def _ends_at(scan: Scan, i: int, count: int) -> int | None:
    """How many of a row of commas stand before its first semicolon; None where there is none, or marks of both kinds."""
    ctx, numerals = scan.ctx, scan.ctx.numerals
    for k in range(1, count):
        if ";" in ctx.text[numerals[i + k - 1].end : numerals[i + k].start]:
            return k if k > 1 else None
    return None


def _told_before(scan: Scan, i: int) -> tuple[FoundFigure, int] | None:
    """As in "kỷ luật 333 đảng viên. Hình thức: khiển trách 181, cảnh cáo 105, khai trừ 47 đảng viên": what was told before.

    The last says what all count, and together they are just as many.
    """
    ctx, numerals = scan.ctx, scan.ctx.numerals
    start = numerals[i].start
    opening = ctx.text.rfind(": ", max(0, start - _MAX_NAME), start)
    if opening < 0 or _FIRST.fullmatch(ctx.text, opening + 2, start) is None:
        return None
    end, whole = i + 1, numerals[i].value
    while end - i < _LONGEST_ROW and _next_name(scan, end) is not None:
        whole += numerals[end].value
        unit = unit_of(ctx, numerals[end])
        end += 1
        if unit is not None:
            name = unit_name(ctx, unit)
            totals = (f for f in reversed(scan.found[-_SOME:]) if opening - f.end <= 2 * _NEAR)
            row = numerals[i:end]
            # "kỷ luật 16 đảng viên: khiển trách 4, …, khai trừ 8 trường hợp"
            total = next((f for f in totals if f.value == whole and (f.unit == name or len(row) >= _MANY)), None)
            plain = len(row) > 2 and unit.kind in _KINDS and not any(n.words or n.magnitude for n in row)
            return (total, end) if total is not None and plain else None
    return None


def _is_row(scan: Scan, at: int, first: int, last: int) -> bool:
    """Whether names and numbers take turns in a bracket, and nothing else stands there."""
    ctx, numerals = scan.ctx, scan.ctx.numerals
    row = numerals[first:last]
    if len(row) < 2 or any(n.words or n.magnitude or scan.blocked.holds(n.start) for n in row):
        return False
    if row[0].start - at > _MAX_NAME or _FIRST.fullmatch(ctx.text, at, row[0].start) is None:
        return False
    names = [at]
    capital = _CAPITAL.match(ctx.text, at) is not None
    for one, other in pairwise(row):
        link = _NEXT.fullmatch(ctx.text, one.end, other.start) if other.start - one.end <= _MAX_NAME else None
        if link is None or (_CAPITAL.match(ctx.text, link.start("name")) is not None) != capital:
            return False
        names.append(link.start("name"))
    if _LAST.match(ctx.text, row[-1].end) is None:
        return False
    return not any(_is_label(scan, name, n) for name, n in zip(names, row, strict=True))


def _is_label(scan: Scan, name: int, numeral: Numeral) -> bool:
    """Whether a number is part of the name in front of it: "Tổ 9", but not "Hải Phòng 9"."""
    label = labels.label_before(scan.ctx, numeral)
    if label is None:
        return False
    return label[0] <= name or not scan.ctx.text[label[0]].isupper()


def _keep(scan: Scan, first: int, last: int, total: FoundFigure, *, sure: bool = False) -> None:
    """Keeps what the bare numbers of a row count, unless one is more than the total; if it is ``sure`` that is a slip."""
    ctx, numerals = scan.ctx, scan.ctx.numerals
    whole = total.value if total.value is not None else total.high
    unit = Unit(
        0, 0, total.kind, named=total.kind == "measure", default=total.unit if total.kind == "measure" else None
    )
    bare = [k for k in range(first, last) if unit_of(ctx, numerals[k]) is None]
    if whole is None or not bare:
        return
    values = [numerals[k].value for k in range(first, last)]
    if total.kind == "count" and any(v != v.to_integral_value() for v in values):
        return
    if any(v > whole for v in values) and not sure:
        return
    if all(v in _YEARS for v in values) and sum(values) > whole:
        # "12 lần (Nga 2018, Qatar 2022)"
        return
    scan.row = dict.fromkeys(bare, unit)
