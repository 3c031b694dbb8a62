"""What a page prints after the article: the comment form, the list of tags, the list of other news.

Only the end of a page's text is looked at, and only whole lines go; the phrases are data
(``lexicon/data/comment_forms.json``): ``sure`` phrases open a line that only a form has, ``near`` ones are
dropped beside those or at the very end, ``list`` ones head a list that runs to the end of the page.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from extractor.lexicon import entries
from extractor.lexicon.patterns import compiled

_EDGES = " \t\xa0-–•*|:.…"
_COUNT = compiled(r"[^\S\x1c-\x1f]?\(\d+\)$")
_PROSE = 200
_ITEM = 120
_SENTENCE_END = compiled(r"[.!?…][\"”’)]*$")


@cache
def _phrases(kind: str) -> tuple[str, ...]:
    return tuple(_plain(entry["name"]) for entry in entries("comment_forms") if entry["kind"] == kind)


def _plain(line: str) -> str:
    folded = unicodedata.normalize("NFC", line).lower().replace("oá", "óa").replace("uỷ", "ủy")
    return _COUNT.sub("", " ".join(folded.split()).strip(_EDGES)).strip(_EDGES)


def without_tail(text: str) -> str:
    """The text of a page without the comment form and the lists that follow the article.

    >>> without_tail("Tỉnh có 12 xã.\\nTrả lời Hủy\\nEmail của bạn sẽ không được hiển thị công khai.\\nTên *")
    'Tỉnh có 12 xã.'
    """
    lines = text.split("\n")
    plain = [_plain(line) for line in lines]
    end = _form(plain)
    end = _end_of(plain, end)
    while (cut := _list(lines, plain, end)) < end:
        end = _end_of(plain, cut)
    return text if end == len(lines) else "\n".join(lines[:end])


def _form(plain: list[str]) -> int:
    """Where a form starts that no prose follows."""
    start = len(plain)
    for i in range(len(plain) - 1, -1, -1):
        if plain[i].startswith(_phrases("sure")):
            start = i
        elif len(plain[i]) > _PROSE:
            break
    return start


def _end_of(plain: list[str], end: int) -> int:
    """The end of the text once blank lines and lines of a form are taken off it."""
    near = _phrases("near")
    while end and (not plain[end - 1] or plain[end - 1] in near):
        end -= 1
    return end


def _list(lines: list[str], plain: list[str], end: int) -> int:
    """Where a list with a known heading starts, if only short items that are no sentences follow it."""
    heads = _phrases("list")
    for i in range(end - 1, max(end - 40, 0) - 1, -1):
        if plain[i] in heads:
            return i
        if len(plain[i]) > _ITEM or _SENTENCE_END.search(lines[i].rstrip()):
            break
    return end
