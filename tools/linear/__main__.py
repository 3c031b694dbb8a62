"""Names the patterns that may take more than linear time; fails if there are any.

python -m tools.linear [--measure]
"""

from __future__ import annotations

import argparse
import sys

import regex

from tools.linear.ambiguity import ambiguities, looks_far_behind
from tools.linear.collect import Collected, Seen, collect
from tools.linear.growth import slow
from tools.linear.short import ONCE_IN_A_RUN, SHORT
from tools.linear.syntax import UnknownSyntax, parse
from tools.linear.work import work


def complaints(collected: Collected, *, measured: bool) -> list[str]:
    """What is wrong with a pattern."""
    try:
        tree = parse(collected.source, ignore_case=collected.ignore_case)
    except UnknownSyntax as error:
        return [f"unknown syntax {error}"]
    if collected.flags & (regex.MULTILINE | regex.VERBOSE):
        return ["a flag that changes what its source means"]
    short = collected.key in SHORT
    excepted = short or collected.key in ONCE_IN_A_RUN
    found = ambiguities(tree, searched=collected.searched)
    wrong = [str(each) for each in found if not (excepted and each.searching)]
    if excepted and not any(each.searching for each in found):
        wrong.append("needs no exception in short.py")
    if looks_far_behind(tree):
        wrong.append("a lookbehind without bound")
    if measured and not wrong and not short:
        wrong += slow(collected, tree)
    return wrong


def report(seen: Seen, *, measured: bool) -> int:
    """Prints what is wrong; how many patterns and places are."""
    bad = 0
    for place in seen.unseen:
        bad += 1
        print(f"{place}: builds a pattern that nothing came by; let work.py come by it")
    for key in sorted((SHORT | ONCE_IN_A_RUN).keys() - {each.key for each in seen.patterns}):
        bad += 1
        print(f"{key}: named in short.py, but there is none")
    for each in seen.patterns:
        wrong = complaints(each, measured=measured)
        bad += bool(wrong)
        for line in wrong:
            print(f"{each.place}: {line}\n    {each.source[:200]}")
    return bad


def main() -> None:
    """Collects, checks, prints."""
    parser = argparse.ArgumentParser(prog="python -m tools.linear", description=__doc__.partition("\n")[0])
    parser.add_argument("--measure", action="store_true", help="run each over hostile text, too")
    asked = parser.parse_args()
    seen = collect(work)
    bad = report(seen, measured=asked.measure)
    print(f"{len(seen.patterns)} patterns, {bad} that may not be linear")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
