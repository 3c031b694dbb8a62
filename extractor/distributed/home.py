"""The way home: what a distributed run has written, as rows of the store."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import chain, islice

from extractor.distributed.rows import Stored, stored
from extractor.readers import Rejected
from extractor.store import Packed, pack
from extractor.store.copies import sketch


def packed_rows(folder: str | os.PathLike[str]) -> Iterator[tuple[Packed | Rejected, str]]:
    """Each article packed for the store, or the rejected input, with what it is known by.

    Raises:
        ValueError: the folder holds no such files.
        OSError: they cannot be read.
        ImportError: pyarrow is not installed.
    """
    found = stored(folder)
    # What is wrong with the folder is said now, not when the rows are asked for.
    first = list(islice(found, 1))
    return map(_row, chain(first, found))


def _row(found: Stored | Rejected) -> tuple[Packed | Rejected, str]:
    if isinstance(found, Rejected):
        return found, f"{found.source}\n{found.code}\n{found.message.en}"
    made = pack(found.article, found.record)
    return made._replace(sketch=sketch(found.article.text)), f"{found.article.source}\n{found.record.article.sha256}"
