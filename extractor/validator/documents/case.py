"""One article's documents under proof, and how a finding about them is made."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from extractor.article import View
from extractor.lexicon.patterns import compiled
from extractor.patterns.documents.dates import written
from extractor.patterns.documents.folding import folded_symbol
from extractor.patterns.documents.identity import core_number
from extractor.patterns.found import FoundDocument
from extractor.records import Finding, FindingKind, Message
from extractor.registry import Entry, Register

_ISO_DAY = compiled(r"\d{4}-\d\d-\d\d")
_Once = list[tuple[tuple[int, ...], FoundDocument]]


@dataclass(slots=True)
class Case:
    """What the finders look at.

    Attributes:
        view: the article's text.
        documents: all documents cited in it, sorted; a finding names them by their place in this list.
        published: the day the article was published; None where that is not known.
        register: what is officially known of documents; None where nothing is.
    """

    view: View
    documents: list[FoundDocument]
    published: datetime.date | None = None
    register: Register | None = None
    # What several finders ask for: the citations by what they print, by what of that counts.
    _once: dict[tuple[bool, bool], _Once] = field(default_factory=dict, init=False, repr=False, compare=False)
    _facts: list[tuple[int, tuple[object, ...], FoundDocument]] = field(
        default_factory=list, init=False, repr=False, compare=False
    )
    _entries: dict[int, Entry | None] = field(default_factory=dict, init=False, repr=False, compare=False)

    def _cited(self) -> list[tuple[int, tuple[object, ...], FoundDocument]]:
        """The documents that say something themselves, with their places and facts; "Quyết định này" does not."""
        if not self._facts:
            cited = ((i, d) for i, d in enumerate(self.documents) if d.rule != "anaphora")
            self._facts.extend((i, (d.type, number_key(d), d.name), d) for i, d in cited)
        return self._facts

    def registered(self, place: int) -> Entry | None:
        """What the register has of a document; that of another year where the year of its date alone was misprinted."""
        if self.register is None:
            return None
        if place not in self._entries:
            document = self.documents[place]
            entry = self.register.find(document)
            if entry is None:
                # Where numbers come again each year.
                others = self.register.same_day_of_other_years(document)
                entry = others[0] if len(others) == 1 else None
            self._entries[place] = entry
        return self._entries[place]

    def finding(
        self,
        kind: FindingKind,
        message: Message,
        *,
        documents: tuple[int, ...] = (),
        span: tuple[int, int] | None = None,
        expected: tuple[str, ...] = (),
        low: bool = False,
    ) -> Finding:
        """A finding, without an id yet.

        Args:
            kind: what is wrong.
            message: it in a sentence.
            documents: places of the documents it is about, the one to look at first.
            span: where to look, in the view; the first document by default.
            expected: what may have been meant, likeliest first.
            low: whether it is of low severity.
        """
        if span is None:
            span = self.documents[documents[0]].start, self.documents[documents[0]].end
        start, end = self.view.to_source(*span)
        return Finding(
            id="",
            kind=kind,
            severity="low" if low else "high",
            span=(start, end),
            text=self.view.source[start:end],
            documents=tuple(f"d{place + 1}" for place in documents),
            expected=expected,
            message=message,
        )

    def each_once(self, *, date: bool = True, issuer: bool = True) -> _Once:
        """Citations that print the same facts, together: all their places, and the first of them.

        Args:
            date: whether the date is one of the facts.
            issuer: whether the issuer is.
        """
        if (date, issuer) in self._once:
            return self._once[date, issuer]
        groups: dict[tuple[object, ...], list[int]] = {}
        for place, facts, document in self._cited():
            printed = (facts, document.date if date else None, document.issuer if issuer else None)
            groups.setdefault(printed, []).append(place)
        once = [(tuple(places), self.documents[places[0]]) for places in groups.values()]
        self._once[date, issuer] = once
        return once


def case_of(view: View, documents: list[FoundDocument], published: str | None, register: Register | None) -> Case:
    """A case out of what is at hand.

    Args:
        view: the article's text.
        documents: found in it.
        published: ISO date or date-time, as the article's source gives it; anything else counts as not known.
        register: what to hold the documents against.
    """
    day = None
    if published and (match := _ISO_DAY.match(published)):
        try:
            day = datetime.date.fromisoformat(match.group())
        except ValueError:
            day = None
    return Case(view, documents, day, register)


def full_date(document: FoundDocument) -> datetime.date | None:
    """The date printed with a document; None where there is none or only a year."""
    return datetime.date.fromisoformat(document.date) if document.date and len(document.date) == 10 else None


def number_key(document: FoundDocument) -> tuple[str, int | None, str | None] | None:
    """The number in one spelling: its core, its year and its letters."""
    if document.number is None:
        return None
    return core_number(document.number), document.year, folded_symbol(document.symbol) if document.symbol else None


def told(vi: str, en: str, *dates: str) -> Message:
    """A message in whose two sentences dates are filled in, each as its language prints it.

    >>> told("số này của {}", "of {}", "2015-02-14").en
    'of 14 February 2015'
    """
    shown = [written(date) for date in dates]
    return Message(vi=vi.format(*(d.vi for d in shown)), en=en.format(*(d.en for d in shown)))


def either(values: tuple[str, ...], lang: str) -> str:
    """Alternatives in a row: "a, b hoặc c".

    >>> either(("a", "b", "c"), "vi"), either(("a",), "en")
    ('a, b hoặc c', 'a')
    """
    word = "hoặc" if lang == "vi" else "or"
    return f"{', '.join(values[:-1])} {word} {values[-1]}" if len(values) > 1 else values[0]


def either_date(dates: tuple[str, ...]) -> Message:
    """Alternative dates in a row, in both languages."""
    shown = [written(date) for date in dates]
    return Message(vi=either(tuple(d.vi for d in shown), "vi"), en=either(tuple(d.en for d in shown), "en"))
