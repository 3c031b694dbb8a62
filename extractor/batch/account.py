"""How a run is going, and who is told."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Protocol

from extractor.records import Message


@dataclass(slots=True)
class Account:
    """The count of a run: ``read`` is always the sum of ``stored``, ``duplicate`` and ``rejected``.

    Attributes:
        stored: inputs that are articles of the store by this run.
        duplicate: inputs whose article was in the store, with the same text from the same source.
        rejected: inputs that are no articles.
        refreshed: stored articles that were extracted anew.
        alarms: in what this run stored.
        losses: stored articles of which a part could not be read, or that the program failed on.
        worked: inputs that were worked on and not found done, by which speed is told.
        reasons: how often inputs were rejected for each reason, with the first of them.
        resumed: whether an earlier start of the same run was not finished.
        seconds: since this start.
    """

    stored: int = 0
    duplicate: int = 0
    rejected: int = 0
    refreshed: int = 0
    alarms: int = 0
    losses: int = 0
    worked: int = 0
    resumed: bool = False
    seconds: float = 0.0
    reasons: Counter[str] = field(default_factory=Counter)
    examples: dict[str, tuple[str, Message]] = field(default_factory=dict)

    @property
    def read(self) -> int:
        """All inputs."""
        return self.stored + self.duplicate + self.rejected

    def reject(self, source: str, code: str, message: Message) -> None:
        """Count an input that is no article."""
        self.rejected += 1
        self.reasons[code] += 1
        self.examples.setdefault(code, (source, message))

    def as_json(self) -> dict[str, object]:
        """The counts by name."""
        names = ("stored", "duplicate", "rejected", "refreshed", "alarms", "resumed")
        return {
            "read": self.read,
            **{name: getattr(self, name) for name in names},
            "reasons": dict(sorted(self.reasons.items())),
            "seconds": round(self.seconds, 3),
        }


class Observer(Protocol):
    """Who is told how a run is going."""

    @property
    def wants_total(self) -> bool:
        """Whether it is worth looking at all files first to know how much there is to read."""

    def progress(self, account: Account, position: int, total: int | None) -> None:
        """Now and then: the count so far, bytes read so far and in all."""

    def rejected(self, source: str, code: str, message: Message) -> None:
        """An input is no article."""


class Silent:
    """Tells nobody."""

    wants_total = False

    def progress(self, account: Account, position: int, total: int | None) -> None:
        """Nothing."""

    def rejected(self, source: str, code: str, message: Message) -> None:
        """Nothing."""
