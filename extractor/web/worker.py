"""Reading and extracting in processes of their own, which a slow or broken article can only take down alone."""

from __future__ import annotations

import queue
import resource
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Literal

from extractor.article import Article
from extractor.readers import ReadArticle, Rejected
from extractor.records import Record
from extractor.report.words import Lang

_MEMORY = 3 << 30
_STARTING = 120.0
_READY = "ready"
_CONTEXT = get_context("spawn")

Kind = Literal["text", "html", "docx"]


@dataclass(frozen=True, slots=True)
class Upload:
    """Something to read.

    Attributes:
        data: the bytes as they came.
        kind: how to read them.
        name: how the article is called.
        title: given beside the text.
        published: likewise.
        url: likewise.
        lang: the language of the page to make of it; None for none.
        id: of the article; None for one by content.
    """

    data: bytes
    kind: Kind
    name: str
    title: str | None = None
    published: str | None = None
    url: str | None = None
    lang: Lang | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Stored:
    """An article of the store, to be shown.

    Attributes:
        article: with its text.
        record: its record, as JSON.
        lang: the language of the page.
        address: of its page.
    """

    article: Article
    record: str
    lang: Lang
    address: str


@dataclass(frozen=True, slots=True)
class Done:
    """What came of it: the record as JSON, and the part of a page that shows it, if one was asked for."""

    title: str
    record: str
    page: str
    findings: int


class Unfinished(Exception):
    """Nothing came of an article.

    Attributes:
        reason: ``too_long``, ``broken`` or ``busy``.
    """

    def __init__(self, reason: Literal["too_long", "broken", "busy"]) -> None:
        super().__init__(reason)
        self.reason = reason


class Workers:
    """Some processes that work for the threads of the desk.

    Args:
        count: how many there are.
        seconds: that one article may take, and that a free process is waited for.
    """

    def __init__(self, count: int, seconds: float) -> None:
        self._seconds = seconds
        self._free: queue.Queue[_Process] = queue.Queue()
        self._all = [_Process() for _ in range(count)]
        for each in self._all:
            self._free.put(each)

    def warm(self) -> None:
        """Start the processes and let them load what they need, so that the first article is as quick as the next."""
        for each in self._all:
            each.start()

    def run(self, task: Upload | Stored) -> Done | Rejected:
        """Do a task, or tell why it is no article.

        Raises:
            Unfinished: it took too long, broke the process, or all processes are busy.
        """
        with self._borrowed() as process:
            return process.run(task, self._seconds)

    def close(self) -> None:
        """End the processes."""
        for each in self._all:
            each.end()

    @contextmanager
    def _borrowed(self) -> Iterator[_Process]:
        try:
            process = self._free.get(timeout=self._seconds)
        except queue.Empty as error:
            raise Unfinished("busy") from error
        try:
            yield process
        finally:
            self._free.put(process)


class _Process:
    def __init__(self) -> None:
        self._process: object | None = None
        self._connection: Connection | None = None
        self._ready = False

    def start(self) -> None:
        ours, theirs = _CONTEXT.Pipe()
        process = _CONTEXT.Process(target=_serve, args=(theirs,), daemon=True, name="soatso-desk")
        process.start()
        theirs.close()
        self._process, self._connection, self._ready = process, ours, False

    def run(self, task: Upload | Stored, seconds: float) -> Done | Rejected:
        if self._connection is None:
            self.start()
        assert self._connection is not None
        try:
            # Loading what it needs is no part of the article's time.
            if not self._ready and not self._connection.poll(_STARTING):
                raise EOFError
            self._ready = self._ready or self._connection.recv() == _READY
            self._connection.send(task)
            if not self._connection.poll(seconds):
                self.end()
                raise Unfinished("too_long")
            answer = self._connection.recv()
        except (EOFError, OSError) as error:
            self.end()
            raise Unfinished("broken") from error
        if isinstance(answer, Done | Rejected):
            return answer
        raise Unfinished("broken")

    def end(self) -> None:
        process, self._process = self._process, None
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()
        if isinstance(process, _CONTEXT.Process):
            process.kill()
            process.join(5)


def _serve(connection: Connection) -> None:
    """The life of a process: one task after the other, until the other end is closed."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    do(Upload("Xã có 30/40 hộ, chiếm 75%.".encode(), "text", "-", lang="vi"))
    with suppress(EOFError, OSError, KeyboardInterrupt):
        connection.send(_READY)
        while True:
            task = connection.recv()
            try:
                answer: Done | Rejected | None = do(task)
            except Exception:
                answer = None
            connection.send(answer)


def do(task: Upload | Stored) -> Done | Rejected:
    """Do a task in this process."""
    from extractor.record import record_or_failure

    if isinstance(task, Stored):
        return _done(task.article, Record.model_validate_json(task.record), task.lang, task.address)
    read = _read(task)
    if isinstance(read, Rejected):
        return read
    article = read.article
    given = {"title": task.title, "published": task.published, "url": task.url}
    article = article.model_copy(update={name: value for name, value in given.items() if value})
    return _done(article, record_or_failure(article, read.problems), task.lang)


def _read(task: Upload) -> ReadArticle | Rejected:
    if task.kind == "docx":
        from extractor.readers.docx import read_docx

        return read_docx(task.data, task.name)
    from extractor.readers import RawInput, parse

    return parse(RawInput(task.kind, task.data, task.name, task.id))


def _done(article: Article, record: Record, lang: Lang | None, address: str = "") -> Done:
    from extractor.report.page import Voice, article_html, article_view

    title = article.title or article.id
    if lang is None:
        return Done(title, record.to_json(), "", len(record.findings))
    view = article_view(article, record)
    return Done(title, record.to_json(), str(article_html(view, Voice(lang), "h1", address)), len(view.findings))
