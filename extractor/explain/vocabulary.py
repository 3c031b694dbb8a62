"""Finds the lexicon entry behind what was published, by the spellings that the entry states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import regex

from extractor.explain.model import Role, Source
from extractor.lexicon import Entry, entries

_LONGEST = 60
_LABEL_FILLERS = regex.compile(r"(?:số |thứ |[:\" ])++$")
_PARTS = regex.compile(r" ?/ ?| mỗi ")
_WORD_START = regex.compile(r"(?<!\p{L})\p{L}")

Match = tuple[int, Source, Entry]
"""Where the spelling ends (or, read backwards, starts), and the entry."""


def _spelled(name: str, role: Role, only: Iterable[tuple[str, object]] = ()) -> Iterator[tuple[str, bool, Entry]]:
    wanted = list(only)
    for entry in entries(name):
        if all(entry.get(key) == value for key, value in wanted):
            for spelling in entry.get("spellings", [entry["name"]]):
                yield spelling, bool(entry.get("case")), entry


class _Table:
    """Spellings of one file, each with all entries that have it, in both letterings."""

    def __init__(self, file: str, role: Role, only: Iterable[tuple[str, object]] = ()) -> None:
        self.file, self.role = file, role
        loose: dict[str, list[Entry]] = {}
        cased: dict[str, list[Entry]] = {}
        for spelling, case, entry in _spelled(file, role, only):
            (cased if case else loose).setdefault(spelling if case else spelling.lower(), []).append(entry)
        self._spellings = (loose, cased)

    def _source(self, entry: Entry) -> Source:
        return Source(role=self.role, file=f"{self.file}.json", name=entry["name"])

    def _spelled(self, text: str) -> list[Entry]:
        loose, cased = self._spellings
        return [*cased.get(text, ()), *loose.get(text.lower(), ())]

    def at(self, text: str, start: int, end: int) -> list[Match]:
        """Every entry with a spelling that starts at ``start`` and ends by ``end``, the longest first."""
        return [
            (at, self._source(entry), entry)
            for at in range(min(end, start + _LONGEST), start, -1)
            if _is_boundary(text, at)
            for entry in self._spelled(text[start:at])
        ]

    def before(self, text: str, end: int) -> Match | None:
        """The entry with the longest spelling that ends at ``end``."""
        if not _is_boundary(text, end):
            return None
        for at in range(max(0, end - _LONGEST), end):
            if _is_boundary(text, at):
                for entry in self._spelled(text[at:end]):
                    return at, self._source(entry), entry
        return None


def _is_boundary(text: str, at: int) -> bool:
    return not 0 < at < len(text) or not (text[at - 1].isalnum() and text[at].isalnum())


@cache
def _table(file: str, role: Role, *only: tuple[str, object]) -> _Table:
    return _Table(file, role, only)


def unit_sources(printed: str, kind: str) -> tuple[list[Source], list[tuple[str, Source]]]:
    """The entries of a unit as printed, one for each of its parts, and the readings that lost, as they print.

    >>> [source.name for source in unit_sources("triệu đồng/người/năm", "measure")[0]]
    ['người', 'năm']
    """
    won: list[Source] = []
    lost: list[tuple[str, Source]] = []
    parts = _PARTS.split(printed)
    for i, part in enumerate(parts):
        matches = [m for file in ("units", "counted_nouns") for m in _table(file, "unit").at(part, 0, len(part))]
        whole = [match for match in matches if match[0] == len(part)]
        # Of two entries of one spelling the one that makes such a figure; the head of "đồng/năm" makes another kind.
        best = next((m for m in whole if i == 0 and len(parts) == 1 and m[2].get("kind", "count") == kind), None)
        best = best or next(iter(whole), None)
        if best is not None:
            won.append(best[1])
            lost += [(part[: match[0]], match[1]) for match in matches if match is not best]
    return won, lost


def magnitude_sources(printed: str) -> list[Source]:
    """The entries of the magnitude words in a number as printed.

    >>> [source.name for source in magnitude_sources("3 nghìn tỷ")]
    ['nghìn', 'tỷ']
    """
    found: list[Source] = []
    at = 0
    table = _table("magnitudes", "magnitude")
    for word in _WORD_START.finditer(printed):
        if word.start() >= at:
            for end, source, _ in table.at(printed, word.start(), len(printed))[:1]:
                found.append(source)
                at = end
    return found


def modifier_source(text: str, start: int, end: int) -> Source | None:
    """The entry of the modifier right before ``start`` or right behind ``end``."""
    at = end + 1 if text[end : end + 1] == " " else end
    behind = _table("modifiers", "modifier", ("position", "after")).at(text, at, min(len(text), at + 40))
    if behind:
        return behind[0][1]
    before = _table("modifiers", "modifier", ("position", "before")).before(text, start - (text[start - 1] == " "))
    return before[1] if before is not None else None


def label_before(text: str, start: int) -> tuple[int, Source] | None:
    """The label right before the number at ``start``, perhaps with "số" between: where it starts, and its entry."""
    end = start - (text[start - 1 : start] == " ")
    window = max(0, start - 8)
    linked = _LABEL_FILLERS.search(text[window:start].lower())
    for at in (end, window + linked.start() if linked is not None else end):
        for role in ("label_before", "model_before"):
            match = _table("not_counted", "label", ("role", role)).before(text, at)
            undone = _table("not_counted", "label", ("role", "no_label")).before(text, at)
            if match is not None and (undone is None or undone[0] > match[0]):
                return match[0], match[1]
    return None


def not_counted_at(text: str, start: int, end: int, roles: Iterable[str]) -> tuple[int, int, Source] | None:
    """The fixed expression of one of the roles that covers ``[start, end)``: its span, and its entry."""
    found: list[tuple[int, int, Source]] = []
    for role in roles:
        kind: Role = "name" if role in ("name", "slogan") else "word"
        table = _table("not_counted", kind, ("role", role))
        for at in range(max(0, start - 24), start + 1):
            if at == start or not text[at - 1 : at].isalnum():
                found += [
                    (at, match[0], match[1])
                    for match in table.at(text, at, min(len(text), at + 48))
                    if match[0] > start
                ]
        before = table.before(text, start - 1) if role in ("vague", "class_before") and start else None
        if before is not None:
            found.append((before[0], end, before[1]))
        at = end + (text[end : end + 1] == " ")
        if role == "label_after":
            found += [(start, match[0], match[1]) for match in table.at(text, at, min(len(text), at + 24))[:1]]
    return max(found, key=lambda each: (each[1] >= end, each[1] - each[0]), default=None)


def document_sources(type_: str | None, symbol: str | None, issuer: str | None) -> list[Source]:
    """The entries of a document's type, of the letters of its number, and of who issued it."""
    found = [
        Source(role="type", file="document_types.json", name=entry["name"])
        for entry in entries("document_types")
        if entry["name"] == type_
    ]
    letters = regex.split(r"[-/. ]", symbol or "")
    named = {entry["name"] for entry in entries("document_symbols")}
    found += [Source(role="symbol", file="document_symbols.json", name=part) for part in letters if part in named]
    if issuer is not None:
        folded = issuer.casefold()
        forms = [
            (len(form), entry["name"])
            for entry in entries("issuers")
            for form in (entry["name"], *entry.get("forms", ()))
            if folded == form.casefold() or folded.startswith(form.casefold() + " ")
        ]
        if forms:
            found.append(Source(role="issuer", file="issuers.json", name=max(forms)[1]))
    return found
