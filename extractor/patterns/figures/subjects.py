"""The subject in front of an amount: "[tổng doanh thu] ước đạt 12 tỷ đồng".

The clause an amount stands in is cut out first, then the words that only lead to the amount ("ước đạt",
"lên tới") are taken off its end. What is left is a subject: from the leftmost noun that names a quantity
("doanh thu", "diện tích") if there is one, else its last stretch without a predicate.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from extractor.lexicon import entries
from extractor.lexicon.finder import Finder
from extractor.lexicon.patterns import compiled
from extractor.lexicon.trie import SuffixTrie, Trie
from extractor.lexicon.words import any_of, one_of
from extractor.patterns.figures.noun_phrases import Holds, noun_phrase
from extractor.tokens.sentences import closes_abbreviation


def _spellings(role: str) -> list[str]:
    return [s for e in entries("concept_stops") if e["role"] == role for s in e["spellings"]]


_HEADS: Trie[bool] = Trie((s, True) for s in _spellings("head"))
_INDEX_PLACES = Finder((s, True) for s in _spellings("index"))
_HEAD_PLACES = Finder((s, True) for s in _spellings("head"))
_PREDICATES: Trie[bool] = Trie((s, True) for s in _spellings("predicate"))
_PLACES: Trie[bool] = Trie((s, True) for s in _spellings("place"))
_DIMENSIONS: SuffixTrie[bool] = SuffixTrie((s, True) for s in _spellings("dimension"))
# Longer words that begin like a quantity noun ("chi nhánh"), and words that make it part of another ("chỉ | số").
_NO_HEAD: Trie[bool] = Trie((s, True) for s in _spellings("no_head"))
_NO_HEAD_BEHIND: SuffixTrie[bool] = SuffixTrie((s, True) for s in _spellings("no_head_behind"))
# Both in one: whether the longest that stands there is a quantity noun, and none of those other words begins like it.
_NOUNS: Trie[bool] = Trie(
    [
        *((s, False) for s in _spellings("no_head")),
        *((s, _NO_HEAD.longest(s, 0) is None) for s in _spellings("head")),
    ]
)
# Words whose last syllable looks like a quantity noun: "lực | lượng".
_COMPOUNDS: SuffixTrie[bool] = SuffixTrie((s, True) for s in _spellings("compound"))
# What goes on over a word that else ends a subject or leads to an amount: "mặt | bằng", "trở | lên", "thiết | bị".
# The longer of the two decides; a phrase that is both is a predicate, or a cue.
_STEPS: Trie[str] = Trie((s, role) for role in ("predicate", "pass") for s in _spellings(role))
_LEADS_TO: SuffixTrie[bool] = SuffixTrie(
    (s, role == "before") for role in ("before", "pass", "no_before") for s in _spellings(role)
)
_NOUNS_TOO = frozenset(_spellings("noun_too"))
_POINTING: SuffixTrie[bool] = SuffixTrie((s, True) for s in _spellings("pointing"))
_AREAS = frozenset(s.lower() for e in entries("units") if e["dimension"] == "area" for s in e["spellings"])
_WIDE = "rộng "
_LABELS: SuffixTrie[bool] = SuffixTrie((s, True) for s in _spellings("label"))
# The longer of the two decides: "trung | cấp".
_ACTIONS: SuffixTrie[bool] = SuffixTrie(
    (s, role == "action") for role in ("no_action", "action") for s in _spellings(role)
)
_LEADING: SuffixTrie[bool] = SuffixTrie((s, True) for s in _spellings("leading"))
# Nouns counted as one that hold a comma ("tỉnh, thành"), and how they begin.
_WITH_COMMA: Trie[bool] = Trie((e["name"], True) for e in entries("counted_nouns") if ", " in e["name"])
_TO_COMMA: SuffixTrie[bool] = SuffixTrie(
    (e["name"].split(", ")[0], True) for e in entries("counted_nouns") if ", " in e["name"]
)
# A verb rather than a noun if nothing follows it.
_NEED_MORE = ("chi", "thu", "tổng", "số", "khoản", "các khoản", "bình quân")
# What may stand before the only phrase of a clause.
_LEADS = ("", "trong đó", "gồm", "và", "riêng", "còn", "trong đó có", "bao gồm", "trong đó riêng", "như vậy")
_BRINGS_IN = tuple(f" {s} " for s in _spellings("brings_in"))
_NO_BRINGING: SuffixTrie[bool] = SuffixTrie((s, True) for s in _spellings("no_bringing"))
_NO_BRINGING_AT: Trie[bool] = Trie((s, True) for s in _spellings("no_bringing"))
_LEADING_IN = tuple(f"{s} " for s in _spellings("leads_in"))
_LEADS_IN = ("trong đó ", "riêng ", "trong khi ", "như vậy ")

# The runs of letters apart from the rest: as one set the engine would go over it by single characters.
_WORD = compiled(r"[\p{L}\d]++(?:[\p{M}&./-]++[\p{L}\d]*+)*+")
_REACH = 200
# What joins a subject to the share that it makes up.
_TAKES_UP = "chiếm"
_WHOLE_LIMIT = 20
# "tổng chiều dài"; what is longer names something else that is long
_DIMENSION_SPACES = 2
_ITEM_LIMIT = 5
_ITEM_LENGTH = 36
_LIST_MARKS = ";:"
_AND = " và "
_NUMBER = "số "
_NUMBERS_OF = ("số ", "tổng số ", "tỷ lệ ", "tỉ lệ ")
_IS = "là"
_AT = " tại "
_PLACES_LIMIT = 60
_TWO_NOUNS = 9
_BOUNDARIES = ".;:!?\n…"
_BEFORE_CLAUSE = f"{_BOUNDARIES},("
_DIGIT = re.compile(r"[\d²³¹]")
_BEFORE_ITEM = ",.;:\n("
_BRACKET = re.compile(r" ?\([^()]*\)")
_MARKS = f"{_BOUNDARIES}(),"
_MARK = re.compile(f"[{re.escape(_MARKS)}]")
_PARENTHESIS_LIMIT = 60
_LONG_PARENTHESIS = 120
_ASCRIBES = compiled(one_of("concept_stops", "ascribes"))
_NO_ITEM = compiled(one_of("concept_stops", "no_item", "finite"))
# What may tell more of a quantity noun ("diện tích rừng | bị phá trái phép"), and what says that the clause goes on.
_NARROWS = compiled(rf" {any_of('concept_stops', 'narrows')} ")
_NARROWS_NOUN = compiled(rf" {any_of('concept_stops', 'narrows', 'narrows_noun')} ")
_PLACED = compiled(rf" {any_of('concept_stops', 'narrows_noun')} ")
_CLAUSE_GOES_ON = compiled(one_of("concept_stops", "finite"))
# "… | trong năm 2020", "… | đến nay", "… | 4 tháng đầu năm"
_WHEN = compiled(rf"(?: \d{{1,2}})?+ {any_of('concept_stops', 'when')}(?!\p{{L}})")
_WHEN_WORDS: SuffixTrie[bool] = SuffixTrie((s, True) for s in _spellings("when_link"))


def names_amount(lower: str, at: int) -> bool:
    """Whether a noun that names a quantity ("tỷ lệ", "doanh thu") stands at ``at``."""
    return _HEADS.longest(lower, at) is not None


def skip_cues(lower: str, end: int, low: int) -> tuple[int, str]:
    """Where the words that lead to an amount start, going back from ``end``, and the cue that comes first."""
    first = ""
    while True:
        while end > low and lower[end - 1] == " ":
            end -= 1
        hit = _LEADS_TO.longest_before(lower, end)
        if hit is None or not hit[1] or hit[0] < low:
            return end, first
        first = lower[hit[0] : end]
        end = hit[0]


@dataclass(slots=True)
class Subject:
    """A subject found.

    Attributes:
        span: where it stands.
        quantity: it starts with a noun that names a quantity.
        cue: the word that joins it to the amount, empty if it stands right before it.
        whole: it is all there is between the start of the clause and the amount.
    """

    span: tuple[int, int]
    quantity: bool
    cue: str
    whole: bool = False


class _Noun(NamedTuple):
    """What stands where a quantity noun may begin: where it and its first syllable end, and whether it is one."""

    end: int
    syllable: int
    is_head: bool


class Subjects:
    """Finds subjects in one article."""

    def __init__(self, text: str, lower: str, ends_at: Holds, figure_ends: frozenset[int]) -> None:
        self.text = text
        self.lower = lower
        self.ends_at = ends_at
        self.figure_ends = figure_ends
        self._nouns: dict[int, _Noun] = {}

    @cached_property
    def _heads(self) -> list[int]:
        """Where quantity nouns begin, or what looks like one inside a longer word."""
        return _HEAD_PLACES.starts(self.lower)

    @cached_property
    def _indices(self) -> list[tuple[int, int]]:
        return _INDEX_PLACES.words(self.lower)

    @cached_property
    def _marked(self) -> str:
        """The text with a comma for each mark that may end a clause, so that one search finds the last of any."""
        marked = self.text
        for mark in _MARKS:
            marked = marked.replace(mark, ",")
        return marked

    def clause_start(self, end: int, low: int) -> int:
        """Where the clause that ends at ``end`` starts, not before ``low``."""
        text, marked, at = self.text, self._marked, end
        while (at := marked.rfind(",", low, at)) >= 0:
            char = text[at]
            if char in _BOUNDARIES and not (char == "." and at + 1 < end and not text[at + 1].isspace()):
                if char == "." and closes_abbreviation(text, at):
                    continue
                return at + 1
            if char == "(":
                return at + 1
            if char == ")":
                opening = text.rfind("(", max(low, at - _PARENTHESIS_LIMIT), at)
                if opening < 0:
                    return at + 1
                at = opening
            elif char == "," and not (at + 1 < end and text[at + 1].isdigit()) and not self._in_list(at, end, low):
                return at + 1
        return low

    def _in_list(self, comma: int, end: int, low: int) -> bool:
        """Whether a comma only parts the items of a list that is the subject: "nông, lâm nghiệp và thủy sản có"."""
        if self._in_noun(comma) or self._in_places(comma, low):
            return True
        behind = self.lower[comma + 2 : end]
        if ")" in behind:
            # "nông, lâm, thủy sản (theo giá so sánh) toàn tỉnh"
            behind = _BRACKET.sub("", behind)
        if _DIGIT.search(behind):
            return False
        first, joined, _ = behind.partition(" và ")
        if not joined and self._head_at(comma + 2, end) is not None:
            return False
        before = self._part_before(comma, low)
        item = self.lower[before + 1 : comma].strip()
        if not item or _DIGIT.search(item):
            return False
        words = len(item.split())
        if not joined and words <= 3 and before > low and self.text[before] == ",":
            # "khu vực nông, lâm nghiệp, thủy sản"
            return len(behind.split()) <= 8 and self._in_list(before, end, low)
        if joined:
            start = self._behind_lead(before + 1, comma)
            return len(first.split()) <= 6 and words <= 8 and not self._holds_predicate(start, comma)
        item_start = comma - len(self.lower[before + 1 : comma].lstrip())
        if self.lower.startswith(_LEADING_IN, item_start) and not self.lower.startswith(_LEADS_IN, item_start):
            # "trong các nhóm hàng xuất khẩu, | nhóm thủy sản"
            return False
        head = self._head_at(item_start, comma)
        if head is None or (head != item_start and _PREDICATES.longest(self.lower, item_start) is None):
            return False
        words = len(self.lower[head:comma].split())
        return words <= 7 and len(behind.split()) <= 8 - 4 * ("," not in behind)

    def _part_before(self, end: int, low: int) -> int:
        """Where the last mark stands in ``[low, end)`` that an item of a list begins behind; -1 if there is none."""
        at = self._marked.rfind(",", low, end)
        while at >= 0 and self.text[at] not in _BEFORE_ITEM:
            at = self._marked.rfind(",", low, at)
        return at

    def _in_noun(self, comma: int) -> bool:
        """Whether a comma stands inside a noun that counts as one: "tại các tỉnh, thành"."""
        first = _TO_COMMA.longest_before(self.lower, comma)
        whole = _WITH_COMMA.longest(self.lower, first[0]) if first is not None else None
        return whole is not None and whole[0] > comma

    def _in_places(self, comma: int, low: int) -> bool:
        """Whether a comma only parts the places a quantity is from: "giá lúa tại An Giang, Kiên Giang tăng"."""
        text = self.text
        if not text[comma + 2 : comma + 3].isupper() or not text[text.rfind(" ", low, comma) + 1].isupper():
            return False
        at = self.lower.rfind(_AT, max(low, comma - _PLACES_LIMIT), comma)
        if at < 0 or _MARK.search(text, at, comma) is not None or self._holds_predicate(at + len(_AT), comma):
            return False
        begin = self.clause_start(at, max(low, at - _PLACES_LIMIT))
        return self._head_at(begin, at) is not None

    def _behind_lead(self, begin: int, end: int) -> int:
        """Where a clause starts behind what only leads in: "trong đó | chi phí bồi thường, hỗ trợ"."""
        lower = self.lower
        start = begin
        while start < end and lower[start].isspace():
            start += 1
        if lower.startswith(_LEADS_IN, start):
            for lead in _LEADS_IN:
                start += len(lead) if lower.startswith(lead, start) else 0
        return start

    def _holds_predicate(self, start: int, end: int) -> bool:
        lower = self.lower
        passed = start
        for word in _WORD.finditer(lower, start, end):
            hit = _STEPS.longest(lower, word.start()) if word.start() >= passed else None
            if hit is not None and hit[1] == "pass":
                # "nhà | ở"
                passed = hit[0]
            elif hit is not None:
                head = _HEADS.longest(lower, word.start())
                if head is None or head[0] <= hit[0]:
                    return True
        return False

    def _head_at(self, start: int, end: int) -> int | None:
        """Where the leftmost quantity noun of ``[start, end)`` stands that is not what something is compared with."""
        heads = self._heads
        for i in range(bisect_left(heads, start), len(heads)):
            at = heads[i]
            if at >= end:
                return None
            if self._in_bracket(at, end):
                continue
            noun = self._nouns.get(at) or self._noun_at(at)
            # What ends inside its first syllable is judged by what is left of that.
            is_head = noun.is_head if noun.syllable <= end else self._is_head(at, end)
            if is_head and noun.end <= end and self._begins_word(at, start):
                return at
        return None

    def _noun_at(self, at: int) -> _Noun:
        """What stands where a quantity noun or what looks like one begins, judged once."""
        syllable = _WORD.match(self.lower, at)
        hit = _NOUNS.longest(self.lower, at)
        noun = _Noun(
            hit[0] if hit is not None else at,
            syllable.end() if syllable is not None else at,
            hit is not None and hit[1] and syllable is not None and self._is_told(at, syllable.end()),
        )
        self._nouns[at] = noun
        return noun

    def _in_bracket(self, at: int, end: int) -> bool:
        """Whether a bracket closes between a place and ``end`` that does not open there: "sản lượng (theo | giá so sánh)"."""
        closing = self.text.find(")", at, end)
        return closing >= 0 and self.text.find("(", at, closing) < 0

    def _begins_word(self, at: int, start: int) -> bool:
        """Whether a word of the stretch from ``start`` on begins at a letter, not a longer one that it stands inside."""
        lower = self.lower
        if at == start or lower[at - 1].isspace():
            return True
        inside = _WORD.search(lower, max(start, lower.rfind(" ", start, at) + 1), at)
        while inside is not None and inside.end() < at:
            inside = _WORD.search(lower, inside.end(), at)
        return inside is None

    def _is_head(self, at: int, word_end: int) -> bool:
        """Whether a quantity noun that the words around it leave one stands there; its first syllable ends at ``word_end``."""
        hit = _NOUNS.longest(self.lower, at)
        return hit is not None and hit[1] and self._is_told(at, word_end)

    def _is_told(self, at: int, word_end: int) -> bool:
        """Whether a quantity noun is no part of a longer word: "chỉ | số", "lực | lượng"."""
        return (
            # "bão số 1", "tổ số 3"
            not (self.lower.startswith(_NUMBER, at) and self.lower[at + len(_NUMBER) : at + len(_NUMBER) + 1].isdigit())
            and _NO_HEAD_BEHIND.longest_before(self.lower, at - 1 if at else 0) is None
            and _COMPOUNDS.longest_before(self.lower, word_end) is None
        )

    def before(self, start: int, low: int, number: int | None = None) -> Subject | None:
        """The subject of the amount that starts at ``start``, looking back no further than ``low``.

        Args:
            start: where the figure, or its modifier, starts.
            low: end of the figure before.
            number: where the figure itself starts, if a modifier stands before it ("[ước đạt] 12 tỷ đồng").
        """
        end, cue = skip_cues(self.lower, start, low)
        last = False
        if end > low and self.text[end - 1] in "(:":
            last = self.text[end - 1] == "("
            end, again = skip_cues(self.lower, end - 1, low)
            cue = again or cue or ":"
        if end > low and self.text[end - 1] == ")":
            opening = self.text.rfind("(", max(low, end - _PARENTHESIS_LIMIT), end)
            if opening > low:
                end, again = skip_cues(self.lower, opening, low)
                cue = again or cue
        ascribed = _ASCRIBES.search(self.lower, end, number or start) is not None
        end = self._before_bracket(self._before_date(end, low), low)
        pointing = None if cue else _POINTING.longest_before(self.lower, end)
        if pointing is not None and pointing[0] > low + 1 and not self.lower.endswith(_LEADING_IN, low, pointing[0]):
            # "sản lượng | này khoảng 20 tấn"
            end = pointing[0] - 1
        if ascribed and not cue:
            cue = self.lower[start:number].strip()
        if end <= low:
            return None
        return self.clause(end, low if end - low < _REACH else end - _REACH, cue, last=last, ascribed=ascribed)

    def _before_bracket(self, end: int, low: int) -> int:
        """The end without a bracket that stands there: "tổng thu (gồm thu lãi và thu khác) | năm 2014"."""
        if end <= low or self.text[end - 1] != ")":
            return end
        opening = self.text.rfind("(", max(low, end - _LONG_PARENTHESIS), end)
        inside = self.text[opening + 1 : end - 1]
        if opening <= low or ")" in inside or " " not in inside:
            # "chỉ số giá tiêu dùng (CPI)" is its name.
            return end
        return opening - (self.text[opening - 1] == " ")

    def _before_date(self, end: int, low: int) -> int:
        """The end without a date that stands there: "thủy sản | năm 2015"."""
        at = end
        while at > low:
            space = self.lower.rfind(" ", low, at)
            start = low if space < 0 else space + 1
            if not self.ends_at(start) or self.text.find(")", start, at) >= 0:
                break
            at = start - 1
        if not low < at < end:
            return end
        while (link := _WHEN_WORDS.longest_before(self.lower, at)) is not None and link[0] > low + 1:
            # "hành vi phá rừng tính hết | tháng 11"
            at = link[0] - 1
        return at

    def clause(self, end: int, low: int, cue: str, *, last: bool = False, ascribed: bool = False) -> Subject | None:
        """The subject of the clause that ends at ``end``.

        Args:
            end: where the words begin that lead to the amount.
            low: where to look back to.
            cue: the first of those words.
            last: the phrase right before them is meant.
            ascribed: they say that the subject is or comes to the amount.
        """
        start = self.clause_start(end, low)
        if cue.startswith(_IS) and (listing := self._number_of(start, end, low)) is not None:
            return Subject(listing, True, cue)
        begin = self._behind_brought_in(start, end)
        quantity = self._quantity(self._behind_predicates(begin, end) if last else begin, end)
        if quantity is not None:
            if ascribed or (
                # "vốn huy động | từ các doanh nghiệp trên 350 tỷ đồng": a clause that is nothing but its subject
                not cue
                and quantity[0] == self._behind_lead(begin, end)
                and not _DIGIT.search(self.text, quantity[1], end)
            ):
                quantity = self._narrowed(begin, quantity, end)
            return Subject(quantity, True, cue)
        if cue.startswith(_TAKES_UP) and (whole := self._whole_clause(begin, end, low)) is not None:
            return Subject(whole, False, cue)
        if (ascribed or cue) and (noun := self._with_clause(begin, end, ascribed=ascribed)) is not None:
            return Subject(noun, False, cue)
        tail = self._behind_predicates(self._behind_lead(begin, end), end, cue)
        while tail < end and not (self.text[tail].isalnum() or self.text[tail] in '"“'):
            tail += 1
        if tail >= end:
            return None
        span = self._joined(begin, end, cue) or self._phrase(tail, end)
        if span is None or self.text[span[0]].isdigit():
            return None
        if (
            not cue
            and span[0] == self._behind_lead(begin, end)
            and (until := self._tells_more(span[1], end)) is not None
        ):
            # "thu | từ khách quốc tế 48 tỷ đồng"
            span = span[0], until
        lead = self.lower[begin : min(tail, span[0])].strip()
        return Subject(span, False, cue, whole=span[1] == end and lead in _LEADS)

    def _number_of(self, begin: int, end: int, low: int) -> tuple[int, int] | None:
        """A number of things with a list of what was done: "[số nhà được hỗ trợ xây mới, sửa chữa] là 5.762 căn"."""
        while begin > low and self.text[begin - 1] == ",":
            begin = self.clause_start(begin - 1, low)
            head = self._behind_lead(begin, end)
            if self.lower.startswith(_NUMBERS_OF, head):
                if _DIGIT.search(self.lower, head, end) or _CLAUSE_GOES_ON.search(self.lower, head, end):
                    return None
                return (head, end) if self.lower.count(" ", head, end) < _WHOLE_LIMIT else None
        return None

    def _behind_brought_in(self, begin: int, end: int) -> int:
        """Where the clause starts that a word brings in: "kim ngạch cao nhất là | hàng dệt may đạt"."""
        latest = begin
        for word in _BRINGS_IN:
            at = self.lower.rfind(word, begin, end)
            if at < 0 or _NO_BRINGING.longest_before(self.lower, at + len(word) - 1) is not None:
                continue
            if _NO_BRINGING_AT.longest(self.lower, at + 1) is None:
                latest = max(latest, at + len(word))
        return latest if latest < end else begin

    def _item_before(self, comma: int, low: int) -> int | None:
        """Where the item of a list in front of a comma starts: "đội ngũ cán bộ | , công chức cấp tỉnh, cấp huyện"."""
        start = self.clause_start(comma, low)
        words = list(_WORD.finditer(self.lower, start, comma))
        most = _ITEM_LIMIT * (1 + self.lower.count(",", start, comma))
        if not 0 < len(words) <= most or _DIGIT.search(self.lower, start, comma):
            return None
        if self._holds_predicate(start, comma) or self.is_place(words[0].start()) or self.is_action(comma):
            return None
        return start

    def _whole_clause(self, begin: int, end: int, low: int) -> tuple[int, int] | None:
        """The clause as a noun phrase with its relative clause: "cán bộ có trình độ đại học trở lên | chiếm"."""
        while begin > low and self.text[begin - 1] == "," and (item := self._item_before(begin - 1, low)) is not None:
            begin = item
        words = list(_WORD.finditer(self.lower, self._behind_lead(begin, end), end))
        if not 0 < len(words) <= _WHOLE_LIMIT or words[-1].end() != end:
            return None
        first = words[0].start()
        if _PREDICATES.longest(self.lower, first) is not None or _PLACES.longest(self.lower, first) is not None:
            return None
        return None if any(self.ends_at(word.start()) for word in words) else (first, end)

    def _joined(self, begin: int, end: int, cue: str) -> tuple[int, int] | None:
        """The clause as two nouns: "[thủy lợi và điện] 34,5 tỷ đồng"."""
        lower = self.lower
        if (begin and self.text[begin - 1] not in _BEFORE_CLAUSE) or end - begin > _REACH // 2:
            return None
        if lower.count(_AND, begin, end) != 1:
            return None
        words = [w.start() for w in _WORD.finditer(lower, self._behind_lead(begin, end), end)]
        if not 3 <= len(words) <= _TWO_NOUNS:
            return None
        joint = lower.index(_AND, begin, end) + 1
        passed = begin
        for at in words:
            hit = _STEPS.longest(lower, at) if at >= passed else None
            if hit is not None and hit[1] == "pass":
                # "thiết | bị và đồ | dùng"
                passed = hit[0]
            elif self.ends_at(at) or (at >= passed and at != joint and self._steps(at, end, cue)):
                return None
        if self.is_place(words[0]):
            return None
        return None if self.is_action(joint - 1) or joint == words[0] else (words[0], end)

    def _steps(self, at: int, end: int, cue: str) -> bool:
        hit = _STEPS.longest(self.lower, at)
        return hit is not None and not (cue and hit[0] == end and self.lower[at:end] in _NOUNS_TOO)

    def _with_clause(self, begin: int, end: int, *, ascribed: bool) -> tuple[int, int] | None:
        """The clause as a noun that more is told of: "khách lưu trú [tại các cơ sở lưu trú] | ước".

        Nothing but a place is told where the words behind do not ascribe: "thị trường lợn hơi tại miền Nam | tăng".
        """
        first = _WORD.search(self.lower, begin, end)
        if first is None or self.is_place(first.start()):
            return None
        step = _STEPS.longest(self.lower, first.start())
        if step is not None and step[1] != "pass":
            return None
        noun = self._phrase(first.start(), end)
        if noun is None or any(self.ends_at(w.start()) for w in _WORD.finditer(self.lower, *noun)):
            return None
        if noun[1] == end and (ascribed or "," in self.lower[slice(*noun)]):
            # "nhà ở, điện, nước và chất đốt | giảm"
            return noun
        until = self._tells_more(noun[1], end, _NARROWS_NOUN if ascribed else _PLACED)
        if until is None or (not ascribed and self._holds_predicate(self.lower.index(" ", noun[1] + 1), until)):
            return None
        return noun[0], until

    def _quantity(self, begin: int, end: int) -> tuple[int, int] | None:
        """The phrase of a quantity noun within ``[begin, end)``: the first that reaches the end, else the first."""
        first: tuple[int, int] | None = None
        at = begin
        while (head := self._head_at(at, end)) is not None:
            span = self._phrase(head, end)
            if span is not None and self.lower[span[0] : span[1]] not in _NEED_MORE:
                if span[1] == end:
                    return span
                first = first or span
                at = max(span[1], head + 1)
            else:
                at = head + 1
        return first

    def _narrowed(self, begin: int, span: tuple[int, int], end: int) -> tuple[int, int]:
        """A quantity with what tells more of it: "diện tích rừng [bị phá trái phép] | là"."""
        first = span
        if span[1] == end:
            # "tỷ suất lợi nhuận trên | doanh thu": the first may go on over what looks like another.
            head = self._head_at(begin, span[0])
            if head is None or (phrase := self._phrase(head, span[0])) is None:
                return span
            first = phrase
        until = self._tells_more(first[1], end)
        return span if until is None or (span[1] == end and until < end) else (first[0], until)

    def _tells_more(self, at: int, end: int, narrows: re.Pattern[str] = _NARROWS) -> int | None:
        """Where what tells more of a noun ends that stands in front of ``at``, if nothing but that follows it."""
        lower = self.lower
        if narrows.match(lower, at, end) is None or "," in lower[at:end]:
            return None
        if _CLAUSE_GOES_ON.search(lower, at, end) is not None:
            return None
        when = _WHEN.search(lower, at, end)
        until = end if when is None else when.start()
        while (link := _WHEN_WORDS.longest_before(lower, until)) is not None and link[0] > at:
            # "… trong | năm 2020", whose date is taken off already
            until = link[0] - 1
        return until if until > at else None

    def _behind_predicates(self, begin: int, end: int, cue: str = "") -> int:
        """Where the last stretch of a clause without a predicate starts.

        With a cue behind it the last word is none: "khu vực công nghiệp và xây dựng | tăng".
        """
        lower = self.lower
        tail = passed = begin
        for word in _WORD.finditer(lower, begin, end):
            at = word.start()
            if at < passed or at < tail:
                continue
            hit = _STEPS.longest(lower, at)
            if hit is not None and hit[1] == "pass":
                passed = hit[0]
            elif hit is not None and hit[0] <= end:
                if not (cue and hit[0] == end and lower[at:end] in _NOUNS_TOO):
                    tail = hit[0]
            elif self.ends_at(at):
                tail = word.end()
        return tail

    def _phrase(self, at: int, end: int) -> tuple[int, int] | None:
        within = 3 if self.lower.startswith("số ", at) or self.lower.startswith("tổng số ", at) else -1
        noun = self._nouns.get(at)
        head = noun if noun is not None and noun.is_head else _HEADS.longest(self.lower, at)
        if head is None or head[0] > end:
            return noun_phrase(self.text, self.lower, at, end, ends_at=self.ends_at, opens_within=0)
        if head[0] + 1 >= end or self.text[head[0]] != " ":
            return at, head[0]
        rest = noun_phrase(self.text, self.lower, head[0] + 1, end, ends_at=self.ends_at, opens_within=within)
        return at, rest[1] if rest is not None else head[0]

    def earlier(self, start: int, floor: int) -> Subject | None:
        """The subject of one of the clauses before, for an amount whose own clause has none: "…, đạt 2,9 tỷ đồng"."""
        end = start
        for _ in range(3):
            begin = self.clause_start(end, max(floor, start - 2 * _REACH))
            if begin <= floor or self.text[begin - 1] != ",":
                return None
            end = begin - 1
            clause = self.clause_start(end, max(floor, start - 2 * _REACH))
            head = self._head_at(clause, end)
            if head is not None and not self.of_figure(head):
                span = self._phrase(head, end)
                if span is not None:
                    return Subject(span, True, "")
        return None

    def of_figure(self, at: int) -> bool:
        """Whether what stands at ``at`` is what the figure right before it is of: "95,6% | dự toán"."""
        return at > 0 and at - 1 in self.figure_ends

    def starts_with_quantity(self, span: tuple[int, int]) -> bool:
        """Whether a phrase starts with a noun that names a quantity."""
        start, end = span
        hit = _HEADS.longest(self.lower, start)
        word = _WORD.match(self.lower, start, end) if hit is not None and hit[0] <= end else None
        return word is not None and self._is_head(start, word.end())

    def label(self, begin: int) -> tuple[int, int] | None:
        """Span of a grade or class that is all a list says of an amount: "khá 376 em, [yếu] 51 em"."""
        end = begin - 1 if begin and self.text[begin - 1] == " " else begin
        hit = _LABELS.longest_before(self.lower, end)
        if hit is None:
            return None
        before = self.text[: hit[0]][-2:].rstrip(" ")[-1:]
        return (hit[0], end) if not before or before in _BEFORE_ITEM else None

    def item(self, begin: int, low: int) -> tuple[int, int] | None:
        """Span of an item of a list that is nothing but what is counted: "chia ra: [khách ngủ qua đêm] 281.972 lượt"."""
        end = begin - 1 if begin and self.text[begin - 1] == " " else begin
        opening = self.clause_start(end, low)
        start = self._behind_lead(opening, end)
        # A mark of a list, or words that lead in ("trong đó").
        listed = bool(opening) and (self.text[opening - 1] in _LIST_MARKS or start > opening + 1)
        if not listed or not 0 < end - start <= _ITEM_LENGTH or not self.lower.count(" ", start, end):
            return None
        first = _STEPS.longest(self.lower, start)
        if (first is not None and first[1] == "predicate") or self.is_place(start) or self.is_action(end):
            return None
        if (
            not self.text[start].islower()
            or _DIGIT.search(self.text, start, end)
            or _NO_ITEM.search(self.lower, start, end)
        ):
            return None
        return start, end

    def repeated(self, begin: int, low: int, unit: str) -> tuple[int, int] | None:
        """Span of a clause that begins with what is counted: "[hồ sơ đến hạn giải quyết] 19.944 hồ sơ"."""
        again = f"{unit.lower()} "
        if self.lower.find(again, max(low, begin - _REACH), begin) < 0:
            return None
        end, _ = skip_cues(self.lower, begin, low)
        start = self._behind_lead(self.clause_start(end, max(low, end - _REACH)), end)
        return (start, end) if self.lower.startswith(again, start, end) else None

    def index(self, begin: int, floor: int) -> tuple[int, int] | None:
        """Span of the last stock index told of in front of its points: "[VN-Index] rung lắc mạnh, giảm 12 điểm"."""
        at = bisect_left(self._indices, (begin, begin)) - 1
        return self._indices[at] if at >= 0 and self._indices[at][0] >= floor else None

    def is_led(self, begin: int) -> bool:
        """Whether a preposition leads to what is counted: "cho 68 tổ chức", "của cả 3 sở"."""
        end = begin - 1 if begin and self.text[begin - 1] == " " else begin
        return _LEADING.longest_before(self.lower, end) is not None

    def is_action(self, end: int) -> bool:
        """Whether a phrase ends in a verb that does something with what is counted: "tạm giữ 12 ô tô"."""
        hit = _ACTIONS.longest_before(self.lower, end)
        return hit is not None and hit[1]

    def does(self, subject: Subject) -> bool:
        """Whether what joins a subject to what is counted is something it does with it: "cơ quan chức năng | tiếp nhận"."""
        hit = _ACTIONS.longest_before(subject.cue, len(subject.cue))
        return hit is not None and hit[1]

    def is_place(self, at: int) -> bool:
        """Whether a phrase names who has something, not what is counted: "toàn tỉnh có 12 xã"."""
        return _PLACES.longest(self.lower, at) is not None

    def dimension(self, start: int, unit: str | None) -> tuple[int, int] | None:
        """Span of the adjective right before a length or weight, or of its noun: "tượng [cao] 18 m", "[chiều dài] 2 m"."""
        if unit is not None and unit.lower() in _AREAS and not self.lower.endswith(_WIDE, 0, start):
            # "lúa chất lượng cao 7.312 ha"
            return None
        end = start
        while end > 0 and self.text[end - 1] == " ":
            end -= 1
        hit = _DIMENSIONS.longest_before(self.lower, end)
        if hit is None:
            return None
        noun = self._quantity(self.clause_start(end, max(0, end - _REACH)), end)
        if noun is None or noun[1] != end or noun[0] >= hit[0] or self.lower.count(" ", *noun) > _DIMENSION_SPACES:
            return hit[0], end
        return noun
