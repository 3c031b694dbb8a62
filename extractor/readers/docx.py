"""Word documents: their paragraphs and tables in order, one line each.

Needs python-docx, of the extra ``soatso[web]``. Nothing that a document points to is fetched, and one that would
unpack to far more than an article is refused before it is unpacked.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractor.readers.model import ReadArticle, Rejected, rejected, why
from extractor.readers.text import clean, content_id, too_large

if TYPE_CHECKING:
    from docx.document import Document

    from extractor.article import Article

_UNPACKED = 200_000_000
_PARTS = 5000


def read_docx(data: bytes, source: str, article_id: str | None = None) -> ReadArticle | Rejected:
    """The article of a Word document.

    Args:
        data: the whole file.
        source: where it came from.
        article_id: None for an id by content.

    Raises:
        ImportError: python-docx is not installed.
    """
    import docx

    from extractor.article import Article

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
            if len(parts) > _PARTS or sum(part.file_size for part in parts) > _UNPACKED:
                return rejected(source, "too_large", limit=f"{_UNPACKED // 1_000_000} MB")
        document = docx.Document(io.BytesIO(data))
        text = "\n\n".join(line for line in _lines(document) if line.strip())
        title = document.core_properties.title.strip() or None
    except Exception as error:
        # What is broken in a document comes as errors of zip, of XML, or of whatever part misses another.
        return rejected(source, "unreadable_docx", reason=why(error))
    if not text.strip():
        return rejected(source, "empty")
    if large := too_large(source, len(text)):
        return large
    text, problems = clean(text)
    article: Article = Article(id=article_id or content_id(text), text=text, source=source, title=title)
    return ReadArticle(article, tuple(problems))


def _lines(document: Document) -> Iterator[str]:
    from docx.table import Table

    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                # Cells that are merged come once for each column.
                cells = list(dict.fromkeys(cell.text.strip() for cell in row.cells))
                yield " | ".join(cell for cell in cells if cell)
        else:
            yield block.text
