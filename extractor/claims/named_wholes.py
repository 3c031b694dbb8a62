"""Wholes that the words behind a percentage call as the article did: "chiếm 25% số xã đạt chuẩn" of "72 xã đạt chuẩn …"."""

from __future__ import annotations

from extractor.claims import fit
from extractor.claims.nearby import before
from extractor.claims.reading import Operand, Reading
from extractor.lexicon.patterns import compiled

_NAMED = compiled(r" ?(?:trên |trong |của )?(?:(?P<all>tổng )?số )?(?P<name>\p{L}+(?: \p{L}+){0,7})")
# What follows the noun tells no whole from another: "số xã của huyện".
_NO_NAME = compiled(r"(?:của|trên|trong|toàn|cả|này|nói|ở|tại|hiện|và|với|so|theo|mà)(?!\p{L})")
_OF_THOSE = compiled(r" ?(?:trong |của |trên )?số (?:đó|này|ấy)(?!\p{L})")
_WORDS = compiled(r"\p{L}+(?: \p{L}+)?")
# "240 học sinh lớp 9, chiếm 80% khối 9": of what is named, which is not the others' whole.
OF_MORE = compiled(r"^ (?!(?:và|còn|với|tại|ở|trong|so|thì|là|nhưng|cho|theo|trên|do|nên|đã)(?!\p{L}))\p{Ll}{2,}")
NAMES_TOTAL = compiled(r"^ (?:trong |trên |của )?(?:tổng số|tổng)(?: (?P<noun>\p{L}[\p{L} ]*))?")


def named_whole(reading: Reading, percent: Operand, part: Operand) -> Operand | None:
    """The figure whose unit and next words the words behind a percentage say again; None where they name none so.

    "Tổng số đại biểu Quốc hội" may be more than the "432 đại biểu Quốc hội" that took part: there the share must fit.

    Args:
        reading: the figures.
        percent: the percentage.
        part: the figure that is so much of it.
    """
    match = _NAMED.match(reading.tail(percent.index))
    if match is None:
        return None

    def is_meant(figure: Operand) -> bool:
        if figure.unit != part.unit or not _is_called(reading, figure, match["name"]):
            return False
        own = _NAMED.match(reading.tail(figure.index + 1)) if figure.index + 1 < len(reading.figures) else None
        # What is itself told as a share of that is not that.
        return own is None or own["name"] != match["name"]

    whole = before(reading, part.index, is_meant, sentences=1)
    return None if whole is None or (match["all"] and not fit.fits_share(part, whole, percent)) else whole


def names_others(reading: Reading, percent: Operand, whole: Operand) -> bool:
    """Whether the words behind a percentage name some of what a figure counts, and not all: "25% số xã có điện", "25% số đó".

    Args:
        reading: the figures.
        percent: the percentage.
        whole: the figure.
    """
    tail = reading.tail(percent.index)
    if _OF_THOSE.match(tail):
        return True
    match = _NAMED.match(tail)
    if match is None or not whole.unit or not match["name"].startswith(f"{whole.unit} "):
        return False
    return _NO_NAME.match(match["name"], len(whole.unit) + 1) is None and not _is_called(reading, whole, match["name"])


def _is_called(reading: Reading, figure: Operand, name: str) -> bool:
    """Whether a name is a figure's unit with the words behind it."""
    if not figure.unit or not name.startswith(f"{figure.unit} "):
        return False
    words = _WORDS.match(name, len(figure.unit) + 1)
    if words is None or _NO_NAME.match(name, len(figure.unit) + 1):
        return False
    return reading.lower.startswith(f" {words.group()}", figure.end)
