"""Words right before (or behind) a number that say how exact it is."""

from __future__ import annotations

import regex

from extractor.lexicon import entries
from extractor.lexicon.trie import SuffixTrie, Trie
from extractor.records import Modifier

_BEFORE: SuffixTrie[Modifier | None] = SuffixTrie(
    (s.lower(), e["modifier"]) for e in entries("modifiers") if e["position"] == "before" for s in e["spellings"]
)
_AFTER: Trie[Modifier] = Trie(
    (s.lower(), e["modifier"]) for e in entries("modifiers") if e["position"] == "after" for s in e["spellings"]
)
# "cao hơn 3 lần", "nhiều hơn 5 xã": a comparison, not a modifier.
_COMPARES = regex.compile(
    r"(?:cao|thấp|nhiều|ít|lớn|nhỏ|dài|ngắn|nhanh|chậm|tốt|kém|rẻ|đắt|sớm|muộn|rộng|hẹp|nặng|nhẹ|già|trẻ|đông|mạnh|sâu|xa|gần|tăng|giảm|lâu|hẳn|vượt) $"
)


def modifier_before(lower: str, start: int) -> tuple[int, Modifier] | None:
    """Start and meaning of the modifier that ends right before the number at ``start``."""
    at = start
    if at > 0 and lower[at - 1] == " ":
        at -= 1
    hit = _BEFORE.longest_before(lower, at)
    if hit is None or hit[1] is None:
        return None
    where, modifier = hit
    if lower.startswith("hơn", where) and _COMPARES.search(lower, max(0, where - 8), where):
        return None
    return where, modifier


def modifier_after(lower: str, end: int) -> Modifier | None:
    """The modifier that follows a figure: "10 ha trở lên"."""
    at = end + 1 if end < len(lower) and lower[end] == " " else end
    hit = _AFTER.longest(lower, at)
    return hit[1] if hit else None
