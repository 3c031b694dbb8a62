"""Repeats and short forms of one document: "Quyết định 318" is Quyết định số 318/QĐ-UBND of the same article."""

from __future__ import annotations

from collections import defaultdict

import regex

from extractor.patterns.found import FoundDocument

_CORE = regex.compile(r"0*+(?P<core>\d[\d.]*+[A-Za-zĐ]?)")


def core_number(number: str) -> str:
    """The number without its year and code, and without leading zeros.

    >>> core_number("05/2018/TT-BTC"), core_number("30a"), core_number("0")
    ('5', '30a', '0')
    """
    match = _CORE.match(number)
    return match["core"].lower() if match else number.lower()


def _symbol(symbol: str | None) -> str | None:
    return symbol.casefold().replace("đ", "d").replace(".", "").replace("ư", "w") if symbol else None


def _fullness(document: FoundDocument) -> int:
    return (
        8 * (document.symbol is not None)
        + 4 * (document.year is not None)
        + 2 * (document.date is not None)
        + (document.issuer is not None)
    )


def _agree(one: FoundDocument, other: FoundDocument) -> bool:
    """Nothing that both print differs."""
    symbols = _symbol(one.symbol), _symbol(other.symbol)
    return (
        (one.year is None or other.year is None or one.year == other.year)
        and (one.date is None or other.date is None or len(one.date) != len(other.date) or one.date == other.date)
        and (None in symbols or symbols[0] == symbols[1])
    )


def link_repeats(documents: list[FoundDocument], names: dict[int, str]) -> None:
    """Set ``same_as`` of each repeat to the fullest citation of its document, in place.

    A short form that fits two different documents of the article is left open.

    Args:
        documents: the found documents, sorted.
        names: by index, what identifies a document that has no number (a law's name).
    """
    groups: dict[tuple[str | None, str], list[int]] = defaultdict(list)
    for index, document in enumerate(documents):
        if document.number is not None:
            groups[document.type, core_number(document.number)].append(index)
        elif index in names and document.date is not None:
            groups[document.type, f"{names[index]} {document.date}"].append(index)
    for members in groups.values():
        _link(documents, members)


def _link(documents: list[FoundDocument], members: list[int]) -> None:
    # The fullest first; each further citation joins the one root it agrees with, or is a root itself.
    roots: list[int] = []
    for index in sorted(members, key=lambda i: (-_fullness(documents[i]), i)):
        if len(roots) > 8:
            return
        fitting = [root for root in roots if _agree(documents[root], documents[index])]
        if not fitting:
            roots.append(index)
        elif len(fitting) == 1:
            documents[index].same_as = fitting[0]
