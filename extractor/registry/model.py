"""A register of documents: what is officially known of each, found by number or by name."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Literal, TypeVar

from extractor.lexicon.patterns import compiled
from extractor.patterns.documents.folding import folded, folded_symbol
from extractor.patterns.documents.identity import Facts, canonical_id, core_number, law_name
from extractor.patterns.found import FoundDocument
from extractor.records import Message

# "NQ/UBTVQH14", "PL-UBTVQH11": the term's letters say enough, and are printed with and without the type's.
_BEFORE_TERM = compiled(r"^(?:nq|pl|l)-(?=(?:qh|ubtvqh)\d)")
_TERM = compiled(r"^(?:qh|ubtvqh)\d{1,2}$")

K = TypeVar("K", bound=Hashable)
Key = tuple[str, int | None, str]
"""A number in one spelling: its core, the year in it, its letters."""
Slip = Literal["core", "year", "symbol"]
"""Which part of a number was misprinted."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of a register.

    Attributes:
        number: as it is officially printed: "16/2015/NĐ-CP".
        type: "Nghị định"; empty where the register does not give it.
        issued: its date; None where the register gives none that can be relied on.
        issuer: as the register prints it.
        effective: the day it took effect.
        title: what it is about.
        core, year, symbol: the parts of the number.
        line: of the register's file.
    """

    number: str
    type: str = ""
    issued: datetime.date | None = None
    issuer: str | None = None
    effective: datetime.date | None = None
    title: str = ""
    core: str = ""
    year: int | None = None
    symbol: str | None = None
    line: int = 0

    @property
    def key(self) -> Key:
        """Its number in one spelling."""
        return core_number(self.core), self.year, symbol_key(self.symbol)

    @property
    def name(self) -> str | None:
        """A law's name, as citations by name and year have it: "luat/dat-dai"; None for what is no law."""
        for kind in ("Bộ luật", "Luật", "Pháp lệnh"):
            if self.type.startswith(kind):
                head = folded(kind)
                title = folded(self.title)
                return law_name(self.title if title.startswith(head + "-") else f"{kind} {self.title}")
        return None

    @property
    def resolution(self) -> bool:
        """Whether it is a resolution; the National Assembly numbers them and laws apart, in the same letters."""
        return self.type.startswith("Nghị quyết")


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A row of a register that cannot be used, wholly or in part."""

    line: int
    message: Message


@dataclass(frozen=True)
class Register:
    """Documents by number and by name.

    Attributes:
        entries: the documents, in the order of the file.
        problems: the rows that could not be used, wholly or in part.
        source: where it was read from.

    >>> register = Register((Entry("16/2015/NĐ-CP", "Nghị định", core="16", year=2015, symbol="NĐ-CP"),))
    >>> [entry.number for entry in register.numbered(("16", 2015, "nd-cp"))]
    ['16/2015/NĐ-CP']
    """

    entries: tuple[Entry, ...] = ()
    problems: tuple[RowProblem, ...] = ()
    source: str = "-"

    @cached_property
    def _by_key(self) -> dict[Key, list[Entry]]:
        return _grouped((entry.key, entry) for entry in self.entries)

    @cached_property
    def _by_canonical(self) -> dict[str, list[Entry]]:
        named = ((canonical_id(_facts(entry)), entry) for entry in self.entries)
        return _grouped((name, entry) for name, entry in named if name is not None)

    @cached_property
    def _by_name(self) -> dict[str, list[Entry]]:
        return _grouped((name, entry) for entry in self.entries if (name := entry.name) is not None)

    @cached_property
    def _by_core_and_symbol(self) -> dict[tuple[str, str], list[Entry]]:
        return _grouped(((entry.key[0], entry.key[2]), entry) for entry in self.entries)

    @cached_property
    def _by_core_and_year(self) -> dict[tuple[str, int | None], list[Entry]]:
        return _grouped((entry.key[:2], entry) for entry in self.entries)

    @cached_property
    def _series(self) -> frozenset[tuple[int | None, str]]:
        return frozenset(entry.key[1:] for entry in self.entries)

    def numbered(self, key: Key) -> list[Entry]:
        """The documents of a number; more than one where series share their letters, or years their numbers."""
        return self._by_key.get(key, [])

    def named(self, name: str | None) -> list[Entry]:
        """The laws of a name ("luat/dat-dai"), of whatever years."""
        return self._by_name.get(name or "", [])

    def find(self, document: FoundDocument) -> Entry | None:
        """The document that a citation is of; None where it is in doubt, or not in the register.

        Args:
            document: a citation, with its ``canonical``.
        """
        key = key_of(document)
        found = self._by_canonical.get(document.canonical or "", [])
        if not found and key is not None and key[1] is not None:
            found = self.numbered(key)
        if not found and document.name is not None and document.number is None and document.date:
            found = [e for e in self.named(document.name) if e.issued and str(e.issued.year) == document.date[:4]]
        same = [entry for entry in found if same_series(document, entry)]
        return same[0] if len(same) == 1 else None

    def near(self, document: FoundDocument) -> Iterator[tuple[Entry, Slip]]:
        """The documents whose number is one slip away from a citation's: a digit, the year, the letters."""
        key = key_of(document)
        if key is None:
            return
        core, year, symbol = key
        # No number of other years and letters is a slip away, and most citations are of other series.
        for other in _one_slip(core) if (year, symbol) in self._series else ():
            yield from ((entry, "core") for entry in self.numbered((other, year, symbol)))
        if year is not None:
            others = self._by_core_and_symbol.get((core, symbol), [])
            yield from ((entry, "year") for entry in others if entry.year not in (None, year))
            letters = self._by_core_and_year.get((core, year), [])
            yield from ((entry, "symbol") for entry in letters if entry.key[2] != symbol)

    def same_day_of_other_years(self, document: FoundDocument) -> list[Entry]:
        """Documents numbered without a year that agree with a citation in all but the year of the date."""
        key = key_of(document)
        if key is None or key[1] is not None or not document.date or len(document.date) != 10:
            return []
        return [
            entry
            for entry in self.numbered(key)
            if entry.issued is not None
            and entry.issued.isoformat()[5:] == document.date[5:]
            and entry.issued.isoformat() != document.date
            and same_series(document, entry)
        ]


def _grouped(pairs: Iterable[tuple[K, Entry]]) -> dict[K, list[Entry]]:
    groups: dict[K, list[Entry]] = defaultdict(list)
    for key, entry in pairs:
        groups[key].append(entry)
    return dict(groups)


@lru_cache(maxsize=4096)
def symbol_key(symbol: str | None) -> str:
    """A number's letters in one spelling.

    >>> symbol_key("NQ-UBTVQH14"), symbol_key("TTLT-BGD&ĐT-BNV")
    ('ubtvqh14', 'ttlt-bgddt-bnv')
    """
    return _BEFORE_TERM.sub("", folded_symbol(symbol)) if symbol else ""


def key_of(document: FoundDocument) -> Key | None:
    """The number of a citation in one spelling; None where it is printed without its letters."""
    if document.number is None or document.symbol is None:
        return None
    return core_number(document.number), document.year, symbol_key(document.symbol)


def same_series(document: FoundDocument, entry: Entry) -> bool:
    """Whether a citation can be of an entry of its number: a law and a resolution may share theirs."""
    shared = _TERM.match(entry.key[2]) is not None
    return not shared or not entry.type or (document.type == "Nghị quyết") == entry.resolution


def _facts(entry: Entry) -> Facts:
    date = entry.issued.isoformat() if entry.issued else None
    return Facts(entry.type or None, entry.number, entry.year, entry.symbol, date, entry.issuer)


def _one_slip(core: str) -> set[str]:
    """The numbers that one slip of print makes of a number: a digit another, dropped, doubled, or two swapped."""
    if not core.isdigit():
        return set()
    made = {core[:i] + digit + core[i + 1 :] for i in range(len(core)) for digit in "0123456789"}
    made |= {core[:i] + core[i + 1 :] for i in range(len(core))}
    made |= {core[:i] + core[i] + core[i:] for i in range(len(core))}
    made |= {core[:i] + core[i + 1] + core[i] + core[i + 2 :] for i in range(len(core) - 1)}
    return {other for other in made if other and other[0] != "0"} - {core}


def without_doubt(entries: list[Entry]) -> tuple[list[Entry], list[RowProblem]]:
    """The entries without the dates in which two rows of one document contradict each other, and what to say of it."""
    groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for place, entry in enumerate(entries):
        # A number without a year comes again each year.
        year = entry.year or (entry.issued.year if entry.issued else None)
        groups[(entry.key, year, entry.resolution, entry.issuer if not entry.year else None)].append(place)
    problems = []
    for places in groups.values():
        dates = {entries[place].issued for place in places} - {None}
        if len(dates) < 2:
            continue
        for place in places:
            entry = entries[place]
            first = entries[places[0]].line if place != places[0] else entries[places[1]].line
            entries[place] = replace(entry, issued=None, effective=None)
            problems.append(
                RowProblem(
                    entry.line,
                    Message(
                        vi=f"số {entry.number} có ở dòng {first} với ngày ban hành khác; bỏ qua ngày của cả hai",
                        en=f"number {entry.number} is in line {first} too, with another date; neither date is used",
                    ),
                )
            )
    return entries, problems
