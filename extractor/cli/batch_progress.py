"""How a run is shown: a line that moves where a person looks on, JSON lines for machines, else only the end."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from extractor.batch.account import Account, Observer, Silent
from extractor.cli.batch_words import NOW
from extractor.records import Message
from extractor.report.safe import printable
from extractor.report.words import Lang, pick, thousands


@contextmanager
def observer(lang: Lang, log_json: bool) -> Iterator[Observer]:
    """Who is told of a run, for as long as it takes."""
    if log_json:
        yield JsonLines()
    elif sys.stderr.isatty():
        with _bar() as bar:
            yield Bar(bar, lang)
    else:
        yield Silent()


class JsonLines:
    """One JSON object a line on standard error for each event."""

    wants_total = True

    def progress(self, account: Account, position: int, total: int | None) -> None:
        """The count so far, with the time left as far as it can be told."""
        event: dict[str, Any] = {"event": "progress", **account.as_json(), "bytes": position, "bytes_total": total}
        if total and position and account.seconds:
            event["seconds_left"] = round(account.seconds * max(total - position, 0) / position, 1)
        if account.seconds:
            event["inputs_per_second"] = round(account.read / account.seconds, 1)
        self.say(event)

    def rejected(self, source: str, code: str, message: Message) -> None:
        """An input is no article."""
        self.say({"event": "rejected", "source": source, "code": code, "message": message.model_dump()})

    def say(self, event: dict[str, Any]) -> None:
        """Write one event."""
        print(json.dumps(event, ensure_ascii=False), file=sys.stderr, flush=True)


class Bar:
    """A line with the count, the rate and the time left."""

    wants_total = True

    def __init__(self, bar: Any, lang: Lang) -> None:
        self._bar = bar
        self._lang = lang
        self._task = bar.add_task("", total=None)

    def progress(self, account: Account, position: int, total: int | None) -> None:
        """The count so far."""
        self._bar.update(self._task, completed=position, total=total, description=counted(NOW, account, self._lang))

    def rejected(self, source: str, code: str, message: Message) -> None:
        """A line above the one that moves."""
        self._bar.console.print(
            f"{printable(source)}: {printable(pick(message, self._lang))}",
            markup=False,
            highlight=False,
            soft_wrap=True,
        )


def _bar() -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

    return Progress(
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=20),
        TimeRemainingColumn(elapsed_when_finished=True),
        console=Console(stderr=True),
    )


def counted(message: Message, account: Account, lang: Lang, **values: object) -> str:
    """A sentence with the counts of a run in it."""
    rate = account.read / account.seconds if account.seconds else 0
    counts = {
        name: thousands(getattr(account, name), lang)
        for name in ("read", "stored", "duplicate", "rejected", "refreshed", "alarms")
    }
    shown = {"rate": thousands(round(rate), lang), "seconds": thousands(round(account.seconds), lang)}
    return pick(message, lang).format(**counts, **shown, **values)
