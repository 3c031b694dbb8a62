"""Totals that a pattern of the article gives away: parts whose percentages are of their own sum, parallel columns."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extractor.claims import chance, cues, fit, slips
from extractor.claims.proposal import Operands, Proposal, inferred, stated
from extractor.claims.reading import Bounds, Operand, Reading
from extractor.claims.stated_shares import beside, row_of
from extractor.lexicon.patterns import compiled

_BACK_SENTENCES = 12
_WINDOW = 30
_MOST_PARTS = 8
_TWO_DIGITS = 10
# How many rates may stand between a total and the first of its parts.
_RATES = 3
_BY_A_TWENTIETH = Decimal("1.05")
_THE_REST = compiled(r"(?:phần|số) còn lại(?:,| là|, là)? ?(?:khoảng |gần |hơn )?")


def find_row_totals(reading: Reading) -> Iterator[Proposal]:
    """As in "412 vụ … 218 vụ (69,87%), 81 vụ (25,96%), 13 vụ còn lại (4,17%)": shares of a sum that is not the total.

    Where every part of a row is just the printed percentage of the sum of the row, the row is a partition of
    something, and the one figure of its unit before it that is a slip away from the sum is that whole.
    """
    done: set[int] = set()
    for index, figure in enumerate(reading.figures):
        if figure.kind != "percent" or index in done or not reading.sides[index]:
            continue
        percent = reading.sides[index][0]
        part = beside(reading, percent)
        if part is None:
            continue
        row = row_of(reading, percent, part)
        done.update(share.index for _, share in row)
        parts = [count for count, _ in row]
        if len(row) < 2 or not part.unit or not _shares_of_their_sum(row):
            continue
        totals = _before(reading, parts)
        if any(fit.meets(fit.total(parts, total), total) for total in totals):
            continue
        near = [
            total
            for total in totals
            # Of one digit anything is one slip away.
            if total.bounds[0] >= _TWO_DIGITS and slips.repairs(total, fit.total(parts, total))
        ]
        if len({total.value for total in near}) == 1:
            yield stated("sum", {"parts": tuple(parts), "total": near[0]}, "sum.row")


def _shares_of_their_sum(row: list[tuple[Operand, Operand]]) -> bool:
    parts = [count for count, _ in row]
    low, high = fit.total(parts, parts[0])
    if low <= 0:
        return False
    for part, percent in row:
        bounds = (part.bounds[0] * 100 / high, part.bounds[1] * 100 / low)
        if percent.ulp is None or not fit.meets(bounds, percent):
            return False
    # Two whole percentages prove little.
    return len(row) > 2 or all(percent.ulp is not None and percent.ulp < 1 for _, percent in row)


def _before(reading: Reading, parts: list[Operand]) -> list[Operand]:
    first = parts[0]
    found = []
    for i in range(first.index - 1, max(-1, first.index - 1 - _WINDOW), -1):
        if first.sentence - reading.sentence_of(i) > _BACK_SENTENCES:
            break
        for operand in reading.sides[i]:
            if operand.kind == first.kind and operand.unit == first.unit and operand.value is not None:
                found.append(operand)
    return found


def sums_of_shares(reading: Reading, proposals: list[Proposal]) -> Iterator[Proposal]:
    """Parts that were each held to one whole, and together make it up; "phần còn lại" says so of one and what follows.

    Args:
        reading: the figures.
        proposals: the claims found so far.
    """
    parts_of: dict[tuple[str, int | None], dict[str, Operand]] = {}
    wholes: dict[str, Operand] = {}
    for proposal in proposals:
        if proposal.kind != "share":
            continue
        part, whole = proposal.operands["part"], proposal.operands["whole"]
        if not (isinstance(part, Operand) and isinstance(whole, Operand)) or part.index == whole.index:
            continue
        wholes[whole.ref] = whole
        for group in ((whole.ref, None), (whole.ref, part.sentence)):
            parts_of.setdefault(group, {}).setdefault(part.ref, part)
    for (ref, sentence), by_ref in parts_of.items():
        parts = list(by_ref.values())
        rest = _the_rest(reading, max(parts, key=lambda p: p.index)) if sentence is None else None
        if rest is not None and rest.ref != ref and rest.ref not in by_ref:
            whole = wholes[ref]
            yield stated("sum", {"parts": (*parts, rest), "total": whole}, "sum.rest_of_share")
    for (ref, _), by_ref in parts_of.items():
        parts = list(by_ref.values())
        if len(parts) >= 2 and fit.meets(fit.total(parts, wholes[ref]), wholes[ref]):
            odds = chance.of_sum(wholes[ref], parts, 1)
            operands: Operands = {"parts": tuple(parts), "total": wholes[ref]}
            yield inferred("sum", operands, "sum.of_shares", candidates=1, chance=odds)


def sums_of_rates(reading: Reading, sums: list[Proposal]) -> Iterator[Proposal]:
    """The rates told in front of a total and of each part: "tỷ lệ nghèo 5,71%, số hộ 1.586 …; hộ nghèo 2,93%, số hộ 815 …".

    Args:
        reading: the figures.
        sums: the sums found so far.
    """
    for known in sums:
        if (of_figures := known.as_sum) is None:
            continue
        total, parts = of_figures
        rates = [_rate_before(reading, o) for o in (total, *parts)]
        if len({rate.index for rate in rates if rate is not None}) != len(rates):
            continue
        whole, *shares = [rate for rate in rates if rate is not None]
        odds = chance.of_sum(whole, shares, 1)
        if fit.meets(fit.total(shares, whole), whole) and odds <= chance.FAR:
            made: Operands = {"parts": tuple(shares), "total": whole}
            yield inferred("sum", made, "sum.of_rates", candidates=1, chance=odds)


def _rate_before(reading: Reading, operand: Operand) -> Operand | None:
    """The percentage right in front of a figure in its sentence, that is no rise."""
    i = operand.index - 1
    if i < 0 or reading.figures[i].kind != "percent" or reading.sentence_of(i) != operand.sentence:
        return None
    return reading.sides[i][0] if cues.direction(reading.cue(i)) is None else None


def _the_rest(reading: Reading, part: Operand) -> Operand | None:
    """The figure that opens the sentence behind a part with "Phần còn lại, …", if it is of the part's own unit."""
    for i in range(part.index + 1, min(len(reading.figures), part.index + 6)):
        sentence = reading.sentence_of(i)
        if sentence == part.sentence:
            continue
        if sentence != part.sentence + 1 or len(reading.sides[i]) != 1:
            return None
        rest = reading.sides[i][0]
        opens = _THE_REST.fullmatch(reading.lower, reading.sentences[sentence].start, rest.start) is not None
        return rest if opens and rest.kind == part.kind and rest.unit == part.unit and rest.value is not None else None
    return None


def parallel_sums(reading: Reading, sums: list[Proposal]) -> Iterator[Proposal]:
    """The sum beside one that holds: "5.593 doanh nghiệp với 67.580 tỷ đồng … 4.837 doanh nghiệp, 26.320 tỷ đồng; …".

    Where the parts of one column make up its total and each stands in a clause with just one figure of another
    column, those must make up the total beside it too.

    Args:
        reading: the figures.
        sums: the sums found so far.
    """
    for known in sums:
        if (of_figures := known.as_sum) is None:
            continue
        total, column = of_figures[0], list(of_figures[1])
        if any(len(reading.sides[p.index]) != 1 for p in (*column, total)):
            continue
        if len(column) < 3 or chance.of_sum(total, column, 1) > chance.FAR or total.start > column[0].start:
            continue
        for step in (-1, 1):
            made = _parallel(reading, total, column, step)
            if made is not None:
                yield made


def _parallel(reading: Reading, total: Operand, column: list[Operand], step: int) -> Proposal | None:
    """The sum of what stands in front of each figure of a sum, or behind it."""
    other_total = _beside_total(reading, total, step)
    if other_total is None:
        return None
    others = [_beside_part(reading, p, other_total, column, step) for p in column]
    beside_them = [o for o in others if o is not None]
    if len(beside_them) < len(column) or any(o.modified for o in (other_total, *beside_them)):
        return None
    computed = fit.total(beside_them, other_total)
    consists = cues.CONSISTS.search(reading.lower, total.end, column[0].start) is not None
    stands = fit.meets(computed, other_total) or (consists and _near(computed, other_total))
    if not stands:
        odds = slips.chance([other_total, *beside_them], chance.of_sum(other_total, beside_them, 1))
        stands = odds < chance.LIKELY and slips.repairs(other_total, computed)
    operands: Operands = {"parts": tuple(beside_them), "total": other_total}
    return stated("sum", operands, "sum.parallel") if stands else None


def _near(computed: Bounds, total: Operand) -> bool:
    """Whether a sum misses its total by a twentieth at most."""
    low, high = total.bounds
    return computed[0] <= high * _BY_A_TWENTIETH and low <= computed[1] * _BY_A_TWENTIETH


def sums_of_totals(reading: Reading, sums: list[Proposal]) -> Iterator[Proposal]:
    """What is made up of parts that are made up themselves: "41 trường, trong đó 18 …, gồm 9, 3 và 6; 23 …, gồm 14 và 9".

    Args:
        reading: the figures.
        sums: the sums found so far.
    """
    totals = {t.index for known in sums if isinstance(t := known.operands["total"], Operand)}
    parts = {o.index for known in sums for o in known.flat()} - totals
    for first in sorted(totals):
        total = _told_ahead(reading, first, totals | parts)
        if total is None:
            continue
        column = [
            side
            for i in range(first, min(len(reading.figures), first + _WINDOW))
            if i not in parts and reading.sentence_of(i) - total.sentence <= 1
            for side in reading.sides[i]
            if len(reading.sides[i]) == 1 and (side.kind, side.unit) == (total.kind, total.unit) and side.value
        ]
        if any(side.modified or cues.amount_direction(reading.cue(side.index)) is not None for side in column):
            continue
        for count in fit.fitting_runs(column[:_MOST_PARTS], total):
            found = column[:count]
            odds = chance.of_sum(total, found, count - 1)
            if odds <= chance.LIKELY:
                operands: Operands = {"parts": tuple(found), "total": total}
                yield inferred("sum", operands, "sum.of_totals", candidates=count - 1, chance=odds)
            break


def _told_ahead(reading: Reading, index: int, taken: set[int]) -> Operand | None:
    """The figure right before one, of the same unit, whose parts the words between begin to tell; no part of any sum."""
    part = reading.sides[index][0]
    for i in range(index - 1, max(-1, index - 1 - _RATES), -1):
        if len(reading.sides[i]) != 1 or part.sentence - reading.sentence_of(i) > 1 or i in taken:
            return None
        total = reading.sides[i][0]
        if total.kind in ("percent", "points"):
            continue
        alike = (total.kind, total.unit) == (part.kind, part.unit) and total.value is not None and not total.modified
        between = reading.lower[total.end : part.start]
        return total if alike and (cues.INSIDE.search(between) or cues.CONSISTS.search(between)) else None
    return None


def _beside_total(reading: Reading, total: Operand, step: int) -> Operand | None:
    i = total.index + step
    if not 0 <= i < len(reading.figures) or len(reading.sides[i]) != 1 or reading.sentence_of(i) != total.sentence:
        return None
    other = reading.sides[i][0]
    unlike = (other.kind, other.unit) != (total.kind, total.unit)
    return other if unlike and other.kind in ("count", "money", "measure") and other.value else None


def _beside_part(reading: Reading, part: Operand, like: Operand, column: list[Operand], step: int) -> Operand | None:
    """The one figure of the other column in the clause of a part, beside it as it stands beside the total."""
    found = None
    for i in range(part.index + step, part.index + 5 * step, step):
        if not 0 <= i < len(reading.figures) or reading.sentence_of(i) != part.sentence:
            break
        if any(i == p.index for p in column) or (step > 0 and ";" in reading.between(i - 1, i)):
            break
        for operand in reading.sides[i]:
            like_it = operand.kind == like.kind and (operand.kind == part.kind) <= (operand.unit == like.unit)
            if like_it and operand.value is not None and len(reading.sides[i]) == 1:
                if found is not None:
                    return None
                found = operand
    return found
