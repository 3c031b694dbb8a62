"""Which finding is shown under which paragraph, and which figures are marked there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractor.article import View
from extractor.record import CheckedClaim
from extractor.records import Figure, Span

_LONG = 900
_AROUND = 160
_EXCERPT = 36


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of published text; ``figures`` are the figures of findings in it, in text order."""

    start: int
    end: int
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Far:
    """Figures of a finding that stand in another paragraph, with some text around them."""

    paragraph: int
    piece: Piece


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph with its findings.

    Attributes:
        paragraph: its number, counted from 1.
        pieces: what of it is shown: all, or what is around the marked figures where it is very long.
        whole: whether ``pieces`` begin and end with the paragraph.
        findings: each with the figures that stand elsewhere.
    """

    paragraph: int
    pieces: tuple[Piece, ...]
    whole: tuple[bool, bool]
    findings: tuple[tuple[CheckedClaim, tuple[Far, ...]], ...]


def paragraphs(text: str) -> list[Span]:
    r"""The paragraphs of a text as read, without the white space around them.

    >>> paragraphs("Một\n\n  Hai ba\r\nBốn")
    [(0, 3), (7, 13), (15, 18)]
    """
    view = View(text)
    found, start = [], 0
    for line in view.text.split("\n"):
        left = len(line) - len(line.lstrip())
        if line.strip():
            found.append(view.to_source(start + left, start + len(line.rstrip())))
        start += len(line) + 1
    return found


def blocks(text: str, findings: Iterable[CheckedClaim]) -> list[Block]:
    """The paragraphs that have findings, in text order; a finding goes with the last of its figures."""
    spans = paragraphs(text)
    starts = [start for start, _ in spans]

    def home(figure: Figure) -> int:
        return max(bisect_right(starts, figure.span[0]) - 1, 0)

    held: dict[int, list[CheckedClaim]] = {}
    for finding in findings:
        held.setdefault(max(map(home, finding.figures), default=0), []).append(finding)

    out = []
    for index in sorted(held):
        here = {f.id: f for finding in held[index] for f in finding.figures if home(f) == index}
        marked = sorted(here.values(), key=lambda figure: figure.span)
        pieces = _pieces(text, spans[index], marked)
        out.append(
            Block(
                paragraph=index + 1,
                pieces=pieces,
                whole=(pieces[0].start == spans[index][0], pieces[-1].end == spans[index][1]),
                findings=tuple(
                    (finding, tuple(_far(text, spans, [f for f in finding.figures if home(f) != index], home)))
                    for finding in held[index]
                ),
            )
        )
    return out


def _pieces(text: str, span: Span, figures: Sequence[Figure]) -> tuple[Piece, ...]:
    start, end = span
    if end - start <= _LONG or not figures:
        return (Piece(start, end, tuple(figures)),)
    return _around(text, span, figures, _AROUND)


def _far(text: str, spans: Sequence[Span], figures: Sequence[Figure], home: Callable[[Figure], int]) -> Iterator[Far]:
    by_paragraph: dict[int, list[Figure]] = {}
    for figure in sorted(figures, key=lambda figure: figure.span):
        by_paragraph.setdefault(home(figure), []).append(figure)
    for index, there in by_paragraph.items():
        for piece in _around(text, spans[index], there, _EXCERPT):
            yield Far(index + 1, piece)


def _around(text: str, span: Span, figures: Sequence[Figure], around: int) -> tuple[Piece, ...]:
    """The figures with about ``around`` characters each side, in one piece where these would overlap."""
    windows: list[list[int]] = []
    for figure in figures:
        left, right = _window(text, span, figure.span, around)
        if windows and left <= windows[-1][1]:
            windows[-1][1] = max(windows[-1][1], right)
        else:
            windows.append([left, right])
    return tuple(Piece(a, b, tuple(f for f in figures if a <= f.span[0] < b)) for a, b in windows)


def _window(text: str, span: Span, inner: Span, around: int) -> Span:
    """About ``around`` characters each side of ``inner``, ending at spaces, within ``span``."""
    left, right = max(span[0], inner[0] - around), min(span[1], inner[1] + around)
    if left > span[0]:
        space = _first_space(text, left, inner[0])
        left = inner[0] if space is None else space
    if right < span[1]:
        space = _first_space(text, right - 1, inner[1] - 1, -1)
        right = inner[1] if space is None else space
    while left < inner[0] and text[left].isspace():
        left += 1
    while right > inner[1] and text[right - 1].isspace():
        right -= 1
    return left, right


def _first_space(text: str, start: int, stop: int, step: int = 1) -> int | None:
    return next((i for i in range(start, stop, step) if text[i].isspace()), None)
