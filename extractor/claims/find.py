"""All claims of an article: each grammar proposes, doubles are dropped, and what is left gets its id."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from extractor.article import View
from extractor.claims import fit
from extractor.claims.alike_labels import RULE as OF_LABELS
from extractor.claims.alike_labels import find_alike_labels
from extractor.claims.alike_shares import alike_shares, of_another
from extractor.claims.class_rows import find_class_rows
from extractor.claims.contributions import find_contributions
from extractor.claims.differences import find_differences
from extractor.claims.equals import find_equals
from extractor.claims.fractions import find_fractions
from extractor.claims.labelled_rows import find_labelled_rows
from extractor.claims.means import find_means
from extractor.claims.multiples import find_multiples
from extractor.claims.opened import find_opened
from extractor.claims.paired_sums import find_paired_sums
from extractor.claims.partitions import find_row_totals, parallel_sums, sums_of_rates, sums_of_shares, sums_of_totals
from extractor.claims.percent_sums import find_percent_sums
from extractor.claims.percents import find_percent_claims
from extractor.claims.products import find_products
from extractor.claims.proposal import Proposal
from extractor.claims.reading import Operand, Reading
from extractor.claims.row_shares import RULE as OF_ROW
from extractor.claims.row_shares import row_shares
from extractor.claims.rows import RULE as OF_ALL
from extractor.claims.rows import find_rows
from extractor.claims.shared_lists import find_shared_lists
from extractor.claims.siblings import find_siblings
from extractor.claims.sums import find_sums
from extractor.claims.thousandfold import Asked, find_thousandfold
from extractor.claims.told_alike import find_told_alike
from extractor.claims.two_ways import find_two_ways
from extractor.claims.yearly import find_yearly
from extractor.patterns.found import FoundDocument, FoundFigure
from extractor.records import (
    Change,
    Claim,
    ClaimKind,
    Difference,
    Equal,
    Literal_,
    Mean,
    Multiple,
    PercentSum,
    Product,
    Share,
    Sum,
)

_GRAMMARS: tuple[Callable[[Reading], Iterator[Proposal]], ...] = (
    find_percent_claims,
    find_row_totals,
    find_fractions,
    find_differences,
    find_yearly,
    find_opened,
    find_two_ways,
    find_sums,
    find_paired_sums,
    find_shared_lists,
    find_rows,
    find_contributions,
    find_labelled_rows,
    find_told_alike,
    find_alike_labels,
    find_percent_sums,
    find_means,
    find_multiples,
    find_products,
    find_equals,
)

# Those that may find what a figure would claim a thousandfold.
_ASKED: dict[Asked, tuple[Callable[[Reading], Iterator[Proposal]], ...]] = {
    "rates": (find_percent_claims,),
    "sums": (find_sums, find_differences, find_opened, find_two_ways, find_paired_sums, find_rows),
    "products": (find_products, find_means),
}

# So many shares that all fail are hardly meant of what they are held to.
_A_ROW = 3
# Kinds with two levels.
_BETWEEN = ("change", "difference", "multiple")

_MODELS: dict[ClaimKind, type[Claim]] = {
    "share": Share,
    "change": Change,
    "difference": Difference,
    "sum": Sum,
    "mean": Mean,
    "product": Product,
    "multiple": Multiple,
    "equal": Equal,
    "percent_sum": PercentSum,
}


def find_claims(
    view: View, figures: list[FoundFigure], documents: list[FoundDocument], reading: Reading | None = None
) -> list[Claim]:
    """The claims an article makes between its figures, in text order.

    Args:
        view: the article's view.
        figures: its figures in order; figure ``i`` is operand ``f{i+1}``.
        documents: its documents (no claim needs them yet).
        reading: the figures among their words, where that is at hand already.

    Returns:
        Claims with spans in the article's text; one claim for each set of operands, however often a grammar proposes it.
    """
    if len(figures) < 2:
        return []
    reading = reading or Reading(view, figures)
    kept: dict[tuple[Any, ...], Proposal] = {}
    for grammar in _GRAMMARS:
        _keep(kept, grammar(reading))
    _keep(kept, alike_shares(reading, list(kept.values())))
    refuted = of_another(reading, kept.values())
    if refuted:
        _drop_shares(kept, refuted)
    _keep(kept, sums_of_shares(reading, list(kept.values())))
    sums = [p for p in kept.values() if p.kind == "sum"]
    _keep(kept, parallel_sums(reading, [p for p in sums if p.rule != OF_LABELS]))
    _keep(kept, sums_of_totals(reading, sums))
    _keep(kept, sums_of_rates(reading, sums))
    _drop_within_others(kept)
    _take_totals_for_their_parts(kept)
    _keep(kept, row_shares(reading, kept.values()))
    _keep(kept, find_siblings(reading, list(kept.values())))
    _keep(kept, find_class_rows(reading))
    _keep(kept, find_thousandfold(view, reading, list(kept.values()), _propose))
    if len(kept) > 1:
        _drop_restated(kept)
        _drop_of_other_wholes(kept)
    ordered = sorted((*_span(p), p.kind, p.rule, i, p) for i, p in enumerate(kept.values()))
    return [_claim(each[-1], i, view.to_source(*each[:2])) for i, each in enumerate(ordered)]


def _propose(reading: Reading, asked: Asked) -> Iterator[Proposal]:
    for grammar in _ASKED[asked]:
        yield from grammar(reading)


def _keep(kept: dict[tuple[Any, ...], Proposal], proposals: Iterable[Proposal]) -> None:
    """Adds what is new, and what states a claim that so far was only inferred."""
    for proposal in proposals:
        known = kept.get(proposal.key)
        if known is None or (known.basis == "inferred" and proposal.basis == "stated"):
            kept[proposal.key] = proposal


def _drop_shares(kept: dict[tuple[Any, ...], Proposal], percents: set[int]) -> None:
    for key, proposal in list(kept.items()):
        percent = proposal.operands.get("percent")
        if proposal.kind == "share" and isinstance(percent, Operand) and percent.index in percents:
            del kept[key]


def _drop_restated(kept: dict[tuple[Any, ...], Proposal]) -> None:
    """Of two kinds over the same figures, keeps the one that says it as the article does.

    "tăng 17 trường so với 184" is a difference, not a sum of 17 and 184; an average is no product.
    """
    _drop_means_of_rates(kept)
    sets = {key: frozenset(o.index for o in p.flat()) for key, p in kept.items()}
    weak = ("difference.left", "difference.fit")
    sums = {sets[key] for key, p in kept.items() if p.kind == "sum" and p.basis == "stated"}
    firm = {(p.kind, sets[key]) for key, p in kept.items() if p.rule != "difference.left"}
    said = {sets[key] for key, p in kept.items() if p.kind == "difference" and p.rule not in weak}
    levels = {_levels(p) for p in kept.values() if p.kind in _BETWEEN}
    left = {sets[key] for key, p in kept.items() if p.rule == "difference.left"}
    for key, proposal in list(kept.items()):
        if proposal.kind == "equal":
            # The two levels of a rise are no one figure, however near; nor is the rise one of them: "6 vụ (12/6 vụ)".
            restated = (bool(levels) and _levels(proposal) in levels) or ("difference", sets[key]) in firm
        elif proposal.rule in weak and sets[key] in sums:
            restated = True
        elif proposal.rule == "difference.left":
            restated = ("difference", sets[key]) in firm
        elif proposal.kind == "sum":
            differs = ("difference", sets[key]) in firm or sets[key] in left
            restated = differs and (sets[key] in said or proposal.basis == "inferred")
        else:
            restated = proposal.kind == "product" and ("mean", sets[key]) in firm
        if restated:
            del kept[key]


def _drop_of_other_wholes(kept: dict[tuple[Any, ...], Proposal]) -> None:
    """Of "485 trường, gồm mầm non 141 (51,8%), tiểu học 206 (75,2%), THCS 123 (56%)" each share is of all of its level.

    None of them fits the figure that they would be of, nor is there another that all of them, or all but one, could be of.
    """
    rows: dict[str, list[tuple[Any, ...]]] = {}
    for key, proposal in kept.items():
        whole = proposal.operands.get("whole")
        if proposal.kind == "share" and isinstance(whole, Operand) and "." not in whole.ref:
            rows.setdefault(whole.ref, []).append(key)
    for keys in rows.values():
        if any(kept[key].rule == OF_ROW for key in keys):
            # The row makes up the whole.
            continue
        shares = [kept[key].flat() for key in keys]
        if len(shares) < _A_ROW or any(len(share) != 3 or fit.fits_share(*share) for share in shares):
            continue
        bases = [fit.base(part, percent) for part, _, percent in shares if percent.bounds[0] > 0]
        if not any(fit.overlap(bases[:i] + bases[i + 1 :]) for i in range(len(bases))):
            for key in keys:
                del kept[key]


def _drop_within_others(kept: dict[tuple[Any, ...], Proposal]) -> None:
    """Of two sums for one total, one of which holds all parts of the other, keeps the longer: "hơn 7.100 …, 9.600 … và 163"."""
    by_total: dict[str, list[tuple[tuple[Any, ...], frozenset[str]]]] = {}
    told: set[frozenset[str]] = set()
    for key, proposal in list(kept.items()):
        total = proposal.operands.get("total")
        if proposal.kind != "sum" or not isinstance(total, Operand):
            continue
        refs = frozenset(o.ref for o in proposal.flat())
        parts = refs - {total.ref}
        if parts in told and proposal.rule == OF_ALL:
            # The same row, for another mention of its total.
            del kept[key]
            continue
        told.add(parts)
        by_total.setdefault(total.ref, []).append((key, refs))
    for sums in by_total.values():
        for key, refs in sums:
            if kept[key].basis == "inferred" and any(refs < others for _, others in sums):
                del kept[key]


def _take_totals_for_their_parts(kept: dict[tuple[Any, ...], Proposal]) -> None:
    """Of "1.077 lao động, trong đó Đông Bắc Á 773, gồm 471, 239 và 63; nước khác 304" the parts are 773 and 304, not all four."""
    made: dict[tuple[Any, ...], tuple[Operand, tuple[Operand, ...]]] = {}
    by_first: dict[str, list[tuple[Operand, tuple[Operand, ...]]]] = {}
    for key, proposal in kept.items():
        if (of_figures := proposal.as_sum) is not None:
            made[key] = of_figures
            by_first.setdefault(of_figures[1][0].ref, []).append(of_figures)
    for key, (total, parts) in made.items():
        if kept[key].basis == "inferred":
            for inner, of_it in (each for part in parts for each in by_first.get(part.ref, ())):
                taken = _with_total(total, parts, inner, of_it)
                if taken is not None:
                    better = replace(kept.pop(key), operands={"parts": taken, "total": total})
                    _keep(kept, [better])
                    break


def _with_total(
    total: Operand, parts: tuple[Operand, ...], inner: Operand, of_it: tuple[Operand, ...]
) -> tuple[Operand, ...] | None:
    """The parts of a total with the figure that some of them make up in their place, if that is told between."""
    if not total.start < inner.start < of_it[0].start or inner in parts or len(of_it) >= len(parts):
        return None
    if not set(of_it) <= set(parts):
        return None
    taken = sorted([inner, *(part for part in parts if part not in of_it)], key=lambda operand: operand.start)
    return tuple(taken) if fit.meets(fit.total(taken, total), total) else None


def _drop_means_of_rates(kept: dict[tuple[Any, ...], Proposal]) -> None:
    """Of "năng suất bình quân 62 tạ/ha, diện tích 1.200 ha, sản lượng …" the product is what is said, not the mean."""
    rates = [frozenset(o.index for o in p.flat()) for p in kept.values() if p.kind == "product" and p.basis == "stated"]
    for key, proposal in list(kept.items()):
        if proposal.kind == "mean" and proposal.basis == "inferred":
            used = {o.index for name in ("count", "mean") if isinstance(o := proposal.operands[name], Operand)}
            if any(used <= rate for rate in rates):
                del kept[key]


def _levels(proposal: Proposal) -> frozenset[tuple[str, str, Decimal | None]]:
    """The two levels of a claim, or the two figures of an ``equal``, by what they say."""
    found = (proposal.operands.get(name) for name in ("old", "new", "larger", "smaller", "a", "b"))
    return frozenset((o.kind, o.unit, o.value) for o in found if isinstance(o, Operand))


def _rounded(odds: Decimal) -> Decimal:
    """Two significant digits are as many as such a model has."""
    return Decimal(format(odds, ".1e")) if odds else Decimal(0)


def _span(proposal: Proposal) -> tuple[int, int]:
    operands = proposal.flat()
    return min(o.start for o in operands), max(o.end for o in operands)


def _claim(proposal: Proposal, index: int, span: tuple[int, int]) -> Claim:
    def name(operand: Operand | Decimal) -> str | Literal_:
        return operand.ref if isinstance(operand, Operand) else Literal_(value=operand)

    operands = {
        field: tuple(name(x) for x in operand) if isinstance(operand, tuple) else name(operand)
        for field, operand in proposal.operands.items()
    }
    model: Any = _MODELS[proposal.kind]
    claim: Claim = model(
        id=f"c{index + 1}",
        basis=proposal.basis,
        span=span,
        rule=proposal.rule,
        candidates=proposal.candidates,
        chance=None if proposal.chance is None else _rounded(proposal.chance),
        **operands,
        **proposal.extra,
    )
    return claim
