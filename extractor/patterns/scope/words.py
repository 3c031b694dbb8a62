"""The word lists of this package as alternations of patterns, from the lexicon."""

from __future__ import annotations

import regex

from extractor.lexicon import Entry, entries


def of_role(lexicon: str, *roles: str) -> list[Entry]:
    """The entries of a lexicon file that have one of the roles."""
    return [entry for entry in entries(lexicon) if entry["role"] in roles]


def spelled(lexicon: str, *roles: str) -> frozenset[str]:
    """The spellings of those entries."""
    return frozenset(s for entry in of_role(lexicon, *roles) for s in entry["spellings"])


def one_of(lexicon: str, *roles: str) -> str:
    """A pattern that matches one of the spellings, the longest first, between word boundaries."""
    words = sorted(spelled(lexicon, *roles), key=lambda s: (-len(s), s))
    return rf"(?<![\p{{L}}\d])(?:{'|'.join(regex.escape(w, special_only=True) for w in words)})(?![\p{{L}}\d])"
