"""Line breaks: which end a paragraph, and which only wrap a line.

Portals print hard-wrapped HTML ("Chương trình hành động số\\n  14/CTr-UBND"), while most scraped texts hold
one paragraph or sentence a line. A blank line always ends a paragraph.
"""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from statistics import median

from extractor.lexicon.patterns import compiled

_CLOSING = "\"”'’)]"
# The last is a semicolon in Greek, and becomes one where letters are composed.
_ENDS_SENTENCE = tuple(".!?…:;\u037e")
_OPEN_MARK = tuple(",(/-")
# Before a number, a line that ends in one of these is no heading.
_OPEN_WORD = compiled(
    r"(?:(?<!\p{L})(?:số|ngày|tháng|năm|của|và|là|đạt|các|những|với|theo|tại|cho|từ|đến|trong|gồm|hơn|trên|gần|khoảng|chiếm|tăng|giảm))$"
)
# Whatever follows, no line ends in one of these: "của\n  Chính phủ".
_NEEDS_MORE = compiled(r"(?:(?<!\p{L})(?:của|và|với|các|những|bởi))$")
_OPENS_ITEM = compiled(r"(?:[-•*+▪●–—]|\d{1,2}[.)]\s|[a-zđ]\)\s)")
_WRAP_WIDTHS = range(40, 121)


def is_hard_wrapped(text: str, composed: bool = False) -> bool:
    """Whether the text was wrapped at a fixed width: most lines are of one length and end in mid-sentence.

    Args:
        text: the text.
        composed: whether its letters are known to be composed already.
    """
    if text.count("\n", 0, 20_000) < 4:
        return False
    lines = [line.rstrip() for line in text[:20_000].split("\n")]
    inner = [a for a, b in pairwise(lines) if a and b]
    if len(inner) < 4:
        return False
    finished = sum([line.rstrip(_CLOSING).endswith(_ENDS_SENTENCE) for line in inner])
    if len(inner) - finished < 0.6 * len(inner):
        # So with most texts, whatever their letters are made of.
        return False
    widths = [len(line if composed else unicodedata.normalize("NFC", line)) for line in inner]
    width = median(widths)
    if int(width) not in _WRAP_WIDTHS:
        return False
    return sum(abs(each - width) <= 15 for each in widths) >= 0.7 * len(inner)


def break_is_soft(text: str, start: int, end: int, wrapped: bool) -> bool:
    """Whether the white space ``text[start:end]``, which holds a line break, is only a wrap.

    Args:
        text: the text around it.
        start: where the white space starts.
        end: where it ends.
        wrapped: what :func:`is_hard_wrapped` said of the text.
    """
    if end - start > 1:
        breaks = text.count("\n", start, end) + text.count("\r", start, end) - text.count("\r\n", start, end)
        if breaks > 1:
            return False
    if start == 0 or end == len(text):
        return False
    after = text[end]
    if after.islower():
        return not _OPENS_ITEM.match(text, end)
    if text[start - 1] in _ENDS_SENTENCE:
        # What most lines end in; the rest is for the others.
        return False
    before = unicodedata.normalize("NFC", text[max(0, start - 40) : start])
    if before.rstrip(_CLOSING).endswith(_ENDS_SENTENCE) or not (after.isalnum() or after in "(\"“'"):
        return False
    if before.endswith(_OPEN_MARK) or (after.isdigit() and _OPEN_WORD.search(before)) or _NEEDS_MORE.search(before):
        return True
    return wrapped and not _OPENS_ITEM.match(text, end)
