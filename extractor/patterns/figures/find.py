"""Figures of an article: numerals that state a quantity, with unit, concept, modifier and interval.

Which reading wins where several compete is written down in :mod:`extractor.patterns.policy`; what is done here
follows that order.
"""

from __future__ import annotations

from bisect import bisect_right
from decimal import Decimal

import regex

from extractor.article import View
from extractor.patterns.figures import labels
from extractor.patterns.figures.concepts import Concepts
from extractor.patterns.figures.context import Blocked, Context
from extractor.patterns.figures.modifiers import modifier_after, modifier_before
from extractor.patterns.figures.precision import interval_of, printed_ulp
from extractor.patterns.figures.units import Unit, denominator_after, unit_after
from extractor.patterns.found import FoundDocument, FoundFigure
from extractor.patterns.trace import Reason, SetAside, Trace
from extractor.records import FigureKind
from extractor.tokens.calendar import CalendarSpan, find_calendar
from extractor.tokens.numerals import Numeral, find_numerals, habit_of, read_digits

_URL = regex.compile(
    r"(?:https?://|www\.)\S++(?: ?/ ?[\w.-]++)*+|(?<![\w.+-])[\w.+-]{1,64}+@[\w.-]++"
    r"|(?<![\w.-])[\w-]++(?:\.[\w-]++)*?\.(?:vn|com|net|org|info|gov|edu)\b\S*+"
)
_SLASH = regex.compile(r" ?/ ?(?:tổng số |tổng )?(?=\d)")
_ON_TOTAL = regex.compile(r" (?:(?:trên|trong) tổng(?: số)?|trong số) (?=\d)| trên (?=\d)")
_ON_TOTAL_ONLY = regex.compile(r" (?:trên|trong) tổng(?: số)? (?=\d)")
# "3 trong 5 xã"; "1 trong 5 tỉnh" only says that it is one of them.
_AMONG = regex.compile(r" trong (?=\d)")
_COLON = regex.compile(r" ?: ?(?=\d)")
_RANGE = regex.compile(
    r" ?- ?(?:dưới )?(?=[\p{L}\d])| ?~ ?(?=\d)| (?:đến|tới|cho đến|cho tới)(?: gần| dưới| hơn| trên| khoảng| cuối)? (?=[\p{L}\d])"
)
_LINK = regex.compile(r", ?(?=\d)| (?:và|hoặc|hay) (?=\d)|; ?(?=\d)")
_LINK_TO_WORD = regex.compile(r",? (?:và|hoặc|hay|,) ")
_LONGEST_LIST = 40
_RESPECTIVELY = regex.compile(r"(?:lần lượt|tương ứng|theo thứ tự)")
_PROPORTION = regex.compile(r"t[ỷỉ] lệ[^.;\n]{0,40} $")
_TIMES = regex.compile(
    r"(?:gấp|tăng|giảm|cao hơn|thấp hơn|lớn hơn|nhiều hơn|ít hơn|nhanh hơn|đắt hơn|rẻ hơn|kém|chênh|chênh lệch|chênh nhau|nhân|bằng)"
    r"(?: (?:lên|khoảng|gần|hơn|tới|đến|trên|nhau|rất|lớn|thêm|từ|hẳn|ít nhất|tối thiểu|xấp xỉ|chỉ)|,)*+ $"
)
_FOLD = regex.compile(
    r"(?<!\p{L})gấp (?:(?:khoảng|gần|hơn|tới|đến) )?(?P<times>đôi|rưỡi|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?!\p{L}| lần| mươi| trăm| nghìn)"
)
_FOLD_VALUES = {
    "đôi": "2", "rưỡi": "1.5", "ba": "3", "bốn": "4", "năm": "5", "sáu": "6", "bảy": "7", "tám": "8", "chín": "9", "mười": "10",
}  # fmt: skip
_HALF = regex.compile(
    r"(?<!\p{L})(?<!một )(?<!quá )nửa (?P<unit>năm|tháng|ngày|giờ|thế kỷ|thập kỷ)(?!\p{L}| (?:đầu|cuối|sau|trước))"
)
_ONE_HALF = Decimal("0.5")
_AND_A_HALF = regex.compile(r" rưỡi(?!\p{L})")
_FOLD_WORD = regex.compile(r"(?<!\p{L})gấp $")
_MULTIPLY = regex.compile(r"(?<!\p{L})(?:hơn |gần )?gấp(?: (?:khoảng|gần|hơn|tới|đến|trên))? $")
_STATES = regex.compile(
    r"(?:(?<!\p{L})(?:từ|xuống|xuống còn|lên|còn|nay còn|là|đạt|được|có|hiện có|gồm|tổng số|tổng cộng|lần lượt là|thành|công lập|bằng|kế hoạch|chỉ tiêu|tiêu là|chiếm|với|giảm|tăng|tới|đến)|[:=(]) $|\($"
)
# "trong đó nam 120, nữ 80": a word for the part, then its number. A capital would be a name ("Vân Canh 2").
_LISTED = regex.compile(r"(?<!\p{L})(?:trong đó|gồm|bao gồm|gồm có)(?!\p{L})[^.;\n]*?(?<!\p{L})\p{Ll}+ $")
_CLOSES = regex.compile(r"[,;)\n]|\.(?!\d)| (?:xuống|lên|còn|nay|và|năm|trong|so|vào|\()|$")
_ORDINAL = regex.compile(
    r"(?<!\p{L})(?:thứ|lần|số|hạng|bộ|lớp|cấp|anh|chị|cô|chú|bác|ông|bà|loại|nhóm|tháng|mùng|mồng|ngày|bậc|tập|kỳ|vòng|khóa) $"
)
_MOVES = regex.compile(r"(?<!\p{L})(?:tăng|giảm|thêm|bớt|đạt|được)(?: \p{L}+)? $")
_YEAR_TALK = regex.compile(
    r"(?<!\p{L})(?:một|mỗi|hằng|hàng|cả|đầu|cuối|giữa|trong|những|các|mấy|nhiều|qua|từng|theo|cùng|sang|của|quanh|trọn|\d+|vài|bao|kế hoạch|dự toán|lâu|tròn) $"
)
_COUNT_BEFORE_YEAR = regex.compile(r"(?:\d|\p{L} ?)%? $")
_RHETORICAL = regex.compile(
    r" (?:số|tổng|diện tích|dân số|quãng|chặng|lượng|nhu cầu|thời gian|của|trong|so với|cả|toàn|giá|vốn|kế hoạch|mức|thành viên)(?!\p{L})"
)
# "chiếm gần 3/4": said as a share, where "đến 3/4" may be a day.
_FRACTION_CUE = regex.compile(
    r"(?<!\p{L})(?:chiếm|bằng|hơn|gần|khoảng|xấp xỉ|quá|giảm|tăng)(?: (?:hơn|gần|khoảng|tới|chỉ|còn))? $"
)
_ADDRESS = regex.compile(r" (?:đường|phố|đại lộ|Đường|Phố|\p{Lu}\p{Ll}+ \p{Lu})")
_PERCENT_NEAR = regex.compile(r"[^.;\n]{0,60}?\d ?%")
_NEAR = 60


def find_figures(view: View, documents: list[FoundDocument], trace: Trace | None = None) -> list[FoundFigure]:
    """The figures of an article, in text order, without overlaps.

    Args:
        view: the article's view.
        documents: its documents, whose numbers are no figures.
        trace: where to note the numbers that are set aside, and why.
    """
    text = view.text
    habit = habit_of(text)
    ctx = Context(view, text, view.lower, find_numerals(text, habit), habit)
    return _Finder(ctx, documents, trace).run()


class _Finder:
    def __init__(self, ctx: Context, documents: list[FoundDocument], trace: Trace | None = None) -> None:
        self.ctx = ctx
        self.trace = trace
        calendar = find_calendar(ctx.text)
        self.day_months: dict[int, CalendarSpan] = {s.start: s for s in calendar if s.kind == "bare_day_month"}
        self.holders: dict[Reason, list[tuple[int, int]]] = {
            "document": [(d.start, d.end) for d in documents],
            "calendar": [(s.start, s.end) for s in calendar if s.kind != "bare_day_month"],
            "address": [m.span() for m in _URL.finditer(ctx.text)],
            "name": labels.name_spans(ctx),
        }
        self.blocked = Blocked([span for spans in self.holders.values() for span in spans])
        self.no_numbers = Blocked(labels.no_number_spans(ctx))
        self.found: list[FoundFigure] = []
        # End of the last number that was a label, for "Điều 5, 6 và 7".
        self.label_end = -1
        # Index of the first number that a list may start at.
        self.no_list_before = 0

    def run(self) -> list[FoundFigure]:
        numerals = self.ctx.numerals
        i = 0
        while i < len(numerals):
            numeral = numerals[i]
            if self.found and numeral.start < self.found[-1].end:
                # The word is of the unit before: "1.200 lượt/năm".
                i += 1
                continue
            why = self._no_number(numeral)
            if why is not None:
                i += self._aside(why, numeral)
                continue
            step = self._ratio(i) or self._range(i) or self._list(i) or self._single(i)
            i += max(step, 1)
        self._folds()
        self._halves()
        self.found.sort(key=lambda f: f.start)
        self._finish()
        return self.found

    # What is skipped at once

    def _no_number(self, numeral: Numeral) -> Reason | None:
        ctx = self.ctx
        if self.blocked.holds(numeral.start):
            return self._held(numeral.start)[0] if self.trace is not None else "document"
        if labels.is_glued_to_letters(ctx, numeral):
            return "glued"
        if labels.is_phone(ctx, numeral):
            return "phone"
        if labels.name_end(ctx, numeral) is not None:
            return "expression"
        if numeral.words and self.no_numbers.holds(numeral.start):
            return "no_number"
        return "vague" if numeral.words and labels.is_vague(ctx, numeral) else None

    def _held(self, at: int) -> tuple[Reason, tuple[int, int]]:
        """What holds a blocked number, and where that stands."""
        for why, spans in self.holders.items():
            i = bisect_right(spans, at, key=lambda span: span[0]) - 1
            if i >= 0 and at < spans[i][1]:
                return why, spans[i]
        raise ValueError(f"nothing holds {at}")

    def _aside(self, why: Reason, *numerals: Numeral) -> int:
        """Leaves the numerals out, and says how many they are."""
        if self.trace is not None:
            for numeral in numerals:
                within = self._held(numeral.start)[1] if why in self.holders else None
                self.trace.aside.append(SetAside(numeral.start, numeral.end, why, within))
        return len(numerals)

    def _is_label(self, numeral: Numeral, unit: Unit | None) -> bool:
        ctx = self.ctx
        strength = labels.strength_before(ctx, numeral)
        if strength is None and self.label_end >= 0:
            between = ctx.text[self.label_end : numeral.start]
            if between in (", ", " và ", " - ", "-", " đến ", ",") and not numeral.words:
                strength = "weak"
        if strength is None:
            return False
        if (
            strength != "firm"
            and unit is not None
            and unit.known
            and not numeral.digits.isdigit()
            and not numeral.words
        ):
            # "biên bản 45.312 trường hợp": a label is hardly printed with separators.
            return False
        if unit is None or strength == "firm":
            return unit is None or unit.kind not in ("percent", "points")
        if unit.kind == "count" and strength == "place":
            return True
        return not unit.settles

    # Ratios

    def _ratio(self, i: int) -> int:
        ctx, numerals = self.ctx, self.ctx.numerals
        first = numerals[i]
        if first.words or first.magnitude or i + 1 >= len(numerals):
            return 0
        second = numerals[i + 1]
        end_of_first = first.end
        link = _SLASH.match(ctx.text, end_of_first)
        rule = "ratio.slash"
        if link is None:
            link = _ON_TOTAL.match(ctx.text, end_of_first)
            rule = "ratio.total"
        if link is None and first.value != 1:
            link = _AMONG.match(ctx.text, end_of_first)
            rule = "ratio.among"
        if link is None and _PROPORTION.search(ctx.lower, max(0, first.start - _NEAR), first.start):
            link = _COLON.match(ctx.text, end_of_first)
            rule = "ratio.proportion"
        if link is None:
            unit = unit_after(ctx, first.end, magnitude=False, words=False)
            if unit is not None and unit.kind in ("count", "measure"):
                link = _SLASH.match(ctx.text, unit.end) or _ON_TOTAL_ONLY.match(ctx.text, unit.end)
                rule = "ratio.units"
                if link is not None and link.end() == second.start and not self._same_unit(unit, second):
                    return 0
        if link is None or link.end() != second.start or second.words or not second.value:
            return 0
        shared = second.magnitude if not first.magnitude and rule == "ratio.slash" else 0
        if second.magnitude and first.magnitude != second.magnitude and not shared:
            return 0
        follows = ctx.text[second.end : second.end + 2]
        if follows[:1] in "/-" and follows[1:2].isalnum() and rule == "ratio.slash":
            return 0
        unit = self._unit_of(second) if shared else unit_after(ctx, second.end, magnitude=False, words=False)
        if rule == "ratio.among" and not self._is_among(first, second, unit):
            return 0
        if unit is not None and (
            unit.kind in ("percent", "points")
            or (unit.kind == "duration" and rule != "ratio.among")
            or _RHETORICAL.match(ctx.text, second.end)
        ):
            unit = None
        if rule == "ratio.slash" and not self._is_ratio(first, second, unit):
            # Not a ratio: the two numbers belong together as a date, a label or an address.
            self.label_end = second.end
            return self._aside("pair", first, second)
        self._add(
            FoundFigure(
                first.start,
                unit.end if unit else second.end,
                "ratio",
                rule,
                number_end=second.end,
                numerator=first.value.scaleb(shared),
                denominator=second.value,
                unit=self._name(unit),
            )
        )
        return 2

    def _same_unit(self, unit: Unit, second: Numeral) -> bool:
        other = unit_after(self.ctx, second.end, magnitude=False, words=False)
        lower = self.ctx.lower
        return other is not None and lower[other.start : other.end] == lower[unit.start : unit.end]

    def _is_among(self, first: Numeral, second: Numeral, unit: Unit | None) -> bool:
        """Whether "5 trong 6" says how many of the six; "tăng 5 trong 6 tháng" and "thứ 5 trong 6 đội" do not."""
        if unit is None or unit.kind not in ("count", "duration") or not first.value < second.value:
            return False
        return (
            labels.strength_before(self.ctx, first) is None
            and not _ORDINAL.search(self.ctx.lower, max(0, first.start - 12), first.start)
            and not _MOVES.search(self.ctx.lower, max(0, first.start - 24), first.start)
        )

    def _is_ratio(self, first: Numeral, second: Numeral, unit: Unit | None) -> bool:
        ctx = self.ctx
        if labels.is_scale(ctx, first.start, first.value, second.value):
            return False
        strength = labels.strength_before(ctx, first)
        if strength in ("firm", "place") or (strength == "weak" and unit is None):
            return False
        if _ADDRESS.match(ctx.text, second.end) and not first.grouped:
            return False
        known_unit = unit is not None and unit.known
        percent_behind = _PERCENT_NEAR.match(ctx.text, second.end) is not None
        percent_before = "%" in ctx.text[max(0, first.start - 12) : first.start] or bool(
            regex.search(r"%[^.;\n]{0,40}\($", ctx.text[max(0, first.start - _NEAR) : first.start])
        )
        if first.start in self.day_months:
            if known_unit or percent_before:
                return True
            if percent_behind and (
                unit is not None
                or (
                    ctx.text[second.end : second.end + 1] in ("(", " ")
                    and "(" in ctx.text[second.end : second.end + 14]
                )
            ):
                return True
            fraction = first.value < second.value <= 10
            cued = _FRACTION_CUE.search(ctx.lower, max(0, first.start - 24), first.start) is not None
            return fraction and (cued or _RHETORICAL.match(ctx.text, second.end) is not None)
        if first.grouped or second.grouped or known_unit or percent_behind or percent_before:
            return True
        if first.value < second.value <= 10 or (unit is not None and first.value <= second.value):
            return True
        return ctx.text[first.start - 1 : first.start] == "(" and ctx.text[second.end : second.end + 1] == ")"

    # Ranges

    def _range(self, i: int) -> int:
        ctx, numerals = self.ctx, self.ctx.numerals
        if i + 1 >= len(numerals):
            return 0
        low, high = numerals[i], numerals[i + 1]
        if self.blocked.holds(high.start) or high.start - low.end > 40:
            return 0
        low_end = low.end
        own: Unit | None = None
        link = _RANGE.match(ctx.text, low_end)
        if link is None or link.end() != high.start:
            own = unit_after(ctx, low.end, magnitude=low.magnitude > 0, words=low.words)
            low_end = own.end if own else low.end
            link = _RANGE.match(ctx.text, low_end)
        if link is None or link.end() != high.start:
            return 0
        unit = self._unit_of(high)
        if unit is None:
            return 0
        if own is not None and (
            own.kind != unit.kind and not (own.kind in ("money", "measure") and unit.kind in ("money", "measure"))
        ):
            return 0
        if (
            own is not None
            and own.kind == "count"
            and ctx.lower[own.start : own.end] != ctx.lower[unit.start : unit.end]
        ):
            return 0
        if low.words != high.words and "-" in link.group():
            return 0
        if self._is_label(low, unit):
            self.label_end = high.end
            return self._aside("label", low, high)
        low_value, high_value = self._value(low, unit), self._value(high, unit)
        if high.magnitude > low.magnitude and own is None and low_value < high_value.scaleb(-high.magnitude):
            low_value = low_value.scaleb(high.magnitude)
        if low_value >= high_value:
            return 0
        if unit.kind == "count" and self._is_times(low, unit):
            unit = Unit(unit.start, unit.end, "multiple")
        figure = self._figure(high, unit, "range")
        figure.start = low.start
        figure.value = None
        figure.low, figure.high = low_value, high_value
        self._add(figure)
        return 2

    # Lists that share the unit of their last number

    def _list(self, i: int) -> int:
        ctx, numerals = self.ctx, self.ctx.numerals
        chain = [numerals[i]]
        if chain[0].words or i < self.no_list_before:
            return 0
        while True:
            last = chain[-1]
            if unit_after(ctx, last.end, magnitude=last.magnitude > 0, words=False) is not None or last.magnitude:
                break
            j = i + len(chain)
            link = _LINK.match(ctx.text, last.end)
            if (
                link is None
                or j >= len(numerals)
                or numerals[j].start != link.end()
                or numerals[j].words
                or self.blocked.holds(numerals[j].start)
                or len(chain) == _LONGEST_LIST
            ):
                # No list from any number of the chain on: it breaks off at the same place.
                self.no_list_before = j
                return 0
            chain.append(numerals[j])
        if len(chain) == 1:
            return 0
        last = chain[-1]
        unit = self._unit_of(last)
        if unit is None or self._is_label(chain[0], unit):
            return 0
        cued = _RESPECTIVELY.search(ctx.lower, max(0, chain[0].start - _NEAR), chain[0].start) is not None
        shares = unit.kind in ("percent", "points", "money", "measure", "multiple")
        if not (cued or shares or all(n.grouped for n in chain)):
            return 0
        for numeral in chain[:-1]:
            figure = self._figure(numeral, unit, "list")
            if last.magnitude and not numeral.magnitude:
                figure.value = numeral.value.scaleb(last.magnitude)
                figure.ulp = (numeral.ulp or Decimal(1)).scaleb(last.magnitude)
            figure.end = figure.number_end = numeral.end
            if unit.kind == "count":
                figure.unit = None
            self._add(figure)
        self._add(self._figure(last, unit, "list"))
        return len(chain)

    # Single numbers

    def _single(self, i: int) -> int:
        ctx = self.ctx
        numeral = ctx.numerals[i]
        unit = self._unit_of(numeral)
        if self._is_label(numeral, unit):
            self.label_end = numeral.end
            return self._aside("label", numeral)
        if unit is None:
            if not self._stands_alone(numeral):
                return self._aside("no_unit", numeral)
            kind: FigureKind = (
                "multiple" if _MULTIPLY.search(ctx.lower, max(0, numeral.start - 16), numeral.start) else "count"
            )
            self._add(self._figure(numeral, Unit(numeral.end, numeral.end, kind, named=False), "alone"))
            return 1
        if numeral.words and not self._words_count(numeral, unit):
            return self._aside("other_word", numeral)
        if unit.kind == "measure" and labels.is_class(ctx, numeral, ctx.text[unit.start : unit.end]):
            return self._aside("equipment", numeral)
        if unit.kind == "count" and not unit.known and self._day_month_at(numeral):
            return self._aside("day_month", numeral)
        if labels.label_after(ctx, numeral.end) and unit.kind == "count":
            return self._aside("grade", numeral)
        figure = self._figure(numeral, unit, "single")
        half = _AND_A_HALF.match(ctx.lower, unit.end) if unit.kind == "duration" else None
        if half is not None and figure.value is not None:
            figure.value, figure.ulp, figure.end = figure.value + _ONE_HALF, Decimal("0.1"), half.end()
        self._add(figure)
        return 1

    def _day_month_at(self, numeral: Numeral) -> bool:
        return numeral.start in self.day_months

    def _stands_alone(self, numeral: Numeral) -> bool:
        ctx = self.ctx
        if numeral.words:
            return False
        before = ctx.lower[max(0, numeral.start - 20) : numeral.start]
        if _MULTIPLY.search(before):
            return True
        nxt = ctx.text[numeral.end : numeral.end + 2]
        if (nxt[:1] in "-/:" and nxt[1:2].strip()) or nxt[:1].isalpha() or nxt[:1] == "+":
            return False
        if ctx.text[numeral.start - 1 : numeral.start] in ("-", "/", ":", "+", "#"):
            return False
        closes = _CLOSES.match(ctx.text, numeral.end) is not None
        if numeral.grouped:
            whole = numeral.value == numeral.value.to_integral_value()
            return whole and (closes or bool(_STATES.search(before)))
        listed = _LISTED.search(ctx.text, max(0, numeral.start - _NEAR), numeral.start) is not None
        return closes and (listed or bool(_STATES.search(before))) and numeral.value < 1800 and numeral.digits[0] != "0"

    def _words_count(self, numeral: Numeral, unit: Unit) -> bool:
        """Whether a number word counts here: "năm" may be a year, "ba" a father, "một" an article."""
        ctx = self.ctx
        word = ctx.lower[numeral.start : numeral.end]
        if " " in word or numeral.magnitude:
            return True
        if word == "một":
            return False
        before = ctx.lower[max(0, numeral.start - 12) : numeral.start]
        if _ORDINAL.search(before) and not (unit.known and before.endswith((" số ",))):
            return False
        if word == "năm":
            return (
                unit.known
                and unit.kind in ("count", "measure")
                and not _YEAR_TALK.search(before)
                and not regex.search(r"(?:\d|mươi|trăm|hai|ba|bốn|sáu|bảy|tám|chín|mười|một) $", before)
            )
        if word in ("ba", "chín", "bốn", "bảy", "sáu", "tám"):
            return unit.known
        return True

    # Parts

    def _unit_of(self, numeral: Numeral) -> Unit | None:
        ctx = self.ctx
        unit = unit_after(ctx, numeral.end, magnitude=numeral.magnitude > 4 or numeral.money, words=numeral.words)
        if numeral.money:
            end = denominator_after(ctx, numeral.end)
            return Unit(numeral.end, end or numeral.end, "measure" if end else "money", default="đồng")
        if unit is not None and unit.kind == "count" and ctx.lower[unit.start : unit.end] == "lần":
            if self._is_times(numeral, unit):
                return Unit(unit.start, unit.end, "multiple")
            if numeral.value != numeral.value.to_integral_value():
                # "0,37 lần" counts nothing whole: an average number of times.
                return Unit(unit.start, unit.end, "measure")
            return unit
        spelled = numeral.words and (numeral.magnitude < 6 or " " not in numeral.digits)
        if unit is None and numeral.magnitude >= 3 and not spelled:
            end = denominator_after(ctx, numeral.end)
            if _MULTIPLY.search(ctx.lower, max(0, numeral.start - 16), numeral.start):
                return None
            return Unit(numeral.end, end or numeral.end, "measure" if end else "money", default="đồng")
        return unit

    def _is_times(self, numeral: Numeral, unit: Unit) -> bool:
        """Whether "N lần" says how many times as much, not how often."""
        lower = self.ctx.lower
        times = lower[unit.start : unit.end] == "lần"
        return times and _TIMES.search(lower, max(0, numeral.start - 34), numeral.start) is not None

    def _value(self, numeral: Numeral, unit: Unit) -> Decimal:
        value = self._size(numeral, unit)
        return -value if unit.kind in ("percent", "points") and self._is_negative(numeral) else value

    def _is_negative(self, numeral: Numeral) -> bool:
        """Whether a minus stands right at the number: "tăng trưởng -2,5%", but not "3 -5%" or "- 5%"."""
        text, at = self.ctx.text, numeral.start
        return (
            at > 1 and text[at - 1] == "-" and text[at - 2] in " (" and not (at > 2 and text[at - 3] in "0123456789%")
        )

    def _size(self, numeral: Numeral, unit: Unit) -> Decimal:
        """The numeral's value in the light of its unit: no one counts 1,24 people, but 1,234 ha may be."""
        if numeral.alternatives and not numeral.magnitude and unit.kind in ("percent", "points", "measure", "multiple"):
            readings = read_digits(numeral.digits, fraction_likely=True, habit=self.ctx.habit)
            if readings:
                return readings[0]
        dotted = numeral.digits.count(".") == 1 and "," not in numeral.digits
        if unit.kind in ("percent", "points") and numeral.value >= 1000 and dotted:
            return Decimal(numeral.digits)
        return numeral.value

    def _figure(self, numeral: Numeral, unit: Unit, rule: str) -> FoundFigure:
        value = self._value(numeral, unit)
        ulp = numeral.ulp
        alternatives = tuple(a for a in (numeral.value, *numeral.alternatives) if a != value)
        if value != numeral.value:
            ulp = Decimal(1).scaleb(int(value.as_tuple().exponent))
        return FoundFigure(
            numeral.start - (value < 0),
            unit.end,
            unit.kind,
            rule,
            number_end=numeral.end,
            value=value,
            unit=self._name(unit),
            ulp=ulp,
            alternatives=alternatives,
        )

    def _name(self, unit: Unit | None) -> str | None:
        if unit is None or not unit.named:
            return None
        printed = self.ctx.view.published(unit.start, unit.end) if unit.end > unit.start else ""
        if unit.default is not None:
            return unit.default + (
                " " + printed if printed[:1] == "/" and self.ctx.text[unit.start] == " " else printed
            )
        return printed or None

    def _add(self, figure: FoundFigure) -> None:
        self.found.append(figure)

    def _halves(self) -> None:
        """Reads "nửa năm": half a year is a length of time, while "một nửa" of something is a share."""
        for match in _HALF.finditer(self.ctx.lower):
            if not self.blocked.holds(match.start()):
                unit = self.ctx.view.published(*match.span("unit"))
                self._add(
                    FoundFigure(
                        *match.span(),
                        "duration",
                        "half",
                        number_end=match.start("unit") - 1,
                        value=_ONE_HALF,
                        unit=unit,
                    )
                )

    def _folds(self) -> None:
        taken = {f.start for f in self.found}
        for match in _FOLD.finditer(self.ctx.lower):
            start, end = match.span("times")
            if start in taken or self.blocked.holds(start):
                continue
            self._add(
                FoundFigure(start, end, "multiple", "fold", number_end=end, value=Decimal(_FOLD_VALUES[match["times"]]))
            )

    # Modifier, concept and interval, once all figures are known

    def _finish(self) -> None:
        ctx = self.ctx
        concepts = Concepts(ctx, self.found, self.blocked)
        previous: FoundFigure | None = None
        for figure in self.found:
            before = modifier_before(ctx.lower, self._modified_from(figure))
            begin = figure.start
            if before is not None:
                begin, figure.modifier = before
            behind = modifier_after(ctx.lower, figure.end)
            if behind is not None:
                figure.modifier = behind
            figure.concept_span = concepts.of(figure, begin, previous)
            if figure.concept_span is not None:
                figure.concept = ctx.view.published(*figure.concept_span)
            if figure.value is not None:
                figure.ulp = printed_ulp(figure.kind, figure.ulp)
                figure.interval = interval_of(figure.value, figure.ulp, figure.modifier)
            elif figure.low is not None and figure.high is not None:
                figure.interval = (figure.low, figure.high)
            previous = figure

    def _modified_from(self, figure: FoundFigure) -> int:
        """Where the figure starts for its modifier: "gần gấp đôi" is nearly double."""
        if figure.kind == "multiple":
            fold = _FOLD_WORD.search(self.ctx.lower, max(0, figure.start - 6), figure.start)
            if fold is not None:
                return fold.start()
        return figure.start
