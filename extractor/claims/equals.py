"""The same quantity published twice: title, lead and body; "tương đương"; another unit."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from itertools import chain, pairwise
from operator import attrgetter, itemgetter

from extractor.claims import chance, cues, slips
from extractor.claims.proposal import Proposal, inferred, stated
from extractor.claims.reading import Bounds, Operand, Reading, bounds_in, same_quantity
from extractor.lexicon.patterns import compiled
from extractor.patterns.figures.ratios import OF_SEXES

_OPEN = compiled(r"^[^.;\n\p{L}]{0,3}\(?(?:tức|tương đương|hay|bằng)(?: với| khoảng| gần| hơn| là)* $|^ ?\($")
_EQUIVALENT = compiled(r"^,? ?\(?(?:tức|tức là|tương đương|hay|hay là)(?: với| khoảng| gần| hơn| là){0,2} $")
# "mỗi tháng 5 triệu đồng, tức 60 triệu đồng mỗi năm": so much for more.
_PER = compiled(r"(?<!\p{L})(?:mỗi|một|từng|/)|^ ?/")
_WORD = compiled(r"\p{L}{2,}")
_LETTER = compiled(r"\p{L}")
_NEXT = compiled(r"^ (\p{L}+)")
_ALL = Decimal(100)
_PHRASE = 3
# So many words are counted as they are asked for, more of them all at once.
_ONE_BY_ONE = 40
_EXACT = 4
# So many digits are no chance.
_KNOWN_BY = 3
# Of ranges with the same end, so many are looked at.
_FEW = 20
_UP_TO = compiled(r"(?<!\p{L})(?:tới|đến|lên tới|lên đến|tối đa|cao nhất|gần|hơn) $")
_BOUNDS = ("less_than", "at_least", "at_most")
_AGE = "tuổi"
_NAME = 8
_ROW = 3
# Limits of chance, in the text and for what its title or lead prints.
_LIMIT = Decimal("0.1")
_LEAD = Decimal("0.2")
# Rates of many things are alike: "bằng 20%", "tỷ trọng khoảng 20%"; those that are printed to a decimal less often.
_RATE = Decimal("0.01")
_FINE_RATE = Decimal("0.05")
# How far from a round figure the exact one may be, in parts of it: in the text, and where its title or lead rounds it.
_NEAR = Decimal("0.03")
_NEAR_LEAD = Decimal("0.1")
# "gần 3/4", "0,7/1": a fraction, whose sides count nothing.
_FRACTION = Decimal(10)
# Two words for one thing ("27 người", "27 chức danh") are the exception.
_OTHER_WORD = 10
_NAME_BEFORE = compiled(r"((?:\p{Lu}\p{Ll}+ ){1,4}\p{Lu}\p{Ll}+)(?: \p{Ll}+){0,3}[:,]? ?$")
_STOP = frozenset("của các và với cho trong đã được là có số này đó tại từ theo về".split())


def find_equals(reading: Reading) -> Iterator[Proposal]:
    """Pairs of figures that restate one quantity."""
    words = _Words(reading)
    yield from _conversions(reading)
    yield from _restatements(reading, words)
    yield from _roundings(reading, words)
    yield from _tops(reading, words)
    yield from _misplaced(reading, words)


def _conversions(reading: Reading) -> Iterator[Proposal]:
    """As in "78,4 ha (784.000 m2)", "45.200 m2, tương đương 4,52 ha": one quantity in two units, side by side."""
    for i in range(len(reading.figures) - 1):
        if len(reading.sides[i]) != 1 or len(reading.sides[i + 1]) != 1:
            continue
        a, b = reading.sides[i][0], reading.sides[i + 1][0]
        if _same_money(reading, a, b):
            yield stated("equal", {"a": a, "b": b}, "equal.money")
            continue
        if a.kind != "measure" or b.kind != "measure" or a.unit == b.unit or a.sentence != b.sentence:
            continue
        if "/" in a.unit or "/" in b.unit or not same_quantity(a, b):
            continue
        if _OPEN.match(reading.between(i, i + 1)):
            yield stated("equal", {"a": a, "b": b}, "equal.conversion")


def _same_money(reading: Reading, a: Operand, b: Operand) -> bool:
    """As in "2,5 tỷ đồng, tương đương 2.500 triệu đồng": one amount in two magnitudes, at most a slip apart."""
    if a.kind != "money" or b.kind != "money" or a.unit != b.unit or a.sentence != b.sentence:
        return False
    if not _EQUIVALENT.match(reading.between(a.index, b.index)):
        return False
    if _PER.search(reading.cue(a.index)) or _PER.search(reading.tail(b.index, 20)):
        return False
    return (a.bounds[0] <= b.bounds[1] and b.bounds[0] <= a.bounds[1]) or slips.repairs(b, a.bounds)


def _restatements(reading: Reading, words: _Words) -> Iterator[Proposal]:
    """The same number of the same thing, printed again."""
    groups: dict[tuple[object, ...], list[Operand]] = defaultdict(list)
    kinds: dict[str, int] = defaultdict(int)
    for operand in reading.operands:
        kinds[operand.kind] += 1
        if operand.kind == "multiple" or (operand.kind == "percent" and operand.value == _ALL):
            continue
        if _is_fraction(reading, operand) or (operand.kind == "count" and operand.value in (0, 1)):
            continue
        unit = "" if operand.kind == "count" else operand.unit
        if "/" in unit:
            # "28 triệu đồng/ha", "28 triệu đồng/ha/vụ"
            unit = "/".join(unit.split("/")[:2])
        amount = operand.bounds if operand.value is None else operand.value
        groups[(operand.kind, amount, unit)].append(operand)
    for group in groups.values():
        for before, other in pairwise(group):
            # With the first of them, or else the last: all pairs would be too many.
            for known in (before,) if before is group[0] else (group[0], before):
                if known.index == other.index or _side_by_side(known, other) or _other_row(reading, known, other):
                    continue
                if other.unit == _AGE and reading.cue(known.index)[-_NAME:] != reading.cue(other.index)[-_NAME:]:
                    # "Ông Phong 53 tuổi", "ông Liêm (53 tuổi)"
                    continue
                if _of_another_name(reading, known, other) or _other_way(reading, known, other):
                    continue
                odds = chance.of_number(other, kinds[other.kind]) * words.coincidence(known, other)
                if other.kind == "count" and known.unit and other.unit and known.unit != other.unit:
                    odds *= _OTHER_WORD
                # A title or lead says again what the text says.
                if odds <= (_LEAD if known.paragraph <= 1 else _limit(other)):
                    yield inferred(
                        "equal",
                        {"a": known, "b": other},
                        "equal.restated",
                        candidates=kinds[other.kind],
                        chance=odds,
                    )
                    break


def _is_fraction(reading: Reading, operand: Operand) -> bool:
    sides = reading.sides[operand.index]
    if len(sides) != 2 or operand.unit or sides[1].value is None:
        return False
    # "99,1 nam/100 nữ" counts nothing either.
    return sides[1].value <= _FRACTION or reading.figures[operand.index].rule == OF_SEXES


def _side_by_side(a: Operand, b: Operand) -> bool:
    """Whether both stand in one sentence, which seldom says a thing twice, unless as the side of a ratio."""
    return a.sentence == b.sentence and "." not in a.ref + b.ref


def _of_another_name(reading: Reading, a: Operand, b: Operand) -> bool:
    """Whether another name stands in front of each: "bà Lê Thị Hoa đạt 49/52 phiếu", "ông Trần Văn Kỳ đạt 49/52 phiếu"."""
    names = [_name_before(reading, operand) for operand in (a, b)]
    return names[0] is not None and names[1] is not None and names[0] != names[1]


def _other_way(reading: Reading, a: Operand, b: Operand) -> bool:
    """Whether one is a rise and the other a fall: "giảm hơn 15.000 tấn", "tăng 15.000 tấn"."""
    ways = {cues.amount_direction(reading.cue(operand.index)) for operand in (a, b)}
    return None not in ways and len(ways) > 1


def _name_before(reading: Reading, operand: Operand) -> str | None:
    """The name right in front of a ratio, or of the ratio that a percentage stands behind."""
    index = operand.index
    if operand.kind == "percent" and index:
        index -= 1
    if len(reading.sides[index]) != 2 or operand.ref.endswith(".denominator"):
        # What two of them are of is often one thing.
        return None
    name = _NAME_BEFORE.search(reading.printed_cue(index))
    return None if name is None else name[1]


def _other_row(reading: Reading, a: Operand, b: Operand) -> bool:
    """Whether both stand in like rows that otherwise differ: "13 mã tăng, 144 mã giảm" here, "13 mã tăng, 133 mã giảm" there."""
    if "." in a.ref + b.ref:
        # What two ratios are of is often one thing.
        return False
    same = different = 0
    for step in (*range(-_ROW, 0), *range(1, _ROW + 1)):
        i, j = a.index + step, b.index + step
        if not (0 <= i < len(reading.figures) and 0 <= j < len(reading.figures)) or i == b.index or j == a.index:
            continue
        if reading.sentence_of(i) != a.sentence or reading.sentence_of(j) != b.sentence:
            continue
        for one, two in zip(reading.sides[i], reading.sides[j], strict=False):
            if one.kind != two.kind or one.unit != two.unit or not _labelled_alike(reading, i, j):
                continue
            if one.value == two.value if one.value is not None else one.bounds == two.bounds:
                same += 2
            else:
                different += 2 if abs(step) == 1 else 1
    return different >= max(same, 2)


def _labelled_alike(reading: Reading, i: int, j: int) -> bool:
    """Whether the same word stands right behind two figures, or none and the same right before them."""
    before = [_WORD.findall(reading.cue(k, 20))[-1:] for k in (i, j)]
    behind = [_NEXT.findall(reading.tail(k, 20)) for k in (i, j)]
    return behind[0] == behind[1] and bool(behind[0] or (before[0] and before[0] == before[1]))


class _Words:
    """The words around each figure, and how common each is among them; told apart only where they are asked for."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._size = len(reading.sides)
        self._of: dict[int, frozenset[str]] = {}
        self._common: dict[str, int] = {}
        self._counted_all = False

    def _around(self, index: int) -> frozenset[str]:
        words = self._of.get(index)
        if words is None:
            words = self._of[index] = _words_in(self._texts[index])
        return words

    @cached_property
    def _texts(self) -> list[str]:
        return [_text_around(self._reading, index) if sides else "" for index, sides in enumerate(self._reading.sides)]

    @cached_property
    def _joined(self) -> str:
        return "\n".join(self._texts)

    def _times(self, word: str) -> int:
        """How many figures have a word around them."""
        if word not in self._common and not self._counted_all:
            if len(self._common) < _ONE_BY_ONE:
                self._common[word] = _lines_with(self._joined, word)
            else:
                self._common = Counter(chain.from_iterable(map(self._around, range(self._size))))
                self._counted_all = True
        return self._common[word]

    def shared(self, a: Operand, b: Operand) -> frozenset[str]:
        """The words around both."""
        return self._around(a.index) & self._around(b.index)

    def coincidence(self, a: Operand, b: Operand) -> Decimal:
        """How likely two unrelated figures share these words: the three rarest, for more of them are one phrase."""
        rarest = sorted(map(self._times, self.shared(a, b)))[:_PHRASE]
        odds = Decimal(1)
        for times in rarest:
            odds *= Decimal(times) / self._size
        return odds


def _digits(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def _words_in(text: str) -> frozenset[str]:
    """The words of a text that say something."""
    found: set[str] = set()
    for piece in text.split():
        if not piece.isalpha():
            found.update(_WORD.findall(piece))
        elif len(piece) > 1:
            found.add(piece)
    return frozenset(found - _STOP)


def _lines_with(text: str, word: str) -> int:
    """How many lines hold a word by itself, not only in a longer one; each line begins and ends with a space."""
    count, size = 0, len(word)
    at = text.find(word)
    while at >= 0:
        before, behind = text[at - 1], text[at + size]
        if (before.isalnum() and _LETTER.match(before)) or (behind.isalnum() and _LETTER.match(behind)):
            at += 1
        else:
            count += 1
            at = text.find("\n", at)
            if at < 0:
                break
        at = text.find(word, at)
    return count


def _text_around(reading: Reading, index: int) -> str:
    """The text around a figure between spaces: its concept, what stands before it and behind it.

    A percentage may go on from the figure before; what that one is of is no sign that two of them are the same.
    """
    figure = reading.figures[index]
    concept, span = figure.concept or "", figure.concept_span
    before = reading.figures[index - 1].start if index else 0
    if figure.kind in ("percent", "points") and span is not None and span[0] < before:
        concept = ""
    return f" {concept.lower()} {reading.cue(index, 50)} {reading.tail(index, 40)} "


def _roundings(reading: Reading, words: _Words) -> Iterator[Proposal]:
    """A round or hedged figure and the exact one behind it: "hơn 22.000 xe" in the title, 22.099 in the text."""
    exact = _Exact(reading)
    for rough in reading.operands:
        if rough.value is None or rough.kind in ("multiple", "duration"):
            continue
        if not rough.modified and (rough.ulp is None or rough.ulp <= 1):
            continue
        if reading.figures[rough.index].modifier in _BOUNDS:
            # "dưới 50%" is no way to say 49%.
            continue
        fitting = [
            o
            for o in exact.about(rough)
            if o.index != rough.index
            and o.value != rough.value
            and same_quantity(o, rough)
            and (o.kind != "count" or o.unit == rough.unit)
            and _rounds_to(o, rough)
        ]
        values = {o.value for o in fitting}
        # A title or lead says in few words what the text says in full.
        needed = (1 if rough.paragraph <= 1 else 2) + (1 if rough.kind == "percent" else 0)
        if len(values) == 1 and len(words.shared(rough, fitting[0])) >= needed:
            tried = len(fitting)
            odds = chance.of_number(rough, tried) * words.coincidence(rough, fitting[0])
            if odds > (_LEAD if rough.paragraph <= 1 else _limit(rough)):
                continue
            about = reading.figures[rough.index].modifier == "about"
            if rough.kind == "percent" and about and abs(fitting[0].bounds[0] - (rough.value or 0)) > 1:
                # "xấp xỉ 60%" is no 58,3%.
                continue
            yield inferred("equal", {"a": fitting[0], "b": rough}, "equal.rounded", candidates=tried, chance=odds)


def _exact_estimate(reading: Reading, operand: Operand) -> bool:
    """Whether a figure is an estimate to many digits: "ước tính 13.078 tỷ đồng"."""
    if operand.value is None or reading.figures[operand.index].modifier != "about":
        return False
    return _digits(operand.value) >= _EXACT


def _limit(operand: Operand) -> Decimal:
    """How likely chance may be for a figure of the text, whose title and lead do not print it."""
    if operand.kind != "percent":
        return _LIMIT
    return _FINE_RATE if operand.ulp is not None and operand.ulp < 1 else _RATE


def _misplaced(reading: Reading, words: _Words) -> Iterator[Proposal]:
    """What a title prints with its comma in another place: "hơn 11,2 triệu ha" of the text's "1,12 triệu ha"."""
    titles = [o for o in reading.operands if o.paragraph == 0 and _has_digits(o)]
    if not titles:
        return
    said = {(o.kind, o.unit, o.value) for o in reading.operands if o.paragraph > 0}
    by_digits: dict[tuple[str, str, tuple[int, ...]], list[Operand]] = defaultdict(list)
    for operand in reading.operands:
        if operand.paragraph > 0 and _has_digits(operand):
            by_digits[(operand.kind, operand.unit, _printed_digits(operand))].append(operand)
    for title in titles:
        like = by_digits.get((title.kind, title.unit, _printed_digits(title)), [])
        if (title.kind, title.unit, title.value) in said or len({o.value for o in like}) != 1:
            continue
        if len(words.shared(title, like[0])) >= _PHRASE:
            odds = chance.of_number(title, len(like)) * words.coincidence(title, like[0])
            if odds <= _LEAD:
                yield stated("equal", {"a": like[0], "b": title}, "equal.misplaced")


def _has_digits(operand: Operand) -> bool:
    """Whether an amount is printed with digits enough to be known by them."""
    amount = operand.kind in ("count", "money", "measure") and "." not in operand.ref
    return amount and bool(operand.value) and len(_printed_digits(operand)) >= _KNOWN_BY


def _printed_digits(operand: Operand) -> tuple[int, ...]:
    return () if operand.value is None else operand.value.normalize().as_tuple().digits


def _tops(reading: Reading, words: _Words) -> Iterator[Proposal]:
    """What a headline prints of a range: "Phạt tới 100 triệu đồng" of "phạt tiền từ 80-100 triệu đồng"."""
    ranges = [o for o in reading.operands if o.value is None and o.kind in ("money", "measure", "percent")]
    if not ranges:
        return
    ending: dict[tuple[str, str, Decimal | None], list[Operand]] = defaultdict(list)
    for each in ranges:
        for end in _ends(reading, each):
            ending[each.kind, each.unit, end].append(each)
    for top in reading.operands:
        if top.value is None or top.paragraph > 1:
            continue
        said = _UP_TO.search(reading.cue(top.index)) is not None
        if top.paragraph and not said:
            continue
        for each in ending[top.kind, top.unit, top.value][:_FEW]:
            if each.index == top.index or top.value not in (_ends(reading, each) if said else _ends(reading, each)[1:]):
                continue
            if len(words.shared(top, each)) > (0 if said else 1) and each.sentence != top.sentence:
                odds = chance.of_number(top, len(ranges)) * words.coincidence(top, each)
                if odds <= _LEAD:
                    yield inferred("equal", {"a": top, "b": each}, "equal.top", candidates=len(ranges), chance=odds)
                    break


def _ends(reading: Reading, operand: Operand) -> tuple[Decimal | None, Decimal | None]:
    """The two ends of a range."""
    figure = reading.figures[operand.index]
    return figure.low, figure.high


class _Exact:
    """The figures printed exactly, each number of a unit once, found by their size."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._groups: dict[str, tuple[Decimal, list[tuple[Decimal, Decimal, Operand]]]] = {}

    @cached_property
    def _by_unit(self) -> dict[str, list[Operand]]:
        groups: dict[str, list[Operand]] = defaultdict(list)
        for operand in self._reading.operands:
            if operand.value is not None and (not operand.modified or _exact_estimate(self._reading, operand)):
                groups[_unit(operand)].append(operand)
        return groups

    def _group(self, unit: str) -> tuple[Decimal, list[tuple[Decimal, Decimal, Operand]]]:
        """How far bounds of a unit are apart at most, and those of its figures by their size."""
        first: dict[tuple[object, ...], Operand] = {}
        for operand in self._by_unit.get(unit, ()):
            first.setdefault((operand.kind, operand.unit, operand.value, operand.bounds), operand)
        group = [(*_in_base(operand), operand) for operand in first.values()]
        group.sort(key=itemgetter(0))
        return max((high - low for low, high, _ in group), default=Decimal(0)), group

    def about(self, rough: Operand) -> list[Operand]:
        """Those whose bounds may meet the rough figure's, in text order."""
        unit = _unit(rough)
        if unit not in self._groups:
            self._groups[unit] = self._group(unit)
        widest, group = self._groups[unit]
        low, high = _in_base(rough)
        start = bisect_left(group, low - widest, key=itemgetter(0))
        end = bisect_right(group, high, key=itemgetter(0))
        return sorted((operand for _, _, operand in group[start:end]), key=attrgetter("start"))


def _unit(operand: Operand) -> str:
    """Equal for figures that may be of one quantity: a count's unit, the kind of a percentage, or the base unit."""
    if operand.kind == "count":
        return operand.unit
    return operand.kind if operand.kind in ("percent", "points") else operand.base[0]


def _in_base(operand: Operand) -> Bounds:
    factor = operand.base[1]
    return operand.bounds[0] * factor, operand.bounds[1] * factor


def _rounds_to(exact: Operand, rough: Operand) -> bool:
    low, high = bounds_in(exact, rough)
    if exact.value is None or rough.value is None:
        return False
    away = abs((low + high) / 2 - rough.value) / rough.value if rough.value > 0 else Decimal(1)
    if away > (_NEAR_LEAD if rough.paragraph <= 1 else _NEAR):
        return False
    finer = _digits(exact.value) > _digits(rough.value) + (0 if rough.modified else 2)
    return finer and low <= rough.bounds[1] and high >= rough.bounds[0]
