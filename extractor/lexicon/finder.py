"""All occurrences of many phrases in a text, in one pass over it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick, Implementation

T = TypeVar("T")

_SURROGATE = re.compile(r"[\ud800-\udfff]")


class Finder(Generic[T]):
    """Phrases with a payload each. Every occurrence counts, inside words and inside each other.

    >>> Finder([("hộ", 1), ("hộ nghèo", 2)]).find("12 hộ nghèo")
    [(3, 5, 1), (3, 11, 2)]
    """

    __slots__ = ("_automaton", "_payloads")

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        pairs = list(phrases)
        self._payloads = [payload for _, payload in pairs]
        self._automaton = AhoCorasick([phrase for phrase, _ in pairs], implementation=Implementation.DFA)

    def find(self, text: str) -> list[tuple[int, int, T]]:
        """Start, end and payload of each occurrence, in the order of their ends."""
        try:
            found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        except UnicodeEncodeError:
            # The automaton reads UTF-8, which has no lone surrogates; a text as read may.
            found = self._automaton.find_matches_as_indexes(_SURROGATE.sub("\ufffd", text), overlapping=True)
        payloads = self._payloads
        return [(start, end, payloads[index]) for index, start, end in found]

    def starts(self, text: str) -> list[int]:
        """Where occurrences begin, each place once, in order."""
        return sorted({start for start, _, _ in self.find(text)})
