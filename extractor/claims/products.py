"""Products: a price by an amount, so much for each of so many, a monthly rate as a yearly one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from extractor.claims import chance, cues, fit, slips
from extractor.claims.nearby import window
from extractor.claims.proposal import Operands, Proposal, inferred, stated
from extractor.claims.reading import UNIT_FACTORS, Operand, Reading, bounds_in, same_unit
from extractor.lexicon.patterns import compiled

_MONTHS = Decimal(12)
_EACH = compiled(r"(?<!\p{L})mỗi (?P<what>\p{L}+(?: \p{L}+){0,3}) $")
_TOTAL = compiled(rf"{cues.front('total')}(?!\p{{L}})[^.;]{{0,24}}$")
_EQUIVALENT = compiled(rf"^[^.;\n]{{0,30}}?(?<!\p{{L}})(?:{cues.spellings('equivalent')})(?: với| khoảng| gần| hơn)* $")
_PROCEEDS = compiled(rf"{cues.front('proceeds')}(?: \p{{L}}+){{0,3}} $")
# "thu lãi 90 triệu đồng", "sau khi trừ chi phí còn …"
_NET = compiled(
    rf"(?<!\p{{L}})(?:{cues.spellings('net')}|{cues.spellings('minus')}|{cues.spellings('inside')})(?!\p{{L}})"
)
_SAYS_RATE = compiled(
    rf"^[^.;(]{{0,20}}\((?:{cues.spellings('price')})? ?$|^[^.;(]{{0,20}}, (?:{cues.spellings('price')}) $"
)
_YIELD = compiled(rf"{cues.front('yield')}(?!\p{{L}})[^,;.]{{0,45}}$")
_HARVEST = compiled(rf"{cues.front('harvest')}(?!\p{{L}})[^,;.]{{0,40}}$")
_OF_EACH = compiled(r"(?<!\p{L})(?:mỗi|từng|bình quân|trung bình)(?!\p{L})[^,;.()]{0,40}$")
_FOR = compiled(r"^ (?:để )?(?:hỗ trợ )?cho $")
_COMMAS = (",", ";")
_NEAR = 4
_FAR = 24
_TELLING = 3
# "mỗi suất 300.000 đồng, tổng cộng 150 suất": no gift beside the money.
_THEN_SO_MANY = compiled(r"^(?: (?:tiền mặt|tiền))?, ?(?:\p{L}+ ){0,4}$")
_WORTH = compiled(
    rf"^[^,;.()\d\n]{{0,40}}[,;] ?(?:với |có )?(?:{cues.spellings('proceeds')})(?: (?:là|hơn|gần|khoảng|trên))* $"
)
# "1,5 triệu đồng/người/tháng trong 3 tháng"
_FOR_SO_LONG = compiled(r"^,? (?:trong|x|×|với|trong thời gian|thời gian|kéo dài)(?: vòng| là)? $")
_AT_PRICE = compiled(rf"{cues.front('price')}(?: \p{{L}}+){{0,4}} $")


# "…, giá 472,3 USD/tấn" behind what was earned; "với giá", "giá bán" say what each was sold for.
_COMES_TO_A_PRICE = compiled(r"^,(?: với)?(?: mức)? giá(?: xuất khẩu)?(?: là| đạt)? $")


def find_products(reading: Reading) -> Iterator[Proposal]:
    """A monthly rate as a yearly one, a rate by an amount, and so much for each."""
    for index in range(len(reading.figures)):
        for rate in reading.sides[index][:1]:
            if rate.value is None:
                continue
            proposal = None
            if rate.kind == "measure" and "/" in rate.unit:
                proposal = next((found for rule in _RATES if (found := rule(reading, rate)) is not None), None)
            proposal = proposal or _each(reading, rate)
            if proposal is not None:
                yield proposal


def _yearly(reading: Reading, rate: Operand) -> Proposal | None:
    if "tháng" not in rate.unit:
        return None
    for i in range(rate.index + 1, min(rate.index + 5, len(reading.figures))):
        if len(reading.sides[i]) != 1:
            continue
        result = reading.sides[i][0]
        if result.sentence != rate.sentence:
            return None
        per = rate.unit.split("/")[0]
        if "năm" not in result.unit.split("/") or result.unit.split("/")[0] != per:
            continue
        operands: Operands = {"factors": (rate, _MONTHS), "result": result}
        if i == rate.index + 1 and _EQUIVALENT.match(reading.between(i - 1, i)):
            return stated("product", operands, "product.yearly")
        computed = (rate.bounds[0] * _MONTHS, rate.bounds[1] * _MONTHS)
        if fit.meets(computed, result):
            odds = chance.of_ratio(result, computed, i - rate.index)
            return inferred("product", operands, "product.yearly", candidates=i - rate.index, chance=odds)
    return None


def _sides(rate: Operand) -> tuple[str, str] | None:
    """The units of the result and of the amount that a rate names: "triệu đồng/tấn", "đồng/ha/năm"."""
    top, _, bottom = rate.unit.partition("/")
    return (top, bottom.split("/")[0]) if bottom else None


def _is_amount(amount: Operand, bottom: str) -> bool:
    if amount.value is None or amount.bounds[0] <= 1 or amount.kind not in ("count", "measure"):
        return False
    return amount.unit == bottom or _base(amount.unit) == _base(bottom)


def _base(unit: str) -> str:
    return UNIT_FACTORS.get(unit, (unit, Decimal(1)))[0]


def _is_result(result: Operand, top: str) -> bool:
    return result.value is not None and (
        result.unit == top or (top == "đồng" and result.kind == "money") or _base(result.unit) == _base(top)
    )


def _conversion(amount: Operand, top: str, bottom: str, result: Operand) -> Decimal:
    """By how much rate times amount must be multiplied to come out in the unit of the result: kg/ha by ha in tấn."""
    one = Decimal(1)
    factor = UNIT_FACTORS.get(amount.unit, ("", one))[1] / UNIT_FACTORS.get(bottom, ("", one))[1]
    if top != result.unit and top in UNIT_FACTORS and result.unit in UNIT_FACTORS:
        factor *= UNIT_FACTORS[top][1] / UNIT_FACTORS[result.unit][1]
    return factor


def _operands(rate: Operand, amount: Operand, factor: Decimal, result: Operand) -> Operands:
    factors = (rate, amount) if factor == 1 else (rate, amount, factor.normalize())
    return {"factors": factors, "result": result}


def _stated_rate(reading: Reading, rate: Operand) -> Proposal | None:
    """As in "5.400 m2 đất lúa, đơn giá 62.000 đồng/m2, nhận 334,8 triệu đồng": amount, price and what they fetch."""
    sides, i = _sides(rate), rate.index
    if sides is None or not 0 < i < len(reading.figures) - 1:
        return None
    if _NET.search(reading.cue(i + 1)):
        # "giá 15.000 đồng/kg, trừ chi phí thu 90 triệu đồng": not all that it fetched.
        return None
    priced = _AT_PRICE.search(reading.cue(i)) and _PROCEEDS.search(reading.cue(i + 1))
    if not priced and not _EQUIVALENT.match(reading.between(i, i + 1)):
        return None
    if len(reading.sides[i - 1]) != 1 or len(reading.sides[i + 1]) != 1:
        return None
    amount, result = reading.sides[i - 1][0], reading.sides[i + 1][0]
    top, bottom = sides
    if not _is_amount(amount, bottom) or (result.unit != top and result.kind != "money"):
        return None
    if amount.sentence != rate.sentence or result.sentence != rate.sentence or not _is_result(result, top):
        return None
    factor = _conversion(amount, top, bottom, result)
    of_each = _OF_EACH.search(reading.cue(amount.index))
    if of_each is not None:
        return _all_of_them(reading, rate, amount, factor, result)
    return stated("product", _operands(rate, amount, factor, result), "product.price")


def _all_of_them(reading: Reading, rate: Operand, amount: Operand, factor: Decimal, result: Operand) -> Proposal | None:
    """As in "2.000 con gà, mỗi con nặng 2,2 kg, giá bán 65.000 đồng/kg, thu 286 triệu đồng": so many of so much each."""
    i = amount.index
    number = reading.sides[i - 1][0] if i and len(reading.sides[i - 1]) == 1 else None
    if number is None or number.kind != "count" or not number.value or number.sentence != amount.sentence:
        return None
    low = number.bounds[0] * amount.bounds[0] * rate.bounds[0] * factor
    high = number.bounds[1] * amount.bounds[1] * rate.bounds[1] * factor
    if not fit.meets((low, high), result):
        # Some of them may have died, or not been sold.
        return None
    factors = (number, amount, rate) if factor == 1 else (number, amount, rate, factor.normalize())
    return stated("product", {"factors": factors, "result": result}, "product.price_of_each")


def _rate_behind(reading: Reading, rate: Operand) -> Proposal | None:
    """As in "250 suất quà với tổng trị giá 125 triệu đồng (500.000 đồng/suất)": the rate of what was told before it."""
    sides, i = _sides(rate), rate.index
    if sides is None or i < 2 or rate.sentence != reading.sentence_of(i - 2) or cues.MEAN.search(reading.cue(i)):
        return None
    if not _SAYS_RATE.search(reading.between(i - 1, i)) or any(len(reading.sides[k]) != 1 for k in (i - 1, i - 2)):
        return None
    near = reading.sides[i - 2][0], reading.sides[i - 1][0]
    top, bottom = sides
    for amount, result in (near, near[::-1]):
        if amount.unit != bottom or not _is_amount(amount, bottom) or not _is_result(result, top):
            continue
        if cues.TOTAL.search(reading.cue(result.index)) is None or result.kind != "money" or amount.kind != "count":
            continue
        operands = _operands(rate, amount, _conversion(amount, top, bottom, result), result)
        return stated("product", operands, "product.rate_behind")
    return None


def _yield(reading: Reading, rate: Operand) -> Proposal | None:
    """As in "năng suất 62 tạ/ha, diện tích 1.200 ha, sản lượng 7.440 tấn", in any order: the one of each in a sentence.

    What is reaped may be of a part of the field, so it must not be more than a slip away.
    """
    sides = _sides(rate)
    if sides is None or _YIELD.search(reading.cue(rate.index)) is None:
        return None
    top, bottom = sides
    amounts: list[Operand] = []
    results: list[Operand] = []
    low, high = max(0, rate.index - _NEAR), min(len(reading.figures), rate.index + _NEAR + 1)
    for i in range(low, high):
        if i == rate.index or reading.sentence_of(i) != rate.sentence or len(reading.sides[i]) != 1:
            continue
        operand = reading.sides[i][0]
        if operand.kind != "measure" or cues.amount_direction(reading.cue(i)) is not None:
            continue
        if operand.unit == bottom and _is_amount(operand, bottom):
            amounts.append(operand)
        elif _is_result(operand, top) and _HARVEST.search(reading.cue(i)):
            results.append(operand)
    if not amounts:
        amounts = _sentence_before(reading, rate, bottom)
    if len(amounts) != 1 or len(results) != 1:
        return None
    amount, result = amounts[0], results[0]
    factor = _conversion(amount, top, bottom, result)
    computed = (rate.bounds[0] * amount.bounds[0] * factor, rate.bounds[1] * amount.bounds[1] * factor)
    if not fit.meets(computed, result) and not slips.near_product(rate, amount, result, factor):
        return None
    return stated("product", _operands(rate, amount, factor, result), "product.yield")


def _in_a_row(reading: Reading, rate: Operand) -> Proposal | None:
    """As in "huyện A 6.368 ha, 54,92 tạ/ha, 34.975 tấn": nothing but commas between, as in a table."""
    sides, i = _sides(rate), rate.index
    if sides is None or not 0 < i < len(reading.figures) - 1:
        return None
    top, bottom = sides
    if any(len(reading.sides[k]) != 1 or reading.between(k - 1, k).strip() not in _COMMAS for k in (i, i + 1)):
        return None
    amount, result = reading.sides[i - 1][0], reading.sides[i + 1][0]
    if amount.unit != bottom or not _is_amount(amount, bottom) or result.unit == bottom or not _is_result(result, top):
        return None
    if amount.value is None or result.value is None or amount.sentence != result.sentence:
        return None
    factor = _conversion(amount, top, bottom, result)
    return stated("product", _operands(rate, amount, factor, result), "product.row")


def _sentence_before(reading: Reading, rate: Operand, bottom: str) -> list[Operand]:
    """The amounts of the rate's unit that the sentence before tells."""
    found = []
    for i in range(rate.index - 1, max(-1, rate.index - 2 * _NEAR), -1):
        apart = rate.sentence - reading.sentence_of(i)
        if apart > 1:
            break
        side = reading.sides[i][0] if len(reading.sides[i]) == 1 else None
        if apart and side is not None and side.unit == bottom and _is_amount(side, bottom):
            found.append(side)
    return found


def _price_behind(reading: Reading, rate: Operand) -> Proposal | None:
    """As in "sản lượng 744 tấn. Với giá bán 85 triệu đồng/tấn, doanh thu đạt 63,24 tỷ đồng": of the amount told last.

    It may be of a part of that, so it must not be more than a slip away.
    """
    sides, i = _sides(rate), rate.index
    if sides is None or not 0 < i < len(reading.figures) - 1 or len(reading.sides[i + 1]) != 1:
        return None
    opens = reading.sentence_of(i - 1) == rate.sentence - 1
    if not opens or not _AT_PRICE.search(reading.cue(i)) or _NET.search(reading.cue(i + 1)):
        return None
    top, bottom = sides
    amounts, result = _sentence_before(reading, rate, bottom), reading.sides[i + 1][0]
    if not amounts or result.sentence != rate.sentence or result.kind != "money" or not _is_result(result, top):
        return None
    if not _PROCEEDS.search(reading.cue(i + 1)):
        return None
    amount = amounts[0]
    factor = _conversion(amount, top, bottom, result)
    computed = (rate.bounds[0] * amount.bounds[0] * factor, rate.bounds[1] * amount.bounds[1] * factor)
    if not fit.meets(computed, result) and not slips.near_product(rate, amount, result, factor):
        return None
    return stated("product", _operands(rate, amount, factor, result), "product.price_behind")


def _for_so_long(reading: Reading, rate: Operand) -> Proposal | None:
    """As in "1,5 triệu đồng/người/tháng trong 3 tháng, tổng cộng 4,5 triệu đồng/người".

    A total that is not so much for each may be for several, so it must not be more than a slip away.
    """
    head, slash, per = rate.unit.rpartition("/")
    i = rate.index
    if not slash or i + 2 >= len(reading.figures) or any(len(reading.sides[k]) != 1 for k in (i + 1, i + 2)):
        return None
    length, result = reading.sides[i + 1][0], reading.sides[i + 2][0]
    if length.kind != "duration" or length.unit != per or not length.value or length.value < 2 or length.modified:
        return None
    if result.sentence != rate.sentence or not _is_result(result, head) or result.value is None:
        return None
    if not _FOR_SO_LONG.match(reading.between(i, i + 1)) or not _TOTAL.search(reading.cue(i + 2)):
        return None
    computed = (rate.bounds[0] * length.bounds[0], rate.bounds[1] * length.bounds[1])
    for_each = "/" in head and result.unit == head
    telling = len(result.value.normalize().as_tuple().digits) >= _TELLING and slips.near_product(rate, length, result)
    if not for_each and not fit.meets(computed, result) and not telling:
        return None
    return stated("product", {"factors": (rate, length), "result": result}, "product.for_so_long")


def _fitting_rate(reading: Reading, rate: Operand) -> Proposal | None:
    sides = _sides(rate)
    if sides is None:
        return None
    top, bottom = sides
    near = [o for o in window(reading, rate, back=1, ahead=1) if o.value is not None]
    tried = 0
    for amount in near:
        if not _is_amount(amount, bottom):
            continue
        for result in near:
            if result.index == amount.index or not _is_result(result, top) or result.kind == "duration":
                continue
            tried += 1
            factor = _conversion(amount, top, bottom, result)
            computed = (rate.bounds[0] * amount.bounds[0] * factor, rate.bounds[1] * amount.bounds[1] * factor)
            if fit.meets(computed, result):
                middle = (computed[0] + computed[1]) / 2
                odds = min(chance.of_ratio(result, computed, tried), chance.of_nominal(result, middle, tried))
                if odds > chance.WEAK:
                    return None
                if factor == 1 and max(amount.index, result.index) < rate.index and _is_worked_out(reading, rate):
                    mean: Operands = {"total": result, "count": amount, "mean": rate}
                    return inferred("mean", mean, "mean.rate", candidates=tried, chance=odds)
                operands = _operands(rate, amount, factor, result)
                return inferred("product", operands, "product.rate", candidates=tried, chance=odds)
    return None


def _far_yield(reading: Reading, rate: Operand) -> Proposal | None:
    """A field told well before the yield and the harvest: "gieo cấy 76.627 ha … Năng suất 36,14 tạ/ha … Sản lượng 276.965 tấn"."""
    sides = _sides(rate)
    if sides is None or _YIELD.search(reading.cue(rate.index)) is None:
        return None
    top, bottom = sides
    results = [o for o in window(reading, rate, back=1, ahead=1) if _is_result(o, top) and o.index > rate.index]
    before = (side for i in range(rate.index - 1, max(-1, rate.index - _FAR), -1) for side in reading.sides[i])
    amounts = [o for o in before if o.unit == bottom and _is_amount(o, bottom)]
    tried = 0
    for result in results:
        for amount in amounts:
            tried += 1
            factor = _conversion(amount, top, bottom, result)
            computed = (rate.bounds[0] * amount.bounds[0] * factor, rate.bounds[1] * amount.bounds[1] * factor)
            odds = chance.of_ratio(result, computed, tried)
            if odds <= chance.FAR and fit.meets(computed, result):
                made = _operands(rate, amount, factor, result)
                return inferred("product", made, "product.far_yield", candidates=tried, chance=odds)
    return None


def _is_worked_out(reading: Reading, rate: Operand) -> bool:
    """As in "xuất khẩu 354.944 tấn, tương đương 167,65 triệu USD, giá 472,3 USD/tấn": what one comes to."""
    cue = reading.cue(rate.index)
    return cues.MEAN.search(cue) is not None or _COMES_TO_A_PRICE.search(cue) is not None


_RATES: tuple[Callable[[Reading, Operand], Proposal | None], ...] = (
    _yearly,
    _stated_rate,
    _price_behind,
    _rate_behind,
    _for_so_long,
    _in_a_row,
    _yield,
    _fitting_rate,
    _far_yield,
)


def _each(reading: Reading, rate: Operand) -> Proposal | None:
    """As in "128 căn nhà, mỗi căn 50 triệu đồng, tổng trị giá 6,4 tỷ đồng"."""
    i = rate.index
    cue = reading.cue(i)
    if "mỗi " not in cue or rate.kind not in ("count", "money", "measure"):
        return None
    each = _EACH.search(cue)
    if each is None or cues.MEAN.search(cue):
        return None
    first = _each_of_total(reading, rate, each["what"]) or _each_of_so_many(reading, rate, each["what"])
    if first is None and 0 < i < len(reading.figures) - 1:
        first = _each_of(reading, rate, each["what"]) or _each_of_some(reading, rate)
    return first or _each_of_those(reading, rate, each["what"])


def _each_of_total(reading: Reading, rate: Operand, what: str) -> Proposal | None:
    """As in "Tổng kinh phí là 600 triệu đồng, hỗ trợ 120 hộ, mỗi hộ 5 triệu đồng": the total first."""
    i = rate.index
    if i < 2 or any(len(reading.sides[k]) != 1 for k in (i - 1, i - 2)):
        return None
    result, amount = reading.sides[i - 2][0], reading.sides[i - 1][0]
    if amount.kind != "count" or not amount.unit or what.split()[0] != amount.unit.split()[0] or not amount.value:
        return None
    if result.sentence != rate.sentence or result.kind != rate.kind or not same_unit(rate, result):
        return None
    total = cues.TOTAL.search(reading.cue(i - 2)) or _FOR.search(reading.between(i - 2, i - 1))
    if not total or amount.value < 2 or bounds_in(rate, result)[0] >= result.bounds[1] or result.value is None:
        return None
    return stated("product", {"factors": (amount, rate), "result": result}, "product.each_of_total")


def _each_of_so_many(reading: Reading, rate: Operand, what: str) -> Proposal | None:
    """As in "mỗi suất 300.000 đồng, tổng cộng 150 suất, trị giá 45 triệu đồng": how many behind what each is of."""
    i = rate.index
    if i + 2 >= len(reading.figures) or any(len(reading.sides[k]) != 1 for k in (i + 1, i + 2)):
        return None
    amount, result = reading.sides[i + 1][0], reading.sides[i + 2][0]
    if amount.kind != "count" or not amount.unit or what.split()[0] != amount.unit.split()[0] or not amount.value:
        return None
    if result.sentence != rate.sentence or result.kind != rate.kind or not same_unit(rate, result):
        return None
    if amount.value < 2 or result.value is None or bounds_in(rate, result)[0] >= result.bounds[1]:
        return None
    between = reading.between(i, i + 1)
    if not _THEN_SO_MANY.match(between) or not cues.TOTAL.search(f"{between}{reading.cue(i + 2)}"):
        return None
    if not _WORTH.match(reading.between(i + 1, i + 2)) or _one_of_several(reading, rate):
        return None
    return stated("product", {"factors": (amount, rate), "result": result}, "product.each_of_so_many")


def _each_of_some(reading: Reading, rate: Operand) -> Proposal | None:
    """As in "27 nhà sập … Mỗi hộ được hỗ trợ 60 triệu đồng, tổng cộng 1,62 tỷ đồng": the count stands further back."""
    result = reading.sides[rate.index + 1][0] if len(reading.sides[rate.index + 1]) == 1 else None
    if result is None or result.sentence != rate.sentence or result.kind != rate.kind or not same_unit(rate, result):
        return None
    if result.value is None or rate.value is None or not _TOTAL.search(reading.cue(result.index)):
        return None
    tried = 0
    for amount in window(reading, rate, back=9, ahead=0):
        if amount.kind != "count" or not amount.value or amount.value < 2 or amount.start > rate.start:
            continue
        tried += 1
        low, high = bounds_in(rate, result)
        computed = (low * amount.bounds[0], high * amount.bounds[1])
        nominal = (low + high) / 2 * amount.value
        if fit.meets(computed, result) and fit.meets((nominal, nominal), result):
            odds = chance.of_nominal(result, nominal, tried)
            if odds > chance.WEAK:
                return None
            operands: Operands = {"factors": (amount, rate), "result": result}
            return inferred("product", operands, "product.each", candidates=tried, chance=odds)
    return None


def _each_of_those(reading: Reading, rate: Operand, what: str) -> Proposal | None:
    """As in "mỗi hộ nhận 60 triệu đồng, …; kinh phí hỗ trợ 245 hộ là 14,7 tỷ đồng": how many, and all of it, stand near."""
    near = window(reading, rate, back=3, ahead=2)
    noun = what.split()[0]
    amounts = [o for o in near if o.kind == "count" and o.value and o.value >= 2 and o.unit.split(" ")[0] == noun]
    results = [o for o in near if o.kind == rate.kind and o.value and same_unit(o, rate)]
    tried = 0
    for amount in amounts:
        for result in results:
            low, high = bounds_in(rate, result)
            if low * 2 > result.bounds[1] or result.index in (amount.index, rate.index):
                continue
            tried += 1
            nominal = (low + high) / 2 * (amount.value or 0)
            if amount.modified or result.modified or not fit.meets((nominal, nominal), result):
                continue
            odds = chance.of_nominal(result, nominal, tried)
            if odds > chance.FAR:
                return None
            operands: Operands = {"factors": (amount, rate), "result": result}
            return inferred("product", operands, "product.each_of_those", candidates=tried, chance=odds)
    return None


def _each_of(reading: Reading, rate: Operand, what: str) -> Proposal | None:
    i = rate.index
    for amount in reading.sides[i - 1][:1]:
        for result in reading.sides[i + 1][:1]:
            if amount.kind != "count" or result.sentence != rate.sentence or not same_unit(rate, result):
                continue
            if rate.kind != result.kind or result.value is None or amount.value is None:
                continue
            operands: Operands = {"factors": (amount, rate), "result": result}
            # The amount names what each is of, and the result is called a total.
            named = bool(amount.unit) and what.split()[0] == amount.unit.split()[0]
            alone = cues.amount_direction(reading.cue(i - 1)) is None and not _one_of_several(reading, rate)
            if named and alone and amount.sentence == rate.sentence and _TOTAL.search(reading.cue(i + 1)):
                return stated("product", operands, "product.each")
            low, high = bounds_in(rate, result)
            computed = (low * amount.bounds[0], high * amount.bounds[1])
            if fit.meets(computed, result):
                odds = chance.of_ratio(result, computed, 1)
                return inferred("product", operands, "product.each", candidates=1, chance=odds)
    return None


def _one_of_several(reading: Reading, rate: Operand) -> bool:
    """As in "2 giải nhì mỗi giải 30 triệu đồng, 3 giải ba mỗi giải 20 triệu đồng, tổng trị giá 120 triệu đồng"."""
    for i in range(rate.index - 1, -1, -1):
        if reading.sentence_of(i) != rate.sentence:
            return False
        if reading.figures[i].kind == rate.kind and _EACH.search(reading.cue(i)):
            return True
    return False
