"""Vietnamese without its marks, for looking things up: "Cà Mau" and "ca mau", "Đắk Nông" and "dak nong"."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import regex

_D = str.maketrans("đĐÐð", "dddd")
_BETWEEN = regex.compile(r"[^\p{L}\p{N}]++")


@lru_cache(maxsize=1 << 14)
def fold(text: str) -> str:
    """The letters and digits of a text in lower case without marks, what is between them as one space.

    >>> fold("Đắk  Nông – 245/QĐ-UBND")
    'dak nong 245 qd ubnd'
    """
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return _BETWEEN.sub(" ", plain.translate(_D).lower()).strip()


def match_of(query: str) -> str:
    """A person's query for FTS5: all its words, the last of which may be a beginning; quoted words in their order.

    >>> match_of('"Cà Mau" hộ nghè')
    '"ca mau" "ho" "nghe"*'
    """
    phrases = [fold(each) for each in regex.findall(r'"([^"]*)"', query)]
    words = fold(regex.sub(r'"[^"]*"', " ", query)).split()
    terms = [f'"{phrase}"' for phrase in phrases if phrase] + [f'"{word}"' for word in words]
    return " ".join(terms) + ("*" if words and not query.endswith(('"', " ")) else "")
