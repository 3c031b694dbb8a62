"""What CI installs is locked, hashed and permissively licensed, and what people import does not change unannounced."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools import api, audit, licences

ROOT = Path(__file__).parents[1]
LOCK = (ROOT / "requirements-ci.txt").read_text(encoding="utf-8")
PINS = {
    canonicalize_name(name): version
    for name, version in re.findall(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", LOCK, re.MULTILINE)
}


def _asked_for() -> list[Requirement]:
    """What the package and the extra ``test`` ask for, with the extras that it takes in."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras, found, todo = project["optional-dependencies"], list(project["dependencies"]), ["test"]
    while todo:
        for each in extras[todo.pop()]:
            asked = Requirement(each)
            if asked.name == "soatso":
                todo += asked.extras
            else:
                found.append(each)
    # Sorted, for workers of one test run must agree on the order, and extras come as a set.
    return [Requirement(each) for each in sorted(set(found))]


@pytest.mark.parametrize("asked", _asked_for(), ids=str)
def test_the_lock_holds_what_is_asked_for(asked: Requirement) -> None:
    pinned = PINS.get(canonicalize_name(asked.name))
    assert pinned is not None, "run `make lock`"
    assert asked.specifier.contains(pinned, prereleases=True), f"{pinned}: run `make lock`"


def test_every_pin_has_its_hash_and_none_a_host() -> None:
    entries = re.split(r"\n(?=[A-Za-z0-9])", LOCK.strip())
    assert len(entries) >= len(PINS) > 50
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in LOCK
    assert "--index" not in LOCK


def test_every_licence_is_known_and_permissive() -> None:
    rows = list(licences.licences())
    assert len(rows) > 50
    wrong = {row.package for row in rows if not row.permissive}
    assert wrong <= set(licences.BORNE), "neither permissive nor borne with, for a reason"


def test_the_page_of_licences_names_every_package() -> None:
    page = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^\| ([a-z0-9._-]+) \|", page, re.MULTILINE))
    assert {row.package for row in licences.licences()} <= named, "run `make licences`"


@pytest.mark.parametrize(
    ("licence", "permissive"),
    [
        ("MIT", True),
        ("Apache-2.0 OR GPL-3.0-only", True),
        ("(MIT AND BSD-3-Clause)", True),
        ("Apache-2.0 WITH LLVM-exception", True),
        ("MIT AND GPL-2.0-only", False),
        ("LGPL-3.0-only", False),
        ("AGPL-3.0-or-later", False),
        ("Proprietary", False),
        (None, False),
    ],
)
def test_what_is_permissive(licence: str | None, permissive: bool) -> None:
    assert licences.Licence("x", "1", licence).permissive is permissive


def test_vulnerabilities_are_told_and_so_is_what_could_not_be_asked() -> None:
    report = """{"dependencies": [
        {"name": "a", "version": "1.0", "vulns": [{"id": "PYSEC-1", "fix_versions": ["1.1"], "aliases": []}]},
        {"name": "b", "version": "2.0", "vulns": []},
        {"name": "c", "skip_reason": "Dependency not found"}]}"""
    found = audit.audited(report)
    assert (found.found, found.asked, found.unknown) == (["a 1.0: PYSEC-1, mended in 1.1"], 1 + 1, ["c"])


def test_what_is_pinned_to_the_newest_version_is_asked_about_by_its_project() -> None:
    known = {"id": "PYSEC-2", "fixed_in": [], "withdrawn": None}
    taken_back = {"id": "PYSEC-3", "fixed_in": [], "withdrawn": "2024-01-01"}
    projects: dict[str, dict[str, object] | None] = {
        "c": {"info": {"version": "3.0"}, "vulnerabilities": [known, taken_back]},
        "d": {"info": {"version": "4.1"}, "vulnerabilities": []},
        "e": None,
    }
    found = audit.Audit(unknown=["c", "d", "e"])
    audit.by_project(found, {"c": ["2.9", "3.0"], "d": ["4.0"], "e": ["5.0"]}, projects.__getitem__)
    assert (found.found, found.asked) == (["c 3.0: PYSEC-2, mended in nowhere yet"], 1)
    assert found.unknown == ["c 2.9", "d 4.0", "e 5.0"]


@pytest.mark.slow
def test_what_people_import_is_as_announced() -> None:
    call = [sys.executable, str(ROOT / "tools" / "api.py"), "--check"]
    done = subprocess.run(call, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    assert done.returncode == 0, (
        f"{done.stdout}\nannounce it in CHANGELOG.md (see CONTRIBUTING.md), then run `make api`"
    )


@pytest.mark.parametrize(
    ("now", "gone"),
    [
        ("a.f(x: int) -> str\na.g: int\na.h: int\n", []),
        ("a.f(x: int, y: int) -> str\na.g: int\n", ["a.f(x: int) -> str"]),
        ("a.f(x: int) -> str\n", ["a.g: int"]),
    ],
)
def test_a_break_is_told(now: str, gone: list[str]) -> None:
    assert api.broken("a.f(x: int) -> str\na.g: int\n", now) == gone
