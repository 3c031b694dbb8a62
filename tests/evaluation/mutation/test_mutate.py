"""Errors are planted in claims that hold, and what proofreading makes of them is counted."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import pytest

from extractor import Article, Record, extract
from extractor.evaluation.facts import annotated_figures
from extractor.evaluation.mutation import Mutation, as_json, lines, mutate, plant
from extractor.evaluation.mutation.plant import claim_between

TEXT = "Đến hết tháng 9, xã đã tiêm 468 liều, đạt 78% kế hoạch (468/600 liều). Thôn Đông tiêm 120 liều."
ANNOTATION: dict[str, Any] = {
    "id": "a",
    "figures": [
        {"id": "f1", "quote": "468 liều", "kind": "count", "value": "468", "unit": "liều"},
        {"id": "f2", "quote": "78%", "kind": "percent", "value": "78"},
        {"id": "f3", "quote": "468/600 liều", "kind": "ratio", "numerator": "468", "denominator": "600"},
        {"id": "f4", "quote": "120 liều", "kind": "count", "value": "120", "unit": "liều"},
    ],
    "claims": [{"kind": "share", "part": "f3.numerator", "whole": "f3.denominator", "percent": "f2", "holds": True}],
}


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    def write(text: str = TEXT, **changed: object) -> Path:
        for name in ("articles", "annotations"):
            (tmp_path / name).mkdir(exist_ok=True)
        (tmp_path / "articles" / "a.txt").write_text(text, encoding="utf-8")
        (tmp_path / "annotations" / "a.json").write_text(json.dumps(ANNOTATION | changed), encoding="utf-8")
        return tmp_path

    return write


def test_plants_one_slip_that_breaks_the_claim() -> None:
    record = extract(TEXT)
    claim = claim_between(ANNOTATION["claims"][0], annotated_figures(ANNOTATION, TEXT), record.figures)
    assert claim is not None
    seen = set()
    for seed in range(60):
        planted = plant(TEXT, claim, record.figures, Random(seed))
        assert planted is not None
        seen.add(planted.slip)
        assert planted.text != TEXT
        for (start, end), value in zip(planted.places, planted.true_values, strict=True):
            assert planted.text[start:end] in {f.text for f in extract(planted.text).figures}
            assert value in {Decimal(78), Decimal(468), Decimal(600)}
    assert {"digit", "swap", "exchange"} <= seen


def test_every_slip_of_a_plain_share_is_found(folder: Callable[..., Path]) -> None:
    done = mutate(folder(), extract, 40, 1)
    held = done.tallies.by_kind["share"]
    assert held.planted == done.tallies.stated.planted == 40
    assert held.found == 40
    assert done.tallies.measure("planted.found") == 1.0
    assert done.tallies.measure("figures.f1") is None
    assert sum(d.planted for d in done.tallies.by_slip.values()) == 40


def test_the_same_seed_plants_the_same(folder: Callable[..., Path]) -> None:
    def run(seed: int) -> Mutation:
        texts: list[str] = []

        def blind(article: Article) -> Record:
            texts.append(article.text)
            return extract(article) if article.text == TEXT else Record(article=extract("").article)

        done = mutate(folder(), blind, 12, seed)
        done.misses.append("|".join(texts))
        return done

    one, again, other = run(1), run(1), run(2)
    assert one == again
    assert one.misses != other.misses
    assert one.tallies.measure("planted.found") == 0.0
    assert one.tallies.measure("planted.named") is None
    assert sum(miss.startswith("missed a share") for miss in one.misses) == 12


def test_claims_that_fail_or_are_not_read_take_no_slip(folder: Callable[..., Path]) -> None:
    failing = [{**ANNOTATION["claims"][0], "holds": False}]
    assert mutate(folder(claims=failing), extract, 10, 1).planted == 0
    figures = [*ANNOTATION["figures"], {"id": "f9", "quote": "tháng 9", "kind": "count", "value": "9"}]
    unread = [{"kind": "share", "part": "f9", "whole": "f3.denominator", "percent": "f2", "holds": True}]
    done = mutate(folder(figures=figures, claims=unread), extract, 10, 1)
    assert (done.planted, done.unread) == (0, 1)
    assert "1 claims that hold were left out" in "\n".join(lines(done))


def test_the_table_and_the_json_say_the_same(folder: Callable[..., Path]) -> None:
    done = mutate(folder(), extract, 5, 1)
    counts = as_json(done)["planted"]
    assert counts["claim: share"]["planted"] == 5
    (row,) = [line for line in lines(done) if line.startswith("claim: share")]
    assert row.split()[2] == "5"
