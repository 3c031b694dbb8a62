"""Scores as a table for a terminal or for Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.evaluation.scores import Scores


def lines(scores: Scores) -> Iterator[str]:
    """One line a measure, aligned."""
    for name, tally in sorted(scores.tallies.items()):
        yield (
            f"{name:22s} P {_number(tally.precision)}  R {_number(tally.recall)}  F1 {_number(tally.f1)}"
            f"   tp {tally.tp} fp {tally.fp} fn {tally.fn}"
        )
    for name, held in scores.accuracies.items():
        yield f"{name:22s} accuracy {_number(held.accuracy)}  of {held.n}"


def _number(value: float | None) -> str:
    return "  -  " if value is None else f"{value:.3f}"
