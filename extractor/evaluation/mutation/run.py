"""Plants slips all over an annotated folder and counts those that proofreading finds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random

from extractor.article import Article
from extractor.evaluation.facts import annotated_figures, annotated_key, extracted_figure, extracted_key
from extractor.evaluation.mutation.plant import Planted, claim_between, plant
from extractor.evaluation.mutation.tally import Detection, Tallies
from extractor.evaluation.run import annotated_articles
from extractor.records import Claim, Diagnosis, Literal_, Record, claim_operands

_FIRST = 3


@dataclass(slots=True)
class Mutation:
    """The outcome.

    Attributes:
        tallies: what was planted and found.
        misses: for each slip that was not found or wrongly explained, what it was, in a line.
        unread: annotated claims that hold of which a figure was not read, so that nothing was planted there.
    """

    tallies: Tallies = field(default_factory=Tallies)
    misses: list[str] = field(default_factory=list)
    unread: int = 0

    @property
    def planted(self) -> int:
        """How many slips there are, restated quantities included."""
        return self.tallies.all.planted + self.tallies.by_kind.get("equal", Detection()).planted


@dataclass(frozen=True, slots=True)
class _Target:
    name: str
    article: Article
    record: Record
    claim: Claim
    stated: bool


def mutate(folder: Path, extract: Callable[[Article], Record], planted: int, seed: int) -> Mutation:
    """Plants ``planted`` slips in the claims of an annotated folder that hold, and proofreads each text anew.

    The claims take turns. Each draws its slips from the seed and its own name, so that another article in the
    folder leaves them as they are.

    Raises:
        AnnotationError: the folder or one of its annotations is not right.
    """
    done = Mutation()
    targets = _targets(folder, extract, done)
    for turn in count():
        before = done.planted
        draws = sorted(((Random(f"{seed} {turn} {target.name}"), target) for target in targets), key=_first_draw)
        for random, target in draws:
            if done.planted == planted:
                return done
            slip = plant(target.article.text, target.claim, target.record.figures, random)
            if slip is not None:
                _count(done, target, slip, extract(Article(id=target.article.id, text=slip.text)))
        if done.planted == before:
            return done
    raise AssertionError("count() has no end")


def _first_draw(drawn: tuple[Random, _Target]) -> tuple[float, str]:
    return drawn[0].random(), drawn[1].name


def _targets(folder: Path, extract: Callable[[Article], Record], done: Mutation) -> list[_Target]:
    targets = []
    for article, annotation in annotated_articles(folder):
        if "claims" not in annotation.get("only", ("claims",)):
            continue
        gold = annotated_figures(annotation, article.text)
        record = extract(article)
        facts = {figure.id: extracted_figure(figure) for figure in record.figures}
        stated = {extracted_key(claim, facts) for claim in record.claims if claim.basis == "stated"}
        for number, item in enumerate(annotation.get("claims", ())):
            if item.get("holds", True) is not True:
                continue
            claim = claim_between(item, gold, record.figures)
            if claim is None:
                done.unread += 1
            else:
                targets.append(
                    _Target(f"{article.id} {number}", article, record, claim, annotated_key(item, gold) in stated)
                )
    return targets


def _count(done: Mutation, target: _Target, slip: Planted, record: Record) -> None:
    hit = {
        figure.id: value
        for figure in record.figures
        for (start, end), value in zip(slip.places, slip.true_values, strict=True)
        if figure.span[0] < end and start < figure.span[1]
    }
    diagnoses = [
        each.diagnosis[:_FIRST]
        for each in record.alarms
        if any(name in hit for name in _figures_of(record, each.claim))
    ]
    found = bool(diagnoses) or any(name in hit for finding in record.findings for name in finding.figures)
    first = [each for some in diagnoses for each in some if not hit.keys().isdisjoint(_names(each))]
    restored = any(hit.get(name) in each.values for each in first for name in _names(each)[:1])
    # A finding about one figure alone says which one is wrong.
    pointed = any(len(finding.figures) == 1 and finding.figures[0] in hit for finding in record.findings)
    named = bool(first) or pointed
    done.tallies.add(target.claim.kind, slip.slip, target.stated, found=found, named=named, restored=restored)
    if not (found and named):
        what = "misread" if found else "missed"
        printed = ", ".join(slip.text[a:b] for a, b in slip.places)
        was = ", ".join(format(value, "f") for value in slip.true_values)
        done.misses.append(f"{what} {target.article.id} {target.claim.kind} {slip.slip}: {printed!r}, true {was}")


def _figures_of(record: Record, claim_id: str) -> Sequence[str]:
    claim = next(claim for claim in record.claims if claim.id == claim_id)
    return [op.partition(".")[0] for _, op in claim_operands(claim) if not isinstance(op, Literal_)]


def _names(diagnosis: Diagnosis) -> list[str]:
    """The figures that a diagnosis changes."""
    return [each.partition(".")[0] for each in (diagnosis.operand, diagnosis.other) if each is not None]
