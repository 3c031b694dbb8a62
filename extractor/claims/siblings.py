"""What clauses built alike claim alike: "huyện A 6.368 ha, 54,92 tạ/ha, 34.975 tấn; huyện B 16.447 ha, 57,48 tạ/ha, …".

A claim that fits shows which figures of its clauses belong together. Where figures of the same kinds and units, with the
same words right in front of them, stand in the same order again, they belong together in the same way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from extractor.claims import slips
from extractor.claims.fitting import computed, fits
from extractor.claims.proposal import Operands, Proposal, stated
from extractor.claims.reading import Operand, Reading
from extractor.records import ClaimKind

# How many figures a claim may reach over, and how far from it those like it may stand.
_LONGEST = 8
_REACH = 40
# So many that fit leave no doubt of the others.
_SURE = 2
# … and so does one that is as long: no such row of figures comes again by chance.
_RICH = 4
# What each kind works out of its other operands.
_RESULTS = {
    "share": "percent",
    "change": "percent",
    "difference": "difference",
    "product": "result",
    "mean": "mean",
}

# Where an operand stands, counted from the first figure of the claim, and which side of it is; or a number of no figure.
_Place = tuple[int, int] | Decimal


class _Layout(NamedTuple):
    """How a claim is built: where its operands stand, and what the figures are that it reaches over."""

    kind: ClaimKind
    direction: str | None
    places: tuple[tuple[str, _Place | tuple[_Place, ...]], ...]
    figures: tuple[tuple[str, str, str], ...]


def find_siblings(reading: Reading, proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """The claims of clauses that are built like one whose claim fits.

    One that does not fit is told where it misses by a slip, or where several others fit.

    Args:
        reading: the figures.
        proposals: the claims found so far.
    """
    results = [(p, result) for p in proposals if (result := _result(p)) is not None]
    told = {result.index for _, result in results}
    # What a claim like one that is known would work out.
    open_ = {
        (f.kind, reading.sides[i][-1].unit) for i, f in enumerate(reading.figures) if i not in told and reading.sides[i]
    }
    layouts: dict[_Layout, list[int]] = {}
    for proposal, result in results:
        if (reading.figures[result.index].kind, result.unit) not in open_:
            continue
        first = min(operand.index for operand in proposal.flat())
        layout = _layout(reading, proposal, first) if fits(proposal) else None
        if layout is not None:
            layouts.setdefault(layout, []).append(first)
    for layout, known in layouts.items():
        found = [_at(reading, layout, first) for first in _like(reading, layout, known)]
        new = [p for p in found if p is not None and (made := _result(p)) is not None and made.index not in told]
        fitting = [p for p in new if fits(p)]
        missing = [p for p in new if not fits(p)]
        sure = len(known) + len(fitting)
        if len(missing) > sure:
            missing = []
        elif sure < _SURE and len(layout.figures) < _RICH:
            missing = [p for p in missing if _is_slip(p)]
        for proposal in (*fitting, *missing):
            told.update(operand.index for operand in (_result(proposal),) if operand is not None)
            yield proposal


def _result(proposal: Proposal) -> Operand | None:
    name = _RESULTS.get(proposal.kind)
    operand = None if name is None else proposal.operands[name]
    return operand if isinstance(operand, Operand) else None


def _layout(reading: Reading, proposal: Proposal, first: int) -> _Layout | None:
    last = max(operand.index for operand in proposal.flat())
    if last - first >= _LONGEST or any(not reading.sides[i] for i in range(first, last + 1)):
        return None

    def place(operand: Operand | Decimal) -> _Place:
        if isinstance(operand, Decimal):
            return operand
        return operand.index - first, reading.sides[operand.index].index(operand)

    return _Layout(
        proposal.kind,
        proposal.extra.get("direction"),
        tuple(
            (name, tuple([place(o) for o in operand]) if isinstance(operand, tuple) else place(operand))
            for name, operand in proposal.operands.items()
        ),
        tuple([_looks(reading, i, first) for i in range(first, last + 1)]),
    )


def _looks(reading: Reading, index: int, first: int) -> tuple[str, str, str]:
    """What a figure is, with the last word in front of it unless it is the first of its clause."""
    word = "" if index == first else "".join(reading.between(index - 1, index).rsplit(None, 1)[-1:])
    return reading.figures[index].kind, reading.sides[index][-1].unit, word


def _like(reading: Reading, layout: _Layout, known: list[int]) -> Iterator[int]:
    """Where figures of a layout begin, besides where it is known, none of them within another."""
    size = len(layout.figures)
    last = len(reading.figures) - size
    taken = {i + k for i in known for k in range(size)}
    free = 0
    for first in sorted({k for i in known for k in range(max(0, i - _REACH), min(last, i + _REACH) + 1)}):
        if first >= free and taken.isdisjoint(range(first, first + size)) and _matches(reading, layout, first):
            yield first
            free = first + size


def _matches(reading: Reading, layout: _Layout, first: int) -> bool:
    return all(
        reading.sides[first + k] and _looks(reading, first + k, first) == looks
        for k, looks in enumerate(layout.figures)
    )


def _at(reading: Reading, layout: _Layout, first: int) -> Proposal | None:
    def operand(place: _Place) -> Operand | Decimal:
        return place if isinstance(place, Decimal) else reading.sides[first + place[0]][place[1]]

    operands: Operands = {}
    for name, places in layout.places:
        if isinstance(places, tuple) and isinstance(places[0], tuple | Decimal):
            operands[name] = tuple([operand(place) for place in places])
        else:
            operands[name] = operand(places)
    extra = {} if layout.direction is None else {"direction": layout.direction}
    made = stated(layout.kind, operands, f"{layout.kind}.sibling", **extra)
    return None if any(o.value is None or o.modified for o in made.flat()) else made


def _is_slip(proposal: Proposal) -> bool:
    if proposal.kind not in ("share", "change"):
        made = computed(proposal)
        return made is not None and slips.repairs(made[1], made[0])
    a, b, percent = proposal.flat()
    if proposal.kind == "share":
        return slips.near_share(a, b, percent)
    return slips.near_share(b, a, percent, proposal.extra["direction"])
