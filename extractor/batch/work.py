"""What workers of a run do with an input: read it, extract, and pack it for the store."""

from __future__ import annotations

from collections.abc import Callable

from extractor.batch.settings import Again, Settings
from extractor.readers import RawInput, ReadArticle, Rejected, parse
from extractor.record import Registry, extract, record_or_failure
from extractor.registry import read_register
from extractor.store import Packed, pack
from extractor.store.copies import sketch

# Loads what is loaded when it is first needed, so that the first article does not wait for it.
_SAMPLE = "Thực hiện Quyết định số 245/QĐ-UBND, huyện có 12 hộ nghèo, chiếm 52,34%."


def register_of(settings: Settings) -> Registry:
    """The register that documents are held against; see ``--registry``."""
    return None if settings.registry == "none" else read_register(settings.registry)


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
