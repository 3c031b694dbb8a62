"""A long run that is killed again and again, over good and bad files: nothing may be lost, and nothing may grow.

    python tools/soak.py --articles 20000 --kills 10 --slow-disk 50 --folder /tmp/soak

Generates articles, each with a name and a text of its own, and files that are none; lets ``soatso run`` read them
into a store, kills it at random moments, starts it again until it ends by itself, and then holds the
store against what was generated. Memory of the main process and of the largest worker and the main process' file
handles are watched, and printed as they go. The disk can be made slow (see slow_disk.c; needs a C compiler and Linux).
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

PER_FILE = 500
_PLACES = ("Tân Lập", "Trần Văn Thời", "Năm Căn", "Cái Nước", "Đầm Dơi", "Phú Tân", "Ngọc Hiển", "Thới Bình", "U Minh")
_THINGS = ("hộ nghèo", "trẻ", "hộ cận nghèo", "lao động", "học sinh", "cơ sở", "đảng viên", "hộ")


def article(number: int, chance: random.Random) -> dict[str, str]:
    """An article that no other one is like: its text names its number, in figures that are all its own."""
    sentences = [f"Bản tin số {number} của xã {chance.choice(_PLACES)} {number}."]
    for _ in range(chance.randrange(3, 12)):
        whole = chance.randrange(1000, 90_000)
        part = chance.randrange(1, whole)
        share = f"{part / whole * 100:.2f}".replace(".", ",")
        thing, place = chance.choice(_THINGS), chance.choice(_PLACES)
        sentences.append(
            f"Huyện {place} có {part:,} trong tổng số {whole:,} {thing}, đạt {share}%.".replace(",", ".", 2)
        )
        sentences.append(
            f"Theo Quyết định số {chance.randrange(1, 4000)}/QĐ-UBND, {place} tăng {chance.randrange(2, 99)}%."
        )
    return {"id": f"a{number}", "text": "\n\n".join(sentences)}


def generate(folder: Path, count: int, seed: int) -> tuple[int, int]:
    """Writes the inputs; how many articles there are, and how many files or lines are none."""
    chance = random.Random(seed)
    folder.mkdir(parents=True)
    bad = 0
    for start in range(0, count, PER_FILE):
        lines = []
        for number in range(start, min(count, start + PER_FILE)):
            lines.append(json.dumps(article(number, chance), ensure_ascii=False))
            if chance.random() < 0.005:
                lines.append('{"id": "broken", ' + str(number))
                bad += 1
        data = ("\n".join(lines) + "\n").encode()
        name = folder / f"{start:07}.jsonl"
        if chance.random() < 0.3:
            name.with_suffix(".jsonl.gz").write_bytes(gzip.compress(data))
        else:
            name.write_bytes(data)
        (folder / f"{start:07}-bad.txt").write_bytes(chance.randbytes(300))
        bad += 1
    return count, bad


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen at one moment: articles stored, resident memory in MB, and the main process' open files."""

    articles: int
    main: int
    worker: int
    files: int

    def __str__(self) -> str:
        memory = f"{self.main:6d} MB, a worker {self.worker:6d} MB"
        return f"{self.articles:8d} articles {memory} {self.files:4d} open files"


def _resident(process: int | str) -> int:
    """Resident memory in MB, 0 if the process is gone."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    return int(next((line.split()[1] for line in status.splitlines() if line.startswith("VmRSS")), "0")) // 1024


def _watched(process: subprocess.Popen[bytes], store: Path) -> Seen | None:
    """What is to be seen of a run, if it is there still."""
    try:
        files = len(os.listdir(f"/proc/{process.pid}/fd"))
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    except OSError:
        return None
    main, worker = _resident(process.pid), max(map(_resident, children), default=0)
    return Seen(stored(store), main, worker, files) if main else None


def slow_disk(folder: Path, milliseconds: int) -> dict[str, str]:
    """The environment of a program whose disk takes so long for each sync, and a thousandth of it for each write."""
    made = folder / "slow_disk.so"
    source = Path(__file__).with_name("slow_disk.c")
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", str(made), str(source), "-ldl"], check=True)
    waits = {"SLOW_DISK_SYNC_MS": str(milliseconds), "SLOW_DISK_WRITE_US": str(milliseconds)}
    return {"LD_PRELOAD": str(made), **waits}


def stored(store: Path) -> int:
    """How many articles are in the store."""
    if not store.exists():
        return 0
    connection = sqlite3.connect(f"file:{store}?mode=ro", uri=True, timeout=30)
    try:
        return int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])
    except sqlite3.OperationalError:
        return 0
    finally:
        connection.close()


def soak(inputs: Path, store: Path, kills: list[int], seed: int, workers: int, extra: dict[str, str]) -> list[Seen]:
    """Runs, kills once so many articles are stored, and runs again; what was seen on the way.

    ``extra`` is put into the environment.
    """
    chance = random.Random(seed)
    seen = []
    call = [sys.executable, "-c", "import sys; from extractor.cli import main; sys.exit(main())", "run"]
    call += ["--store", str(store), "--workers", str(workers), str(inputs)]
    while True:
        process = subprocess.Popen(
            call,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env={**os.environ, **extra},
        )
        while process.poll() is None:
            time.sleep(1)
            if (now := _watched(process, store)) is not None:
                seen.append(now)
                if kills and now.articles >= kills[0]:
                    time.sleep(chance.uniform(0, 3))
                    break
        if process.poll() is not None:
            return seen
        kills = kills[1:]
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        print(f"killed at {stored(store)} articles", flush=True)


def held_against(store: Path, count: int) -> list[str]:
    """What the store lacks or holds twice of the articles that were generated."""
    connection = sqlite3.connect(store)
    try:
        names = [row[0] for row in connection.execute("SELECT name FROM articles")]
        broken = connection.execute("PRAGMA integrity_check").fetchone()[0]
        without = connection.execute(
            "SELECT count(*) FROM articles WHERE id NOT IN (SELECT article FROM records)"
        ).fetchone()[0]
    finally:
        connection.close()
    wrong = []
    if missing := {f"a{number}" for number in range(count)} - set(names):
        wrong.append(f"{len(missing)} articles are lost, such as {min(missing)}")
    if len(names) != len(set(names)):
        wrong.append(f"{len(names) - len(set(names))} articles are there twice")
    if without:
        wrong.append(f"{without} articles have no record")
    if broken != "ok":
        wrong.append(f"the store is damaged: {broken}")
    return wrong


def main() -> None:
    """Generates, soaks, and tells; exit status 1 if anything was lost."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--slow-disk", type=int, default=0, metavar="MS", help="how long each sync to disk takes")
    parser.add_argument("--folder", type=Path, required=True, help="a new one; it is filled, and left")
    asked = parser.parse_args()
    shutil.rmtree(asked.folder / "inputs", ignore_errors=True)
    store = asked.folder / "soak.db"
    for ending in ("", "-wal", "-shm"):
        store.with_name(store.name + ending).unlink(missing_ok=True)
    count, bad = generate(asked.folder / "inputs", asked.articles, asked.seed)
    print(f"{count} articles, {bad} files and lines that are none", flush=True)
    chance = random.Random(asked.seed)
    kills = sorted(chance.randrange(asked.articles) for _ in range(asked.kills))
    extra = slow_disk(asked.folder, asked.slow_disk) if asked.slow_disk else {}
    started = time.monotonic()
    seen = soak(asked.folder / "inputs", store, kills, asked.seed, asked.workers, extra)
    seconds = time.monotonic() - started
    wrong = held_against(store, count)
    connection = sqlite3.connect(store)
    rejected = connection.execute("SELECT count(*) FROM rejects").fetchone()[0]
    connection.close()
    if rejected < bad:
        wrong.append(f"{bad - rejected} bad inputs are told of nowhere")
    tenth = max(1, len(seen) // 10)
    for moment in [*seen[::tenth], *seen[-1:]]:
        print(moment)
    print(
        f"at most: main process {max(each.main for each in seen)} MB, a worker {max(each.worker for each in seen)} MB,"
        f" {max(each.files for each in seen)} open files"
    )
    print(
        f"{count} articles in {seconds:.0f} s with {asked.kills} kills; {rejected} of {bad} bad inputs in the rejects"
    )
    print(*(f"LOST: {line}" for line in wrong), sep="\n")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
