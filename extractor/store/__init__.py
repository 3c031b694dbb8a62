"""The store: one SQLite file that keeps articles, their records and what a person decided about them.

:class:`Store` opens it, adds to it and answers what faces ask of it; the schema is in ``migrations/`` and in
docs/store.md, and any SQLite client reads it. An article's record is kept letter for letter beside the tables made
of it.

>>> from extractor import Article, extract
>>> article = Article(id="a1", text="Kỳ họp ở Cà Mau có 443/448 đại biểu tán thành, chiếm 91,53%.", source="a.txt")
>>> with Store.memory() as store:
...     added = store.add(pack(article, extract(article)))
...     [hit.article.name for hit in store.search("ca mau")]
['a1']
"""

from extractor.store.errors import StoreError
from extractor.store.folding import fold
from extractor.store.models import CrossRow, FindingRow, GroupRow, Mark, RejectRow, RunRow, StoredArticle
from extractor.store.packing import Packed, pack
from extractor.store.store import Store

__all__ = [
    "CrossRow",
    "FindingRow",
    "GroupRow",
    "Mark",
    "Packed",
    "RejectRow",
    "RunRow",
    "Store",
    "StoreError",
    "StoredArticle",
    "fold",
    "pack",
]
