"""Published numbers as Vietnamese and English sentences show them."""

from __future__ import annotations

from fractions import Fraction

from extractor.validator.operands import Quantity
from extractor.validator.style import SUFFIXES, Language, Style, Texts

_MODIFIERS: dict[str, dict[Language, str]] = {
    "about": {"vi": "khoảng ", "en": "about "},
    "more_than": {"vi": "hơn ", "en": "more than "},
    "nearly": {"vi": "gần ", "en": "nearly "},
    "less_than": {"vi": "dưới ", "en": "less than "},
    "at_least": {"vi": "ít nhất ", "en": "at least "},
    "at_most": {"vi": "tối đa ", "en": "at most "},
}


def quantity_text(quantity: Quantity, language: Language, *, bare: bool = False) -> str:
    """A quantity as published, in the language's own digits; ``bare`` leaves out the modifier."""
    text = quantity.texts[language]
    return text if bare or not quantity.modifier else _MODIFIERS[quantity.modifier][language] + text


def quantity_texts(quantity: Quantity, *, with_unit: bool = False) -> Texts:
    """A quantity as published, in both languages."""
    texts = quantity.texts
    if with_unit and quantity.unit:
        suffix, unit = quantity.style.suffix, quantity.unit
        texts = {language: text if suffix[language] else f"{text} {unit}" for language, text in texts.items()}
    if quantity.modifier:
        modifier = _MODIFIERS[quantity.modifier]
        texts = {language: modifier[language] + text for language, text in texts.items()}
    return texts


def gap_text(difference: Fraction, published: Quantity, language: Language, *, with_unit: bool = False) -> str:
    """A difference from the published figure in its own unit; that of two percentages is in percentage points."""
    style = published.style
    fine = difference < published.step
    suffix = SUFFIXES["points"] if published.kind == "percent" else style.suffix
    text = Style(style.factor, style.word, style.decimals + (2 if fine else 0), suffix).text(difference, language)
    return f"{text} {published.unit}" if with_unit and published.unit and not suffix[language] else text
