"""Asks for known vulnerabilities of what CI installs; says so plainly where there is nobody to ask.

python tools/audit.py LOCK

pip-audit asks of each version by itself. A mirror of the index may not answer that, but tell of each project what is
known against its newest version: what is pinned to the newest is asked about so.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.request import urlopen

_PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^ ;\\]+)", re.MULTILINE)
_SECONDS = 20


@dataclass(slots=True)
class Audit:
    """What is known.

    Attributes:
        found: a line for each vulnerability.
        asked: how many packages somebody knew of.
        unknown: names of the others, or names and versions.
    """

    found: list[str] = field(default_factory=list)
    asked: int = 0
    unknown: list[str] = field(default_factory=list)

    def tell(self, name: str, version: str, known: Iterable[dict[str, Any]], mended: str) -> None:
        """Notes what is known against a version; ``mended`` is the key under which it says since when it is mended."""
        self.asked += 1
        for each in known:
            since = ", ".join(each[mended]) or "nowhere yet"
            self.found.append(f"{name} {version}: {each['id']}, mended in {since}")


def audited(report: str) -> Audit:
    """What pip-audit found, from its report in JSON."""
    audit = Audit()
    for each in json.loads(report)["dependencies"]:
        if "skip_reason" in each:
            audit.unknown.append(each["name"])
        else:
            audit.tell(each["name"], each["version"], each["vulns"], "fix_versions")
    return audit


def by_project(audit: Audit, pins: dict[str, list[str]], project: Callable[[str], dict[str, Any] | None]) -> None:
    """Asks of what is unknown by its project, which tells of its newest version alone.

    Args:
        audit: what is known so far; what can be told is added, and no longer unknown.
        pins: the pinned versions by name; there are several where they depend on the Python.
        project: gives what the index tells of a project, None where it tells nothing.
    """
    with ThreadPoolExecutor(8) as pool:
        told = dict(zip(audit.unknown, pool.map(project, audit.unknown), strict=True))
    audit.unknown = []
    for name, answer in told.items():
        for version in pins.get(name, [""]):
            if answer is None or answer["info"]["version"] != version:
                audit.unknown.append(f"{name} {version}")
                continue
            known = (each for each in answer["vulnerabilities"] if not each.get("withdrawn"))
            audit.tell(name, version, known, "fixed_in")


def _project(name: str) -> dict[str, Any] | None:
    from pip._internal.models.index import PyPI

    try:
        with urlopen(f"{PyPI.pypi_url}/{name}/json", timeout=_SECONDS) as answer:
            told: dict[str, Any] = json.load(answer)
    except (OSError, ValueError):
        return None
    return told if {"info", "vulnerabilities"} <= told.keys() else None


def main() -> None:
    """Runs pip-audit over a lock file; exit status 1 where a vulnerability is known."""
    pins: dict[str, list[str]] = {}
    for name, version in _PIN.findall(Path(sys.argv[1]).read_text(encoding="utf-8")):
        pins.setdefault(name, []).append(version)
    call = [sys.executable, "-m", "pip_audit", "--disable-pip", "--require-hashes", "--requirement", sys.argv[1]]
    call += ["--format", "json", "--progress-spinner", "off", "--timeout", str(_SECONDS)]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    try:
        audit = audited(done.stdout)
    except (ValueError, KeyError):
        reason = (done.stderr.strip().splitlines() or ["no answer"])[-1]
        print(f"audit: pip-audit got no answer ({reason[:200]})")
        audit = Audit(unknown=list(pins))
    by_project(audit, pins, _project)
    for line in audit.found:
        print(f"audit: {line}")
    if audit.unknown:
        print(f"audit: LEFT OUT, for nobody could be asked about them: {', '.join(audit.unknown)}")
    print(f"audit: {audit.asked} packages asked about, {len(audit.found)} vulnerabilities known")
    sys.exit(1 if audit.found else 0)


if __name__ == "__main__":
    main()
