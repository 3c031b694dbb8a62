"""What the rules that read figures share: the article, what is blocked in it, and what was read so far."""

from __future__ import annotations

from bisect import bisect_right

from extractor.lexicon.finder import Finder
from extractor.lexicon.patterns import compiled
from extractor.patterns.figures import labels, years
from extractor.patterns.figures.context import Blocked, Context
from extractor.patterns.figures.units import Unit
from extractor.patterns.found import FoundDocument, FoundFigure
from extractor.patterns.trace import Reason, SetAside, Trace
from extractor.tokens.calendar import CalendarSpan, find_calendar
from extractor.tokens.numerals import Numeral

NEAR = 60
"""How far back a rule looks for a word that bears on a number without standing right before it."""

_URL = compiled(
    r"(?:https?://|www\.)\S++(?: ?/ ?[\w.-]++)*+|(?<![\w.+-])[\w.+-]{1,64}+@[\w.-]++"
    r"|(?<![\w.-])[\w-]++(?:\.[\w-]++)*?\.(?:vn|com|net|org|info|gov|edu)\b\S*+"
)

_BLANK = compiled(r"\s")
_PER = ("/", "/ ")
_BOTH = 2
_ALL = "cả "
# "Điều 5, 6 và 7"
_JOINTS = frozenset((", ", " và ", " - ", "-", " đến ", ","))
_LONGEST_JOINT = max(map(len, _JOINTS))
_IN_A_ROW = compiled(r",| và |-")


# One of these is in every address; few articles hold any.
_URL_MARKS: Finder[None] = Finder(
    (mark, None) for mark in ("@", "://", "www.", ".vn", ".com", ".net", ".org", ".info", ".gov", ".edu")
)


def _addresses(ctx: Context) -> list[tuple[int, int]]:
    text = ctx.text
    found: list[tuple[int, int]] = []
    done = no_space_until = 0
    for mark in _URL_MARKS.starts(ctx.lower):
        if mark >= done:
            # It begins where the mark stands or before it, with no space between, but may go on over a space.
            start = max(done, text.rfind(" ", done, mark) + 1, text.rfind("\n", done, mark) + 1)
            if mark >= no_space_until:
                blank = _BLANK.search(text, mark)
                no_space_until = len(text) if blank is None else blank.start()
            begun = _URL.search(text, start, no_space_until)
            match = None if begun is None else _URL.match(text, begun.start())
            done = no_space_until
            if match is not None:
                found.append(match.span())
                done = match.end()
    return found


class Scan:
    """One article while its numbers are read from left to right.

    Attributes:
        ctx: the article.
        found: the figures so far.
        label_end: end of the last number that was a label, for "Điều 5, 6 và 7"; -1 if there was none.
        no_list_before: index of the first number that a list may start at.
        row: what the bare numbers of the row in sight count or measure, by their index.
        row_end: where that row ends.
        ends_phrase: what no noun phrase goes on over, besides the figures: documents, dates.
        day_months: what may be a day and a month or a ratio, by where it starts.
    """

    def __init__(self, ctx: Context, documents: list[FoundDocument], trace: Trace | None) -> None:
        self.ctx = ctx
        self.trace = trace
        calendar = self._without_amounts(ctx, find_calendar(ctx.text, ctx.lower))
        self.day_months: dict[int, CalendarSpan] = {s.start: s for s in calendar if s.kind == "bare_day_month"}
        self.holders: dict[Reason, list[tuple[int, int]]] = {
            "document": [span for d in documents for span in (d.pinpoint, (d.start, d.end)) if span is not None],
            "calendar": [(s.start, s.end) for s in calendar if s.kind != "bare_day_month"],
            "address": _addresses(ctx),
            "name": sorted((*labels.name_spans(ctx), *labels.plate_spans(ctx), *labels.note_spans(ctx))),
            "phone": labels.phone_spans(ctx),
        }
        dates = self.holders["calendar"]
        rows = [s for s in dates if _IN_A_ROW.search(ctx.text, *s)]
        ctx.closed = Blocked(set(dates).difference(rows), len(ctx.text))
        ctx.dates = ctx.closed.with_spans(rows)
        # A phrase goes on over a name with a number in it: "ca mắc Covid-19".
        self.ends_phrase = ctx.dates.with_spans(
            span for why in ("document", "address", "phone") for span in self.holders[why]
        )
        self.blocked = self.ends_phrase.with_spans(self.holders["name"])
        self.no_numbers = Blocked(labels.no_number_spans(ctx), len(ctx.text))
        self.found: list[FoundFigure] = []
        self.label_end = -1
        self.no_list_before = 0
        self.row: dict[int, Unit] = {}
        self.row_end = -1
        self._expression_end = -1
        self._vague_end = -1

    @staticmethod
    def _without_amounts(ctx: Context, calendar: list[CalendarSpan]) -> list[CalendarSpan]:
        """The calendar without the years that count: "gần 2000 hộ"."""
        ends = {numeral.digits_end: numeral for numeral in ctx.numerals if not numeral.words}
        kept = []
        for span in calendar:
            numeral = ends.get(span.end) if span.kind == "year" else None
            if numeral is None or not years.counts(ctx, span, numeral):
                kept.append(span)
        return kept

    def no_number(self, numeral: Numeral) -> Reason | None:
        """Why a number can be no figure whatever stands around it, or None."""
        ctx = self.ctx
        if self.blocked.holds(numeral.start):
            return self._held(numeral.start)[0] if self.trace is not None else "document"
        if not numeral.words:
            if labels.is_glued_to_letters(ctx, numeral):
                return "glued"
            if labels.is_phone(ctx, numeral):
                return "phone"
        if numeral.start < self._expression_end:
            return "expression"
        expression = labels.name_end(ctx, numeral)
        if expression is not None:
            self._expression_end = expression
            return "expression"
        return self._no_number_word(numeral) if numeral.words else None

    def _no_number_word(self, numeral: Numeral) -> Reason | None:
        """Why a number in words can be no figure, or None."""
        ctx = self.ctx
        if ctx.text.endswith(_PER, 0, numeral.start):
            # "7,2%/năm kỳ hạn 12 tháng"
            return "no_number"
        if self.no_numbers.holds(numeral.start):
            return "no_number"
        if numeral.value == _BOTH and ctx.lower.endswith(_ALL, 0, numeral.start):
            # "cả hai huyện": both.
            return "no_number"
        if numeral.start >= self._vague_end:
            self._vague_end = labels.vague_end(ctx, numeral) or self._vague_end
        return "vague" if numeral.start < self._vague_end else None

    def _held(self, at: int) -> tuple[Reason, tuple[int, int]]:
        """What holds a blocked number, and where that stands."""
        for why, spans in self.holders.items():
            i = bisect_right(spans, at, key=lambda span: span[0]) - 1
            if i >= 0 and at < spans[i][1]:
                return why, spans[i]
        raise ValueError(f"nothing holds {at}")

    def aside(self, why: Reason, *numerals: Numeral) -> int:
        """Leaves the numerals out, and says how many they are."""
        if self.trace is not None:
            for numeral in numerals:
                held = why in self.holders and self.blocked.holds(numeral.start)
                within = self._held(numeral.start)[1] if held else None
                self.trace.aside.append(SetAside(numeral.start, numeral.end, why, within))
        return len(numerals)

    def is_label(self, numeral: Numeral, unit: Unit | None) -> bool:
        """Whether the words before the number make it a label, in spite of the unit behind it."""
        ctx = self.ctx
        before = labels.label_before(ctx, numeral)
        strength = None if before is None else before[1]
        if before is not None and self.found and self.found[-1].number_end <= before[0] < self.found[-1].end:
            # "8 chương 52 điều": the word is the unit of the number before it.
            strength = None
        if strength is None and self.label_end >= 0 and numeral.start - self.label_end <= _LONGEST_JOINT:
            between = ctx.text[self.label_end : numeral.start]
            if between in _JOINTS and not numeral.words:
                strength = "weak"
        if strength is None:
            return False
        if unit is not None and self.no_numbers.holds(unit.start):
            # "lớp 10 năm nay"
            unit = None
        if unit is not None and unit.kind == "count" and labels.begins_name(ctx, numeral, unit):
            unit = None
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
        if numeral.words and unit.known:
            # Hardly anything that counts goes by a number in words: "nhóm năm nước".
            return False
        return not unit.settles or (unit.kind == "count" and strength == "place")

    def add(self, figure: FoundFigure) -> None:
        """Keeps a figure."""
        self.found.append(figure)
