"""Reads the source of a pattern into a tree: the part of ``re`` and ``regex`` syntax that the package uses.

What it does not know it refuses, so that no pattern passes unread.
"""

from __future__ import annotations

from dataclasses import dataclass


class UnknownSyntax(ValueError):
    """The pattern holds something that this reader does not know."""


@dataclass(frozen=True, slots=True)
class Chars:
    """One character of a class: ``a``, ``.``, ``\\p{L}``, ``[a-z]``."""

    source: str
    ignore_case: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """One after the other; empty matches nothing at all."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """One of several."""

    options: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """``body`` from ``least`` to ``most`` times; ``most`` is None for any number."""

    body: Node
    least: int
    most: int | None


@dataclass(frozen=True, slots=True)
class Atomic:
    """Once matched, never tried otherwise: ``(?>…)`` and possessive repeats."""

    body: Node


@dataclass(frozen=True, slots=True)
class Look:
    """What must or must not stand before or behind here."""

    body: Node
    ahead: bool
    negative: bool


@dataclass(frozen=True, slots=True)
class Assertion:
    """An anchor, a boundary, a condition on a group: it may fail, whatever was read."""

    source: str


Node = Chars | Sequence | Branch | Repeat | Atomic | Look | Assertion
NOTHING = Sequence(())

_LETTER_CLASSES = "dDwWsSntrfvabABZGKX"
_ZERO_WIDTH = "bBAZGK"


def parse(source: str, *, ignore_case: bool = False) -> Node:
    """The tree of a pattern.

    Args:
        source: as given to ``compile``.
        ignore_case: whether the flag was given with it.

    Raises:
        UnknownSyntax: it holds something that is not known here.
    """
    reader = _Reader(source)
    tree = reader.branch(ignore_case)
    if reader.at < len(source):
        raise reader.unknown()
    return tree


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.groups: dict[str, Node] = {}
        self.number = 0

    def unknown(self) -> UnknownSyntax:
        return UnknownSyntax(f"at {self.at}: {self.source[self.at : self.at + 20]!r}")

    def taken(self, token: str) -> bool:
        """Whether ``token`` stands here; it is passed if so."""
        if not self.source.startswith(token, self.at):
            return False
        self.at += len(token)
        return True

    def until(self, end: str) -> str:
        """What stands before the next ``end``, which is passed too."""
        stop = self.source.find(end, self.at)
        if stop < 0:
            raise self.unknown()
        found, self.at = self.source[self.at : stop], stop + len(end)
        return found

    def branch(self, ignore_case: bool) -> Node:
        options = [self.sequence(ignore_case)]
        while self.taken("|"):
            options.append(self.sequence(ignore_case))
        return options[0] if len(options) == 1 else Branch(tuple(options))

    def sequence(self, ignore_case: bool) -> Node:
        items: list[Node] = []
        while self.at < len(self.source) and self.source[self.at] not in "|)":
            if self.taken("(?i)"):
                ignore_case = True
                continue
            items.append(self.repeated(self.atom(ignore_case)))
        return items[0] if len(items) == 1 else Sequence(tuple(items))

    def repeated(self, body: Node) -> Node:
        while (bounds := self.bounds()) is not None:
            body = Repeat(body, *bounds)
            if self.taken("+"):
                body = Atomic(body)
            else:
                self.taken("?")
        return body

    def bounds(self) -> tuple[int, int | None] | None:
        for token, bounds in (("*", (0, None)), ("+", (1, None)), ("?", (0, 1))):
            if self.taken(token):
                return bounds
        if not self.taken("{"):
            return None
        least, comma, most = self.until("}").partition(",")
        try:
            low = int(least or "0")
            return low, ((int(most) if most else None) if comma else low)
        except ValueError:
            raise self.unknown() from None

    def atom(self, ignore_case: bool) -> Node:
        if self.source.startswith("(", self.at):
            return self.group(ignore_case)
        if self.source.startswith("[", self.at):
            return self.char_class(ignore_case)
        if self.source.startswith("\\", self.at):
            return self.escape(ignore_case)
        char = self.source[self.at]
        self.at += 1
        if char in "^$":
            return Assertion(char)
        if char in "*+?{":
            self.at -= 1
            raise self.unknown()
        return Chars(char, ignore_case)

    def group(self, ignore_case: bool) -> Node:
        if self.taken("(?#"):
            self.until(")")
            return NOTHING
        if self.taken("(?P="):
            return self.again(self.until(")"))
        looks = (("(?<=", False, False), ("(?<!", False, True), ("(?=", True, False), ("(?!", True, True))
        for token, ahead, negative in looks:
            if self.taken(token):
                return Look(self.closed(ignore_case), ahead, negative)
        if self.taken("(?>"):
            return Atomic(self.closed(ignore_case))
        if self.taken("(?("):
            condition = Assertion(f"(?({self.until(')')}))")
            chosen = self.closed(ignore_case)
            options = chosen.options if isinstance(chosen, Branch) else (chosen, NOTHING)
            return Branch(tuple(Sequence((condition, option)) for option in options))
        if self.taken("(?P<") or self.taken("(?<"):
            return self.captured(ignore_case, self.until(">"))
        if self.taken("(?:"):
            return self.closed(ignore_case)
        for token, inner in (("(?i:", True), ("(?-i:", False)):
            if self.taken(token):
                return self.closed(inner)
        if self.source.startswith("(?", self.at):
            raise self.unknown()
        self.at += 1
        return self.captured(ignore_case, None)

    def captured(self, ignore_case: bool, name: str | None) -> Node:
        self.number += 1
        number = str(self.number)
        body = self.closed(ignore_case)
        self.groups[number] = body
        if name is not None:
            self.groups[name] = body
        return body

    def again(self, name: str) -> Node:
        """What a group matched, once more: read as anything that the group could match."""
        if name not in self.groups:
            raise self.unknown()
        return self.groups[name]

    def closed(self, ignore_case: bool) -> Node:
        body = self.branch(ignore_case)
        if not self.taken(")"):
            raise self.unknown()
        return body

    def char_class(self, ignore_case: bool) -> Node:
        start = self.at
        self.at += 1
        self.taken("^")
        self.taken("]")
        while not self.taken("]"):
            if self.at >= len(self.source) or self.source[self.at] == "[":
                raise self.unknown()
            self.at += 2 if self.source[self.at] == "\\" else 1
        return Chars(self.source[start : self.at], ignore_case)

    def escape(self, ignore_case: bool) -> Node:
        start = self.at
        letter = self.source[self.at + 1 : self.at + 2]
        self.at += 2
        if letter in ("p", "P") and self.taken("{"):
            self.until("}")
        elif letter in ("x", "u", "U"):
            self.at += {"x": 2, "u": 4, "U": 8}[letter]
        elif letter.isdigit() and letter != "0":
            return self.again(letter)
        elif letter.isalnum() and letter not in _LETTER_CLASSES:
            self.at -= 2
            raise self.unknown()
        source = self.source[start : self.at]
        return Assertion(source) if letter in _ZERO_WIDTH and letter else Chars(source, ignore_case)
