"""Figures of an article: numerals that state a quantity, with unit, concept, modifier and interval.

Which reading wins where several compete is written down in :mod:`extractor.patterns.policy`; what is done here
follows that order.
"""

from __future__ import annotations

from bisect import bisect_left

from extractor.article import View
from extractor.lexicon.patterns import compiled
from extractor.lexicon.words import any_of
from extractor.patterns.figures.concepts import Concepts
from extractor.patterns.figures.context import Context
from extractor.patterns.figures.folds import find_and_a_half, find_folds, find_halves, fold_start, is_fraction
from extractor.patterns.figures.modifiers import modifier_after, modifier_before
from extractor.patterns.figures.precision import interval_of, printed_ulp
from extractor.patterns.figures.ranges import read_list, read_range
from extractor.patterns.figures.ratios import read_ratio
from extractor.patterns.figures.scan import Scan
from extractor.patterns.figures.singles import read_single
from extractor.patterns.found import FoundDocument, FoundFigure
from extractor.patterns.trace import Trace
from extractor.tokens.numerals import find_numerals, habit_of

# The letter before is looked at last: what begins with a bracket is found fast.
_ACRONYM = compiled(r" \((?<=\p{Ll} \()(\p{Lu}[\p{Lu}&]{1,7})\)")
# "chiếm 97% trên 105 đại biểu"
_OUT_OF = compiled(rf" {any_of('figure_words', 'over')} ")
# "từ 50% phiếu tín nhiệm thấp trở lên": the words between say of what.
_OR_MORE = compiled(r"(?: [^\s\d.,;:()]++){1,8}? trở (?:(?P<more>lên)|xuống)(?!\p{L})")


def find_figures(view: View, documents: list[FoundDocument], trace: Trace | None = None) -> list[FoundFigure]:
    """The figures of an article, in text order, without overlaps.

    Args:
        view: the article's view.
        documents: its documents, whose numbers are no figures.
        trace: where to note the numbers that are set aside, and why.
    """
    text = view.text
    habit = habit_of(text)
    ctx = Context(view, text, view.lower, find_numerals(text, habit, view.lower), habit)
    ctx.acronyms = frozenset(_ACRONYM.findall(text))
    scan = Scan(ctx, documents, trace)
    _read(scan)
    in_words = [*find_folds(scan), *find_halves(scan), *find_and_a_half(scan)]
    if in_words:
        # Of a unit in quotes it may be a word: 2 "gấp rưỡi".
        starts = [figure.start for figure in scan.found]
        before = (scan.found[at - 1] if (at := bisect_left(starts, f.start)) else None for f in in_words)
        scan.found += [f for f, other in zip(in_words, before, strict=True) if other is None or other.end <= f.start]
        scan.found.sort(key=lambda f: f.start)
    _finish(scan)
    return scan.found


def _read(scan: Scan) -> None:
    """Gives each number to the first rule that wants it."""
    numerals = scan.ctx.numerals
    i = 0
    while i < len(numerals):
        numeral = numerals[i]
        if scan.found and numeral.start < scan.found[-1].end:
            # The word is of the unit before: "1.200 lượt/năm".
            i += 1
            continue
        if is_fraction(scan, i):
            # "ba phần tư": no figure of its own.
            fraction_end = numeral.end + len(" phần ")
            i += scan.aside("fraction", numeral)
            while i < len(numerals) and numerals[i].start <= fraction_end:
                i += scan.aside("fraction", numerals[i])
            continue
        why = scan.no_number(numeral)
        if why is not None:
            i += scan.aside(why, numeral)
            continue
        step = read_ratio(scan, i) or read_range(scan, i) or read_list(scan, i) or read_single(scan, i)
        i += step or 1


def _finish(scan: Scan) -> None:
    """Gives each figure its modifier, concept and interval, once all of them are known."""
    ctx = scan.ctx
    concepts = Concepts(ctx, scan.found, scan.ends_phrase)
    previous: FoundFigure | None = None
    for figure in scan.found:
        start = fold_start(ctx.lower, figure.start) if figure.kind == "multiple" else figure.start
        before = modifier_before(ctx.lower, start, figure.end)
        begin = figure.start
        if before is not None and not (
            previous is not None
            and (figure.unit is None or previous.unit is None or figure.kind == previous.kind)
            and _OUT_OF.fullmatch(ctx.lower, previous.end, start)
        ):
            begin, figure.modifier = before
        behind = modifier_after(ctx.lower, figure.end)
        if behind is not None:
            figure.modifier = behind
        elif figure.modifier is None and ctx.lower.endswith("từ ", 0, start):
            bound = _OR_MORE.match(ctx.lower, figure.end)
            if bound is not None:
                figure.modifier = "at_least" if bound["more"] else "at_most"
        figure.concept_span = concepts.of(figure, begin, previous)
        if figure.concept_span is not None:
            figure.concept = ctx.view.published(*figure.concept_span)
        if figure.value is not None:
            figure.ulp = printed_ulp(figure.kind, figure.ulp)
            figure.interval = interval_of(figure.value, figure.ulp, figure.modifier)
        elif figure.low is not None and figure.high is not None:
            figure.interval = (figure.low, figure.high)
        previous = figure
