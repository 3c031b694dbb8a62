"""The date of a document, as it stands beside its number."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass

from extractor.lexicon.patterns import compiled, groups, told_apart
from extractor.records import Message

_DAY = (
    r"(?P<day>\d{1,2})(?:(?P<mark> ?[/.-] ?)(?P<month>\d{1,2})(?:(?P=mark)(?P<year>(?:19|20)\d\d))?"
    r"| tháng (?P<month>\d{1,2})(?:(?:,? năm |/)(?P<year>(?:19|20)\d\d))?)(?![\d%]|[/.,-]\d)"
)
_SIGNED = r"(?:(?:ký kết|ký|ghi|đề|lập) )?"
_AFTER = compiled(told_apart(rf",? ?(?P<paren>\()?{_SIGNED}ngày:? ?{_DAY}(?(paren)\))|[ ]?\({_DAY}\)"))
_DATED = compiled(told_apart(rf",? {_SIGNED}ngày {_DAY}"))
_SIGNATURE = compiled(told_apart(rf"(?<!\p{{L}})ký(?: kết)?(?: vào)?(?: ngày)? {_DAY}"))
_YEAR = compiled(r" năm (?P<year>(?:19|20)\d\d)(?![\d%]| ?[-/] ?\d|[.,]\d)")
_MONTHS = "January February March April May June July August September October November December".split()


@dataclass(slots=True)
class ReadDate:
    """A date that was read; ``iso`` is None where the year is not printed or there is no such day."""

    start: int
    end: int
    iso: str | None


def _read(match: re.Match[str] | None) -> ReadDate | None:
    if match is None:
        return None
    read = groups(match)
    day, month, year = int(read["day"]), int(read["month"]), read.get("year")
    # With its year it is a date even where there is no such day: a slip, which proofreading tells.
    if year is None and not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    iso = None
    if year:
        try:
            iso = datetime.date(int(year), month, day).isoformat()
        except ValueError:
            iso = None
    return ReadDate(match.start(), match.end(), iso)


def date_after(text: str, at: int, goes_on: Callable[[int], bool] | None = None) -> ReadDate | None:
    """The date that goes on with a citation: ", ngày 4/5/2017", "(ngày …)", "ký ngày …".

    After a comma, or in parentheses without "ngày", it needs its year: otherwise a new clause may begin there.

    Args:
        text: the view's text.
        at: where the citation ends so far.
        goes_on: whether the citation goes on behind a place, which then tells that the date is of it, too.
    """
    match = _AFTER.match(text, at)
    date = _read(match)
    if match is not None and "year" not in groups(match) and ("," in match.group() or "(" in match.group()):
        return date if goes_on is not None and goes_on(match.end()) else None
    return date


def dated(text: str, at: int) -> ReadDate | None:
    """A date that may stand in a number's place: "Nghị quyết ngày 17/4/2015"; always a full one."""
    date = _read(_DATED.match(text, at))
    return date if date is not None and date.iso else None


def signature(text: str, at: int, limit: int) -> ReadDate | None:
    """The date of signature of a treaty, somewhere in ``text[at:limit]``; always a full one."""
    date = _read(_SIGNATURE.search(text, at, limit))
    return date if date is not None and date.iso else None


def year_after(text: str, at: int) -> tuple[int, str] | None:
    """Where " năm 2016" ends, and the year."""
    match = _YEAR.match(text, at)
    return (match.end(), match["year"]) if match else None


def written(iso: str) -> Message:
    """A date, or a bare year, as each language prints it.

    >>> written("2015-02-14").vi, written("2015-02-14").en, written("2013").vi
    ('14/02/2015', '14 February 2015', '2013')
    """
    if len(iso) == 4:
        return Message(vi=iso, en=iso)
    year, month, day = iso.split("-")
    return Message(vi=f"{day}/{month}/{year}", en=f"{int(day)} {_MONTHS[int(month) - 1]} {year}")
