"""The sentence that explains a check, such that a reader can follow it with a pocket calculator."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from extractor.records import Message
from extractor.validator.assess import Assessment
from extractor.validator.formatting import gap_text, quantity_text, quantity_texts
from extractor.validator.intervals import ONE, Bounds, point
from extractor.validator.numerals import rounded
from extractor.validator.relations import Relation
from extractor.validator.style import Language, Texts

_LONGEST_SUM = 12

_REASONS: dict[str, dict[Language, str]] = {
    "unreadable_operand": {
        "vi": "không kiểm tra được: có số liệu không đọc được",
        "en": "it can't be checked: a figure is unreadable",
    },
    "zero_base": {
        "vi": "không kiểm tra được: số làm mốc có thể bằng 0",
        "en": "it can't be checked: the base may be zero",
    },
    "negative_base": {
        "vi": "không kiểm tra được: số làm mốc là số âm",
        "en": "it can't be checked: the base is negative",
    },
    "no_operands": {
        "vi": "không kiểm tra được: thiếu số hạng",
        "en": "it can't be checked: there are no terms",
    },
    "too_vague": {
        "vi": "không kiểm tra được: số liệu quá ước chừng",
        "en": "it can't be checked: the figures are too vague",
    },
}
_WORDS: dict[Language, dict[str, str]] = {
    "vi": {
        "fits": "khớp",
        "cut": "khớp nếu cắt bỏ phần lẻ thay vì làm tròn",
        "raised": "khớp nếu làm tròn lên thay vì làm tròn thông thường",
        "printed": "bài ghi",
        "whole": "phải là",
        "rounded": "làm tròn",
        "because": "vì số liệu đã làm tròn hoặc ước chừng",
        "off": "không khớp, lệch",
        "and": "và",
        "read": "đọc là",
    },
    "en": {
        "fits": "it fits",
        "cut": "it fits if the last digits were cut off instead of rounded",
        "raised": "it fits if the figure was rounded up instead of to the nearest",
        "printed": "printed",
        "whole": "should be",
        "rounded": "rounded",
        "because": "as the figures are rounded or approximate",
        "off": "it doesn't fit, off by",
        "and": "and",
        "read": "read as",
    },
}


def explain(assessment: Assessment, diagnoses: Sequence[Message] = ()) -> Message:
    """The sentence for a check; of an inconsistent one it names the best diagnosis."""
    relation, computed = assessment.relation, assessment.computed
    if relation is None or computed is None:
        reason = _REASONS[assessment.reason or "unreadable_operand"]
        return Message.of_valid({"vi": _capital(reason["vi"]), "en": _capital(reason["en"])})
    nominal = computed.low if computed.exact else relation.nominal()
    gives = _gives(assessment, relation, nominal)
    style = relation.published.style
    if assessment.claim.kind == "equal" or gives == "exactly":
        result = relation.published.texts
    else:
        result = style.texts(computed.middle) if nominal is None else style.cut(nominal)
    mixed = _mixed(relation)
    shown = [quantity_texts(slot.quantity, with_unit=mixed) for slot in relation.slots]
    told = _Told(assessment, relation, computed, nominal, mixed, gives, result, shown)
    return Message.of_valid({"vi": _sentence(told, diagnoses, "vi"), "en": _sentence(told, diagnoses, "en")})


@dataclass(slots=True)
class _Told:
    """What a sentence is made of.

    Attributes:
        nominal: the result by the numbers as printed.
        mixed: units were converted, so that they must be told.
        gives: how the numbers as printed give the result that is printed, if they do.
        result: what the numbers as printed give.
        shown: the operands as published.
    """

    assessment: Assessment
    relation: Relation
    computed: Bounds
    nominal: Fraction | None
    mixed: bool
    gives: Literal["exactly", "rounded"] | None
    result: Texts
    shown: list[Texts]


def _gives(
    assessment: Assessment, relation: Relation, nominal: Fraction | None
) -> Literal["exactly", "rounded"] | None:
    published = relation.published
    if assessment.verdict != "consistent":
        return None
    if assessment.claim.kind == "equal":
        one, other = (slot.nominal.low for slot in relation.slots)
        return "exactly" if one is other or one == other else None
    if published.modifier or published.is_range or nominal is None:
        return None
    if nominal is published.value or nominal == published.value:
        return "exactly"
    return "rounded" if published.ulp and rounded(nominal, published.ulp) == published.value else None


def _sentence(told: _Told, diagnoses: Sequence[Message], language: Language) -> str:
    assessment, words = told.assessment, _WORDS[language]
    text = _restated(told, language) if assessment.claim.kind == "equal" else _calculation(told, language)
    if assessment.reason:
        return f"{text}; {_REASONS[assessment.reason][language]}"
    if assessment.verdict == "consistent":
        text += f": {words['fits']}"
    elif assessment.verdict == "truncated":
        text += f": {words['cut']}"
    elif assessment.raised:
        text += f": {words['raised']}"
    else:
        gap = gap_text(_distance(told), told.relation.published, language, with_unit=told.mixed)
        text += f": {words['off']} {gap}"
    for reading in assessment.readings:
        printed = reading.figure.text if reading.figure else ""
        text += f" ({printed} {words['read']} {quantity_text(reading, language, bare=True)})"
    if diagnoses and not assessment.raised:
        text += f"; {diagnoses[0].vi if language == 'vi' else diagnoses[0].en}"
    return text


def _distance(told: _Told) -> Fraction:
    """What a reader gets who subtracts the published result from the computed one."""
    published = told.relation.published
    if published.is_range:
        return told.computed.distance(published.bounds)
    return abs((told.computed.middle if told.nominal is None else told.nominal) - published.value)


def _restated(told: _Told, language: Language) -> str:
    """The two figures of an equality: "1.234.567 ≈ 1,2 triệu"."""
    a, b = [texts[language] for texts in told.shown]
    if told.assessment.verdict != "consistent":
        return f"{a} {_WORDS[language]['and']} {b}"
    return f"{a} {'=' if told.gives == 'exactly' else '≈'} {b}"


def _calculation(told: _Told, language: Language) -> str:
    """The operands, what they give, and what is published: "649 / 1.240 = 52,3387…%, làm tròn 52,34%"."""
    words, published, nominal = _WORDS[language], told.relation.published, told.nominal
    formula, result = _formula(told, language), told.result[language]
    if told.gives == "exactly":
        return f"{formula} = {result}"
    shown = told.shown[told.relation.result][language]
    if told.gives == "rounded":
        return f"{formula} = {result}, {words['rounded']} {shown}"
    if not told.computed.exact and not (nominal is not None and published.bounds.meets(point(nominal))):
        result += f" ({published.style.span(told.computed, language)} {words['because']})"
    if told.assessment.claim.kind == "percent_sum":
        return f"{formula} = {result}, {words['whole']} 100%"
    return f"{formula} = {result}, {words['printed']} {shown}"


def _formula(told: _Told, language: Language) -> str:
    """The operation on the operands as published."""
    relation, claim = told.relation, told.assessment.claim
    texts = [texts[language] for i, texts in enumerate(told.shown) if i != relation.result]
    if claim.kind == "change":
        old, new = texts
        if relation.published.kind == "multiple":
            return f"{new} / {old}" if claim.direction == "up" else f"{old} / {new}"
        larger, smaller = (new, old) if claim.direction == "up" else (old, new)
        return f"({larger} − {smaller}) / {old}"
    symbol = {"difference": " − ", "sum": " + ", "percent_sum": " + ", "product": " × "}.get(claim.kind, " / ")
    if len(texts) > _LONGEST_SUM:
        texts[_LONGEST_SUM - 1 : -1] = ["…"]
    return symbol.join(texts)


def _mixed(relation: Relation) -> bool:
    """Whether units were converted, so that they must be told."""
    for slot in relation.slots:
        if slot.slope is not ONE and slot.slope != 1 and slot.quantity.unit and slot.quantity.kind != "percent":
            return True
    return False


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
