"""Word segmentation, only where words matter.

Vietnamese writes a space between syllables, so "gian hàng" is one word of two. underthesea tells the words of
a short window; its tokens are laid back over the original characters by counting them, for it rewrites some
("uỷ" to "ủy") and returns no offsets.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from underthesea_core import CRFFeaturizer

Word = tuple[int, int]

# With more windows it pays to hand the whole dictionary over, which takes as long as two hundred of them.
_FEW_WINDOWS = 100
_MODEL = Path("pipeline", "word_tokenize", "models", "ws_crf_vlsp2013_20230727")


@cache
def _segmenter():  # type: ignore[no-untyped-def]
    # Takes seconds to import and load, for all that the library does besides.
    from underthesea import word_tokenize

    return word_tokenize


class _Tagger:
    """Tells of each syllable whether it begins a word ("B-W"), out of underthesea's own model files.

    Only what stands in its dictionary makes the model large. It asks for the words of the window, of up to three
    syllables, and for no others: for the first few windows, and few articles have any, those alone are handed over.
    """

    def __init__(self, folder: Path) -> None:
        from underthesea_core import CRFFeaturizer, CRFTagger

        self._features, dictionary = (
            pickle.loads((folder / name).read_bytes()) for name in ("features.bin", "dictionary.bin")
        )
        self._dictionary = dictionary if isinstance(dictionary, set) else set(dictionary)
        self._tagger = CRFTagger()
        self._tagger.load(str(folder / "models.bin"))
        self._make = CRFFeaturizer
        self._featurizer: CRFFeaturizer | None = None
        self._seen = 0

    def __call__(self, syllables: list[str]) -> list[str]:
        self._seen += 1
        if self._featurizer is None and self._seen > _FEW_WINDOWS:
            self._featurizer = self._make(self._features, self._dictionary)
        featurizer = self._featurizer or self._make(self._features, self._dictionary & _words_of(syllables))
        found: list[str] = self._tagger.tag(featurizer.process([[[syllable] for syllable in syllables]])[0])
        return found


def _words_of(syllables: list[str]) -> set[str]:
    """All words of up to three of the syllables, as printed and in lower case."""
    words = {" ".join(syllables[i:j]) for i in range(len(syllables)) for j in range(i + 1, i + 4)}
    return words | {word.lower() for word in words}


@cache
def _tagger() -> Callable[[list[str]], list[str]] | None:
    """The model; None where the installed release of underthesea keeps its files in another way.

    ``word_tokenize`` over plain syllables gives the same; loaded by itself the model is there within a fifth of a
    second.
    """
    spec = find_spec("underthesea")
    if spec is None or spec.origin is None:
        return None
    try:
        return _Tagger(Path(spec.origin).parent / _MODEL)
    except (ImportError, OSError, pickle.UnpicklingError):
        return None


def segment(text: str, start: int, end: int) -> list[Word]:
    """Word spans within ``text[start:end]``, which should be a window of a few syllables.

    >>> text = "55 gian hàng ẩm thực"
    >>> [text[a:b] for a, b in segment(text, 3, len(text))]
    ['gian hàng', 'ẩm thực']
    """
    return [(start + a, start + b) for a, b in _segment_window(text[start:end])]


@lru_cache(maxsize=65536)
def _segment_window(window: str) -> tuple[Word, ...]:
    spans = _syllables(window)
    if window.replace(" ", "").isalpha() and (tagger := _tagger()) is not None:
        return _joined(spans, tagger([window[a:b] for a, b in spans]))
    tokens: list[str] = _segmenter()(window)
    lengths = [sum(not c.isspace() for c in token) for token in tokens]
    places = [i for i, c in enumerate(window) if not c.isspace()]
    if sum(lengths) != len(places):
        return spans
    words: list[Word] = []
    at = 0
    for length in lengths:
        if length:
            words.append((places[at], places[at + length - 1] + 1))
            at += length
    return tuple(words)


def _joined(syllables: tuple[Word, ...], tags: list[str]) -> tuple[Word, ...]:
    """The words of syllables, each of which begins one or goes on with it."""
    words: list[Word] = []
    for (start, end), tag in zip(syllables, tags, strict=True):
        if tag == "I-W" and words:
            words[-1] = words[-1][0], end
        else:
            words.append((start, end))
    return tuple(words)


def _syllables(window: str) -> tuple[Word, ...]:
    spans: list[Word] = []
    at = 0
    for syllable in window.split():
        at = window.index(syllable, at)
        spans.append((at, at + len(syllable)))
        at += len(syllable)
    return tuple(spans)
