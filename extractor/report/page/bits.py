"""Published text cut up for a page: paragraphs of bits and marks, with nothing hidden in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from extractor.records import Span, Verdict
from extractor.report.layout import paragraphs

# What moves, hides or reorders the text around it. White space, and the joiners of emoji and of some scripts, do not.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


@dataclass(frozen=True, slots=True)
class Bit:
    """A stretch of text.

    Attributes:
        text: as published, or the name of one character that nobody would see: ``U+202E``.
        unseen: whether it is such a name.
        spot: the anchor of the place that something is said of, where it is no mark.
        opens: whether the spot begins here.
    """

    text: str
    unseen: bool = False
    spot: str | None = None
    opens: bool = False


@dataclass(slots=True)
class Mark:
    """A document or figure as it stands in the text.

    Attributes:
        span: where it stands.
        anchor: the id of its element on the page.
        kind: ``document`` or the kind of the figure.
        verdict: the gravest verdict it takes part in; None where nothing was checked of it.
        severity: of the gravest finding about it.
        card: the anchor of the card that tells of it.
        ref: the numbers of the findings about it.
        bits: its text.
    """

    span: Span
    anchor: str
    kind: str
    verdict: Verdict | None = None
    severity: str | None = None
    card: str | None = None
    ref: list[int] = field(default_factory=list)
    bits: tuple[Bit, ...] = ()


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the text that something is said of and that is no mark of its own."""

    span: Span
    anchor: str


_Placed = TypeVar("_Placed", Mark, Spot)


def split_paragraphs(text: str, marks: Sequence[Mark], spots: Sequence[Spot]) -> list[list[Bit | Mark]]:
    """The paragraphs of a text as bits and marks, in text order.

    Where marks overlap, the one that starts first stands and the other is left out; so it is with spots. The
    bits of the marks are set. Takes linear time.
    """
    standing = list(_apart(sorted(marks, key=lambda mark: mark.span)))
    places = list(_apart(sorted(spots, key=lambda spot: spot.span)))
    found: list[list[Bit | Mark]] = []
    mark = spot = 0
    for start, end in whole_paragraphs(text):
        while mark < len(standing) and standing[mark].span[0] < start:
            mark += 1
        inside: list[Bit | Mark] = []
        at = start
        while mark < len(standing) and standing[mark].span[0] < end:
            here = standing[mark]
            left, right = here.span[0], min(here.span[1], end)
            bits, spot = _bits(text, at, left, places, spot)
            inside += bits
            marked, spot = _bits(text, left, right, places, spot)
            here.bits = tuple(marked)
            inside.append(here)
            at, mark = right, mark + 1
        bits, spot = _bits(text, at, end, places, spot)
        inside += bits
        found.append(inside)
    return found


def whole_paragraphs(text: str) -> list[Span]:
    r"""The paragraphs of a text with nothing but white space left out: tags and signs that reading passes over too.

    >>> text = "Một <b>\n\nHai</b>\u200b\n"
    >>> [text[start:end] for start, end in whole_paragraphs(text)]
    ['Một <b>', 'Hai</b>\u200b']
    """
    found: list[Span] = []
    at = 0
    for start, end in [*paragraphs(text), (len(text), len(text))]:
        gap = text[at:start]
        if gap.strip():
            left, right = at + len(gap) - len(gap.lstrip()), at + len(gap.rstrip())
            if found and "\n" not in text[found[-1][1] : left]:
                found[-1] = (found[-1][0], right)
            elif "\n" not in text[right:start] and start < end:
                start = left
            else:
                found.append((left, right))
        if start < end:
            found.append((start, end))
        at = end
    return found


def plain_bits(text: str) -> list[Bit]:
    """A text as bits, without marks.

    >>> [(bit.text, bit.unseen) for bit in plain_bits("lãi\\u202e 5%")]
    [('lãi', False), ('U+202E', True), (' 5%', False)]
    """
    return list(_seen(text, 0, len(text), None))


def _apart(sorted_spans: Sequence[_Placed]) -> Iterator[_Placed]:
    at = -1
    for each in sorted_spans:
        if each.span[0] >= at and each.span[0] < each.span[1]:
            yield each
            at = each.span[1]


def _bits(text: str, start: int, end: int, spots: Sequence[Spot], spot: int) -> tuple[list[Bit], int]:
    """The bits of a stretch, and the first spot that may reach beyond it."""
    out: list[Bit] = []
    at = start
    while spot < len(spots) and at < end:
        left, right = spots[spot].span
        if left >= end:
            break
        if right > at:
            out += _seen(text, at, max(left, at), None)
            inside = list(_seen(text, max(left, at), min(right, end), spots[spot].anchor))
            out += [replace(inside[0], opens=left >= at), *inside[1:]]
            at = min(right, end)
        if right > end:
            break
        spot += 1
    out += _seen(text, at, end, None)
    return out, spot


def _seen(text: str, start: int, end: int, spot: str | None) -> Iterator[Bit]:
    at = start
    for odd in _UNSEEN.finditer(text, start, end):
        if odd.start() > at:
            yield Bit(text[at : odd.start()], spot=spot)
        yield Bit(f"U+{ord(odd.group()):04X}", unseen=True, spot=spot)
        at = odd.end()
    if end > at:
        yield Bit(text[at:end], spot=spot)
