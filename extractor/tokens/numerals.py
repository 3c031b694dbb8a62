"""Numerals, in digits and in words, with their magnitude words.

Vietnamese writes "." between thousands and "," before decimals, but newspapers mix in the English way. A
reading is chosen by the token's own shape, then by the habit of the article; what stays open is kept as
``alternatives``. No digit is ever dropped: a run of digits and separators is read whole or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import pairwise

from extractor.article.view import lowered
from extractor.lexicon import entries
from extractor.lexicon.finder import Finder
from extractor.lexicon.letters import LETTER
from extractor.lexicon.patterns import compiled
from extractor.lexicon.trie import Trie
from extractor.tokens.anchors import digit_runs

_UNITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip

_MAGNITUDES: dict[str, int] = {
    spelling: len(entry["value"]) - 1
    for entry in entries("magnitudes")
    if entry["unit"] is None
    for spelling in entry["spellings"]
}
_MONEY_MAGNITUDES: dict[str, int] = {
    spelling: len(entry["value"]) - 1
    for entry in entries("magnitudes")
    if entry["unit"] is not None and not entry.get("case")
    for spelling in entry["spellings"]
}
# "50k" only right behind the digits and in lower case: "4K" is a screen.
_GLUED_MAGNITUDES: dict[str, int] = {
    spelling: len(entry["value"]) - 1
    for entry in entries("magnitudes")
    if entry.get("case")
    for spelling in entry["spellings"]
}


def _any_of(words: object) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))  # type: ignore[call-overload]


# "một tỷ lệ rất thấp", "hai triệu phú": there they begin another word.
_OTHER_WORDS: dict[str, list[str]] = {
    spelling: entry["no_magnitude_before"]
    for entry in entries("magnitudes")
    if "no_magnitude_before" in entry
    for spelling in entry["spellings"]
}


def _spelled(words: Iterable[str]) -> str:
    """Any of the magnitude words, where it is one."""
    return "|".join(
        re.escape(w) + (rf"(?! (?:{_any_of(_OTHER_WORDS[w])})(?![^\W_]))" if w in _OTHER_WORDS else "")
        for w in sorted(words, key=lambda w: (-len(w), w))
    )


_SPELLED_MAGNITUDES = [m for m in _MAGNITUDES if len(m) > 2 or m in ("tỷ", "tỉ")]
_SPELLED = rf"(?:{_spelled(_SPELLED_MAGNITUDES)})(?![^\W_])"
_MAG = rf"(?:{_spelled(_MAGNITUDES)})(?![^\W_])"
_DIGITS = r"\d{1,3}(?: \d{3})+(?![\d.,]*\d)|\d++(?:[.,]\d++)*+"
_DIGIT_NUMERAL = compiled(
    rf"(?P<digits>{_DIGITS})"
    rf"(?:(?P<money>(?: ?(?:{_any_of(_MONEY_MAGNITUDES)})|(?-i:{_any_of(_GLUED_MAGNITUDES)}))(?![^\W_]))"
    rf"|(?P<mags>(?: ?{_MAG})(?: {_MAG})?)"
    rf"(?P<more>(?: \d{{1,3}}(?:,\d++)?+ ?{_SPELLED}(?: {_SPELLED})?+)*+)"
    rf"(?P<half> rưỡi(?!{LETTER}))?+)?",
    re.IGNORECASE,
)
_PLAIN = compiled(_DIGITS)
# Digits before anything else are all there is to their number.
_MAGNITUDE_WORDS: Trie[None] = Trie(
    (spelling.lower(), None)
    for spellings in (_MAGNITUDES, _MONEY_MAGNITUDES, _GLUED_MAGNITUDES)
    for spelling in spellings
)

_MORE = compiled(rf"(?<!\d)(\d++(?:,\d++)?+) ?({LETTER}++(?: {LETTER}++)?)")

_SEPARATORS = frozenset(".,")

MAX_DIGITS = 18
"""More than these are no quantity: the national product in đồng has 17. It also keeps all arithmetic exact."""

_ONE = "một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín"
_AFTER_TEN = "một|mốt|hai|ba|bốn|tư|lăm|nhăm|sáu|bảy|bẩy|tám|chín"
_W = rf"(?!{LETTER})"
_TENS = rf"(?:(?:{_ONE}) mươi(?: (?:{_AFTER_TEN}){_W}(?! mươi| trăm))?+|mười(?: (?:{_AFTER_TEN}){_W}(?! mươi| trăm))?+)"
_HUNDREDS = rf"(?:(?:{_ONE}|không) trăm(?: (?:linh|lẻ) (?:{_ONE}|tư){_W}| {_TENS}{_W})?+)"
_SECTION = rf"(?:{_HUNDREDS}|{_TENS}|(?:{_ONE}))"
_WORD_NUMERAL = compiled(
    rf"(?<![^\W_])(?:{_SECTION}{_W}(?: chục{_W})?+(?: {_MAG})*+"
    rf"(?: (?:{_SECTION}{_W}(?: {_MAG})++|không trăm (?:linh|lẻ) (?:{_ONE}){_W}|(?:{_HUNDREDS}|{_TENS}){_W}))*+(?: rưỡi{_W})?+)"
)
_FIRST_WORDS: Finder[None] = Finder((word, None) for word in (*_ONE.split("|"), "mười", "không trăm"))
# A number word before anything else is all there is to its number.
_GOES_ON = tuple(f" {word}" for word in (*_UNITS, "mười", "mươi", "trăm", "rưỡi", *_MAGNITUDES))
_ALONE = {word: Decimal(_UNITS.get(word, 10)) for word in (*_ONE.split("|"), "mười")}


@dataclass(slots=True)
class Numeral:
    """A number as printed, ``text[start:end]`` with its magnitude words.

    Attributes:
        value: exact, magnitude applied, with the digits as printed.
        ulp: one unit of the last printed digit; None for a plain integer.
        alternatives: other readings of the same digits.
        words: it is written in words.
        magnitude: power of ten of its magnitude words, 0 if there are none.
        money: its magnitude word implies the currency ("tr.đ").
        digits_end: where the digits end and the magnitude words begin.
    """

    start: int
    end: int
    value: Decimal
    ulp: Decimal | None
    digits: str
    digits_end: int
    words: bool = False
    magnitude: int = 0
    money: bool = False
    alternatives: tuple[Decimal, ...] = ()

    @property
    def grouped(self) -> bool:
        """Whether it is printed with separators or a magnitude, which labels hardly are."""
        return self.magnitude > 0 or not self.digits.isdigit()


@dataclass(frozen=True, slots=True)
class Habit:
    """How the article punctuates numbers, judged by those whose shape leaves no choice."""

    dot_thousands: int
    comma_thousands: int
    dot_decimals: int
    comma_decimals: int

    @property
    def english(self) -> bool:
        """Whether the article writes 1,234.5."""
        return self.comma_thousands + self.dot_decimals > self.dot_thousands + self.comma_decimals


_DOT_THOUSANDS = compiled(r"(?<![\d.,/-])[1-9]\d{0,2}(?:\.\d{3})++(?:,\d++)?+(?![.,/-]*+\d)")
_COMMA_THOUSANDS = compiled(r"(?<![\d.,/-])[1-9]\d{0,2}(?:(?:,\d{3}){2,}+|(?:,\d{3})++\.\d++)(?![.,/-]*+\d)")
_DOT_DECIMALS = compiled(rf"(?<![\d.,/-])\d++\.\d{{1,2}}(?= ?%| (?:tỷ|tỉ|triệu)(?!{LETTER}))")
_COMMA_DECIMALS = compiled(rf"(?<![\d.,/-])\d++,\d{{1,2}}(?= ?%| (?:tỷ|tỉ|triệu)(?!{LETTER}))")

# By the first mark and how many digits stand behind it, of those a number may have there.
_SHAPES = {
    (".", 3): _DOT_THOUSANDS,
    (",", 3): _COMMA_THOUSANDS,
    (".", 1): _DOT_DECIMALS,
    (".", 2): _DOT_DECIMALS,
    (",", 1): _COMMA_DECIMALS,
    (",", 2): _COMMA_DECIMALS,
}


def habit_of(text: str) -> Habit:
    """How ``text`` punctuates its numbers."""
    count = dict.fromkeys(_SHAPES.values(), 0)
    for (start, end), (behind, until) in pairwise(digit_runs(text)):
        if behind == end + 1 and (shape := _SHAPES.get((text[end], until - behind))) is not None:
            count[shape] += shape.match(text, start) is not None
    return Habit(*count.values())


def _exact(digits: str, decimal_mark: str) -> Decimal:
    thousands = "." if decimal_mark == "," else ","
    return Decimal(digits.replace(" ", "").replace(thousands, "").replace(decimal_mark, "."))


def read_digits(
    digits: str, *, magnitude: bool = False, fraction_likely: bool = False, habit: Habit | None = None
) -> tuple[Decimal, ...] | None:
    """The readings of a run of digits and separators, likeliest first.

    Args:
        digits: as printed: ``"1.240,5"``.
        magnitude: a magnitude word follows ("5,459 tỉ").
        fraction_likely: what follows is no count of whole things (%, ha, điểm), so a fraction is natural.
        habit: how the article writes numbers elsewhere.

    Returns:
        None if it can't be a number ("5,2,34"), or has more digits than any published quantity.

    >>> read_digits("1.240")
    (Decimal('1240'),)
    >>> read_digits("5,459", magnitude=True)
    (Decimal('5.459'), Decimal('5459'))
    """
    if len(digits) > MAX_DIGITS and sum(map(str.isdigit, digits)) > MAX_DIGITS:
        return None
    dots, commas = digits.count("."), digits.count(",")
    if not dots and not commas:
        return (Decimal(digits.replace(" ", "")),)
    if dots + commas > 1:
        return _read_groups(digits, dots, commas)
    mark, other = (".", ",") if dots else (",", ".")
    if not _is_threes(digits.split(mark)):
        return (_exact(digits, mark),)
    if mark == "." and not (habit is not None and habit.english):
        return (_exact(digits, other),)
    thousands, fraction = _exact(digits, other), _exact(digits, mark)
    expected = "." if habit is not None and habit.english else ","
    if mark != expected:
        return thousands, fraction
    return (fraction, thousands) if magnitude or fraction_likely else (thousands, fraction)


def _is_threes(groups: list[str]) -> bool:
    """Whether the digits are grouped as thousands are: "1", "240"."""
    return all(len(group) == 3 for group in groups[1:]) and 1 <= len(groups[0]) <= 3 and groups[0][0] != "0"


def _read_groups(digits: str, dots: int, commas: int) -> tuple[Decimal] | None:
    """The reading of digits with several separators."""
    if not dots or not commas:
        return (_exact(digits, "," if dots else "."),) if _is_threes(digits.replace(",", ".").split(".")) else None
    mark = max(".", ",", key=digits.rfind)
    if digits.count(mark) > 1:
        return None
    whole = digits[: digits.rfind(mark)].split("," if mark == "." else ".")
    if not (1 <= len(whole[0]) <= 3 and all(len(g) == 3 for g in whole[1:])):
        return None
    return (_exact(digits, mark),)


def _read_words(words: list[str]) -> tuple[Decimal, int] | None:
    """Value of number words and the power of ten of the last magnitude word; None if they give no number."""
    total = Decimal(0)
    section = Decimal(0)
    last = 0
    pending: int | None = None
    for word in words:
        if word in _UNITS:
            if pending is not None:
                return None  # "hai ba nghìn": two or three thousand
            pending = _UNITS[word]
        elif word == "mười":
            section += 10
            pending = None
        elif word in ("mươi", "chục"):
            section += 10 * (pending or 1)
            pending = None
        elif word == "trăm":
            section += 100 * (pending or 0)
            pending = None
        elif word in ("linh", "lẻ"):
            pending = None
        elif word == "rưỡi":
            if last == 0:
                return None
            total += Decimal(5).scaleb(last - 1)
        elif word in _MAGNITUDES:
            power = _MAGNITUDES[word]
            if pending is not None:
                section += pending
                pending = None
            if section:
                total += section.scaleb(power)
                section = Decimal(0)
            else:
                # "ba nghìn tỷ": the second word multiplies what stands before it.
                total = total.scaleb(power)
                power += last
            last = power
        else:
            return None
    if pending is not None:
        section += pending
    return total + section, last


def _starts(text: str, lower: str) -> list[tuple[int, int, bool]]:
    """Where numerals may begin, in order: at runs of digits and at number words, with where these end."""
    starts = [(start, end, False) for start, end in digit_runs(text)]
    for start, end, _ in _FIRST_WORDS.find(lower):
        if not lower[end : end + 1].isalpha() and not (start and lower[start - 1].isalnum()):
            starts.append((start, end, True))
    return sorted(starts)


def find_numerals(text: str, habit: Habit, lower: str | None = None) -> list[Numeral]:
    """All numerals of a view's text, in order.

    Numbers that are no quantities (dates, labels, document numbers) are among them: telling those apart is
    the patterns' work. A run of digits that can't be a number ("5,2,34") is left out.

    Args:
        text: the view's text.
        habit: how it punctuates numbers.
        lower: the text in lower case, if it is at hand.
    """
    if lower is None:
        lower = lowered(text)
    found: list[Numeral] = []
    ends = dict(digit_runs(text))
    at = 0
    for start, end, in_words in _starts(text, lower):
        if start < at:
            continue
        if in_words:
            numeral, at = _in_words(text, lower, start, end)
        else:
            at = _digits_end(text, start, end, ends) if end + 1 in ends else end
            match = _DIGIT_NUMERAL.match(text, start) if _has_magnitude(lower, at) else None
            if match is not None and match.end() > at:
                at = match.end()
                numeral = _from_magnitude(match, habit)
            elif at == end:
                digits = text[start:end]
                whole = end - start <= MAX_DIGITS
                numeral = Numeral(start, end, Decimal(digits), None, digits, end) if whole else None
            else:
                numeral = _from_separated(text[start:at], start, at, habit)
        if numeral is not None:
            found.append(numeral)
    return found


def _has_magnitude(lower: str, end: int) -> bool:
    """Whether a magnitude word stands behind digits that end there."""
    follow = lower[end : end + 1]
    if follow == " ":
        return _MAGNITUDE_WORDS.longest(lower, end + 1) is not None
    return follow.isalpha() and _MAGNITUDE_WORDS.longest(lower, end) is not None


def _digits_end(text: str, start: int, end: int, ends: dict[int, int]) -> int:
    """Where the digits of a number end that goes on behind the run of digits ``text[start:end]``: "1.240,5", "1 240".

    Args:
        text: the text.
        start: where they begin.
        end: where the first run of them ends.
        ends: where each run of digits ends, by where it begins.
    """
    follow = text[end]
    if follow == " ":
        plain = _PLAIN.match(text, start)
        return end if plain is None else plain.end()
    while follow in _SEPARATORS and (behind := ends.get(end + 1)) is not None:
        end = behind
        follow = text[end : end + 1]
    return end


def _in_words(text: str, lower: str, start: int, end: int) -> tuple[Numeral | None, int]:
    """The numeral that the number word ``text[start:end]`` begins, and where what was read for it ends."""
    value = _ALONE.get(lower[start:end])
    if value is not None and not lower.startswith(_GOES_ON, end) and not lower[end : end + 1].isalnum():
        return Numeral(start, end, value, None, text[start:end], end, words=True), end
    match = _WORD_NUMERAL.match(lower, start)
    return (None, start) if match is None else (_from_words(match, text), match.end())


def _from_words(match: re.Match[str], text: str) -> Numeral | None:
    printed = text[match.start() : match.end()]
    words = match.group().split()
    half_of_unit = words[-1] == "rưỡi" and not any(w in _MAGNITUDES for w in words)
    read = _read_words(words[:-1] if half_of_unit else words)
    if read is None:
        return None
    value, last = read
    end = match.end() - (len(" rưỡi") if half_of_unit else 0)
    return Numeral(
        match.start(), end, value, Decimal(1).scaleb(last) if last else None, printed, end, words=True, magnitude=last
    )


def _from_separated(digits: str, start: int, end: int, habit: Habit) -> Numeral | None:
    """The numeral of several runs of digits that no magnitude word follows."""
    readings = read_digits(digits, habit=habit)
    if readings is None:
        return None
    value = readings[0]
    exponent = int(value.as_tuple().exponent)
    ulp = _power(exponent) if exponent else None
    return Numeral(start, end, value, ulp, digits, end, alternatives=readings[1:])


@cache
def _power(exponent: int) -> Decimal:
    """A power of ten."""
    return Decimal(1).scaleb(exponent)


def _from_magnitude(match: re.Match[str], habit: Habit) -> Numeral | None:
    """The numeral of digits with their magnitude words."""
    digits = match["digits"]
    start, end = match.span()
    if match["money"]:
        word = match["money"].strip().lower()
        magnitude, money = _MONEY_MAGNITUDES.get(word) or _GLUED_MAGNITUDES[word], True
    else:
        magnitude, money = sum(_MAGNITUDES[word] for word in _split_magnitudes(match["mags"])), False
    readings = read_digits(digits, magnitude=True, habit=habit)
    if readings is None:
        return None
    values = [reading.scaleb(magnitude) for reading in readings]
    value = values[0]
    ulp = _power(int(value.as_tuple().exponent))
    last = magnitude
    for piece in _MORE.finditer(match["more"]) if match["more"] else ():
        words = _split_magnitudes(piece[2])
        amount, power = Decimal(piece[1].replace(",", ".")), sum(_MAGNITUDES[word] for word in words)
        if power < last:
            value += amount.scaleb(power)
        else:
            # "5 nghìn 300 tỷ", "5 nghìn 3 trăm tỷ": the last word multiplies all that stands before it.
            whole = _MAGNITUDES[words[-1]]
            part = amount.scaleb(power - whole)
            if magnitude > 3 or whole <= magnitude or part >= Decimal(1).scaleb(last):
                return None
            value = (value + part).scaleb(whole)
            magnitude += whole
        ulp, last = Decimal(1).scaleb(power), power
        values = [value]
    if match["half"]:
        value += Decimal(5).scaleb(last - 1)
        ulp = Decimal(1).scaleb(last - 1)
        values = [value]
    return Numeral(
        start,
        end,
        value,
        ulp,
        digits,
        match.end("digits"),
        magnitude=magnitude,
        money=money,
        alternatives=tuple(values[1:]),
    )


def _split_magnitudes(printed: str) -> list[str]:
    """The magnitude words of ``" nghìn tỷ"``."""
    return printed.lower().split()
