"""Plants one slip in one claim that holds, so that it no longer does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Any

from pydantic import TypeAdapter

from extractor.evaluation.facts import OPERANDS, FigureFact, extracted_figure
from extractor.evaluation.mutation.slips import Print, SlipKind, numbers_in, slips
from extractor.patterns.figures.precision import interval_of
from extractor.records import Claim, Figure, Literal_, claim_operands
from extractor.validator import check_claims

_CLAIM: TypeAdapter[Claim] = TypeAdapter(Claim)
_KINDS: tuple[SlipKind, ...] = ("digit", "swap", "separator", "exchange")


@dataclass(frozen=True, slots=True)
class Planted:
    """A text with one slip in it.

    Attributes:
        text: the whole text, printed wrongly.
        slip: what kind of slip it is.
        places: where in ``text`` the altered figures stand.
        true_values: what was printed there before, as numbers; one for each place.
    """

    text: str
    slip: SlipKind
    places: tuple[tuple[int, int], ...]
    true_values: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class _Number:
    """An operand that is printed in digits.

    Attributes:
        ref: the operand.
        printed: its digits and where they stand.
        value: what it says.
        ulp: one unit of its last digit; None where it is exact.
        like: what an operand must have in common with it for the two to be exchanged in print.
    """

    ref: str
    printed: Print
    value: Decimal
    ulp: Decimal | None
    like: tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Edit:
    """A number printed anew, as ``text``, which says ``value``."""

    number: _Number
    text: str
    value: Decimal
    ulp: Decimal | None


def claim_between(item: Mapping[str, Any], gold: Mapping[str, FigureFact], figures: Sequence[Figure]) -> Claim | None:
    """An annotated claim as a claim between the extracted figures; None if one of its figures was not read.

    Args:
        item: the claim of an annotation.
        gold: the annotation's figures.
        figures: those of the record of the same article.
    """
    names: dict[str, str] = {}
    for name, wanted in gold.items():
        for figure in figures:
            start, end = figure.span
            if start < wanted.span[1] and wanted.span[0] < end and extracted_figure(figure).amounts == wanted.amounts:
                names[name] = figure.id
                break

    def renamed(operand: Any) -> Any:
        if not isinstance(operand, str):
            return operand
        name, dot, side = operand.partition(".")
        return names[name] + dot + side

    fields: dict[str, Any] = {}
    try:
        for name in OPERANDS[item["kind"]]:
            given = item[name]
            fields[name] = [renamed(each) for each in given] if isinstance(given, list) else renamed(given)
    except KeyError:
        return None
    if item["kind"] == "change":
        fields["direction"] = item.get("direction", "up")
    return _CLAIM.validate_python(
        {"id": "c1", "kind": item["kind"], "basis": "stated", "span": (0, 0), "rule": "annotated", **fields}
    )


def plant(text: str, claim: Claim, figures: Sequence[Figure], random: Random) -> Planted | None:
    """A slip in one of the claim's figures after which the claim fails; None if there is none.

    The kind of slip, the figure and the slip are drawn in that order, each evenly, so that a long number takes no
    more slips than a short one and a rare kind of slip is as frequent as a common one.
    """
    by_id = {figure.id: figure for figure in figures}
    if check_claims([claim], by_id)[0].verdict not in ("consistent", "truncated"):
        return None
    refs = dict.fromkeys(operand for _, operand in claim_operands(claim) if not isinstance(operand, Literal_))
    numbers = [number for ref in refs if (number := _number(text, ref, by_id)) is not None]
    for kind in random.sample(_KINDS, len(_KINDS)):
        for number in random.sample(numbers, len(numbers)):
            edits = list(_edits(kind, number, numbers))
            for edit in random.sample(edits, len(edits)):
                if check_claims([claim], _altered(by_id, edit))[0].verdict == "inconsistent":
                    return _planted(text, kind, edit, by_id)
    return None


def _number(text: str, ref: str, figures: Mapping[str, Figure]) -> _Number | None:
    """The operand as a number in digits; None where it is printed otherwise ("5 - 7%", "1 tỷ 40 triệu", "năm")."""
    name, _, side = ref.partition(".")
    figure = figures[name]
    printed = numbers_in(text, *figure.span)
    if len(printed) != (2 if side else 1):
        return None
    held = printed[side == "denominator"]
    value = getattr(figure, side or "value")
    if value is None or not held.digits or value <= 0:
        return None
    unit = value / held.digits
    if unit.normalize().as_tuple().digits != (1,):
        return None
    kind = "count" if side else figure.kind
    ulp = None if side else figure.ulp
    after = "" if kind == "count" and ulp is None else text[held.end : figure.span[1]].casefold()
    return _Number(ref, held, value, ulp, (kind, after))


def _edits(kind: SlipKind, number: _Number, numbers: Sequence[_Number]) -> Iterator[tuple[_Edit, ...]]:
    if kind == "exchange":
        for other in numbers:
            if other.like == number.like and other.value != number.value:
                yield (
                    _Edit(number, other.printed.text, other.value, other.ulp),
                    _Edit(other, number.printed.text, number.value, number.ulp),
                )
        return
    unit = number.value / number.printed.digits
    for slip in slips(number.printed):
        if slip.kind == kind:
            value = (unit * slip.digits).scaleb(slip.shift)
            yield (_Edit(number, slip.text, value, number.ulp and number.ulp.scaleb(slip.shift)),)


def _altered(figures: Mapping[str, Figure], edits: Sequence[_Edit]) -> dict[str, Figure]:
    out = dict(figures)
    for edit in edits:
        name, _, side = edit.number.ref.partition(".")
        figure = out[name]
        update: dict[str, Any] = {side or "value": edit.value}
        if not side:
            update |= {"ulp": edit.ulp, "interval": interval_of(edit.value, edit.ulp, figure.modifier)}
        out[name] = figure.model_copy(update=update)
    return out


def _planted(text: str, kind: SlipKind, edits: Sequence[_Edit], figures: Mapping[str, Figure]) -> Planted:
    out, at = [], 0
    moved: list[tuple[int, int, int]] = []
    for edit in sorted(edits, key=lambda e: e.number.printed.start):
        printed = edit.number.printed
        out += [text[at : printed.start], edit.text]
        at = printed.end
        moved.append((printed.start, printed.end, len(edit.text) - len(printed.text)))

    def now(place: int) -> int:
        return place + sum(by for _, end, by in moved if end <= place)

    names = [edit.number.ref.partition(".")[0] for edit in edits]
    return Planted(
        text="".join([*out, text[at:]]),
        slip=kind,
        places=tuple((now(figures[n].span[0]), now(figures[n].span[1])) for n in names),
        true_values=tuple(edit.number.value for edit in edits),
    )
