"""The slips of a compositor: what a printed number may become by one small error."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import regex

SlipKind = Literal["digit", "swap", "separator", "exchange"]

_NUMBER = regex.compile(r"\d[\d.,]*")


@dataclass(frozen=True, slots=True)
class Print:
    """A number in digits as it stands in a text.

    Attributes:
        start: where it begins.
        text: its digits and separators: "52,34".
    """

    start: int
    text: str

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)

    @property
    def digits(self) -> int:
        """Its digits read as one whole number: 5234."""
        return _digits(self.text)


@dataclass(frozen=True, slots=True)
class Slip:
    """One number printed wrongly.

    Attributes:
        kind: what went wrong.
        text: what is printed instead.
        digits: the digits of that as one whole number.
        shift: by how many places the decimal comma went to the right.
    """

    kind: SlipKind
    text: str
    digits: int
    shift: int = 0


def numbers_in(text: str, start: int, end: int) -> list[Print]:
    """The numbers in digits between two places of a text.

    >>> [number.text for number in numbers_in("đạt 52,34% (649/1.240)", 4, 22)]
    ['52,34', '649', '1.240']
    """
    return [Print(match.start(), match.group().rstrip(".,")) for match in _NUMBER.finditer(text, start, end)]


def slips(printed: Print) -> Iterator[Slip]:
    """Every slip of one digit, of two neighbours swapped and of the decimal comma.

    None makes a number begin with a zero, for nobody prints that.

    >>> [slip.text for slip in slips(Print(0, "1,5")) if slip.kind != "digit"]
    ['5,1', '15']
    """
    text = printed.text
    places = [i for i, char in enumerate(text) if char.isdigit()]
    for i in places:
        for digit in "0123456789":
            if digit != text[i]:
                yield from _slip("digit", text[:i] + digit + text[i + 1 :])
    for i, j in itertools.pairwise(places):
        if text[i] != text[j]:
            yield from _slip("swap", text[:i] + text[j] + text[i + 1 : j] + text[i] + text[j + 1 :])
    if text.count(",") == 1 and "." not in text:
        whole, decimals = text.split(",")
        if len(whole) > 1:
            yield from _slip("separator", f"{whole[:-1]},{whole[-1]}{decimals}", -1)
        if whole != "0":
            yield from _slip("separator", f"{whole}{decimals[0]},{decimals[1:]}".rstrip(","), 1)


def _slip(kind: SlipKind, text: str, shift: int = 0) -> Iterator[Slip]:
    digits = _digits(text)
    if digits and (text[0] != "0" or text.startswith("0,")):
        yield Slip(kind, text, digits, shift)


def _digits(text: str) -> int:
    return int(text.replace(".", "").replace(",", ""))
