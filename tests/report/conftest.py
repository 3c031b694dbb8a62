"""A small article with one finding of every verdict, put together by hand."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import pytest

from extractor.article import Article
from extractor.records import Claim, Diagnosis, Equal, Figure, Message, Multiple, Record, Share, Verdict

TEXT = (
    "Hơn 640 trường hợp tinh giản\n"
    "\n"
    "Từ năm 2015 đến nay, tỉnh Cà Mau đã thực hiện tinh giản 649 trường hợp thuộc khối Nhà nước, đạt 52,34% "
    "so với kế hoạch 2015 – 2018 (649/1.240) và đạt 23,94% so với kế hoạch 2015 – 2021 (649/2.710), gấp 2 lần.\n"
    "\n"
    "Đoạn này không có gì.\n"
    "\n"
    "Có 443/448 đại biểu [bold]tán thành[/bold] \x1b[31m :smile: , chiếm 91,53%."
)


@dataclass(frozen=True)
class Sample:
    """An article and its record."""

    article: Article
    record: Record


def figure(id: str, quote: str, kind: str, **more: object) -> Figure:
    start = TEXT.index(quote)
    fields = {"id": id, "span": (start, start + len(quote)), "text": quote, "kind": kind, "rule": "test", **more}
    return Figure.model_validate(fields)


FIGURES = (
    figure("f1", "640 trường hợp", "count", value="640", modifier="more_than"),
    figure("f2", "649 trường hợp", "count", value="649"),
    figure("f3", "52,34%", "percent", value="52.34"),
    figure("f4", "649/1.240", "ratio", numerator="649", denominator="1240"),
    figure("f5", "23,94%", "percent", value="23.94"),
    figure("f6", "649/2.710", "ratio", numerator="649", denominator="2710"),
    figure("f7", "2 lần", "multiple", value="2"),
    figure("f8", "443/448 đại biểu", "ratio", numerator="443", denominator="448"),
    figure("f9", "91,53%", "percent", value="91.53"),
)


def _span(*names: str) -> tuple[int, int]:
    spans = [f.span for f in FIGURES if f.id in names]
    return min(start for start, _ in spans), max(end for _, end in spans)


def _share(id: str, ratio: str, percent: str) -> Share:
    span = _span(ratio, percent)
    part, whole = f"{ratio}.numerator", f"{ratio}.denominator"
    return Share(id=id, basis="stated", span=span, rule="test", part=part, whole=whole, percent=percent)


CLAIMS: tuple[Claim, ...] = (
    Equal(id="c1", basis="inferred", span=_span("f1", "f2"), rule="test", a="f2", b="f1"),
    _share("c2", "f4", "f3"),
    _share("c3", "f6", "f5"),
    Multiple(
        id="c4", basis="stated", span=_span("f1", "f2", "f7"), rule="test", larger="f2", smaller="f1", multiple="f7"
    ),
    _share("c5", "f8", "f9"),
)
BASE = Message(vi="đúng nếu chia cho 484", en="right over 484")


def _check(claim: str, verdict: Verdict, vi: str, en: str, **more: object) -> dict[str, object]:
    empty = {"computed": None, "published": None, "gap": None}
    return {"claim": claim, "verdict": verdict, **empty, "message": {"vi": vi, "en": en}, **more}


@pytest.fixture
def sample() -> Sample:
    diagnosis = Diagnosis(kind="other_base", operand="f8.denominator", values=(Decimal(484),), message=BASE)
    checks = [
        _check("c1", "consistent", "hơn 640 ≈ 649: khớp", "more than 640 ≈ 649: it fits"),
        _check("c2", "consistent", "649 / 1.240 = 52,3387…%: khớp", "649 / 1,240 = 52.3387…%: it fits"),
        _check("c3", "truncated", "649 / 2.710 = 23,948…%: khớp nếu cắt", "649 / 2,710 = 23.948…%: it fits if cut"),
        _check("c4", "undetermined", "Không kiểm tra được: ước chừng", "It can't be checked: too vague"),
        _check(
            "c5",
            "inconsistent",
            f"443 / 448 = 98,88…%, bài ghi 91,53%: không khớp; {BASE.vi}",
            f"443 / 448 = 98.88…%, printed 91.53%: it doesn't fit; {BASE.en}",
            severity="low",
            diagnosis=[diagnosis.model_dump()],
        ),
    ]
    record = Record.model_validate(
        {
            "schema": "1",
            "article": {"id": "demo", "source": "demo.txt", "sha256": "", "length": len(TEXT)},
            "figures": [f.model_dump() for f in FIGURES],
            "claims": [c.model_dump() for c in CLAIMS],
            "checks": checks,
        }
    )
    return Sample(Article(id="demo", title="Bài thử", text=TEXT, source="demo.txt"), record)
