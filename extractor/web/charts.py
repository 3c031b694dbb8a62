"""Small charts as SVG. All that is drawn also stands in a table, so the drawing is for the eye alone."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from markupsafe import Markup

from extractor.report.words import Lang, thousands
from extractor.web.overview import Tally

_ROW, _BAR, _LABEL, _ROOM = 26, 14, 190, 90


def bars(rows: Sequence[Tally], lang: Lang, width: int = 640) -> Markup:
    """A bar for each row: figures, and the alarms among them as a number beside it."""
    most = max((row.figures for row in rows), default=0) or 1
    height = _ROW * len(rows) + 4
    drawn = [_opened(width, height)]
    for i, row in enumerate(rows):
        y = i * _ROW + 4
        long = round((width - _LABEL - _ROOM) * row.figures / most, 1)
        name = row.name if len(row.name) <= 27 else row.name[:26] + "…"
        drawn.append(
            Markup(
                '<text class="name" x="{}" y="{}">{}</text>'
                '<rect class="bar" x="{}" y="{}" width="{}" height="{}" rx="2"/>'
                '<text class="value" x="{}" y="{}">{}</text>'
            ).format(
                _LABEL - 8, y + _BAR - 2, name, _LABEL, y, max(long, 1), _BAR, _LABEL + long + 6, y + _BAR - 2,
                thousands(row.figures, lang),
            )
        )  # fmt: skip
        if row.alarms:
            at = _LABEL + long + 14 + 8 * len(thousands(row.figures, lang))
            drawn.append(
                Markup('<text class="alarm" x="{}" y="{}">✗ {}</text>').format(
                    at, y + _BAR - 2, thousands(row.alarms, lang)
                )
            )
    return Markup("").join([*drawn, Markup("</svg>")])


def columns(rows: Sequence[Tally], lang: Lang, width: int = 640, height: int = 170) -> Markup:
    """A column for each row in its order, for time."""
    most = max((row.figures for row in rows), default=0) or 1
    step = (width - 10) / max(len(rows), 1)
    wide = min(step * 0.7, 36)
    drawn = [_opened(width, height)]
    every = -(-len(rows) * 62 // width) or 1
    for i, row in enumerate(rows):
        x = round(5 + i * step + (step - wide) / 2, 1)
        tall = round((height - 46) * row.figures / most, 1)
        drawn.append(
            Markup('<rect class="bar" x="{}" y="{}" width="{}" height="{}" rx="2"/>').format(
                x, height - 22 - tall, round(wide, 1), max(tall, 1)
            )
        )
        middle = round(x + wide / 2, 1)
        if row.alarms:
            drawn.append(
                Markup('<text class="alarm mid" x="{}" y="{}">{}</text>').format(
                    middle, height - 27 - tall, thousands(row.alarms, lang)
                )
            )
        if i % every == 0:
            drawn.append(Markup('<text class="tick mid" x="{}" y="{}">{}</text>').format(middle, height - 6, row.name))
    return Markup("").join([*drawn, Markup("</svg>")])


def over_time(
    points: Sequence[tuple[str, Decimal]], here: tuple[str, Decimal] | None, *, joined: bool, width: int = 560
) -> Markup:
    """A dot for each value at its time (an ISO date or its beginning); that of the page itself stands out.

    Dots are joined where they are the course of one thing. Values are placed by their share of the range; the numbers
    themselves stand in the table.
    """
    height, left, low_edge = 150, 12, 122
    every = sorted({*points, *([here] if here else [])})
    if not every:
        return Markup("")
    times = [_years(when) for when, _ in every]
    values = [value for _, value in every]
    first, span = min(times), (max(times) - min(times)) or 1
    least, room = min(values), (max(values) - min(values)) or 1
    drawn = [_opened(width, height, " small")]
    drawn.append(
        Markup('<line class="axis" x1="4" x2="{}" y1="{}" y2="{}"/>').format(width - 4, low_edge + 8, low_edge + 8)
    )
    placed = []
    for (when, value), time in zip(every, times, strict=True):
        x = round(left + (width - 2 * left) * (time - first) / span, 1)
        y = round(low_edge - 96 * float((value - least) / room), 1)
        placed.append((when, value, x, y))
    if joined and len(placed) > 1:
        path = " ".join(f"{x},{y}" for _, _, x, y in placed)
        drawn.append(Markup('<polyline class="line" points="{}"/>').format(path))
    for when, value, x, y in placed:
        mine = here == (when, value)
        drawn.append(
            Markup('<circle class="{}" cx="{}" cy="{}" r="{}"><title>{}: {}</title></circle>').format(
                "dot here" if mine else "dot", x, y, 6 if mine else 4, when, f"{value:f}"
            )
        )
    drawn.append(Markup('<text class="tick" x="4" y="{}">{}</text>').format(height - 4, every[0][0]))
    if len(every) > 1:
        drawn.append(
            Markup('<text class="tick end" x="{}" y="{}">{}</text>').format(width - 4, height - 4, every[-1][0])
        )
    return Markup("").join([*drawn, Markup("</svg>")])


def _years(when: str) -> float:
    """A time as years, good enough to place a dot by."""
    parts = [int(part) if part.isdigit() else 0 for part in when.split("-")]
    year, month, day = (*parts, 0, 0)[:3]
    return year + max(month - 1, 0) / 12 + max(day - 1, 0) / 366


def _opened(width: int, height: int, more: str = "") -> Markup:
    opened = '<svg class="chart{}" viewBox="0 0 {} {}" aria-hidden="true" focusable="false">'
    return Markup(opened).format(more, width, height)
