r"""Letters for patterns of the standard engine, which knows no ``\p{L}``.

The standard engine starts faster at a place and looks no further than it must; the richer one first looks ahead for
what a whole pattern needs, as far as the text goes. Patterns that are tried at many places are written for the former.
"""

from __future__ import annotations

LETTER = r"[^\W\d_]"
"""Any letter."""

CAPITALS = "A-ZÀ-ÖØ-ÞĂĐĨŨƠƯΑ-ΩЁА-Я" + "".join(map(chr, range(0x1EA0, 0x1EFA, 2)))
"""Capitals of Vietnamese and of European languages, for use inside brackets."""

SMALL = "a-zß-öø-ÿăđĩũơưα-ωёа-я" + "".join(map(chr, range(0x1EA1, 0x1EFB, 2)))
"""Their small letters, for use inside brackets."""
