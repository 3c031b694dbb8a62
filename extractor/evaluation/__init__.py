"""How well extraction does: scores against annotated articles, and floors they must not fall below."""

from extractor.evaluation.facts import AnnotationError
from extractor.evaluation.gate import (
    FloorsError,
    Shortfall,
    Together,
    raised,
    read_floors,
    shortfalls,
    without_planted,
    write_floors,
)
from extractor.evaluation.run import Evaluation, evaluate
from extractor.evaluation.scores import Accuracy, Difference, Scores, Tally
from extractor.evaluation.table import lines

__all__ = [
    "Accuracy",
    "AnnotationError",
    "Difference",
    "Evaluation",
    "FloorsError",
    "Scores",
    "Shortfall",
    "Tally",
    "Together",
    "evaluate",
    "lines",
    "raised",
    "read_floors",
    "shortfalls",
    "without_planted",
    "write_floors",
]
