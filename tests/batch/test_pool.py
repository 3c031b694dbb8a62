"""Workers that die or hang cost the input that made them, and nothing else; the order is that of the inputs."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor.batch.pool import Job, Pool, WorkersFail
from extractor.readers import RawInput, Rejected
from tests.batch.forked import FORKED

ECHO = "tests.batch.faulty:echo"


def jobs(*texts: str) -> Iterator[Job[int]]:
    for number, text in enumerate(texts):
        yield Job(number, RawInput("text", text.encode(), f"{number}.txt"), f"{number}.txt", len(text))


def answers(*texts: str, workers: int = 2, time_limit: float = 60, call: str = ECHO) -> list[str]:
    with Pool(call, workers=workers, time_limit=time_limit, start=FORKED) as pool:
        done = list(pool.ordered(jobs(*texts)))
    assert [job.tag for job in done] == list(range(len(texts)))
    return [
        f"{job.answer.code} {job.answer.source}" if isinstance(job.answer, Rejected) else job.answer for job in done
    ]


def test_answers_come_in_the_order_of_the_inputs() -> None:
    texts = ["SLOW" if number % 7 == 0 else str(number) for number in range(40)]
    assert answers(*texts, workers=3) == texts


def test_a_pool_works_more_than_once_and_ends_its_processes() -> None:
    with Pool(ECHO, workers=2, start=FORKED) as pool:
        for _ in range(3):
            assert [job.answer for job in pool.ordered(jobs("a", "b", "c"))] == ["a", "b", "c"]
        assert list(pool.ordered(iter(()))) == []


@pytest.mark.parametrize("fault", ["SIGKILL", "SEGFAULT", "EXIT"])
@pytest.mark.parametrize("workers", [1, 3])
def test_what_kills_its_worker_is_set_aside_and_the_rest_is_done(fault: str, workers: int) -> None:
    texts = [str(number) for number in range(60)]
    bad = [3, 4, 31, 59]
    for number in bad:
        texts[number] = fault
    found = answers(*texts, workers=workers)
    assert found == [f"killed {n}.txt" if n in bad else text for n, text in enumerate(texts)]


def test_what_dies_once_is_done_when_it_is_tried_again(tmp_path: Path) -> None:
    texts = [str(number) for number in range(20)]
    texts[5] = f"ONCE {tmp_path / 'once'} "
    assert answers(*texts) == texts


def test_what_takes_too_long_is_stopped_and_the_rest_is_done() -> None:
    texts = [str(number) for number in range(30)]
    texts[0] = texts[12] = "STUCK"
    start = time.monotonic()
    assert answers(*texts, time_limit=0.5) == [f"too_slow {n}.txt" if n in (0, 12) else t for n, t in enumerate(texts)]
    assert time.monotonic() - start < 20


def test_what_waits_its_turn_is_not_too_slow() -> None:
    texts = ["SLOW"] * 6
    assert answers(*texts, workers=1, time_limit=1.0) == texts


def test_large_inputs_and_answers_pass() -> None:
    texts = ["x" * 3_000_000, "a", "y" * 5_000_000, "b"]
    assert answers(*texts, workers=1) == texts


def test_workers_that_cannot_start_are_told() -> None:
    with Pool("tests.batch.faulty:broken", workers=2) as pool, pytest.raises(WorkersFail) as caught:
        list(pool.ordered(jobs("a", "b")))
    assert caught.value.args == (3,)


def test_a_worker_that_has_grown_makes_way_for_another() -> None:
    texts = [str(number) for number in range(100)]
    with Pool(ECHO, workers=2, most_memory=1, start=FORKED) as pool:
        assert [job.answer for job in pool.ordered(jobs(*texts))] == texts


def test_inputs_are_asked_for_only_as_there_is_room() -> None:
    asked = 0

    def endless() -> Iterator[Job[int]]:
        nonlocal asked
        while True:
            asked += 1
            yield Job(asked, RawInput("text", b"x" * 1_000_000, "x"), "x", 1_000_000)

    with Pool(ECHO, workers=2, start=FORKED) as pool:
        answered = pool.ordered(endless())
        for _ in range(50):
            next(answered)
    assert asked < 50 + 100
