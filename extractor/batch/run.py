"""A run: from sources, or from what a distributed run has written, into a store.

Inputs are written in the order in which they are read, some hundred in a transaction, each with what became of it. So a
run that is stopped, however it is stopped, has done the first so many of its inputs wholly and the others not at all;
started again it passes over the first and goes on, and nothing in the store tells where it was stopped.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from extractor.batch.account import Account, Observer, Silent
from extractor.batch.inputs import Reading, digest_of, size_of
from extractor.batch.pool import TIME_LIMIT, Job, Pool
from extractor.batch.settings import Settings, version_of
from extractor.batch.worker import Launch, launch
from extractor.batch.writer import Known, Writer, alone
from extractor.readers import InputFormat, Rejected
from extractor.store import Packed, Store
from extractor.store.errors import told

_PACKER = "extractor.batch.work:packer"


@dataclass(frozen=True, slots=True)
class Options:
    """How a run is to be done.

    Attributes:
        input_format: as in :func:`extractor.readers.read`.
        text_column: as in :func:`extractor.readers.read`.
        registry: what documents are held against: a CSV file, ``builtin`` or ``none``.
        refresh: extract stored articles anew that other rules extracted, and try rejected inputs again.
        workers: how many processes; as many as there are cores if 0.
        time_limit: seconds that one article may take.
        start: starts a worker process.
    """

    input_format: InputFormat = "auto"
    text_column: str | None = None
    registry: str = "builtin"
    refresh: bool = False
    workers: int = 0
    time_limit: float = TIME_LIMIT
    start: Launch = launch

    def as_json(self) -> str:
        """What of it decides over what is stored."""
        names = ("input_format", "text_column", "registry", "refresh")
        return json.dumps({name: getattr(self, name) for name in names}, sort_keys=True)

    def pool(self) -> Pool:
        """The workers of the run."""
        return Pool(_PACKER, Settings(self.registry), self.workers, self.time_limit, start=self.start)


def run(
    sources: Sequence[str],
    store: str | os.PathLike[str],
    options: Options | None = None,
    observer: Observer | None = None,
) -> Account:
    """Read sources into a store, which is made if it is not there.

    Args:
        sources: files, folders and globs, or ``-``.
        store: the file of the store.
        options: how.
        observer: who is told on the way.

    Raises:
        StoreError: the store cannot be used or written; what was committed stays, and the run can be started again.
        WorkersFail: worker processes cannot be started.
        SketchMissing: rensa, of the extra ``soatso[batch]``, is not installed.
    """
    options = options or Options()
    reading = Reading(sources, options.input_format, options.text_column)
    version = version_of(Settings(options.registry))
    with _writer(store, sources, options.as_json(), version, observer) as writer, options.pool() as pool:
        if options.refresh:
            writer.refresh(pool)
        writer.watch(reading)
        writer.write(pool.ordered(_jobs(reading, writer, options.refresh)))
    return writer.account


def load(
    folder: str | os.PathLike[str],
    rows: Iterable[tuple[Packed | Rejected, str]],
    store: str | os.PathLike[str],
    observer: Observer | None = None,
) -> Account:
    """Bring records home that were extracted elsewhere.

    Args:
        folder: where they come from, as the run is called.
        rows: each article packed, or the rejected input, with what it is known by.
        store: the file of the store.
        observer: who is told on the way.

    Raises:
        StoreError: the store cannot be used or written.
        SketchMissing: rensa, of the extra ``soatso[batch]``, is not installed.
    """
    with _writer(store, [os.fspath(folder)], '{"load": true}', version_of(Settings()), observer) as writer:
        writer.write(_loaded(rows, writer))
    return writer.account


@contextmanager
def _writer(
    path: str | os.PathLike[str], sources: Sequence[str], options: str, version: str, observer: Observer | None
) -> Iterator[Writer]:
    with alone(os.fspath(path)), Store.open(path, create=True) as store, told(store.path):
        writer = Writer(store, sources, options, version, observer or Silent())
        # Whatever ends it earlier, Ctrl-C too, may come in the middle of an article: what is not committed is undone.
        yield writer
        writer.finish()


def _jobs(reading: Reading, writer: Writer, refresh: bool) -> Iterator[Job[Known]]:
    for raw in reading:
        digest = digest_of(raw)
        before = writer.outcome(digest)
        if before is not None and before["outcome"] == "rejected" and refresh and before["run"] != writer.run:
            before = None
        known = Known(digest, before)
        if isinstance(raw, Rejected):
            yield Job(known, None, raw.source, answer=raw)
        elif before is not None:
            yield Job(known, None, raw.source)
        else:
            yield Job(known, raw, raw.source, size_of(raw))


def _loaded(rows: Iterable[tuple[Packed | Rejected, str]], writer: Writer) -> Iterator[Job[Known]]:
    for answer, known_by in rows:
        digest = hashlib.blake2b(known_by.encode("utf-8", "surrogatepass"), digest_size=16).digest()
        yield Job(Known(digest, writer.outcome(digest)), None, "", answer=answer, done=True)
