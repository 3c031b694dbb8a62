"""Numbers that name or order things instead of counting them: "Điều 5", "lớp 10", "Quốc lộ 1A", "thứ 22/63"."""

from __future__ import annotations

import regex

from extractor.lexicon import entries
from extractor.lexicon.trie import SuffixTrie, Trie
from extractor.patterns.figures.context import Context
from extractor.tokens.numerals import Numeral

_BEFORE: SuffixTrie[bool] = SuffixTrie(
    (s.lower(), bool(e.get("weak")))
    for e in entries("not_counted")
    if e["role"] == "label_before"
    for s in e["spellings"]
)
_AFTER: Trie[bool] = Trie(
    (s.lower(), True) for e in entries("not_counted") if e["role"] == "label_after" for s in e["spellings"]
)
_WHOLE: Trie[bool] = Trie(
    (s.lower(), True) for e in entries("not_counted") if e["role"] == "label_whole" for s in e["spellings"]
)
_LINK_WORD = regex.compile(r"(?:số |thứ |: ?|\"| )+$")
_PHONE = regex.compile(r"0\d{2,3}[. ]?\d{3}[. ]?\d{3,4}(?!\d)|0\d{8,10}(?!\d)|1[89]00[. ]?\d{4,6}(?!\d)")
_GLUED_BEFORE = regex.compile(r"[\p{L}\d][-/.,]?$|[\p{L}]-$")
_SCALE = regex.compile(r"(?:tỷ lệ|tỉ lệ|quy hoạch|bản đồ|chi tiết)(?: (?:bản đồ|chi tiết|xây dựng|phân khu|1/\d+|,|và))*+ $")


def strength_before(ctx: Context, numeral: Numeral) -> str | None:
    """``"strong"`` if what stands before makes the number a label, ``"weak"`` if only a unit behind undoes it."""
    lower = ctx.lower
    end = numeral.start
    if end > 0 and lower[end - 1] == " ":
        end -= 1
    hit = _BEFORE.longest_before(lower, end)
    if hit is None:
        linked = _LINK_WORD.search(lower, max(0, numeral.start - 8), numeral.start)
        if linked is not None:
            hit = _BEFORE.longest_before(lower, linked.start())
    if hit is None:
        return None
    return "weak" if hit[1] else "strong"


def is_label_whole(ctx: Context, numeral: Numeral) -> bool:
    """Fixed expressions: 24/7, Covid-19, 4.0."""
    return _WHOLE.longest(ctx.lower, numeral.start) is not None


def label_after(ctx: Context, end: int) -> bool:
    """Words behind a number that make it a grade ("4 sao")."""
    at = end + 1 if end < len(ctx.lower) and ctx.lower[end] == " " else end
    return _AFTER.longest(ctx.lower, at) is not None


def is_glued_to_letters(ctx: Context, numeral: Numeral) -> bool:
    """Part of a code: "A321", "Covid-19", "QL1A"."""
    if numeral.words or numeral.start == 0:
        return False
    before = ctx.text[numeral.start - 1]
    if before.isalnum():
        return True
    return before in "-_./" and numeral.start > 1 and ctx.text[numeral.start - 2].isalpha()


def is_phone(ctx: Context, numeral: Numeral) -> bool:
    """A telephone number or any digits printed with leading zeros."""
    if numeral.words:
        return False
    if _PHONE.match(ctx.text, numeral.start):
        return True
    digits = numeral.digits
    return len(digits) > 2 and digits[0] == "0" and digits[1].isdigit()


def is_scale(ctx: Context, start: int) -> bool:
    """A plan's or map's scale: "quy hoạch chi tiết 1/500"."""
    return _SCALE.search(ctx.lower, max(0, start - 60), start) is not None
