"""What one run over some articles found and another did not: gained (+), lost (-) and changed (~).

    python -m extractor.evaluation.diff OLD.jsonl NEW.jsonl

Records are compared as they are written, so that those of an older schema can be too. Of two runs, things are
the same that stand at the same place and are of one kind, else at overlapping places; an operand of a claim is
shown and compared as the published text of its figure, for ids shift. A field that one of the runs does not know
at all is counted in the totals and not told of at each place. ``make diff BASE=…`` makes both runs.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

Json = dict[str, Any]
Part = Literal["documents", "figures", "claims"]
Mark = Literal["+", "-", "~"]

PARTS: tuple[Part, ...] = ("documents", "figures", "claims")
# Names that a change of the code moves without a change of what is read.
_UNCOMPARED = frozenset({"id", "rule", "text", "claim", "message"})
_UNSHOWN = frozenset({*_UNCOMPARED, "span", "kind"})
# Written only where they are given.
_AMOUNTS = frozenset({"value", "low", "high", "numerator", "denominator"})
_OF_A_CLAIM = frozenset({"id", "kind", "basis", "span", "rule", "direction"})


class RunError(ValueError):
    """A file that holds no records."""


@dataclass(frozen=True, slots=True)
class Delta:
    """One thing gained, lost or changed; ``fields`` tells for a changed one what it was and what it is."""

    mark: Mark
    part: Part
    shown: str
    at: int
    fields: tuple[tuple[str, str, str], ...] = ()

    def __str__(self) -> str:
        changes = "; ".join(f"{name}: {old} → {new}" for name, old, new in self.fields)
        return f"{self.mark} {self.part.removesuffix('s')} {self.shown}" + (f"  {changes}" if changes else "")


@dataclass(slots=True)
class Diff:
    """The difference of two runs.

    Attributes:
        articles: those with a difference, in the order of the new run.
        compared: how many are in both runs.
        only_old: articles that the new run lacks.
        only_new: articles that the old run lacks.
        one_sided: for each field that only one of the runs knows (+ new, - gone), how often it is set.
    """

    articles: dict[str, list[Delta]] = field(default_factory=dict)
    compared: int = 0
    only_old: list[str] = field(default_factory=list)
    only_new: list[str] = field(default_factory=list)
    one_sided: Counter[tuple[Part, Mark, str]] = field(default_factory=Counter)

    def totals(self) -> Counter[tuple[Part, Mark]]:
        """How many of each."""
        return Counter((delta.part, delta.mark) for deltas in self.articles.values() for delta in deltas)

    def lines(self) -> Iterator[str]:
        """The articles with their differences, then the totals."""
        for name, deltas in self.articles.items():
            yield name
            yield from (f"  {delta}" for delta in deltas)
            yield ""
        for title, names in (("only in the old run", self.only_old), ("only in the new run", self.only_new)):
            yield from (f"{title}: {name}" for name in names)
        totals = self.totals()
        for part in PARTS:
            counts = "  ".join(f"{mark}{totals[part, mark]}" for mark in ("+", "-", "~"))
            changed = Counter(
                name for deltas in self.articles.values() for d in deltas if d.part == part for name, _, _ in d.fields
            )
            told = ", ".join(f"{name} {times}" for name, times in sorted(changed.items(), key=lambda c: (-c[1], c[0])))
            yield f"{part:10s} {counts}" + (f"  ({told})" if told else "")
        for (part, mark, name), times in sorted(self.one_sided.items()):
            yield f"{mark} field {name} of {part}: set for {times}"
        yield f"{len(self.articles)} of {self.compared} articles differ"


def compare(old: Iterable[Json], new: Iterable[Json]) -> Diff:
    """The difference of two runs, each an iterable of records as they are written.

    >>> article = {"id": "a1", "source": "a.txt"}
    >>> figure = {"id": "f1", "span": [3, 8], "text": "12 xã", "kind": "count", "value": "12"}
    >>> old = {"article": article, "figures": [{**figure, "unit": None}]}
    >>> new = {"article": article, "figures": [{**figure, "unit": "xã"}]}
    >>> print(*compare([old], [new]).articles["a1"])
    ~ figure [3:8] count “12 xã”  unit: – → xã
    """
    before, after = _by_article(old), _by_article(new)
    diff = Diff(
        only_old=[name for name in before if name not in after],
        only_new=[name for name in after if name not in before],
    )
    one_sided = _one_sided(before.values(), after.values())
    for name, record in after.items():
        if name in before:
            diff.compared += 1
            deltas = _article(before[name], record, one_sided, diff.one_sided)
            if deltas:
                diff.articles[name] = deltas
    return diff


def read_run(path: Path) -> list[Json]:
    """The records of a JSON Lines file.

    Raises:
        RunError: it cannot be read, or a line is no record.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeError) as error:
        raise RunError(f"{path}: {getattr(error, 'strerror', None) or error}") from error
    records = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except ValueError as error:
            raise RunError(f"{path}:{number}: not JSON") from error
        if not isinstance(record, dict) or not isinstance(record.get("article"), dict) or "id" not in record["article"]:
            raise RunError(f"{path}:{number}: not a record")
        records.append(record)
    return records


def _by_article(records: Iterable[Json]) -> dict[str, Json]:
    """Records under their article's id; where several have it, the source goes with it."""
    held = list(records)
    times = Counter(str(record["article"]["id"]) for record in held)
    named: dict[str, Json] = {}
    for record in held:
        name = str(record["article"]["id"])
        if times[name] > 1:
            name = f"{name} ({record['article'].get('source')})"
        named[name] = record
    return named


def _one_sided(old: Iterable[Json], new: Iterable[Json]) -> dict[tuple[Part, str], Mark]:
    """The fields that are new (+) or gone (-) altogether; where a run found nothing, its fields are not known."""

    def known(records: Iterable[Json]) -> dict[Part, set[str]]:
        held = list(records)
        return {part: {name for record in held for thing in record.get(part, ()) for name in thing} for part in PARTS}

    before, after = known(old), known(new)
    both = [part for part in PARTS[:2] if before[part] and after[part]]  # kinds of claims differ in their fields
    sides: dict[tuple[Part, str], Mark] = {}
    for part in both:
        for name in (before[part] ^ after[part]) - _AMOUNTS:
            sides[part, name] = "+" if name in after[part] else "-"
    return sides


def _article(
    old: Json, new: Json, one_sided: Mapping[tuple[Part, str], Mark], seen: Counter[tuple[Part, Mark, str]]
) -> list[Delta]:
    deltas: list[Delta] = []
    for part in PARTS:
        skipped = {name: mark for (of, name), mark in one_sided.items() if of == part}
        before, after = _THINGS[part](old), _THINGS[part](new)
        deltas += _deltas(part, before, after, frozenset(skipped))
        for name, mark in skipped.items():
            times = sum(_value(thing.get(name)) is not None for thing in (after if mark == "+" else before))
            seen[part, mark, name] += times
    return sorted(deltas, key=lambda delta: (PARTS.index(delta.part), delta.at))


def _figures(record: Json) -> list[Json]:
    return list(record.get("figures", ()))


def _documents(record: Json) -> list[Json]:
    """The documents, with what ``same_as`` points to as published."""
    documents = record.get("documents", ())
    named = {document["id"]: f"“{document.get('text')}”" for document in documents}
    return [
        {**document, "same_as": named.get(document.get("same_as"), document.get("same_as"))} for document in documents
    ]


def _claims(record: Json) -> list[Json]:
    """The claims, with operands as published and the verdict of their checks."""
    figures = {figure["id"]: figure for figure in record.get("figures", ())}
    checks = {check["claim"]: check for check in record.get("checks", ())}

    def operand(value: object) -> object:
        if isinstance(value, list):
            return " + ".join(str(operand(each)) for each in value)
        if isinstance(value, Mapping):
            return value.get("value")
        name, _, side = str(value).partition(".")
        figure = figures.get(name)
        if figure is None:
            return value
        return figure["text"] if not side else f"{figure['text']} ({side})"

    out = []
    for claim in record.get("claims", ()):
        shown = {k: v if k in _OF_A_CLAIM or v is None else operand(v) for k, v in claim.items()}
        check = checks.get(claim["id"], {})
        shown["verdict"], shown["severity"] = check.get("verdict"), check.get("severity")
        shown["text"] = ", ".join(f"{k} {v}" for k, v in shown.items() if k in claim and k not in _OF_A_CLAIM)
        out.append(shown)
    return out


_THINGS: dict[Part, Callable[[Json], list[Json]]] = {
    "documents": _documents,
    "figures": _figures,
    "claims": _claims,
}


def _deltas(part: Part, old: Sequence[Json], new: Sequence[Json], skipped: frozenset[str]) -> Iterator[Delta]:
    """Pairs the same things of both, those most alike first, and tells of the rest and of what changed."""
    pairs: list[tuple[Json, Json]] = []
    rest_old, rest_new = list(old), list(new)
    for alike in (_same, _same_place, _overlapping):
        some, rest_old, rest_new = _paired(rest_old, rest_new, alike)
        pairs += some
    for thing in rest_old:
        yield Delta("-", part, _shown(thing, whole=True), thing["span"][0])
    for thing in rest_new:
        yield Delta("+", part, _shown(thing, whole=True), thing["span"][0])
    for before, after in pairs:
        names = dict.fromkeys(name for name in (*before, *after) if name not in _UNCOMPARED | skipped)
        fields = tuple(
            (name, _written(before.get(name)), _written(after.get(name)))
            for name in names
            if _value(before.get(name)) != _value(after.get(name))
        )
        if fields:
            yield Delta("~", part, _shown(after, whole=False), after["span"][0], fields)


def _paired(
    old: list[Json], new: list[Json], alike: Callable[[Json, Json], bool]
) -> tuple[list[tuple[Json, Json]], list[Json], list[Json]]:
    pairs, rest = [], []
    free = list(new)
    for before in old:
        found = next((i for i, after in enumerate(free) if alike(before, after)), None)
        if found is None:
            rest.append(before)
        else:
            pairs.append((before, free.pop(found)))
    return pairs, rest, free


def _same(a: Json, b: Json) -> bool:
    return all(_value(a.get(name)) == _value(b.get(name)) for name in {*a, *b} - _UNCOMPARED)


def _same_place(a: Json, b: Json) -> bool:
    return bool(a["span"] == b["span"]) and _kind(a) == _kind(b)


def _overlapping(a: Json, b: Json) -> bool:
    return bool(a["span"][0] < b["span"][1] and b["span"][0] < a["span"][1]) and _kind(a) == _kind(b)


def _kind(thing: Json) -> object:
    """Claims are told apart by their kind; a figure or a document at one place is the same one, read otherwise."""
    return thing.get("kind") if "basis" in thing else None


def _shown(thing: Json, *, whole: bool) -> str:
    start, end = thing["span"]
    quote = " ".join(str(thing.get("text", "")).split())
    shown = f"[{start}:{end}] {thing.get('kind') or ''}".rstrip() + f" “{quote}”"
    if whole:
        known = [] if "basis" not in thing else ["basis", "verdict", "severity"]
        told = {k: v for k, v in thing.items() if (k in known if known else k not in _UNSHOWN)}
        shown += "".join(f" {k}={_written(v)}" for k, v in told.items() if v not in (None, [], {}))
    return shown


def _value(value: object) -> object:
    """A value as it is compared: what is not there, null and empty are the same."""
    return None if value in ([], {}, "") else value


def _written(value: object) -> str:
    if _value(value) is None:
        return "–"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the difference of two runs; returns the exit status."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    if len(given) != 2:
        print("usage: python -m extractor.evaluation.diff OLD.jsonl NEW.jsonl", file=sys.stderr)
        return 2
    try:
        old, new = (read_run(Path(each)) for each in given)
    except RunError as error:
        print(error, file=sys.stderr)
        return 2
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8")
    for line in compare(old, new).lines():
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
