"""What a figure is said of: its base, its period and its place, and the subject that is its own.

Everything is added to the figures in place, for they are still on their way to the record; what was read as a
figure, its kind, value, unit and span, is never touched.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from extractor.article import View
from extractor.patterns.found import FoundDocument, FoundFigure
from extractor.patterns.scope.bases import assign_bases
from extractor.patterns.scope.distribution import distribute
from extractor.patterns.scope.moments import find_moments, published_day
from extractor.patterns.scope.periods import Periods
from extractor.patterns.scope.places import Places, find_places
from extractor.tokens.anchors import digit_runs
from extractor.tokens.sentences import split_sentences


def add_scope(
    view: View,
    figures: Sequence[FoundFigure],
    documents: Sequence[FoundDocument],
    published: str | None,
    title: str | None = None,
) -> None:
    """Fills ``base``, ``period`` and ``place`` of the figures, and the concepts of those that are shared out.

    Args:
        view: the article's view.
        figures: its figures, in text order; they are changed in place.
        documents: its documents: a date in a citation is no period.
        published: the ISO date of the article, against which relative times are read.
        title: its title, where it is not part of the text.
    """
    if not figures:
        return
    text, lower = view.text, view.lower
    distribute(view, figures)
    sentences = split_sentences(text)
    starts = [sentence.start for sentence in sentences]
    bases, based = assign_bases(text, lower, figures, sentences, documents)
    cited = [(document.start, document.end) for document in documents]
    moments = find_moments(lower, published_day(published), digit_runs(text), cited)
    periods = Periods(lower, moments, sentences, figures, based, cited)
    places = Places(text, title, find_places(text, lower), sentences)
    for i, figure in enumerate(figures):
        number = bisect_right(starts, figure.start, 1) - 1
        figure.period = periods.of(figure, number)
        figure.place = places.of(figure, number)
        if i in bases:
            figure.base = view.published(*bases[i])


__all__ = ["add_scope"]
