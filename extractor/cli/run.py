"""A run over inputs: reads, extracts, and keeps account of what could not be read."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from time import monotonic

from extractor.article import Article
from extractor.cli.messages import DONE, PROGRESS
from extractor.patterns.trace import Trace
from extractor.readers import InputFormat, Rejected, read
from extractor.record import Registry, record_or_failure
from extractor.records import Message, Record
from extractor.report.safe import printable
from extractor.report.words import Lang, pick, thousands

# Problems that say that characters of the input are lost; others tell how it was read.
_LOSSES = frozenset({"broken_utf8", "broken_utf16", "lone_surrogate", "extraction_failed"})
_EVERY_SECONDS = 0.5


@dataclass(slots=True)
class Account:
    """How a run is going."""

    lang: Lang
    articles: int = 0
    rejected: int = 0
    losses: int = 0
    _shown_at: float = 0.0
    _line_open: bool = False

    @property
    def unread(self) -> bool:
        """Whether some input could not be read, wholly or in part."""
        return bool(self.rejected or self.losses)

    def tell(self, source: str, message: Message) -> None:
        """One line on standard error: where, and what."""
        self._close_line()
        print(f"{printable(source)}: {printable(pick(message, self.lang))}", file=sys.stderr)

    def progress(self) -> None:
        """Now and then, the count so far; only where a person looks on and results go elsewhere."""
        if sys.stdout.isatty() or not sys.stderr.isatty() or monotonic() - self._shown_at < _EVERY_SECONDS:
            return
        self._shown_at = monotonic()
        self._line_open = True
        count = thousands(self.articles, self.lang)
        sys.stderr.write("\r" + pick(PROGRESS, self.lang).format(articles=count))
        sys.stderr.flush()

    def close(self) -> None:
        """The closing line, where a person looks on or something went wrong."""
        self._close_line()
        if self.rejected or sys.stderr.isatty():
            counts = {"articles": self.articles, "rejected": self.rejected}
            shown = {name: thousands(count, self.lang) for name, count in counts.items()}
            print(pick(DONE, self.lang).format(**shown), file=sys.stderr)

    def _close_line(self) -> None:
        if self._line_open:
            sys.stderr.write("\r\033[K")
            self._line_open = False


def records(
    paths: Sequence[str],
    input_format: InputFormat,
    account: Account,
    text_column: str | None = None,
    registry: Registry = "builtin",
) -> Iterator[tuple[Article, Record]]:
    """Each article of the inputs with its record; what gives no article is told and counted."""
    for article, record, _ in _all(paths, input_format, account, text_column, registry, traced=False):
        yield article, record


def traced(
    paths: Sequence[str], input_format: InputFormat, account: Account, text_column: str | None = None
) -> Iterator[tuple[Article, Record, Trace]]:
    """Like :func:`records`, with what the patterns found and set aside on their way."""
    return _all(paths, input_format, account, text_column, "builtin", traced=True)


def _all(
    paths: Sequence[str],
    input_format: InputFormat,
    account: Account,
    text_column: str | None,
    registry: Registry,
    *,
    traced: bool,
) -> Iterator[tuple[Article, Record, Trace]]:
    for item in read(paths, input_format=input_format, text_column=text_column):
        if isinstance(item, Rejected):
            account.rejected += 1
            account.tell(item.source, item.message)
            continue
        trace = Trace()
        record = record_or_failure(item.article, item.problems, trace if traced else None, registry)
        account.articles += 1
        for problem in record.problems:
            account.losses += problem.code in _LOSSES
            account.tell(item.article.source, problem.message)
        account.progress()
        yield item.article, record, trace
