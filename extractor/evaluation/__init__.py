"""How well extraction does: scores against annotated articles, and floors they must not fall below."""

from extractor.evaluation.facts import AnnotationError
from extractor.evaluation.gate import FloorsError, Shortfall, raised, read_floors, shortfalls, write_floors
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
    "evaluate",
    "lines",
    "raised",
    "read_floors",
    "shortfalls",
    "write_floors",
]
