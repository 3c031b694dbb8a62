"""Worker processes, and what becomes of an input that kills one or keeps one too long.

The answers come in the order of the inputs, so whoever writes them down does so the same way every time; how far the
workers may run ahead of the slowest is bounded, and inputs are asked for only as there is room.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from select import POLLIN, POLLOUT, poll
from time import monotonic, sleep
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from extractor.batch.worker import Launch, Worker, launch
from extractor.readers import Rejected
from extractor.records import Message

TIME_LIMIT = 60.0
"""Seconds that one article may take: a thousand times what a long one does."""

MOST_MEMORY = 360
"""MiB from which on a worker makes way for a new one, between two articles."""

_JOBS_AHEAD = 64
_BYTES_AHEAD = 512 * 1024
_WINDOW = 1000
_WINDOW_BYTES = 64 << 20
_FAILED_STARTS = 3
_TICK = 0.5
_NAPS = 0.001, 0.032

_KILLED = Message(
    vi="Chương trình bị dừng đột ngột khi xử lý đầu vào này (mã {status}); hãy thử riêng nó và xin báo lỗi kèm theo.",
    en="The program was killed while it worked on this input (status {status}); try it alone, and please report it.",
)
_TOO_SLOW = Message(
    vi="Xử lý đầu vào này quá {seconds} giây nên đã dừng; hãy chia nhỏ nó hoặc nới --time-limit,"
    " và xin báo lỗi kèm theo.",
    en="Work on this input took more than {seconds} seconds and was stopped; split it or raise --time-limit,"
    " and please report it.",
)

Tag = TypeVar("Tag")


class WorkersFail(Exception):
    """Worker processes end before they have begun; ``args[0]`` is the exit status of the last."""


@dataclass(slots=True)
class Job(Generic[Tag]):
    """One input on its way.

    Attributes:
        tag: whatever the one who gives it wants back with the answer.
        payload: what the worker gets; None where ``answer`` is known without one.
        source: how the input is called, should it be rejected.
        size: of the payload in bytes, roughly.
        answer: what came of it.
    """

    tag: Tag
    payload: object | None
    source: str
    size: int = 0
    answer: Any = None
    done: bool = False
    alone: bool = False


@dataclass(slots=True)
class Pool:
    """Processes that answer inputs; to be used in a ``with`` statement, in one thread.

    Attributes:
        call: what makes the answers, as ``module:function`` (see :mod:`extractor.batch.child`).
        settings: what ``function`` is called with.
        workers: how many processes; as many as there are cores if 0.
        time_limit: seconds that one input may take.
        most_memory: MiB of resident memory from which on a process is replaced.
        start: starts a process.
    """

    call: str
    settings: object = None
    workers: int = 0
    time_limit: float = TIME_LIMIT
    most_memory: int = MOST_MEMORY
    start: Launch = launch
    _alive: list[Worker] = field(default_factory=list)
    _failed: int = 0
    _nap: float = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the processes: those that have nothing to do by themselves, the others at once."""
        for worker in self._alive:
            if worker.jobs:
                worker.kill()
            else:
                worker.close()
        self._alive.clear()

    def ordered(self, jobs: Iterable[Job[Tag]]) -> Iterator[Job[Tag]]:
        """Each job with its answer, in order.

        An input that ends its process is tried once more alone; if it does so again, or takes longer than the limit,
        its answer is a :class:`Rejected` that says so.

        Raises:
            WorkersFail: processes cannot be started.
        """
        coming = iter(jobs)
        window: deque[Job[Tag]] = deque()
        todo: deque[Job[Tag]] = deque()
        size = 0
        more = True
        while True:
            while more and len(window) < _WINDOW and size < _WINDOW_BYTES and len(todo) < self._wanted:
                job = next(coming, None)
                if job is None:
                    more = False
                    break
                window.append(job)
                if job.payload is None:
                    job.done = True
                else:
                    size += job.size
                    todo.append(job)
            while window and window[0].done:
                job = window.popleft()
                size -= job.size if job.payload is not None else 0
                yield job
            if not window:
                if not more:
                    return
                continue
            self._hand_out(todo)
            self._rest()
            self._wait(todo)

    @property
    def _wanted(self) -> int:
        return self._size * _JOBS_AHEAD

    @property
    def _size(self) -> int:
        if self.workers:
            return self.workers
        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

    def _hand_out(self, todo: deque[Job[Tag]]) -> None:
        while len(self._alive) < min(self._size, len(todo) + sum(bool(worker.jobs) for worker in self._alive)):
            self._alive.append(Worker(self.start, self.call, self.settings, self.most_memory))
        while todo:
            job = todo[0]
            free = [worker for worker in self._alive if self._has_room(worker, job)]
            if not free:
                return
            worker = min(free, key=lambda each: len(each.jobs))
            todo.popleft()
            if not worker.jobs:
                worker.since = monotonic()
            worker.give(job, job.payload)

    def _has_room(self, worker: Worker, job: Job[Tag]) -> bool:
        if worker.retired:
            return False
        if not worker.jobs:
            return True
        if job.alone or worker.jobs[0].alone:
            return False
        return len(worker.jobs) < _JOBS_AHEAD and sum(each.size for each in worker.jobs) + job.size <= _BYTES_AHEAD

    def _rest(self) -> None:
        """Let answers come together while all workers have enough to do: waking up for each takes them off the core.

        How long is felt out: while they keep more than half of what they were given it grows, otherwise it shrinks.
        """
        if all(len(worker.jobs) > _JOBS_AHEAD // 2 and not worker.has_unsent for worker in self._alive):
            self._nap = min(max(self._nap * 2, _NAPS[0]), _NAPS[1])
            sleep(self._nap)
        else:
            self._nap /= 2

    def _wait(self, todo: deque[Job[Tag]]) -> None:
        """Until a worker answers, takes more, dies or is over its time."""
        outputs = {worker.output: worker for worker in self._alive}
        inputs = {worker.input: worker for worker in self._alive if worker.has_unsent}
        ready = poll()
        for pipe in outputs:
            ready.register(pipe, POLLIN)
        for pipe in inputs:
            ready.register(pipe, POLLOUT)
        found = [pipe for pipe, _ in ready.poll(_TICK * 1000)]
        for pipe in found:
            if pipe in inputs:
                inputs[pipe].flush()
        heard = {outputs[pipe].output for pipe in found if pipe in outputs}
        for pipe in heard:
            self._take(outputs[pipe], todo)
        late = monotonic() - self.time_limit
        for worker in [*self._alive]:
            if worker.ready and worker.jobs and worker.since < late and worker.output not in heard:
                self._stop(worker, todo)

    def _take(self, worker: Worker, todo: deque[Job[Tag]]) -> None:
        was_ready = worker.ready
        answers, ended = worker.answers()
        if worker.ready and not was_ready:
            self._failed = 0
            worker.since = monotonic()
        for answer in answers:
            job = worker.jobs.popleft()
            job.answer, job.done = answer, True
            worker.since = monotonic()
        if ended:
            self._bury(worker, todo)

    def _bury(self, worker: Worker, todo: deque[Job[Tag]]) -> None:
        """A worker has ended: what it had goes to others, but the one it died of is tried alone, and only once."""
        self._alive.remove(worker)
        status = worker.close()
        left = list(worker.jobs)
        if not worker.ready:
            self._failed += 1
            if self._failed >= _FAILED_STARTS:
                raise WorkersFail(status)
        elif left and not worker.retired:
            suspect = left[0]
            if suspect.alone:
                self._set_aside(left.pop(0), "killed", _KILLED, status=status)
            else:
                suspect.alone = True
        todo.extendleft(reversed(left))

    def _stop(self, worker: Worker, todo: deque[Job[Tag]]) -> None:
        """A worker is over its time: the one it works on is set aside, the others go to others."""
        self._alive.remove(worker)
        worker.kill()
        self._set_aside(worker.jobs.popleft(), "too_slow", _TOO_SLOW, seconds=f"{self.time_limit:g}")
        todo.extendleft(reversed(worker.jobs))

    def _set_aside(self, job: Job[Tag], code: str, message: Message, **values: object) -> None:
        said = Message(vi=message.vi.format(**values), en=message.en.format(**values))
        job.answer, job.done = Rejected(source=job.source, code=code, message=said), True
