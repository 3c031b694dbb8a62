"""Sums: parts that make up a total, and percentages that make up 100%."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from decimal import Decimal

import regex

from extractor.claims import cues, fit
from extractor.claims.proposal import Proposal
from extractor.claims.reading import Operand, Reading, bounds_in, same_quantity

_LONGEST = 9
_REACH = 24
# Figures of a sentence behind its total; what goes on longer is no list of parts.
_LIST = 64
_REST = regex.compile(r"^[^.;,\n]{0,30}?còn lại")
_ADDABLE = ("count", "money", "measure", "duration")
_SMALL = Decimal(12)


def find_sums(reading: Reading) -> Iterator[Proposal]:
    """Totals with the parts that follow or precede them, and what a ratio leaves."""
    for index in range(len(reading.figures)):
        yield from _rest_of_ratio(reading, index)
        for total in reading.sides[index]:
            if total.kind not in _ADDABLE or total.value is None:
                continue
            behind = list(_parts_behind(reading, total))
            yield from behind
            if not behind and (ahead := _parts_before(reading, total)) is not None:
                yield ahead


def _proposal(parts: list[Operand], total: Operand, rule: str, *, stated: bool) -> Proposal:
    return Proposal("sum", {"parts": tuple(parts), "total": total}, "stated" if stated else "inferred", f"sum.{rule}")


def _rest_of_ratio(reading: Reading, index: int) -> Iterator[Proposal]:
    """As in "5/8 xã có sản phẩm, ba xã còn lại …"."""
    if len(reading.sides[index]) != 1 or not index:
        return
    rest = reading.sides[index][0]
    if rest.kind != "count" or not (_REST.match(reading.tail(index)) or "còn lại" in reading.cue(index)):
        return
    for i in range(index - 1, max(-1, index - 3), -1):
        if len(reading.sides[i]) == 2:
            done, whole = reading.sides[i]
            same = done.unit == rest.unit or not rest.unit or not done.unit or done.unit.startswith(rest.unit)
            fits = fit.meets(fit.total([done, rest], whole), whole)
            plain = bool(rest.unit) and rest.unit == done.unit and rest.sentence == done.sentence
            if same and rest.sentence - done.sentence <= 1 and (fits or plain):
                yield _proposal([done, rest], whole, "rest_of_ratio", stated=True)
            return


def _columns(reading: Reading, total: Operand, indexes: range) -> list[tuple[str, list[Operand]]]:
    """The figures of a stretch that could be parts: of the total's own unit, of its kind, and sides of ratios."""
    same: list[Operand] = []
    kind: list[Operand] = []
    others: dict[str, list[Operand]] = {}
    numerators: list[Operand] = []
    denominators: list[Operand] = []
    for i in indexes:
        sides = reading.sides[i]
        if len(sides) == 2:
            numerators.append(sides[0])
            denominators.append(sides[1])
            continue
        for operand in sides:
            if not same_quantity(operand, total) or operand.value is None:
                continue
            if bounds_in(operand, total) == total.bounds:
                # The total again, not a part of it.
                continue
            kind.append(operand)
            if operand.kind != "count" or operand.unit == total.unit:
                same.append(operand)
            elif operand.unit:
                others.setdefault(operand.unit, []).append(operand)
    columns = [("unit", same), ("kind", kind), ("numerators", numerators), ("denominators", denominators)]
    columns += [("other_unit", column) for column in others.values() if len(column) > 2]
    return columns


def _parts_behind(reading: Reading, total: Operand) -> Iterator[Proposal]:
    first = total.index + 1
    end = first
    while end < min(len(reading.figures), total.index + _REACH):
        operand_sentence = reading.sentence_of(end)
        near = operand_sentence - total.sentence <= 6 or (
            reading.sides[end] and reading.sides[end][0].paragraph == total.paragraph
        )
        if not near:
            break
        end += 1
    if end == first:
        return
    inside = cues.INSIDE.search(reading.cue(total.index)) is not None
    found = False
    for name, column in _columns(reading, total, range(first, end)):
        for fitting in _runs_that_fit(reading, column, total, name, inside):
            found = True
            yield fitting
        if found:
            return
    if cues.CONSISTS.search(reading.lower[total.end : reading.figures[first].start]):
        mismatch = _stated_mismatch(reading, total)
        if mismatch is not None:
            yield mismatch


def _runs_that_fit(
    reading: Reading, column: list[Operand], total: Operand, name: str, inside: bool
) -> Iterator[Proposal]:
    """Runs of a column that add up to the total, if the words or the size of the numbers speak for it."""
    tried = used = 0
    for skip in range(min(6, len(column) - 1)):
        if skip < used:
            continue
        for count in range(2, min(_LONGEST, len(column) - skip) + 1):
            parts = column[skip : skip + count]
            tried += 1
            if not fit.meets(fit.total(parts, total), total):
                continue
            if any(p.bounds[0] <= 0 or cues.amount_direction(reading.cue(p.index)) for p in parts):
                continue
            gap = reading.lower[total.end : parts[0].start]
            together = parts[-1].sentence - parts[0].sentence <= 1 and not skip
            consists = cues.CONSISTS.search(gap) is not None
            cued = together and (consists or inside or "trong đó" in gap or ":" in gap or gap.rstrip().endswith("("))
            cued = cued or (not skip and _fills_sentence(reading, parts, total, name))
            if name == "kind" and not (cued and parts[-1].sentence == total.sentence):
                continue
            if _believable(parts, total, tried, cued):
                stated = consists and parts[-1].sentence == total.sentence
                yield _proposal(parts, total, f"{name}_behind", stated=stated)
                used = skip + count
                break


def _fills_sentence(reading: Reading, parts: list[Operand], total: Operand, name: str) -> bool:
    """Whether the parts are all there is: "tại 132 đơn vị, có 47 …, 59 … và 26 …." or all ratios of a sentence."""
    last = parts[-1].index
    sentence = parts[0].sentence
    if parts[-1].sentence != sentence or len(parts) < 3:
        return False
    ends = last + 1 >= len(reading.figures) or reading.sentence_of(last + 1) != sentence
    if name in ("numerators", "denominators"):
        return all(
            len(reading.sides[i]) != 2 or reading.sentence_of(i) != sentence
            for i in range(last + 1, min(last + 4, len(reading.figures)))
        )
    return ends and sentence == total.sentence


def _believable(parts: list[Operand], total: Operand, tried: int, cued: bool) -> bool:
    low, high = total.bounds
    width = max(high - low, total.ulp or Decimal(1)) + sum((p.bounds[1] - p.bounds[0] for p in parts), Decimal(0))
    chance = tried * width / max(total.bounds[1], Decimal(1))
    if total.kind == "measure" and all(p.unit != total.unit for p in parts):
        return False
    if min(p.bounds[1] for p in parts) < high - low:
        # A part smaller than what rounding hides proves nothing.
        return False
    if cued:
        return chance < Decimal("0.5")
    return total.bounds[1] > _SMALL and chance < Decimal("0.006")


def _stated_mismatch(reading: Reading, total: Operand) -> Proposal | None:
    """As in "nộp lại 1.450 triệu đồng, gồm A nộp …, B nộp …": all parts to the end of the sentence, of one unit."""
    last = total.index
    while last + 1 < len(reading.figures) and reading.sentence_of(last + 1) == total.sentence:
        last += 1
        if last - total.index > _LIST:
            return None
    stretch = range(total.index + 1, last + 1)
    parts = [
        reading.sides[i][0] for i in stretch if len(reading.sides[i]) == 1 and reading.figures[i].kind != "percent"
    ]
    if not 2 <= len(parts) <= _LONGEST or any(len(reading.sides[i]) != 1 for i in stretch):
        return None
    opening = reading.between(total.index, total.index + 1)
    if not cues.CONSISTS.search(opening) or len(opening) > 90 or cues.direction(opening) is not None:
        return None
    if any(p.kind != total.kind or (p.unit and p.unit != total.unit) or p.value is None or p.modified for p in parts):
        return None
    for a, b in itertools.pairwise(parts):
        between = reading.lower[a.end : b.start]
        if len(between) > 80 or cues.BASE.search(between) or cues.INSIDE.search(between) or ";" in between:
            return None
    return _proposal(parts, total, "consists", stated=True)


def _parts_before(reading: Reading, total: Operand) -> Proposal | None:
    """As in "187,25 m3 gỗ tròn và 125,22 m3 gỗ xẻ, tổng cộng 312,47 m3"."""
    cue = reading.cue(total.index)
    named = cues.TOTAL.search(cue) is not None
    start = total.index
    while start > max(0, total.index - _REACH) and total.sentence - reading.sentence_of(start - 1) <= 1:
        start -= 1
    for name, column in _columns(reading, total, range(start, total.index)):
        for count in range(2, min(_LONGEST, len(column)) + 1):
            parts = column[-count:]
            if not fit.meets(fit.total(parts, total), total):
                continue
            if any(p.bounds[0] <= 0 or cues.amount_direction(reading.cue(p.index)) for p in parts):
                continue
            if cues.amount_direction(cue) is None and _believable(parts, total, count - 1, named):
                return _proposal(parts, total, f"{name}_before", stated=False)
    return None


def find_percent_sums(reading: Reading) -> Iterator[Proposal]:
    """Runs of shares that add up to 100%: "chiếm 69,1%, … 28,5% và … 2,3%"."""
    percents = [
        i for i, f in enumerate(reading.figures) if f.kind == "percent" and f.value is not None and f.modifier is None
    ]
    done: set[int] = set()
    for at, first in enumerate(percents):
        if first in done:
            continue
        run = [first]
        best: list[int] = []
        for i in percents[at + 1 : at + _LONGEST]:
            if reading.sides[i][0].sentence - reading.sides[run[-1]][0].sentence > 1:
                break
            run.append(i)
            parts = [reading.sides[j][0] for j in run]
            low = sum((p.bounds[0] for p in parts), Decimal(0))
            high = sum((p.bounds[1] for p in parts), Decimal(0))
            if low > 100:
                break
            if high >= 100 and _partition(reading, run, parts):
                best = list(run)
        rule = "run"
        if not best:
            best, rule = _run_to_the_rest(reading, first), "rest"
        if best:
            done.update(best)
            parts = [reading.sides[j][0] for j in best]
            yield Proposal("percent_sum", {"parts": tuple(parts)}, "stated", f"percent_sum.{rule}")


def _run_to_the_rest(reading: Reading, first: int) -> list[int]:
    """Shares of one sentence up to "còn lại 23,6%", which says that they are all: they should add up to 100%."""
    run = [first]
    while run[-1] + 1 < len(reading.figures):
        i = run[-1] + 1
        if reading.figures[i].kind != "percent" or reading.sentence_of(i) != reading.sentence_of(first):
            return []
        run.append(i)
        if "còn lại" in reading.cue(i):
            break
        if "chiếm" not in reading.cue(i):
            return []
    else:
        return []
    parts = [reading.sides[j][0] for j in run]
    plain = all(reading.figures[j].value is not None and reading.figures[j].modifier is None for j in run)
    if len(run) < 3 or not plain or "chiếm" not in reading.cue(first) or not _partition(reading, run, parts):
        return []
    return run


def _partition(reading: Reading, run: list[int], parts: list[Operand]) -> bool:
    """Whether the shares are of one whole: none is a change, and two of them need a word that they are all."""
    if any(cues.direction(reading.cue(i)) is not None for i in run):
        return False
    if any(p.value is not None and (p.value >= 100 or p.value <= 0) for p in parts):
        return False
    cued = sum(cues.SHARE.search(reading.cue(i)) is not None or reading.in_brackets(i) for i in run)
    stretch = reading.lower[max(0, reading.figures[run[0]].start - 60) : reading.figures[run[-1]].end]
    rest = "còn lại" in stretch
    fine = all(p.ulp is not None and p.ulp < 1 for p in parts)
    if len(run) == 2:
        return rest or (cued == 2 and fine) or (cued >= 1 and "trong đó" in stretch and " và " in stretch)
    return fine or rest or cued >= 2
