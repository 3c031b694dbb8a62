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
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from typing import Any

LIKE = 0.8
"""Two texts are copies if they share this much of their word sequences: reprints do, next week's bulletin does not."""

_BANDS, _ROWS = 20, 6
_SEED = 245
_SEQUENCE = 3
_LEAST_WORDS = 20
_BETWEEN_WORDS = re.compile(r"[^\w ]+")
_DIGEST = struct.Struct(f"<{_BANDS * _ROWS}I")
_BAND_BYTES = _DIGEST.size // _BANDS
_HASHED = struct.Struct(f"<{_BANDS}q")


class SketchMissing(Exception):
    """rensa, of the extra ``soatso[batch]``, is not installed."""


def sequences(text: str) -> frozenset[bytes]:
    """The sequences of three words of a text, in UTF-8; none of one too short to be told from another by them.

    >>> sorted(sequences(" ".join("abcdefghijklmnopqrstu")))[:2]
    [b'a b c', b'b c d']
    """
    return frozenset(_in_order(text))


def _in_order(text: str) -> Iterable[bytes]:
    """The sequences of a text as they follow each other, some of them more than once."""
    plain = _BETWEEN_WORDS.sub(" ", unicodedata.normalize("NFC", text).lower())
    words = plain.encode("utf-8", "surrogatepass").split()
    return map(b" ".join, zip(words, words[1:], words[2:], strict=False)) if len(words) >= _LEAST_WORDS else ()


def similarity(one: frozenset[bytes], other: frozenset[bytes]) -> float:
    """The share of all sequences that both have (Jaccard)."""
    both = len(one & other)
    return both / ((len(one) + len(other) - both) or 1)


def sketch(text: str) -> tuple[int, ...]:
    """The bands of a text, as signed 64-bit integers; none of a text that is too short.

    Raises:
        SketchMissing: rensa is not installed.
    """
    found = list(_in_order(text))
    if not found:
        return ()
    minhash = _rensa().RMinHash(num_perm=_BANDS * _ROWS, seed=_SEED)
    minhash.update(found)
    rows = _DIGEST.pack(*minhash.digest())
    hashed = []
    for band, salted in enumerate(_salted()):
        salted = salted.copy()
        salted.update(rows[band * _BAND_BYTES : (band + 1) * _BAND_BYTES])
        hashed.append(salted.digest())
    return _HASHED.unpack(b"".join(hashed))


@cache
def _salted() -> tuple[hashlib.blake2b, ...]:
    """What hashes each band, before it is told of one."""
    return tuple(hashlib.blake2b(digest_size=8, salt=band.to_bytes(2, "little")) for band in range(_BANDS))


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
