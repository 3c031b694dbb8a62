"""A store at a glance: how much there is by source, province and month, what could be checked, and what goes wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from extractor.store import Store

_BARS = 15


@dataclass(frozen=True, slots=True)
class Tally:
    """Figures and alarms of one source, province or month."""

    name: str
    figures: int
    alarms: int


@dataclass(frozen=True, slots=True)
class Overview:
    """What the overview shows. Copies of an article are not counted again.

    Attributes:
        articles: all that are stored.
        stories: those that are no copies.
        percentages: in them,
        checked: and how many of these could be checked.
        findings: to look at,
        marked: and how many of these a person has decided about.
        diagnoses: kinds of the likeliest diagnosis with their number.
        kinds: kinds of findings with their number.
    """

    articles: int
    stories: int
    figures: int
    alarms: int
    percentages: int
    checked: int
    findings: int
    marked: int
    by_source: tuple[Tally, ...]
    by_province: tuple[Tally, ...]
    by_month: tuple[Tally, ...]
    diagnoses: tuple[tuple[str, int], ...]
    kinds: tuple[tuple[str, int], ...]


_HEADS = "articles a JOIN groups g ON g.head = a.id"


def overview(store: Store) -> Overview:
    """The overview of a store."""
    whole = store.db.execute(
        f"SELECT count(*), sum(a.figures), sum(a.alarms), sum(a.percentages), sum(a.checked) FROM {_HEADS}"
    ).fetchone()
    stories, figures, alarms, percentages, checked = (value or 0 for value in whole)
    found = store.db.execute(
        "SELECT count(*), count(m.key) FROM findings f JOIN groups g ON g.head = f.article"
        " LEFT JOIN marks m ON m.key = f.key"
    ).fetchone()
    return Overview(
        articles=store.db.execute("SELECT count(*) FROM articles").fetchone()[0],
        stories=stories,
        figures=figures,
        alarms=alarms,
        percentages=percentages,
        checked=checked,
        findings=found[0],
        marked=found[1],
        by_source=_tallies(
            store, f"SELECT site(a.url, a.source), sum(a.figures), sum(a.alarms) FROM {_HEADS} GROUP BY 1"
            f" ORDER BY 2 DESC, 1 LIMIT {_BARS}"
        ),
        by_province=_by_province(store),
        by_month=_tallies(
            store, f"SELECT substr(a.published, 1, 7), sum(a.figures), sum(a.alarms) FROM {_HEADS}"
            " WHERE a.published IS NOT NULL GROUP BY 1 ORDER BY 1 DESC LIMIT 36"
        )[::-1],
        diagnoses=_pairs(
            store,
            "SELECT coalesce(json_extract(k.diagnosis, '$[0].kind'), 'none'), count(*) FROM checks k"
            " JOIN claims c ON c.id = k.id JOIN groups g ON g.head = k.article"
            " WHERE k.verdict = 'inconsistent' AND c.basis = 'stated' GROUP BY 1 ORDER BY 2 DESC, 1",
        ),
        kinds=_pairs(
            store, "SELECT f.kind, count(*) FROM findings f JOIN groups g ON g.head = f.article"
            " GROUP BY 1 ORDER BY 2 DESC, 1"
        ),
    )  # fmt: skip


def _by_province(store: Store) -> tuple[Tally, ...]:
    alarms = dict(
        _pairs(
            store,
            "SELECT x.place, count(DISTINCT k.id) FROM checks k JOIN claims c ON c.id = k.id"
            " JOIN groups g ON g.head = k.article JOIN figures x ON x.article = k.article AND x.place IS NOT NULL"
            ' AND x.start >= c.start AND x."end" <= c."end"'
            " WHERE k.verdict = 'inconsistent' AND c.basis = 'stated' GROUP BY 1",
        )
    )
    figures = _pairs(
        store,
        "SELECT x.place, count(*) FROM figures x JOIN groups g ON g.head = x.article WHERE x.place IS NOT NULL"
        f" GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {_BARS}",
    )
    return tuple(Tally(place, number, alarms.get(place, 0)) for place, number in figures)


def _tallies(store: Store, question: str) -> tuple[Tally, ...]:
    return tuple(Tally(str(row[0]), row[1] or 0, row[2] or 0) for row in _rows(store, question))


def _pairs(store: Store, question: str) -> tuple[tuple[str, int], ...]:
    return tuple((row[0], row[1]) for row in _rows(store, question))


def _rows(store: Store, question: str) -> list[Any]:
    return store.db.execute(question).fetchall()
