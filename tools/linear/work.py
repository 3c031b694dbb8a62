"""Work for the package that comes by every place where it builds a pattern."""

from __future__ import annotations

import io
from pathlib import Path

CORPUS = Path(__file__).parents[2] / "corpus" / "articles"
_PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>Xã Tân Lập hoàn thành kế hoạch</title>
<meta property="article:published_time" content="2019-07-15"></head><body><article>
<h1>Xã Tân Lập hoàn thành kế hoạch</h1><p>15/7/2019</p><p>Theo Quyết định số 12/QĐ-UBND ngày 3/5/2018 của
UBND huyện Thới Bình, xã Tân Lập có 1.240 hộ, trong đó 649 hộ nghèo, chiếm
52,34% tổng số hộ của toàn xã, tăng 12% so với cùng kỳ năm trước.</p></article></body></html>"""


def work() -> None:
    """Reads, extracts and explains some articles."""
    from extractor import extract
    from extractor.explain import explain
    from extractor.readers import read

    for path in sorted(CORPUS.glob("*.txt")):
        extract(path.read_text(encoding="utf-8"))
    # A vote of more than all.
    extract("Có 12/10 đại biểu tán thành.")
    for item in read(["-"], stdin=io.BytesIO(_PAGE.encode())):
        explain(item.article)  # type: ignore[union-attr]
