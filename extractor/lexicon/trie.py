"""Longest match of a phrase table at a place in a text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Trie(Generic[T]):
    """Phrases with a payload each; the longest that ends on a word boundary wins.

    >>> trie = Trie([("hộ", 1), ("hộ nghèo", 2)])
    >>> trie.longest("hộ nghèoo", 0)
    (2, 1)
    """

    __slots__ = ("_root",)

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._root: dict[Any, Any] = {}
        for phrase, payload in phrases:
            node = self._root
            for char in phrase:
                node = node.setdefault(char, {})
            node.setdefault(None, payload)

    def longest(self, text: str, start: int) -> tuple[int, T] | None:
        """End and payload of the longest phrase that starts at ``start``; None if there is none.

        A phrase that ends in a letter or digit matches only before what is neither.
        """
        node: Any = self._root
        at, found = start, None
        size = len(text)
        while at < size:
            node = node.get(text[at])
            if node is None:
                break
            at += 1
            if None in node and (at == size or not text[at].isalnum() or not text[at - 1].isalnum()):
                found = (at, node[None])
        return found


class SuffixTrie(Generic[T]):
    """Phrases with a payload each, matched backwards: the longest that ends at a place wins.

    >>> SuffixTrie([("hơn", 1), ("không hơn", 2)]).longest_before("xã không hơn 5", 12)
    (3, 2)
    """

    __slots__ = ("_root",)

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._root: dict[Any, Any] = {}
        for phrase, payload in phrases:
            node = self._root
            for char in reversed(phrase):
                node = node.setdefault(char, {})
            node.setdefault(None, payload)

    def longest_before(self, text: str, end: int) -> tuple[int, T] | None:
        """Start and payload of the longest phrase that ends at ``end``; None if there is none."""
        node: Any = self._root
        at, found = end, None
        while at > 0:
            node = node.get(text[at - 1])
            if node is None:
                break
            at -= 1
            if None in node and (at == 0 or not text[at - 1].isalnum() or not text[at].isalnum()):
                found = (at, node[None])
        return found
