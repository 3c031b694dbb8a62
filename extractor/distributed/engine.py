"""The run on Ray Data: files are found here, read in a few tasks, extracted in as many as there are cores."""

from __future__ import annotations

import logging
import os
import pickle
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.batch.pool import TIME_LIMIT
from extractor.batch.settings import Settings
from extractor.distributed import guard
from extractor.distributed.rows import record_table, stored_counts
from extractor.readers import Input, InputFormat, RawInput, Rejected, discover, read_input

if TYPE_CHECKING:
    import pyarrow as pa

_MIB = 1 << 20
# How much raw input one task extracts: enough tasks to keep cores even, no more than a driver keeps track of.
_LEAST_BLOCK, _MOST_BLOCK = _MIB // 4, 64 * _MIB
_BLOCKS_PER_CORE = 16
_ROWS_AT_ONCE = 64
_LOCAL_OBJECT_STORE = 512 * _MIB
_SMALL_FILES_PER_TASK = 500
# Reading is light beside extraction: it takes no core from it, not even on a machine of two, and one task of it feeds
# many of extraction. Without a limit Ray starts a process for each task that there is room for, and a start takes as
# long as extracting 150 articles.
_EXTRACTION_CPUS, _READING_CPUS = 0.95, 0.05
_CORES_PER_READER = 8


class RayMissing(Exception):
    """Ray is not installed: it comes with the extra ``soatso[ray]``."""


class OutputExists(Exception):
    """The folder to write to holds something already."""


@dataclass(frozen=True, slots=True)
class RunCounts:
    """How a run ended: ``articles`` and ``rejected`` inputs, ``alarms`` in the articles, ``problems`` of them."""

    articles: int
    rejected: int
    alarms: int
    problems: int


def run(
    paths: Sequence[str],
    output: str | os.PathLike[str],
    *,
    address: str | None = None,
    workers: int | None = None,
    input_format: InputFormat = "auto",
    text_column: str | None = None,
    registry: str = "builtin",
    time_limit: float = TIME_LIMIT,
) -> RunCounts:
    """Extract the articles of files, folders and globs into a folder of Parquet files.

    The rows are those of :mod:`extractor.distributed.rows`, in no particular order. An article on which the
    program fails, or an input that is none, is a row that says so.

    Args:
        paths: what to read; every machine of the cluster must see the same files at the same paths.
        output: a folder that does not exist or is empty, seen by every machine too. A file ``_SUCCESS`` in it
            says that the run came to its end.
        address: of a cluster (``auto``, ``ray://host:10001``); None starts Ray on this machine, for this run.
        workers: on this machine, how many cores to use; all by default. A cluster is used as it is.
        input_format: as in :func:`extractor.readers.read`.
        text_column: as in :func:`extractor.readers.read`.
        registry: what documents are held against: a CSV file that every machine sees, ``builtin`` or ``none``.
        time_limit: seconds that one article may take.

    Raises:
        RayMissing: Ray is not installed.
        OutputExists: ``output`` is not empty.
        OSError: ``output`` cannot be written to.
        ConnectionError: there is no cluster at ``address``.
    """
    folder = Path(output)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise OutputExists(os.fspath(folder))
    folder.mkdir(parents=True, exist_ok=True)
    found = list(discover(paths, input_format))
    with _ray(address, workers) as ray:
        cores = int(ray.cluster_resources().get("CPU", 1))
        block = _block_size(found, cores)
        parts = [{"inputs": pickle.dumps(part)} for part in _parts(found, block)]
        reading = {"input_format": input_format, "text_column": text_column}
        extracting = {"settings": Settings(registry), "time_limit": time_limit}
        readers = -(-cores // _CORES_PER_READER)
        _configure(ray, block)
        (
            ray.data.from_items(parts, override_num_blocks=len(parts))
            .map_batches(
                _read,
                batch_size=1,
                batch_format="pyarrow",
                fn_kwargs=reading,
                num_cpus=_READING_CPUS,
                concurrency=readers,
            )
            .map_batches(
                _extract,
                batch_size=_ROWS_AT_ONCE,
                batch_format="pyarrow",
                fn_kwargs=extracting,
                num_cpus=_EXTRACTION_CPUS,
            )
            # What asks for the same as extraction is done in its tasks.
            .write_parquet(
                os.fspath(folder.resolve()), compression="zstd", ray_remote_args={"num_cpus": _EXTRACTION_CPUS}
            )
        )
    counts = stored_counts(folder)
    (folder / "_SUCCESS").touch()
    return RunCounts(**counts)


def _block_size(found: Sequence[Input | Rejected], cores: int) -> int:
    """Bytes of raw input for one task, by what there is to read and how many cores there are for it."""
    total = sum(_size(each) for each in found)
    return min(max(total // (cores * _BLOCKS_PER_CORE), _LEAST_BLOCK), _MOST_BLOCK)


def _size(found: Input | Rejected) -> int:
    if isinstance(found, Rejected) or found.path is None:
        return 0
    try:
        return os.stat(found.path).st_size
    except OSError:
        return 0


def _parts(found: Sequence[Input | Rejected], block: int) -> Iterator[list[Input | Rejected]]:
    """The inputs in groups to read in one task: a large file alone, small ones together."""
    part: list[Input | Rejected] = []
    size = 0
    for each in found:
        part.append(each)
        size += _size(each)
        if size >= block or len(part) == _SMALL_FILES_PER_TASK:
            yield part
            part, size = [], 0
    if part:
        yield part


@contextmanager
def _ray(address: str | None, workers: int | None) -> Iterator[Any]:
    """Ray, connected for as long as the run takes; of its own start and progress it says nothing."""
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    if address is None:
        # Its name tells where Ray sets it; off, all of Ray's servers listen on this machine's loopback alone.
        os.environ.setdefault("RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER", "0")
    try:
        import ray
        import ray.data
    except ImportError as error:
        raise RayMissing from error
    quiet: dict[str, Any] = {"log_to_driver": False, "logging_level": logging.ERROR}
    if address is not None:
        ray.init(address=address, **quiet)
    else:
        ray.init(
            address="local",
            num_cpus=workers,
            include_dashboard=False,
            object_store_memory=_LOCAL_OBJECT_STORE,
            **quiet,
        )
    try:
        yield ray
    finally:
        ray.shutdown()


def _configure(ray: Any, block: int) -> None:
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    context.target_max_block_size = block
    # Files follow each other as the inputs do, so that who loads them meets copies in the order of the sources.
    context.execution_options.preserve_order = True
    logging.getLogger("ray.data").setLevel(logging.ERROR)


# --- in the tasks, on whatever machine ------------------------------------------------------------------------
def _read(batch: pa.Table, input_format: InputFormat, text_column: str | None) -> Iterator[pa.Table]:
    """The raw inputs of some files, a few at a time."""
    for part in batch.column("inputs").to_pylist():
        raw = (each for found in pickle.loads(part) for each in _raw(found, input_format, text_column))
        yield from _tables(raw)


def _raw(found: Input | Rejected, input_format: InputFormat, text_column: str | None) -> Iterator[RawInput | Rejected]:
    if isinstance(found, Rejected):
        return iter((found,))
    return read_input(found, input_format=input_format, text_column=text_column)


def _tables(raw: Iterator[RawInput | Rejected]) -> Iterator[pa.Table]:
    import pyarrow as pa

    rows: list[bytes] = []
    size = 0
    for each in raw:
        rows.append(pickle.dumps(each))
        size += len(rows[-1])
        if size >= _MIB or len(rows) == _ROWS_AT_ONCE:
            yield pa.table({"raw": pa.array(rows, pa.large_binary())})
            rows, size = [], 0
    if rows:
        yield pa.table({"raw": pa.array(rows, pa.large_binary())})


def _extract(batch: pa.Table, settings: Settings, time_limit: float) -> pa.Table:
    """The rows of some raw inputs: the part that takes the time."""
    raw = [pickle.loads(each) for each in batch.column("raw").to_pylist()]
    return record_table(guard.rows(raw, settings, time_limit))
