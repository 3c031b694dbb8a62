"""One published text with where it came from."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import Any

from pydantic import BaseModel, ConfigDict, Field


# Who names an article after its text is asked for the digest again, by the record.
@lru_cache(maxsize=1)
def digest_of(text: str) -> str:
    """Hex SHA-256 of a text in UTF-8 (lone surrogates, if any, are kept distinct)."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class Article(BaseModel):
    """A published text. The text is never edited: every span points into it as it stands here.

    >>> Article(id="a1", text="Tỉnh có 12 xã.").source
    '-'
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    text: str
    source: str = Field(default="-", description="path or URL it was read from, with a line number if any")
    url: str | None = None
    title: str | None = None
    published: str | None = None
    extra: dict[str, Any] = Field(default_factory=dict)

    @property
    def sha256(self) -> str:
        """Hex digest of the text in UTF-8 (lone surrogates, if any, are kept distinct)."""
        return digest_of(self.text)
