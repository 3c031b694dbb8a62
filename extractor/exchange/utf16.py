"""Positions of code points as positions of UTF-16 units, which JavaScript, Java and Windows count."""

from __future__ import annotations

from bisect import bisect_left


class Utf16:
    """Turns positions in a text from code points to UTF-16 units and back.

    Args:
        text: the text.

    >>> units = Utf16("😀 12 xã")
    >>> units.of(2), units.back(3)
    (3, 2)
    """

    def __init__(self, text: str) -> None:
        # Letters beyond the first plane take two units.
        self._wide = [at for at, letter in enumerate(text) if letter > "\uffff"]
        self._starts = [at + before for before, at in enumerate(self._wide)]

    def of(self, point: int) -> int:
        """The position in UTF-16 units of a position in code points."""
        return point + bisect_left(self._wide, point)

    def back(self, unit: int) -> int:
        """The position in code points of a position in UTF-16 units; within a letter, that of its start."""
        return unit - bisect_left(self._starts, unit)
