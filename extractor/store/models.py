"""What the store answers with: rows as frozen objects."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass, fields
from typing import Any, Literal, Self

MarkVerdict = Literal["confirm", "dismiss"]


class _Row:
    @classmethod
    def of(cls, row: sqlite3.Row) -> Self:
        """The object of a row that has its columns, JSON among them read."""
        names = row.keys()
        return cls(**{f.name: _value(f.type, row[f.name]) for f in fields(cls) if f.name in names})  # type: ignore[arg-type]


def _value(kind: Any, value: Any) -> Any:
    if isinstance(value, str) and str(kind).startswith("tuple"):
        return tuple(json.loads(value))
    if isinstance(value, str) and str(kind).startswith("dict"):
        return json.loads(value)
    return value


@dataclass(frozen=True, slots=True)
class Mark(_Row):
    """What a person decided about a finding."""

    key: str
    verdict: MarkVerdict
    note: str
    who: str
    at: str


@dataclass(frozen=True, slots=True)
class StoredArticle(_Row):
    """An article as it is listed: all but its text and record, which :class:`Store` gives by its ``id``."""

    id: int
    name: str
    source: str
    url: str | None
    title: str | None
    published: str | None
    sha256: str
    length: int
    group_id: int
    similarity: str
    extractor: str
    documents: int
    figures: int
    claims: int
    alarms: int
    findings: int
    problems: int
    percentages: int
    checked: int
    head: int

    @property
    def is_head(self) -> bool:
        """Whether it is the first of its group."""
        return self.head == self.id


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that a search found, with the part of its text that answers."""

    article: StoredArticle
    snippet: str


@dataclass(frozen=True, slots=True)
class FindingRow(_Row):
    """A finding of one article, with its mark if a person has made one."""

    id: int
    article: int
    ref: str
    kind: str
    severity: str
    start: int
    end: int
    text: str
    claim: str | None
    figures: tuple[str, ...]
    documents: tuple[str, ...]
    expected: tuple[str, ...]
    message_vi: str
    message_en: str
    key: str
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class CrossRow(_Row):
    """What two articles say that does not fit, with both quotes."""

    id: int
    kind: str
    severity: str
    subject: str
    article: int
    ref: str
    start: int
    end: int
    quote: str
    value: str
    other_article: int
    other_ref: str
    other_start: int
    other_end: int
    other_quote: str
    other_value: str
    message_vi: str
    message_en: str
    key: str
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class GroupRow(_Row):
    """Articles that are the same news; ``head`` is the one that was read first."""

    id: int
    head: int
    size: int


@dataclass(frozen=True, slots=True)
class RejectRow(_Row):
    """An input that gave no article, and why."""

    id: int
    source: str
    code: str
    message_vi: str
    message_en: str
    run: int


@dataclass(frozen=True, slots=True)
class RunRow(_Row):
    """A run with its account: ``read`` is the sum of ``stored``, ``duplicate`` and ``rejected``."""

    id: int
    sources: tuple[str, ...]
    options: dict[str, Any]
    extractor: str
    status: str
    attempts: int
    started: str
    finished: str | None
    read: int
    stored: int
    duplicate: int
    rejected: int
    refreshed: int
    alarms: int
