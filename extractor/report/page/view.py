"""What a page shows of one article: its text in bits and marks, and the cards beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extractor.article import Article
from extractor.record import CheckedClaim, checked_claims
from extractor.records import Claim, Document, Figure, Finding, Literal_, Message, Record, Span, Verdict, claim_operands
from extractor.report.page.bits import Bit, Mark, Spot, split_paragraphs
from extractor.report.summary import Summary

_GRAVITY: tuple[Verdict, ...] = ("inconsistent", "truncated", "undetermined", "consistent")
_SEVERITIES = ("high", "low")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a card points to: the anchor of a mark or spot, what stands there, and its parts in the claim."""

    anchor: str
    text: str
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """One thing to read beside the text.

    Attributes:
        anchor: the id of its element.
        number: of a finding, counted from 1 by severity; None for what needs no look.
        severity: ``high`` or ``low``; None where nothing is wrong.
        verdict: of the check, if it is about one.
        title: the name of its title among the words of the page.
        claim: the kind of the claim, if it is about one.
        inferred: whether the claim is only inferred.
        message: the sentence, without the diagnosis.
        why: what would make it right, likeliest first.
        expected: what may have been meant.
        places: where to look.
        key: what names the finding within its record: its id.
    """

    anchor: str
    number: int | None
    severity: str | None
    verdict: Verdict | None
    title: str
    message: Message
    key: str
    claim: str | None = None
    inferred: bool = False
    why: tuple[Message, ...] = ()
    expected: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Checks of one verdict, those that are findings left out."""

    verdict: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A figure or document in the list below the text."""

    anchor: str
    item: Figure | Document
    marked: bool


@dataclass(frozen=True, slots=True)
class ArticleView:
    """Everything that a page shows of one article.

    Attributes:
        prefix: what the ids of its elements begin with.
        findings: gravest first, then in text order.
        groups: the other checks, by verdict.
        paragraphs: the text.
        unchecked: the cards of percentages that nothing is held to.
        derived: the cards of what the figures imply.
        problems: the cards of what could not be read as it should.
        kinds: how many marks of each kind there are.
    """

    prefix: str
    article: Article
    record: Record
    summary: Summary
    findings: tuple[Card, ...]
    groups: tuple[Group, ...]
    paragraphs: tuple[tuple[Bit | Mark, ...], ...]
    figures: tuple[Row, ...]
    documents: tuple[Row, ...]
    unchecked: tuple[Card, ...]
    derived: tuple[Card, ...]
    problems: tuple[Card, ...]
    kinds: Mapping[str, int]

    def count(self, severity: str) -> int:
        """How many findings there are of a severity."""
        return sum(card.severity == severity for card in self.findings)

    @property
    def published_at(self) -> str | None:
        """The day it was published, if its source says so."""
        return self.article.published


def article_view(article: Article, record: Record, prefix: str = "a1") -> ArticleView:
    """The view of an article and its record.

    Args:
        article: with the text that the record's spans point into.
        record: what was found in it.
        prefix: of the ids on the page; another one for each article of a page.
    """
    return _Builder(article, record, prefix).view()


def finding_cards(record: Record, prefix: str = "a1") -> tuple[Card, ...]:
    """The cards of a record's findings alone, gravest first; they need no text."""
    return _Builder(Article(id=record.article.id, text=""), record, prefix).findings()


def sentence(joined: CheckedClaim) -> Message:
    """The check's sentence, without the diagnosis that is listed beside it anyway."""
    said = joined.check.message
    for diagnosis in joined.check.diagnosis[:1]:
        said = Message(
            vi=said.vi.removesuffix(diagnosis.message.vi).rstrip("; "),
            en=said.en.removesuffix(diagnosis.message.en).rstrip("; "),
        )
    return said


class _Builder:
    def __init__(self, article: Article, record: Record, prefix: str) -> None:
        self._article = article
        self._record = record
        self._prefix = prefix
        self._figures = {figure.id: figure for figure in record.figures}
        self._documents = {document.id: document for document in record.documents}
        self._checked = {joined.claim.id: joined for joined in checked_claims(record)}

    def view(self) -> ArticleView:
        record = self._record
        cards = self.findings()
        marks = {
            **{document.id: self._mark(document, "document") for document in record.documents},
            **{figure.id: self._mark(figure, figure.kind) for figure in record.figures},
        }
        by_anchor = {mark.anchor: mark for mark in marks.values()}
        told = {card.anchor for card in cards}
        others = [self._check_card(each) for name, each in self._checked.items() if self._at(name) not in told]
        for card in (*cards, *others):
            _tell_marks(card, by_anchor)
        spots = [Spot(span, anchor) for span, anchor in self._spots()]
        summary = Summary()
        summary.add(record)
        kinds: dict[str, int] = {}
        for mark in marks.values():
            kinds[mark.kind] = kinds.get(mark.kind, 0) + 1
        paragraphs = split_paragraphs(self._article.text, list(marks.values()), spots)
        shown = {piece.anchor for pieces in paragraphs for piece in pieces if isinstance(piece, Mark)}
        return ArticleView(
            prefix=self._prefix,
            article=self._article,
            record=record,
            summary=summary,
            findings=cards,
            groups=tuple(
                Group(verdict, held)
                for verdict in _GRAVITY
                if (held := tuple(card for card in others if card.verdict == verdict))
            ),
            paragraphs=tuple(map(tuple, paragraphs)),
            figures=tuple(Row(self._at(f.id), f, self._at(f.id) in shown) for f in record.figures),
            documents=tuple(Row(self._at(d.id), d, self._at(d.id) in shown) for d in record.documents),
            unchecked=tuple(self._unchecked()),
            derived=tuple(self._derived()),
            problems=tuple(self._problems()),
            kinds=kinds,
        )

    def findings(self) -> tuple[Card, ...]:
        """The cards of the findings and of alarms that no finding tells of, gravest first."""
        told = {finding.claim for finding in self._record.findings if finding.kind == "inconsistent_claim"}
        untold = [each for each in self._checked.values() if each.alarm and each.claim.id not in told]
        raised: list[tuple[str, Span, Finding | CheckedClaim]] = [
            *((finding.severity, finding.span, finding) for finding in self._record.findings),
            *((each.check.severity or "high", each.claim.span, each) for each in untold),
        ]
        raised.sort(key=lambda each: (_SEVERITIES.index(each[0]), each[1]))
        return tuple(
            self._finding_card(each, i) if isinstance(each, Finding) else self._alarm_card(each, severity, i)
            for i, (severity, _, each) in enumerate(raised, 1)
        )

    def _at(self, name: str) -> str:
        return f"{self._prefix}-{name}"

    def _mark(self, item: Figure | Document, kind: str) -> Mark:
        return Mark(item.span, self._at(item.id), kind)

    def _finding_card(self, finding: Finding, number: int) -> Card:
        joined = self._checked.get(finding.claim or "")
        if joined is not None and finding.kind == "inconsistent_claim":
            return replace(self._alarm_card(joined, finding.severity, number), key=finding.id)
        return Card(
            anchor=self._at(finding.id),
            number=number,
            severity=finding.severity,
            verdict=None,
            title=f"finding.{finding.kind}",
            message=finding.message,
            key=finding.id,
            expected=finding.expected,
            places=tuple(self._places(finding)),
        )

    def _alarm_card(self, joined: CheckedClaim, severity: str, number: int) -> Card:
        return replace(self._check_card(joined), number=number, severity=severity, title="finding.inconsistent_claim")

    def _check_card(self, joined: CheckedClaim) -> Card:
        return Card(
            anchor=self._at(joined.claim.id),
            number=None,
            severity=None,
            verdict=joined.check.verdict,
            title=f"claim.{joined.claim.kind}",
            key=joined.claim.id,
            claim=joined.claim.kind,
            inferred=joined.claim.basis == "inferred",
            message=sentence(joined),
            why=tuple(diagnosis.message for diagnosis in joined.check.diagnosis),
            places=tuple(self._operands(joined.claim)),
        )

    def _operands(self, claim: Claim) -> Iterator[Place]:
        roles: dict[str, list[str]] = {}
        for role, operand in claim_operands(claim):
            if not isinstance(operand, Literal_):
                held = roles.setdefault(operand.partition(".")[0], [])
                if f"role.{role}" not in held:
                    held.append(f"role.{role}")
        for name, parts in roles.items():
            yield Place(self._at(name), self._figures[name].text, tuple(parts))

    def _places(self, finding: Finding) -> Iterator[Place]:
        items: list[Document | Figure] = [
            *(self._documents[name] for name in finding.documents if name in self._documents),
            *(self._figures[name] for name in finding.figures if name in self._figures),
        ]
        for item in items:
            yield Place(self._at(item.id), item.text)
        if not items:
            yield Place(self._at(f"{finding.id}-spot"), finding.text)

    def _spots(self) -> Iterator[tuple[tuple[int, int], str]]:
        """What is said of a place that is no mark: findings without figures, problems with a span."""
        for finding in self._record.findings:
            if not finding.figures and not finding.documents:
                yield finding.span, self._at(f"{finding.id}-spot")
        for i, problem in enumerate(self._record.problems):
            if problem.span is not None:
                yield problem.span, self._at(f"p{i + 1}-spot")

    def _unchecked(self) -> Iterator[Card]:
        for i, each in enumerate(self._record.coverage.unchecked):
            figure = self._figures.get(each.figure)
            places = () if figure is None else (Place(self._at(figure.id), figure.text),)
            yield self._note(f"u{i + 1}", "unchecked", each.message, places)

    def _derived(self) -> Iterator[Card]:
        for each in self._record.derived:
            places = tuple(
                Place(self._at(name), self._figures[name].text) for name in each.figures if name in self._figures
            )
            yield self._note(each.id, f"role.{each.role}", each.message, places)

    def _problems(self) -> Iterator[Card]:
        for i, problem in enumerate(self._record.problems):
            places = () if problem.span is None else (Place(self._at(f"p{i + 1}-spot"), problem.text or ""),)
            yield self._note(f"p{i + 1}", "problems", problem.message, places)

    def _note(self, name: str, title: str, message: Message, places: Sequence[Place]) -> Card:
        return Card(
            anchor=self._at(name),
            number=None,
            severity=None,
            verdict=None,
            title=title,
            key=name,
            message=message,
            places=tuple(places),
        )


def _tell_marks(card: Card, marks: Mapping[str, Mark]) -> None:
    """Writes on the marks of a card what it says of them; cards come gravest first."""
    for place in card.places:
        mark = marks.get(place.anchor)
        if mark is None:
            continue
        mark.card = mark.card or card.anchor
        if card.number is not None:
            mark.ref.append(card.number)
            mark.severity = mark.severity or card.severity
            mark.verdict = "inconsistent"
        elif card.verdict is not None and (
            mark.verdict is None or _GRAVITY.index(card.verdict) < _GRAVITY.index(mark.verdict)
        ):
            mark.verdict = card.verdict
