"""What reading gives, in the forms the tests ask for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from extractor.readers import ReadArticle, Rejected, read


def outcomes(*paths: str | Path, **options: Any) -> list[ReadArticle | Rejected]:
    return list(read(list(paths), **options))


def articles(*paths: str | Path, **options: Any) -> list[ReadArticle]:
    """The articles, where nothing was rejected."""
    got = outcomes(*paths, **options)
    assert not [each for each in got if isinstance(each, Rejected)]
    return [each for each in got if isinstance(each, ReadArticle)]


def told(*paths: str | Path, **options: Any) -> list[str]:
    """Each outcome in a word: the article's text, or the code of the rejection."""
    return [each.article.text if isinstance(each, ReadArticle) else each.code for each in outcomes(*paths, **options)]


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path
