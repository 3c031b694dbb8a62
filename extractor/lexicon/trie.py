"""Longest match of a phrase table at a place in a text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

T = TypeVar("T")
_HEAD = 3
"""By so many characters phrases are told apart; few of them share as many."""


class Trie(Generic[T]):
    """Phrases with a payload each; the longest that ends on a word boundary wins.

    Of one phrase with several payloads the first counts.

    >>> trie = Trie([("hộ", 1), ("hộ nghèo", 2)])
    >>> trie.longest("hộ nghèoo", 0)
    (2, 1)
    """

    __slots__ = ("_by_head", "_one", "_two")

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        # By its first characters: each phrase with its length, whether it ends in a letter or digit, and its payload.
        self._by_head: dict[str, list[tuple[str, int, bool, T]]] = {}
        self._two: dict[str, T] = {}
        self._one: dict[str, T] = {}
        for phrase, payload in _longest_first(phrases):
            if len(phrase) < _HEAD:
                (self._two if len(phrase) == 2 else self._one)[phrase] = payload
            else:
                found = self._by_head.setdefault(phrase[:_HEAD], [])
                found.append((phrase, len(phrase), phrase[-1].isalnum(), payload))

    def longest(self, text: str, start: int) -> tuple[int, T] | None:
        """End and payload of the longest phrase that starts at ``start``; None if there is none.

        A phrase that ends in a letter or digit matches only before what is neither.
        """
        head = text[start : start + _HEAD]
        if head in self._by_head:
            for phrase, size, solid, payload in self._by_head[head]:
                if text.startswith(phrase, start):
                    end = start + size
                    if not solid or not text[end : end + 1].isalnum():
                        return end, payload
        phrase = head[:2]
        if phrase in self._two and not (phrase[1].isalnum() and text[start + 2 : start + 3].isalnum()):
            return start + 2, self._two[phrase]
        if self._one:
            phrase = head[:1]
            if phrase in self._one and not (phrase.isalnum() and text[start + 1 : start + 2].isalnum()):
                return start + 1, self._one[phrase]
        return None


class SuffixTrie(Generic[T]):
    """Phrases with a payload each, matched backwards: the longest that ends at a place wins.

    >>> SuffixTrie([("hơn", 1), ("không hơn", 2)]).longest_before("xã không hơn 5", 12)
    (3, 2)
    """

    __slots__ = ("_by_tail", "_one", "_two")

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        # By its last characters: each phrase, its length, whether it begins with a letter or digit, and its payload.
        self._by_tail: dict[str, list[tuple[str, int, bool, T]]] = {}
        self._two: dict[str, T] = {}
        self._one: dict[str, T] = {}
        for phrase, payload in _longest_first(phrases):
            if len(phrase) < _HEAD:
                (self._two if len(phrase) == 2 else self._one)[phrase] = payload
            else:
                found = self._by_tail.setdefault(phrase[-_HEAD:], [])
                found.append((phrase, len(phrase), phrase[0].isalnum(), payload))

    def longest_before(self, text: str, end: int) -> tuple[int, T] | None:
        """Start and payload of the longest phrase that ends at ``end``; None if there is none."""
        tail = text[end - _HEAD : end] if end >= _HEAD else text[: max(end, 0)]
        if tail in self._by_tail:
            for phrase, size, solid, payload in self._by_tail[tail]:
                if text.endswith(phrase, 0, end):
                    start = end - size
                    if not solid or not start or not text[start - 1].isalnum():
                        return start, payload
        for size, phrases in ((2, self._two), (1, self._one)):
            if phrases:
                phrase, start = tail[-size:], end - size
                if phrase in phrases and not (start and phrase[0].isalnum() and text[start - 1].isalnum()):
                    return start, phrases[phrase]
        return None


def _longest_first(phrases: Iterable[tuple[str, T]]) -> list[tuple[str, T]]:
    """Each phrase once, with the first of its payloads."""
    once: dict[str, T] = {}
    for phrase, payload in phrases:
        once.setdefault(phrase, payload)
    return sorted(once.items(), key=lambda pair: -len(pair[0]))
