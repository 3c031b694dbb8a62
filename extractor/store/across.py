"""What an article says against those that were stored before it, with both quotes.

A copy is held against the head of its group: a figure or a document's number, changed in words that stay the same. An
article that is no copy is held against all heads: a document of the same number with another date or type, and
another value for what is counted, where and when.

Numbers of state documents begin anew each year, so the same number with dates of different years is two documents, as
a rule; only where day and month agree it is a slip of the year. A pair of values is told once, by the first two
articles that print them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

import regex

from extractor.lexicon import entries
from extractor.store.folding import fold
from extractor.store.keys import key_of

_MOST_CHANGES = 6
_MOST_VALUES = 5
_LONG_QUOTE = 240
_BEFORE, _BEHIND = 4, 3
_WORDS = regex.compile(r"[\p{L}\p{M}]++|\d[\d.,/]*+")
_DIGITS = regex.compile(r"\d[\d.,/]*+")
_GROUPING = regex.compile(r"(?<=\d)\.(?=\d{3}(?!\d))")
_DAY = regex.compile(r"\d{4}-\d\d-\d\d")
_SENTENCE_END = regex.compile(r"(?<!(?<!\p{L})\p{Lu}{1,3})[.!?…][\"”')]*+(?=\s+\p{Lu}|\s*+$)|\n")

_SAID = {
    "copy_differs": (
        "Bản in lại ghi “{value}”, bản gốc ghi “{other}”",
        'the reprint has "{value}" where the first print has "{other}"',
    ),
    "document_dates": (
        "{subject} được ghi ngày {value} ở bài này, ngày {other} ở bài kia",
        "{subject} is dated {value} in one article and {other} in another",
    ),
    "document_types": (
        "{subject} được gọi là “{value}” ở bài này, “{other}” ở bài kia",
        '{subject} is called "{value}" in one article and "{other}" in another',
    ),
    "figure_values": (
        "{subject}: bài này ghi “{value}”, bài kia ghi “{other}”",
        '{subject}: "{value}" in one article, "{other}" in another',
    ),
}


class _Side(NamedTuple):
    """One of the two quotes: where it stands and what it says."""

    article: int
    ref: str
    start: int
    end: int
    value: str


def compare(db: sqlite3.Connection, article: int) -> None:
    """Find what a stored article says against those with a smaller id, and store it."""
    (head,) = db.execute(
        "SELECT head FROM articles JOIN groups ON groups.id = group_id WHERE articles.id = ?", (article,)
    ).fetchone()
    if head != article:
        found = _changes(db, article, _text(db, article), head)
    else:
        found = [*_documents(db, article), *_figures(db, article)]
    if found:
        text = _text(db, article)
        for kind, severity, subject, here, there in found:
            _store(db, text, kind, severity, subject, here, there)


def _text(db: sqlite3.Connection, article: int) -> str:
    text: str = db.execute("SELECT text FROM articles WHERE id = ?", (article,)).fetchone()[0]
    return text


def compare_all(db: sqlite3.Connection) -> None:
    """Find all of it anew, as after new extractions."""
    db.execute("DELETE FROM cross_findings")
    for (article,) in db.execute("SELECT id FROM articles ORDER BY id").fetchall():
        compare(db, article)


_Found = tuple[str, str, str, _Side, _Side]


def _store(
    db: sqlite3.Connection, text: str, kind: str, severity: str, subject: str, here: _Side, there: _Side
) -> None:
    other_text = _text(db, there.article)
    where = str(there.article) if kind == "copy_differs" else ""
    key = key_of(kind, fold(subject), where, *sorted((here.value, there.value)))
    vi, en = (s.format(subject=subject, value=here.value, other=there.value) for s in _SAID[kind])
    db.execute(
        "INSERT OR IGNORE INTO cross_findings (kind, severity, subject, article, ref, start, \"end\", quote, value,"
        " other_article, other_ref, other_start, other_end, other_quote, other_value, message_vi, message_en, key)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            kind, severity, subject,
            here.article, here.ref, here.start, here.end, quote(text, here.start, here.end), here.value,
            there.article, there.ref, there.start, there.end, quote(other_text, there.start, there.end), there.value,
            vi, en, key,
        ),
    )  # fmt: skip


def quote(text: str, start: int, end: int) -> str:
    """The sentence around a span, or as much of it as a reader needs.

    >>> quote("Huyện có 5 xã. Xã có 12 hộ nghèo. Hết.", 21, 32)
    'Xã có 12 hộ nghèo.'
    """
    first = max(0, start - _LONG_QUOTE)
    for match in _SENTENCE_END.finditer(text[: start + 1], first):
        first = match.end() if match.end() <= start else first
    last = _SENTENCE_END.search(text[: end + _LONG_QUOTE], end)
    return text[first : last.end() if last else end + _LONG_QUOTE].strip()


# --- copies ---------------------------------------------------------------------------------------------------
def _changes(db: sqlite3.Connection, article: int, text: str, head: int) -> list[_Found]:
    """Figures and documents that a copy prints otherwise than the head, in the same words.

    Where many differ it is another issue of the same bulletin, and none is told.
    """
    head_text = _text(db, head)
    if text == head_text:
        return []
    found: list[_Found] = []
    for table in ("figures", "documents"):
        here, there = _in_words(db, table, article, text), _in_words(db, table, head, head_text)
        for words in here.keys() & there.keys():
            one, other = here[words], there[words]
            if one is not None and other is not None and _digits(one.value) != _digits(other.value):
                found.append(("copy_differs", "high", _DIGITS.sub("…", one.value), one, other))
    found.sort(key=lambda each: each[3].start)
    return found if len(found) <= _MOST_CHANGES else []


def _in_words(db: sqlite3.Connection, table: str, article: int, text: str) -> dict[tuple[str, ...], _Side | None]:
    """What a table has of an article by the words that stand around it; None where the same words stand twice."""
    sides: dict[tuple[str, ...], _Side | None] = {}
    rows = db.execute(f'SELECT ref, start, "end", text FROM {table} WHERE article = ? ORDER BY id', (article,))
    for ref, start, end, printed in rows:
        before = _words(text[max(0, start - 60) : start])[-_BEFORE:]
        behind = _words(text[end : end + 60])[:_BEHIND]
        words = (table, *before, "|", *_words(printed), "|", *behind)
        sides[words] = None if words in sides else _Side(article, ref, start, end, printed)
    return sides


def _words(text: str) -> list[str]:
    return ["#" if word[0].isdigit() else fold(word) for word in _WORDS.findall(text)]


def _digits(printed: str) -> str:
    """The numbers of a print, without what merely groups thousands.

    >>> _digits("1.240 hộ") == _digits("1240 hộ"), _digits("1,5") == _digits("15")
    (True, False)
    """
    return " ".join(_GROUPING.sub("", each).strip(".,/") for each in _DIGITS.findall(printed))


# --- documents ------------------------------------------------------------------------------------------------
_SAME_NUMBER = """
SELECT documents.article, ref, start, "end", type, number, date, issuer, canonical, documents.year
FROM documents JOIN groups ON groups.head = documents.article
WHERE number_key = ? AND documents.article < ? AND {what} IS NOT NULL AND {what} IS NOT ?
ORDER BY documents.id LIMIT 200
"""


def _documents(db: sqlite3.Connection, article: int) -> Iterator[_Found]:
    own = db.execute(
        'SELECT ref, start, "end", type, number, date, issuer, canonical, year, number_key FROM documents'
        " WHERE article = ? AND number_key IS NOT NULL AND same_as IS NULL ORDER BY id",
        (article,),
    ).fetchall()
    for one in own:
        if one["date"] and _DAY.fullmatch(one["date"]):
            for other in db.execute(_SAME_NUMBER.format(what="date"), (one["number_key"], article, one["date"])):
                if _DAY.fullmatch(other["date"]) and _same_but_for_the_date(one, other):
                    here, there = _side(article, one, "date"), _side(other["article"], other, "date")
                    yield "document_dates", "high", _name(one, "type", "number", "issuer"), here, there
        if one["type"]:
            for other in db.execute(_SAME_NUMBER.format(what="type"), (one["number_key"], article, one["type"])):
                if _same_but_for_the_type(one, other):
                    here, there = _side(article, one, "type"), _side(other["article"], other, "type")
                    yield "document_types", "low", _name(one, "number", "issuer"), here, there


def _same_but_for_the_date(one: sqlite3.Row, other: sqlite3.Row) -> bool:
    if one["type"] and other["type"] and one["type"] != other["type"]:
        return False
    if one["canonical"] and one["canonical"] == other["canonical"]:
        return True
    if not _same_issuer(one, other):
        return False
    dates: tuple[str, str] = (one["date"], other["date"])
    return dates[0][:4] == dates[1][:4] or dates[0][5:] == dates[1][5:]


def _same_but_for_the_type(one: sqlite3.Row, other: sqlite3.Row) -> bool:
    covered = _covered()
    if other["type"] in covered.get(one["type"], ()) or one["type"] in covered.get(other["type"], ()):
        return False
    if one["canonical"] and one["canonical"] == other["canonical"]:
        return True
    same_day = one["date"] is not None and one["date"] == other["date"] and _DAY.fullmatch(one["date"]) is not None
    unsaid = one["issuer"] is None or other["issuer"] is None
    return same_day and (unsaid or _same_issuer(one, other))


@cache
def _covered() -> dict[str, frozenset[str]]:
    """By type: the types that its word may stand for, as "Thông tư" does for "Thông tư liên tịch"."""
    return {each["name"]: frozenset(each.get("covers", ())) for each in entries("document_types")}


def _same_issuer(one: sqlite3.Row, other: sqlite3.Row) -> bool:
    return bool(one["issuer"] and other["issuer"]) and fold(one["issuer"]) == fold(other["issuer"])


def _side(article: int, row: sqlite3.Row, value: str) -> _Side:
    return _Side(article, row["ref"], row["start"], row["end"], row[value])


def _name(row: sqlite3.Row, *names: str) -> str:
    return " ".join(str(row[name]) for name in names if row[name])


# --- figures --------------------------------------------------------------------------------------------------
_SAME_TOPIC = """
SELECT figures.article, ref, start, "end", text, interval_low, interval_high
FROM figures JOIN groups ON groups.head = figures.article
WHERE topic = ? AND figures.article < ? ORDER BY figures.id LIMIT 50
"""


def _figures(db: sqlite3.Connection, article: int) -> Iterator[_Found]:
    own = db.execute(
        'SELECT ref, start, "end", text, topic, concept, place, period, unit, interval_low, interval_high FROM figures'
        " WHERE article = ? AND topic IS NOT NULL ORDER BY id",
        (article,),
    ).fetchall()
    # An article that gives several values for what seems the same counts parts of it.
    values: dict[str, set[str]] = {}
    for one in own:
        values.setdefault(one["topic"], set()).add(_digits(one["text"]))
    for one in own:
        if len(values[one["topic"]]) > 1 or one["interval_low"] is None:
            continue
        subject = ", ".join(part for part in (one["concept"], one["place"], one["period"]) if part)
        said = db.execute(
            "SELECT count(*) FROM cross_findings WHERE kind = 'figure_values' AND subject = ?", (subject,)
        ).fetchone()[0]
        if said >= _MOST_VALUES:
            continue
        for other in db.execute(_SAME_TOPIC, (one["topic"], article)):
            if apart := _apart(one, other):
                here = _Side(article, one["ref"], one["start"], one["end"], one["text"])
                there = _Side(other["article"], other["ref"], other["start"], other["end"], other["text"])
                yield "figure_values", apart, subject, here, there
                break


def _apart(one: Any, other: Any) -> str | None:
    """How much it matters that two figures stand for values that do not meet; None where they do.

    What is near is meant to be the same; what is far apart may well count another thing.
    """
    if other["interval_low"] is None or one["interval_low"] == other["interval_low"]:
        return None
    low, high = Decimal(one["interval_low"]), Decimal(one["interval_high"])
    other_low, other_high = Decimal(other["interval_low"]), Decimal(other["interval_high"])
    if low <= other_high and other_low <= high:
        return None
    least, most = sorted((abs(low + high), abs(other_low + other_high)))
    return "high" if least * 2 > most else "low"
