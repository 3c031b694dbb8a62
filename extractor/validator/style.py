"""How a published number is written: its magnitude word, its decimals, its percent sign."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from extractor.records import FigureKind
from extractor.validator.intervals import Bounds
from extractor.validator.numerals import decimals_of

Language = Literal["vi", "en"]
Texts = dict[Language, str]
"""One text in each language."""

_WORDS: tuple[tuple[int, Texts, tuple[str, ...]], ...] = (
    (10**9, {"vi": " tỷ", "en": " billion"}, ("tỷ", "tỉ")),
    (10**6, {"vi": " triệu", "en": " million"}, ("triệu", "tr.đ", "trđ")),
    (10**3, {"vi": " nghìn", "en": " thousand"}, ("nghìn", "ngàn")),
)
_VIETNAMESE = str.maketrans(",.", ".,")
NO_WORD: Texts = {"vi": "", "en": ""}
SUFFIXES: dict[str, Texts] = {
    "percent": {"vi": "%", "en": "%"},
    "points": {"vi": " điểm phần trăm", "en": " percentage points"},
    "multiple": {"vi": " lần", "en": " times"},
}


@dataclass(slots=True)
class Style:
    """How numbers like a published one are written: in units of ``word``, with ``decimals`` and a suffix.

    It is never changed.
    """

    factor: int
    word: Texts
    decimals: int
    suffix: Texts

    def text(self, value: Fraction, language: Language) -> str:
        """The value rounded to the style's decimals."""
        return self._join(plain(value, self.decimals, language, self.factor), language)

    def texts(self, value: Fraction) -> Texts:
        """The value rounded to the style's decimals, in both languages."""
        return self._both(*_rounded(value, self.decimals, self.factor))

    def cut(self, value: Fraction) -> Texts:
        """The value with two decimals more, cut and followed by "…" where digits go on, in both languages."""
        decimals = self.decimals + 2
        scaled, rest = divmod(abs(value.numerator) * 10**decimals, value.denominator * self.factor)
        while not rest and decimals and scaled % 10 == 0:
            scaled, decimals = scaled // 10, decimals - 1
        return self._both(scaled, decimals, value.numerator < 0, "…" if rest else "")

    def span(self, bounds: Bounds, language: Language) -> str:
        """An interval with one decimal more, rounded outward: "từ 20,65 đến 20,71%"."""
        step = Fraction(self.factor, 10 ** (self.decimals + 1))
        low, high = bounds.low // step * step, -(-bounds.high // step) * step
        words = ("từ", "đến") if language == "vi" else ("from", "to")
        ends = [plain(end / self.factor, self.decimals + 1, language) for end in (low, high)]
        return f"{words[0]} {ends[0]} {words[1]} {self._join(ends[1], language)}"

    def _both(self, scaled: int, decimals: int, negative: bool, more: str = "") -> Texts:
        number = _digits(scaled, decimals, negative) + more
        return {"vi": self._join(number.translate(_VIETNAMESE), "vi"), "en": self._join(number, "en")}

    def _join(self, number: str, language: Language) -> str:
        return f"{number}{self.word[language]}{self.suffix[language]}"


def style_for(kind: FigureKind | None, value: Fraction, step: Fraction, text: str, *, exact: bool) -> Style:
    """The style of a number of this kind with ``step`` for its last digit, published as ``text``."""
    factor, word = (1, NO_WORD) if exact or step.numerator < 1000 else _magnitude(value, step, text)
    suffix = SUFFIXES.get(kind or "", NO_WORD)
    return Style(factor, word, decimals_of(step / factor if factor > 1 else step), suffix)


def plain(value: Fraction, decimals: int, language: Language, factor: int = 1) -> str:
    """The value in units of ``factor``, rounded to ``decimals``, a half away from zero, without word or suffix."""
    digits = _digits(*_rounded(value, decimals, factor))
    return digits.translate(_VIETNAMESE) if language == "vi" else digits


def _rounded(value: Fraction, decimals: int, factor: int) -> tuple[int, int, bool]:
    """The digits of a value as a whole number, how many of them are decimals, and whether it is below 0."""
    number, whole = value.numerator, value.denominator * factor
    scaled = abs(number) * 10**decimals if whole == 1 else (2 * abs(number) * 10**decimals + whole) // (2 * whole)
    return scaled, decimals, number < 0 < scaled


def _magnitude(value: Fraction, step: Fraction, text: str) -> tuple[int, Texts]:
    """The magnitude word the number was published with, or one that suits its rounding."""
    text = unicodedata.normalize("NFC", text).lower()
    for factor, word, names in _WORDS:
        if step <= factor and any(name in text for name in names):
            return factor, word
    fitting = ((factor, word) for factor, word, _ in _WORDS if factor <= abs(value))
    return next((pair for pair in fitting if decimals_of(step / pair[0]) <= 3), (1, NO_WORD))


def _digits(scaled: int, decimals: int, negative: bool) -> str:
    if decimals:
        whole, rest = divmod(scaled, 10**decimals)
        text = f"{whole:,}.{rest:0{decimals}d}"
    else:
        text = f"{scaled:,}"
    return f"-{text}" if negative else text
