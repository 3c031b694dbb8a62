r"""Patterns, compiled when they are first used, by the standard engine where it can say the same.

They are written for the richer engine: ``\p{L}`` for a letter, lookbehind of any length, groups of one name. It takes
several times as long to compile a pattern, though, and looks ahead through the text for what a pattern needs before it
tries it, which is dear where a pattern is tried at one place. So whatever has a plain equivalent is given to the
standard engine, and nothing is compiled that a run does not use.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from typing import Any, cast

# All that both engines' patterns have.
_METHODS = (
    "match", "search", "fullmatch", "finditer", "findall", "sub", "subn", "split",
    "pattern", "flags", "groups", "groupindex",
)  # fmt: skip
# Numerals of other shapes ("m²") count as word characters of the standard engine, and are no letters.
_NO_LETTER = r"\W\d_²³¹¼½¾"
_LETTERS = {r"\p{L}": f"[^{_NO_LETTER}]"}
# Inside brackets: what of them can be listed. Vietnamese and western letters come composed.
_LISTED = {r"\p{M}": "\u0300-\u036f", r"\p{N}": r"\d²³¹¼½¾"}
_CAPITALS = "A-ZÀ-ÖØ-ÞĂĐĨŨƠƯΑ-ΩЁА-Я" + "".join(map(chr, range(0x1EA0, 0x1EFA, 2)))
_SMALL = "a-zß-öø-ÿăđĩũơưα-ωёа-я" + "".join(map(chr, range(0x1EA1, 0x1EFB, 2)))
_LISTED |= {r"\p{Lu}": _CAPITALS, r"\p{Ll}": _SMALL}
_GROUP = re.compile(r"\(\?P(?:<(\w+)>|=(\w+)\))|\(\?\((\w+)\)")
# What is looked at: an escape, or the beginning of a set. All else stays as it is.
_FRONT = re.compile(r"\(\?<!(\\p\{L\}|\[(?:[^\]\\]|\\.)+\])\)([^\W\d_])(?![?*+{])")
_TOKEN = re.compile(r"\\p\{\w+\}|\\.|\[\^?\]?", re.DOTALL)
_MEMBER = re.compile(r"\\p\{\w+\}|\\.|[^\]]", re.DOTALL)
# Possessive repeats around what backtracks were mended in this release.
_STANDARD = sys.version_info >= (3, 11, 5)


class _Unsaid(Exception):
    """The standard engine has no equivalent."""


def standard(pattern: str) -> str:
    r"""A pattern of the richer engine in the words of the standard one.

    Raises:
        _Unsaid: there is no equivalent.

    >>> print(standard(r"(?<!\p{L})số [\p{L}.]++"))
    s(?<![^\W\d_²³¹¼½¾]s)ố (?:[^\W\d_²³¹¼½¾]|[.])++
    """
    # A letter first, which the engine scans for, and then what must not stand before it.
    if (front := _FRONT.match(pattern)) is not None:
        pattern = f"{front[2]}(?<!{front[1]}{front[2]}){pattern[front.end() :]}"
    if r"\p" not in pattern:
        return pattern
    out: list[str] = []
    at = 0
    while (token := _TOKEN.search(pattern, at)) is not None:
        out.append(pattern[at : token.start()])
        piece, at = token.group(), token.end()
        if piece[0] == "[":
            at, piece = _set(pattern, at, piece)
        elif piece.startswith(r"\p"):
            piece = _LETTERS.get(piece) or f"[{_listed(piece)}]"
        out.append(piece)
    return "".join(out) + pattern[at:]


def _listed(escape: str) -> str:
    if escape not in _LISTED:
        raise _Unsaid(escape)
    return _LISTED[escape]


def _set(pattern: str, at: int, opening: str) -> tuple[int, str]:
    """A set in brackets whose members begin at ``at``: where it ends, and its equivalent."""
    members = [opening[2:] if opening.startswith("[^") else opening[1:]]
    letters = False
    while pattern[at] != "]":
        member = _MEMBER.match(pattern, at)
        assert member is not None
        piece = member.group()
        at = member.end()
        if piece == r"\p{L}":
            letters = True
        else:
            members.append(_listed(piece) if piece.startswith("\\p") else piece)
    rest = "".join(members)
    negated = opening.startswith("[^")
    if not letters:
        return at + 1, f"[^{rest}]" if negated else f"[{rest}]"
    if negated and not rest:
        return at + 1, f"[{_NO_LETTER}]"
    if negated:
        return at + 1, rf"(?:(?!{_LETTERS[chr(92) + 'p{L}']})[^{rest}])"
    if rest in (r"\d", r"\d²³¹¼½¾"):
        return at + 1, r"[^\W_]" if len(rest) > 2 else r"[^\W_²³¹¼½¾]"
    return at + 1, f"(?:{_LETTERS[chr(92) + 'p{L}']}|[{rest}])" if rest else _LETTERS[r"\p{L}"]


class _Ready:
    """Has the methods of a compiled pattern; they are found far faster where no ``__getattr__`` may be asked."""

    __slots__ = ("_source", *_METHODS)


class _Lazy(_Ready):
    """Stands for a compiled pattern; its methods are those of the pattern from the first use on."""

    __slots__ = ()

    def __init__(self, pattern: str, flags: int, exact: bool) -> None:
        self._source = pattern, flags, exact

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        made = compile_now(*self._source)
        for method in _METHODS:
            setattr(self, method, getattr(made, method))
        object.__setattr__(self, "__class__", _Ready)
        return getattr(made, name)


def compile_now(pattern: str, flags: int = 0, exact: bool = False) -> re.Pattern[str]:
    """The pattern, compiled by the standard engine if that can say it, else by the richer one."""
    if _STANDARD and not exact:
        try:
            return re.compile(standard(pattern), re.IGNORECASE if flags else 0)
        except (_Unsaid, re.error):
            pass
    # Loaded only where it is needed: that takes as long as twenty patterns.
    import regex

    return cast("re.Pattern[str]", regex.compile(pattern, flags))


def compiled(pattern: str, flags: int = 0, *, exact: bool = False) -> re.Pattern[str]:
    r"""A pattern, compiled when it is first used.

    Args:
        pattern: as the richer engine writes it.
        flags: 0 or ``re.IGNORECASE``.
        exact: ``\p{M}`` and its like stand for all there are, not for those that are listed for the standard engine.

    >>> compiled(r"(?<!\p{L})số (\d+)").search("tổng số 12")[1]
    '12'
    """
    return cast("re.Pattern[str]", _Lazy(pattern, flags, exact))


def escaped(words: str) -> str:
    """A pattern for the words themselves, with their spaces as they are.

    >>> escaped("có hiệu lực"), escaped("H.")
    ('có hiệu lực', 'H\\\\.')
    """
    return re.escape(words).replace(r"\ ", " ")


def behind(*pieces: str) -> str:
    """A pattern that holds right behind any of the pieces; the standard engine looks back over one length at a time.

    >>> behind("các ", "những ")
    '(?:(?<=các )|(?<=những ))'
    """
    return f"(?:{'|'.join(f'(?<={piece})' for piece in pieces)})"


def told_apart(pattern: str) -> str:
    r"""A pattern whose groups of one name are numbered, for the standard engine takes each name once.

    What refers to such a group refers to the nearest before it. :func:`groups` gives them back under their names.

    >>> told_apart(r"(?P<day>\d+)/(?P<month>\d+)|tháng (?P<month>\d+)")
    '(?P<day>\\d+)/(?P<month>\\d+)|tháng (?P<month__2>\\d+)'
    """
    count: Counter[str] = Counter()

    def numbered(group: re.Match[str]) -> str:
        name = group[1] or group[2] or group[3]
        count[name] += group[1] is not None
        return group[0] if count[name] < 2 else group[0].replace(name, f"{name}__{count[name]}")

    return _GROUP.sub(numbered, pattern)


def groups(match: re.Match[str]) -> dict[str, str]:
    r"""The named groups that took part in a match, those that were told apart under their common name.

    >>> groups(compiled(told_apart(r"năm (?P<year>\d+)|(?P<year>\d+)(?P<mark>,)?")).match("2015"))
    {'year': '2015'}
    """
    return {name.partition("__")[0]: text for name, text in match.groupdict().items() if text is not None}
