"""What a number counts or measures: the unit, classifier or counted noun right after it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.article import View
from extractor.lexicon import entries
from extractor.lexicon.patterns import compiled
from extractor.lexicon.trie import SuffixTrie, Trie
from extractor.patterns.figures.context import Context
from extractor.records import FigureKind
from extractor.tokens.numerals import Numeral
from extractor.tokens.words import segment


@dataclass(slots=True)
class Unit:
    """A unit match. It is looked up once and never changed.

    Attributes:
        start: where the unit begins (after a space, if any).
        end: where it ends; the figure's quote ends here too.
        kind: the figure kind it makes.
        known: found in the lexicon, not guessed from the words.
        named: whether the record names it ("%" is the kind itself and is not named again).
        default: the unit where none is printed ("855 triệu" is money, in đồng).
        place: a noun of administration or documents, which may follow a label ("tổ 5 phường Yên Sở").
        sign: where the currency stands that is printed in front of the number ("$500"); the figure's quote begins there.
    """

    start: int
    end: int
    kind: FigureKind
    known: bool = True
    named: bool = True
    default: str | None = None
    place: bool = False
    sign: int | None = None

    @property
    def settles(self) -> bool:
        """Whether this unit shows that the number counts, even behind a word like "đợt" or "cấp"."""
        return self.known and not self.place


@dataclass(frozen=True, slots=True)
class _Sense:
    """One reading of a spelling: what it makes of a number, and next to which words it holds."""

    kind: FigureKind
    glued: bool
    place: bool
    followed_by: tuple[str, ...]
    not_followed_by: tuple[str, ...]
    preceded_by: tuple[str, ...]
    not_preceded_by: tuple[str, ...]

    def holds(self, ctx: Context, start: int, end: int) -> bool:
        """Whether the words around ``[start, end)`` allow this reading."""
        lower = ctx.lower
        if self.not_followed_by and _next_is(lower, end, self.not_followed_by):
            return False
        if self.followed_by and not _next_is(lower, end, self.followed_by):
            return False
        if self.preceded_by or self.not_preceded_by:
            before = lower[max(0, start - 24) : start].rstrip("0123456789., -")
            if self.preceded_by:
                return before.endswith(self.preceded_by)
            return not before.endswith(self.not_preceded_by)
        return True


def _next_is(lower: str, end: int, words: tuple[str, ...]) -> bool:
    if end >= len(lower) or lower[end] != " " or not lower.startswith(words, end + 1):
        return False
    return any(lower.startswith(w, end + 1) and not lower[end + 1 + len(w) : end + 2 + len(w)].isalpha() for w in words)


def _lowered(words: list[str] | None) -> tuple[str, ...]:
    return tuple([word.lower() for word in words]) if words else ()


# Tables of readings, in the order in which they are tried: by lower case, or as printed.
_TABLES = (("units", False), ("units", True), ("counted_nouns", False), ("counted_nouns", True))
_COUNTED, _COUNTED_CASED = 2, 3

_Reading = tuple[int, str | None, _Sense]
"""The number of its table, how it must be printed (None for any case), and what it says."""


def _readings() -> Iterator[tuple[str, tuple[_Reading, ...]]]:
    """All readings of each spelling, by its lower case."""
    found: dict[str, dict[tuple[int, str | None], _Sense]] = {}
    for table, (name, case) in enumerate(_TABLES):
        for entry in entries(name):
            if bool(entry.get("case")) != case:
                continue
            sense = _Sense(
                kind=entry.get("kind", "count"),
                glued=bool(entry.get("glued")),
                place=entry.get("class") == "admin",
                followed_by=_lowered(entry.get("followed_by")),
                not_followed_by=_lowered(entry.get("not_followed_by")),
                preceded_by=_lowered(entry.get("preceded_by")),
                not_preceded_by=_lowered(entry.get("not_preceded_by")),
            )
            for spelling in entry.get("spellings", [entry["name"]]):
                found.setdefault(spelling.lower(), {}).setdefault((table, spelling if case else None), sense)
    for lower, senses in found.items():
        yield lower, tuple((table, printed, sense) for (table, printed), sense in senses.items())


_READINGS: Trie[tuple[_Reading, ...]] = Trie(_readings())
_CURRENCY_MARKS = [mark for entry in entries("units") for mark in entry.get("before", ())]
_CURRENCY_BEFORE: SuffixTrie[bool] = SuffixTrie((mark, not mark.isalpha()) for mark in _CURRENCY_MARKS)
_CURRENCY_ENDS = frozenset(mark[-1] for mark in _CURRENCY_MARKS)
CURRENCY_SIGNS = "".join(sorted({mark for mark in _CURRENCY_MARKS if len(mark) == 1}))
"""Signs of one character that stand in front of a number."""
_FUNCTION_WORDS: Trie[bool] = Trie((s, True) for e in entries("function_words") for s in e["spellings"])

_PERCENT = compiled(r" ?(?:điểm (?:phần trăm|%)|điểm%)(?!\p{L})|( ?%| ?\(%\)| phần trăm(?!\p{L}))", re.IGNORECASE)
_PERCENT_BEGINS = ("%", " %", "(%", " (%", " đ", " p", " Đ", " P", "đi", "Đi", "đI", "ĐI")
_PER = compiled(r" ?/ ?(?=[\p{L}\d°])")
_EACH = compiled(r" mỗi (?=(?:tháng|năm|ngày|tuần|quý|giờ)(?!\p{L}))")
_NOUN_PER = compiled(
    r"(?: \p{Ll}++){1,2}+(?= ?/ ?(?:(?:ngày|đêm|tuần|tháng|quý|năm|giờ|phút|giây|vụ|lứa|vạn|triệu)(?!\p{L})|10{0,2}\.000 ))"
)
# Farther away no two words end.
_NEAR = 100
_WORD = compiled(r"\p{L}[\p{L}\p{M}\d²³]*+")
_BOTTLE = compiled(r" \d+ ?(?:kg|g|l|lít|ml)(?!\p{L})")
# "4 "phím nóng""
_QUOTED = compiled(r"[\"“]\p{Ll}[\p{L} ]{0,30}[\"”]")
_HYPHENED = compiled(r"-(?=\p{Ll}{4})")
_IN_NAME = compiled(r"[.-]\p{Lu}")
# "70.000 đồng/30 ngày"
_PER_SO_MANY = compiled(r"\d{1,3} ?(?=(?:phút|giờ|ngày|đêm|tuần|tháng|năm|lần|kg|lít|GB)(?!\p{L}))")
_PER_COUNT = compiled(r"10{0,2}(?:\.000)*+(?: (?:nghìn|ngàn|triệu)(?!\p{L}))?+ ?|(?:vạn|nghìn|ngàn|triệu) ")


def percent_after(text: str, at: int) -> Unit | None:
    """``%`` or percentage points right after a number."""
    if not text.startswith(_PERCENT_BEGINS, at):
        return None
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
    asked = at, magnitude, words
    if asked not in ctx.units:
        ctx.units[asked] = _unit_after(ctx, at, magnitude=magnitude, words=words)
    return ctx.units[asked]


def _unit_after(ctx: Context, at: int, *, magnitude: bool, words: bool) -> Unit | None:
    percent = percent_after(ctx.text, at)
    if percent is not None:
        return percent
    glued = at < len(ctx.text) and ctx.text[at] != " "
    start = at if glued else at + 1
    if glued and (hyphened := _HYPHENED.match(ctx.text, at)) is not None:
        # "5,5-inch"
        found = _in_lexicon(ctx, hyphened.end(), glued=False)
        return found if found is not None and found.kind == "measure" else None
    if start >= len(ctx.text):
        return None
    if ctx.closed.holds(start) or (magnitude and ctx.dates.holds(start)):
        return None
    found = _in_lexicon(ctx, start, glued)
    if found is None and not glued and not magnitude:
        found = _guessed_noun(ctx, start, words)
    if found is None:
        return None
    return _with_denominator(ctx, found)


def _known_at(view: View | Context, start: int) -> dict[int, tuple[int, _Sense]]:
    """The longest reading of each table that stands at ``start``, with its end, by the number of the table."""
    known: dict[int, tuple[int, _Sense]] = {}
    for end, readings in _READINGS.every(view.lower, start):
        for table, printed, sense in readings:
            if table not in known and (printed is None or view.text.startswith(printed, start)):
                known[table] = end, sense
    return known


def _in_lexicon(ctx: Context, start: int, glued: bool) -> Unit | None:
    known = _known_at(ctx, start)
    if not known:
        return None
    best: _Sense | None = None
    best_end = start
    for _, (end, sense) in sorted(known.items()):
        # Of two readings of the same words the one whose own condition holds wins ("14 điểm [sạt lở]").
        if end < best_end or (end == best_end and (best is None or best.followed_by or not sense.followed_by)):
            continue
        if (glued and not sense.glued) or not sense.holds(ctx, start, end):
            continue
        if end - start == 1 and ctx.text[start].isupper() and _IN_NAME.match(ctx.text, end) is not None:
            # "vòng 10 V.League"
            continue
        if sense.place and ctx.text[start : start + 2].istitle():
            # "111 Phố Huế" is an address, "12 phường" a count.
            continue
        best, best_end = sense, end
    return None if best is None else Unit(start, best_end, best.kind, place=best.place)


def unit_in_lexicon(ctx: Context, at: int) -> Unit | None:
    """The unit of the lexicon that the number ending at ``at`` is followed by, whatever else stands there."""
    glued = at < len(ctx.text) and ctx.text[at] != " "
    return _in_lexicon(ctx, at if glued else at + 1, glued)


_MAGNITUDES: Trie[bool] = Trie((s, True) for e in entries("magnitudes") for s in e["spellings"])


def names_quantity(view: View, at: int) -> bool:
    """Whether a unit, a counted noun or a magnitude word of the lexicon stands at ``at``."""
    if percent_after(view.text, at) is not None:
        return True
    start = at + 1 if at < len(view.text) and view.text[at] == " " else at
    return bool(_known_at(view, start).keys() - {_COUNTED_CASED}) or _MAGNITUDES.longest(view.lower, start) is not None


def names_counted(lower: str, at: int) -> bool:
    """Whether a noun that is counted, in the lexicon of such nouns, stands at ``at``."""
    return any(table == _COUNTED for _, readings in _READINGS.every(lower, at) for table, _, _ in readings)


def currency_before(ctx: Context, numeral: Numeral) -> int | None:
    """Where the currency stands that is printed in front of a number ("$5", "US$ 1,2 tỷ"), or None.

    A code in letters is one only before a magnitude word: "tỷ giá USD 25.450" tells how many đồng one is.
    """
    text, end = ctx.text, numeral.start
    if text[end - 1 : end] == " ":
        end -= 1
    if text[end - 1 : end] not in _CURRENCY_ENDS:
        return None
    found = _CURRENCY_BEFORE.longest_before(text, end)
    if found is None or not (found[1] or numeral.magnitude):
        return None
    before = text[found[0] - 1 : found[0]] if found[0] else ""
    if before.isalnum() or (before == " " and _ends_amount(ctx, found[0] - 1)):
        # It belongs to the number before it: "giá 5$ 2 ngày", "3 triệu USD 2 triệu đồng".
        return None
    return found[0]


def _ends_amount(ctx: Context, at: int) -> bool:
    """Whether a number, magnitude words included, ends at ``at``."""
    i = bisect_left(ctx.numerals, at, key=lambda numeral: numeral.end)
    return i < len(ctx.numerals) and ctx.numerals[i].end == at


def _guessed_noun(ctx: Context, start: int, words: bool) -> Unit | None:
    """The first word after the number, where the lexicon does not know it."""
    text = ctx.text
    quoted = _QUOTED.match(text, start)
    if quoted is not None:
        return Unit(start, quoted.end(), "count", known=False)
    first = _WORD.match(text, start)
    if first is None:
        return None
    if text[start].isupper():
        named = first.group() in ctx.acronyms
        return Unit(start, first.end(), "count", known=False) if named else None
    if _FUNCTION_WORDS.longest(ctx.lower, start) is not None or _numeral_at(ctx, start):
        return None
    window_end = _window_end(text, start)
    spans = segment(text, start, window_end)
    if not spans:
        return None
    word_start, word_end = spans[0]
    if word_start != start or not text[start:word_end].replace(" ", "").isalpha() or not text[start:word_end].islower():
        return None
    if words and word_end == first.end() and len(first.group()) < 2:
        return None
    return Unit(start, word_end, "count", known=False)


def _numeral_at(ctx: Context, at: int) -> bool:
    """Whether another number begins there: "12 hai xã" counts nothing by "hai"."""
    i = bisect_left(ctx.numerals, at, key=lambda numeral: numeral.start)
    return i < len(ctx.numerals) and ctx.numerals[i].start == at


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
        per = _PER.match(ctx.text, end) if "/" in ctx.text[end : end + 2] else None
        if per is None and unit.kind == "money":
            per = _EACH.match(ctx.text, end)
        elif per is None and unit.kind == "count" and end == unit.end and ctx.text.find("/", end, end + _NEAR) >= 0:
            # "1.000 lượt khách/ngày", "116.486 ca mắc/triệu dân"
            behind = _NOUN_PER.match(ctx.text, end)
            per = behind and _PER.match(ctx.text, behind.end())
        if per is None:
            break
        at = per.end()
        count = _PER_COUNT.match(ctx.text, at) or (_PER_SO_MANY.match(ctx.text, at) if unit.kind == "money" else None)
        if count is not None:
            # "12 ca/100.000 dân", but "95 điểm/100 điểm" is a ratio.
            each = _in_lexicon(ctx, count.end(), glued=ctx.text[count.end() - 1] != " ")
            if each is None or ctx.lower[each.start : each.end] == ctx.lower[unit.start : unit.end]:
                break
            end = each.end
            continue
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
