"""Documents held against a register: other dates, types, issuers, and numbers that are a slip away from one in it.

No register has everything. A number that is not in it is told only where it is one slip away from one that is, and
something else the article says speaks for that one: its date against the cited number's own year, or the words of its
title after the citation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractor.lexicon import entries as lexicon_entries
from extractor.lexicon.patterns import compiled
from extractor.patterns.documents.authorities import authority_of, may_be, symbol_authorities
from extractor.patterns.documents.dates import written
from extractor.patterns.documents.folding import folded
from extractor.patterns.documents.lexicon import covering_types
from extractor.patterns.found import FoundDocument
from extractor.records import Finding, Message
from extractor.registry import Entry, Register, key_of
from extractor.validator.documents.case import Case, full_date

_AFTER = 200
_TITLE_SHARE = 0.6
_TITLE_WORDS = 3
_SENTENCE_END = compiled(r"[.;\n](?=\s|$)")
_JOINT = compiled(r",? và |[,;]")


def other_facts(case: Case) -> Iterator[Finding]:
    """Citations whose date, type or issuer is not the one the register has of the document."""
    if case.register is None:
        return
    for places, document in case.each_once():
        entry = case.registered(places[0])
        if entry is None:
            continue
        yield from _date(case, case.register, places, document, entry)
        yield from _type(case, places, document, entry)
        yield from _issuer(case, places, document, entry)


def _date(
    case: Case, register: Register, places: tuple[int, ...], document: FoundDocument, entry: Entry
) -> Iterator[Finding]:
    date = full_date(document)
    if date is None or entry.issued is None or date == entry.issued:
        return
    printed, issued = written(date.isoformat()), written(entry.issued.isoformat())
    vi = f"theo danh mục, {_official(entry)} ban hành ngày {issued.vi}, không phải {printed.vi}"
    en = f"by the register, {_official(entry)} is of {issued.en}, not of {printed.en}"
    expected = [entry.issued.isoformat()]
    if date == entry.effective:
        vi, en = f"{vi}, là ngày có hiệu lực", f"{en}, the day it took effect"
    else:
        others = sorted({near.number for near, _ in register.near(document) if near.issued == date})
        if len(others) == 1:
            expected += others
            vi, en = f"{vi}; {printed.vi} là ngày của {others[0]}", f"{en}; {printed.en} is the date of {others[0]}"
    yield case.finding(
        "registry_date",
        Message(vi=f"{vi}: hãy sửa hoặc đối chiếu với văn bản gốc", en=f"{en}: correct it or check the original"),
        documents=places,
        expected=tuple(expected),
    )


def _official(entry: Entry) -> str:
    return f"{entry.type} {entry.number}".strip()


def _type(case: Case, places: tuple[int, ...], document: FoundDocument, entry: Entry) -> Iterator[Finding]:
    cited, known = document.type or "", entry.type
    # In a list, one type word leads documents of several types; and "Văn bản" is any.
    if not cited or cited == "Văn bản" or not known or document.rule == "listed" or cited in covering_types(known):
        return
    if known.casefold().startswith(cited.casefold()) or known.casefold().endswith(cited.casefold()):
        return
    yield case.finding(
        "registry_type",
        Message(
            vi=f"theo danh mục, {entry.number} là {known}, không phải {cited}: hãy sửa hoặc đối chiếu với văn bản gốc",
            en=f'by the register, {entry.number} is a "{known}", not a "{cited}": correct it or check the original',
        ),
        documents=places,
        expected=(known,),
    )


def _issuer(case: Case, places: tuple[int, ...], document: FoundDocument, entry: Entry) -> Iterator[Finding]:
    cited = authority_of(document.issuer)
    if cited is None or not entry.issuer:
        return
    names = [entry.issuer, *_JOINT.split(entry.issuer)]
    known = [authority for name in names if (authority := authority_of(name.strip())) is not None]
    known += symbol_authorities(entry.symbol)
    if not known or any(may_be(cited, each) for each in known):
        return
    yield case.finding(
        "registry_issuer",
        Message(
            vi=f"theo danh mục, {_official(entry)} do {entry.issuer} ban hành, không phải {document.issuer}:"
            " hãy sửa hoặc đối chiếu với văn bản gốc",
            en=f"by the register, {_official(entry)} was issued by {entry.issuer}, not by {document.issuer}:"
            " correct it or check the original",
        ),
        documents=places,
        expected=(entry.issuer,),
    )


def other_numbers(case: Case) -> Iterator[Finding]:
    """Citations whose number is not in the register while one that is a slip away fits what else they say."""
    register = case.register
    if register is None:
        return
    for places, document in case.each_once(issuer=False):
        if case.registered(places[0]) is not None:
            continue
        if document.number is None:
            yield from _law_of_another_year(case, register, places, document)
            continue
        if not _known(register, document) and any(True for _ in register.near(document)):
            yield from _near(case, register, places, document)


def _known(register: Register, document: FoundDocument) -> bool:
    """Whether the number is in the register after all, as another document's or in doubt."""
    key = key_of(document)
    return key is not None and bool(register.numbered(key))


def _near(case: Case, register: Register, places: tuple[int, ...], document: FoundDocument) -> Iterator[Finding]:
    fitting = list(
        {entry.number: entry for entry, _ in register.near(document) if _fits(case, places, document, entry)}.values()
    )
    if len(fitting) != 1:
        return
    [entry] = fitting
    about = f" ({entry.title[:80]})" if entry.title else ""
    dated = written(entry.issued.isoformat()) if entry.issued else None
    vi, en = (f", ngày {dated.vi}", f", of {dated.en}") if dated else ("", "")
    yield case.finding(
        "registry_near_number",
        Message(
            vi=f"danh mục không có {document.number}; có thể là {_official(entry)}{vi}{about}:"
            " hãy đối chiếu với văn bản gốc",
            en=f"the register has no {document.number}; it may be {_official(entry)}{en}{about}: check the original",
        ),
        documents=places,
        expected=(entry.number,),
        low=True,
    )


def _fits(case: Case, places: tuple[int, ...], document: FoundDocument, entry: Entry) -> bool:
    """Whether what else the article says speaks for the entry: its title's words, or a date against the number."""
    date = full_date(document)
    if date is not None and entry.issued is not None and date != entry.issued:
        return False
    if document.issuer and entry.issuer:
        cited, known = authority_of(document.issuer), authority_of(entry.issuer)
        if cited is not None and known is not None and not may_be(cited, known):
            return False
    if date is not None and date == entry.issued and document.year is not None and document.year != date.year:
        return True
    if document.name is not None and entry.name is not None:
        return document.name == entry.name
    return any(_titled(case, case.documents[place], entry) for place in places)


def _titled(case: Case, document: FoundDocument, entry: Entry) -> bool:
    """Whether the words after a citation are those of the entry's title, those aside that most titles share."""
    wanted = _telling(entry.title)
    if len(wanted) < _TITLE_WORDS:
        return False
    text = case.view.text
    end = _SENTENCE_END.search(text, document.end, document.end + _AFTER)
    said = set(_telling(text[document.end : end.start() if end else document.end + _AFTER]))
    return len(said & set(wanted)) >= _TITLE_SHARE * len(set(wanted))


def _telling(text: str) -> list[str]:
    """The words of a text that a title does not share with most others, folded."""
    words = folded(text)
    for name, common in _common():
        if name in words:
            words = common.sub("", words)
    return [word for word in words.split("-") if word]


@cache
def _common() -> tuple[tuple[str, re.Pattern[str]], ...]:
    names = sorted((folded(e["name"]) for e in lexicon_entries("title_words")), key=lambda w: (-len(w), w))
    return tuple((name, compiled(rf"(?<![a-z0-9]){name}(?![a-z0-9])")) for name in names)


def _law_of_another_year(
    case: Case, register: Register, places: tuple[int, ...], document: FoundDocument
) -> Iterator[Finding]:
    """A law cited by the year in which it took effect: laws go by the year in which they were passed."""
    laws = [entry for entry in register.named(document.name) if entry.issued is not None]
    year = document.date[:4] if document.date else None
    meant = [e for e in laws if e.effective is not None and str(e.effective.year) == year]
    if len(meant) != 1 or meant[0].issued is None or meant[0].effective is None:
        return
    [entry] = meant
    passed, effective = written(meant[0].issued.isoformat()), written(meant[0].effective.isoformat())
    yield case.finding(
        "registry_near_number",
        Message(
            vi=f"danh mục không có luật này của năm {year}; có thể là {entry.type} {entry.title} năm"
            f" {meant[0].issued.year} (số {entry.number}, ban hành ngày {passed.vi}, có hiệu lực từ {effective.vi}):"
            " hãy đối chiếu với văn bản gốc",
            en=f"the register has no such law of {year}; it may be {entry.type} {entry.title} of"
            f" {meant[0].issued.year} (number {entry.number}, passed on {passed.en}, in effect since {effective.en}):"
            " check the original",
        ),
        documents=places,
        expected=(entry.number,),
        low=True,
    )
