"""Parts of more than their whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from extractor.claims import cues
from extractor.claims.reading import Operand
from extractor.lexicon import entries
from extractor.lexicon.patterns import compiled
from extractor.records import Finding, Message
from extractor.validator.feasibility.case import Case

_LOOK_BACK = 8
_NEXT = 24
_HUNDRED = Decimal(100)
_INSIDE = compiled(
    r"[^.;:\n()]{0,80}?,? ?(?<!\p{L})trong (?:đó|số đó|số này),?(?: (?:có|gồm|riêng|tới|đến|khoảng|gần|hơn|trên))*+ $"
)
_NUMBERS = ("count", "money", "measure")


def oversized_shares(case: Case) -> Iterator[Finding]:
    """More than 100% of something that the figure is a part of: "chiếm 152,34% dân số"."""
    for index, figure in enumerate(case.reading.figures):
        if figure.start in case.oversized and not _plan().search(case.reading.tail(index, _NEXT)):
            text = case.figures[index].text
            yield case.finding(
                "part_exceeds_whole",
                (index,),
                Message(
                    vi=f"{text} là phần của một tổng mà lại quá 100%; hãy đối chiếu với nguồn",
                    en=f"{text} is a part of a whole and yet more than 100%; check the source",
                ),
            )


def excessive_parts(case: Case) -> Iterator[Finding]:
    """More inside than there is: "có 12 xã, trong đó 15 xã", "14/12 đại biểu"."""
    reading = case.reading
    for index in range(len(reading.figures)):
        sides = reading.sides[index]
        if len(sides) == 2:
            yield from _ratio(case, index)
        elif len(sides) == 1 and index and len(reading.sides[index - 1]) == 1:
            yield from _inside(case, reading.sides[index - 1][0], sides[0])


def _inside(case: Case, whole: Operand, part: Operand) -> Iterator[Finding]:
    reading = case.reading
    if not part.unit or part.unit != whole.unit or part.kind != whole.kind or part.kind not in _NUMBERS:
        return
    if part.sentence != whole.sentence or part.bounds[0] <= whole.bounds[1]:
        return
    if not _INSIDE.match(reading.between(whole.index, part.index)):
        return
    if any(cues.amount_direction(reading.cue(each.index)) is not None for each in (whole, part)):
        return
    for i in range(max(0, whole.index - _LOOK_BACK), whole.index):
        # What it is inside of may stand further ahead.
        if any(each.unit == part.unit and each.bounds[1] >= part.bounds[0] for each in reading.sides[i]):
            return
    one, other = case.figures[whole.index].text, case.figures[part.index].text
    yield case.finding(
        "part_exceeds_whole",
        (whole.index, part.index),
        Message(
            vi=f"{other} nằm trong {one} mà lại lớn hơn; hãy đối chiếu với nguồn",
            en=f"{other} are among {one} and yet more; check the source",
        ),
    )


def _ratio(case: Case, index: int) -> Iterator[Finding]:
    """A ratio of a body's members or of places, of which there are never more than all; a plan can be exceeded."""
    reading = case.reading
    part, whole = reading.sides[index]
    unit = part.unit
    if part.bounds[0] <= whole.bounds[1] or whole.bounds[0] <= 1 or not unit or unit not in _bodies():
        return
    above = any(
        f.kind == "percent" and f.interval is not None and f.interval[1] > _HUNDRED
        for f in reading.figures[max(0, index - 2) : index + 3]
    )
    if (
        (above and unit not in _voters())
        or _plan().search(case.around(index))
        or cues.amount_direction(reading.cue(index)) is not None
    ):
        return
    text = case.figures[index].text
    yield case.finding(
        "part_exceeds_whole",
        (index,),
        Message(
            vi=f"{text}: phần lớn hơn tổng số; hãy đối chiếu với nguồn",
            en=f"{text}: the part is more than the whole; check the source",
        ),
    )


@cache
def _bodies() -> frozenset[str]:
    """Units of which a whole is a whole: places, institutions and those who vote."""
    places = {e["name"] for e in entries("counted_nouns") if e["class"] in ("admin", "institution")}
    return frozenset(places | _voters())


@cache
def _voters() -> frozenset[str]:
    return frozenset({"phiếu"} | {s for e in entries("claim_cues") if e["role"] == "members" for s in e["spellings"]})


@cache
def _plan() -> re.Pattern[str]:
    spelled = {s for e in entries("implied_words") if e["role"] in ("plan", "promise") for s in e["spellings"]}
    return compiled(rf"(?<!\p{{L}})(?:{'|'.join(map(re.escape, sorted(spelled)))})(?!\p{{L}})")
