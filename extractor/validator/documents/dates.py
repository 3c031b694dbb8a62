"""Dates that cannot be: days that do not exist, documents dated after the article that cites them."""

from __future__ import annotations

import datetime
from calendar import monthrange
from collections.abc import Iterator

from extractor.lexicon.patterns import behind, compiled, groups, told_apart
from extractor.patterns.documents.dates import written
from extractor.patterns.found import FoundDocument
from extractor.records import Finding, Message
from extractor.tokens.anchors import digit_runs, matches_at
from extractor.validator.documents.case import Case, either_date, full_date, number_key

_EXPECTED = 3
# The source's clock may be behind Vietnam's by some hours.
_SLACK = datetime.timedelta(days=1)
_PRINTED = compiled(
    told_apart(
        r"(?<![\d/.,-])(?P<day>\d{1,2})(?:(?P<mark> ?[/.-] ?)(?P<month>\d{1,2})(?P=mark)"
        r"| tháng (?P<month>\d{1,2})(?:,? năm |/))(?P<year>(?:19|20)\d\d)(?![\d%]|[/.,-]\d)"
    )
)
# Between the day and the month.
_MARKS = ("/", ".", "-", " tháng", " /", " .", " -")
_WORD_BEFORE = compiled(behind(*(rf"(?<!\p{{L}})(?i:ngày){tail}" for tail in ("", " ", ":", ": "))))


def impossible_dates(case: Case) -> Iterator[Finding]:
    """Dates that do not exist: beside a document, or anywhere after the word "ngày"."""
    text = case.view.text
    at = 0
    # A day has two digits at most.
    starts = [start for start, end in digit_runs(text) if end - start < 3 and text.startswith(_MARKS, end)]
    for match in matches_at(_PRINTED, text, starts):
        read = groups(match)
        day, month, year = int(read["day"]), int(read["month"]), int(read["year"])
        if _exists(day, month, year):
            continue
        while at < len(case.documents) and case.documents[at].end <= match.start():
            at += 1
        inside = at < len(case.documents) and case.documents[at].start <= match.start()
        if not inside and not _WORD_BEFORE.match(text, match.start()):
            continue
        documents = (at,) if inside else ()
        known = _dates_elsewhere(case, at) if inside else []
        expected = tuple(dict.fromkeys([*known, *_meant(day, month, year)]))[:_EXPECTED]
        vi, en = f"không có ngày {match.group()}", f"there is no {match.group()} in the calendar"
        if expected:
            shown = either_date(expected)
            vi, en = f"{vi}; có thể là {shown.vi}", f"{en}; it may be {shown.en}"
        yield case.finding(
            "impossible_date",
            Message(vi=f"{vi}: hãy đối chiếu với văn bản gốc", en=f"{en}: check the original"),
            documents=documents,
            span=match.span(),
            expected=expected,
        )


def _exists(day: int, month: int, year: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def _meant(day: int, month: int, year: int) -> list[str]:
    """The dates that a slip may have turned into this one, likeliest first.

    Day and month the other way round; the month's last day; a digit of the month, then of the day, misprinted.
    """
    tries = [(month, day)]
    if 1 <= month <= 12 and day < 40:
        tries.append((monthrange(year, month)[1], month))
    tries += [(day, other) for other in range(1, 13) if _one_digit(other, month)]
    tries += [(other, month) for other in range(1, 32) if _one_digit(other, day)]
    return [datetime.date(year, m, d).isoformat() for d, m in dict.fromkeys(tries) if _exists(d, m, year)]


def _one_digit(one: int, other: int) -> bool:
    """Whether one digit of a number printed with two is another, or one digit is printed twice or dropped."""
    a, b = f"{one:02}", f"{other:02}"
    return (a[0] == b[0]) != (a[1] == b[1]) or str(one) == str(other)[:1] or str(other) == str(one)[:1]


def _dates_elsewhere(case: Case, place: int) -> list[str]:
    """The dates that other citations of the document print."""
    document = case.documents[place]
    key = number_key(document)
    return [
        other.date
        for other in case.documents
        if key is not None and other is not document and number_key(other) == key and full_date(other) and other.date
    ]


def dates_after_article(case: Case) -> Iterator[Finding]:
    """Documents dated, or numbered in a year, after the day the article was published."""
    if case.published is None:
        return
    published = written(case.published.isoformat())
    for places, document in case.each_once(issuer=False):
        date = full_date(document)
        if date is not None and date > case.published + _SLACK:
            expected = _before(document, date, case.published)
            shown = written(date.isoformat())
            yield case.finding(
                "date_after_article",
                Message(
                    vi=f"văn bản ghi ngày {shown.vi}, sau ngày đăng bài ({published.vi}): hãy xem lại ngày của văn bản",
                    en=f"the document is dated {shown.en}, after the article ({published.en}): check its date",
                ),
                documents=places,
                expected=expected,
            )
        elif date is None and document.year is not None and document.year > (case.published + _SLACK).year:
            yield case.finding(
                "date_after_article",
                Message(
                    vi=f"số văn bản mang năm {document.year}, sau ngày đăng bài ({published.vi}):"
                    " hãy xem lại số của văn bản",
                    en=f"the number is of the year {document.year}, after the article ({published.en}): check it",
                ),
                documents=places,
            )


def _before(document: FoundDocument, date: datetime.date, published: datetime.date) -> tuple[str, ...]:
    """The same day and month in the number's year, or in the last year in which it was before the article."""
    years = [document.year] if document.year else [published.year, published.year - 1]
    for year in years:
        if _exists(date.day, date.month, year) and (earlier := date.replace(year=year)) <= published:
            return (earlier.isoformat(),)
    return ()
