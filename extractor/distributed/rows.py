"""Records as rows of Parquet: what is asked for often as columns, the record itself letter for letter."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from extractor.article import Article
from extractor.readers import ReadArticle, Rejected
from extractor.record import Registry, record_or_failure
from extractor.records import Record

if TYPE_CHECKING:
    import pyarrow as pa

_COLUMNS: tuple[tuple[str, str, str], ...] = (
    ("id", "string", "the article's id; null for a rejected input"),
    ("source", "string", "where the article or the rejected input came from"),
    ("url", "string", "the article's address, if known"),
    ("title", "string", "the article's title, if known"),
    ("published", "string", "the article's date, as its source gives it"),
    ("sha256", "string", "of the article's text in UTF-8"),
    ("length", "int64", "of the article's text, in code points"),
    ("documents", "int32", "how many documents the record has"),
    ("figures", "int32", "how many figures"),
    ("claims", "int32", "how many claims"),
    ("alarms", "int32", "how many checks to look at"),
    ("findings", "int32", "how many findings"),
    ("problems", "int32", "how many problems"),
    ("text", "string", "the article's text, into which all spans of the record point"),
    ("record", "string", "the record, as soatso extract writes it"),
    ("rejected", "string", "for an input that is no article: its source, code and message, as JSON"),
)


@dataclass(frozen=True, slots=True)
class Stored:
    """An article that was extracted, with its record, as it is found again in Parquet."""

    article: Article
    record: Record


def schema() -> pa.Schema:
    """The columns, each with what it means in its metadata."""
    import pyarrow as pa

    return pa.schema(
        [pa.field(name, pa.type_for_alias(kind), metadata={"description": told}) for name, kind, told in _COLUMNS]
    )


def record_row(record: Record, text: str | None) -> dict[str, Any]:
    """The row of a record; ``text`` is None where it is not wanted beside its record."""
    article = record.article
    return {
        "id": article.id,
        "source": article.source,
        "url": article.url,
        "title": article.title,
        "published": article.published,
        "sha256": article.sha256,
        "length": article.length,
        "documents": len(record.documents),
        "figures": len(record.figures),
        "claims": len(record.claims),
        "alarms": len(record.alarms),
        "findings": len(record.findings),
        "problems": len(record.problems),
        "text": text,
        "record": record.to_json(),
    }


def outcome_row(outcome: ReadArticle | Rejected, registry: Registry = "builtin") -> dict[str, Any]:
    """The row of what reading gave: extraction happens here."""
    if isinstance(outcome, Rejected):
        return {"source": outcome.source, "rejected": outcome.model_dump_json()}
    return record_row(record_or_failure(outcome.article, outcome.problems, registry=registry), outcome.article.text)


def record_table(rows: Iterable[dict[str, Any]]) -> pa.Table:
    """Rows as a table of the schema; columns that a row lacks are null."""
    import pyarrow as pa

    return pa.Table.from_pylist(list(rows), schema=schema())


def stored_counts(folder: str | os.PathLike[str]) -> dict[str, int]:
    """How many ``articles``, ``rejected`` inputs, ``alarms`` and ``problems`` a folder holds, from a few columns."""
    counts = dict.fromkeys(("articles", "rejected", "alarms", "problems"), 0)
    found = _dataset(folder)
    for batch in found.to_batches(columns=["id", "alarms", "problems"]):
        counts["rejected"] += batch.column("id").null_count
        counts["articles"] += batch.num_rows - batch.column("id").null_count
        for name in ("alarms", "problems"):
            counts[name] += sum(filter(None, batch.column(name).to_pylist()))
    return counts


def stored(folder: str | os.PathLike[str]) -> Iterator[Stored | Rejected]:
    """What a run wrote into a folder of Parquet files, or into one file, row by row.

    Raises:
        ValueError: the folder holds no such files, or files with other columns.
        OSError: they cannot be read.
    """
    columns = ["text", "record", "rejected"]
    for batch in _dataset(folder).to_batches(columns=columns, batch_size=64, batch_readahead=1, fragment_readahead=1):
        for row in batch.to_pylist():
            if row["rejected"] is not None:
                yield Rejected.model_validate_json(row["rejected"])
            else:
                record = Record.model_validate_json(row["record"])
                yield Stored(_article(record, row["text"]), record)


def _dataset(folder: str | os.PathLike[str]) -> Any:
    import pyarrow as pa
    from pyarrow import dataset

    try:
        found = dataset.dataset(os.fspath(folder), format="parquet")
    except pa.ArrowInvalid as error:
        raise ValueError(str(error).split("\n")[0]) from error
    if not found.files:
        raise ValueError("no Parquet files")
    if missing := [name for name, *_ in _COLUMNS if name not in found.schema.names]:
        raise ValueError(f"no columns {', '.join(missing)}")
    return found


def _article(record: Record, text: str) -> Article:
    told = record.article
    return Article(
        id=told.id,
        text=text,
        source=told.source,
        url=told.url,
        title=told.title,
        published=told.published,
        extra=told.extra,
    )
