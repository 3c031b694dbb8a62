"""One stage after the other on one core, each by the processor time it takes, with ``word_tokenize`` in between.

The stages take turns, article by article, so that whatever else the machine does slows all of them alike.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import process_time
from typing import Any

from extractor.article import Article
from extractor.batch.inputs import digest_of
from extractor.readers import RawInput, ReadArticle, parse
from extractor.record import record_or_failure
from extractor.records import Record
from extractor.store import Packed, Store, pack
from extractor.store import writing as tables
from extractor.store.copies import sketch
from extractor.store.version import rules_version

NAMES = ("word_tokenize", "reading", "extraction", "packing", "storing")


@dataclass(slots=True)
class Stages:
    """Processor seconds of each stage over some articles.

    Attributes:
        articles: how many.
        characters: of their texts.
        size: bytes of their texts.
        seconds: by stage.
        store_bytes: of the store they made.
    """

    articles: int = 0
    characters: int = 0
    size: int = 0
    store_bytes: int = 0
    seconds: dict[str, float] = field(default_factory=lambda: dict.fromkeys(NAMES, 0.0))

    def times(self, *stages: str) -> float:
        """How many times the throughput of ``word_tokenize`` these stages reach together."""
        return self.seconds["word_tokenize"] / sum(self.seconds[name] for name in stages)


def measure(lines: Sequence[dict[str, Any]]) -> Stages:
    """Measure all stages over articles given as objects of JSON Lines."""
    from underthesea import word_tokenize

    found = Stages()

    def timed(name: str, work: Callable[..., Any], *given: Any) -> Any:
        start = process_time()
        result = work(*given)
        found.seconds[name] += process_time() - start
        return result

    # What loads when it is first used is loaded before.
    word_tokenize(lines[0]["text"])
    record_or_failure(_read(lines[0], 0).article)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "news.db"
        with Store.open(path, create=True) as store:
            run = _open_run(store)
            for at in range(0, len(lines), 100):
                made = []
                for number, line in enumerate(lines[at : at + 100], at):
                    timed("word_tokenize", word_tokenize, line["text"])
                    article = timed("reading", _read, line, number).article
                    record = timed("extraction", record_or_failure, article)
                    made.append(timed("packing", _pack, article, record))
                    found.articles += 1
                    found.characters += len(article.text)
                    found.size += len(article.text.encode())
                timed("storing", _store, store, made, run)
        found.store_bytes = path.stat().st_size
    return found


def _read(line: dict[str, Any], number: int) -> ReadArticle:
    raw = RawInput("line", json.dumps(line, ensure_ascii=False).encode(), f"news.jsonl:{number + 1}")
    digest_of(raw)
    outcome = parse(raw)
    assert isinstance(outcome, ReadArticle)
    return outcome


def _pack(article: Article, record: Record) -> Packed:
    return pack(article, record)._replace(sketch=sketch(article.text))


def _open_run(store: Store) -> int:
    from extractor.store.reading import open_run

    with store.transaction() as db:
        return open_run(db, "bench", rules_version(), "")


def _store(store: Store, made: Sequence[Any], run: int) -> None:
    with store.transaction() as db:
        for packed in made:
            tables.add(db, packed, rules_version(), run)
        tables.index(db)
