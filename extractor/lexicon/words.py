"""Word lists of the lexicon as parts of patterns."""

from __future__ import annotations

from extractor.lexicon import Entry, entries
from extractor.lexicon.patterns import escaped


def of_role(lexicon: str, *roles: str) -> list[Entry]:
    """The entries of a lexicon file that have one of the roles."""
    return [entry for entry in entries(lexicon) if entry["role"] in roles]


def spelled(lexicon: str, *roles: str) -> frozenset[str]:
    """The spellings of those entries."""
    return frozenset(s for entry in of_role(lexicon, *roles) for s in entry["spellings"])


def any_of(lexicon: str, *roles: str) -> str:
    """A group that matches one of the spellings, the longest first, wherever it stands."""
    words = sorted(spelled(lexicon, *roles), key=lambda s: (-len(s), s))
    return f"(?:{'|'.join(escaped(w) for w in words)})"


def one_of(lexicon: str, *roles: str) -> str:
    """A pattern that matches one of the spellings, the longest first, between word boundaries."""
    return rf"(?<![\p{{L}}\d]){any_of(lexicon, *roles)}(?![\p{{L}}\d])"
