"""Explains an article: extracts it once more with a trace, and looks up what each span rests on.

Nothing is decided here. What was found and what was set aside comes from the trace of the patterns themselves,
and which reading wins where several compete is the policy of :mod:`extractor.patterns.policy`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from extractor.article import Article, View
from extractor.explain.model import Explanation, Item, Loss, LossKind, Source, Use
from extractor.explain.vocabulary import (
    document_sources,
    label_before,
    magnitude_sources,
    modifier_source,
    not_counted_at,
    unit_sources,
)
from extractor.explain.words import CALENDAR, FIGURES, INSIDE, LOSSES, REASONS
from extractor.patterns.found import FoundDocument, FoundFigure
from extractor.patterns.policy import Precedence
from extractor.patterns.trace import Reason, SetAside, Trace
from extractor.record import article_of, build_record
from extractor.records import Message, Record, claim_operands
from extractor.records.claims import Literal_
from extractor.records.types import plain
from extractor.tokens.calendar import CalendarSpan, find_calendar

_ENTRY_ROLES: dict[Reason, tuple[str, ...]] = {
    "name": ("name", "slogan"),
    "expression": ("name", "slogan"),
    "no_number": ("no_number",),
    "vague": ("vague", "vague_pair"),
    "equipment": ("class_before",),
    "grade": ("label_after",),
}
_LABELLED: tuple[Reason, ...] = ("label", "pair", "no_unit")


def explain(source: Article | str, record: Record | None = None, trace: Trace | None = None) -> Explanation:
    """Every span of an article with the rule and the lexicon entries that made it, in text order.

    Args:
        source: an article, or just its text.
        record: its record, if it was built with ``trace``; else both are made here.
        trace: the trace of that record.

    >>> for item in explain("Năm 2018, lớp 10 có 12 hộ nghèo.").items:
    ...     print(item.what, item.text, item.rule, [entry.name for entry in item.sources])
    set_aside Năm 2018 calendar []
    set_aside lớp 10 label ['lớp']
    figure 12 hộ single ['hộ']
    """
    article = source if isinstance(source, Article) else article_of(source)
    if record is None or trace is None:
        trace = Trace()
        record = build_record(article, trace=trace)
    items = _Explainer(View(article.text), record, trace).items()
    return Explanation(article=record.article, items=tuple(items))


class _Explainer:
    def __init__(self, view: View, record: Record, trace: Trace) -> None:
        self.view = view
        self.text = view.text
        self.record = record
        self.trace = trace
        self.calendar = find_calendar(view.text)
        self.uses: dict[str, list[Use]] = {}
        for claim in record.claims:
            use = Use(claim=claim.id, kind=claim.kind, basis=claim.basis, rule=claim.rule)
            for name in dict.fromkeys(
                operand.partition(".")[0] for _, operand in claim_operands(claim) if not isinstance(operand, Literal_)
            ):
                self.uses.setdefault(name, []).append(use)

    def items(self) -> list[Item]:
        found = [
            *(self._document(i, document) for i, document in enumerate(self.trace.documents)),
            *(self._figure(i, figure) for i, figure in enumerate(self.trace.figures)),
            *self._set_aside(),
        ]
        return sorted(found, key=lambda item: item.span)

    def _document(self, index: int, found: FoundDocument) -> Item:
        document = self.record.documents[index]
        lost = [
            self._loss(
                "calendar",
                (span.start, span.end),
                "document",
                INSIDE,
                CALENDAR[span.kind],
            )
            for span in self._calendar_in(found.start, found.end)
        ]
        lost += [
            self._loss("number", (aside.start, aside.end), "document")
            for aside in self._numbers_in(found.start, found.end)
        ]
        return Item(
            what="document",
            span=document.span,
            text=document.text,
            rule=document.rule,
            sources=tuple(document_sources(document.type, document.symbol, document.issuer)),
            document=document,
            lost=tuple(lost),
        )

    def _figure(self, index: int, found: FoundFigure) -> Item:
        figure = self.record.figures[index]
        sources = magnitude_sources(self.text[found.start : found.number_end])
        lost: list[Loss] = []
        printed = self.text[found.number_end : found.end].strip()
        if printed:
            won, beaten = unit_sources(printed, found.kind)
            sources += won
            at = self.text.index(printed, found.number_end)
            lost += [self._loss("unit", (at, at + len(shown)), "single", source=source) for shown, source in beaten]
        if found.modifier is not None:
            source = modifier_source(self.text, found.start, found.end)
            if source is None and self.text[found.start - 4 : found.start].lower() == "gấp ":
                source = modifier_source(self.text, found.start - 4, found.end)
            sources += [source] if source is not None else []
        label = label_before(self.text, found.start)
        if label is not None:
            lost.append(self._loss("label", (label[0], found.number_end), "label", source=label[1]))
        message = None
        if found.unit is not None and found.kind not in ("percent", "points"):
            if not printed:
                message = FIGURES["shared" if found.rule == "list" else "default"]
            elif not any(source.role == "unit" for source in sources):
                message = FIGURES["guessed"]
        lost += [
            self._loss("calendar", (span.start, span.end), "calendar", detail=CALENDAR[span.kind])
            for span in self._calendar_in(found.start, found.end)
        ]
        lost += [
            self._loss("number", (aside.start, aside.end), REASONS[aside.why][0])
            for aside in self._numbers_in(found.start, found.end)
        ]
        lost += [
            self._loss("reading", (found.start, found.number_end), "single", shown=plain(value))
            for value in found.alternatives
        ]
        return Item(
            what="figure",
            span=figure.span,
            text=figure.text,
            rule=figure.rule,
            sources=tuple(sources),
            figure=figure,
            lost=tuple(lost),
            claims=tuple(self.uses.get(figure.id, ())),
            message=message,
        )

    def _set_aside(self) -> Iterator[Item]:
        """The numbers that are no figures; those that one span holds are told of together, with it."""
        held: dict[tuple[int, int], list[SetAside]] = {}
        figures = self.trace.figures
        told = [
            aside
            for aside in self.trace.aside
            if aside.why != "document" and not _holds(figures, aside.start)  # those are told of there
        ]
        half: SetAside | None = None
        for aside in told:
            if half is not None:
                held[half.start, aside.end], half = [half, aside], None
            elif aside.why == "pair":
                half = aside
            else:
                held.setdefault(aside.within or (aside.start, aside.end), []).append(aside)
        done = -1
        for span, members in sorted(held.items()):
            item = self._aside_item(span, members)
            if item.span[1] > done:  # else it is a part of the expression before: the second number of "24/24"
                yield item
                done = item.span[1]

    def _aside_item(self, span: tuple[int, int], members: Sequence[SetAside]) -> Item:
        why = members[0].why
        policy, message = REASONS[why]
        start, end = span
        sources: list[Source] = []
        if why in _LABELLED:
            label = label_before(self.text, start)
            if label is not None:
                start, source = label
                sources.append(source)
        elif why in _ENTRY_ROLES:
            hit = not_counted_at(self.text, start, end, _ENTRY_ROLES[why])
            if hit is not None:
                start, end = min(start, hit[0]), max(end, hit[1])
                sources.append(hit[2])
        lost = [] if members[0].within is None else self._numbers(members, policy)
        spans = self._calendar_in(*span)
        message = _filled(message, detail=CALENDAR[spans[0].kind] if spans else None)
        source_start, source_end = self.view.to_source(start, end)
        return Item(
            what="set_aside",
            span=(source_start, source_end),
            text=self.view.source[source_start:source_end],
            rule=why,
            reason=why,
            policy=policy,
            sources=tuple(sources),
            lost=tuple(lost),
            message=message,
        )

    def _numbers(self, members: Sequence[SetAside], policy: Precedence) -> list[Loss]:
        return [self._loss("number", (aside.start, aside.end), policy) for aside in members]

    def _calendar_in(self, start: int, end: int) -> list[CalendarSpan]:
        first = max(bisect_right(self.calendar, start, key=lambda span: span.start) - 1, 0)
        last = bisect_left(self.calendar, end, key=lambda span: span.start)
        return [span for span in self.calendar[first:last] if span.end > start]

    def _numbers_in(self, start: int, end: int) -> list[SetAside]:
        asides = self.trace.aside
        first = bisect_left(asides, start, key=lambda aside: aside.start)
        return asides[first : bisect_left(asides, end, key=lambda aside: aside.start)]

    def _loss(
        self,
        kind: LossKind,
        span: tuple[int, int],
        policy: Precedence,
        message: Message | None = None,
        detail: Message | None = None,
        shown: str | None = None,
        source: Source | None = None,
    ) -> Loss:
        start, end = self.view.to_source(*span)
        text = shown if shown is not None else self.view.source[start:end]
        said = _filled(message or LOSSES[kind], text, detail)
        return Loss(kind=kind, span=(start, end), text=text, policy=policy, source=source, message=said)


def _holds(figures: Sequence[FoundFigure], at: int) -> bool:
    i = bisect_right(figures, at, key=lambda figure: figure.start) - 1
    return i >= 0 and at < figures[i].end


def _filled(message: Message, text: str = "", detail: Message | None = None) -> Message:
    return Message(
        vi=message.vi.replace("{detail}", detail.vi if detail else "").replace("{text}", text),
        en=message.en.replace("{detail}", detail.en if detail else "").replace("{text}", text),
    )
