"""A pattern as a position automaton: one state for each character class it can read.

Edges are kept as often as the pattern allows them: two edges from one state to another are two ways to match one text.
"""

from __future__ import annotations

import string
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

import regex

from tools.linear.syntax import Assertion, Atomic, Branch, Chars, Look, Node, Repeat, Sequence

# Characters that stand for all others: what separates the classes that patterns speak of.
_SAMPLE = sorted(
    set(string.printable)
    | set("ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ")
    | set("ĂÂĐÊÔƠƯÁÀẢÃẠẾỊỘỢỨ")
    | set("\xa0\u200b\u202e\x80\x85\u2028\ufeff\ufffd“”‘’–—−…•×÷°²³½％€₫´`\u0301\u0323\u031b٣３Ⅳ中яßİ\U00020000")
)
_CASED = {char: "".join({char.lower(), char.upper(), char.casefold()}) for char in _SAMPLE}
_ALL = (1 << len(_SAMPLE)) - 1
# A bounded repeat is unrolled so far: two copies can overlap each other, and a third adds nothing new.
_COPIES = 2


class Guard(NamedTuple):
    """What must hold at a place between two characters for a path to pass it.

    ``ahead`` and ``behind`` are the characters that may stand there; ``sure`` tells that nothing else is asked.
    """

    ahead: int = _ALL
    behind: int = _ALL
    sure: bool = True

    def also(self, other: Guard) -> Guard:
        """Both."""
        return Guard(self.ahead & other.ahead, self.behind & other.behind, self.sure and other.sure)


class Edge(NamedTuple):
    """From a state to ``target`` over one of the ``chars``, if one of ``behind`` was read before."""

    target: int
    chars: int
    behind: int


# Nothing stands before the beginning, and at most a line break behind the end.
_ANCHORS = {
    "^": Guard(behind=0, sure=False),
    r"\A": Guard(behind=0, sure=False),
    "$": Guard(ahead=1 << _SAMPLE.index("\n"), sure=False),
    r"\Z": Guard(ahead=0, sure=False),
}

End = tuple[int, Guard]


class Fragment(NamedTuple):
    """Part of an automaton: where it begins, where it ends, and the ways to read nothing at all."""

    first: list[End]
    last: list[End]
    empty: list[Guard]


@dataclass(slots=True)
class Automaton:
    """All of it.

    ``atomic[q]`` are the atomic groups that state ``q`` stands in; ``last`` are the states a match may end with, and
    ``accepting`` those of them where nothing more is asked.
    """

    chars: list[int] = field(default_factory=list)
    atomic: list[frozenset[int]] = field(default_factory=list)
    edges: list[list[Edge]] = field(default_factory=list)
    last: set[int] = field(default_factory=set)
    accepting: set[int] = field(default_factory=set)

    def state(self, chars: int, atomic: frozenset[int]) -> int:
        """A new state."""
        self.chars.append(chars)
        self.atomic.append(atomic)
        self.edges.append([])
        return len(self.chars) - 1

    def join(self, ends: Iterable[End], starts: Iterable[End]) -> None:
        """An edge from each of the one to each of the other."""
        starts = list(starts)
        for source, out in ends:
            edges = self.edges[source]
            for target, guard in starts:
                both = out.also(guard)
                chars = self.chars[target] & both.ahead
                if chars and both.behind & self.chars[source]:
                    edges.append(Edge(target, chars, both.behind))


def build(tree: Node, *, searched: bool) -> Automaton:
    """The automaton of a pattern.

    Args:
        tree: its syntax.
        searched: it is tried anew behind each character, as ``search`` does; state 0 then is what was passed.
    """
    automaton = Automaton()
    builder = _Builder(automaton)
    passed = automaton.state(_ALL, frozenset()) if searched else None
    whole = builder.fragment(tree, frozenset())
    if passed is not None:
        automaton.join([(passed, Guard())], [(passed, Guard()), *whole.first])
    automaton.last = {state for state, _ in whole.last}
    automaton.accepting = {state for state, guard in whole.last if guard.sure}
    return automaton


class _Builder:
    def __init__(self, automaton: Automaton) -> None:
        self.automaton = automaton
        self.groups = 0

    def fragment(self, node: Node, atomic: frozenset[int]) -> Fragment:
        match node:
            case Chars():
                state = self.automaton.state(read_by(node), atomic)
                return Fragment([(state, Guard())], [(state, Guard())], [])
            case Sequence(items):
                return self.sequence([self.fragment(item, atomic) for item in items])
            case Branch(options):
                parts = [self.fragment(option, atomic) for option in options]
                return Fragment(
                    [end for part in parts for end in part.first],
                    [end for part in parts for end in part.last],
                    _few(guard for part in parts for guard in part.empty),
                )
            case Repeat():
                return self.repeat(node, atomic)
            case Atomic(body):
                self.groups += 1
                inner = self.fragment(body, atomic | {self.groups})
                if isinstance(body, Repeat) and body.most is None and (chars := _one_of(body.body)) is not None:
                    # It takes all it can, so what follows it is something else.
                    stop = Guard(ahead=_ALL & ~chars)
                    return Fragment(
                        inner.first,
                        [(state, guard.also(stop)) for state, guard in inner.last],
                        [guard.also(stop) for guard in inner.empty],
                    )
                return inner
            case Look():
                return self.look(node, atomic)
            case Assertion(source):
                return Fragment([], [], [_ANCHORS.get(source, Guard(sure=False))])

    def sequence(self, parts: list[Fragment]) -> Fragment:
        whole = Fragment([], [], [Guard()])
        for part in parts:
            self.automaton.join(whole.last, part.first)
            whole = Fragment(
                whole.first + [(state, empty.also(guard)) for empty in whole.empty for state, guard in part.first],
                part.last + [(state, guard.also(empty)) for empty in part.empty for state, guard in whole.last],
                _few(one.also(other) for one in whole.empty for other in part.empty),
            )
        return whole

    def repeat(self, node: Repeat, atomic: frozenset[int]) -> Fragment:
        if node.most is None:
            part = self.fragment(node.body, atomic)
            self.automaton.join(part.last, part.first)
            return part if node.least else Fragment(part.first, part.last, _few([Guard(), *part.empty]))
        copies = []
        for number in range(min(node.most, _COPIES)):
            part = self.fragment(node.body, atomic)
            if number >= node.least:
                part = Fragment(part.first, part.last, _few([Guard(), *part.empty]))
            copies.append(part)
        return self.sequence(copies)

    def look(self, node: Look, atomic: frozenset[int]) -> Fragment:
        chars = _edge_of(node.body, first=node.ahead, complete=not node.negative)
        if chars is None:
            seen = Guard(sure=False)
        else:
            allowed = _ALL & ~chars if node.negative else chars
            seen = Guard(ahead=allowed, sure=False) if node.ahead else Guard(behind=allowed, sure=False)
        if not node.ahead or not unbounded(node.body):
            return Fragment([], [], [seen])
        # What it reads ahead leads nowhere, but it is read as often as the engine comes by.
        return Fragment(self.fragment(node.body, atomic).first, [], [seen])


def unbounded(node: Node) -> bool:
    """Whether it can read any number of characters."""
    match node:
        case Repeat(body, _, most):
            return most is None or unbounded(body)
        case Sequence(items) | Branch(items):
            return any(unbounded(item) for item in items)
        case Atomic(body) | Look(body):
            return unbounded(body)
        case _:
            return False


def read_by(node: Chars) -> int:
    """The characters of the sample that a class reads, a bit for each."""
    return _read(node.source, node.ignore_case)


@cache
def witness(chars: int) -> str:
    """A character out of a set of the sample, a plain one if it can be."""
    found = [char for index, char in enumerate(_SAMPLE) if chars >> index & 1]
    return min(found, key=lambda char: (not char.isalnum(), not char.isprintable(), ord(char)))


@cache
def _read(source: str, ignore_case: bool) -> int:
    if len(source) == 1 and source != "." and source not in _CASED:
        # A letter that the sample lacks stands with its like.
        source = "ạ" if unicodedata.category(source).startswith("L") else "…"
    pattern = regex.compile(source, regex.IGNORECASE if ignore_case else 0)
    return sum(1 << index for index, char in enumerate(_SAMPLE) if pattern.match(char))


def _one_of(node: Node) -> int | None:
    """What a node reads that always reads one character; else None."""
    if isinstance(node, Chars):
        return read_by(node)
    if isinstance(node, Branch):
        parts = [_one_of(option) for option in node.options]
        known = [part for part in parts if part is not None]
        return _union(known) if len(known) == len(parts) else None
    return None


def _edge_of(node: Node, *, first: bool, complete: bool) -> int | None:
    """The characters that what is looked at begins (ends) with; None if that says nothing.

    ``complete`` asks for all of them; otherwise for those that suffice by themselves.
    """
    options = node.options if isinstance(node, Branch) else (node,)
    if not complete:
        return _union([chars for option in options if (chars := _one_of(option)) is not None])
    found = []
    for option in options:
        items = option.items if isinstance(option, Sequence) else (option,)
        if not items:
            return None
        chars = _one_of(items[0 if first else -1])
        if chars is None:
            return None
        found.append(chars)
    return _union(found)


def _union(masks: Iterable[int]) -> int:
    whole = 0
    for mask in masks:
        whole |= mask
    return whole


def _few(guards: Iterable[Guard]) -> list[Guard]:
    """Each at most twice: twice is as ambiguous as more."""
    return [guard for guard, times in Counter(guards).items() for _ in range(min(times, 2))]
