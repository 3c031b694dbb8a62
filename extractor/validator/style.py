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

_WORDS: tuple[tuple[int, dict[Language, str], tuple[str, ...]], ...] = (
    (10**9, {"vi": " tỷ", "en": " billion"}, ("tỷ", "tỉ")),
    (10**6, {"vi": " triệu", "en": " million"}, ("triệu", "tr.đ", "trđ")),
    (10**3, {"vi": " nghìn", "en": " thousand"}, ("nghìn", "ngàn")),
)
_NO_WORD: dict[Language, str] = {"vi": "", "en": ""}
SUFFIXES: dict[str, dict[Language, str]] = {
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
    word: dict[Language, str]
    decimals: int
    suffix: dict[Language, str]

    def text(self, value: Fraction, language: Language) -> str:
        """The value rounded to the style's decimals."""
        return self._join(plain(value, self.decimals, language, self.factor), language)

    def cut(self, value: Fraction, language: Language) -> str:
        """The value with two decimals more, cut and followed by "…" where digits go on."""
        decimals = self.decimals + 2
        scaled, rest = divmod(abs(value.numerator) * 10**decimals, value.denominator * self.factor)
        while not rest and decimals and scaled % 10 == 0:
            scaled, decimals = scaled // 10, decimals - 1
        return self._join(_digits(scaled, decimals, value.numerator < 0, language) + ("…" if rest else ""), language)

    def span(self, bounds: Bounds, language: Language) -> str:
        """An interval with one decimal more, rounded outward: "từ 20,65 đến 20,71%"."""
        step = Fraction(self.factor, 10 ** (self.decimals + 1))
        low, high = bounds.low // step * step, -(-bounds.high // step) * step
        words = ("từ", "đến") if language == "vi" else ("from", "to")
        ends = [plain(end / self.factor, self.decimals + 1, language) for end in (low, high)]
        return f"{words[0]} {ends[0]} {words[1]} {self._join(ends[1], language)}"

    def _join(self, number: str, language: Language) -> str:
        return f"{number}{self.word[language]}{self.suffix[language]}"


def style_for(kind: FigureKind | None, value: Fraction, step: Fraction, text: str, *, exact: bool) -> Style:
    """The style of a number of this kind with ``step`` for its last digit, published as ``text``."""
    factor, word = (1, _NO_WORD) if exact or step.numerator < 1000 else _magnitude(value, step, text)
    suffix = SUFFIXES.get(kind or "", _NO_WORD)
    return Style(factor, word, decimals_of(step / factor if factor > 1 else step), suffix)


def plain(value: Fraction, decimals: int, language: Language, factor: int = 1) -> str:
    """The value in units of ``factor``, rounded to ``decimals``, a half away from zero, without word or suffix."""
    whole = value.denominator * factor
    scaled = (2 * abs(value.numerator) * 10**decimals + whole) // (2 * whole)
    return _digits(scaled, decimals, value.numerator < 0 < scaled, language)


def _magnitude(value: Fraction, step: Fraction, text: str) -> tuple[int, dict[Language, str]]:
    """The magnitude word the number was published with, or one that suits its rounding."""
    text = unicodedata.normalize("NFC", text).lower()
    for factor, word, names in _WORDS:
        if step <= factor and any(name in text for name in names):
            return factor, word
    fitting = ((factor, word) for factor, word, _ in _WORDS if factor <= abs(value))
    return next((pair for pair in fitting if decimals_of(step / pair[0]) <= 3), (1, _NO_WORD))


def _digits(scaled: int, decimals: int, negative: bool, language: Language) -> str:
    whole, rest = divmod(scaled, 10**decimals)
    groups, comma = f"{whole:,}", "."
    if language == "vi":
        groups, comma = groups.replace(",", "."), ","
    text = f"{groups}{comma}{rest:0{decimals}d}" if decimals else groups
    return f"-{text}" if negative else text
