"""What a run tells its workers. Light to load: the one who reads and writes does not extract."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple

from extractor.article import Article
from extractor.records import Problem
from extractor.store.version import rules_version


class Settings(NamedTuple):
    """What all workers of a run agree on."""

    registry: str = "builtin"


class Again(NamedTuple):
    """A stored article to extract anew, with what its reader said of it."""

    article: Article
    problems: tuple[Problem, ...]


def version_of(settings: Settings) -> str:
    """Which rules extract: those of the package, and the register if it is not its own."""
    if settings.registry == "builtin":
        return rules_version()
    data = b"" if settings.registry == "none" else Path(settings.registry).read_bytes()
    return f"{rules_version()}/{hashlib.blake2b(data, digest_size=4).hexdigest()}"
