"""Numbers that name or order things instead of counting them: "Điều 5", "lớp 10", "Quốc lộ 1A", "thứ 22/63"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Literal

from extractor.lexicon import Entry, entries
from extractor.lexicon.finder import Finder, PrintedFinder, longest_words
from extractor.lexicon.patterns import compiled
from extractor.lexicon.trie import SuffixTrie, Trie
from extractor.lexicon.words import any_of, spelled
from extractor.patterns.figures.context import Context
from extractor.patterns.figures.units import Unit, names_quantity, unit_after
from extractor.tokens.anchors import digit_runs, matches_at
from extractor.tokens.numerals import Numeral

Strength = Literal["firm", "place", "weak"]


def _strength(entry: Entry) -> Strength:
    return "firm" if entry.get("firm") else "place" if entry.get("place") else "weak"


def _spellings(role: str, *, case: bool) -> Iterator[tuple[str, Entry]]:
    for entry in entries("not_counted"):
        if entry["role"] == role and bool(entry.get("case")) == case:
            for spelling in entry["spellings"]:
                yield (spelling if case else spelling.lower()), entry


_BEFORE: SuffixTrie[Strength] = SuffixTrie((s, _strength(e)) for s, e in _spellings("label_before", case=False))
_BEFORE_CASED: SuffixTrie[Strength] = SuffixTrie((s, _strength(e)) for s, e in _spellings("label_before", case=True))
# "tổng số 649", "mỗi năm 687": ends like a label but counts.
_NO_LABEL: SuffixTrie[bool] = SuffixTrie((s, True) for s, _ in _spellings("no_label", case=False))
_CLASSES: SuffixTrie[frozenset[str]] = SuffixTrie(
    (s, frozenset(u.lower() for u in e["units"])) for s, e in _spellings("class_before", case=False)
)
_MODELS: SuffixTrie[bool] = SuffixTrie((s, True) for s, _ in _spellings("model_before", case=False))
# Hardly a number has any of these before it.
_ANY_BEFORE: SuffixTrie[bool] = SuffixTrie(
    (s.lower(), True)
    for role, case in (("label_before", False), ("label_before", True), ("model_before", False))
    for s, _ in _spellings(role, case=case)
)
_AFTER: Trie[bool] = Trie((s, True) for s, _ in _spellings("label_after", case=False))
_NAMES: Trie[Entry] = Trie((s, e) for role in ("name", "slogan") for s, e in _spellings(role, case=False))
_NO_NUMBER: Finder[None] = Finder((s, None) for s, _ in _spellings("no_number", case=False) if " " in s)
_NO_NUMBER_CASED = PrintedFinder(s for s, _ in _spellings("no_number", case=True))
_VAGUE: SuffixTrie[bool] = SuffixTrie(
    (s, True) for s, _ in _spellings("vague", case=False) if " " not in s or s == "vài ba"
)
_VAGUE_PAIR: Trie[bool] = Trie((s, True) for s, _ in _spellings("vague_pair", case=False))
_INSIDE_NAME: Finder[None] = Finder(
    (s, None) for s, e in _spellings("name", case=False) if not s[0].isdigit() and "needs_before" not in e
)
# No phrase or name of the lexicon has more characters than this in front of its number.
_LOOK_BACK = 24
_LINK_WORD = compiled(r"(?:số |thứ |[:\" ])++$")
_LINK_ENDS = ("số", "thứ", ":", '"', " ")
_PHONE = compiled(r"0\d{2,3}[. ]?\d{3}[. ]?\d{3,4}(?!\d)|0\d{8,10}(?!\d)|1[89]00[. ]?\d{4,6}(?!\d)")
_PHONE_BEGINS = frozenset("01")
_GROUP_MARKS = frozenset(" .-")
_PHONE_GROUPS = compiled(r"(?<![\p{L}\d.,/-])0\d{1,3}[ .-]\d{1,4}(?:[ .-]{1,2}(?:\d{2,4}(?!\d)|[xX]{2,4})){1,3}+")
# "15A 30594", "38X1-229.67", "38 X 1 - 229.67"
_PLATE = compiled(
    r"(?<![\p{L}\d.,/-])\d\d ?-? ?\p{Lu}{1,2} ?\d?(?: ?- ?| )(?:\d{3}[. ]\d\d|\d{4,5})(?![\p{L}\d]|[.,]\d)"
)
_GRADE = compiled(rf"(?<!\p{{L}}){any_of('figure_words', 'grade')} $")
_SCHOOLS = spelled("figure_words", "school")
_LAST_GRADE = 12
_SCALE = compiled(r"(?:tỷ lệ|tỉ lệ|quy hoạch|bản đồ|chi tiết)(?: (?:bản đồ|chi tiết|xây dựng|phân khu|1/\d+|,|và))*+ $")

# "ước tăng 8,01% (1) so với cùng kỳ": what a note at the end says.
_NOTE_MARK = compiled(r"\((\d{1,2})\)(?<=[\d%] \(.\)|[\d%]\(.\)|[\d%] \(..\)|[\d%]\(..\))")


def note_spans(ctx: Context) -> list[tuple[int, int]]:
    """The marks of notes behind figures, numbered from one on: "tăng 8,01% (1) … tăng 7,90% (2)"."""
    if "(1)" not in ctx.text:
        return []
    marks = list(_NOTE_MARK.finditer(ctx.text))
    numbered = [int(mark[1]) for mark in marks] == list(range(1, len(marks) + 1))
    return [mark.span() for mark in marks] if numbered else []


def label_before(ctx: Context, numeral: Numeral) -> tuple[int, Strength] | None:
    """Where the words start that make the number a label, and how firmly they do.

    ``"firm"``: always ("Điều 5"); ``"place"``: unless it is a percentage, money or a measure, for a noun may
    follow the name ("tổ 5 phường Yên Sở"); ``"weak"``: unless a known unit follows ("cấp 150 suất quà").
    """
    end = numeral.start
    if end > 0 and ctx.lower[end - 1] == " ":
        end -= 1
    hit = _before(ctx, end)
    if hit is None and ctx.lower.endswith(_LINK_ENDS, 0, end):
        linked = _LINK_WORD.search(ctx.lower, max(0, numeral.start - 8), numeral.start)
        if linked is not None and linked.start() < end:
            hit = _before(ctx, linked.start())
    return hit


def is_label_word(ctx: Context, end: int) -> bool:
    """Whether the words that end at ``end`` make a label of a number behind them: "lớp 12"."""
    return _before(ctx, end) is not None


def may_end_a_name(ctx: Context, numeral: Numeral) -> bool:
    """Whether the words that make the number a label may be the end of a name, as in "Hải Phòng 9"."""
    hit = label_before(ctx, numeral)
    return hit is not None and hit[0] > 1 and ctx.text[hit[0]].isupper() and ctx.text[hit[0] - 2].isalpha()


def strength_before(ctx: Context, numeral: Numeral) -> Strength | None:
    """How firmly the words before make the number a label."""
    hit = label_before(ctx, numeral)
    return None if hit is None else hit[1]


def _before(ctx: Context, end: int) -> tuple[int, Strength] | None:
    if _ANY_BEFORE.longest_before(ctx.lower, end) is None:
        return None
    for trie, text in ((_BEFORE, ctx.lower), (_BEFORE_CASED, ctx.text)):
        hit = trie.longest_before(text, end)
        if hit is not None:
            undone = _NO_LABEL.longest_before(ctx.lower, end)
            if undone is not None and undone[0] <= hit[0]:
                return None
            return hit
    model = _MODELS.longest_before(ctx.lower, end)
    return None if model is None else (model[0], "firm")


def name_end(ctx: Context, numeral: Numeral) -> int | None:
    """End of a fixed expression that starts with the number ("24/7", "4.0", "4 tại chỗ"), or None."""
    hit = _NAMES.longest(ctx.lower, numeral.start)
    if hit is None:
        return None
    needed = hit[1].get("needs_before")
    if needed is not None:
        if _NO_LABEL.longest_before(ctx.lower, numeral.start - 1) is not None:
            return None
        before = ctx.lower[max(0, numeral.start - 24) : numeral.start].rstrip()
        if not before.endswith(tuple(needed)):
            return None
    return hit[0] if hit[0] >= numeral.digits_end else None


def no_number_spans(ctx: Context) -> list[tuple[int, int]]:
    """Where number words are no numbers: "năm nay", "ba mẹ", "Năm Căn"."""
    words = [n.start for n in ctx.numerals if n.words]
    return [
        *_phrases_over(ctx.lower, words, _NO_NUMBER.find(ctx.lower)),
        *_phrases_over(ctx.text, words, _NO_NUMBER_CASED.find(ctx.text, ctx.lower)),
    ]


def name_spans(ctx: Context) -> list[tuple[int, int]]:
    """Names that hold a number behind their first letter: "Covid-19", "Mega 6/45"."""
    names = _INSIDE_NAME.find(ctx.lower)
    return list(_phrases_over(ctx.lower, [n.start for n in ctx.numerals if not n.words], names)) if names else []


def _phrases_over(
    text: str, numbers: list[int], found: Iterable[tuple[int, int] | tuple[int, int, None]]
) -> Iterator[tuple[int, int]]:
    """The phrases that start with a letter at or before a number, near by, and reach over its first character.

    Args:
        text: the text.
        numbers: where its numbers start, in order.
        found: the phrases found in it, in the order of their ends, each with its start and its end first.
    """
    over = [(span[0], span[1]) for span in found if _is_over(numbers, span[0], span[1])]
    phrases = longest_words(text, over) if over else []
    done = 0
    for number in numbers if phrases else ():
        low = done if number - done < _LOOK_BACK else number - _LOOK_BACK
        for start, end in phrases[bisect_left(phrases, (low, 0)) : bisect_right(phrases, (number, len(text)))]:
            if end > number and text[start].isalpha():
                done = end
                yield start, end
                break


def _is_over(numbers: list[int], start: int, end: int) -> bool:
    """Whether one of the numbers starts within a phrase."""
    i = bisect_left(numbers, start)
    return i < len(numbers) and numbers[i] < end


def is_class(ctx: Context, numeral: Numeral, unit: str) -> bool:
    """A class of equipment rather than a measure: "đường dây 110kV"."""
    end = numeral.start - 1
    if end <= 0:
        return False
    hit = _CLASSES.longest_before(ctx.lower, end)
    return hit is not None and unit.lower() in hit[1]


def vague_end(ctx: Context, numeral: Numeral) -> int | None:
    """Where words end that give no value to read: "vài trăm", "mấy chục", "năm bảy người"."""
    pair = _VAGUE_PAIR.longest(ctx.lower, numeral.start)
    if pair is not None and (not ctx.lower.endswith(" năm", 0, pair[0]) or names_quantity(ctx.view, pair[0])):
        # "bốn năm người" is four or five, but "bốn năm tù" four years; "đến năm bảy tuổi" is a year of life.
        return numeral.end if ctx.lower.startswith(" tuổi", pair[0]) else pair[0]
    end = numeral.start - 1
    vague = end > 0 and ctx.lower[end] == " " and _VAGUE.longest_before(ctx.lower, end) is not None
    return numeral.end if vague else None


def begins_name(ctx: Context, numeral: Numeral, unit: Unit) -> bool:
    """Whether what follows a label is no unit: "lớp 8 | Trường THCS Lê Lợi", "lớp 8 | trường chuyên"."""
    if ctx.text[unit.start : unit.start + 2].istitle():
        return True
    if numeral.value > _LAST_GRADE or ctx.lower[unit.start : unit.end] not in _SCHOOLS:
        return False
    return _GRADE.search(ctx.lower, max(0, numeral.start - 12), numeral.start) is not None


def is_grade(ctx: Context, numeral: Numeral, unit: Unit) -> bool:
    """Whether the words behind a number make it a grade ("4 sao") or a place on the map ("15,5 độ vĩ Bắc")."""
    if unit.kind not in ("count", "measure"):
        return False
    end = numeral.end
    at = end + 1 if end < len(ctx.lower) and ctx.lower[end] == " " else end
    return _AFTER.longest(ctx.lower, at) is not None


def is_glued_to_letters(ctx: Context, numeral: Numeral) -> bool:
    """Whether digits are part of a code: "A321", "Covid-19", "QL1A"."""
    before = ctx.text[numeral.start - 1] if numeral.start else " "
    if before == " ":
        return False
    if before.isalnum():
        # "10x12cm"
        return not (before in "xX" and numeral.start > 1 and ctx.text[numeral.start - 2].isdigit())
    if before == "+" and numeral.start > 1 and ctx.text[numeral.start - 2].isdigit():
        # "km 12+300", "phút 90+3"
        return True
    if before == "/" and ctx.text[numeral.start - 2].islower():
        # "259 lượt công dân/316 người": what has a noun of its own is no code.
        unit = unit_after(ctx, numeral.end, magnitude=numeral.magnitude > 4, words=False)
        if unit is not None and unit.known and ctx.text[numeral.end : numeral.end + 1] == " ":
            return False
    return before in "-_./" and numeral.start > 1 and ctx.text[numeral.start - 2].isalpha()


def phone_spans(ctx: Context) -> list[tuple[int, int]]:
    """Telephone numbers that are printed in groups: "0272 3.829.417", "0233 3852 xxx"."""
    text = ctx.text
    starts = [start for start, end in digit_runs(text) if text[start] == "0" and text[end : end + 1] in _GROUP_MARKS]
    return [m.span() for m in matches_at(_PHONE_GROUPS, text, starts)]


def plate_spans(ctx: Context) -> list[tuple[int, int]]:
    """Number plates of vehicles: "15A 30594", "38X1 - 229.67"."""
    text = ctx.text
    # A capital follows the two digits, at once or behind a hyphen.
    starts = [start for start, end in digit_runs(text) if end - start == 2 and not text[end : end + 4].islower()]
    return [m.span() for m in matches_at(_PLATE, text, starts)]


def is_phone(ctx: Context, numeral: Numeral) -> bool:
    """Whether digits are a telephone number, or any printed with leading zeros."""
    digits = numeral.digits
    if digits[0] not in _PHONE_BEGINS:
        return False
    if _PHONE.match(ctx.text, numeral.start):
        return True
    return len(digits) > 2 and digits[0] == "0" and digits[1].isdigit()


def is_scale(ctx: Context, start: int, first: Decimal, second: Decimal) -> bool:
    """A plan's or map's scale, one to some hundreds: "quy hoạch chi tiết 1/500"."""
    if first != 1 or second < 100 or second % 100:
        return False
    return _SCALE.search(ctx.lower, max(0, start - 60), start) is not None
