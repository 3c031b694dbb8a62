"""Comparisons that open with their base: "So với tuần trước (240 ca), số mắc mới tăng 46 ca, tức tăng 19,2%"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extractor.claims import chance, cues, fit
from extractor.claims.changes import changed
from extractor.claims.proposal import Proposal, inferred, stated
from extractor.claims.reading import Operand, Reading, same_quantity
from extractor.lexicon.patterns import compiled

_OPENS = compiled(r"(?<!\p{L})so với [^,;.()]{1,60}\($")
_CLOSES = compiled(r"^\)?,? ?(?:thì )?[^,;.()%\d]{0,60}$")
_ENDS_OPEN = compiled(rf"^[^.;%\d]{{0,20}}?(?:{cues.spellings('equivalent')})[^.;%\d]{{0,24}}$|^ ?\($")
_SENTENCES_BACK = 3
_WINDOW = 12


def find_opened(reading: Reading) -> Iterator[Proposal]:
    """The differences and changes of clauses that name the base first and leave the level to what was said before."""
    for i in range(len(reading.figures) - 1):
        if len(reading.sides[i]) != 1 or not _OPENS.search(reading.cue(i)):
            continue
        old, first = reading.sides[i][0], i + 1
        if old.value is None or old.sentence != reading.sentence_of(first) or len(reading.sides[first]) != 1:
            continue
        if not _CLOSES.match(reading.between(i, first)):
            continue
        result = reading.sides[first][0]
        yield from _compared(reading, old, result)
        # "…, tức tăng 15,1%"
        second = first + 1
        if (
            result.kind != "percent"
            and second < len(reading.figures)
            and reading.figures[second].kind == "percent"
            and reading.sides[second]
            and _ENDS_OPEN.match(reading.between(first, second))
        ):
            yield from _compared(reading, old, reading.sides[second][0], like=cues.amount_direction(reading.cue(first)))


def _compared(reading: Reading, old: Operand, result: Operand, like: str | None = None) -> Iterator[Proposal]:
    cue = reading.cue(result.index)
    rate = result.kind == "percent" and old.kind != "percent"
    direction = (cues.direction(cue) if rate else cues.amount_direction(cue)) or like
    if direction is None or result.value is None or not (rate or _amount_of(result, old)):
        return
    levels = _levels(reading, old)
    tried = 0
    for new in levels:
        tried += 1
        larger, smaller = (new, old) if direction == "up" else (old, new)
        if rate and fit.fits_change(old, new, result, direction):
            computed = fit.change(old, new)
            odds = chance.of_ratio(result, computed, tried) if computed else chance.LIKELY
        elif not rate and fit.meets(fit.difference(larger, smaller), result):
            odds = chance.of_sum(result, (larger, smaller), tried)
        else:
            continue
        yield _claim(old, new, result, direction, rate, sure=len(levels) == 1, tried=tried, odds=odds)
        return
    if len(levels) == 1:
        yield _claim(old, levels[0], result, direction, rate, sure=True, tried=1, odds=chance.LIKELY)


def _claim(
    old: Operand, new: Operand, result: Operand, direction: str, rate: bool, *, sure: bool, tried: int, odds: Decimal
) -> Proposal:
    if rate:
        if sure:
            return changed(old, new, result, direction, "opened")
        operands = {"old": old, "new": new, "percent": result}
        return inferred(
            "change",
            {**operands},
            "change.opened",
            candidates=tried,
            chance=odds,
            direction=direction,
        )
    larger, smaller = (new, old) if direction == "up" else (old, new)
    levels = {"larger": larger, "smaller": smaller, "difference": result}
    if sure:
        return stated("difference", {**levels}, "difference.opened")
    return inferred("difference", {**levels}, "difference.opened", candidates=tried, chance=odds)


def _amount_of(result: Operand, old: Operand) -> bool:
    if old.kind == "percent":
        return result.kind == "points"
    return same_quantity(result, old) and result.kind == old.kind


def _levels(reading: Reading, old: Operand) -> list[Operand]:
    """What may be the level now: figures of the base's own unit in the sentences before, each number once."""
    found: dict[object, Operand] = {}
    for i in range(old.index - 1, max(-1, old.index - 1 - _WINDOW), -1):
        if len(reading.sides[i]) != 1:
            continue
        operand = reading.sides[i][0]
        if old.sentence - operand.sentence > _SENTENCES_BACK:
            break
        if operand.kind != old.kind or operand.unit != old.unit or operand.value is None:
            continue
        if operand.value == old.value or cues.direction(reading.cue(i)) is not None:
            continue
        found.setdefault(operand.value, operand)
    return list(found.values())
