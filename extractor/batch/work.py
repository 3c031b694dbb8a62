"""What workers of a run do with an input: read it, extract, and pack it for the store."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from extractor.article import Article
from extractor.readers import RawInput, ReadArticle, Rejected, parse
from extractor.record import Registry, extract, record_or_failure
from extractor.records import Problem
from extractor.registry import read_register
from extractor.store import Packed, pack
from extractor.store.copies import sketch
from extractor.store.version import rules_version

# Loads what is loaded when it is first needed, so that the first article does not wait for it.
_SAMPLE = "Thực hiện Quyết định số 245/QĐ-UBND, huyện có 12 hộ nghèo, chiếm 52,34%."


class Settings(NamedTuple):
    """What all workers of a run agree on."""

    registry: str = "builtin"


class Again(NamedTuple):
    """A stored article to extract anew, with what its reader said of it."""

    article: Article
    problems: tuple[Problem, ...]


def register_of(settings: Settings) -> Registry:
    """The register that documents are held against; see ``--registry``."""
    return None if settings.registry == "none" else read_register(settings.registry)


def version_of(settings: Settings) -> str:
    """Which rules extract: those of the package, and the register if it is not its own."""
    if settings.registry == "builtin":
        return rules_version()
    data = b"" if settings.registry == "none" else Path(settings.registry).read_bytes()
    return f"{rules_version()}/{hashlib.blake2b(data, digest_size=4).hexdigest()}"


def packer(settings: Settings) -> Callable[[RawInput | Again], Packed | Rejected]:
    """What turns an input into rows of the store."""
    register = register_of(settings)
    extract(_SAMPLE, registry=register)

    def packed(given: RawInput | Again) -> Packed | Rejected:
        outcome = ReadArticle(given.article, given.problems) if isinstance(given, Again) else parse(given)
        if isinstance(outcome, Rejected):
            return outcome
        record = record_or_failure(outcome.article, outcome.problems, registry=register)
        made = pack(outcome.article, record)
        return made if isinstance(given, Again) else made._replace(sketch=sketch(outcome.article.text))

    return packed
