"""Shares of one whole that a list names again and again: "49 phiếu (chiếm 84,48% tổng số đại biểu)", "4 phiếu (chiếm …)".

Where the words behind several percentages are the same, one of these is told to be of a figure and another fits it too, the
others are of it as well, however little a share of a few says by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractor.claims import fit, slips
from extractor.claims.proposal import Proposal, stated
from extractor.claims.reading import Operand, Reading
from extractor.claims.stated_shares import OF_PART, beside
from extractor.lexicon.patterns import compiled

_BASE = compiled(r" ?(?:trên |trong |so với |của )?(?P<base>(?:tổng )?số \p{L}+(?: \p{L}+){0,8}) ?(?=[).,;\n]|$)")
_AND = compiled(r"(?: \p{L}+){0,4}(?:,| và| với)(?: \p{L}+){0,4} ")
_FEWEST = 2
_LONGEST = 100
# So many others that fit leave no doubt what one that does not is of.
_SURE = 4


def alike_shares(reading: Reading, proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """The shares whose base is named in the words of others that are of one figure.

    One that does not fit is told where it misses by a slip, or where many others fit.

    Args:
        reading: the figures.
        proposals: the claims found so far.
    """
    told: dict[int, tuple[Operand, Operand]] = {}
    for proposal in proposals:
        if proposal.kind == "share":
            part, whole, percent = proposal.operands["part"], proposal.operands["whole"], proposal.operands["percent"]
            if isinstance(part, Operand) and isinstance(whole, Operand) and isinstance(percent, Operand):
                told[percent.index] = part, whole
    if not told:
        return
    for row in _named_alike(reading):
        yield from _of_row(reading, row, told)


def _named_alike(reading: Reading) -> list[list[Operand]]:
    """The percentages of an article that name their base, together those that name it in the same words."""
    rows: dict[str, list[Operand]] = {}
    for i, figure in enumerate(reading.figures):
        if figure.kind == "percent" and len(reading.sides[i]) == 1 and (named := _BASE.match(reading.tail(i))):
            rows.setdefault(named["base"], []).append(reading.sides[i][0])
    return list(rows.values())


def of_another(reading: Reading, proposals: Iterable[Proposal]) -> set[int]:
    """The percentages whose claims only happen to fit: most that name the same base are of another figure.

    "437 đại biểu (92,39% tổng số đại biểu), 8 đại biểu (1,69% …), 3 đại biểu (0,63% …)" are of 473, not of "475/475".

    Args:
        reading: the figures.
        proposals: the claims found so far.
    """
    inferred: dict[int, Operand] = {}
    for proposal in proposals:
        whole, percent = proposal.operands.get("whole"), proposal.operands.get("percent")
        if proposal.basis == "inferred" and isinstance(whole, Operand) and isinstance(percent, Operand):
            inferred[percent.index] = whole
    if not inferred:
        return set()
    rows = [
        [
            (part, share)
            for share in row
            if (part := beside(reading, share, OF_PART, based=True)) is not None and part.value
        ]
        for row in _named_alike(reading)
    ]
    return {
        share.index
        for row in rows
        if len(row) <= _LONGEST
        for _, share in row
        if share.index in inferred and _fails_most(row, inferred[share.index])
    }


def _fails_most(row: list[tuple[Operand, Operand]], whole: Operand) -> bool:
    """Whether most shares of a row are not of a figure, and could be of another one together."""
    others = [
        (part, share) for part, share in row if part.unit == whole.unit and not fit.fits_share(part, whole, share)
    ]
    bases = [fit.base(part, share) for part, share in others if share.bounds[0] > 0]
    return 2 * len(others) > len(row) and fit.overlap(bases)


def _of_row(reading: Reading, row: list[Operand], told: dict[int, tuple[Operand, Operand]]) -> Iterator[Proposal]:
    known = [(percent, *told[percent.index]) for percent in row if percent.index in told]
    wholes = {whole.value: (part, whole) for _, part, whole in known}
    if len(wholes) != 1 or not all(fit.fits_share(part, whole, percent) for percent, part, whole in known):
        return
    ((like, whole),) = wholes.values()
    fitting: list[tuple[Operand, Operand]] = []
    missing: list[tuple[Operand, Operand]] = []
    for percent in row:
        part = None if percent.index in told else _part_of(reading, percent, like)
        if part is not None:
            (fitting if fit.fits_share(part, whole, percent) else missing).append((part, percent))
    sure = len(known) + len(fitting)
    if sure < _FEWEST:
        return
    for part, percent in fitting:
        yield _proposal(part, whole, percent)
    if sure < _SURE:
        missing = [(part, percent) for part, percent in missing if _is_slip(part, whole, percent)]
    bases = [fit.base(part, percent) for part, percent in missing if percent.bounds[0] > 0]
    if len(bases) > 1 and fit.overlap(bases):
        # Of another whole in the same words: "tổng số đại biểu" of another body.
        return
    for part, percent in missing:
        yield _proposal(part, whole, percent)


def _part_of(reading: Reading, percent: Operand, like: Operand) -> Operand | None:
    """The figure beside a percentage that is counted like those of the others."""
    part = beside(reading, percent, OF_PART, based=True)
    if part is None or part.unit != like.unit:
        part = _of_pair(reading, percent, like) or part
    if part is None or not part.value or part.modified or part.kind != like.kind or part.unit not in ("", like.unit):
        return None
    return part


def _of_pair(reading: Reading, percent: Operand, like: Operand) -> Operand | None:
    """As in "441 dự án và 10,9 tỷ USD vốn đầu tư (chiếm 8% tổng số dự án và 17% tổng vốn)": the one of two that is like others."""
    i = percent.index
    if i < 2 or any(len(reading.sides[k]) != 1 for k in (i - 2, i - 1)) or not reading.in_brackets(i):
        return None
    part, other = reading.sides[i - 2][0], reading.sides[i - 1][0]
    pair = part.unit == like.unit and other.unit != part.unit and other.kind not in ("percent", "points")
    return (
        part if pair and part.sentence == percent.sentence and _AND.fullmatch(reading.between(i - 2, i - 1)) else None
    )


def _is_slip(part: Operand, whole: Operand, percent: Operand) -> bool:
    """Whether a percentage misses by one digit or by its decimal comma: "69%" for "6,9%"."""
    share = fit.share(part, whole)
    low, high = percent.bounds
    misplaced = share is not None and any(low * by <= share[1] and share[0] <= high * by for by in slips.PLACES)
    return misplaced or slips.near_share(part, whole, percent)


def _proposal(part: Operand, whole: Operand, percent: Operand) -> Proposal:
    return stated("share", {"part": part, "whole": whole, "percent": percent}, "share.alike")
