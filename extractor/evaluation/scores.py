"""Precision, recall and accuracy of extraction against annotations."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from extractor.evaluation.facts import ClaimKey, DocumentFact, Facts, FigureFact


@dataclass(slots=True)
class Tally:
    """Right, superfluous and missed."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    @property
    def precision(self) -> float | None:
        """What share of the found is right."""
        return _ratio(self.tp, self.tp + self.fp)

    @property
    def recall(self) -> float | None:
        """What share of the right is found."""
        return _ratio(self.tp, self.tp + self.fn)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both."""
        return _ratio(2 * self.tp, 2 * self.tp + self.fp + self.fn)


@dataclass(slots=True)
class Accuracy:
    """How many attributes of matched items are right."""

    right: int = 0
    n: int = 0

    @property
    def accuracy(self) -> float | None:
        """The share that is right."""
        return _ratio(self.right, self.n)


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where extraction and annotation differ: ``-`` missed, ``+`` superfluous, ``~`` not the same."""

    mark: str
    article: str
    what: str
    detail: str

    def __str__(self) -> str:
        return f"{self.mark} {self.article} {self.what}: {self.detail}"


@dataclass(slots=True)
class Scores:
    """All measures over the articles compared so far.

    Documents match by type, number and place; figures by kind, value and place; claims by kind and values,
    one restated several times counting once, with ``equal`` apart. An alarm is right where the annotation
    says that the claim does not hold.
    """

    tallies: dict[str, Tally] = field(default_factory=dict)
    accuracies: dict[str, Accuracy] = field(
        default_factory=lambda: {
            name: Accuracy()
            for name in (
                "document.date",
                "document.issuer",
                "figure.unit",
                "figure.modifier",
                "figure.concept",
            )
        }
    )
    missing: list[str] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)

    def tally(self, name: str) -> Tally:
        """The tally of that name, new if need be."""
        return self.tallies.setdefault(name, Tally())

    def add(self, article: str, gold: Facts, got: Facts | None) -> None:
        """Compares what was extracted of an article, if anything was, with its annotation."""
        if got is None:
            self.missing.append(article)
            got = Facts()
        self._documents(article, gold, got)
        if "figures" in gold.parts:
            self._figures(article, gold, got)
            self._alarms(article, gold, got)
            self._claims(article, gold, got)

    def as_json(self) -> dict[str, Any]:
        """All measures by name, ready for JSON."""
        out: dict[str, Any] = {
            name: {
                "precision": t.precision,
                "recall": t.recall,
                "f1": t.f1,
                "tp": t.tp,
                "fp": t.fp,
                "fn": t.fn,
            }
            for name, t in sorted(self.tallies.items())
        }
        out.update({name: {"accuracy": a.accuracy, "n": a.n} for name, a in self.accuracies.items()})
        out["missing_records"] = self.missing
        return out

    def measure(self, path: str) -> float | None:
        """One measure by its path: ``"figures.f1"``, ``"document.date.accuracy"``; None if there is none."""
        name, _, kind = path.rpartition(".")
        held = self.tallies.get(name) or self.accuracies.get(name)
        value = getattr(held, kind, None)
        return None if value is None else float(value)

    def _say(self, mark: str, article: str, what: str, detail: str) -> None:
        self.differences.append(Difference(mark, article, what, detail))

    def _attribute(self, article: str, name: str, quote: str, gold: str | None, got: str | None, right: bool) -> None:
        held = self.accuracies[name]
        held.n += 1
        held.right += right
        if not right:
            self._say("~", article, name, f"{quote!r}: annotated {gold!r}, got {got!r}")

    def _documents(self, article: str, gold: Facts, got: Facts) -> None:
        pairs, missed, extra = _pair(gold.documents, got.documents, _same_document)
        # A document named without number and date ("Nghị quyết Trung ương 6") is not annotated.
        extra = [d for d in extra if d.number or d.date]
        tally = self.tally("documents")
        tally.tp += len(pairs)
        tally.fn += len(missed)
        tally.fp += len(extra)
        for a, b in pairs:
            for name in ("date", "issuer"):
                x, y = getattr(a, name), getattr(b, name)
                self._attribute(article, f"document.{name}", a.quote, x, y, fold(x) == fold(y))
        for d in missed:
            self._say("-", article, "document", d.quote)
        for d in extra:
            self._say("+", article, "document", d.quote)

    def _figures(self, article: str, gold: Facts, got: Facts) -> None:
        pairs, missed, extra = _pair(gold.figures, got.figures, _same_figure)
        for a, b in pairs:
            for tally in self._both("figures", a.kind):
                tally.tp += 1
            for name in ("unit", "modifier"):
                x, y = getattr(a, name), getattr(b, name)
                self._attribute(article, f"figure.{name}", a.quote, x, y, fold(x) == fold(y))
            if a.concept:
                right = _alike(a.concept, b.concept)
                self._attribute(article, "figure.concept", a.quote, a.concept, b.concept, right)
        for f in missed:
            for tally in self._both("figures", f.kind):
                tally.fn += 1
            self._say("-", article, "figure", _shown(f))
        for f in extra:
            for tally in self._both("figures", f.kind):
                tally.fp += 1
            self._say("+", article, "figure", _shown(f))

    def _alarms(self, article: str, gold: Facts, got: Facts) -> None:
        wrong = Counter(claim.key for claim in gold.claims if claim.failed)
        raised = Counter(claim.key for claim in got.claims if claim.failed)
        if not wrong and not raised:
            return
        tally = self.tally("alarms")
        tally.tp += (wrong & raised).total()
        for mark, rest in (("-", wrong - raised), ("+", raised - wrong)):
            for key in rest:
                self._say(mark, article, "alarm", _written(key))
        tally.fn += (wrong - raised).total()
        tally.fp += (raised - wrong).total()

    def _claims(self, article: str, gold: Facts, got: Facts) -> None:
        for detail in got.malformed:
            self.tally("claims").fp += 1
            self._say("+", article, "claim", f"malformed {detail}")
        wanted = {claim.key for claim in gold.claims}
        found = {claim.key for claim in got.claims}
        for key in sorted(wanted | found):
            for tally in [self.tally("equal")] if key[0] == "equal" else self._both("claims", key[0]):
                tally.tp += key in wanted and key in found
                tally.fp += key not in wanted
                tally.fn += key not in found
            if key not in wanted or key not in found:
                self._say("-" if key in wanted else "+", article, "claim", _written(key))

    def _both(self, name: str, kind: str) -> tuple[Tally, Tally]:
        return self.tally(name), self.tally(f"{name}.{kind}")


class _Placed(Protocol):
    @property
    def span(self) -> tuple[int, int]: ...


_Fact = TypeVar("_Fact", bound=_Placed)


def fold(text: str | None) -> str:
    """Text as it is compared: composed, without case, single spaces."""
    return " ".join(unicodedata.normalize("NFC", text or "").casefold().split())


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _pair(
    gold: Sequence[_Fact], got: Sequence[_Fact], same: Callable[[_Fact, _Fact], bool]
) -> tuple[list[tuple[_Fact, _Fact]], list[_Fact], list[_Fact]]:
    """One-to-one pairs of the same thing at overlapping places, first come first served; the rest of both."""
    free = list(got)
    pairs, missed = [], []
    for wanted in gold:
        for i, found in enumerate(free):
            if wanted.span[0] < found.span[1] and found.span[0] < wanted.span[1] and same(wanted, found):
                pairs.append((wanted, found))
                del free[i]
                break
        else:
            missed.append(wanted)
    return pairs, missed, free


def _same_document(a: DocumentFact, b: DocumentFact) -> bool:
    return fold(a.type) == fold(b.type) and fold(a.number).replace(" ", "") == fold(b.number).replace(" ", "")


def _same_figure(a: FigureFact, b: FigureFact) -> bool:
    return a.kind == b.kind and a.amounts == b.amounts


def _alike(a: str | None, b: str | None) -> bool:
    """Whether two phrases share half of their words (Dice)."""
    x, y = set(fold(a).split()), set(fold(b).split())
    return bool(x & y) and 4 * len(x & y) >= len(x) + len(y)


def _shown(figure: FigureFact) -> str:
    values = " - ".join("?" if value is None else format(value, "f") for value in figure.amounts)
    return f"{figure.kind} {figure.quote!r} = {values}"


def _written(key: ClaimKey) -> str:
    kind, fields = key
    return f"{kind} " + " ".join(f"{name}={'+'.join(values)}" for name, values in fields)
