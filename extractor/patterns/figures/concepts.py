"""The concept of a figure: the words that say what is counted or measured.

Of a count it is the rest of the noun phrase behind the unit ("274 lượt [cán bộ, công chức, viên chức]"); of a
percentage or an amount the noun phrase behind it, or else the subject in front ("[tổng doanh thu] đạt 12 tỷ
đồng"). An amount that goes on from another ("từ 8.800 lên 9.900 đồng", "31.000 tỉ đồng (1,4 tỉ USD)") or
stands in a clause without a subject ("…, đạt 2,9 tỷ đồng") shares the subject of what it goes on from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.lexicon.patterns import compiled
from extractor.lexicon.words import any_of, spelled
from extractor.patterns.figures.context import Blocked, Context
from extractor.patterns.figures.noun_phrases import noun_phrase
from extractor.patterns.figures.subjects import Subject, Subjects, skip_cues
from extractor.patterns.figures.topics import MEASURED, Topics
from extractor.patterns.figures.units import names_counted
from extractor.patterns.found import FoundFigure

_IS = compiled(r" (?:là|thuộc diện) (?=\p{Ll})")
_FOR = rf"cho(?! {any_of('concept_stops', 'not_for')}(?!\p{{L}}))"
_RELATION = compiled(
    rf" (?:của|{_FOR}|trên địa bàn) (?=\p{{L}})| trên (?={any_of('concept_stops', 'vessel')}(?!\p{{L}}))"
)
# "244 mã | giảm, 145 mã | tăng và 76 mã đứng giá"
_MOVES = compiled(rf" {any_of('concept_stops', 'moves')}(?=[,;.:)\n]| và |$)")
_WORTH = frozenset(spelled("concept_stops", "worth"))
_INNER = compiled(rf" {any_of('concept_stops', 'of_several')} ")
_BOUND = compiled(r" (?:trên|dưới|từ) ")
_LINKS = compiled(
    r"[ ()]*+(?:(?:từ|lên|xuống|tới|đến|còn|thành|hơn|gần|khoảng|trên|dưới|mức|tức|tương đương|tương đương với|hoặc|và|,)[ (]*+)*+"
)
_FROM = (", từ ", ", từ mức ", " (từ ")
_INDEX_POINTS = "điểm"
_AND_BEYOND = ("", "trở lên", "trở xuống")
_HAS = "có "
_AND = " và "
_SHARE = compiled(r" ?\(?(?:,? ?(?:chiếm|đạt|bằng|tỷ lệ|tỉ lệ|tương ứng|tương đương|tức|khoảng|gần|hơn|trên))*+ ?")
# "5.869/8.225 xã (71,4%) | đạt chuẩn"
_PERCENT_BETWEEN = compiled(r" \([^()\n]{0,30}?\d ?%\)(?= \p{Ll})")
_BOUNDED = ("dưới ", "trên ", "từ ", "đạt ", "hơn ", "cách ")
# What begins so counts what it is of: "số ca là 43 ca, chiếm 0,4%".
_NUMBER_OF = ("số ", "tổng số ", "tổng lượng ", "lượng ")
_IS_SO = " là "
_PARTS = re.compile(r"[.,;:\n]")
_OF = "của "
_AMOUNTS = ("money", "measure")
_BEHIND_REACH = 200
_BRACKET_REACH = 120


class Concepts:
    """Gives figures their concepts, in text order."""

    def __init__(self, ctx: Context, figures: Sequence[FoundFigure], blocked: Blocked) -> None:
        self.ctx = ctx
        self.by_start = {figure.start: figure for figure in figures}
        ends = frozenset(figure.end for figure in figures)
        self.ends_at = blocked.with_places(self.by_start).holds
        self.subjects = Subjects(ctx.text, ctx.lower, self.ends_at, ends)
        self.topics = Topics(ctx.lower, self._subject)

    def of(self, figure: FoundFigure, begin: int, previous: FoundFigure | None) -> tuple[int, int] | None:
        """Span of the concept.

        Args:
            figure: the figure, with its modifier.
            begin: where its modifier, or it itself, starts.
            previous: the figure before it in the text, whose concept is known.
        """
        span = self._find(figure, begin, previous)
        self.topics.keep(figure, begin)
        return span

    def _find(self, figure: FoundFigure, begin: int, previous: FoundFigure | None) -> tuple[int, int] | None:
        per_unit = figure.kind == "measure" and "/" in (figure.unit or "")
        text, lower = self.ctx.text, self.ctx.lower
        subject: Subject | None = None
        if previous is not None and self.ctx.lower[previous.end : begin] == "x":
            # "10x12 cm"
            return previous.concept_span
        if figure.kind in ("count", "ratio") and figure.end > figure.number_end:
            behind = self._behind(figure, clause=True)
            if behind is not None:
                return behind
            if (label := self.subjects.label(begin)) is not None:
                return label
            if figure.unit and (named := self.subjects.repeated(begin, previous.end if previous else 0, figure.unit)):
                return named
        elif figure.kind in ("count", "ratio") and (counted := self._behind_its_share(figure)) is not None:
            return counted
        elif figure.kind in ("percent", "points", "ratio", "duration") or (figure.kind == "measure" and not per_unit):
            behind = self._behind(figure, clause=False)
            if behind is not None and not (figure.kind == "measure" and self._is_told(figure, begin, previous, behind)):
                return behind
        elif figure.kind == "money":
            behind = self._behind(figure, clause=False)
            if behind is not None and (
                self.subjects.starts_with_quantity(behind)
                or (subject := self._subject(figure, begin, previous)) is None
                or not subject.quantity
            ):
                return behind
        if previous is not None and (bounded := self._of_bounded(begin, previous)) is not None:
            return bounded
        if figure.kind == "percent" and previous is not None:
            counted = self._of_counted(begin, previous)
            if counted is not None:
                return counted
        if (
            figure.unit == _INDEX_POINTS
            and (index := self.subjects.index(begin, self._sentence_floor(begin))) is not None
        ):
            return index
        if figure.kind in _AMOUNTS:
            dimension = self.subjects.dimension(begin, figure.unit) if figure.kind == "measure" else None
            if dimension is not None:
                return dimension
        shared = self._shared(figure, begin, previous)
        if shared is not None:
            return shared
        topic = self.topics.of(figure, begin)
        if topic is not None:
            return topic
        subject = subject or self._subject(figure, begin, previous)
        if figure.kind in ("count", "ratio") and figure.unit:
            counted = self._of_count(subject, begin)
            if counted is None and subject is not None and not subject.cue:
                counted = self.subjects.item(begin, previous.end if previous is not None else 0)
            return counted
        if subject is None and figure.kind == "percent" and (told := _IS.match(text, figure.end)) is not None:
            # "10,3% | là nông, lâm nghiệp, thủy sản"
            until = min(len(text), figure.end + _BEHIND_REACH)
            phrase = noun_phrase(text, lower, told.end(), until, ends_at=self.ends_at, opens_within=0)
            if phrase is not None:
                return phrase
        if subject is None and figure.kind != "duration":
            subject = self.subjects.earlier(begin, self._sentence_floor(begin))
        return subject.span if subject is not None else None

    def _is_told(self, figure: FoundFigure, begin: int, previous: FoundFigure | None, behind: tuple[int, int]) -> bool:
        """Whether a quantity noun right before a measure says what it is: "tổng diện tích 105 m2 | trên địa bàn xã"."""
        first = self.ctx.lower.find(" ", *behind)
        if not self.subjects.is_place(behind[0]) and not self.subjects.is_action(behind[1] if first < 0 else first):
            return False
        subject = self._subject(figure, begin, previous)
        return subject is not None and subject.quantity and not subject.cue

    def _behind(self, figure: FoundFigure, *, clause: bool) -> tuple[int, int] | None:
        text, lower = self.ctx.text, self.ctx.lower
        end = figure.end
        between = _PERCENT_BETWEEN.match(text, end) if clause else None
        if between is not None:
            end = between.end()
        if text[end : end + 1] != " ":
            return None
        until = min(len(text), end + _BEHIND_REACH)
        at = end + 1
        if clause:
            moved = _MOVES.match(lower, end)
            if moved is not None:
                return at, moved.end()
            joined = _IS.match(text, end) or _RELATION.match(text, end)
            if joined is not None:
                phrase = noun_phrase(text, lower, joined.end(), until, ends_at=self.ends_at)
                return phrase if phrase is None or joined.group() == " là " else (at, phrase[1])
            if lower.startswith(_BOUNDED, at):
                bound = self.by_start.get(lower.index(" ", at) + 1)
                if bound is not None and bound.kind in ("count", "measure", "duration"):
                    rest = (
                        noun_phrase(text, lower, bound.end + 1, until, ends_at=self.ends_at, opens_within=0)
                        if text[bound.end : bound.end + 1] == " "
                        else None
                    )
                    return at, rest[1] if rest else bound.end
        inner = _INNER.match(lower, end) if clause else None
        if inner is not None and (counted := self.by_start.get(inner.end())) is not None:
            # "33 nội dung | của 4 môn thi đấu"
            rest = (
                noun_phrase(text, lower, counted.end + 1, until, ends_at=self.ends_at, opens_within=0)
                if counted.kind == "count" and text[counted.end : counted.end + 1] == " "
                else None
            )
            return at, rest[1] if rest else counted.end
        if figure.kind == "percent" and lower.startswith(_OF, at):
            at += len(_OF)
        phrase = noun_phrase(text, lower, at, until, ends_at=self.ends_at, opens_within=0 if clause else -2)
        if clause and phrase is not None:
            bound_at = _BOUND.match(lower, phrase[1])
            bound = self.by_start.get(bound_at.end()) if bound_at is not None else None
            if bound is not None and bound.kind in ("duration", "measure"):
                return phrase[0], bound.end
        return phrase

    def _behind_its_share(self, figure: FoundFigure) -> tuple[int, int] | None:
        """What a bare number counts behind its share in brackets: "49/52 (94,23%) | phiếu tín nhiệm cao"."""
        text, lower = self.ctx.text, self.ctx.lower
        between = _PERCENT_BETWEEN.match(text, figure.end)
        if between is None or not names_counted(lower, between.end() + 1):
            return None
        until = min(len(text), between.end() + _BEHIND_REACH)
        return noun_phrase(text, lower, between.end() + 1, until, ends_at=self.ends_at, opens_within=0)

    def _of_bounded(self, begin: int, previous: FoundFigure) -> tuple[int, int] | None:
        """A subject that the figure before only bounds: "[đại biểu dưới 35 tuổi] là 5 người"."""
        span = previous.concept_span
        if span is None or previous.kind not in ("measure", "duration") or span[1] >= previous.start:
            return None
        if _BOUND.fullmatch(self.ctx.lower, span[1], previous.start) is None:
            return None
        end, cue = skip_cues(self.ctx.lower, begin, previous.end)
        return (span[0], end) if cue and self.ctx.lower[previous.end : end].strip() in _AND_BEYOND else None

    def _of_counted(self, begin: int, previous: FoundFigure) -> tuple[int, int] | None:
        """What was counted right before the share that it makes up: "13.823 [hộ nghèo] (chiếm 2,15%)"."""
        if previous.kind not in ("count", "ratio") or previous.unit is None or previous.end == previous.number_end:
            return None
        span = previous.concept_span
        end = span[1] if span is not None and span[0] == previous.end + 1 else previous.end
        if span is not None and span[1] <= previous.start:
            # "số ca là 43 ca, chiếm 0,4%"
            end = previous.end
        if begin - end > 40 or _SHARE.fullmatch(self.ctx.lower, end, begin) is None:
            return None
        if previous.unit.lower() in MEASURED:
            return None
        if span is not None and span[0] == previous.end + 1 and self.ctx.lower.startswith(_HAS, span[0]):
            # "12/20 xã | có tỷ lệ hộ nghèo | dưới 5%": the rate of each of them
            rate = span[0] + len(_HAS), span[1]
            if self.subjects.starts_with_quantity(rate) and self.ctx.text.count(" ", *rate) > 1:
                return rate
        if span is not None and span[1] <= previous.start and self._counts(span, previous.unit):
            return span
        start = previous.number_end
        return start + (self.ctx.text[start] == " "), end

    def _counts(self, span: tuple[int, int], unit: str) -> bool:
        """Whether a concept in front says itself what is counted: "số ca là 43 ca", "hộ cận nghèo là 6.943 hộ"."""
        lower = self.ctx.lower
        return lower.startswith(_NUMBER_OF, span[0]) or lower.startswith(f"{unit.lower()} ", *span)

    def _shared(self, figure: FoundFigure, begin: int, previous: FoundFigure | None) -> tuple[int, int] | None:
        if previous is None or previous.concept_span is None or begin - previous.end > 40:
            return None
        if _LINKS.fullmatch(self.ctx.lower, previous.end, begin) is None:
            return None
        if figure.kind == "count" and previous.kind != "count":
            return None
        between = self.ctx.lower[previous.end : begin]
        if between == _AND and figure.kind == previous.kind == "money" and figure.unit != previous.unit:
            # "vốn đăng ký là 7.406 tỷ đồng | và 769,8 triệu USD"
            return previous.concept_span
        if ("," in between and not self._leads_on(figure, previous, between)) or " và" in between:
            return None
        return previous.concept_span

    @staticmethod
    def _leads_on(figure: FoundFigure, previous: FoundFigure, between: str) -> bool:
        """Whether a level follows the rise or fall to it: "giảm 450 đồng/kg, | từ 4.850 đồng/kg xuống 4.400 đồng/kg"."""
        return between in _FROM and figure.kind == previous.kind and figure.unit == previous.unit

    def _subject(self, figure: FoundFigure, begin: int, previous: FoundFigure | None) -> Subject | None:
        floor = previous.end if previous is not None else 0
        subject = self.subjects.before(begin, floor, figure.start)
        if subject is not None and self.ctx.lower[slice(*subject.span)] in _WORTH:
            # "thu giữ tài sản | trị giá 1 tỷ đồng"
            end = subject.span[0] - 1
            subject = self.subjects.clause(end, max(floor, end - _BEHIND_REACH), "trị giá") or subject
        if subject is None and previous is not None and self.ctx.text.find(")", previous.end, begin) >= 0:
            subject = self._before_bracket(begin, previous)
        if (subject is None or not subject.quantity) and previous is not None and self._is_inside(previous, begin):
            end, cue = skip_cues(self.ctx.lower, begin, previous.end)
            wider = self.subjects.clause(end, max(0, begin - _BEHIND_REACH), cue)
            if wider is not None and wider.quantity:
                return wider
        return subject

    def _before_bracket(self, begin: int, previous: FoundFigure) -> Subject | None:
        """The subject in front of a bracket with figures: "thị trường Mỹ (chiếm 6,3%) | tăng 70,9%"."""
        text = self.ctx.text
        end, cue = skip_cues(self.ctx.lower, begin, previous.end)
        if not cue or end == 0 or text[end - 1] != ")":
            return None
        opening = text.rfind("(", max(0, end - _BRACKET_REACH), previous.start)
        if opening <= 0 or text.find(")", opening, end - 1) >= 0:
            return None
        end = opening - (text[opening - 1] == " ")
        subject = self.subjects.clause(end, max(0, end - _BEHIND_REACH), cue, ascribed=True)
        return None if subject is None or text[subject.span[0]].isdigit() else subject

    def _is_inside(self, previous: FoundFigure, begin: int) -> bool:
        """Whether the figure before stands inside the subject of this one: "việc bán 525 triệu lít bia là …"."""
        text = self.ctx.lower
        if _PARTS.search(text, previous.end, begin):
            return False
        if text.endswith(_IS_SO, previous.end, begin):
            # "số người tiêm ít nhất 1 mũi | là hơn 1,95 triệu người"
            return True
        return text.endswith(
            (" của ", " bán ", " với ", " cho ", " từ ", " tại "), max(0, previous.start - 8), previous.start
        )

    def _sentence_floor(self, at: int) -> int:
        return max(self.ctx.text.rfind("\n", 0, at), self.ctx.text.rfind(". ", 0, at)) + 1

    def _of_count(self, subject: Subject | None, begin: int) -> tuple[int, int] | None:
        if subject is None:
            return None
        if self.subjects.is_led(begin):
            # "cho 68 tổ chức", "của 3 sở": the number stands inside a phrase of its own.
            return None
        if subject.quantity:
            return subject.span
        if self.subjects.is_action(subject.span[1]) or self.subjects.does(subject):
            return None
        if not subject.cue:
            return subject.span if subject.whole and " " in self.ctx.text[slice(*subject.span)] else None
        if self.subjects.is_place(subject.span[0]):
            return None
        return subject.span
