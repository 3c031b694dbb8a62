"""The outcome of a mutation run as a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from extractor.evaluation.mutation.run import Mutation
from extractor.evaluation.mutation.tally import Detection


def lines(done: Mutation) -> Iterator[str]:
    """One line a count, aligned."""
    yield f"{'':22s} planted  found         named         restored"
    for name, held in done.tallies.rows():
        shares = "  ".join(f"{n:5d} {_share(n, of)}" for n, of in _counts(held))
        yield f"{name:22s} {held.planted:7d}  {shares}"
    if done.unread:
        yield f"{done.unread} claims that hold were left out: a figure of theirs is not read"


def as_json(done: Mutation) -> dict[str, Any]:
    """The counts by name, ready for JSON."""
    return {
        "unread": done.unread,
        "planted": {name: asdict(d) for name, d in done.tallies.rows()},
    }


def _counts(held: Detection) -> tuple[tuple[int, int], ...]:
    return (held.found, held.planted), (held.named, held.found), (held.restored, held.found)


def _share(part: int, whole: int) -> str:
    return f"({part / whole:.3f})" if whole else "(  -  )"
