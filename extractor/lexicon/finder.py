"""All occurrences of many phrases in a text, in one pass over it for the phrases of all finders together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, Generic, TypeVar

from ahocorasick_rs import AhoCorasick, Implementation

T = TypeVar("T")

_SURROGATE = re.compile(r"[\ud800-\udfff]")


class Automaton:
    """The phrases of all finders that look at one kind of text, found together.

    What it found in the last two texts is kept, for one finder after the other asks for its share of it: in an article,
    and in the title of one.
    """

    def __init__(self) -> None:
        self._size = 0
        # By phrase: the finders that have it, each with its payload.
        self._owners: dict[str, list[tuple[int, Any]]] = {}
        # The automaton, and by the number of a phrase: its only finder and payload, or None and all of those.
        self._built: tuple[AhoCorasick, list[tuple[int | None, Any]]] | None = None
        self._last: tuple[tuple[str, list[list[tuple[int, int, Any]]]], ...] = ()

    def add(self, phrases: Iterable[tuple[str, Any]]) -> int:
        """The number of a new finder with these phrases."""
        number = self._size
        for phrase, payload in phrases:
            self._owners.setdefault(phrase, []).append((number, payload))
        self._size += 1
        self._built, self._last = None, ()
        return number

    def shares(self, text: str) -> list[list[tuple[int, int, Any]]]:
        """What each finder finds in a text, by its number."""
        for seen, shares in self._last:
            if seen is text or seen == text:
                return shares
        if self._built is None:
            # As fast as the table of a DFA, which takes eight times as long to make.
            automaton = AhoCorasick(list(self._owners), implementation=Implementation.ContiguousNFA)
            self._built = automaton, [own[0] if len(own) == 1 else (None, own) for own in self._owners.values()]
        automaton, owners = self._built
        try:
            found = automaton.find_matches_as_indexes(text, overlapping=True)
        except UnicodeEncodeError:
            # The automaton reads UTF-8, which has no lone surrogates; a text as read may.
            found = automaton.find_matches_as_indexes(_SURROGATE.sub("\ufffd", text), overlapping=True)
        shares = [[] for _ in range(self._size)]
        for index, start, end in found:
            number, payload = owners[index]
            if number is not None:
                shares[number].append((start, end, payload))
                continue
            for each, its_payload in payload:
                shares[each].append((start, end, its_payload))
        self._last = ((text, shares), *self._last[:1])
        return shares


TOGETHER = Automaton()
"""For the texts of articles, in lower case."""


class Finder(Generic[T]):
    """Phrases with a payload each. Every occurrence counts, inside words and inside each other.

    Args:
        phrases: what to find.
        among: what they are found together with.

    >>> Finder([("hộ", 1), ("hộ nghèo", 2)]).find("12 hộ nghèo")
    [(3, 5, 1), (3, 11, 2)]
    """

    __slots__ = ("_automaton", "_number")

    def __init__(self, phrases: Iterable[tuple[str, T]], among: Automaton = TOGETHER) -> None:
        self._automaton = among
        self._number = among.add(phrases)

    def find(self, text: str) -> Sequence[tuple[int, int, T]]:
        """Start, end and payload of each occurrence, in the order of their ends."""
        return self._automaton.shares(text)[self._number]

    def starts(self, text: str) -> list[int]:
        """Where occurrences begin, each place once, in order."""
        found = self.find(text)
        return sorted({start for start, _, _ in found}) if found else []

    def words(self, text: str) -> list[tuple[int, int]]:
        """Start and end of the longest phrase at each place, in order, of those that are no part of longer words.

        >>> Finder([("hộ", 1), ("hộ nghèo", 2)]).words("12 hộ nghèo, hộ nghèoo")
        [(3, 11), (13, 15)]
        """
        return longest_words(text, [(start, end) for start, end, _ in self.find(text)])


def longest_words(text: str, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of spans whose ends ascend the longest at each place, in order, of those that are no part of longer words."""
    size = len(text)
    longest: dict[int, int] = {}
    for start, end in spans:
        if (start and text[start - 1].isalnum()) or (end < size and text[end].isalnum() and text[end - 1].isalnum()):
            continue
        longest[start] = end
    return sorted(longest.items())


class PrintedFinder:
    """Phrases with capitals, found as they are printed.

    They are looked for in lower case, together with all others, and held against the print where they stand.

    >>> PrintedFinder(["Cà Mau"]).find("Cà Mau, cà mau", "cà mau, cà mau")
    [(0, 6)]
    """

    __slots__ = ("_finder",)

    def __init__(self, phrases: Iterable[str], among: Automaton = TOGETHER) -> None:
        self._finder = Finder(((phrase.lower(), phrase) for phrase in phrases), among)

    def find(self, text: str, lower: str) -> list[tuple[int, int]]:
        """Start and end of each occurrence, in the order of their ends.

        Args:
            text: the text as printed.
            lower: the same in lower case, offset for offset.
        """
        return [(start, end) for start, end, phrase in self._finder.find(lower) if text.startswith(phrase, start)]
