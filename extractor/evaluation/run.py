"""Extracts every article of an annotated folder and scores the result."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from extractor.article import Article
from extractor.evaluation.facts import AnnotationError, annotated, extracted
from extractor.evaluation.scores import Scores
from extractor.records import Record


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The scores over a folder, and how long extraction took."""

    scores: Scores
    articles: int
    seconds: float


def annotated_articles(folder: Path) -> Iterator[tuple[Article, dict[str, Any]]]:
    """The articles of ``folder/articles`` that have an annotation in ``folder/annotations``, by name.

    Raises:
        AnnotationError: there is none, or one cannot be read.
    """
    paths = sorted((folder / "annotations").glob("*.json"))
    if not paths:
        raise AnnotationError(f"{folder}: no annotations/*.json there")
    for path in paths:
        source = folder / "articles" / f"{path.stem}.txt"
        try:
            annotation = json.loads(path.read_text(encoding="utf-8"))
            text = source.read_text(encoding="utf-8")
        except (OSError, ValueError) as error:
            raise AnnotationError(f"{path}: {error}") from error
        if not isinstance(annotation, dict):
            raise AnnotationError(f"{path}: not a JSON object")
        yield Article(id=path.stem, text=text, source=str(source)), annotation


def evaluate(folder: Path, extract: Callable[[Article], Record]) -> Evaluation:
    """Scores ``extract`` on an annotated folder.

    Raises:
        AnnotationError: the folder or one of its annotations is not right.
    """
    scores = Scores()
    articles, seconds = 0, 0.0
    for article, annotation in annotated_articles(folder):
        try:
            gold = annotated(annotation, article.text)
        except AnnotationError as error:
            raise AnnotationError(f"{folder / 'annotations' / article.id}.json: {error}") from error
        if not articles:
            extract(article)  # what is loaded once is not measured
        started = perf_counter()
        record = extract(article)
        seconds += perf_counter() - started
        articles += 1
        scores.add(article.id, gold, extracted(record))
    return Evaluation(scores, articles, seconds)
