"""How many of an article's percentages could be checked, and why the rest could not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Literal

from extractor.claims.unlinked import Unlinked
from extractor.records import Check, Claim, Coverage, Figure, Message, Unchecked, claim_figures

Reason = Literal["no_whole", "no_part", "no_level", "all", "rate", "range_or_vague", "undetermined"]

_SAID: dict[str, Message] = {
    "range_or_vague": Message(
        vi="{} chỉ là một khoảng hoặc một mức chặn, không kiểm tra được",
        en="{} is a range or a mere bound, which can't be checked",
    ),
    "all": Message(
        vi="{} nói là tất cả, không cần phép tính",
        en="{} says that it is all, which needs no arithmetic",
    ),
    "rate": Message(
        vi="{} là mức lãi, mức thuế hoặc một tỷ suất, không phải phần của một tổng số",
        en="{} is a rate, of interest, of tax or the like, and no part of a whole",
    ),
    "undetermined": Message(
        vi="{}: các số liệu đi kèm quá ước chừng, không kết luận được",
        en="{}: the figures it is held to are too vague to decide",
    ),
    "no_level": Message(
        vi="{}: không công bố mức trước và sau khi thay đổi",
        en="{}: the levels before and after the change are not published",
    ),
    "no_level_before": Message(
        vi="{}: không công bố mức trước khi thay đổi",
        en="{}: the level before the change is not published",
    ),
    "no_part": Message(
        vi="{}: không công bố số của riêng phần này",
        en="{}: the number of this part is not published",
    ),
    "no_whole": Message(
        vi="{}: không công bố tổng số",
        en="{}: the whole is not published",
    ),
    "no_counts": Message(
        vi="{}: không công bố số lượng và tổng số",
        en="{}: neither the number nor the whole is published",
    ),
}  # fmt: skip
_ALL = 100
_BOUNDS = ("at_least", "at_most", "more_than", "less_than")


def linked_figures(claims: Iterable[Claim]) -> set[str]:
    """The ids of the figures that claims are made between."""
    return {name for claim in claims for name in claim_figures(claim)}


def coverage(
    figures: Sequence[Figure],
    claims: Sequence[Claim],
    checks: Sequence[Check],
    unlinked: Sequence[Unlinked],
    rates: Collection[str] = (),
) -> Coverage:
    """What of the percentages was checked.

    Args:
        figures: all figures of the article.
        claims: its claims.
        checks: theirs.
        unlinked: the percentages that no claim uses, with what stands beside them.
        rates: ids of those that were held to the amount and the level of their rise.
    """
    percentages = [figure for figure in figures if figure.kind == "percent"]
    checked = {check.claim for check in checks if check.verdict != "undetermined"}
    decided: set[str] = set(rates)
    held: set[str] = set()
    for claim in claims:
        (decided if claim.id in checked else held).update(claim_figures(claim))
    beside = {each.percent.ref: each for each in unlinked}
    unchecked = tuple(_unchecked(figure, held, beside) for figure in percentages if figure.id not in decided)
    return Coverage(percentages=len(percentages), checked=len(percentages) - len(unchecked), unchecked=unchecked)


def _unchecked(figure: Figure, held: set[str], beside: Mapping[str, Unlinked]) -> Unchecked:
    reason, said = _reason(figure, held, beside.get(figure.id))
    message = _SAID[said]
    return Unchecked.of_valid(
        {
            "figure": figure.id,
            "reason": reason,
            "message": Message.of_valid({"vi": message.vi.format(figure.text), "en": message.en.format(figure.text)}),
        }
    )


def _reason(figure: Figure, held: set[str], unlinked: Unlinked | None) -> tuple[Reason, str]:
    if figure.id in held:
        return "undetermined", "undetermined"
    if unlinked is None or figure.value is None:
        return "range_or_vague", "range_or_vague"
    if unlinked.direction is not None:
        return "no_level", "no_level_before" if unlinked.role in ("new", "amount") else "no_level"
    if unlinked.rate:
        return "rate", "rate"
    if unlinked.role == "whole":
        return "no_part", "no_part"
    if unlinked.role == "part":
        return "no_whole", "no_whole"
    if figure.value == _ALL:
        return "all", "all"
    if figure.modifier in _BOUNDS:
        return "range_or_vague", "range_or_vague"
    return "no_whole", "no_counts"
