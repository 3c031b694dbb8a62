"""Calendar expressions as spans of time, written in EDTF.

"6 tháng đầu năm 2018" is ``2018-01/2018-06``, "từ năm 2015 đến nay" ``2015/..``, "đến hết năm 2021"
``../2021``. What leaves its year open ("quý II", "năm nay", "ngày 16/2") is read against the day on which the
article was published, never against the clock; an article without that day leaves it open.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, NamedTuple

from extractor.lexicon.finder import Finder
from extractor.lexicon.patterns import compiled
from extractor.lexicon.words import of_role, one_of, spelled
from extractor.tokens.anchors import REACH, digit_runs

Strength = Literal["strong", "weak", "none"]
Kind = Literal[
    "months", "half", "bare_months", "quarter", "date", "month", "years", "year_only", "same", "relative"
]  # fmt: skip


class Day(NamedTuple):
    """The day an article was published, as far as it is known: a year, a month, a day."""

    year: int
    month: int | None
    day: int | None


@dataclass(slots=True)
class Moment:
    """A calendar expression at ``[start, end)`` of the view.

    Attributes:
        first: where it begins, as an EDTF date; None if that can't be told.
        last: where it ends, ".." if it goes on.
        strength: "weak" if it rather belongs to a title, "none" if it governs no figure.
        event: a single day, which says little of the sentences around.
    """

    start: int
    end: int
    first: str | None
    last: str | None
    strength: Strength = "strong"
    event: bool = False

    @property
    def edtf(self) -> str | None:
        """The span of time as an EDTF string, None if it is open against what."""
        if self.first is None or self.last is None:
            return None
        return self.first if self.first == self.last else f"{self.first}/{self.last}"


_Y = r"(?:19|20)\d\d(?![\d\p{L}]|[.,]\d)"
_D = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"
_M = r"(?:0?[1-9]|1[0-2])(?!\d)"
_E = r"(?!\d|[.,/-]\d| ?%)"
_COUNTS: dict[str, int] = {s: e["value"] for e in of_role("period_words", "count") for s in e["spellings"]}
_COUNT = rf"(?P<count>\d{{1,2}}|{'|'.join(sorted(_COUNTS, key=lambda s: -len(s)))})"
_YEAR = rf"(?:(?: ?[/-] ?|,? (?:của )?năm )(?P<year>{_Y})| (?:của )?năm (?P<shift>nay|này|ngoái|trước)(?!\p{{L}}))"
_SHIFTS = {"nay": 0, "này": 0, "ngoái": -1, "trước": -1}
_QUARTERS = {"i": 1, "1": 1, "ii": 2, "2": 2, "iii": 3, "3": 3, "iv": 4, "4": 4}
_RELATIVE: dict[str, tuple[str, int]] = {
    s: (e["unit"], e["offset"]) for e in of_role("period_words", "relative") for s in e["spellings"]
}

# "những năm tới", "3 tháng trước", "thực hiện": part of something else.
_NOT_RELATIVE = "".join(rf"(?<!{w} )" for w in (r"\d", *sorted(spelled("period_words", "not_relative")), *_COUNTS))


@dataclass(frozen=True, slots=True)
class _Expression:
    """One shape of a calendar expression and where it may begin.

    Attributes:
        kind: what it is.
        pattern: what it looks like.
        digits: if it begins with digits: what follows them, of a word two letters.
        words: what else it may begin with.
        of_year: whether its digits are the four of a year; else they are one or two.
    """

    kind: Kind
    pattern: str
    digits: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    of_year: bool = False


def _followed(words: str, follows: str = "0123456789") -> tuple[str, ...]:
    """Each of the words with each of the characters one of which then follows."""
    return tuple(f"{word.replace('_', ' ')} {follow}" for word in words.split() for follow in follows)


_COUNTED = tuple(f"{count} tháng" for count in _COUNTS)
_DAY_MARKS = ("/", ".", "-", " /", " .", " -")
_HALF_YEAR = rf"(?: (?P<year>{_Y})| (?P<shift>nay|này|ngoái|trước)(?!\p{{L}}))?"
# Of those that fit at a place the first counts.
_EXPRESSIONS = (
    _Expression(
        "months",
        rf"{_COUNT} tháng (?P<part>đầu|cuối)(?: tiên)?(?: của)? năm(?! học){_HALF_YEAR}(?!\p{{L}})",
        digits=(" th",),
        words=_COUNTED,
    ),
    _Expression("months", rf"{_COUNT} tháng(?P<part> đầu| cuối)?{_YEAR}", digits=(" th",), words=_COUNTED),
    _Expression(
        "half",
        rf"nửa (?P<part>đầu|cuối)(?: của)? năm{_HALF_YEAR}",
        words=("nửa đầu", "nửa cuối"),
    ),
    _Expression(
        "bare_months", rf"{_COUNT} tháng(?= qua| của| tăng| giảm| đạt| ước|,)", digits=(" th",), words=_COUNTED
    ),
    _Expression(
        "quarter", rf"quý (?P<q>iv|i{{1,3}}|[1-4])(?!\p{{L}}|\d|[.,]\d){_YEAR}?", words=_followed("quý", "iv1234")
    ),
    _Expression(
        "date",
        rf"(?:ngày )?(?P<d>{_D}) ?[/.-] ?(?P<m>{_M}) ?[/.-] ?(?P<year>{_Y})",
        digits=_DAY_MARKS,
        words=_followed("ngày"),
    ),
    _Expression(
        "date",
        rf"(?:ngày )?(?P<d>{_D}) tháng (?P<m>{_M})(?:(?: năm |[/-])(?P<year>{_Y}))?",
        digits=(" th",),
        words=_followed("ngày"),
    ),
    _Expression(
        "date",
        rf"(?:ngày|sáng|chiều|trưa|tối|đêm|hôm)(?: ngày)? (?P<d>{_D})(?:(?: ?- ?| đến | và |, )(?P<d2>{_D}))?"
        rf"[/-](?P<m>{_M})(?:[/-](?P<year>{_Y}))?{_E}",
        words=_followed("ngày sáng chiều trưa tối đêm hôm", "0123456789n"),
    ),
    _Expression("date", rf"(?:(?<=từ )|(?<=đến )|(?<=trước )|(?<=hết ))(?P<d>{_D})/(?P<m>{_M}){_E}", digits=("/",)),
    _Expression("month", rf"tháng (?P<m>{_M})(?![.,]\d| ?%|[/-]\d{{1,2}}(?!\d)){_YEAR}?", words=_followed("tháng")),
    _Expression("month", rf"(?P<m>{_M})[/-](?P<year>{_Y})(?![/-])", digits=("/", "-")),
    _Expression(
        "years",
        rf"(?:(?:giai đoạn|nhiệm kỳ|năm học|niên vụ|vụ|thời kỳ|năm|kế hoạch) )?"
        rf"(?P<year>{_Y}|(?:19|20)\d\d(?=-)) ?[/-] ?(?P<year2>{_Y}|\d\d(?!\d|[.,/-]\d))",
        digits=("/", "-", " /", " -"),
        of_year=True,
        words=_followed("giai_đoạn nhiệm_kỳ năm_học niên_vụ vụ thời_kỳ năm kế_hoạch"),
    ),
    _Expression(
        "years",
        rf"(?<=từ )(?:năm )?(?P<year>{_Y}) (?:đến|tới)(?: hết| cuối)?(?: năm)? (?P<year2>{_Y})",
        digits=(" đế", " tớ"),
        of_year=True,
        words=_followed("năm"),
    ),
    _Expression(
        "year_only",
        rf"(?:năm|năm học|cuối|đầu|giữa|vụ|hè|xuân|giai đoạn|hết|cả năm) (?P<year>{_Y})(?!-\d)",
        words=_followed("năm năm_học cuối đầu giữa vụ hè xuân giai_đoạn hết cả_năm"),
    ),
    _Expression("year_only", rf"(?<=\()(?P<year>{_Y})(?=\))", digits=(")",), of_year=True),
    _Expression(
        "same",
        rf"cùng kỳ(?: (?:năm )?(?:(?P<year>{_Y})|(?P<shift>ngoái|trước)(?!\p{{L}})))?",
        words=("cùng kỳ",),
    ),
    _Expression(
        "relative",
        rf"{_NOT_RELATIVE}(?P<relative>{'|'.join(sorted(_RELATIVE, key=lambda s: -len(s)))})(?!\p{{L}}| đó(?!\p{{L}}))",
        words=tuple(_RELATIVE),
    ),
)
# No letter, digit or mark of a number stands before any of them.
_PATTERNS = [compiled(rf"(?<![\p{{L}}\d])(?<!\d[.,/-]){expression.pattern}") for expression in _EXPRESSIONS]


def _by_digits(*, of_year: bool) -> dict[str, tuple[int, ...]]:
    """By what follows the digits: the expressions that may begin with them."""
    found: dict[str, list[int]] = defaultdict(list)
    for i, expression in enumerate(_EXPRESSIONS):
        if expression.of_year == of_year:
            for follow in expression.digits:
                found[follow].append(i)
    return {follow: tuple(numbers) for follow, numbers in found.items()}


def _by_words() -> Finder[tuple[int, ...]]:
    """The words that expressions may begin with, each with the numbers of the expressions."""
    found: dict[str, list[int]] = defaultdict(list)
    for i, expression in enumerate(_EXPRESSIONS):
        for phrase in expression.words:
            found[phrase].append(i)
    return Finder((phrase, tuple(numbers)) for phrase, numbers in found.items())


_OF_DIGITS = _by_digits(of_year=False)
_OF_YEARS = _by_digits(of_year=True)
_WORDS = _by_words()
_BEFORE = compiled(
    rf"(?:(?P<until>{one_of('period_words', 'until')})|(?P<since>{one_of('period_words', 'since')}))"
    r"(?: ngày| cuối| đầu| giữa| hết){0,5}+ ?$"
)
# What stands there at the very end.
_BOUND_ENDS = (*spelled("period_words", "until", "since"), "ngày", "cuối", "đầu", "giữa", "hết")
_FROM = compiled(r"(?<!\p{L})từ (?:ngày |cuối |đầu |giữa )?$")
_TITLE = compiled(rf"{one_of('period_words', 'title')}[^.,;()]{{0,20}}$")
_TITLED = ("nhiệm kỳ", "khóa", "niên khóa")
# "tính chung 9 tháng, …": those of the article's year.
_SO_FAR = tuple(f"{word} " for word in spelled("period_words", "so_far"))
_LEADING = compiled(r"(?:^|[,.;:(\n] ?|(?<!\p{L})(?:trong|cả|và|vào|riêng|bước vào|của) )$")
_TO_NOW = compiled(r"[^.;,\n\d]{0,30}? (?:cho )?(?:đến|tới) nay(?!\p{L})")
_TO = compiled(r" ?-? ?(?:(?:cho )?(?:đến|tới)(?: hết| cuối)?(?: ngày)? ?|- ?)?")


_PUBLISHED = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?!\d)")


def published_day(published: str | None) -> Day | None:
    """The day of an ISO date or date-time, with what it holds: ``"2019-07"`` has no day."""
    match = _PUBLISHED.match(published or "")
    if match is None:
        return None
    year, month, day = (int(g) if g else None for g in match.groups())
    if (
        year is None
        or (month is not None and not 1 <= month <= 12)
        or (day is not None and _iso(year, month, day) is None)
    ):
        return None
    return Day(year, month, day)


def _iso(year: int, month: int | None, day: int | None) -> str | None:
    """The EDTF date, None if the calendar has no such day."""
    if not 1 <= year <= 9999:
        return None
    if month is None:
        return f"{year:04}"
    if day is None:
        return f"{year:04}-{month:02}"
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


_YEARS = re.compile(r"(?<!-)\b\d{4}\b")


def shifted(edtf: str | None, years: int) -> str | None:
    """The same span of time some years later or, with a negative number, earlier.

    >>> shifted("2019-01/2019-09", -1)
    '2018-01/2018-09'
    """
    if edtf is None:
        return None
    return _YEARS.sub(lambda m: f"{max(1, int(m[0]) + years):04}", edtf.replace("-02-29", "-02-28"))


class _Reader:
    """Reads matches of one article, in text order."""

    def __init__(self, lower: str, published: Day | None) -> None:
        self.lower = lower
        self.day = published
        # Counts of months that the article speaks of as "9 tháng đầu năm": there "9 tháng" means the same.
        self.months: dict[int, Moment] = {}
        self.last: Moment | None = None

    def read(self, match: re.Match[str], kind: Kind) -> Moment | None:
        bounds = self._bounds(match, kind)
        if bounds is None:
            return None
        first, last = bounds
        start, end = match.span()
        head = self.lower[max(0, start - 30) : start]
        moment = Moment(start, end, first, last, event=kind == "date")
        if kind in ("years", "year_only") and (
            (match.group().startswith(_TITLED) and not _LEADING.search(head)) or _TITLE.search(head)
        ):
            moment.strength = "weak"
        moment = self._with_bounds(moment, head)
        if kind == "months" and first is not None:
            self.months[_count(match)] = moment
        self.last = moment
        return moment

    def _with_bounds(self, moment: Moment, head: str) -> Moment:
        """With "từ … đến nay", "đến hết …" before or behind taken in."""
        if moment.first is None or not head.rstrip().endswith(_BOUND_ENDS):
            return moment
        bound = _BEFORE.search(head)
        if bound is None:
            return moment
        if bound["since"]:
            if moment.first != moment.last:
                return moment
            to_now = _TO_NOW.match(self.lower, moment.end)
            if to_now is not None:
                return replace(moment, end=to_now.end(), last="..")
            # "Sau 9 năm hoạt động từ tháng 2/2009, …": only at the head of a clause does it say when.
            leads = _LEADING.search(head, 0, bound.start()) is not None
            return replace(moment, last="..", strength="strong" if leads else "none")
        previous = self.last
        if (
            previous is not None
            and previous.first is not None
            and moment.start - previous.end <= 20
            and _TO.fullmatch(self.lower, previous.end, moment.start)
            and _FROM.search(self.lower, max(0, previous.start - 16), previous.start)
        ):
            return replace(moment, start=previous.start, first=previous.first, event=False, strength="strong")
        if moment.last == "..":
            return moment
        return replace(moment, first="..")

    def _bounds(self, match: re.Match[str], kind: Kind) -> tuple[str | None, str | None] | None:
        if kind == "relative":
            if match["relative"] == "hiện" and not _LEADING.search(
                self.lower, max(0, match.start() - 30), match.start()
            ):
                return None
            return self._relative(*_RELATIVE[match["relative"]])
        if kind == "bare_months":
            known = self.months.get(_count(match))
            if known is not None:
                return known.first, known.last
            if not self.lower.endswith(_SO_FAR, 0, match.start()):
                return None
            year = self._open_year(1, None)
            count = _count(match)
            return (None, None) if year is None or count > 12 else (_iso(year, 1, None), _iso(year, count, None))
        said = match.groupdict()
        year = int(said["year"]) if said.get("year") else None
        if kind == "same":
            return (_iso(year, None, None), _iso(year, None, None)) if year else (None, None)
        if kind == "years":
            return _years(year, said["year2"])
        if kind == "year_only":
            return (None, None) if year is None else (f"{year:04}", f"{year:04}")
        if year is None and said.get("shift"):
            if self.day is None:
                return None, None
            year = self.day.year + _SHIFTS[said["shift"]]
        if kind == "date":
            return self._date(said, year)
        low, high = self._months_of(match, kind)
        if not 1 <= low <= high <= 12:
            return None
        if year is None:
            year = self._open_year(low, None)
        if year is None:
            return None, None
        return _iso(year, low, None), _iso(year, high, None)

    def _months_of(self, match: re.Match[str], kind: Kind) -> tuple[int, int]:
        if kind == "month":
            return int(match["m"]), int(match["m"])
        if kind == "quarter":
            quarter = _QUARTERS[match["q"]]
            return 3 * quarter - 2, 3 * quarter
        count = 6 if kind == "half" else _count(match)
        return (13 - count, 12) if (match["part"] or "").strip() == "cuối" else (1, count)

    def _date(self, said: dict[str, str | None], year: int | None) -> tuple[str | None, str | None]:
        day, month = int(said["d"] or 0), int(said["m"] or 0)
        if year is None:
            year = self._open_year(month, day)
        if year is None:
            return None, None
        first = _iso(year, month, day)
        until = said.get("d2")
        last = _iso(year, month, int(until)) if until else first
        return (first, last) if first is not None and last is not None and first <= last else (None, None)

    def _open_year(self, month: int, day: int | None) -> int | None:
        """The year of a month that goes without: the article's, unless that lies more than half a year ahead."""
        if self.day is None:
            return None
        ahead = self.day.month is not None and month - self.day.month > 6
        return self.day.year - 1 if ahead else self.day.year

    def _relative(self, unit: str, offset: int) -> tuple[str | None, str | None]:
        day = self.day
        if day is None:
            return None, None
        if unit == "year":
            year = _iso(day.year + offset, None, None)
            return year, year
        if day.month is None:
            return None, None
        if unit in ("month", "quarter"):
            size = 1 if unit == "month" else 3
            index = (day.year * 12 + day.month - 1) // size + offset
            first, last = index * size, index * size + size - 1
            return _iso(first // 12, first % 12 + 1, None), _iso(last // 12, last % 12 + 1, None)
        today = _iso(day.year, day.month, day.day)
        if unit == "until_now":
            return "..", today
        if unit == "year_to_date":
            return _iso(day.year, 1, None), today
        if unit == "day" and day.day is not None:
            try:
                today = (date(day.year, day.month, day.day) + timedelta(days=offset)).isoformat()
            except OverflowError:
                return None, None
        return (None, None) if unit == "day" and day.day is None else (today, today)


def _count(match: re.Match[str]) -> int:
    word = match["count"]
    return int(word) if word.isdigit() else _COUNTS[word]


def _years(first: int | None, second: str) -> tuple[str | None, str | None]:
    if first is None:
        return None, None
    last = int(second) if len(second) == 4 else first - first % 100 + int(second)
    return (f"{first:04}", f"{last:04}") if first < last <= first + 60 else (None, None)


def _starts(lower: str, digits: Sequence[tuple[int, int]]) -> list[tuple[int, tuple[int, ...]]]:
    """Where expressions may begin, in order, with the numbers of those that may."""
    starts: dict[int, tuple[int, ...]] = {}
    three = -1
    for start, end in reversed(digits):
        size = end - start
        if size == 3:
            three = start
        if size > 4 or size == 3:
            continue
        begins = _OF_YEARS if size == 4 else _OF_DIGITS
        follow = lower[end : end + 1]
        if follow == " ":
            follow = lower[end : end + 3]
            numbers = begins.get(follow) or begins.get(follow[:2])
        elif end + 1 == three and follow != ")":
            # "1.240": three digits right behind a mark are of no date.
            continue
        else:
            numbers = begins.get(follow)
        if numbers is not None:
            starts[start] = numbers
    for start, _, numbers in _WORDS.find(lower):
        known = starts.get(start)
        starts[start] = numbers if known is None else tuple(sorted({*known, *numbers}))
    return [
        (at, numbers)
        for at, numbers in sorted(starts.items())
        if not at or (before := lower[at - 1]) == " " or not (before.isalnum() or before == "_")
    ]


def find_moments(
    lower: str,
    published: Day | None,
    digits: Sequence[tuple[int, int]] | None = None,
    cited: Sequence[tuple[int, int]] = (),
) -> list[Moment]:
    """The calendar expressions of a text in lower case, in order, without overlaps.

    Args:
        lower: the text.
        published: the day against which relative times are read.
        digits: where its runs of digits stand, if that is known.
        cited: spans of documents, in order, whose dates are not wanted.
    """
    reader = _Reader(lower, published)
    found: list[Moment] = []
    done = document = 0
    for start, numbers in _starts(lower, digit_runs(lower) if digits is None else digits):
        if start < done:
            continue
        read = _match_at(lower, start, numbers)
        if read is None:
            continue
        match, kind = read
        while document < len(cited) and cited[document][1] <= start:
            document += 1
        if (
            kind == "date"
            and document < len(cited)
            and cited[document][0] <= start < match.end() <= cited[document][1]
            and _opens_no_span(lower, start)
        ):
            reader.last = None
            done = match.end()
            continue
        moment = reader.read(match, kind)
        if moment is None:
            continue
        if not found or moment.start >= found[-1].end:
            found.append(moment)
        elif moment.start == found[-1].start:
            found[-1] = moment
        else:
            continue
        done = moment.end
    return found


def _match_at(lower: str, start: int, numbers: tuple[int, ...]) -> tuple[re.Match[str], Kind] | None:
    """The match of the first of the expressions that fits at a place, and its kind; None where none does."""
    for number in numbers:
        match = _PATTERNS[number].match(lower, start, start + REACH)
        if match is not None:
            return match, _EXPRESSIONS[number].kind
    return None


def _opens_no_span(lower: str, start: int) -> bool:
    """Whether what begins at a place has no bound before it, be it "đến" or "từ"."""
    head = lower[max(0, start - 30) : start].rstrip()
    return not head.endswith(_BOUND_ENDS)
