"""Repeats and short forms of one document: "Quyết định 318" is Quyết định số 318/QĐ-UBND of the same article."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from extractor.patterns.documents.folding import folded_symbol
from extractor.patterns.documents.identity import canonical_id, core_number, facts_of, province_of
from extractor.patterns.found import FoundDocument

_ROOTS = 8


def _fullness(document: FoundDocument) -> int:
    return (
        8 * (document.symbol is not None)
        + 4 * (document.year is not None or document.term is not None)
        + 2 * (document.date is not None)
        + (document.issuer is not None)
    )


def _year(document: FoundDocument) -> int | None:
    """The year in the number, or that of the date: a number is of the year it is signed in."""
    return document.year or (int(document.date[:4]) if document.date else None)


def _agree(one: FoundDocument, other: FoundDocument) -> bool:
    """Nothing that both print differs; a year agrees with a date in it."""
    years = _year(one), _year(other)
    if None not in years and years[0] != years[1]:
        return False
    if one.term is not None and other.term is not None and one.term != other.term:
        return False
    if one.date and other.date and not (one.date.startswith(other.date) or other.date.startswith(one.date)):
        return False
    if one.symbol and other.symbol and folded_symbol(one.symbol) != folded_symbol(other.symbol):
        return False
    places = province_of(one.issuer), province_of(other.issuer)
    return None in places or places[0] == places[1]


def link_repeats(documents: list[FoundDocument]) -> None:
    """Set ``same_as`` of each repeat to the fullest citation of its document, in place.

    A short form that fits two different documents of the article is left open.

    Args:
        documents: the found documents, sorted.
    """
    groups: dict[tuple[str | None, str], list[int]] = defaultdict(list)
    laws: dict[str, list[int]] = defaultdict(list)
    for index, document in enumerate(documents):
        if document.number is not None:
            groups[document.type, core_number(document.number)].append(index)
            if document.name and document.year:
                laws[f"{document.name} {document.year}"].append(index)
        elif document.name and document.date is not None and not document.name.startswith("plenum "):
            groups[document.type, f"{document.name} {document.date[:4]}"].append(index)
        elif document.name and document.name.startswith("plenum "):
            groups[document.type, document.name].append(index)
    for members in groups.values():
        _link(documents, members)
    for (_, name), members in groups.items():
        # A law by name and year is the numbered one of that name and year.
        numbered = {_root(documents, index) for index in laws.get(name, ())}
        if len(numbered) == 1:
            [root] = numbered
            for index in members:
                documents[index].same_as = root


def _root(documents: list[FoundDocument], index: int) -> int:
    same_as = documents[index].same_as
    return index if same_as is None else same_as


def _link(documents: list[FoundDocument], members: list[int]) -> None:
    # The fullest first; each further citation joins the one root it agrees with, or is a root itself.
    roots: list[int] = []
    for index in sorted(members, key=lambda i: (-_fullness(documents[i]), i)):
        if len(roots) > _ROOTS:
            return
        fitting = [root for root in roots if _agree(documents[root], documents[index])]
        if not fitting:
            roots.append(index)
        elif len(fitting) == 1:
            documents[index].same_as = fitting[0]


def link_references(documents: list[FoundDocument], references: list[tuple[FoundDocument, FoundDocument]]) -> None:
    """Set ``same_as`` of each short reference ("Quyết định này") to the fullest citation of what it means, in place."""
    places = {id(document): index for index, document in enumerate(documents)}
    for reference, antecedent in references:
        reference.same_as = _root(documents, places[id(antecedent)])


def identify(documents: list[FoundDocument]) -> None:
    """Set ``canonical`` of each document, in place, out of what all its citations in the article say together."""
    citations: dict[int, list[FoundDocument]] = defaultdict(list)
    for index, document in enumerate(documents):
        citations[_root(documents, index)].append(document)
    for root, members in citations.items():
        fullest = documents[root]
        rest = sorted((d for d in members if d is not fullest), key=lambda d: -_fullness(d))
        facts = facts_of([fullest, *rest])
        closing = fullest.listed_with
        if facts.symbol is None and closing is not None:
            # "số 18, 19-NQ/TW ngày 25/10/2017": the code is of both, and of a date at least the term.
            party = (closing.symbol or "").endswith(("/TW", "/TƯ", "/T.Ư"))
            facts = replace(
                facts,
                symbol=closing.symbol,
                issuer=facts.issuer or closing.issuer,
                date=facts.date or (closing.date if party else None),
            )
        canonical = canonical_id(facts)
        for document in members:
            document.canonical = canonical
