"""Vietnamese knowledge as data: what words mean, kept apart from the grammar that uses them.

Each file of ``data/`` is a JSON array with one entry a line, sorted by its ``name``; each entry carries
``examples`` and, where it states a fact, a ``source``. Files are read once, when first asked for.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

Entry = dict[str, Any]
_DATA = Path(__file__).with_name("data")


@cache
def entries(name: str) -> tuple[Entry, ...]:
    """The entries of ``data/<name>.json``.

    Raises:
        FileNotFoundError: there is no such lexicon file.
    """
    return tuple(json.loads((_DATA / f"{name}.json").read_text(encoding="utf-8")))
