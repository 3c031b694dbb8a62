"""Two runs compared, and a revision with the working tree."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from extractor import Article, extract
from extractor.evaluation.diff import RunError, compare, main, read_run

ROOT = Path(__file__).parents[2]
TEXT = "Theo Quyết định số 245/QĐ-UBND, tỉnh đã tinh giản hơn 649 trường hợp, đạt 52,34% so với kế hoạch (649/1.240)."

Json = dict[str, Any]


def record(name: str = "a1", text: str = TEXT) -> Json:
    made: Json = json.loads(extract(Article(id=name, text=text, source=f"{name}.txt")).to_json())
    return made


def lines(old: list[Json], new: list[Json]) -> list[str]:
    return list(compare(old, new).lines())


def test_a_run_does_not_differ_from_itself() -> None:
    assert lines([record()], [record()])[-1] == "0 of 1 articles differ"
    assert compare([record()], [record()]).articles == {}


def test_what_is_gained_and_lost_is_shown_where_it_stands() -> None:
    less = record()
    [document] = less["documents"]
    less["documents"] = []
    start, end = document["span"]
    [gained] = compare([less], [record()]).articles["a1"]
    [lost] = compare([record()], [less]).articles["a1"]
    assert str(gained).startswith(f"+ document [{start}:{end}] “Quyết định số 245/QĐ-UBND”")
    assert "number=245/QĐ-UBND" in str(gained)
    assert str(lost)[1:] == str(gained)[1:]
    assert lost.mark == "-"


def test_what_changed_is_told_field_by_field() -> None:
    other = record()
    other["figures"][0].update(unit="trường", span=[*other["figures"][0]["span"]])
    [changed] = compare([other], [record()]).articles["a1"]
    assert (changed.mark, changed.part) == ("~", "figures")
    assert changed.fields == (("unit", "trường", "trường hợp"),)
    assert "figures    +0  -0  ~1  (unit 1)" in lines([other], [record()])


def test_a_longer_span_is_a_change_and_no_gain() -> None:
    other = record()
    other["figures"][0]["span"][1] -= 4
    [changed] = compare([other], [record()]).articles["a1"]
    assert changed.mark == "~"
    assert [name for name, _, _ in changed.fields] == ["span"]


def test_ids_and_names_of_rules_are_no_change() -> None:
    other = record()
    for figure in other["figures"]:
        figure["rule"] = "other." + figure["rule"]
    assert compare([other], [record()]).articles == {}


def test_claims_are_compared_by_what_their_operands_print() -> None:
    # One figure more in front shifts every id; the claims stay what they are.
    shifted = record()
    first = {**shifted["figures"][0], "id": "f1", "span": [0, 4], "text": "Theo"}
    renamed = json.loads(json.dumps(shifted).replace('"f3', '"f4').replace('"f2', '"f3').replace('"f1"', '"f2"'))
    renamed["figures"].insert(0, first)
    deltas = compare([record()], [renamed]).articles["a1"]
    assert [(d.mark, d.part) for d in deltas] == [("+", "figures")]


def test_another_verdict_is_a_change_of_the_claim() -> None:
    deltas = compare([record()], [record(text=TEXT.replace("52,34%", "62,34%"))]).articles["a1"]
    [claim] = [d for d in deltas if d.part == "claims" and d.mark == "~"]
    assert ("verdict", "consistent", "inconsistent") in claim.fields


def test_a_field_that_is_new_altogether_is_counted_and_not_told_at_each_place() -> None:
    other = record()
    for figure in other["figures"]:
        figure["mood"] = "grave"
    diff = compare([record()], [other])
    assert diff.articles == {}
    assert "+ field mood of figures: set for 3" in diff.lines()
    assert "- field mood of figures: set for 3" in compare([other], [record()]).lines()


def test_articles_of_one_run_alone_are_named() -> None:
    shown = lines([record("a"), record("b")], [record("b"), record("c")])
    assert "only in the old run: a" in shown
    assert "only in the new run: c" in shown


def test_articles_of_one_id_are_told_apart_by_source() -> None:
    twins = [record("a"), {**record("a"), "article": {**record("a")["article"], "source": "other.txt"}}]
    assert compare(twins, twins).compared == 2


def test_the_command_compares_two_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = tmp_path / "old.jsonl", tmp_path / "new.jsonl"
    old.write_text(json.dumps(record(text=TEXT.replace("hơn ", ""))) + "\n", encoding="utf-8")
    new.write_text(json.dumps(record(), ensure_ascii=False) + "\n\n", encoding="utf-8")
    assert main([str(old), str(new)]) == 0
    out = capsys.readouterr().out
    assert "modifier: – → more_than" in out
    assert out.endswith("1 of 1 articles differ\n")


@pytest.mark.parametrize("content", ["no json\n", "[1]\n", '{"article": {}}\n', None])
def test_what_holds_no_records_is_said_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str | None
) -> None:
    path = tmp_path / "run.jsonl"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(RunError, match=r"run\.jsonl"):
        read_run(path)
    assert main([str(path), str(path)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert main([str(path)]) == 2


# --- a revision and the working tree -------------------------------------------------------------------------


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "core.hooksPath=/dev/null")
    done = subprocess.run(["git", "-C", str(folder), *identity, *arguments], capture_output=True, text=True, check=True)
    return done.stdout


def diff(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(folder / "tools" / "diff.py"), *arguments],
        cwd=folder,
        env={
            "PATH": "/usr/bin:/bin:/usr/local/bin",
            "PYTHONPATH": str(folder),
            "PYTHONUTF8": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A repository of its own with this code, one article and one commit."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    folder = tmp_path / "soatso"
    shutil.copytree(ROOT / "extractor", folder / "extractor", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "tools").mkdir()
    shutil.copy(ROOT / "tools" / "diff.py", folder / "tools")
    (folder / "corpus" / "articles").mkdir(parents=True)
    (folder / "corpus" / "articles" / "a1.txt").write_text(TEXT, encoding="utf-8")
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "first")
    return folder


@pytest.mark.slow
def test_a_revision_is_compared_with_the_working_tree(checkout: Path) -> None:
    modifiers = checkout / "extractor" / "lexicon" / "data" / "modifiers.json"
    kept = [e for e in json.loads(modifiers.read_text(encoding="utf-8")) if "hơn" not in e["spellings"]]
    modifiers.write_text(json.dumps(kept), encoding="utf-8")

    done = diff(checkout, "HEAD")
    assert done.returncode == 0, done.stderr
    assert "~ figure" in done.stdout
    assert "modifier: more_than → –" in done.stdout
    assert done.stdout.endswith("1 of 1 articles differ\n")
    assert git(checkout, "worktree", "list").count("\n") == 1, "the worktree is gone"
    assert git(checkout, "status", "--short") == " M extractor/lexicon/data/modifiers.json\n"

    missing = diff(checkout, "v9.9")
    assert (missing.returncode, missing.stdout) == (2, "")
    assert "there is no revision 'v9.9'" in missing.stderr
    assert missing.stderr.count("\n") == 1

    nowhere = diff(checkout, "HEAD", "nowhere")
    assert nowhere.returncode == 2
    assert "there are no articles at" in nowhere.stderr

    (checkout / "extractor" / "cli" / "__init__.py").write_text("raise RuntimeError('broken')\n")
    broken = diff(checkout, "HEAD")
    assert broken.returncode == 2
    assert "could not extract: RuntimeError: broken" in broken.stderr
    assert git(checkout, "worktree", "list").count("\n") == 1
