"""Longest match of a phrase table at a place in a text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

T = TypeVar("T")
_HEAD = 3
"""By so many characters phrases are told apart; few of them share as many."""
_MOST = 20_000
"""So many heads are remembered, more than there are in any language; a text of anything at all may have more."""
_FEW = 2
"""Where more phrases share a head, so many characters tell apart which of them may stand there:"""
_LONG_HEAD = 8
_MOST_LONG = 4_000

_Candidate = tuple[str, int, bool, T]


class _Candidates(dict[str, tuple[_Candidate[T], ...]]):
    """The phrases that may stand where a text begins, or ends, with so many characters: the longest first.

    Most of what is asked for begins no phrase. What was asked once is known, so that each question is one lookup.

    Args:
        phrases: the longest first, each by the characters it is told apart by, with its length, whether it ends, or
            begins, in a letter or digit, and its payload.
        backwards: whether phrases are told apart by their last characters.
    """

    __slots__ = ("_backwards", "_known")

    def __init__(self, phrases: Iterable[tuple[str, _Candidate[T]]], *, backwards: bool = False) -> None:
        super().__init__()
        self._backwards = backwards
        self._known: dict[str, list[_Candidate[T]]] = {}
        for head, candidate in phrases:
            self._known.setdefault(head, []).append(candidate)

    def __missing__(self, seen: str) -> tuple[_Candidate[T], ...]:
        candidates: list[_Candidate[T]] = []
        for size in range(len(seen), 0, -1):
            head = seen[-size:] if self._backwards else seen[:size]
            if head in self._known:
                candidates += self._known[head]
        found = tuple(candidates)
        if len(self) < _MOST:
            self[seen] = found
        return found


class _ToldApart(dict[str, tuple[_Candidate[T], ...]]):
    """The same by more characters, for heads that many phrases share: those of them whose further characters fit.

    Args:
        by_head: all phrases, by their heads.
        backwards: whether phrases are told apart by their last characters.
    """

    __slots__ = ("_backwards", "_by_head")

    def __init__(self, by_head: _Candidates[T], *, backwards: bool = False) -> None:
        super().__init__()
        self._by_head = by_head
        self._backwards = backwards

    def __missing__(self, seen: str) -> tuple[_Candidate[T], ...]:
        if self._backwards:
            found = tuple(c for c in self._by_head[seen[-_HEAD:]] if seen.endswith(c[0][-_LONG_HEAD:]))
        else:
            found = tuple(c for c in self._by_head[seen[:_HEAD]] if seen.startswith(c[0][:_LONG_HEAD]))
        if len(self) < _MOST_LONG:
            self[seen] = found
        return found


def _longest_first(phrases: Iterable[tuple[str, T]]) -> list[tuple[str, T]]:
    """Each phrase once, with the first of its payloads."""
    once: dict[str, T] = {}
    for phrase, payload in phrases:
        once.setdefault(phrase, payload)
    return sorted(once.items(), key=lambda pair: -len(pair[0]))


class Trie(Generic[T]):
    """Phrases with a payload each; the longest that ends on a word boundary wins.

    Of one phrase with several payloads the first counts.

    >>> trie = Trie([("hộ", 1), ("hộ nghèo", 2)])
    >>> trie.longest("hộ nghèoo", 0)
    (2, 1)
    """

    __slots__ = ("_by_head", "_told_apart")

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._by_head = _Candidates(
            (phrase[:_HEAD], (phrase, len(phrase), phrase[-1].isalnum(), payload))
            for phrase, payload in _longest_first(phrases)
        )
        self._told_apart = _ToldApart(self._by_head)

    def longest(self, text: str, start: int) -> tuple[int, T] | None:
        """End and payload of the longest phrase that starts at ``start``; None if there is none.

        A phrase that ends in a letter or digit matches only before what is neither.
        """
        candidates = self._by_head[text[start : start + _HEAD]]
        if not candidates:
            # As nearly everywhere.
            return None
        if len(candidates) > _FEW:
            candidates = self._told_apart[text[start : start + _LONG_HEAD]]
        for phrase, size, solid, payload in candidates:
            end = start + size
            if text[start:end] == phrase and not (solid and text[end : end + 1].isalnum()):
                return end, payload
        return None

    def every(self, text: str, start: int) -> list[tuple[int, T]]:
        """End and payload of each phrase that :meth:`longest` might find at ``start``, the longest first.

        >>> Trie([("hộ", 1), ("hộ nghèo", 2)]).every("hộ nghèo", 0)
        [(8, 2), (2, 1)]
        """
        candidates = self._by_head[text[start : start + _HEAD]]
        if len(candidates) > _FEW:
            candidates = self._told_apart[text[start : start + _LONG_HEAD]]
        found: list[tuple[int, T]] = []
        for phrase, size, solid, payload in candidates:
            end = start + size
            if text[start:end] == phrase and not (solid and text[end : end + 1].isalnum()):
                found.append((end, payload))
        return found


class SuffixTrie(Generic[T]):
    """Phrases with a payload each, matched backwards: the longest that ends at a place wins.

    >>> SuffixTrie([("hơn", 1), ("không hơn", 2)]).longest_before("xã không hơn 5", 12)
    (3, 2)
    """

    __slots__ = ("_by_tail", "_told_apart")

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._by_tail = _Candidates(
            (
                (phrase[-_HEAD:], (phrase, len(phrase), phrase[0].isalnum(), payload))
                for phrase, payload in _longest_first(phrases)
            ),
            backwards=True,
        )
        self._told_apart = _ToldApart(self._by_tail, backwards=True)

    def longest_before(self, text: str, end: int) -> tuple[int, T] | None:
        """Start and payload of the longest phrase that ends at ``end``; None if there is none."""
        candidates = self._by_tail[text[end - _HEAD : end] if end >= _HEAD else text[: max(end, 0)]]
        if not candidates:
            return None
        if len(candidates) > _FEW:
            candidates = self._told_apart[text[end - _LONG_HEAD if end > _LONG_HEAD else 0 : end]]
        for phrase, size, solid, payload in candidates:
            start = end - size
            if text[start:end] == phrase and not (solid and start and text[start - 1].isalnum()):
                return start, payload
        return None
