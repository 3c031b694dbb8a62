"""Word segmentation, only where words matter.

Vietnamese writes a space between syllables, so "gian hàng" is one word of two. underthesea tells the words of
a short window; its tokens are laid back over the original characters by counting them, for it rewrites some
("uỷ" to "ủy") and returns no offsets.
"""

from __future__ import annotations

from functools import cache, lru_cache

Word = tuple[int, int]


@cache
def _segmenter():  # type: ignore[no-untyped-def]
    # Takes a third of a second to import, and many texts never need it.
    from underthesea import word_tokenize

    return word_tokenize


def segment(text: str, start: int, end: int) -> list[Word]:
    """Word spans within ``text[start:end]``, which should be a window of a few syllables.

    >>> text = "55 gian hàng ẩm thực"
    >>> [text[a:b] for a, b in segment(text, 3, len(text))]
    ['gian hàng', 'ẩm thực']
    """
    return [(start + a, start + b) for a, b in _segment_window(text[start:end])]


@lru_cache(maxsize=65536)
def _segment_window(window: str) -> tuple[Word, ...]:
    tokens: list[str] = _segmenter()(window)
    lengths = [sum(not c.isspace() for c in token) for token in tokens]
    places = [i for i, c in enumerate(window) if not c.isspace()]
    if sum(lengths) != len(places):
        return _syllables(window)
    spans: list[Word] = []
    at = 0
    for length in lengths:
        if length:
            spans.append((places[at], places[at + length - 1] + 1))
            at += length
    return tuple(spans)


def _syllables(window: str) -> tuple[Word, ...]:
    spans: list[Word] = []
    at = 0
    for syllable in window.split():
        at = window.index(syllable, at)
        spans.append((at, at + len(syllable)))
        at += len(syllable)
    return tuple(spans)
