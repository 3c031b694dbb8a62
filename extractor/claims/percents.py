"""Percentages: each is the share of something, or the rate at which something changed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extractor.claims import cues, fit, slips
from extractor.claims.changes import amount_and_percent, change_of, rate_of_amount, rate_of_way
from extractor.claims.fitting_shares import beside_each_other
from extractor.claims.named_wholes import NAMES_TOTAL, OF_MORE, named_whole, names_others
from extractor.claims.proposal import Proposal, stated
from extractor.claims.reading import Operand, Reading
from extractor.claims.shares import share_of
from extractor.claims.slipped_shares import slipped_share
from extractor.claims.stated_shares import beside, larger, row_of
from extractor.lexicon.patterns import compiled

_ROW = 6
_ENOUGH = 2
_SEVERAL = 3
_LED_TO = compiled(r"(?:, |(?<!\p{L})(?:xuống|chỉ) )còn (?:khoảng |gần |hơn )?$")
_NEAR = 5
_IN_BRACKETS = compiled(r"^[^.;()\d\n]{0,70}\((?:chiếm |tỷ lệ |tỉ lệ ){0,2}$")
_TO_TWO_DECIMALS = Decimal("0.01")


def find_percent_claims(reading: Reading) -> Iterator[Proposal]:
    """A share or a change for each percentage whose operands the article gives."""
    shares: dict[int, Proposal] = {}
    open_percents: list[Operand] = []
    for index, figure in enumerate(reading.figures):
        if figure.kind != "percent" or not reading.sides[index]:
            continue
        percent = reading.sides[index][0]
        direction = direction_of(reading, index)
        if direction is not None:
            pair = amount_and_percent(reading, percent, direction)
            if pair is not None:
                yield from pair
                continue
        if direction is None:
            proposal = rate_of_amount(reading, percent) or rate_of_way(reading, percent)
        else:
            proposal = change_of(reading, percent, direction)
        if proposal is None and direction is None:
            proposal = share_of(reading, percent)
        if proposal is None:
            if direction is None:
                open_percents.append(percent)
        elif proposal.kind == "share":
            shares[index] = proposal
        else:
            yield proposal
    yield from _rows(reading, shares, open_percents)


def _rows(reading: Reading, shares: dict[int, Proposal], open_percents: list[Operand]) -> Iterator[Proposal]:
    """The shares, and those that a row of like clauses makes of percentages whose own words leave it open.

    What the arithmetic alone found for one of a row gives way: where the others were held to one whole, so is it.
    """
    for index, share in shares.items():
        row = None
        if share.basis == "inferred":
            row = _share_like_siblings(reading, reading.sides[index][0], shares, share)
        elif not _fits(share):
            # Of "6 hộ, gồm …. Có 2 hộ (0,7%), 2 hộ (0,7%) và 263 hộ (98,5%) trong tổng số 267 hộ" none is of the 6.
            row = _share_like_siblings(reading, reading.sides[index][0], shares)
            row = row if row is not None and _fits(row) else None
        yield row or share
    for percent in open_percents:
        row = (
            _share_like_siblings(reading, percent, shares)
            or _slip_among_shares(reading, percent, shares)
            or slipped_share(reading, percent)
        )
        if row is not None:
            yield row


def _fits(share: Proposal) -> bool:
    operands = share.flat()
    return len(operands) < len(share.operands) or fit.fits_share(*operands)


def _share_like_siblings(
    reading: Reading, percent: Operand, shares: dict[int, Proposal], found: Proposal | None = None
) -> Proposal | None:
    """As in "218 vụ (chiếm 69,87%), ô tô 81 vụ (25,96%), 13 vụ (9,17%)": one of a row, held to the whole of the others.

    Two of the others must be, or one of which the words say so; one is enough for what the arithmetic ``found`` too.
    """
    named = NAMES_TOTAL.match(reading.tail(percent.index))
    part = beside(reading, percent)
    if part is None and named is not None:
        part = beside(reading, percent, based=True)
    if part is None or (named is None and OF_MORE.match(reading.tail(percent.index))):
        return None
    if named_whole(reading, percent, part) is not None:
        return None
    own = named is not None and bool(part.unit) and (named["noun"] or part.unit).startswith(part.unit)
    row: list[tuple[Operand, Operand]] = []
    wholes: dict[Decimal | None, tuple[Operand, int]] = {}
    for index in range(percent.index - _ROW, percent.index + _ROW + 1):
        share = shares.get(index)
        if share is None or index == percent.index:
            continue
        other, whole = share.operands["part"], share.operands["whole"]
        if not (isinstance(other, Operand) and isinstance(whole, Operand)) or other.index == whole.index:
            continue
        if abs(reading.sentence_of(index) - percent.sentence) > own or other.unit != part.unit:
            continue
        if beside(reading, reading.sides[index][0]) is not other:
            continue
        if beside_each_other(reading, whole, other) or beside_each_other(reading, whole, part):
            continue
        if percent.start < whole.start < reading.figures[index].start:
            # A whole that only the sibling behind it speaks of.
            continue
        row.append((other, reading.sides[index][0]))
        if larger(whole, part) and whole.index != part.index and whole.value != part.value:
            extra = int(share.basis == "stated") + _makes_up(reading, percent, part, whole)
            wholes[whole.value] = (whole, max(extra, wholes.get(whole.value, (whole, 0))[1]))
    # The whole that most of the others are just that percentage of.
    weighed = [
        (sum(fit.fits_share(other, whole, rate) for other, rate in row) + extra, whole)
        for whole, extra in wholes.values()
    ]
    weighed.sort(key=lambda pair: -pair[0])
    if not weighed or (len(weighed) > 1 and weighed[1][0] == weighed[0][0]):
        return None
    weight, whole = weighed[0]
    if names_others(reading, percent, whole) and not fit.fits_share(part, whole, percent):
        return None
    confirmed = found is not None and (found.operands["part"], found.operands["whole"]) == (part, whole)
    if weight < _ENOUGH and not confirmed:
        return None
    narrower = named is not None and named["noun"] not in (None, part.unit)
    if narrower and not fit.fits_share(part, whole, percent) and not slips.near_share(part, whole, percent):
        # "20 dự án, chiếm 12% tổng số dự án toàn tỉnh": of more than the others are of.
        return None
    return stated("share", {"part": part, "whole": whole, "percent": percent}, "share.row")


def _slip_among_shares(reading: Reading, percent: Operand, shares: dict[int, Proposal]) -> Proposal | None:
    """As in "1.587 đại biểu …, 222 nữ (13,99%); … 1.067 đại biểu (67,32%)": one digit away from the others' whole.

    Three of the others, and all near it, must be shares of that whole, and the percentage be printed to two decimals.
    """
    part = beside(reading, percent, _IN_BRACKETS)
    if part is None or not part.unit or part.modified or percent.value is None:
        return None
    if percent.ulp is None or percent.ulp > _TO_TWO_DECIMALS or percent.value * 10 == int(percent.value * 10):
        # "17,30%" may be 17,3% to one decimal.
        return None
    wholes: list[Operand] = []
    for index, share in shares.items():
        whole = share.operands["whole"]
        if abs(reading.sentence_of(index) - percent.sentence) > _NEAR or not isinstance(whole, Operand):
            continue
        if fit.fits_share(*(o for o in share.flat())):
            wholes.append(whole)
    if len(wholes) < _SEVERAL or len({whole.value for whole in wholes}) > 1 or part.unit != wholes[0].unit:
        return None
    whole = wholes[0]
    computed = fit.share(part, whole)
    if computed is None or not larger(whole, part) or not slips.repairs(percent, computed):
        return None
    return stated("share", {"part": part, "whole": whole, "percent": percent}, "share.slip_among_shares")


def _makes_up(reading: Reading, percent: Operand, part: Operand, whole: Operand) -> bool:
    """Whether the row of a percentage makes up the whole, by its parts or by its percentages."""
    row = row_of(reading, percent, part)
    counts = [p for p, _ in row]
    shares = [s for _, s in row]
    low = sum((s.bounds[0] for s in shares), Decimal(0))
    high = sum((s.bounds[1] for s in shares), Decimal(0))
    return len(row) >= 2 and (fit.meets(fit.total(counts, whole), whole) or low <= 100 <= high)


def direction_of(reading: Reading, index: int) -> str | None:
    """Whether the percentage is a rise or a fall; one in brackets takes it from the figure before it."""
    cue = reading.cue(index)
    found = cues.direction(cue)
    if found is not None:
        # "tiếp tục giảm mạnh, còn 3,45%": the level, and no rate of the fall.
        return None if _LED_TO.search(cue) is not None else found
    bare = cue.strip(" (,")
    bracket = reading.in_brackets(index) and "," not in cue and not cues.SHARE.search(cue)
    if (
        index
        and (not bare or bracket or cues.ENDS_EQUIVALENT.search(cue))
        and reading.sentence_of(index - 1) == reading.sentence_of(index)
    ):
        previous = reading.figures[index - 1]
        if previous.numerator is None and previous.kind != "percent":
            return cues.amount_direction(reading.cue(index - 1))
    return None
