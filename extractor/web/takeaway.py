"""What leaves the desk: findings as lines of a table, drafts, and articles with their records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extractor.article import Article
from extractor.exchange import Line, claim_review
from extractor.exchange import lines as lines_of
from extractor.records import Record
from extractor.report.words import Lang
from extractor.store import Store
from extractor.web import queue
from extractor.web.desk import Refused

_MOST = 100_000


def whole(store: Store, number: int) -> tuple[Article, Record]:
    """A stored article with its record.

    Raises:
        Refused: there is none.
    """
    article, record = store.article(number), store.record(number)
    if article is None or record is None:
        raise Refused("not_found", 404)
    return article, record


def lines(store: Store, asked: queue.Filter) -> Iterator[Line]:
    """The findings that a filter lets through, in the order of the queue, with what was decided about them."""
    held: tuple[int, dict[str, Line]] = (0, {})
    for item in queue.items(store, asked, _MOST):
        if item.key is None:
            continue
        if held[0] != item.article:
            article, record = whole(store, item.article)
            found = zip(record.findings, lines_of(article, record), strict=True)
            held = (item.article, {finding.id: line for finding, line in found})
        line, mark = held[1][item.ref], item.mark
        if mark is None:
            yield replace(line, key=item.key)
        else:
            yield replace(line, key=item.key, mark=mark.verdict, note=mark.note, who=mark.who, marked_at=mark.at)


def draft(store: Store, key: str, lang: Lang) -> dict[str, object] | None:
    """The draft of a fact-check of a finding; None where nobody has confirmed it."""
    mark = store.marks([key]).get(key)
    row = store.db.execute("SELECT article, ref FROM findings WHERE key = ? LIMIT 1", (key,)).fetchone()
    if row is None:
        raise Refused("not_found", 404)
    if mark is None or mark.verdict != "confirm":
        return None
    article, record = whole(store, row["article"])
    (finding,) = [each for each in record.findings if each.id == row["ref"]]
    return claim_review(article, record, finding, reviewed=mark.at[:10], reviewer=mark.who, note=mark.note, lang=lang)
