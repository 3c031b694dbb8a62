"""The concept of a figure: the words that say what is counted or measured.

Of a count it is the rest of the noun phrase behind the unit ("274 lượt [cán bộ, công chức, viên chức]"); of a
percentage or an amount the noun phrase behind it, or else the subject in front ("[tổng doanh thu] đạt 12 tỷ
đồng").
"""

from __future__ import annotations

import regex

from extractor.lexicon import entries
from extractor.lexicon.trie import Trie
from extractor.patterns.figures.context import Blocked, Context

_STOP: Trie[bool] = Trie((s, True) for e in entries("concept_stops") if e["role"] == "behind" for s in e["spellings"])
_FUNCTION: Trie[bool] = Trie((s, True) for e in entries("function_words") for s in e["spellings"])
_SYLLABLE = regex.compile(r"[\p{L}\d][\p{L}\p{M}\d&./²³-]*+")
_LIMIT = 14
_ITEM_LIMIT = 4
_OPEN_QUOTE = "\"“'"

_CUES_BEFORE = "|".join(
    regex.escape(s)
    for s in sorted(
        (s for e in entries("concept_stops") if e["role"] == "before" for s in e["spellings"]), key=lambda s: (-len(s), s)
    )
)
_CUE = regex.compile(rf"(?:(?:^|(?<= ))(?:{_CUES_BEFORE}) )++$")
_CLAUSE_MARKS = regex.compile(
    r"[.,;:()\"\n…!?]|(?<= )(?:và|trong đó|với|còn|có|nhưng|song|thì|mà|do|vì|nên|rằng|cho biết|trong khi|để|theo|đã|sẽ|khi|tính)(?= )"
)
_WINDOW_BEFORE = 90
_SYLLABLES_BEFORE = 9


def concept_behind(ctx: Context, at: int) -> tuple[int, int] | None:
    """Span of the noun phrase that starts right behind ``at``, or None."""
    text, lower = ctx.text, ctx.lower
    if at >= len(text) or text[at] != " ":
        return None
    start = at + 1
    if start < len(text) and text[start] in _OPEN_QUOTE:
        start += 1
    end = start
    count = 0
    position = start
    while count < _LIMIT:
        word = _SYLLABLE.match(text, position)
        if word is None:
            break
        if _STOP.longest(lower, position) is not None:
            break
        if count == 0 and _FUNCTION.longest(lower, position) is not None and not lower.startswith(("có ", "thuộc ", "đã ", "bị ", "được "), position):
            break
        piece_end = word.end()
        while piece_end > position and text[piece_end - 1] in ".-/&":
            piece_end -= 1
        end = piece_end
        count += 1
        if piece_end < word.end():
            break
        nxt = word.end()
        if text.startswith(", ", nxt) and _continues_list(ctx, nxt + 2):
            position = nxt + 2
            continue
        if nxt >= len(text) or text[nxt] != " ":
            break
        position = nxt + 1
    return (start, end) if count else None


def _continues_list(ctx: Context, at: int) -> bool:
    """Whether another item of the same list follows a comma: a few words up to a comma or a stop."""
    position = at
    for n in range(_ITEM_LIMIT + 1):
        if _STOP.longest(ctx.lower, position) is not None or _FUNCTION.longest(ctx.lower, position) is not None:
            return n > 0
        word = _SYLLABLE.match(ctx.text, position)
        if word is None or word.group()[0].isdigit():
            return False
        end = word.end()
        if end >= len(ctx.text) or ctx.text[end] != " ":
            return n < _ITEM_LIMIT and end < len(ctx.text) and ctx.text[end] in ",.;\n"
        position = end + 1
    return False


def concept_before(ctx: Context, start: int, blocked: Blocked, floor: int) -> tuple[int, int] | None:
    """Span of the subject in front of an amount: "[tổng doanh thu] ước đạt 12 tỷ đồng".

    Args:
        ctx: the article.
        start: where the figure, or its modifier, starts.
        blocked: calendar and document spans, which are no part of a concept.
        floor: end of the figure before, which a concept does not cross.
    """
    lower = ctx.lower
    low = max(floor, start - _WINDOW_BEFORE, 0)
    window = lower[low:start]
    cue = _CUE.search(window)
    end = low + (cue.start() if cue else len(window))
    while end > low and lower[end - 1] in " ":
        end -= 1
    marks = [m.end() for m in _CLAUSE_MARKS.finditer(lower, low, end)]
    begin = marks[-1] if marks else low
    syllables = [m for m in _SYLLABLE.finditer(lower, begin, end)]
    while syllables and blocked.holds(syllables[-1].start()):
        syllables.pop()
    for i in range(len(syllables) - 1, -1, -1):
        if blocked.holds(syllables[i].start()):
            syllables = syllables[i + 1 :]
            break
    syllables = syllables[-_SYLLABLES_BEFORE:]
    while syllables and _FUNCTION.longest(lower, syllables[0].start()) is not None:
        syllables.pop(0)
    if not syllables:
        return None
    return syllables[0].start(), syllables[-1].end()
