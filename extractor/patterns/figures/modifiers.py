"""Words right before (or behind) a number that say how exact it is."""

from __future__ import annotations

from extractor.lexicon import entries
from extractor.lexicon.patterns import compiled
from extractor.lexicon.trie import SuffixTrie, Trie
from extractor.lexicon.words import any_of
from extractor.records import Modifier

_BEFORE: SuffixTrie[tuple[Modifier | None, bool, tuple[str, ...]]] = SuffixTrie(
    (s.lower(), (e["modifier"], e.get("unless_compared", False), tuple(e.get("preposition_of", ()))))
    for e in entries("modifiers")
    if e["position"] == "before"
    for s in e["spellings"]
)
_COMPARED = compiled(rf"[^.;,\n]{{0,40}}? {any_of('base_words', 'compare')}(?!\p{{L}})")
_AFTER: Trie[Modifier] = Trie(
    (s.lower(), e["modifier"]) for e in entries("modifiers") if e["position"] == "after" for s in e["spellings"]
)


def modifier_before(lower: str, start: int, end: int | None = None) -> tuple[int, Modifier] | None:
    """Start and meaning of the modifier that ends right before the number at ``start``.

    Args:
        lower: the text in lower case.
        start: where the number starts.
        end: where its figure ends, if that is known: "dài hơn 2 km so với tuyến cũ" tells how much longer.
    """
    at = start
    if at > 0 and lower[at - 1] == " ":
        at -= 1
    hit = _BEFORE.longest_before(lower, at)
    if hit is None:
        return None
    modifier, unless_compared, places = hit[1]
    if places and end is not None and lower.endswith(places, start, end):
        # "4 người đi trên 2 xe": where they are.
        return None
    if modifier is None:
        return None
    if not unless_compared and not places:
        return hit[0], modifier
    if unless_compared and end is not None and _COMPARED.match(lower, end):
        return None
    # "chiều dài | hơn 4,7 km", "chở | trên 50 khách": what comes first is of what is told.
    return lower.rindex(" ", hit[0], at) + 1, modifier


def modifier_after(lower: str, end: int) -> Modifier | None:
    """The modifier that follows a figure: "10 ha trở lên"."""
    at = end + 1 if end < len(lower) and lower[end] == " " else end
    hit = _AFTER.longest(lower, at)
    return hit[1] if hit else None
