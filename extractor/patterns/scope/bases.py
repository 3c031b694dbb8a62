"""The base of a figure: what it is compared with or a part of, as published.

"tăng 12% so với [cùng kỳ năm trước]", "đạt 58,6% [dự toán]", "12 hộ trên tổng số [120 hộ]". Behind an amount
that is restated, both have the base: "tăng 245 tỷ đồng (12,9%) so với [năm 2018]". A comparison that opens
the sentence holds for each change in it that has none of its own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.lexicon.finder import Finder
from extractor.lexicon.patterns import compiled
from extractor.lexicon.words import any_of, one_of, spelled
from extractor.patterns.found import FoundDocument, FoundFigure
from extractor.tokens.anchors import matches_at
from extractor.tokens.sentences import Sentence

_CUE = compiled(
    rf"(?P<compare>{one_of('base_words', 'compare')})|(?P<whole>{one_of('base_words', 'whole')})"
    rf"|(?P<direct>{one_of('base_words', 'direct')})"
)
_CUE_WORDS: Finder[None] = Finder((word, None) for word in spelled("base_words", "compare", "whole", "direct"))
_CHANGE = compiled(rf"{one_of('base_words', 'change')}[^.,;:()\n\d]{{0,40}}$")
_CHANGE_AHEAD = compiled(rf"[^.;:()\n\d]{{0,80}}?{one_of('base_words', 'change')}")
_STOP = compiled(
    rf"[;:()\n]|,(?!\d)|\.(?=\s|$)| - (?!\d)| và (?=\d)"
    rf"|(?<![\p{{L}}\d])(?:(?P<pass>{any_of('base_words', 'pass')})|{any_of('base_words', 'stop')})(?![\p{{L}}\d])"
)
_LINKS = compiled(rf"[ (]*+(?:(?:{one_of('base_words', 'link')}|,)[ (]*+)*+")
_GAP = compiled(r"(?:\)|[^.,;:()\n]{0,60}) ?|[^.,;:()\n]{0,60} \((?:[^()\n]{0,40})\) ?")
_OWN_YEAR = compiled(r" năm (?:(?:19|20)\d\d|ngoái|trước)(?![\p{L}\d])")
_EQUALS = compiled(r"(?<!\p{L})(?:bằng|gấp|hơn|kém)(?: (?:khoảng|gần|hơn|trên))? $")
_RELATIVE = ("percent", "points", "multiple", "ratio")
_TIME = compiled(r"(?:cùng kỳ|năm|tháng|quý|ngày|đầu năm|\d{4})(?!\p{L})")
_LONGEST = 110
_CHAIN = 4


@dataclass(slots=True)
class Base:
    """A base found: ``[start, end)`` is the phrase, ``cue`` is where what leads to it starts."""

    cue: int
    start: int
    end: int
    direct: bool


def find_bases(text: str, lower: str) -> list[Base]:
    """The phrases that may be the base of a figure, in order, without overlaps."""
    found: list[Base] = []
    done = 0
    for match in matches_at(_CUE, lower, _CUE_WORDS.starts(lower)):
        if match.start() < done:
            continue
        direct = match["direct"] is not None
        start = match.start() if direct else match.end() + 1
        if not direct and lower[match.end() : match.end() + 1] != " ":
            continue
        end = _phrase_end(text, lower, start, match.end())
        if end > start:
            found.append(Base(match.start(), start, end, direct))
            done = end
    return found


def _phrase_end(text: str, lower: str, start: int, behind: int) -> int:
    limit = min(len(text), start + _LONGEST)
    end = limit
    position = max(start, behind)
    if _TIME.match(lower, start) is not None:
        # A time is no list: "so với tháng 7 | và số lượng xe nhập khẩu …".
        joined = lower.find(" và ", start, limit)
        end = limit = joined if joined > 0 else limit
    while True:
        stop = _STOP.search(lower, position, limit)
        if stop is None:
            break
        if stop["pass"] is not None:
            position = stop.end()
            continue
        if stop.start() == start and stop.group()[:1].isalpha():
            # "so với trước", "so với khi …": the phrase itself begins with such a word.
            position = stop.end()
            continue
        end = stop.start()
        break
    if end == limit and limit < len(text) and not text[limit].isspace():
        cut = text.rfind(" ", start, limit)
        end = cut if cut > start else limit
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\"'.,;:!?…-"):
        end -= 1
    return end


def assign_bases(
    text: str,
    lower: str,
    figures: Sequence[FoundFigure],
    sentences: Sequence[Sentence],
    documents: Sequence[FoundDocument],
) -> tuple[dict[int, tuple[int, int]], list[tuple[int, int]]]:
    """The bases of the figures, by index, and the spans that bases take with their cues, in order."""
    of_figure: dict[int, tuple[int, int]] = {}
    spans: list[tuple[int, int]] = []
    starts = [figure.start for figure in figures]
    sentence_starts = [sentence.start for sentence in sentences]
    cited = {document.start for document in documents}
    for base in find_bases(text, lower):
        if base.cue in cited:
            continue
        number = bisect_left(sentence_starts, base.cue + 1) - 1
        if number < 0:
            continue
        sentence = sentences[number]
        last = bisect_left(starts, base.cue) - 1
        chain = _behind(lower, figures, last, sentence.start, base)
        for i in chain:
            of_figure.setdefault(i, (base.start, base.end))
        if chain or not base.direct:
            spans.append((base.cue, base.end))
        if not chain and not base.direct:
            opens = base.cue - sentence.start <= 2
            i = bisect_left(starts, base.end)
            if i < len(figures) and starts[i] < sentence.end and not opens:
                if lower[base.end] == " " and _CHANGE_AHEAD.match(lower, base.end, starts[i]):
                    of_figure.setdefault(i, (base.start, base.end))
            elif opens:
                while i < len(figures) and starts[i] < sentence.end:
                    if figures[i].kind in _RELATIVE or _changes(lower, figures[i]):
                        of_figure.setdefault(i, (base.start, base.end))
                    i += 1
    for i, figure in enumerate(figures):
        # "bằng 84,2% năm trước", "gấp 2,7 lần năm 2018".
        if i not in of_figure and figure.kind in ("percent", "multiple"):
            year = _OWN_YEAR.match(lower, figure.end)
            if year is not None and (
                figure.kind == "multiple" or _EQUALS.search(lower, max(0, figure.start - 16), figure.start)
            ):
                of_figure[i] = (year.start() + 1, year.end())
                spans.append((year.start() + 1, year.end()))
    spans.sort()
    return of_figure, spans


def _behind(lower: str, figures: Sequence[FoundFigure], last: int, floor: int, base: Base) -> list[int]:
    """The figures that the base stands behind: the nearest, and those it restates."""
    if last < 0 or figures[last].start < floor:
        return []
    nearest = figures[last]
    gap = base.cue - nearest.end
    if gap > 90:
        return []
    if base.direct:
        if nearest.kind not in ("percent", "multiple", "points") or lower[nearest.end : base.cue] not in (
            " ",
            " của ",
            " so ",
        ):
            return []
    elif gap > 0 and _GAP.fullmatch(lower, nearest.end, base.cue) is None:
        return []
    chain = [last]
    while len(chain) < _CHAIN and chain[-1] > 0:
        i = chain[-1] - 1
        before, after = figures[i], figures[chain[-1]]
        if before.start < floor or after.start - before.end > 40:
            break
        between = lower[before.end : after.start]
        if _LINKS.fullmatch(lower, before.end, after.start) is None:
            break
        if "," in between and "(" not in between and not (between == ", " and before.kind == nearest.kind == "percent"):
            break
        if base.direct and before.kind != nearest.kind:
            break
        chain.append(i)
    return chain


def _changes(lower: str, figure: FoundFigure) -> bool:
    return _CHANGE.search(lower, max(0, figure.start - 60), figure.start) is not None
