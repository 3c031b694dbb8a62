"""Which span of time governs a figure.

A figure is governed by the expression right behind it ("2 vụ năm 2019"), else by the nearest before it in its
sentence, else by the nearest behind in its clause ("12 vụ … trong năm 2019"). Expressions inside a base ("so
với năm 2017") or inside a document's name govern nothing, but stand for what is put in brackets behind them:
"so với năm 2018 (200 vụ)".
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from extractor.lexicon.patterns import compiled
from extractor.lexicon.words import one_of
from extractor.patterns.found import FoundFigure
from extractor.patterns.scope.moments import Moment, shifted
from extractor.tokens.sentences import Sentence

_REPORTING = compiled(one_of("period_words", "reporting"))
_BEHIND = compiled(r"(?:\)?,? (?:trong|vào|của|ở|hồi|từ|cho|đến hết|tính đến|đến|cả)? ?|\)? ?\()")
_BEHIND_FAR = compiled(r"[^.,;:()\n]{1,60}?(?<!\p{L})(?:trong|vào|của|hồi|tính đến|đến)(?: hết| cả| cuối| đầu)? ")
_IN_BRACKETS = compiled(
    r" ?\((?!tương đương|tương ứng|tức|hay)(?:\p{L}+ ){0,3}| (?:là|đạt|chỉ đạt|có|với) (?:\p{L}+ ){0,2}"
)
_LOOK_BACK = 8
_LEAD = 2
_OFTEN = 3
_REPORT_REACH = 240


class Periods:
    """Tells which expression of one article governs a figure."""

    def __init__(
        self,
        lower: str,
        moments: Sequence[Moment],
        sentences: Sequence[Sentence],
        figures: Sequence[FoundFigure],
        based: Sequence[tuple[int, int]],
        cited: Sequence[tuple[int, int]],
    ) -> None:
        """The periods of one article.

        Args:
            lower: the view's text in lower case.
            moments: its calendar expressions.
            sentences: its sentences.
            figures: its figures.
            based: spans of the bases, cue and phrase.
            cited: spans of the documents.
        """
        self.lower = lower
        figure_starts = [f.start for f in figures]
        self.moments: list[Moment] = []
        for moment in moments:
            i = bisect_right(figure_starts, moment.start) - 1
            if i >= 0 and figures[i].end > moment.start:
                continue
            if _inside(moment.start, cited):
                continue
            self.moments.append(replace(moment, strength="none") if _inside(moment.start, based) else moment)
        self.starts = [m.start for m in self.moments]
        self.based = based
        self.sentences = sentences
        # What the sentences of a paragraph before this one agree on, "" where they do not; and what the whole article does.
        self.of_paragraph: list[str | None] = []
        self._settle()

    def _settle(self) -> None:
        everywhere: dict[str, int] = defaultdict(int)
        leading: set[str] = set()
        agreed: str | None = None
        paragraph = -1
        i = 0
        for _, end, of_paragraph in self.sentences:
            if of_paragraph != paragraph:
                paragraph, agreed = of_paragraph, None
            self.of_paragraph.append(agreed)
            while i < len(self.starts) and self.starts[i] < end:
                moment = self.moments[i]
                if moment.strength == "strong" and not moment.event and not self._is_same(moment):
                    edtf = moment.edtf or ""
                    agreed = edtf if agreed in (None, edtf) else ""
                    everywhere[edtf] += 1
                    if paragraph <= _LEAD:
                        leading.add(edtf)
                i += 1
        alone = next(iter(everywhere)) if len(everywhere) == 1 else ""
        self.of_article = alone if alone in leading or everywhere[alone] >= _OFTEN else None

    def of(self, figure: FoundFigure, number: int) -> str | None:
        """The period of a figure of sentence ``number``, in EDTF."""
        sentence = self.sentences[number]
        i = bisect_left(self.starts, figure.start)
        behind = self.moments[i] if i < len(self.moments) and self.moments[i].start < sentence.end else None
        if behind is not None and behind.strength == "strong" and self._right_behind(figure, behind):
            return self._edtf(behind, number)
        if _inside(figure.start, self.based):
            # "so với con số 426 tỉ đồng cùng kỳ năm ngoái"
            own = behind is not None and _inside(behind.start, self.based) and self._right_behind(figure, behind)
            return self._edtf(behind, number) if behind is not None and own else None
        if figure.kind == "duration":
            return None
        of_base = self._is_base_itself(figure)
        for moment in reversed(self.moments[i - _LOOK_BACK if i > _LOOK_BACK else 0 : i]):
            if moment.start < sentence.start:
                break
            if of_base and moment.strength != "none":
                return None
            if moment.strength == "none":
                if self._stands_for(moment, figure):
                    return self._edtf(moment, number)
                continue
            if moment.strength == "weak" and behind is not None:
                continue
            if moment.event and self._reports(moment.end, figure.start):
                return None
            return self._edtf(moment, number)
        if behind is not None and behind.strength != "none" and self._far_behind(figure, behind):
            return self._edtf(behind, number)
        if of_base:
            return None
        agreed = self.of_paragraph[number]
        if agreed is not None:
            return agreed or None
        return self.of_article or None

    def _right_behind(self, figure: FoundFigure, moment: Moment) -> bool:
        if moment.start - figure.end > 14:
            # Between them the words that say what is counted: "45 vụ cháy năm 2019".
            span = figure.concept_span
            if span is None or not figure.end <= span[0] < span[1] <= moment.start <= span[1] + 14:
                return False
            return _BEHIND.fullmatch(self.lower, span[1], moment.start) is not None
        return (
            _BEHIND.fullmatch(self.lower, figure.end, moment.start) is not None
            and "," not in self.lower[figure.end : moment.start]
        )

    def _far_behind(self, figure: FoundFigure, moment: Moment) -> bool:
        return moment.start - figure.end <= 100 and (
            _BEHIND_FAR.fullmatch(self.lower, figure.end, moment.start) is not None
        )

    def _stands_for(self, moment: Moment, figure: FoundFigure) -> bool:
        """Whether the figure is what the base itself amounted to: "so với năm 2018 (200 vụ)"."""
        return figure.start - moment.end <= 40 and (
            _IN_BRACKETS.fullmatch(self.lower, moment.end, figure.start) is not None
        )

    def _is_base_itself(self, figure: FoundFigure) -> bool:
        """Whether it stands in brackets behind what another is compared with: "so với trước sắp xếp (286 xã)"."""
        i = bisect_right(self.based, (figure.start, 0)) - 1
        if i < 0 or not 0 < figure.start - self.based[i][1] <= 30:
            return False
        start, end = self.based[i]
        return self.lower.startswith("so", start) and _IN_BRACKETS.fullmatch(self.lower, end, figure.start) is not None

    def _edtf(self, moment: Moment, number: int) -> str | None:
        """What an expression in a sentence means; "cùng kỳ" is the period spoken of, a year or more before."""
        if not self._is_same(moment):
            return moment.edtf
        period: str | None = self.of_paragraph[number] or self.of_article
        i = bisect_left(self.starts, moment.start)
        for before in reversed(self.moments[i - _LOOK_BACK if i > _LOOK_BACK else 0 : i]):
            if before.start < self.sentences[number].start:
                break
            if before.strength == "strong" and not self._is_same(before):
                period = before.edtf
                break
        if moment.first is None or not period:
            return shifted(period or None, -1)
        return shifted(period, int(moment.first[:4]) - int(period.strip("./")[:4]))

    def _is_same(self, moment: Moment) -> bool:
        return self.lower.startswith("cùng kỳ", moment.start)

    def _reports(self, start: int, end: int) -> bool:
        return _REPORTING.search(self.lower, start, min(end, start + _REPORT_REACH)) is not None


def _inside(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    i = bisect_right(spans, (at, 1 << 60)) - 1
    return i >= 0 and at < spans[i][1]
