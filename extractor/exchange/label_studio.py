"""Tasks for Label Studio with what was found as predictions, and corrected annotations back as gold annotations.

:data:`CONFIG` is the labelling interface to set up the project with. Documents and figures are regions of the text,
with their fields beside them; claims are relations from each operand to the result. Label Studio counts positions in
code points or in UTF-16 units, depending on its version; what comes back is read by the text of each region, so that
both are understood.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_args

from extractor.article import Article
from extractor.evaluation.facts import OPERANDS
from extractor.exchange.utf16 import Utf16
from extractor.records import Claim, Document, Figure, FigureKind, Literal_, Modifier, Record, Span, claim_operands

_DOCUMENT_FIELDS = ("type", "number", "date", "issuer")
_FIGURE_FIELDS = ("value", "low", "high", "numerator", "denominator", "unit", "concept")
_FIELDS = (*_DOCUMENT_FIELDS, *_FIGURE_FIELDS)
_HOLDS = ("holds", "truncated", "fails")
_RESULTS = {
    "share": "percent",
    "change": "percent",
    "difference": "difference",
    "sum": "total",
    "mean": "mean",
    "product": "result",
    "multiple": "multiple",
    "equal": "b",
    "percent_sum": "parts",
}
_LISTS = {"sum": "parts", "product": "factors", "percent_sum": "parts"}
_SETS = ("", "2", "3", "4")
# The result of these may be a side of a ratio; that of the others is a percentage or a multiple.
_COUNTED = ("difference", "sum", "mean", "product", "equal")
_RELATION = re.compile(
    r"([a-z_]+?)([234]?)\.([a-z]+)(\.numerator|\.denominator)?(?:@(numerator|denominator))?(?:\.(up|down))?"
)


class LabelStudioError(ValueError):
    """An export of Label Studio that is no annotation of these tasks."""


def _relations() -> Iterator[str]:
    """The names of all relations: ``sum2.parts.numerator@denominator`` is the numerator of a ratio as a part of the
    second sum that has the denominator of another as its total; ``change.old.down`` is what something fell from.
    """
    for kind, result in _RESULTS.items():
        for nth in _SETS if kind in _LISTS else ("",):
            for name in OPERANDS[kind]:
                if name == result and kind != "percent_sum":
                    continue
                for side in ("",) if kind == "percent_sum" else ("", ".numerator", ".denominator"):
                    for of in ("", "@numerator", "@denominator") if kind in _COUNTED else ("",):
                        for direction in (".up", ".down") if kind == "change" else ("",):
                            yield f"{kind}{nth}.{name}{side}{of}{direction}"


def _config() -> str:
    labels = "\n".join(f'    <Label value="{value}"/>' for value in ("document", *get_args(FigureKind)))
    relations = "\n".join(f'    <Relation value="{value}"/>' for value in _relations())
    fields = "\n".join(
        f'    <TextArea name="{name}" toName="text" perRegion="true" maxSubmissions="1" placeholder="{name}"/>'
        for name in _FIELDS
    )
    modifiers = "".join(f'<Choice value="{value}"/>' for value in get_args(Modifier))
    holds = "".join(f'<Choice value="{value}"/>' for value in _HOLDS)
    return f"""<View>
  <Labels name="label" toName="text">
{labels}
  </Labels>
  <Relations>
{relations}
  </Relations>
  <Text name="text" value="$text" granularity="symbol"/>
  <View visibleWhen="region-selected">
{fields}
    <Choices name="modifier" toName="text" perRegion="true">{modifiers}</Choices>
    <Choices name="holds" toName="text" perRegion="true">{holds}</Choices>
  </View>
</View>
"""


CONFIG = _config()
"""The labelling interface of the tasks, for Label Studio's project settings."""


def task(article: Article, record: Record) -> dict[str, Any]:
    """A task for one article, with what was found as its prediction.

    Args:
        article: with the text that the record's spans point into.
        record: what was found in it.
    """
    results: list[dict[str, Any]] = []
    for document in record.documents:
        results += _region(document, "document", _fields(document, _DOCUMENT_FIELDS))
    for figure in record.figures:
        results += _region(figure, figure.kind, _fields(figure, _FIGURE_FIELDS), figure.modifier)
    verdicts = {check.claim: check.verdict for check in record.checks}
    figures = {figure.id: figure for figure in record.figures}
    held: dict[str, str] = {}
    sets: Counter[tuple[str, str]] = Counter()
    literals: list[dict[str, Any]] = []
    for claim in record.claims:
        if any(isinstance(operand, Literal_) for _, operand in claim_operands(claim)):
            literals.append(_as_gold(claim, verdicts.get(claim.id, "undetermined")))
            continue
        result = _result_of(claim)
        nth = _SETS[min(sets[claim.kind, result], len(_SETS) - 1)] if claim.kind in _LISTS else ""
        sets[claim.kind, result] += 1
        results += _relation_results(claim, result, nth)
        said = {"inconsistent": "fails", "truncated": "truncated"}.get(verdicts.get(claim.id, ""), "holds")
        name = result.partition(".")[0]
        held[name] = max(held.get(name, "holds"), said, key=_HOLDS.index)
    for name, said in held.items():
        results.append(_field(figures[name], "holds", "choices", [said]))
    return {
        "data": {"text": article.text, "id": article.id, "title": article.title or "", "literal_claims": literals},
        "predictions": [{"model_version": f"soatso-{record.schema_version}", "result": results}],
    }


def gold_of(exported: Mapping[str, Any]) -> tuple[str, str, dict[str, Any]]:
    """The id, the text and the gold annotation of a task that Label Studio has exported (JSON).

    The latest annotation that was not cancelled is taken; a task without one is no gold.

    Raises:
        LabelStudioError: there is none, or it does not fit its text.
    """
    try:
        data = exported["data"]
        text, name = str(data["text"]), str(data["id"])
        chosen = [each for each in exported["annotations"] if not each.get("was_cancelled")]
        results = chosen[-1]["result"]
    except (KeyError, IndexError, TypeError) as error:
        raise LabelStudioError("a task without text, id or annotation") from error
    try:
        return name, text, _gold(name, text, results, data.get("literal_claims") or [])
    except (KeyError, IndexError, TypeError, AttributeError) as error:
        raise LabelStudioError(f"{name}: a result is not of these tasks ({error!r})") from error


def _gold(name: str, text: str, results: Iterable[Mapping[str, Any]], literals: list[Any]) -> dict[str, Any]:
    units = Utf16(text)
    regions: dict[str, tuple[Span, str]] = {}
    fields: dict[str, dict[str, str]] = {}
    relations = []
    for result in results:
        kind = result["type"]
        if kind == "relation":
            relations.append(result)
        elif kind == "labels":
            value = result["value"]
            span = _placed(text, units, value["start"], value["end"], value.get("text"))
            regions[result["id"]] = (span, value["labels"][0])
        elif kind in ("textarea", "choices"):
            values = result["value"].get("text" if kind == "textarea" else "choices") or []
            said = values if isinstance(values, str) else "".join(values[:1])
            if said.strip():
                fields.setdefault(result["id"], {})[result["from_name"]] = said.strip()
    names: dict[str, str] = {}
    documents: list[dict[str, Any]] = []
    figures: list[dict[str, Any]] = []
    for region, (span, label) in sorted(regions.items(), key=lambda each: (each[1][0], each[0])):
        given = fields.get(region, {})
        quoted = _quoted(text, span)
        if label == "document":
            documents.append({**quoted, **{field: given.get(field) for field in _DOCUMENT_FIELDS}})
        else:
            names[region] = f"f{len(figures) + 1}"
            numbers = {field: given[field] for field in _FIGURE_FIELDS if field in given}
            modifier = {"modifier": given["modifier"]} if "modifier" in given else {}
            figures.append({"id": names[region], **quoted, "kind": label, **numbers, **modifier})
    claims = list(_claims(relations, names, {region: given.get("holds") for region, given in fields.items()}))
    return {"id": name, "documents": documents, "figures": figures, "claims": [*claims, *literals]}


def _placed(text: str, units: Utf16, start: int, end: int, quoted: str | None) -> Span:
    """The span of a region, whichever units its positions count; its own text decides."""
    points, wide = (start, end), (units.back(start), units.back(end))
    for span in (points, wide):
        if quoted is None or text[slice(*span)] == quoted:
            return span
    if quoted and (at := text.find(quoted)) >= 0:
        # Nearest to where it was said to be.
        places = []
        while at >= 0:
            places.append(at)
            at = text.find(quoted, at + 1)
        near = min(places, key=lambda place: abs(place - start))
        return near, near + len(quoted)
    raise LabelStudioError(f"a region at {start} is not in the text: {quoted!r}")


def _quoted(text: str, span: Span) -> dict[str, Any]:
    """The quote of a span, and which occurrence of it is meant where it is not the first."""
    quote = text[slice(*span)]
    nth, at = 0, -1
    while at < span[0]:
        at = text.find(quote, at + 1)
        nth += 1
    return {"quote": quote} if nth == 1 else {"quote": quote, "nth": nth}


def _claims(
    relations: Iterable[Mapping[str, Any]], names: Mapping[str, str], holds: Mapping[str, str | None]
) -> Iterator[dict[str, Any]]:
    """Claims out of relations: those of one kind to one result make one claim, a second set of operands a second."""
    found: dict[tuple[str, ...], dict[str, Any]] = {}
    seen: Counter[tuple[str, ...]] = Counter()
    for relation in relations:
        said = _RELATION.fullmatch(relation["labels"][0])
        if said is None or said[1] not in OPERANDS or said[3] not in OPERANDS[said[1]]:
            raise LabelStudioError(f"no relation of these tasks: {relation['labels']!r}")
        if relation["from_id"] not in names or relation["to_id"] not in names:
            raise LabelStudioError("a relation to or from something that is no figure")
        kind, nth, field, side, of, direction = (part or "" for part in said.groups())
        operand = names[relation["from_id"]] + side
        result = names[relation["to_id"]] + (f".{of}" if of else "")
        to = (kind, nth, result, direction)
        if listed := _LISTS.get(kind) == field:
            claim = found.setdefault((*to, ""), {"kind": kind})
        else:
            claim = found.setdefault((*to, str(seen[*to, field])), {"kind": kind})
            seen[*to, field] += 1
        if listed:
            claim.setdefault(field, [result] if kind == "percent_sum" else []).append(operand)
        else:
            claim[field] = operand
        if kind != "percent_sum":
            claim[_RESULTS[kind]] = result
        if direction:
            claim["direction"] = direction
        held = holds.get(relation["to_id"]) or "holds"
        claim["holds"] = {"fails": False, "truncated": "truncated"}.get(held, True)
    for claim in found.values():
        fields = OPERANDS[claim["kind"]]
        if missing := [field for field in fields if field not in claim]:
            raise LabelStudioError(f"a {claim['kind']} without {', '.join(missing)}")
        yield {key: claim[key] for key in ("kind", *fields, "direction", "holds") if key in claim}


def _result_of(claim: Claim) -> str:
    """The operand that the others of a claim point to; of shares of one whole, the first."""
    operands = [(name, operand) for name, operand in claim_operands(claim) if isinstance(operand, str)]
    return next(operand for name, operand in operands if name == _RESULTS[claim.kind])


def _relation_results(claim: Claim, result: str, nth: str) -> Iterator[dict[str, Any]]:
    direction = f".{claim.direction}" if claim.kind == "change" else ""
    to, dot, of = result.partition(".")
    for name, operand in claim_operands(claim):
        if (name == _RESULTS[claim.kind] and claim.kind != "percent_sum") or operand == result:
            continue
        figure, point, side = str(operand).partition(".")
        yield {
            "type": "relation",
            "from_id": figure,
            "to_id": to,
            "direction": "right",
            "labels": [f"{claim.kind}{nth}.{name}{point}{side}{'@' if dot else ''}{of}{direction}"],
        }


def _as_gold(claim: Claim, verdict: str) -> dict[str, Any]:
    dumped = claim.model_dump(mode="json", include={"kind", "direction", *OPERANDS[claim.kind]})
    return {**dumped, "holds": {"inconsistent": False, "truncated": "truncated"}.get(verdict, True)}


def _fields(item: Document | Figure, names: Iterable[str]) -> dict[str, str]:
    values = {name: getattr(item, name) for name in names}
    return {
        name: value if isinstance(value, str) else f"{value:f}" for name, value in values.items() if value is not None
    }


def _region(
    item: Document | Figure, label: str, fields: Mapping[str, str], modifier: str | None = None
) -> Iterator[dict[str, Any]]:
    yield _field(item, "label", "labels", [label])
    for name, value in fields.items():
        yield _field(item, name, "textarea", [value])
    if modifier:
        yield _field(item, "modifier", "choices", [modifier])


def _field(item: Document | Figure, name: str, kind: str, values: list[str]) -> dict[str, Any]:
    """A result of Label Studio: something said of a region, which several results share by their id."""
    start, end = item.span
    value: dict[str, Any] = {"start": start, "end": end}
    if kind == "labels":
        value |= {"text": item.text, "labels": values}
    else:
        value |= {"text" if kind == "textarea" else "choices": values}
    return {"id": item.id, "from_name": name, "to_name": "text", "type": kind, "value": value}
