"""The one who writes into the store, and keeps the count of the run."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from time import monotonic
from typing import NamedTuple

from extractor.batch.account import Account, Observer
from extractor.batch.inputs import Reading
from extractor.batch.pool import Job, Pool
from extractor.batch.settings import Again
from extractor.readers import Rejected
from extractor.records import Message, Record
from extractor.store import Packed, Store, StoreError
from extractor.store import writing as tables
from extractor.store.across import compare_all
from extractor.store.copies import sketch_rules
from extractor.store.packing import ARTICLE_COLUMNS
from extractor.store.store import now

LOSSES = ("broken_utf8", "broken_utf16", "lone_surrogate", "extraction_failed")
"""Problems that say that characters of the input are lost; others tell how it was read."""

_MOST_AT_ONCE = 500
_SECONDS_AT_ONCE = 1.0
_ALARMS = ARTICLE_COLUMNS.index("alarms")
_SOURCE = ARTICLE_COLUMNS.index("source")
_IN_LOSSES = f"({', '.join('?' * len(LOSSES))})"
_ALARMS_AND_LOSSES = (
    "SELECT alarms, problems > 0 AND EXISTS"
    f" (SELECT 1 FROM problems WHERE article = articles.id AND code IN {_IN_LOSSES}) FROM articles WHERE id = ?"
)


class Known(NamedTuple):
    """An input by its digest, with what became of it before: its outcome and the run that it was of."""

    digest: bytes
    before: sqlite3.Row | None


@contextmanager
def alone(path: str) -> Iterator[None]:
    """Keeps a second run away from a store while a first one writes into it; the lock ends with the process.

    Raises:
        StoreError: another run has it.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    name = f"{path}.lock"
    try:
        file = os.open(name, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise StoreError("unwritable", path, reason=error.strerror or str(error)) from error
    try:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise StoreError("in_use", path) from error
        try:
            yield
        finally:
            with suppress(OSError):
                os.unlink(name)
    finally:
        os.close(file)


class Writer:
    """Writes what came of inputs, in order, and counts.

    Attributes:
        account: the count.
        observer: who is told.
        run: the number of the run in the store.
    """

    def __init__(self, store: Store, sources: Sequence[str], options: str, version: str, observer: Observer) -> None:
        """Begin a run, or go on with the last one if it was the same and was not finished.

        Args:
            store: where to write.
            sources: what is read, by which a run is known again.
            options: how it is read, as JSON; the same.
            version: of the rules that extract.
            observer: who is told.
        """
        self.account = Account()
        self.observer = observer
        self._store = store
        self._db = store.db
        self._version = version
        self._reading: Reading | None = None
        self._total: int | None = None
        self._began = self._committed_at = monotonic()
        self._waiting = 0
        self._begin()
        self._same_sketches()
        self.run = self._open(json.dumps(list(sources), ensure_ascii=False), options)
        self.commit()

    def _same_sketches(self) -> None:
        rules = sketch_rules()
        found = self._db.execute("SELECT value FROM meta WHERE name = 'sketches'").fetchone()
        if found is None:
            self._db.execute("INSERT INTO meta (name, value) VALUES ('sketches', ?)", (rules,))
        elif found[0] != rules:
            raise StoreError("other_rules", self._store.path, found=found[0], known=rules)

    def _open(self, sources: str, options: str) -> int:
        last = self._db.execute("SELECT * FROM runs WHERE sources = ? ORDER BY id DESC LIMIT 1", (sources,)).fetchone()
        if last is not None and last["status"] == "running" and last["options"] == options:
            self.account.resumed = True
            self.account.refreshed = last["refreshed"]
            self._db.execute("UPDATE runs SET attempts = attempts + 1 WHERE id = ?", (last["id"],))
            return int(last["id"])
        made = self._db.execute(
            "INSERT INTO runs (sources, options, extractor, status, started) VALUES (?, ?, ?, 'running', ?)",
            (sources, options, self._version, now()),
        )
        return int(made.lastrowid or 0)

    def watch(self, reading: Reading) -> None:
        """Tell progress by what is being read."""
        self._reading = reading
        self._total = reading.total() if self.observer.wants_total else None

    def outcome(self, digest: bytes) -> sqlite3.Row | None:
        """What became of an input before."""
        row: sqlite3.Row | None = self._db.execute(
            "SELECT outcome, run, article FROM inputs WHERE digest = ?", (digest,)
        ).fetchone()
        return row

    def write(self, jobs: Iterable[Job[Known]]) -> None:
        """Write each input down with what became of it."""
        for job in jobs:
            self._begin()
            if job.tag.before is not None:
                self._count_again(job.tag.digest, job.tag.before)
            elif isinstance(job.answer, Rejected):
                self._reject(job.tag.digest, job.answer)
            else:
                self._add(job.tag.digest, job.answer)
            self._wrote()

    def refresh(self, pool: Pool) -> None:
        """Extract stored articles anew that other rules extracted, then look again at what contradicts what."""
        self._begin()
        query = "SELECT id FROM articles WHERE extractor IS NOT ? ORDER BY id"
        stale = [row[0] for row in self._db.execute(query, (self._version,))]
        if stale:
            self._db.execute("INSERT OR REPLACE INTO meta (name, value) VALUES ('compare', 'due')")
        self.commit()
        for job in pool.ordered(map(self._again, stale)):
            self._begin()
            if isinstance(job.answer, Rejected):
                # The old record is better than none.
                self.observer.rejected(job.answer.source, job.answer.code, job.answer.message)
            else:
                tables.replace(self._db, job.tag, job.answer, self._version)
                self.account.refreshed += 1
            self._wrote()
        self._begin()
        if self._db.execute("DELETE FROM meta WHERE name = 'compare'").rowcount:
            compare_all(self._db)
        self.commit()

    def _again(self, number: int) -> Job[int]:
        article, record = self._store.article(number), self._store.record(number)
        assert article is not None and isinstance(record, Record)
        (of_reading,) = self._db.execute("SELECT read_problems FROM records WHERE article = ?", (number,)).fetchone()
        return Job(number, Again(article, record.problems[:of_reading]), article.source, len(article.text))

    def commit(self) -> None:
        """Write down what there is, with the count of it, and tell."""
        if self._db.in_transaction:
            account = self.account
            tables.index(self._db)
            self._db.execute(
                "UPDATE runs SET read = ?, stored = ?, duplicate = ?, rejected = ?, refreshed = ?, alarms = ?"
                " WHERE id = ?",
                (
                    account.read, account.stored, account.duplicate, account.rejected, account.refreshed,
                    account.alarms, self.run,
                ),
            )  # fmt: skip
            self._db.execute("COMMIT")
        self._waiting = 0
        self._committed_at = monotonic()
        self._tell()

    def finish(self) -> None:
        """Close the run."""
        self.commit()
        self._db.execute("UPDATE runs SET status = 'finished', finished = ? WHERE id = ?", (now(), self.run))
        self.account.seconds = monotonic() - self._began

    # --- within -----------------------------------------------------------------------------------------------
    def _begin(self) -> None:
        if not self._db.in_transaction:
            self._db.execute("BEGIN IMMEDIATE")

    def _wrote(self) -> None:
        self._waiting += 1
        if self._waiting >= _MOST_AT_ONCE or monotonic() - self._committed_at > _SECONDS_AT_ONCE:
            self.commit()

    def _tell(self) -> None:
        self.account.seconds = monotonic() - self._began
        position = self._reading.position if self._reading is not None else 0
        self.observer.progress(self.account, position, self._total)

    def _add(self, digest: bytes, packed: Packed) -> None:
        added = tables.add(self._db, packed, self._version, self.run)
        self.account.worked += 1
        self.account.losses += any(problem[0] in LOSSES for problem in packed.problems)
        source = None
        if added.outcome == "stored":
            self.account.stored += 1
            self.account.alarms += packed.article[_ALARMS]
        else:
            self.account.duplicate += 1
            source = packed.article[_SOURCE]
        self._db.execute(
            "INSERT OR REPLACE INTO inputs (digest, outcome, article, source, run) VALUES (?, ?, ?, ?, ?)",
            (digest, added.outcome, added.article, source, self.run),
        )
        # It may have been rejected once, by an older reader.
        self._db.execute("DELETE FROM rejects WHERE digest = ?", (digest,))

    def _reject(self, digest: bytes, rejected: Rejected) -> None:
        self.account.worked += 1
        self._rejected(rejected.source, rejected.code, rejected.message)
        self._db.execute(
            "INSERT OR REPLACE INTO rejects (source, code, message_vi, message_en, digest, run)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (rejected.source, rejected.code, rejected.message.vi, rejected.message.en, digest, self.run),
        )
        self._db.execute(
            "INSERT OR REPLACE INTO inputs (digest, outcome, run) VALUES (?, 'rejected', ?)", (digest, self.run)
        )

    def _rejected(self, source: str, code: str, message: Message) -> None:
        self.account.reject(source, code, message)
        self.observer.rejected(source, code, message)

    def _count_again(self, digest: bytes, before: sqlite3.Row) -> None:
        """Count an input that is done: by this run, before it was stopped, as then; by another, as known."""
        if before["outcome"] == "rejected":
            row = self._db.execute("SELECT * FROM rejects WHERE digest = ?", (digest,)).fetchone()
            self._rejected(row["source"], row["code"], Message(vi=row["message_vi"], en=row["message_en"]))
            return
        alarms, lost = self._db.execute(_ALARMS_AND_LOSSES, (*LOSSES, before["article"])).fetchone()
        self.account.losses += lost
        if before["outcome"] == "stored" and before["run"] == self.run:
            self.account.stored += 1
            self.account.alarms += alarms
        else:
            self.account.duplicate += 1
