"""What there is to look at in a store: filtered, counted, page by page, and what looks alike."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

from extractor.records import Message
from extractor.store import Mark, Store, fold
from extractor.store.folding import match_of

PAGE = 50
COUNTED = 10_000
"""A page counts no further: of the checks that hold there are millions."""
AROUND = 70
"""Characters of a text that are quoted before and behind what an item is about."""
_LONGEST = 420
_ALIKE = 500

STATES = ("open", "confirm", "dismiss", "all")
VERDICTS = ("inconsistent", "truncated", "undetermined", "consistent")
_NAMES = ("severity", "kind", "claim", "source", "province", "document", "period", "unit", "q")


@dataclass(frozen=True, slots=True)
class Filter:
    """Which items are asked for; an empty value asks for all.

    Attributes:
        state: ``open`` (no one has decided), ``confirm``, ``dismiss`` or ``all``.
        severity: ``high`` or ``low``.
        kind: of the finding.
        claim: the kind of the claim that it is about.
        verdict: ``inconsistent`` for findings; another for checks that came out so.
        source: the site, or the folder of a file.
        province: of a figure that it is about.
        document: number of a document that its article cites.
        period: beginning of the period of a figure that it is about: ``2018``.
        unit: of a figure that it is about.
        q: words of its article.
    """

    state: str = "open"
    severity: str = ""
    kind: str = ""
    claim: str = ""
    verdict: str = "inconsistent"
    source: str = ""
    province: str = ""
    document: str = ""
    period: str = ""
    unit: str = ""
    q: str = ""

    @classmethod
    def of(cls, given: Mapping[str, str]) -> Filter:
        """The filter that a query string asks for; what it cannot ask for is left out."""
        values = {name: given.get(name, "").strip()[:200] for name in _NAMES}
        state, verdict = given.get("state", ""), given.get("verdict", "")
        return cls(
            state=state if state in STATES else "open",
            verdict=verdict if verdict in VERDICTS else "inconsistent",
            **values,
        )

    def query(self, **more: object) -> str:
        """The query string that asks for it."""
        asked = {name: value for name, value in asdict(self).items() if value} | more
        return urlencode({name: value for name, value in asked.items() if value not in (None, "")})


@dataclass(frozen=True, slots=True)
class Snip:
    """A stretch of a quote; ``figure`` says whether it is what the item is about."""

    text: str
    figure: bool


@dataclass(frozen=True, slots=True)
class Item:
    """A finding, or a check, with what is needed to judge it without opening its article."""

    key: str | None
    id: int
    article: int
    ref: str
    kind: str
    severity: str | None
    verdict: str
    claim: str | None
    message: Message
    why: tuple[Message, ...]
    expected: tuple[str, ...]
    title: str
    source: str
    published: str | None
    mark: Mark | None
    quote: tuple[Snip, ...]
    claim_ref: str | None

    @property
    def anchor(self) -> str:
        """Where it stands on the page of its article."""
        of_claim = self.claim_ref if self.kind in ("inconsistent_claim", "check") else None
        return f"a1-{of_claim or self.ref}"


def site(url: str | None, source: str) -> str:
    """Where an article is from: the host of its address, or else the folder of its file.

    >>> site("https://www.baocamau.vn/x.html", "crawl.warc:12"), site(None, "tin/ca-mau/1.txt"), site(None, "1.txt")
    ('baocamau.vn', 'tin/ca-mau', '1.txt')
    """
    if url:
        try:
            host = urlsplit(url).hostname
        except ValueError:
            host = None
        if host:
            return host.removeprefix("www.")
    folder, slash, _ = source.rpartition("/")
    return folder if slash and folder else source.partition(":")[0]


def prepare(store: Store) -> None:
    """Let the questions of this module be asked of a store."""
    store.db.create_function("site", 2, site, deterministic=True)


_FINDINGS = """
    SELECT f.id, f.article, f.ref, f.kind, f.severity, 'inconsistent' AS verdict, f.start, f."end",
        f.figures, f.expected, f.message_vi, f.message_en, f.key, f.claim AS claim_ref
    FROM findings f
"""
_CHECKS = """
    SELECT k.id, k.article, c.ref, 'check' AS kind, k.severity, k.verdict, c.start, c."end",
        (SELECT json_group_array(DISTINCT substr(o.value, 1, instr(o.value || '.', '.') - 1))
         FROM json_tree(c.operands) o WHERE o.type = 'text') AS figures,
        '[]' AS expected, k.message_vi, k.message_en, NULL AS key, c.ref AS claim_ref
    FROM checks k JOIN claims c ON c.id = k.id WHERE k.verdict = :verdict
"""
_JOINED = """
    FROM ({items}) i
    JOIN articles a ON a.id = i.article
    JOIN groups g ON g.id = a.group_id AND g.head = a.id
    LEFT JOIN claims c ON c.article = i.article AND c.ref = i.claim_ref
    LEFT JOIN checks k ON k.id = c.id
    LEFT JOIN marks m ON m.key = i.key
"""
_COLUMNS = """
    i.*, c.kind AS claim, k.diagnosis, a.title, a.name, a.url, a.source, a.published,
    m.key AS mark_key, m.verdict AS mark_verdict, m.note AS mark_note, m.who AS mark_who, m.at AS mark_at,
    max(i.start - :around, 0) AS quoted,
    substr(a.text, max(i.start - :around, 0) + 1, min(i."end" - i.start, :longest) + 2 * :around) AS text
"""
_FIGURE = (
    "EXISTS (SELECT 1 FROM json_each(i.figures) j JOIN figures x ON x.article = i.article AND x.ref = j.value WHERE {})"
)
_CONDITIONS = {
    "severity": "i.severity = :severity",
    "kind": "i.kind = :kind",
    "claim": "c.kind = :claim",
    "source": "site(a.url, a.source) = :source",
    "province": _FIGURE.format(":province IN (x.place, x.place_successor)"),
    "period": _FIGURE.format("x.period LIKE :period || '%'"),
    "unit": _FIGURE.format("x.unit = :unit"),
    "document": "EXISTS (SELECT 1 FROM documents d WHERE d.article = i.article AND d.number_key = :document)",
    "q": "i.article IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH :q)",
}
_STATES = {"open": "m.key IS NULL", "confirm": "m.verdict = 'confirm'", "dismiss": "m.verdict = 'dismiss'"}


def _asked(asked: Filter) -> tuple[str, str, dict[str, Any]]:
    """The rest of a question: its FROM, its condition and its values. Copies of an article are left out."""
    values: dict[str, Any] = {"verdict": asked.verdict}
    conditions = []
    for name, condition in _CONDITIONS.items():
        if value := getattr(asked, name):
            values[name] = match_of(value) if name == "q" else fold(value) if name == "document" else value
            # A query of signs alone has no words, and finds nothing.
            conditions.append(condition if values[name] else "0")
    if asked.verdict == "inconsistent" and asked.state in _STATES:
        conditions.append(_STATES[asked.state])
    items = _FINDINGS if asked.verdict == "inconsistent" else _CHECKS
    return _JOINED.format(items=items), " AND ".join(conditions) or "1", values


def count(store: Store, asked: Filter, most: int = -1) -> int:
    """How many items a filter lets through; with ``most``, they are counted no further than that."""
    joined, condition, values = _asked(asked)
    found = f"SELECT 1 {joined} WHERE {condition} LIMIT :most"
    return int(store.db.execute(f"SELECT count(*) FROM ({found})", {**values, "most": most}).fetchone()[0])


def items(store: Store, asked: Filter, limit: int = PAGE, offset: int = 0) -> list[Item]:
    """A page of items, severe findings first; checks in the order they were stored in."""
    joined, condition, values = _asked(asked)
    order = "i.severity IS 'low', i.severity IS NULL, i.article, i.start, i.id"
    if asked.verdict != "inconsistent":
        order = "i.id"
    return _items(store, joined, condition, values, order, limit, offset)


def _items(
    store: Store, joined: str, condition: str, values: Mapping[str, Any], order: str, limit: int, offset: int
) -> list[Item]:
    # Which they are first, for to sort them with all that is shown of them would read the text of each one's article.
    page = f"SELECT i.id {joined} WHERE {condition} ORDER BY {order} LIMIT :limit OFFSET :offset"
    rows = store.db.execute(
        f"WITH page AS MATERIALIZED ({page})"
        f" SELECT {_COLUMNS} {joined} WHERE i.id IN (SELECT id FROM page) ORDER BY {order}",
        {**values, "around": AROUND, "longest": _LONGEST, "limit": limit, "offset": offset},
    ).fetchall()
    return [_item(store, row) for row in rows]


def _item(store: Store, row: sqlite3.Row) -> Item:
    diagnosis = json.loads(row["diagnosis"] or "[]") if row["claim_ref"] else []
    why = tuple(Message.model_validate(each["message"]) for each in diagnosis)
    said = Message(vi=row["message_vi"], en=row["message_en"])
    for first in why[:1]:
        said = Message(vi=said.vi.removesuffix(first.vi).rstrip("; "), en=said.en.removesuffix(first.en).rstrip("; "))
    mark = None
    if row["mark_key"] is not None:
        mark = Mark(row["mark_key"], row["mark_verdict"], row["mark_note"], row["mark_who"], row["mark_at"])
    spans = [
        (each["start"], each["end"])
        for each in store.db.execute(
            'SELECT start, "end" FROM figures WHERE article = ?'
            " AND ref IN (SELECT value FROM json_each(?)) ORDER BY start",
            (row["article"], row["figures"]),
        )
    ] or [(row["start"], row["end"])]
    return Item(
        key=row["key"],
        id=row["id"],
        article=row["article"],
        ref=row["ref"],
        kind=row["kind"],
        severity=row["severity"],
        verdict=row["verdict"],
        claim=row["claim"],
        message=said,
        why=why,
        expected=tuple(json.loads(row["expected"])),
        title=row["title"] or row["name"],
        source=site(row["url"], row["source"]),
        published=row["published"],
        mark=mark,
        quote=quoted(row["text"], row["quoted"], row["start"], row["end"], spans),
        claim_ref=row["claim_ref"],
    )


def quoted(text: str, at: int, start: int, end: int, spans: Sequence[tuple[int, int]]) -> tuple[Snip, ...]:
    """The text around an item, which begins at ``at``, in snips; cut at spaces where it is no beginning or end."""
    if at > 0 and (space := text.find(" ", 0, start - at)) >= 0:
        text, at = text[space + 1 :], at + space + 1
    if len(text) >= min(end - start, _LONGEST) + AROUND and (space := text.rfind(" ", end - at)) >= 0:
        text = text[:space]
    snips = []
    done = 0
    for span in spans:
        first, last = max(span[0] - at, done), min(span[1] - at, len(text))
        if first < last:
            snips += [Snip(text[done:first], False), Snip(text[first:last], True)]
            done = last
    return tuple(snip for snip in (*snips, Snip(text[done:], False)) if snip.text)


def alike(store: Store, key: str) -> list[Item]:
    """Undecided findings that look like that of a key: the same slip in the same words, or over the same other base.

    What a person dismisses once (a vote counted over the whole membership) comes again in every report of it.
    """
    row = store.db.execute(
        "SELECT f.kind, f.message_vi, f.documents, f.article, f.expected, k.diagnosis FROM findings f"
        " LEFT JOIN claims c ON c.article = f.article AND c.ref = f.claim LEFT JOIN checks k ON k.id = c.id"
        " WHERE f.key = ? LIMIT 1",
        (key,),
    ).fetchone()
    if row is None:
        return []
    first = (json.loads(row["diagnosis"] or "[]") or [{}])[0]
    base = first["values"][0] if first.get("kind") == "other_base" and first.get("values") else None
    numbers = store.db.execute(
        "SELECT DISTINCT number_key FROM documents WHERE article = ? AND number_key IS NOT NULL"
        " AND ref IN (SELECT value FROM json_each(?))",
        (row["article"], row["documents"]),
    ).fetchall()
    joined = _JOINED.format(items=f"{_FINDINGS} WHERE f.kind = :kind")
    condition = (
        "m.key IS NULL AND i.key != :key AND ("
        " i.message_vi = :message"
        " OR (json_extract(k.diagnosis, '$[0].kind') = 'other_base'"
        "  AND json_extract(k.diagnosis, '$[0].values[0]') = :base)"
        " OR (i.expected = :expected AND EXISTS (SELECT 1 FROM findings f JOIN json_each(f.documents) j"
        "  JOIN documents d ON d.article = f.article AND d.ref = j.value"
        "  WHERE f.id = i.id AND d.number_key IN (SELECT value FROM json_each(:numbers)))))"
    )
    values = {
        "kind": row["kind"],
        "key": key,
        "message": row["message_vi"],
        "base": base,
        "expected": row["expected"],
        "numbers": json.dumps([each[0] for each in numbers]),
    }
    return _items(store, joined, condition, values, "i.id", _ALIKE, 0)


def choices(store: Store) -> dict[str, list[tuple[str, int]]]:
    """For each filter that is chosen from a list: its values among the findings, the most frequent first."""
    heads = "FROM findings f JOIN articles a ON a.id = f.article JOIN groups g ON g.id = a.group_id AND g.head = a.id"
    # In this order: of the figures only those of findings are looked at, however many there are.
    about = (
        f"{heads} CROSS JOIN json_each(f.figures) j CROSS JOIN figures x ON x.article = f.article AND x.ref = j.value"
    )
    asked = {
        "kind": f"SELECT f.kind, count(*) {heads} GROUP BY 1",
        "claim": f"SELECT c.kind, count(*) {heads}"
        " JOIN claims c ON c.article = f.article AND c.ref = f.claim GROUP BY 1",
        "source": f"SELECT site(a.url, a.source), count(*) {heads} GROUP BY 1",
        "province": f"SELECT x.place, count(DISTINCT f.id) {about} WHERE x.place IS NOT NULL GROUP BY 1",
        "unit": f"SELECT x.unit, count(DISTINCT f.id) {about} WHERE x.unit IS NOT NULL GROUP BY 1",
        "period": f"SELECT substr(x.period, 1, 4), count(DISTINCT f.id) {about} WHERE x.period IS NOT NULL GROUP BY 1",
    }
    return {
        name: [(row[0], row[1]) for row in store.db.execute(f"{question} ORDER BY 2 DESC, 1 LIMIT 200") if row[0]]
        for name, question in asked.items()
    }
