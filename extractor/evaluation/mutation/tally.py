"""What was planted, found and rightly explained, counted by kind of claim and by kind of slip."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(slots=True)
class Detection:
    """How many slips were planted, and how far proofreading got with them.

    Attributes:
        planted: slips that make a true claim fail.
        found: those for which something is raised on an altered figure.
        named: those found of which one of the first three diagnoses changes an altered figure, or a finding is about
            that figure alone.
        restored: those named where it changes it to what was printed before.
    """

    planted: int = 0
    found: int = 0
    named: int = 0
    restored: int = 0

    def add(self, *, found: bool, named: bool, restored: bool) -> None:
        """One slip more."""
        self.planted += 1
        self.found += found
        self.named += found and named
        self.restored += found and named and restored

    @property
    def recall(self) -> float | None:
        """The share of the planted that is found."""
        return self.found / self.planted if self.planted else None

    @property
    def naming(self) -> float | None:
        """The share of the found of which the altered figure is named."""
        return self.named / self.found if self.found else None


@dataclass(slots=True)
class Tallies:
    """All detections of a run.

    ``all`` leaves out restated quantities, as the score of claims does: which of two prints is the wrong one,
    or whether two are meant, an article rarely says. ``stated`` are the slips in claims that the untouched
    article was read to state.
    """

    all: Detection = field(default_factory=Detection)
    stated: Detection = field(default_factory=Detection)
    by_kind: dict[str, Detection] = field(default_factory=dict)
    by_slip: dict[str, Detection] = field(default_factory=dict)

    def add(self, kind: str, slip: str, stated: bool, *, found: bool, named: bool, restored: bool) -> None:
        """One slip more, in a claim of the kind."""
        held = [self.by_kind.setdefault(kind, Detection())]
        if kind != "equal":
            held += [self.all, self.by_slip.setdefault(slip, Detection())]
            if stated:
                held.append(self.stated)
        for each in held:
            each.add(found=found, named=named, restored=restored)

    def measure(self, path: str) -> float | None:
        """One measure by its name: ``"planted.found"``; None if there is none."""
        return {
            "planted.found": self.all.recall,
            "planted.named": self.all.naming,
            "planted_stated.found": self.stated.recall,
            "planted_stated.named": self.stated.naming,
        }.get(path)

    def rows(self) -> Iterator[tuple[str, Detection]]:
        """Every count with its name, totals first."""
        yield "all but equal", self.all
        yield "… in stated claims", self.stated
        yield from ((f"claim: {name}", held) for name, held in sorted(self.by_kind.items()))
        yield from ((f"slip: {name}", held) for name, held in sorted(self.by_slip.items()))
