"""Which rules extracted a record: the version of the package and a digest of what decides over records."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from extractor import __version__

_ROOMS = ("article", "tokens", "patterns", "claims", "validator", "registry", "lexicon", "records")


@cache
def rules_version() -> str:
    """The same as long as the same text gives the same record: ``0.1.0+4f1c09a2``."""
    top = resources.files("extractor")
    digest = hashlib.blake2b(digest_size=4)
    for each in (top / "record.py", *(top / room for room in _ROOMS)):
        _add(digest, each)
    return f"{__version__}+{digest.hexdigest()}"


def _add(digest: hashlib.blake2b, found: Traversable) -> None:
    if found.is_dir():
        for each in sorted(found.iterdir(), key=lambda child: child.name):
            if each.name != "__pycache__":
                _add(digest, each)
    else:
        digest.update(f"{found.name}\n".encode())
        digest.update(found.read_bytes())
