"""The benchmark measures what it says, on a few articles."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

from benchmarks import news, stages
from benchmarks.__main__ import main
from benchmarks.chart import bars
from extractor import extract
from extractor.store.copies import LIKE, sequences, similarity


def test_articles_are_the_same_for_the_same_seed_and_like_no_other() -> None:
    one, again, other = (list(news.articles(30, seed)) for seed in (1, 1, 2))
    assert one == again
    assert one != other
    texts = [sequences(article["text"]) for article in (*one, *other)]
    assert max(similarity(a, b) for at, a in enumerate(texts) for b in texts[:at]) < LIKE / 2


def test_most_sentences_carry_no_digit_as_in_news() -> None:
    sentences = [
        each for article in news.articles(150) for each in re.split(r"(?<=[.!?])\s+|\n+", article["text"]) if each
    ]
    assert 0.6 < sum(not re.search(r"\d", each) for each in sentences) / len(sentences) < 0.8


def test_articles_hold_what_is_to_be_found() -> None:
    records = [extract(article["text"]) for article in news.articles(40)]
    assert sum(len(record.figures) for record in records) > 4 * len(records)
    assert {claim.kind for record in records for claim in record.claims} >= {"share", "change"}
    assert any(record.documents for record in records)
    assert 0 < sum(bool(record.alarms) for record in records) < len(records) / 2


def test_stages_are_measured() -> None:
    found = stages.measure(list(news.articles(12)))
    assert found.articles == 12
    assert all(found.seconds[name] > 0 for name in stages.NAMES)
    assert found.store_bytes > 0
    assert found.times("word_tokenize") == 1


def test_the_whole_benchmark_writes_its_page_and_plot(tmp_path: Path) -> None:
    main(["--articles", "30", "--sample", "6", "--no-ray", "--output", str(tmp_path)])
    page = (tmp_path / "benchmark.md").read_text(encoding="utf-8")
    assert "| 2 workers |" in page
    assert "| extraction ÷ word_tokenize (generated) |" in page
    ElementTree.parse(tmp_path / "benchmark.svg")


def test_a_bar_reaches_as_far_as_its_value() -> None:
    plot = ElementTree.fromstring(bars("a < b", [("one", 2.0, None), ("two", 4.0, 3.0)]))
    widths = [float(each.get("width", 0)) for each in plot.iter("{http://www.w3.org/2000/svg}rect")][1:]
    assert abs(widths[1] - 2 * widths[0]) < 0.2
