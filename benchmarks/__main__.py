"""``python -m benchmarks``: measure, and write docs/benchmark.md and docs/benchmark.svg."""

from __future__ import annotations

import argparse
import os
import platform
import sqlite3
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks import news, runs, stages
from benchmarks.chart import bars

EXTRACTION, WHOLE, TWO_WORKERS, RAY = 6.0, 4.0, 1.7, 0.7
"""What is to be reached: times ``word_tokenize``, times one worker, times local workers."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and write what was found."""
    given = _arguments(arguments)
    lines = list(news.articles(given.sample))
    found = {"generated": stages.measure(lines)}
    if given.articles_folder is not None and given.articles_folder.is_dir():
        found[given.articles_folder.name] = stages.measure(_folder(given.articles_folder))
    whole: dict[str, runs.Measured] = {}
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "news.jsonl"
        news.write(source, given.articles)
        single = Path(folder) / "single.jsonl"
        news.write(single, 1, seed=2)
        cores = min(2, len(os.sched_getaffinity(0)))
        whole["1 worker, 1 core"] = runs.measure(source, single, workers=1, cores=1)
        whole["1 worker"] = runs.measure(source, single, workers=1, cores=cores)
        whole["2 workers"] = runs.measure(source, single, workers=2, cores=cores)
        if given.ray:
            whole["Ray, 2 cores"] = runs.measure(source, single, workers=2, cores=cores, engine="ray")
    given.output.mkdir(parents=True, exist_ok=True)
    (given.output / "benchmark.md").write_text(_page(found, whole, given), encoding="utf-8")
    (given.output / "benchmark.svg").write_text(_plot(found, whole), encoding="utf-8")
    print((given.output / "benchmark.md").read_text(encoding="utf-8"))


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--articles", type=int, default=4000, help="how many the whole runs take")
    parser.add_argument("--sample", type=int, default=600, help="how many the stages are measured over")
    parser.add_argument("--articles-folder", type=Path, help="a folder of .txt files to measure the stages over too")
    parser.add_argument("--output", type=Path, default=Path("docs"))
    parser.add_argument("--ray", action=argparse.BooleanOptionalAction, default=True)
    return parser.parse_args(arguments)


def _folder(folder: Path) -> list[dict[str, Any]]:
    return [
        {"id": path.stem, "text": path.read_text(encoding="utf-8")}
        for path in sorted((folder / "articles").glob("*.txt"))
    ]


def ratios(found: dict[str, stages.Stages], whole: dict[str, runs.Measured]) -> list[tuple[str, float, float | None]]:
    """What is to be reached, what was, by name."""
    generated = found["generated"]
    tokenized = generated.seconds["word_tokenize"] / generated.articles
    one = whole["1 worker, 1 core"]
    rows: list[tuple[str, float, float | None]] = [
        (f"extraction ÷ word_tokenize ({name})", each.times("extraction"), EXTRACTION) for name, each in found.items()
    ]
    rows.append(("whole run ÷ word_tokenize (1 core)", tokenized / one.processor, WHOLE))
    # One worker alone on a core reads and writes there too; beside it, who reads and writes has the other core.
    two = whole["2 workers"].speed
    rows.append(("2 workers, 2 cores ÷ 1 worker, 1 core", two / one.speed, TWO_WORKERS))
    rows.append(("2 workers ÷ 1 worker, both on 2 cores", two / whole["1 worker"].speed, TWO_WORKERS))
    if ray := whole.get("Ray, 2 cores"):
        rows.append(("Ray ÷ 2 local workers", ray.speed / two, RAY))
    return rows


def _plot(found: dict[str, stages.Stages], whole: dict[str, runs.Measured]) -> str:
    return bars("Throughput as ratios, measured in one run", ratios(found, whole))


def _page(found: dict[str, stages.Stages], whole: dict[str, runs.Measured], given: argparse.Namespace) -> str:
    out = [
        "# Benchmark",
        "",
        "Written by `make bench`. All is measured in one run, beside underthesea's `word_tokenize` over the same text.",
        "Stages take turns, article by article, and are told in processor time: what else the machine does changes the",
        "clock more than it changes the ratios.",
        "",
        "![ratios](benchmark.svg)",
        "",
        "| what | reached | target |",
        "| --- | ---: | ---: |",
    ]
    out += [f"| {name} | {value:.2f} | ≥ {target:g} |" for name, value, target in ratios(found, whole)]
    for name, each in found.items():
        out += ["", f"## Stages, one core: {_told(name, each)}", ""]
        out += [
            "| stage | ms an article | articles/s | MB/s | × word_tokenize |",
            "| --- | ---: | ---: | ---: | ---: |",
        ]
        for stage in stages.NAMES:
            seconds = each.seconds[stage]
            out.append(
                f"| {stage} | {1000 * seconds / each.articles:.2f} | {each.articles / seconds:,.0f}"
                f" | {each.size / seconds / 1e6:.2f} | {each.times(stage):.1f} |"
            )
        out += ["", f"Store: {each.store_bytes / each.articles:,.0f} bytes an article."]
    out += ["", f"## Whole runs: {given.articles:,} generated articles", ""]
    out += [
        "| run | seconds | of them to start | articles/s | MB/s | processor ms an article | most memory of a worker"
        " | of the writer | bytes an article |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    generated = found["generated"]
    for name, measured in whole.items():
        run, ray = measured.run, name.startswith("Ray")
        out.append(
            f"| {name} | {run.seconds:.1f} | {measured.start.seconds:.1f} | {measured.speed:,.0f}"
            f" | {generated.size / generated.articles * measured.speed / 1e6:.2f}"
            f" | {'–' if ray else f'{1000 * measured.processor:.2f}'}"
            f" | {'–' if ray else f'{run.worker_mib} MiB'} | {run.writer_mib} MiB"
            f" | {run.store_bytes / run.articles:,.0f} |"
        )
    out += [
        "",
        "To start takes as long as a run over a single article (with Ray, most of it for its servers); speeds are of",
        "the rest, as of a long run. Ray writes Parquet, not a store.",
        "",
        f"Machine: {platform.machine()}, {len(os.sched_getaffinity(0))} cores; Python {platform.python_version()},"
        f" SQLite {sqlite3.sqlite_version}.",
        "",
    ]
    return "\n".join(out)


def _told(name: str, each: stages.Stages) -> str:
    mean = each.characters / each.articles
    return f"{each.articles:,} articles of {mean:,.0f} characters ({name})"


if __name__ == "__main__":
    main()
