"""Which authority an issuer is, and which one a number's letters are of; what it may issue, and until when it was.

The facts are in the lexicon: ``authorities`` (names, letters, class, the last day), ``issuing_powers`` (who issues
which type) and ``assembly_terms``. An issuer that is none of them, or several, is no authority here: nothing is said
of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from extractor.lexicon import entries
from extractor.lexicon.patterns import compiled
from extractor.patterns.documents.folding import folded, folded_symbol
from extractor.patterns.documents.identity import plain_issuer, province_of

_TERM_SYMBOL = compiled(r"(?<![a-z])(?P<body>qh|ubtvqh)(?P<term>\d{1,2})(?![a-z\d])")
_MINISTRY = compiled(r"bo-(?P<field>[a-z-]++)$")
# Promulgation orders lent laws their numbers until 1997: "23-L/CTN" is the President's letters on the Assembly's law.
_PROMULGATED = compiled(r"(?:l|pl|lct)-(?:ctn|hdnn)")


@dataclass(frozen=True, slots=True)
class Authority:
    """Who may issue documents.

    Attributes:
        name: its standard name.
        kind: the class of authority ("government", "ministry", "people's committee" …).
        letters: its letters in numbers, folded.
        speaks_for: folded letters of those in whose name it announces.
        until: ISO date of its last day; None while it exists.
        successor: who has its duties since.
    """

    name: str
    kind: str
    letters: frozenset[str]
    speaks_for: frozenset[str] = frozenset()
    until: str | None = None
    successor: str | None = None


@cache
def authorities() -> tuple[Authority, ...]:
    """All that are known."""
    return tuple(
        Authority(
            e["name"],
            e["class"],
            frozenset(map(folded_symbol, e["letters"])),
            frozenset(map(folded_symbol, e.get("speaks_for", ()))),
            e.get("until"),
            e.get("successor"),
        )
        for e in entries("authorities")
    )


@cache
def _by_name() -> dict[str, Authority]:
    named: dict[str, Authority] = {}
    for e, authority in zip(entries("authorities"), authorities(), strict=True):
        for name in e.get("names", ()):
            named[plain_issuer(name) or ""] = authority
    return named


@cache
def _heads() -> tuple[tuple[str, Authority], ...]:
    found = [
        (head, authority)
        for e, authority in zip(entries("authorities"), authorities(), strict=True)
        for head in e.get("heads", ())
    ]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


@cache
def _by_letters() -> dict[str, Authority]:
    return {letters: authority for authority in authorities() for letters in authority.letters}


@lru_cache(maxsize=1024)
def authority_of(issuer: str | None) -> Authority | None:
    """The authority that an issuer is, by name, by an abbreviation of it, or by its head word.

    >>> authority_of("Chủ tịch UBND tỉnh Cà Mau").name, authority_of("Bộ trưởng bộ GD & ĐT").name
    ('Ủy ban nhân dân', 'Bộ Giáo dục và Đào tạo')
    >>> authority_of("Bộ trưởng Tài chính").name, authority_of("Cục Thuế tỉnh Cà Mau")
    ('Bộ Tài chính', None)
    """
    slug = plain_issuer(issuer)
    if not slug:
        return None
    named = _by_name().get(slug) or _by_name().get(f"bo-{slug}")
    if named is not None:
        return named
    ministry = _MINISTRY.match(slug)
    if ministry is not None:
        found = _by_letters().get("b" + ministry["field"].replace("-", ""))
        return found if found is not None and found.kind == "ministry" else None
    return next((a for head, a in _heads() if slug == head or slug.startswith(head + "-")), None)


@lru_cache(maxsize=4096)
def symbol_authorities(symbol: str | None) -> tuple[Authority, ...]:
    """The authorities whose letters are in a number; empty where none is known.

    >>> [a.name for a in symbol_authorities("TTLT-BYT-BTC")], [a.name for a in symbol_authorities("NQ/UBTVQH14")]
    (['Bộ Y tế', 'Bộ Tài chính'], ['Ủy ban Thường vụ Quốc hội'])
    >>> symbol_authorities("L/CTN")
    ()
    """
    if not symbol:
        return ()
    slug = folded_symbol(symbol)
    if _PROMULGATED.match(slug):
        return ()
    found = []
    for part in _TERM_SYMBOL.sub(r"\g<body>", slug).split("-"):
        authority = _by_letters().get(part)
        if authority is not None and authority not in found:
            found.append(authority)
    return tuple(found)


def may_be(issuer: Authority, lettered: Authority) -> bool:
    """Whether a document with the letters of one authority may be said to be of another.

    All that is the Party's centre goes as one, so does all that is a local committee; an abbreviated ministry is the
    one it begins as; an office announces for whom it serves.

    >>> government, office, health = map(authority_of, ("Chính phủ", "Văn phòng Chính phủ", "Bộ Y tế"))
    >>> may_be(government, office), may_be(government, health)
    (True, False)
    """
    if issuer is lettered or (issuer.kind == lettered.kind and issuer.kind in ("party centre", "local party")):
        return True
    if issuer.letters & lettered.speaks_for or lettered.letters & issuer.speaks_for:
        return True
    return issuer.kind == lettered.kind == "ministry" and any(
        one.startswith(other) or other.startswith(one) for one in issuer.letters for other in lettered.letters
    )


@lru_cache(maxsize=4096)
def assembly_term(symbol: str | None) -> int | None:
    """The term of the National Assembly in a number.

    >>> assembly_term("QH13"), assembly_term("NQ-UBTVQH15"), assembly_term("QĐ-UBND")
    (13, 15, None)
    """
    match = _TERM_SYMBOL.search(folded_symbol(symbol)) if symbol else None
    return int(match["term"]) if match else None


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the National Assembly; ``until`` is None while it lasts."""

    number: int
    since: str
    until: str | None


@cache
def assembly_terms() -> dict[int, Term]:
    """The terms, by number."""
    return {int(e["name"]): Term(int(e["name"]), e["since"], e["until"]) for e in entries("assembly_terms")}


@dataclass(frozen=True, slots=True)
class Power:
    """Which classes of authority issue a type of document; it holds of documents from ``since`` on."""

    kinds: tuple[str, ...]
    since: str

    @property
    def sole(self) -> str | None:
        """The one authority that issues it; None where there are several."""
        named = [authority.name for authority in authorities() if authority.kind in self.kinds]
        return named[0] if len(named) == 1 else None


@cache
def issuing_powers() -> dict[str, Power]:
    """By type, for the types that not every authority issues."""
    return {e["name"]: Power(tuple(e["classes"]), e["since"]) for e in entries("issuing_powers")}


@cache
def _abolished_levels() -> tuple[tuple[re.Pattern[str], str], ...]:
    """What issuers of a level that is no more begin with, and its last day."""
    found = []
    for e in entries("abolished_levels"):
        heads, levels, bodies = ("|".join(map(folded, e[key])) for key in ("heads", "levels", "bodies"))
        city = r"|thanh-pho-(?P<city>[a-z-]++)" if e.get("cities") else "|(?P<city>(?!))"
        found.append((compiled(rf"(?:{heads})-(?:(?:{levels})(?=-|$){city})|(?:{bodies})(?=-|$)"), e["until"]))
    return tuple(found)


@lru_cache(maxsize=1024)
def level_end(issuer: str | None) -> str | None:
    """The last day of an issuer's level, if that was abolished: districts, towns, cities under a province.

    >>> level_end("Chủ tịch UBND huyện Thới Bình"), level_end("UBND TP Cà Mau"), level_end("Huyện ủy Năm Căn")
    ('2025-06-30', '2025-06-30', '2025-06-30')
    >>> level_end("UBND TP. Cần Thơ"), level_end("UBND xã Phú Tân, huyện Cái Nước"), level_end("UBND thành phố")
    (None, None, None)
    """
    slug = plain_issuer(issuer) or ""
    for pattern, until in _abolished_levels():
        match = pattern.match(slug)
        if match is not None and (match["city"] is None or match["city"] not in _cities()):
            return until
    return None


@cache
def _cities() -> frozenset[str]:
    return frozenset(
        re.sub(r"^(?:tp|thanh-pho)-", "", folded(name))
        for e in entries("provinces")
        if e["level"] == "thành phố"
        for name in (e["name"], *e["aliases"])
    ) | {"hcm"}


@cache
def _dissolved() -> dict[str, tuple[str, str | None]]:
    return {
        f"{folded(e['level'])}-{folded(e['name'])}": (e["until"], e["successor"])
        for e in entries("provinces")
        if e["until"]
    }


def dissolved_province(issuer: str | None) -> tuple[str, str | None] | None:
    """The last day of the province at the end of an issuer, and the one it is part of since; None while it exists.

    >>> dissolved_province("UBND tỉnh Bình Định"), dissolved_province("UBND tỉnh Gia Lai")
    (('2025-06-30', 'Gia Lai'), None)
    """
    return _dissolved().get(province_of(issuer) or "")
