"""Words right before (or behind) a number that say how exact it is."""

from __future__ import annotations

from extractor.lexicon import entries
from extractor.lexicon.trie import SuffixTrie, Trie
from extractor.records import Modifier

_BEFORE: SuffixTrie[Modifier | None] = SuffixTrie(
    (s.lower(), e["modifier"]) for e in entries("modifiers") if e["position"] == "before" for s in e["spellings"]
)
_AFTER: Trie[Modifier] = Trie(
    (s.lower(), e["modifier"]) for e in entries("modifiers") if e["position"] == "after" for s in e["spellings"]
)


def modifier_before(lower: str, start: int) -> tuple[int, Modifier] | None:
    """Start and meaning of the modifier that ends right before the number at ``start``."""
    at = start
    if at > 0 and lower[at - 1] == " ":
        at -= 1
    hit = _BEFORE.longest_before(lower, at)
    if hit is None or hit[1] is None:
        return None
    return hit[0], hit[1]


def modifier_after(lower: str, end: int) -> Modifier | None:
    """The modifier that follows a figure: "10 ha trở lên"."""
    at = end + 1 if end < len(lower) and lower[end] == " " else end
    hit = _AFTER.longest(lower, at)
    return hit[1] if hit else None
