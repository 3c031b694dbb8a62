"""Comparisons that open with their base: "So với tuần trước (240 ca), số mắc mới tăng 46 ca, tức tăng 19,2%"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
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
_FAR_BACK = 10
_WINDOW = 24


def find_opened(reading: Reading) -> Iterator[Proposal]:
    """The differences and changes of clauses that name the base first and leave the level to what was said before."""
    for i in range(len(reading.figures) - 1):
        if len(reading.sides[i]) != 1 or not _opens(reading, i):
            continue
        old, first = reading.sides[i][0], i + 1
        if not old.value or old.sentence != reading.sentence_of(first) or len(reading.sides[first]) != 1:
            continue
        if not _CLOSES.match(reading.between(i, first)):
            continue
        results = [_Result.of(reading, old, reading.sides[first][0], None)]
        # "…, tức tăng 15,1%"
        second = first + 1
        if (
            results[0] is not None
            and not results[0].rate
            and second < len(reading.figures)
            and reading.figures[second].kind == "percent"
            and reading.sides[second]
            and _ENDS_OPEN.match(reading.between(first, second))
        ):
            results.append(_Result.of(reading, old, reading.sides[second][0], results[0].direction))
        yield from _compared(reading, old, [result for result in results if result is not None])


def _opens(reading: Reading, index: int) -> bool:
    """Whether "so với … (" in front of a figure opens a clause; "giảm 300 người so với năm 2015 (" goes on with one."""
    cue = reading.cue(index)
    match = _OPENS.search(cue) if cue.endswith("(") else None
    if match is None:
        return False
    at = reading.figures[index].start - len(cue) + match.start()
    before = reading.lower[reading.sentences[reading.sentence_of(index)].start : at].rstrip()
    return not before or before[-1] in ",;:"


@dataclass(frozen=True, slots=True)
class _Result:
    """A rise or fall since the base: an amount, or a rate of one that is printed as an amount."""

    figure: Operand
    direction: str
    rate: bool

    @classmethod
    def of(cls, reading: Reading, old: Operand, figure: Operand, like: str | None) -> _Result | None:
        cue = reading.cue(figure.index)
        rate = figure.kind == "percent" and old.kind != "percent"
        direction = (cues.direction(cue) if rate else cues.amount_direction(cue)) or like
        if direction is None or figure.value is None or not (rate or _amount_of(figure, old)):
            return None
        return cls(figure, direction, rate)

    def odds(self, old: Operand, new: Operand, tried: int) -> Decimal | None:
        """How likely the level fits by chance; None if it does not fit."""
        if self.rate:
            computed = fit.change(old, new)
            if computed is None or not fit.fits_change(old, new, self.figure, self.direction):
                return None
            return chance.of_ratio(self.figure, computed, tried)
        larger, smaller = (new, old) if self.direction == "up" else (old, new)
        if not fit.meets(fit.difference(larger, smaller), self.figure):
            return None
        return chance.of_sum(self.figure, (larger, smaller), tried)

    def claim(self, old: Operand, new: Operand, odds: Decimal | None, tried: int) -> Proposal:
        """The claim that ``new`` is the level; stated if there are no ``odds`` to give."""
        if self.rate:
            if odds is None:
                return changed(old, new, self.figure, self.direction, "opened")
            operands = {"old": old, "new": new, "percent": self.figure}
            return inferred(
                "change", {**operands}, "change.opened", candidates=tried, chance=odds, direction=self.direction
            )
        larger, smaller = (new, old) if self.direction == "up" else (old, new)
        levels = {"larger": larger, "smaller": smaller, "difference": self.figure}
        if odds is None:
            return stated("difference", {**levels}, "difference.opened")
        return inferred("difference", {**levels}, "difference.opened", candidates=tried, chance=odds)


def _compared(reading: Reading, old: Operand, results: list[_Result]) -> Iterator[Proposal]:
    """The claims of all results, which speak of one level: what one of them shows to be the level, the others meet."""
    near = _levels(reading, old, _SENTENCES_BACK)
    if len(near) == 1:
        yield from (result.claim(old, near[0], None, 1) for result in results)
        return
    levels = _levels(reading, old, _FAR_BACK)
    for tried, new in enumerate(levels, 1):
        odds = [result.odds(old, new, tried) for result in results]
        known = [each for each in odds if each is not None]
        if not known or min(known) > chance.WEAK:
            continue
        sure = len(results) > 1 and min(known) <= chance.FAR
        for result, each in zip(results, odds, strict=True):
            if each is not None or sure:
                yield result.claim(old, new, each, tried)
        return


def _amount_of(result: Operand, old: Operand) -> bool:
    if old.kind == "percent":
        return result.kind == "points"
    return same_quantity(result, old) and result.kind == old.kind


def _levels(reading: Reading, old: Operand, back: int) -> list[Operand]:
    """What may be the level now: figures of the base's own unit in the sentences before, each number once."""
    found: dict[object, Operand] = {}
    for i in range(old.index - 1, max(-1, old.index - 1 - _WINDOW), -1):
        if len(reading.sides[i]) != 1:
            continue
        operand = reading.sides[i][0]
        if old.sentence - operand.sentence > back:
            break
        if operand.kind != old.kind or operand.unit != old.unit or operand.value is None:
            continue
        if operand.value == old.value or cues.direction(reading.cue(i)) is not None:
            continue
        found.setdefault(operand.value, operand)
    return list(found.values())
