"""Where one text can be read in several ways, over and over: what a backtracking engine loses its time with.

Two findings (Weideman et al., "Analyzing matching time behavior of backtracking regular expression matchers by using
ambiguity of NFA", 2016):

* exponential: from a state, some text leads back to that state in two ways, as in ``(a+)+``;
* polynomial: some text leads from a state to itself, from there to another, and from that to itself, as in ``a+a+``, or
  as in the search for ``a+b``, which begins anew at each ``a``.

Nothing is lost where what follows cannot fail, nor inside what is atomic, so neither is looked for there. Bounded
repeats count as short.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Sequence as Sequence_
from dataclasses import dataclass
from typing import Literal, TypeVar

from tools.linear.automaton import Automaton, build, unbounded, witness
from tools.linear.syntax import Atomic, Branch, Look, Node, Repeat, Sequence

_Node = TypeVar("_Node", int, tuple[int, int])

Growth = Literal["exponential", "polynomial"]


@dataclass(frozen=True, slots=True)
class Finding:
    """A text that can be repeated to make the pattern slow, and how slow."""

    growth: Growth
    pump: str
    searching: bool = False

    def __str__(self) -> str:
        where = " in searching" if self.searching else ""
        return f"{self.growth}{where} over {self.pump!r}"


def ambiguities(tree: Node, *, searched: bool) -> list[Finding]:
    """What may take more than linear time in a pattern.

    Args:
        tree: its syntax.
        searched: whether it is searched for, rather than tried at one place.
    """
    found = list(_found(build(tree, searched=searched), searched))
    for inner in _committed(tree):
        found.extend(_found(build(inner, searched=False), False))
    return list(dict.fromkeys(found))


def looks_far_behind(tree: Node) -> bool:
    """Whether a lookbehind may run over any number of characters."""
    match tree:
        case Look(body, ahead=False):
            return unbounded(body)
        case Sequence(items) | Branch(items):
            return any(looks_far_behind(item) for item in items)
        case Repeat(body) | Atomic(body) | Look(body):
            return looks_far_behind(body)
        case _:
            return False


def _committed(tree: Node) -> Iterator[Node]:
    """What is matched by itself: inside an atomic group, or one round of a possessive repeat."""
    match tree:
        case Sequence(items) | Branch(items):
            for item in items:
                yield from _committed(item)
        case Atomic(body):
            inner = body.body if isinstance(body, Repeat) else body
            if unbounded(inner):
                yield inner
            yield from _committed(inner)
        case Repeat(body) | Look(body):
            yield from _committed(body)
        case _:
            pass


def _found(automaton: Automaton, searched: bool) -> Iterator[Finding]:
    loops = loops_of(automaton)
    risky = [loop for loop in loops if not loop & automaton.accepting]
    for loop in risky:
        if (pump := _twice(automaton, loop)) is not None:
            yield Finding("exponential", pump)
    for second in risky:
        leads = _leading_to(automaton, second)
        for first in loops:
            if (
                first is not second
                and first & leads
                and (pump := _between(automaton, first, second, leads)) is not None
            ):
                yield Finding("polynomial", pump, searched and 0 in first)


def loops_of(automaton: Automaton) -> list[frozenset[int]]:
    """The sets of states that lead to each other and back."""
    follow = {state: [edge.target for edge in edges] for state, edges in enumerate(automaton.edges)}
    return _cycles(follow)


def _cycles(follow: Mapping[_Node, Sequence_[_Node]]) -> list[frozenset[_Node]]:
    """The sets of nodes of a graph that lead to each other and back (Tarjan, without recursion)."""
    order: dict[_Node, int] = {}
    low: dict[_Node, int] = {}
    stack: list[_Node] = []
    on_stack: set[_Node] = set()
    cycles: list[frozenset[_Node]] = []
    for root in follow:
        if root in order:
            continue
        work = [(root, iter(follow[root]))]
        order[root] = low[root] = len(order)
        stack.append(root)
        on_stack.add(root)
        while work:
            node, targets = work[-1]
            for target in targets:
                if target not in order:
                    order[target] = low[target] = len(order)
                    stack.append(target)
                    on_stack.add(target)
                    work.append((target, iter(follow[target])))
                    break
                if target in on_stack:
                    low[node] = min(low[node], order[target])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == order[node]:
                    members = set()
                    while node not in members:
                        member = stack.pop()
                        on_stack.discard(member)
                        members.add(member)
                    if len(members) > 1 or node in follow[node]:
                        cycles.append(frozenset(members))
    return cycles


def _leading_to(automaton: Automaton, loop: frozenset[int]) -> set[int]:
    sources: dict[int, set[int]] = {}
    for state, edges in enumerate(automaton.edges):
        for edge in edges:
            sources.setdefault(edge.target, set()).add(state)
    reached, work = set(loop), list(loop)
    while work:
        for source in sources.get(work.pop(), ()):
            if source not in reached:
                reached.add(source)
                work.append(source)
    return reached


def _parted(automaton: Automaton, state: int, one: int, other: int) -> bool:
    """Whether an engine may go either way from ``state``: not where both ways stay in, or enter, one atomic group."""
    here, left, right = automaton.atomic[state], automaton.atomic[one], automaton.atomic[other]
    if left & right - here:
        return False
    return not here & (left | right)


def _twice(automaton: Automaton, loop: frozenset[int]) -> str | None:
    """A text that leads from a state of the loop back to it in two ways."""
    for start in loop:
        if len(loop) == 1 and sum(edge.target == start for edge in automaton.edges[start]) < 2:
            continue
        todo = [(start, start, False, automaton.chars[start], "")]
        seen = {todo[0][:4]}
        while todo:
            a, b, parted, before, text = todo.pop()
            for i, one in enumerate(automaton.edges[a]):
                if one.target not in loop or not one.behind & before:
                    continue
                for j, other in enumerate(automaton.edges[b]):
                    chars = one.chars & other.chars
                    if other.target not in loop or not chars or not other.behind & before:
                        continue
                    now = parted or a != b
                    if not now and i != j:
                        if not _parted(automaton, a, one.target, other.target):
                            continue
                        now = True
                    read = text + witness(chars)
                    if now and one.target == other.target == start:
                        return read
                    if not now and one.target < start:
                        continue
                    state = (one.target, other.target, now, chars)
                    if state not in seen:
                        seen.add(state)
                        todo.append((*state, read))
    return None


def _between(automaton: Automaton, first: frozenset[int], second: frozenset[int], leads: set[int]) -> str | None:
    """A text that stays in the first loop, leads from there to the second, and stays in that."""
    together = {
        (a, b): [
            (one.target, other.target)
            for one in automaton.edges[a]
            if one.target in first
            for other in automaton.edges[b]
            if other.target in second and one.chars & other.chars
        ]
        for a in first & leads
        for b in second
        if automaton.chars[a] & automaton.chars[b]
    }
    together = {pair: [to for to in follow if to in together] for pair, follow in together.items()}
    # What holds of one pair of a cycle holds of all.
    for cycle in _cycles(together):
        if (pump := _from_one_to_the_other(automaton, cycle, leads)) is not None:
            return pump
    return None


def _from_one_to_the_other(automaton: Automaton, cycle: frozenset[tuple[int, int]], leads: set[int]) -> str | None:
    p, q = min(cycle)
    todo = [(p, p, q, automaton.chars[p] & automaton.chars[q], "")]
    seen = {todo[0][:4]}
    while todo:
        a, m, b, before, text = todo.pop()
        for one in automaton.edges[a]:
            if not one.behind & before:
                continue
            for other in automaton.edges[b]:
                shared = one.chars & other.chars
                if not shared or (one.target, other.target) not in cycle or not other.behind & before:
                    continue
                for way in automaton.edges[m]:
                    read = shared & way.chars
                    if not read or way.target not in leads or not way.behind & before:
                        continue
                    if a == m and one.target != way.target and not _parted(automaton, a, one.target, way.target):
                        continue
                    if (one.target, way.target, other.target) == (p, q, q):
                        return text + witness(read)
                    state = (one.target, way.target, other.target, read)
                    if state not in seen:
                        seen.add(state)
                        todo.append((*state, text + witness(read)))
    return None
