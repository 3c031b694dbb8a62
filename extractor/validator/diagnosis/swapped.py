"""Two figures stand in each other's place."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from extractor.records import Change, Message
from extractor.validator.assess import Assessment
from extractor.validator.diagnosis.case import Case, Cost, Suggestion, instead
from extractor.validator.intervals import negate
from extractor.validator.operands import Quantity
from extractor.validator.relations import Relation
from extractor.validator.style import Language

_MOST_SLOTS = 12
_MOST_CLAIMS = 12
_NUMERATORS = ("part", "new")
_RATES = ("percent", "points", "multiple")


def suggest(case: Case) -> Iterator[Suggestion]:
    """Two operands of the claim exchanged, rise and fall mistaken, or another figure of the article printed for one."""
    yield from _within(case)
    yield from _direction(case)
    yield from _across(case)
    yield from _another(case)


def _within(case: Case) -> Iterator[Suggestion]:
    relation = case.relation
    if len(relation.slots) > _MOST_SLOTS:
        return
    for i, slot in enumerate(relation.slots):
        for j in range(i + 1, len(relation.slots)):
            one, other = slot.quantity, relation.slots[j].quantity
            if relation.published.kind in _RATES and relation.result in (i, j):
                continue  # a percentage is not mistaken for what it is taken of
            if _exchangeable(one, other) and relation.holds_with({i: other, j: one}):
                yield _suggestion(Cost.SWAPPED, one, other)


def _direction(case: Case) -> Iterator[Suggestion]:
    if isinstance(case.claim, Change) and case.fits(negate(case.computed)):
        falls = case.claim.direction == "up"
        message = Message(
            vi=f"khớp nếu là {'giảm' if falls else 'tăng'} chứ không phải {'tăng' if falls else 'giảm'}",
            en=f"it fits as {'a decrease' if falls else 'an increase'} instead of the opposite",
        )
        yield Suggestion("swapped", Cost.SWAPPED, case.relation.published, (), message)


def _across(case: Case) -> Iterator[Suggestion]:
    relation = case.relation
    others = [each for each in case.evidence.failing[:_MOST_CLAIMS] if each.claim.id != case.claim.id]
    if len(relation.slots) > _MOST_SLOTS:
        return
    for i, slot in enumerate(relation.slots):
        for other in others:
            for there in _exchanges(relation, i, slot.quantity, other):
                yield _suggestion(Cost.EXCHANGED, slot.quantity, there)


def _another(case: Case) -> Iterator[Suggestion]:
    """A figure of the article that would fit, of the same unit as the one that is printed in its place.

    Wholes and old levels are bases, of which :mod:`other_base` says more.
    """
    published = case.relation.published
    to_decimals = published.kind == "percent" and published.ulp is not None and published.ulp < 1
    for index, slot in enumerate(case.relation.slots):
        here = slot.quantity
        needed = case.needed(index)
        if here.figure is None or needed is None:
            continue
        if case.relation.operation == "add":
            values = [needed.low] if here.is_integer and needed.exact else []
        elif to_decimals and slot.field in _NUMERATORS:
            values = [*case.evidence.numbers_within(needed.low, needed.high, case.figures)]
        else:
            continue
        for value in values:
            for figure in case.evidence.figures_of(value, case.figures):
                if figure.kind == here.kind and figure.unit == here.unit and figure.value is not None:
                    yield _printed_elsewhere(case, here, value, figure.id)
                    break


def _printed_elsewhere(case: Case, here: Quantity, value: Fraction, other: str) -> Suggestion:
    def text(number: Fraction, language: Language) -> str:
        return instead(here, number, here.step, language)

    message = Message(
        vi=f"khớp nếu {text(here.value, 'vi')} là {text(value, 'vi')}, con số bài ghi ở chỗ khác",
        en=f"it fits if {text(here.value, 'en')} should be {text(value, 'en')}, which is printed elsewhere",
    )
    cost = case.weighed(Cost.ANOTHER, here.ref)
    return Suggestion("swapped", cost, here, ((value, here.step),), message, other=other)


def _exchanges(relation: Relation, i: int, here: Quantity, other: Assessment) -> Iterator[Quantity]:
    """The other claim's figures that, exchanged with one of this claim's, make both hold."""
    if other.relation is None or len(other.relation.slots) > _MOST_SLOTS:
        return
    for j, slot in enumerate(other.relation.slots):
        there = slot.quantity
        if here.kind != there.kind or not _exchangeable(here, there):
            continue
        if relation.holds_with({i: there}) and other.relation.holds_with({j: here}):
            yield there


def _exchangeable(one: Quantity, other: Quantity) -> bool:
    return (
        one.ref is not None
        and other.ref is not None
        and one.ref != other.ref
        and one.value != other.value
        and not (one.is_range or other.is_range)
        and (one.kind == other.kind or {one.kind, other.kind} <= {"count", "measure", "money"})
    )


def _suggestion(cost: Cost, one: Quantity, other: Quantity) -> Suggestion:
    def text(quantity: Quantity, language: Language) -> str:
        return instead(quantity, quantity.value, quantity.step, language)

    message = Message(
        vi=f"khớp nếu {text(one, 'vi')} và {text(other, 'vi')} đổi chỗ cho nhau",
        en=f"it fits if {text(one, 'en')} and {text(other, 'en')} change places",
    )
    return Suggestion("swapped", cost, one, ((other.value, other.step),), message, other=other.ref)
