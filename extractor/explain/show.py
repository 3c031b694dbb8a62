"""An explanation as lines for a person, or as one JSON object."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal

from extractor.explain.model import Explanation, Item, Source
from extractor.explain.words import LINES, LOSSES, ROLES
from extractor.patterns.policy import POLICY, Precedence
from extractor.records import SCHEMA_VERSION, Figure, Message
from extractor.records.types import plain
from extractor.report import Lang, pick
from extractor.report.safe import printable

_NUMBERS = {rule.name: n for n, rule in enumerate(POLICY, 1)}
_WIDEST = 120


def article_lines(explanation: Explanation, lang: Lang) -> Iterator[str]:
    """The article, then each of its spans in text order."""
    article = explanation.article
    yield printable(article.title or article.id)
    yield printable(article.source)
    if not explanation.items:
        yield "  " + pick(LINES["nothing"], lang)
    for item in explanation.items:
        yield ""
        yield from _item(item, lang)


def policy_lines(named: Iterable[Precedence], lang: Lang) -> Iterator[str]:
    """The rules of the overlap policy that were named, with their numbers."""
    wanted = set(named)
    if wanted:
        yield pick(LINES["policy"], lang)
        yield from (f"  {_NUMBERS[rule.name]}. {pick(rule.says, lang)}" for rule in POLICY if rule.name in wanted)


def named_rules(explanation: Explanation) -> set[Precedence]:
    """The rules of the policy that an explanation names."""
    items = explanation.items
    return {item.policy for item in items if item.policy is not None} | {
        loss.policy for item in items for loss in item.lost
    }


def as_json(explanation: Explanation) -> str:
    """One line: the article, its spans, and the whole overlap policy."""
    return json.dumps(
        {
            "schema": SCHEMA_VERSION,
            "article": explanation.article.model_dump(mode="json"),
            "spans": [item.model_dump(mode="json") for item in explanation.items],
            "policy": [
                {"rule": n, "name": rule.name, "message": rule.says.model_dump()} for n, rule in enumerate(POLICY, 1)
            ],
        },
        ensure_ascii=False,
    )


def _item(item: Item, lang: Lang) -> Iterator[str]:
    start, end = item.span
    found = item.document or item.figure
    name = f" {found.id}" if found is not None else ""
    kind = f" · {item.figure.kind}" if item.figure is not None else ""
    rule = f" · {pick(LINES['rule'], lang)} {item.rule}" if found is not None else ""
    why = "" if item.message is None else f": {pick(item.message, lang)}"
    why += "" if item.policy is None else f" ({_rule(item.policy, lang)})"
    yield f"[{start}:{end}] “{_short(item.text)}”  {pick(LINES[item.what], lang)}{name}{kind}{rule}{why}"
    if item.figure is not None:
        yield _line("reads", _reading(item.figure, lang), lang)
        if item.figure.concept:
            yield _line("concept", printable(item.figure.concept), lang)
    if item.document is not None:
        document = item.document
        parts = (document.type, document.number, document.date, document.issuer)
        same = f" = {document.same_as}" if document.same_as else ""
        yield _line("reads", " · ".join(printable(part) for part in parts if part) + same, lang)
    if item.sources:
        yield _line("lexicon", ", ".join(_source(source, lang) for source in item.sources), lang)
    numbers = [loss for loss in item.lost if loss.kind == "number"]
    if len(numbers) > 1:
        said = pick(LOSSES["numbers"], lang).format(text=", ".join(printable(loss.text) for loss in numbers))
        yield _line("lost", f"{said} ({_rule(numbers[0].policy, lang)})", lang)
    for loss in item.lost:
        if loss.kind == "number" and len(numbers) > 1:
            continue
        source = f" [{_source(loss.source, lang)}]" if loss.source is not None else ""
        yield _line("lost", f"{printable(pick(loss.message, lang))}{source} ({_rule(loss.policy, lang)})", lang)
    if item.claims:
        uses = (f"{use.claim} {use.kind} ({use.basis}, {use.rule})" for use in item.claims)
        yield _line("claims", ", ".join(uses), lang)


def _line(name: str, said: str, lang: Lang) -> str:
    return f"    {pick(LINES[name], lang)}: {said}"


def _source(source: Source, lang: Lang) -> str:
    return f"{pick(ROLES[source.role], lang)} {source.file} “{source.name}”"


def _rule(name: Precedence, lang: Lang) -> str:
    return pick(LINES["policy_rule"], lang).format(n=_NUMBERS[name])


def _reading(figure: Figure, lang: Lang) -> str:
    if figure.numerator is not None and figure.denominator is not None:
        said = f"{plain(figure.numerator)} / {plain(figure.denominator)}"
    elif figure.low is not None and figure.high is not None:
        said = f"{plain(figure.low)} – {plain(figure.high)}"
    else:
        said = plain(figure.value if figure.value is not None else Decimal(0))
    if figure.unit:
        said += f" {printable(figure.unit)}"
    if figure.value is not None:
        precision: Message = LINES["exact" if figure.ulp is None else "ulp"]
        said += f" ({pick(precision, lang).format(ulp='' if figure.ulp is None else plain(figure.ulp))})"
    if figure.modifier:
        said += f" · {figure.modifier}"
    if figure.interval is not None and figure.interval[0] != figure.interval[1]:
        low, high = figure.interval
        said += f" · {pick(LINES['stands_for'], lang)} [{plain(low)}, {plain(high)}]"
    if figure.alternatives:
        said += f" · {pick(LINES['alternatives'], lang)} {', '.join(map(plain, figure.alternatives))}"
    return said


def _short(text: str) -> str:
    shown = printable(text)
    return shown if len(shown) <= _WIDEST else shown[: _WIDEST - 1] + "…"
