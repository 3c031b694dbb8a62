"""The licences of what soatso is installed with, out of what each package says of itself.

python tools/licences.py > docs/licences.md
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements-ci.txt"

# Licences that ask for no more than to be named, and file-wise ones that do not reach what uses them.
PERMISSIVE = frozenset(
    {
        "0BSD", "Apache-2.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python", "HPND", "ISC", "MIT",
        "MIT-CMU", "MPL-1.1", "MPL-2.0", "PSF-2.0", "Public Domain", "Python-2.0", "Unlicense", "Zlib",
    }
)  # fmt: skip
# Not permissive, and borne with, for the reason given.
BORNE = {"frozendict": "LGPL-3.0; PyLD brings it, which only the tests run; soatso neither ships nor imports it"}
_OF_CLASSIFIER = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "MIT No Attribution License (MIT-0)": "0BSD",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "Public Domain": "Public Domain",
    "The Unlicense (Unlicense)": "Unlicense",
}
_OF_TEXT = {
    "3-clause bsd license": "BSD-3-Clause",
    "apache license, version 2.0": "Apache-2.0",
    "apache": "Apache-2.0",
    "apache 2": "Apache-2.0",
    "apache 2.0": "Apache-2.0",
    "apache license 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "bsd 3-clause": "BSD-3-Clause",
    "bsd-3": "BSD-3-Clause",
    "mit license": "MIT",
    "mpl 2.0": "MPL-2.0",
}


class Licence(NamedTuple):
    """A package, its version, and its licence as an SPDX expression; None where it says none that is known."""

    package: str
    version: str
    licence: str | None

    @property
    def permissive(self) -> bool:
        """Whether one of the licences that it offers, with all that it joins, is permissive."""
        return self.licence is not None and _permits(self.licence)


def licences(lock: Path = LOCK) -> Iterator[Licence]:
    """Those of the packages of the lock file that are installed."""
    for name in re.findall(r"^([a-z0-9][a-z0-9._-]*)==", lock.read_text(encoding="utf-8"), re.MULTILINE):
        try:
            told = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            continue
        yield Licence(name, told["Version"], _licence(told) or _of_file(name))


def _permits(expression: str) -> bool:
    plain = re.sub(r"[()]| WITH [\w.-]+", "", expression)
    return any(all(part in PERMISSIVE for part in each.split(" AND ")) for each in plain.split(" OR "))


def _licence(told: metadata.PackageMetadata) -> str | None:
    if "License-Expression" in told:
        return str(told["License-Expression"])
    given = [each.rpartition(" :: ")[2] for each in told.get_all("Classifier") or () if each.startswith("License :: ")]
    known = [_OF_CLASSIFIER[each] for each in given if each in _OF_CLASSIFIER]
    if known:
        return (
            " AND ".join(dict.fromkeys(known)) if len(known) == len([g for g in given if g != "OSI Approved"]) else None
        )
    text = str(told["License"] or "").strip() if "License" in told else ""
    if _permits(text):
        return text
    return _OF_TEXT.get(text.lower())


def _of_file(name: str) -> str | None:
    """The licence that a package comes with, by the heading of the file."""
    for file in metadata.files(name) or ():
        if file.name.upper().startswith("LICEN") and (text := file.read_text().strip()):
            heading = text.splitlines()[0].strip()
            return heading if _permits(heading) else _OF_TEXT.get(heading.lower())
    return None


def main() -> None:
    """Prints the page."""
    rows = sorted({row.package: row for row in licences()}.values())
    print("# Licences of what soatso is installed with\n")
    print(
        "What each package says of itself, all extras and the tools of the tests included; `make licences` writes this"
    )
    print("page, and a test refuses a package whose licence is unknown or not permissive.\n")
    print("| package | licence |\n| --- | --- |")
    for row in rows:
        print(f"| {row.package} | {BORNE.get(row.package, row.licence or 'unknown')} |")
    sys.exit(0 if all(row.permissive or row.package in BORNE for row in rows) else 1)


if __name__ == "__main__":
    main()
