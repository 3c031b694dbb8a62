"""One published text with where it came from."""

from __future__ import annotations

import hashlib
from typing import Any

from pydantic import BaseModel, ConfigDict, Field


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
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
