"""Published text made safe to show: nothing in it can move the cursor, change colours or turn the line around."""

from __future__ import annotations

import re

_CONTROL_PICTURES = 0x2400
_LOST = "\N{REPLACEMENT CHARACTER}"

_SHOWN: dict[int, str | None] = {
    **{code: chr(_CONTROL_PICTURES + code) for code in range(0x20)},
    0x7F: "\N{SYMBOL FOR DELETE}",
    **dict.fromkeys(range(0x80, 0xA0), _LOST),
    # What reorders text, and tags that nobody sees.
    **dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), _LOST),
    **dict.fromkeys(range(0xE0000, 0xE0080), _LOST),
    **dict.fromkeys(range(0xD800, 0xE000), _LOST),
    # Of no width, and without a meaning in Vietnamese.
    **dict.fromkeys((0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF), None),
}
_SPACES = re.compile(r"[^\S\x1c-\x1f]+")


def printable(text: str) -> str:
    r"""The text on one line: control characters as pictures of themselves, white space as single spaces.

    >>> printable("Giá\t\x1b[31mtăng\x1b[0m\n5%\u202e")
    'Giá ␛[31mtăng␛[0m 5%�'
    """
    return _SPACES.sub(" ", text).translate(_SHOWN)
