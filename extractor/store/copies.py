"""Copies of an article: what two texts share, and how the head of a group is found again among many.

A text is the set of its sequences of three words. MinHash (rensa) sketches it; the sketch is cut into bands, and two
texts that share a band are compared exactly. Only heads leave bands behind, so a group is what is like its head, and
whoever comes first is the head, whatever came between.
"""

from __future__ import annotations

import hashlib
import re
import struct
import unicodedata
from importlib import import_module
from typing import Any

LIKE = 0.8
"""Two texts are copies if they share this much of their word sequences: reprints do, next week's bulletin does not."""

_BANDS, _ROWS = 20, 6
_SEED = 245
_SEQUENCE = 3
_LEAST_WORDS = 20
_WORD = re.compile(r"\w+")
_BAND = struct.Struct(f"<{_ROWS}I")


class SketchMissing(Exception):
    """rensa, of the extra ``soatso[batch]``, is not installed."""


def sequences(text: str) -> frozenset[str]:
    """The sequences of three words of a text; none of one that is too short to be told from another by them.

    >>> sorted(sequences(" ".join("abcdefghijklmnopqrstu")))[:2]
    ['a b c', 'b c d']
    """
    words = _WORD.findall(unicodedata.normalize("NFC", text).lower())
    if len(words) < _LEAST_WORDS:
        return frozenset()
    return frozenset(map(" ".join, zip(words, words[1:], words[2:], strict=False)))


def similarity(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of all sequences that both have (Jaccard)."""
    both = len(one & other)
    return both / ((len(one) + len(other) - both) or 1)


def sketch(text: str) -> tuple[int, ...]:
    """The bands of a text, as signed 64-bit integers; none of a text that is too short.

    Raises:
        SketchMissing: rensa is not installed.
    """
    found = sequences(text)
    if not found:
        return ()
    minhash = _rensa().RMinHash(num_perm=_BANDS * _ROWS, seed=_SEED)
    minhash.update(list(found))
    digest: list[int] = minhash.digest()
    bands = []
    for band in range(_BANDS):
        packed = _BAND.pack(*digest[band * _ROWS : (band + 1) * _ROWS])
        hashed = hashlib.blake2b(packed, digest_size=8, salt=band.to_bytes(2, "little")).digest()
        bands.append(int.from_bytes(hashed, "little", signed=True))
    return tuple(bands)


def sketch_rules() -> str:
    """By what bands are made: those of other rules cannot be compared with them.

    Raises:
        SketchMissing: rensa is not installed.
    """
    return f"rensa-{_rensa().RMinHash.ALGORITHM_VERSION}/{_SEED}/{_BANDS}x{_ROWS}/{_SEQUENCE}"


def _rensa() -> Any:
    try:
        return import_module("rensa")
    except ImportError as error:
        raise SketchMissing from error
