"""Figures shared out over subjects: "lúa, ngô và sắn lần lượt đạt 95%, 110% và 138%".

Behind "lần lượt", "tương ứng" as many figures as subjects are enumerated before take one subject each, in
order. Behind "trong đó", "gồm" each figure takes the label right before it: "trong đó nam 120, nữ 80".
Where the numbers of the two differ, nothing is shared out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from extractor.article import View
from extractor.lexicon.finder import Finder
from extractor.lexicon.patterns import compiled
from extractor.lexicon.words import one_of, spelled
from extractor.patterns.figures.subjects import names_amount
from extractor.patterns.found import FoundFigure
from extractor.tokens.anchors import matches_at

_CUE = compiled(one_of("distribution_words", "cue"))
_PARTS = compiled(one_of("distribution_words", "parts"))
_CUE_WORDS: Finder[None] = Finder((word, None) for word in spelled("distribution_words", "cue"))
_PARTS_WORDS: Finder[None] = Finder((word, None) for word in spelled("distribution_words", "parts"))
_VERB_END = compiled(rf"(?:{one_of('distribution_words', 'verb')} ?)$")
_VERBS_BEHIND = compiled(rf" (?:(?:{one_of('distribution_words', 'verb')}|:) )*+(?:\p{{L}}+ )?")
_LEAD = compiled(rf"(?:{one_of('distribution_words', 'lead')},? )++")
_TAIL = compiled(rf" {one_of('distribution_words', 'tail')}")
_PREDICATE = compiled(rf" {one_of('distribution_words', 'verb')} ")
_LINK = compiled(r"(?:,|;| và|, và| hay| hoặc) (?:(?:hơn|gần|khoảng|trên|dưới|xấp xỉ|mức|là|đạt) )*+")
_SPLIT = compiled(r", (?:và )?| và ")
_CLAUSE = compiled(r"[.;:\n()\"]|,(?= (?:trong khi|theo đó|tuy nhiên|nhưng|còn))")
_NAME_ITEM = compiled(r"(?:[\p{L}\d&./-]++ ){0,5}[\p{L}\d&./-]++")
_LABEL = compiled(
    r"(?:[:,;]|,? và)?+ ?(?:(?:và|thì|là|có|gồm|trong đó|còn|riêng) )*+(?P<label>\p{L}[\p{L}\d/&-]*+(?: [\p{L}/&-]++){0,6})(?: ?:| là| đạt| có)? (?:(?:hơn|gần|khoảng|trên) )?"
)
# "12 mẫu của 7 doanh nghiệp"
_LEADING = spelled("concept_stops", "leading")
_BASE = compiled(one_of("base_words", "direct"))
_REACH = 160
_MOST = 12


def distribute(view: View, figures: Sequence[FoundFigure]) -> None:
    """Gives figures that are shared out over subjects their own concepts, in place."""
    starts = [figure.start for figure in figures]
    for cue in matches_at(_CUE, view.lower, _CUE_WORDS.starts(view.lower)):
        i = bisect_left(starts, cue.end())
        group = _group(view.lower, figures, i, cue.end())
        if len(group) < 2 or any(_has_own(f) for f in group[:-1]):
            continue
        # "lần lượt 12, 15 và 20 hộ nghèo": what is counted stands behind the last, for all of them.
        last_own = _has_own(group[-1])
        if last_own and group[-1].kind == "percent":
            continue
        subjects = _subjects(view.text, view.lower, cue.start(), len(group), starts)
        if subjects is not None:
            for figure, span in zip(group[: -1 if last_own else None], subjects, strict=False):
                figure.concept_span = span
                figure.concept = view.published(*span)
    for cue in matches_at(_PARTS, view.lower, _PARTS_WORDS.starts(view.lower)):
        _label(view, figures, bisect_left(starts, cue.end()), cue.end())


def _has_own(figure: FoundFigure) -> bool:
    """Whether the concept stands behind the figure, as the rest of its own noun phrase and not as its base."""
    if figure.concept_span is None or figure.concept_span[0] < figure.end:
        return False
    return figure.kind != "percent" or _BASE.match((figure.concept or "").lower()) is None


def _group(lower: str, figures: Sequence[FoundFigure], first: int, at: int) -> list[FoundFigure]:
    """The figures that follow the cue, joined as a list."""
    if first >= len(figures) or figures[first].start - at > 40:
        return []
    if _VERBS_BEHIND.fullmatch(lower, at, figures[first].start) is None:
        return []
    group = [figures[first]]
    for figure in figures[first + 1 : first + _MOST]:
        if _LINK.fullmatch(lower, group[-1].end, figure.start) is None:
            break
        group.append(figure)
    return group


def _subjects(text: str, lower: str, end: int, count: int, starts: Sequence[int]) -> list[tuple[int, int]] | None:
    """Spans of the ``count`` subjects enumerated before ``end``, None if there are not as many."""
    low = max(0, end - _REACH)
    clause = low
    for mark in _CLAUSE.finditer(text, low, end):
        clause = mark.end()
    end = _without_verbs(lower, clause, end)
    pieces = [m.span() for m in _SPLIT.finditer(lower, clause, end)]
    bounds: list[tuple[int, int]] = []
    at = end
    for start, stop in reversed(pieces):
        if len(bounds) == count - 1:
            break
        # "doanh nghiệp vừa và nhỏ": before the last item only commas separate.
        if bounds and lower[start] != ",":
            if len(bounds) == 1 or count == 2:
                continue
            break
        bounds.append((stop, at))
        at = start
    if len(bounds) != count - 1:
        return None
    comma = lower.rfind(", ", clause, at)
    first = comma + 2 if comma >= 0 else clause
    while first < at and lower[first] == " ":
        first += 1
    if comma >= 0 and _is_item(lower, clause, comma):
        start = max(lower.rfind(",", clause, comma) + 1, clause)
        start += len(lower[start:comma]) - len(lower[start:comma].lstrip())
        if not names_amount(lower, start) or names_amount(lower, first):
            return None
        # "tỷ lệ khá, giỏi ở khối 6, khối 7 và khối 8"
        first = start
    lead = _LEAD.match(lower, first, at)
    bounds.append((lead.end() if lead else first, at))
    bounds.reverse()
    items = [_trimmed(lower, *b) for b in bounds]
    items[0] = _behind_predicate(lower, *items[0])
    i = bisect_left(starts, items[0][0])
    if i < len(starts) and starts[i] < items[0][1]:
        # "ba xã Vĩnh Hoàng, Cửa Tùng, Bến Hải": the count of the subjects, if it is one.
        number = lower.find(" ", starts[i], items[0][1])
        unit = lower.find(" ", number + 1, items[0][1]) if number >= 0 else -1
        if unit < 0:
            return None
        items[0] = unit + 1, items[0][1]
        i += 1
    if any(b <= a or b - a > 90 for a, b in items) or (i < len(starts) and starts[i] < items[-1][1]):
        return None
    if any(_PREDICATE.search(lower, a, b) for a, b in items):
        return None
    return items


def _is_item(lower: str, clause: int, comma: int) -> bool:
    """Whether what stands before the first subject would be one more of the same list."""
    start = max(lower.rfind(",", clause, comma) + 1, clause)
    item = lower[start:comma].strip()
    return (
        _NAME_ITEM.fullmatch(item) is not None
        and len(item) <= 24
        and not any(c.isdigit() for c in item)
        and (_LEAD.match(item + " ") is None)
    )


def _without_verbs(lower: str, low: int, end: int) -> int:
    while True:
        while end > low and lower[end - 1] == " ":
            end -= 1
        verb = _VERB_END.search(lower, max(low, end - 24), end)
        if verb is None:
            return end
        end = verb.start()


def _behind_predicate(lower: str, start: int, end: int) -> tuple[int, int]:
    """What is left behind the last verb: "VietinBank có | ROE"."""
    for verb in _PREDICATE.finditer(lower, start, end):
        start = verb.end()
    return start, end


def _trimmed(lower: str, start: int, end: int) -> tuple[int, int]:
    """Without the time at its end: "lợi nhuận | trong năm 2013"."""
    tail = _TAIL.search(lower, start, end)
    if tail is not None:
        end = tail.start()
    while end > start and lower[end - 1] in " ,":
        end -= 1
    return start, end


def _label(view: View, figures: Sequence[FoundFigure], first: int, at: int) -> None:
    """Labels figures right behind their labels: "nam 120, nữ 80"."""
    found: list[tuple[FoundFigure, tuple[int, int]]] = []
    for figure in figures[first : first + _MOST]:
        if figure.start - at > 70:
            break
        match = _LABEL.fullmatch(view.lower, at, figure.start)
        if match is None or match["label"] in _LEADING or _PREDICATE.search(f" {match['label']} "):
            break
        found.append((figure, match.span("label")))
        at = figure.end
    if len(found) < 2:
        return
    for figure, span in found:
        if figure.concept_span is None:
            figure.concept_span = span
            figure.concept = view.published(*span)
