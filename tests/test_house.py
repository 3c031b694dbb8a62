"""The house is in order: corpus and floors, versions, what a new machine meets."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import extractor
from extractor import Article, extract
from extractor.evaluation import Together, evaluate, read_floors, shortfalls
from extractor.evaluation.gate import GATED, GATED_PLANTED
from extractor.evaluation.mutation import mutate
from extractor.evaluation.run import annotated_articles

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "corpus"
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def project() -> dict[str, object]:
    held: dict[str, object] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return held


@pytest.mark.slow
def test_corpus_scores_hold_their_floors() -> None:
    done = evaluate(CORPUS, extract)
    (slips, seed) = re.findall(r"^MUTATE = --mutate (\d+) --seed (\d+)$", MAKEFILE, re.MULTILINE)[0]
    planted = mutate(CORPUS, extract, int(slips), int(seed))
    floors = read_floors(CORPUS / "floors.json")
    assert {*GATED, *GATED_PLANTED} <= set(floors), "every gated measure has its floor"
    assert [str(each) for each in shortfalls(Together((done.scores, planted.tallies)), floors)] == []


def test_corpus_is_whole() -> None:
    articles = {path.stem for path in (CORPUS / "articles").glob("*.txt")}
    annotations = {path.stem for path in (CORPUS / "annotations").glob("*.json")}
    assert articles == annotations
    assert len(articles) >= 20


def test_corpus_covers_every_kind() -> None:
    figures, claims, holds = set(), set(), set()
    for _, annotation in annotated_articles(CORPUS):
        figures |= {figure["kind"] for figure in annotation["figures"]}
        claims |= {claim["kind"] for claim in annotation["claims"]}
        holds |= {str(claim["holds"]) for claim in annotation["claims"]}
    assert figures == {"count", "percent", "points", "money", "measure", "ratio", "multiple", "duration"}
    assert claims == {
        "share", "change", "difference", "sum", "mean", "product", "multiple", "equal", "percent_sum",
    }  # fmt: skip
    assert holds >= {"True", "truncated", "False"}


def test_one_version(project: dict[str, object]) -> None:
    assert project["version"] == extractor.__version__
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## [Unreleased]" in changelog or f"## [{extractor.__version__}]" in changelog


def test_make_run_shows_something_that_fits_and_something_that_does_not() -> None:
    (example,) = re.findall(r"^EXAMPLE \?= (\S+)$", MAKEFILE, re.MULTILINE)
    path = ROOT / example
    record = extract(Article(id=path.stem, text=path.read_text(encoding="utf-8")))
    assert record.alarms
    assert sum(check.verdict == "consistent" for check in record.checks) >= 3


def test_readme_shows_what_is_printed() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"<!-- output -->\n```console\n(.*?)```\n<!-- /output -->", text, re.DOTALL)
    command, shown = block.split("\n", 1)
    assert command.startswith("$ soatso check")
    call = [sys.executable, "-c", "import sys; from extractor.cli import main; sys.exit(main())", *command.split()[2:]]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, check=False)
    assert done.stdout.decode("utf-8") == shown, "run `make readme`"


def test_every_dependency_has_a_lower_bound(project: dict[str, object]) -> None:
    dependencies = project["dependencies"]
    assert isinstance(dependencies, list)
    assert all(">=" in each for each in dependencies)


def test_lexicon_files_are_arrays_of_objects() -> None:
    for path in (ROOT / "extractor" / "lexicon" / "data").glob("*.json"):
        entries = json.loads(path.read_text(encoding="utf-8"))
        assert isinstance(entries, list), path.name
        assert all(isinstance(entry, dict) for entry in entries), path.name
