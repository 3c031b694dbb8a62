"""Documents and figures across the articles of a store."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from extractor.store import CrossRow, Store, fold
from extractor.web.queue import AROUND, Snip, quoted, site

_MOST = 500
_NEWEST = 20_000


@dataclass(frozen=True, slots=True)
class Cited:
    """A document as it is listed: by its number, with everything that was said of it."""

    key: str
    number: str
    types: tuple[str, ...]
    dates: tuple[str, ...]
    issuers: tuple[str, ...]
    citations: int
    articles: int


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation of a document."""

    article: int
    ref: str
    title: str
    source: str
    published: str | None
    text: str
    type: str | None
    date: str | None
    issuer: str | None
    pinpoint: str | None


@dataclass(frozen=True, slots=True)
class Given:
    """What is said of a document, and how often."""

    value: str
    times: int


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """Everything that a store says of the documents of one number."""

    key: str
    number: str
    types: tuple[Given, ...]
    dates: tuple[Given, ...]
    issuers: tuple[Given, ...]
    citations: tuple[Citation, ...]
    conflicts: tuple[CrossRow, ...]


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure with its article."""

    id: int
    article: int
    ref: str
    text: str
    kind: str
    value: str | None
    unit: str | None
    concept: str | None
    base: str | None
    period: str | None
    place: str | None
    title: str
    source: str
    published: str | None

    @property
    def when(self) -> str | None:
        """The time it is said of, as something to sort by; that of its article where the figure tells none."""
        return (self.period or self.published or "")[:10].partition("/")[0] or None

    @property
    def number(self) -> Decimal | None:
        """Its value."""
        try:
            return None if self.value is None else Decimal(self.value)
        except InvalidOperation:
            return None


@dataclass(frozen=True, slots=True)
class Topic:
    """What is counted, in which unit, and how often that is published."""

    concept: str
    unit: str | None
    figures: int
    articles: int


@dataclass(frozen=True, slots=True)
class FigurePage:
    """A figure, and where else the same is published."""

    figure: FigureRow
    quote: tuple[Snip, ...]
    others: tuple[FigureRow, ...]
    conflicts: tuple[CrossRow, ...]


def documents(store: Store, number: str, limit: int, offset: int) -> tuple[int, list[Cited]]:
    """The documents whose number begins so or has it inside, the most cited first; and how many there are."""
    values: dict[str, Any] = {"like": f"%{fold(number)}%", "limit": limit, "offset": offset}
    asked = "number_key LIKE :like" if number else "number_key IS NOT NULL"
    # Which they are is told by the index of numbers alone; the citations of a page of them are looked up then.
    keys = f"SELECT number_key, count(*) AS times FROM documents WHERE {asked} GROUP BY number_key"
    total = store.db.execute(f"SELECT count(*) FROM ({keys})", values).fetchone()[0]
    rows = store.db.execute(
        f"WITH page AS MATERIALIZED ({keys} ORDER BY times DESC, number_key LIMIT :limit OFFSET :offset)"
        " SELECT number_key, min(number) AS number,"
        " json_group_array(DISTINCT type) FILTER (WHERE type IS NOT NULL) AS types,"
        " json_group_array(DISTINCT date) FILTER (WHERE date IS NOT NULL) AS dates,"
        " json_group_array(DISTINCT issuer) FILTER (WHERE issuer IS NOT NULL) AS issuers,"
        " count(*) AS citations, count(DISTINCT article) AS articles FROM page JOIN documents USING (number_key)"
        " GROUP BY number_key ORDER BY citations DESC, number_key",
        values,
    ).fetchall()
    return total, [
        Cited(
            row["number_key"], row["number"], _list(row["types"]), _list(row["dates"]), _list(row["issuers"]),
            row["citations"], row["articles"],
        )
        for row in rows
    ]  # fmt: skip


def document(store: Store, key: str) -> DocumentPage | None:
    """The page of the documents of a folded number; None where no article cites one."""
    rows = store.db.execute(
        "SELECT d.*, a.title, a.name, a.url, a.source, a.published FROM documents d JOIN articles a ON a.id = d.article"
        " WHERE d.number_key = ? ORDER BY a.published, a.id, d.start LIMIT ?",
        (key, _MOST),
    ).fetchall()
    if not rows:
        return None
    conflicts = [
        row
        for kind in ("document_dates", "document_types")
        for row in _cross(store, "cross_findings.kind = ? AND EXISTS (SELECT 1 FROM documents d WHERE"
            " d.article = cross_findings.article AND d.ref = cross_findings.ref AND d.number_key = ?)", (kind, key))
    ]  # fmt: skip
    return DocumentPage(
        key=key,
        number=rows[0]["number"],
        types=_given([row["type"] for row in rows]),
        dates=_given([row["date"] for row in rows]),
        issuers=_given([row["issuer"] for row in rows]),
        citations=tuple(
            Citation(
                row["article"], row["ref"], row["title"] or row["name"], site(row["url"], row["source"]),
                row["published"], row["text"], row["type"], row["date"], row["issuer"], row["pinpoint"],
            )
            for row in rows
        ),
        conflicts=tuple(conflicts),
    )  # fmt: skip


def figures(store: Store, query: str, limit: int, offset: int) -> list[FigureRow]:
    """Figures by the words of what they count."""
    found = store.search_figures(query, limit=limit, offset=offset)
    return _figures(store, [row["id"] for row in found])


def topics(store: Store, limit: int) -> list[Topic]:
    """What is counted in most articles, among the newest twenty thousand figures."""
    rows = store.db.execute(
        "SELECT min(concept) AS concept, unit, count(*) AS figures, count(DISTINCT article) AS articles"
        " FROM (SELECT concept, unit, article FROM figures ORDER BY id DESC LIMIT ?) WHERE concept IS NOT NULL"
        " GROUP BY lower(concept), unit ORDER BY articles DESC, figures DESC, concept, unit LIMIT ?",
        (_NEWEST, limit),
    ).fetchall()
    return [Topic(row["concept"], row["unit"], row["figures"], row["articles"]) for row in rows]


def figure(store: Store, number: int) -> FigurePage | None:
    """The page of a figure: the same concept and unit elsewhere, in the order of time."""
    asked = _figures(store, [number])
    if not asked:
        return None
    (here,) = asked
    others: list[FigureRow] = []
    if here.concept:
        words = fold(here.concept)
        hits = store.db.execute(
            "SELECT x.id, x.concept FROM (SELECT rowid FROM figures_fts WHERE figures_fts MATCH ? LIMIT 5000) f"
            " JOIN figures x ON x.id = f.rowid WHERE x.unit IS ? AND x.kind = ? AND x.id != ?",
            (f'concept : "{words}"', here.unit, here.kind, number),
        ).fetchall()
        same = [row["id"] for row in hits if fold(row["concept"]) == words][:_MOST]
        others = _figures(store, same)
    conflicts = _cross(
        store,
        "cross_findings.kind = 'figure_values' AND ((cross_findings.article = ? AND cross_findings.ref = ?)"
        " OR (cross_findings.other_article = ? AND cross_findings.other_ref = ?))",
        (here.article, here.ref, here.article, here.ref),
    )
    ordered = sorted(others, key=lambda row: (row.when or "9", row.article, row.ref))
    return FigurePage(here, _quote(store, number), tuple(ordered), tuple(conflicts))


def figure_number(store: Store, article: int, ref: str) -> int | None:
    """The number in the store of a figure of an article."""
    row = store.db.execute("SELECT id FROM figures WHERE article = ? AND ref = ?", (article, ref)).fetchone()
    return None if row is None else int(row[0])


def _figures(store: Store, numbers: list[int]) -> list[FigureRow]:
    found = {}
    for number in numbers:
        row = store.db.execute(
            "SELECT x.*, a.title, a.name, a.url, a.source, a.published"
            " FROM figures x JOIN articles a ON a.id = x.article WHERE x.id = ?",
            (number,),
        ).fetchone()
        if row is not None:
            found[number] = FigureRow(
                row["id"], row["article"], row["ref"], row["text"], row["kind"], row["value"], row["unit"],
                row["concept"], row["base"], row["period"], row["place"], row["title"] or row["name"],
                site(row["url"], row["source"]), row["published"],
            )  # fmt: skip
    return list(found.values())


def _quote(store: Store, number: int) -> tuple[Snip, ...]:
    """A figure in its sentence."""
    row = store.db.execute(
        'SELECT x.start, x."end", max(x.start - :around, 0) AS at,'
        ' substr(a.text, max(x.start - :around, 0) + 1, x."end" - x.start + 2 * :around) AS text'
        " FROM figures x JOIN articles a ON a.id = x.article WHERE x.id = :number",
        {"number": number, "around": AROUND},
    ).fetchone()
    span = row["start"], row["end"]
    return quoted(row["text"], row["at"], *span, [span])


def _cross(store: Store, where: str, values: tuple[Any, ...]) -> list[CrossRow]:
    rows = store.db.execute(
        f"SELECT * FROM cross_findings WHERE {where}"
        " ORDER BY cross_findings.severity = 'low', cross_findings.id LIMIT 100",
        values,
    ).fetchall()
    return [CrossRow.of(row) for row in rows]


def _given(values: list[str | None]) -> tuple[Given, ...]:
    counted: dict[str, int] = {}
    for value in values:
        if value:
            counted[value] = counted.get(value, 0) + 1
    return tuple(Given(value, times) for value, times in sorted(counted.items(), key=lambda each: (-each[1], each[0])))


def _list(data: str) -> tuple[str, ...]:
    return tuple(json.loads(data))
