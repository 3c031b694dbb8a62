"""Parts of a part under one label: "bao gồm: cá 1.488,9 nghìn tấn, tôm 322; … nuôi trồng …, trong đó cá 795,9, tôm 271,4; khai thác …".

What is told of all is told again of each part of it, sort by sort, as statistics offices do. Under each label the first figure is
made up of those that follow; and so is, where it stands in front of the first label each time, what all sorts come to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping
from decimal import Decimal

from extractor.claims import chance, cues, fit, slips
from extractor.claims.proposal import Operands, Proposal, inferred, stated
from extractor.claims.reading import Operand, Reading
from extractor.claims.slipped_sums import little_more, one_slip_away
from extractor.lexicon.patterns import compiled

_ADDABLE = ("count", "money", "measure")
_LABEL = compiled(r"(?:^|[,;:(]) ?([^,;:().\d]{1,40})$")
_OPENS = cues.word("inside", "consists")
_LEADS = cues.words("leads")
_FEWEST, _MOST = 2, 4
_LONGEST = 5
# How unlikely a sum must be that only a label speaks for.
_SURE = Decimal("0.002")
_BACK = 3
_SEVERAL = 2
RULE = "sum.alike_labels"


def find_alike_labels(reading: Reading) -> Iterator[Proposal]:
    """The figures under each label that are made up of the next ones under it, and the totals in front of them."""
    rows = _rows(reading)
    told = [each for row in rows for each in _made_up(row, _SURE, None)]
    # Where one label adds up, the others of the same sentences are told of the same wholes.
    where = Counter(_sentences(each) for each in told)
    beside = [each for row in rows for each in _made_up(row, chance.WEAK, where) if each not in told]
    totals: set[tuple[int, ...]] = set()
    where.update(_sentences(each) for each in beside)
    for each in (*told, *beside):
        yield _sum(each, chance.of_sum(each[0], each[1:], 1))
        before = [total for total in (_in_front(reading, operand) for operand in each) if total is not None]
        refs = tuple([total.index for total in before])
        if len(before) == len(each) == len(set(refs)) and refs not in totals and _comes_to(before):
            totals.add(refs)
            where[_sentences(each)] += 1
            yield _sum(before, chance.of_sum_nominal(before[0], fit.nominal(before[1:], before[0]), before[1:]))
    for each in (each for row in rows for each in _slipped(row, where)):
        yield stated("sum", {"parts": tuple(each[1:]), "total": each[0]}, RULE)


def _slipped(row: list[Operand], where: Mapping[tuple[int, ...], int]) -> Iterator[list[Operand]]:
    """What stands in the sentences where other labels add up, and misses by a slip.

    What comes to less may leave a part out that the others have nothing of, unless several of those add up.
    """
    for at in range(len(row) - _FEWEST):
        for count in range(_FEWEST, _MOST + 1):
            each = row[at : at + count + 1]
            if len(each) <= count or fit.meets(fit.total(each[1:], each[0]), each[0]):
                continue
            sure = where.get(_sentences(each), 0)
            if sure and sure + little_more(each[1:], each[0]) >= _SEVERAL:
                odds = slips.chance(each, chance.of_sum(each[0], each[1:], 1))
                if odds <= chance.LIKELY and one_slip_away(each[1:], each[0]):
                    yield each


def _made_up(row: list[Operand], limit: Decimal, where: Container[tuple[int, ...]] | None) -> Iterator[list[Operand]]:
    """Each figure of a row that the next two to four make up, with them; only in the sentences that are asked for, if any."""
    at = 0
    while at + _FEWEST < len(row):
        windows = (row[at : at + count + 1] for count in range(_FEWEST, _MOST + 1))
        found = next(
            (each for each in windows if (where is None or _sentences(each) in where) and _adds_up(each, limit)), None
        )
        if found is not None:
            yield found
        at += 1 if found is None else len(found)


def _sentences(told: list[Operand]) -> tuple[int, ...]:
    return tuple([operand.sentence for operand in told])


def _sum(told: list[Operand], odds: Decimal) -> Proposal:
    operands: Operands = {"parts": tuple(told[1:]), "total": told[0]}
    return inferred("sum", operands, RULE, candidates=len(told) - 1, chance=odds)


def _rows(reading: Reading) -> list[list[Operand]]:
    """The figures of one unit under one label, each of another sentence than the one before it."""
    alike: dict[tuple[str, str], list[Operand]] = {}
    for sides in reading.sides:
        if len(sides) == 1 and sides[0].kind in _ADDABLE and sides[0].value and sides[0].unit and not sides[0].modified:
            alike.setdefault((sides[0].kind, sides[0].base[0]), []).append(sides[0])
    rows: dict[tuple[str, str, str], list[Operand]] = {}
    for (kind, unit), operands in alike.items():
        if len(operands) <= _FEWEST or operands[0].sentence == operands[-1].sentence:
            continue
        for operand in operands:
            label = _label(reading.cue(operand.index))
            if label is not None:
                row = rows.setdefault((kind, unit, label), [])
                if not row or row[-1].sentence != operand.sentence:
                    row.append(operand)
    return list(rows.values())


def _label(cue: str) -> str | None:
    if cues.amount_direction(cue) is not None or (found := _LABEL.search(cue.rstrip())) is None:
        return None
    words = found[1][max(cues.last(_OPENS, found[1]), 0) :].split()
    while words and words[-1] in _LEADS:
        words.pop()
    return " ".join(words) if 0 < len(words) <= _LONGEST and all(word.isalpha() for word in words) else None


def _adds_up(told: list[Operand], limit: Decimal) -> bool:
    total, parts = told[0], told[1:]
    if len(told) <= _FEWEST or any(part.bounds[1] >= total.bounds[0] or part.bounds[0] <= 0 for part in parts):
        return False
    return fit.meets(fit.total(parts, total), total) and chance.of_sum(total, parts, len(parts) - 1) <= limit


def _in_front(reading: Reading, operand: Operand) -> Operand | None:
    """The figure of the same unit before one in its sentence, rates aside, that is no rise."""
    for i in range(operand.index - 1, max(-1, operand.index - 1 - _BACK), -1):
        if reading.sentence_of(i) != operand.sentence:
            return None
        if reading.figures[i].kind in ("percent", "points"):
            continue
        side = reading.sides[i][0] if len(reading.sides[i]) == 1 else None
        like = side is not None and side.kind == operand.kind and side.base[0] == operand.base[0]
        return side if like and cues.amount_direction(reading.cue(i)) is None else None
    return None


def _comes_to(told: list[Operand]) -> bool:
    """Whether they add up as they are printed, whatever "ước đạt" leaves open."""
    total, parts = told[0], told[1:]
    if total.value is None or any(part.value is None for part in parts):
        return False
    slack = sum((part.ulp or Decimal(0) for part in told), Decimal(0)) / 2
    computed = fit.nominal(parts, total)
    return abs(computed - total.value) <= slack and chance.of_sum_nominal(total, computed, parts) <= _SURE
