"""What a number counts or measures: the unit, classifier or counted noun right after it."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from extractor.lexicon import entries
from extractor.lexicon.trie import Trie
from extractor.patterns.figures.context import Context
from extractor.records import FigureKind
from extractor.tokens.words import segment


@dataclass(slots=True)
class Unit:
    """A unit match.

    Attributes:
        start: where the unit begins (after a space, if any).
        end: where it ends; the figure's quote ends here too.
        kind: the figure kind it makes.
        known: found in the lexicon, not guessed from the words.
        named: whether the record names it ("%" is the kind itself and is not named again).
        default: the unit where none is printed ("855 triệu" is money, in đồng).
        place: a noun of administration or documents, which may follow a label ("tổ 5 phường Yên Sở").
    """

    start: int
    end: int
    kind: FigureKind
    known: bool = True
    named: bool = True
    default: str | None = None
    place: bool = False

    @property
    def settles(self) -> bool:
        """Whether this unit shows that the number counts, even behind a word like "đợt" or "cấp"."""
        return self.known and not self.place


def _unit_phrases(case: bool) -> list[tuple[str, tuple[FigureKind, bool]]]:
    return [
        (spelling if case else spelling.lower(), (entry["kind"], bool(entry.get("glued"))))
        for entry in entries("units")
        if bool(entry.get("case")) == case
        for spelling in entry["spellings"]
    ]


_UNITS = Trie(_unit_phrases(False))
_CASED_UNITS = Trie(_unit_phrases(True))
_NOUNS: Trie[bool] = Trie(
    (s.lower(), e["class"] in ("admin", "document")) for e in entries("counted_nouns") for s in e.get("spellings", [e["name"]])
)
_FUNCTION_WORDS: Trie[bool] = Trie((s, True) for e in entries("function_words") for s in e["spellings"])

_PERCENT = regex.compile(r" ?(?:điểm (?:phần trăm|%)|điểm%)(?!\p{L})|( ?%| phần trăm(?!\p{L}))", regex.IGNORECASE)
_PER = regex.compile(r" ?/ ?(?=[\p{L}\d°])")
_EACH = regex.compile(r" (?:mỗi|trên mỗi) (?=\p{L})")
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}\d²³]*+")
_BOTTLE = regex.compile(r" \d+ ?(?:kg|g|l|lít|ml)(?!\p{L})")
_CAPITAL_OR_LETTER = regex.compile(r"\p{L}")


def percent_after(text: str, at: int) -> Unit | None:
    """``%`` or percentage points right after a number."""
    match = _PERCENT.match(text, at)
    if match is None:
        return None
    return Unit(match.start(), match.end(), "percent" if match[1] else "points", named=False)


def unit_after(ctx: Context, at: int, *, magnitude: bool, words: bool) -> Unit | None:
    """The unit that the number ending at ``at`` is followed by, or None.

    Args:
        ctx: the article.
        at: where the number ends, magnitude words included.
        magnitude: the number has a magnitude word.
        words: the number is written in words.
    """
    percent = percent_after(ctx.text, at)
    if percent is not None:
        return percent
    glued = at < len(ctx.text) and ctx.text[at] != " "
    start = at if glued else at + 1
    if start >= len(ctx.text):
        return None
    found = _in_lexicon(ctx, start, glued)
    if found is None and not glued and not magnitude:
        found = _guessed_noun(ctx, start, words)
    if found is None:
        return None
    return _with_denominator(ctx, found)


def _in_lexicon(ctx: Context, start: int, glued: bool) -> Unit | None:
    best: Unit | None = None
    for trie, text in ((_UNITS, ctx.lower), (_CASED_UNITS, ctx.text)):
        hit = trie.longest(text, start)
        if hit is not None and (not glued or hit[1][1]) and (best is None or hit[0] > best.end):
            best = Unit(start, hit[0], hit[1][0])
    if not glued:
        noun = _NOUNS.longest(ctx.lower, start)
        if noun is not None and (best is None or noun[0] > best.end):
            best = Unit(start, noun[0], "count", place=noun[1])
    return best


def _guessed_noun(ctx: Context, start: int, words: bool) -> Unit | None:
    """The first word after the number, where the lexicon does not know it."""
    text = ctx.text
    first = _WORD.match(text, start)
    if first is None or text[start].isupper():
        return None
    if _FUNCTION_WORDS.longest(ctx.lower, start) is not None:
        return None
    window_end = _window_end(text, start)
    spans = segment(text, start, window_end)
    if not spans:
        return None
    word_start, word_end = spans[0]
    if word_start != start or not text[start:word_end].replace(" ", "").isalpha():
        return None
    if words and word_end == first.end() and len(first.group()) < 2:
        return None
    return Unit(start, word_end, "count", known=False)


def _window_end(text: str, start: int, syllables: int = 5) -> int:
    """End of the next few syllables, stopping at punctuation."""
    at = start
    for _ in range(syllables):
        match = _WORD.match(text, at)
        if match is None:
            break
        end = match.end()
        at = end + 1
        if end >= len(text) or text[end] != " ":
            return end
    return min(at - 1, len(text)) if at > start else start


def _with_denominator(ctx: Context, unit: Unit) -> Unit:
    """Extends "triệu đồng" over "/người/năm" and "mỗi tháng"; such a figure is a measure."""
    end = unit.end
    for _ in range(3):
        per = _PER.match(ctx.text, end) or (_EACH.match(ctx.text, end) if unit.kind == "money" else None)
        if per is None:
            break
        at = per.end()
        inner = _in_lexicon(ctx, at, glued=False)
        if inner is None:
            word = _WORD.match(ctx.text, at)
            if word is None:
                break
            end = word.end()
        else:
            end = inner.end
            bottle = _BOTTLE.match(ctx.text, end)
            if bottle is not None:
                end = bottle.end()
    if end == unit.end:
        return unit
    return Unit(unit.start, end, "measure", unit.known)


def denominator_after(ctx: Context, at: int) -> int | None:
    """End of "/căn" or "/tháng" right at ``at`` ("200 triệu / căn"), or None."""
    probe = Unit(at, at, "money")
    end = _with_denominator(ctx, probe).end
    return end if end > at else None
