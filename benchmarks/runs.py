"""Whole runs, each in a process of its own: on one core, on two, and with Ray on two."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from time import monotonic, process_time
from typing import Any

from extractor.batch.account import Account


@dataclass(frozen=True, slots=True)
class Run:
    """What a whole run took.

    Attributes:
        articles: how many it stored.
        seconds: on the clock.
        processor: seconds of all its processes together.
        worker_mib: the most memory that one worker held.
        writer_mib: the most memory that the process held that reads and writes.
        store_bytes: of the store.
    """

    articles: int
    seconds: float
    processor: float
    worker_mib: int
    writer_mib: int
    store_bytes: int


@dataclass(frozen=True, slots=True)
class Measured:
    """A run, and one over a single article: what is left of the first without the second is the speed of a long run."""

    run: Run
    start: Run

    @property
    def speed(self) -> float:
        """Articles a second, processes started."""
        return (self.run.articles - self.start.articles) / (self.run.seconds - self.start.seconds)

    @property
    def processor(self) -> float:
        """Processor seconds an article, processes started."""
        spent = self.run.processor - self.start.processor
        return spent / (self.run.articles - self.start.articles)


def measure(source: Path, single: Path, **options: Any) -> Measured:
    """A whole run over a file, and one over a file of a single article."""
    return Measured(_measure(source, **options), _measure(single, **options))


def _measure(source: Path, *, workers: int, cores: int, engine: str = "local") -> Run:
    """A whole run over a file, from reading to the store (with Ray: to Parquet)."""
    call = [sys.executable, "-m", "benchmarks.runs", str(source), str(workers), str(cores), engine]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return Run(**json.loads(done.stdout.splitlines()[-1]))


class _Watch:
    """Looks at the worker processes whenever the run tells how it is going."""

    wants_total = False

    def __init__(self) -> None:
        self.worker_mib = 0

    def progress(self, account: Account, position: int, total: int | None) -> None:
        for child in _children():
            self.worker_mib = max(self.worker_mib, _peak_mib(child))

    def rejected(self, source: str, code: str, message: object) -> None:
        raise RuntimeError(f"{source}: {code}")


def _children() -> list[int]:
    task = Path(f"/proc/self/task/{os.getpid()}/children")
    return [int(each) for each in task.read_text().split()] if task.exists() else []


def _peak_mib(process: int) -> int:
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) >> 10 for line in status.splitlines() if line.startswith("VmHWM")), 0)


def _local(source: str, workers: int) -> Run:
    from extractor.batch.run import Options, run

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "news.db"
        watch = _Watch()
        start = monotonic()
        account = run([source], path, Options(workers=workers), watch)
        return Run(
            articles=account.stored,
            seconds=monotonic() - start,
            processor=_processor(),
            worker_mib=watch.worker_mib,
            writer_mib=_peak_mib(os.getpid()),
            store_bytes=path.stat().st_size,
        )


def _ray(source: str, workers: int) -> Run:
    from extractor.distributed.engine import run

    with tempfile.TemporaryDirectory() as folder:
        start = monotonic()
        counts = run([source], Path(folder) / "out", workers=workers)
        size = sum(each.stat().st_size for each in (Path(folder) / "out").iterdir())
        return Run(counts.articles, monotonic() - start, _processor(), 0, _peak_mib(os.getpid()), size)


def _processor() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return process_time() + children.ru_utime + children.ru_stime


def main(arguments: Sequence[str]) -> None:
    """In the process of the run: do it and print what it took."""
    source, workers, cores, engine = arguments
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: int(cores)])
    done = _ray(source, int(workers)) if engine == "ray" else _local(source, int(workers))
    print(json.dumps(asdict(done)))


if __name__ == "__main__":
    main(sys.argv[1:])
