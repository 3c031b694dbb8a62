"""Names and numbers folded to what does not change with their spelling: ASCII, lower case, hyphens between."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from extractor.lexicon.patterns import compiled

_CENTRAL = compiled(r"(?<!\p{L})t\. ?[ưw](?!\p{L})")
_CENTRAL_SYMBOL = compiled(r"(?<!\p{L})t\.? ?ư(?!\p{L})")
_APART = compiled(r"[^a-z0-9]+")


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """A slug of a text: without case, diacritics and marks; slips of print and of tone marks vanish in it.

    >>> folded("Uỷ ban nhân dân tỉnh Đắk Lắk"), folded("TP. Cần Thơ"), folded("NQ/T.Ư")
    ('uy-ban-nhan-dan-tinh-dak-lak', 'tp-can-tho', 'nq-tw')
    """
    text = _CENTRAL.sub("tw", unicodedata.normalize("NFC", text).lower())
    text = unicodedata.normalize("NFD", text.replace("đ", "d").replace("ð", "d"))
    return _APART.sub("-", "".join(c for c in text if not unicodedata.combining(c))).strip("-")


@lru_cache(maxsize=4096)
def folded_symbol(symbol: str) -> str:
    """A number's letters, part by part: "QĐ-UBND", "Q\u00d0 - UBND" and "QD/UBND" are one.

    >>> folded_symbol("KL/T.Ư"), folded_symbol("TTLT-BGD&ĐT-BNV")
    ('kl-tw', 'ttlt-bgddt-bnv')
    """
    # The central Party's letters first, or "TƯ" would fold to those of a province's ("TU").
    symbol = _CENTRAL_SYMBOL.sub("tw", unicodedata.normalize("NFC", symbol).lower())
    return folded(symbol.replace("&", "").replace(".", ""))
