"""Runs a pattern over hostile text, made from the pattern itself, and times how it grows."""

from __future__ import annotations

import gc
import time
from collections import deque
from collections.abc import Iterator
from typing import Any

from tools.linear.ambiguity import loops_of
from tools.linear.automaton import Automaton, build, witness
from tools.linear.collect import Collected
from tools.linear.syntax import Node

SMALL, FACTOR = 2_000, 8
# Eight times the text, at most so many times the time: far from the 64 of a square, with room for a busy machine.
LIMIT = 24.0
_FLOOR = 0.0005
_TRIES = 3
# What every pattern is held against: numbers, separators, slashes, brackets and cue words without end.
COMMON = (
    "7", "1.", "1,", "1.234.", "1 234 ", "1/2/", "12-", "((", "))", "(1", "5% ", " ", "\n", " \u200b", "!", "…", '"',
    "<a ", "&#1;", "a", "Đ", "ấ ", "A B ", "và ", ", ", "số ", "năm 2018, ", "1, 2, ", "trong đó ", "so với ", "hơn ",
    "Quyết định số 1/QĐ-UBND, ", "của ", "lần lượt ",
)  # fmt: skip


def hostile(tree: Node, *, searched: bool) -> Iterator[tuple[str, str, str]]:
    """For each loop of a pattern, a text that leads into it, one that stays in it, and one to end with.

    It ends with a match, for the engine does not even begin where a word that it needs is missing. The common texts
    follow.
    """
    automaton = build(tree, searched=searched)
    starts = [0] if searched else list(range(len(automaton.chars)))
    tail = "\x00" + _path(automaton, starts, automaton.last)
    for loop in loops_of(automaton):
        if searched and 0 in loop:
            continue
        head = _path(automaton, starts, loop)
        inside = min(loop)
        around = _path(
            automaton, [edge.target for edge in automaton.edges[inside] if edge.target in loop], {inside}, loop
        )
        yield head, around or witness(automaton.chars[inside]), tail
    for unit in COMMON:
        yield "", unit, tail


def growth(pattern: Any, text: tuple[str, str, str], *, searched: bool, length: int = SMALL) -> float:
    """How many times longer a text that is eight times as long takes, at best of some tries."""
    best = float("inf")
    for _ in range(_TRIES):
        small = _seconds(pattern, text, length, searched)
        large = _seconds(pattern, text, length * FACTOR, searched)
        best = min(best, large / max(small, _FLOOR))
        if best <= LIMIT:
            break
    return best


def slow(collected: Collected, tree: Node) -> list[str]:
    """The texts over which a pattern takes more than linear time, each with how it grew."""
    pattern = collected.compiled()
    found = []
    for text in dict.fromkeys(hostile(tree, searched=collected.searched)):
        grew = growth(pattern, text, searched=collected.searched)
        if grew > LIMIT:
            found.append(f"{FACTOR} times {text[1]!r} behind {text[0]!r} take {grew:.0f} times as long")
    return found


def _seconds(pattern: Any, parts: tuple[str, str, str], length: int, searched: bool) -> float:
    head, unit, tail = parts
    text = head + unit * (length // len(unit)) + tail
    gc.disable()
    try:
        start = time.process_time()
        if searched:
            deque(pattern.finditer(text), maxlen=0)
        else:
            pattern.match(text)
        return time.process_time() - start
    finally:
        gc.enable()


def _path(
    automaton: Automaton, starts: list[int], goal: set[int] | frozenset[int], within: frozenset[int] | None = None
) -> str:
    """A shortest text that is read on the way from one of the states to one of the goal, that one's character too."""
    seen = set(starts)
    todo = deque((state, witness(automaton.chars[state])) for state in starts)
    while todo:
        state, text = todo.popleft()
        if state in goal:
            return text
        for edge in automaton.edges[state]:
            if edge.target not in seen and (within is None or edge.target in within):
                seen.add(edge.target)
                todo.append((edge.target, text + witness(edge.chars)))
    return ""
