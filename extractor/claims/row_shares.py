"""What the shares beside the parts of a row are of, where the row is known to make up a total.

"Nhà dân 320 vụ (33,6%), kho xưởng 124 vụ (13,4%), …" of 881 in all: each share is of these, and together they are 100%.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from extractor.claims import cues, fit
from extractor.claims.crossing import cut_across
from extractor.claims.proposal import Proposal, inferred, stated
from extractor.claims.reading import Operand, Reading
from extractor.claims.stated_shares import OF_PART, beside
from extractor.lexicon.patterns import compiled

RULE = "share.of_row"
_HUNDRED = Decimal(100)
# What shares that are printed for a whole row come to, however badly they are worked out.
_ABOUT_ALL = (Decimal(90), Decimal(110))
_LIMIT = Decimal("0.06")
# "chiếm 12% tổng số vụ", but not "đạt 63% so với dự toán năm"
_OF_TOTAL = compiled(r"^ ?(?:[,.;)]|$| (?:và|còn) |(?:trong |trên |của )?(?:tổng|số) )")
_Share = tuple[Operand, Operand]


def row_shares(reading: Reading, proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """The shares of rows that make up a total, and that these are all of it.

    Args:
        reading: the figures.
        proposals: the claims found so far.
    """
    proposals = list(proposals)
    told = {p.index for known in proposals if known.kind == "share" for p in known.flat()}
    added: set[int] = set()
    for known in proposals:
        if (of_figures := known.as_sum) is None:
            continue
        total, parts = of_figures
        row = [_share(reading, part) for part in parts]
        shares = [share for share in row if share is not None]
        if len(shares) < len(parts) or not _come_to_all(shares) or total.bounds[0] <= 0:
            continue
        if not fit.meets(fit.total([part for part, _ in shares], total), total) or _of_another(shares, total):
            continue
        if not all(_is_plain(reading, share, total) for share in shares):
            continue
        for part, percent in shares:
            if percent.index not in told:
                told.add(percent.index)
                yield stated("share", {"part": part, "whole": total, "percent": percent}, RULE)
        added.update(percent.index for _, percent in shares)
        yield stated("percent_sum", {"parts": tuple([percent for _, percent in shares])}, "percent_sum.of_row")
    yield from _of_one_whole(reading, proposals, added)


def _share(reading: Reading, part: Operand) -> _Share | None:
    """A part with the share that stands right behind it."""
    i = part.index + 1
    if i >= len(reading.figures) or reading.figures[i].kind != "percent" or len(reading.sides[i]) != 1:
        return None
    percent = reading.sides[i][0]
    if percent.value is None or percent.modified or cues.direction(reading.cue(i)) is not None:
        return None
    found = beside(reading, percent)
    if found is None and _OF_TOTAL.match(reading.tail(i)) is not None:
        found = beside(reading, percent, OF_PART, based=True)
    return (part, percent) if found is part else None


def _is_plain(reading: Reading, share: _Share, total: Operand) -> bool:
    """Whether a share fits, or nothing else can be meant: "đạt 63%" may be of a plan, "(63%)" and "chiếm 63%" hardly."""
    part, percent = share
    if fit.fits_share(part, total, percent):
        return True
    return reading.in_brackets(percent.index) or "chiếm" in reading.between(part.index, percent.index)


def _come_to_all(shares: list[_Share]) -> bool:
    low, high = _ABOUT_ALL
    return low <= sum((percent.value or Decimal(0) for _, percent in shares), Decimal(0)) <= high


def _of_another(shares: list[_Share], total: Operand) -> bool:
    """Whether there is another whole that all shares fit: "10,9 triệu mũi: mũi 1 là 7,4 triệu trẻ (64,5%), …" of all children."""
    if all(fit.fits_share(part, total, percent) for part, percent in shares):
        return False
    return fit.overlap([fit.base(part, percent) for part, percent in shares if percent.bounds[0] > 0])


def _of_one_whole(reading: Reading, proposals: list[Proposal], added: set[int]) -> Iterator[Proposal]:
    """As in "chiếm 46,53% tổng dư nợ … chiếm 53,47% tổng dư nợ": neighbouring shares of one whole that come to 100%."""
    by_whole: dict[str, dict[int, _Share]] = {}
    for known in proposals:
        part, whole, percent = (known.operands.get(name) for name in ("part", "whole", "percent"))
        if isinstance(part, Operand) and isinstance(whole, Operand) and isinstance(percent, Operand):
            # "26/29 vụ (89,65%) … 3/29 vụ (10,35%)" are of one whole as well.
            ref = f"/{whole.value} {whole.unit}" if ".d" in whole.ref else whole.ref
            by_whole.setdefault(ref, {})[percent.index] = part, percent
    for shares in by_whole.values():
        row = [shares[i] for i in sorted(shares)]
        percents = [percent for _, percent in row]
        if len(row) < 2 or added.intersection(shares) or any(percent.value is None for percent in percents):
            continue
        low = sum((percent.bounds[0] for percent in percents), Decimal(0))
        high = sum((percent.bounds[1] for percent in percents), Decimal(0))
        odds = (high - low) / _HUNDRED
        if low <= _HUNDRED <= high and odds <= _LIMIT and not cut_across(reading, [part for part, _ in row]):
            yield inferred(
                "percent_sum", {"parts": tuple(percents)}, "percent_sum.of_one_whole", candidates=1, chance=odds
            )
