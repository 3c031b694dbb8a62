"""An increase told as a multiple or the other way round: tăng 164%, bằng 164%, gấp 1,64 lần."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from extractor.records import Change, Message, Multiple, Share
from extractor.validator.diagnosis.case import Case, Cost, Suggestion
from extractor.validator.formatting import quantity_text
from extractor.validator.intervals import ONE, ZERO, Bounds, affine

_WHOLE = Fraction(100)


def suggest(case: Case) -> Iterator[Suggestion]:
    """The other way of telling the same growth that gives the published number."""
    for computed, vi, en in _readings(case):
        if case.fits(computed):
            published = case.relation.published
            message = Message(
                vi=f"khớp nếu đọc là {vi.format(quantity_text(published, 'vi', bare=True))}",
                en=f"it fits if read as {en.format(quantity_text(published, 'en', bare=True))}",
            )
            yield Suggestion("increase_vs_multiple", Cost.INCREASE_VS_MULTIPLE, published, case.right_result(), message)
            return


def _readings(case: Case) -> Iterator[tuple[Bounds, str, str]]:
    computed, published, claim = case.computed, case.relation.published, case.claim
    in_percent = published.kind not in ("multiple", "ratio")
    if isinstance(claim, Multiple) or not in_percent:
        yield affine(computed, ONE, -ONE), "“tăng thêm {0}” thay vì “gấp {0}”", "an increase by {0}, not to {0}"
        yield (
            affine(computed, _WHOLE, ZERO),
            "phần trăm thay vì lần ({0})",
            "a percentage instead of times ({0})",
        )
    elif isinstance(claim, Change) and claim.direction == "up":
        yield affine(computed, ONE, _WHOLE), "“bằng {0}” thay vì “tăng {0}”", "{0} of the old value, not {0} more"
        yield (
            affine(computed, 1 / _WHOLE, ONE),
            "“gấp … lần” thay vì “tăng {0}”",
            "that many times the old value, not {0} more",
        )
    elif isinstance(claim, Change):
        yield affine(computed, -ONE, _WHOLE), "“còn {0}” thay vì “giảm {0}”", "{0} of the old value, not {0} less"
    elif isinstance(claim, Share):
        yield affine(computed, ONE, -_WHOLE), "“vượt {0}” thay vì “đạt {0}”", "{0} above the whole, not {0} of it"
