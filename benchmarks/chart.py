"""A plot of bars as SVG, without a library."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from math import ceil

_ROW, _LEFT, _WIDTH, _TOP = 30, 250, 760, 64
_BAR, _TARGET, _INK, _QUIET = "#2a6f97", "#c1121f", "#1b1b1b", "#6c757d"


def bars(title: str, rows: Sequence[tuple[str, float, float | None]]) -> str:
    """Bars with their values, and a mark where a target is.

    Args:
        title: what is shown.
        rows: the name of each bar, its value, and the target it is to reach, if there is one.
    """
    most = ceil(max(max(value, target or 0) for _, value, target in rows) * 1.12)
    scale = (_WIDTH - _LEFT - 60) / most
    height = _TOP + _ROW * len(rows) + 46
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}"'
        ' font-family="sans-serif" font-size="13">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{_WIDTH}" height="{height}" fill="white"/>',
        f'<text x="16" y="28" font-size="15" fill="{_INK}">{escape(title)}</text>',
        f'<text x="16" y="48" fill="{_QUIET}">longer is faster; the red line is the target</text>',
    ]
    for number, (name, value, target) in enumerate(rows):
        y = _TOP + _ROW * number
        out.append(f'<text x="{_LEFT - 10}" y="{y + 17}" text-anchor="end" fill="{_INK}">{escape(name)}</text>')
        out.append(f'<rect x="{_LEFT}" y="{y + 4}" width="{value * scale:.1f}" height="18" fill="{_BAR}"/>')
        out.append(f'<text x="{_LEFT + value * scale + 6:.1f}" y="{y + 18}" fill="{_INK}">{value:.2f}</text>')
        if target is not None:
            x = _LEFT + target * scale
            out.append(
                f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{y + 1}" y2="{y + 25}" stroke="{_TARGET}" stroke-width="2"/>'
            )
    axis = _TOP + _ROW * len(rows) + 8
    step = max(1, most // 10)
    for tick in range(0, most + 1, step):
        x = _LEFT + tick * scale
        out.append(f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{axis - 4}" y2="{axis}" stroke="{_QUIET}"/>')
        out.append(f'<text x="{x:.1f}" y="{axis + 16}" text-anchor="middle" fill="{_QUIET}">{tick}</text>')
    return "\n".join([*out, "</svg>", ""])
