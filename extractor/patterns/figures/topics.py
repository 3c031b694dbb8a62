"""What an article goes on talking of from one figure to the next: "thu nội địa đạt 12 tỷ đồng, … và tăng 4,8%".

A change, a share or another level often stands in a clause or a bracket without a subject of its own. It is then of
what the figure before it is of: of its subject ("số vụ giảm 16 vụ (giảm 53%)"), or of what that counts ("ghi nhận
16.847 ca sốt xuất huyết, tăng 168%").
"""

from __future__ import annotations

from collections.abc import Callable

from extractor.lexicon import entries
from extractor.lexicon.patterns import compiled
from extractor.lexicon.words import any_of, one_of
from extractor.patterns.figures.subjects import Subject, skip_cues
from extractor.patterns.found import FoundFigure

MEASURED = frozenset(s.lower() for e in entries("units") for s in e["spellings"])
_CHANGES = compiled(rf"{one_of('base_words', 'change')}|{one_of('concept_stops', 'takes_up')}")
# What stands between, once the noun the figure before is of and the words that lead to this one are taken off.
_GOES_ON = compiled(
    rf"(?P<compared>,? {one_of('base_words', 'compare')}(?:(?! (?:có|là) )[^.,;:()\n]){{0,60}}+"
    r"| về (?:\p{L}++ ?){1,2}+)?+(?P<mark>[ ,(+]*+"
    rf"(?:{any_of('concept_stops', 'goes_on')}(?!\p{{L}})[ ,]*+)?+)"
)
# "chỉ đạt 811 tỷ đồng (cùng kỳ đạt tới | 910 tỷ đồng)": what it was before.
_FORMER = compiled(
    rf"(?:,? {one_of('base_words', 'compare')}[^.,;:()\n]{{0,60}}+)?+ ?\((?:{any_of('implied_words', 'earlier')})(?!\p{{L}})"
    r"[^.,;()\n]{0,24}"
)
_REACH = 90
# How many figures back a chain is followed.
_CHAIN = 4
_KINDS = ("percent", "points", "money", "measure", "count", "duration", "multiple")
_LEVELS = ("money", "measure", "count")
_BRACKET = " ("
_BRACKETED = 150

Span = tuple[int, int]


class Topics:
    """What each figure is of, as far as the next one may go on from it."""

    def __init__(self, lower: str, subject: Callable[[FoundFigure, int, FoundFigure | None], Subject | None]) -> None:
        """Begins with no figure.

        Args:
            lower: the text in lower case.
            subject: finds the subject of a figure, given where it begins and the figure before it.
        """
        self.lower = lower
        self.subject = subject
        self.seen: list[tuple[FoundFigure, int]] = []

    def keep(self, figure: FoundFigure, begin: int) -> None:
        """Remembers a figure; its concept is set before the next one asks."""
        self.seen.append((figure, begin))

    def of(self, figure: FoundFigure, begin: int) -> Span | None:
        """Span of what a figure is of that goes on from the last one kept, or None.

        Args:
            figure: the figure.
            begin: where its modifier, or it itself, starts.
        """
        if not self.seen or figure.kind not in _KINDS:
            return None
        last = len(self.seen) - 1
        previous = self.seen[last][0]
        behind = self._before_bracket(last, begin)
        if behind is not None:
            last, after = behind
            return self._topic(last, _CHAIN) if self._goes_on(figure, begin, after) else None
        if figure.kind == "count" and (figure.unit is None or figure.unit != self._unit(last)):
            return None
        if not self._joins(figure, begin, last):
            return None
        topic = self._topic(last, _CHAIN)
        if topic is None or (figure.kind in ("count", "measure") and topic[1] > previous.start):
            return None
        return topic

    def _unit(self, last: int) -> str | None:
        """The unit of the last figure, or of the one whose share or rise that is."""
        while last and self.seen[last][0].kind in ("percent", "points", "multiple"):
            last -= 1
        return self.seen[last][0].unit

    def _before_bracket(self, last: int, begin: int) -> tuple[int, int] | None:
        """The figure in front of the bracket that the last one stands in, and where the bracket ends, if it does.

        "công suất đạt 60% (khách nội địa 35%, khách quốc tế 25%) | , tăng 7,8%"
        """
        closing = self.lower.find(")", self.seen[last][0].end, begin)
        if closing < 0:
            return None
        opening = self.lower.rfind("(", max(0, closing - _BRACKETED), closing)
        for i in range(last, max(last - _CHAIN * 2, 0), -1):
            figure = self.seen[i][0]
            if figure.start < opening:
                span, end = figure.concept_span, figure.end
                if span is not None and end <= span[0] and span[1] <= opening:
                    end = span[1]
                return (i, closing + 1) if i < last and not self.lower[end:opening].strip() else None
        return None

    def _goes_on(self, figure: FoundFigure, begin: int, after: int) -> bool:
        end, cue = skip_cues(self.lower, begin, after)
        return (
            bool(cue)
            and _CHANGES.search(self.lower, end, begin) is not None
            and (_GOES_ON.fullmatch(self.lower, after, end) is not None)
        )

    def _joins(self, figure: FoundFigure, begin: int, last: int) -> bool:
        """Whether a figure stands in no clause of its own but goes on from the one before it."""
        previous = self.seen[last][0]
        if begin - previous.end > _REACH:
            return False
        if figure.kind in _LEVELS and figure.unit == self._unit(last) and self._is_former(previous, begin):
            return True
        end, cue = skip_cues(self.lower, begin, previous.end)
        span, after = previous.concept_span, previous.end
        if span is not None and after <= span[0] and span[1] <= end:
            after = span[1]
        if cue:
            if _CHANGES.search(self.lower, end, begin) is None:
                return False
        elif figure.kind in _LEVELS:
            # "doanh thu 3.130 tỷ đồng, tăng 94,4% so với cùng kỳ năm 2022 | (1.610 tỷ đồng)"
            if not self.lower.endswith("(", after, end) or figure.unit != self._unit(last):
                return False
        elif figure.kind != "percent" or not self.lower.startswith(_BRACKET, after):
            return False
        between = _GOES_ON.fullmatch(self.lower, after, end)
        if between is None or (not cue and figure.kind in _LEVELS and not between["compared"]):
            return False
        # "tỷ lệ thất thoát của 3 nhà máy chính | đã giảm": the figure before stands inside the subject.
        parted = bool(between["mark"].strip() or between["compared"])
        return parted or previous.kind in ("percent", "points") or (span is not None and span[1] <= previous.start)

    def _is_former(self, previous: FoundFigure, begin: int) -> bool:
        span, after = previous.concept_span, previous.end
        if span is not None and after <= span[0] < begin:
            after = span[1]
        return self.lower.find("(", after, begin) >= 0 and _FORMER.fullmatch(self.lower, after, begin) is not None

    def _topic(self, i: int, chain: int) -> Span | None:
        figure, begin = self.seen[i]
        span = figure.concept_span
        if span is not None and span[1] <= figure.start:
            return span
        before = self.seen[i - 1][0] if i else None
        if chain and before is not None and self._joins(figure, begin, i - 1):
            topic = self._topic(i - 1, chain - 1)
            if topic is not None:
                return topic
        if figure.kind in ("percent", "points"):
            subject = self.subject(figure, begin, before)
            return None if subject is None else subject.span
        if figure.kind in ("count", "ratio") and figure.end > figure.number_end:
            if (figure.unit or "").lower() in MEASURED:
                return None
            start = figure.number_end + (self.lower[figure.number_end] == " ")
            return start, span[1] if span is not None and span[0] >= figure.end else figure.end
        return span
