"""Numbers of people, places and animals that are not whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from extractor.claims import cues
from extractor.lexicon import entries
from extractor.lexicon.patterns import compiled
from extractor.records import Finding, Message
from extractor.validator.feasibility.case import Case

_EACH = compiled(
    r"(?<!\p{L})(?:mỗi|một|từng|tính ra|trung bình|quy đổi|quy|tương đương|mật độ|hệ số|tỷ suất|điểm)(?!\p{L})"
)


def fractional_counts(case: Case) -> Iterator[Finding]:
    """As in "12,5 hộ"; means may come out so, and where a mean is told nothing is said of any figure."""
    reading = case.reading
    odd = [
        i
        for i, figure in enumerate(reading.figures)
        if figure.kind == "count" and figure.modifier is None and figure.value is not None and figure.value % 1
    ]
    if not odd:
        return
    units = Counter(_unit(reading.figures[i].unit) for i in odd)
    for index in odd:
        figure = reading.figures[index]
        unit = _unit(figure.unit)
        words = case.around(index)
        if unit not in _whole() or _EACH.search(words) or cues.MEAN.search(words):
            continue
        if units[unit] > 1:
            # A row of means, of which this is one.
            continue
        if reading.lower[figure.end : figure.end + 1] == "/" or "/" in (figure.unit or ""):
            continue
        text = case.figures[index].text
        yield case.finding(
            "fractional_count",
            (index,),
            Message(
                vi=f"{text}: số đếm mà không nguyên, có thể nhầm dấu chấm, dấu phẩy; hãy đối chiếu với nguồn",
                en=f"{text}: a count that is not whole, a separator may be misplaced; check the source",
            ),
        )


def _unit(published: str | None) -> str:
    """A unit without what it is by: "tiêu chí" of "tiêu chí/xã"."""
    return " ".join((published or "").lower().partition("/")[0].split())


@cache
def _whole() -> frozenset[str]:
    """Nouns of what is never counted in halves."""
    classes = ("person", "institution", "admin", "animal", "document")
    return frozenset(e["name"] for e in entries("counted_nouns") if e["class"] in classes) | {"hộ", "trường hợp", "vụ"}
