"""soát số: reads Vietnamese news, extracts documents, figures and claims, and proofreads the arithmetic.

>>> from extractor import extract
>>> record = extract("Đến nay, tỉnh đã tinh giản 649 trường hợp, đạt 52,34% so với kế hoạch (649/1.240).")
>>> [figure.text for figure in record.figures]
['649 trường hợp', '52,34%', '649/1.240']
>>> record.alarms
()
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extractor.article import Article
    from extractor.record import CheckedClaim, check, extract
    from extractor.records import Record

__version__ = "0.1.0"
__all__ = ["Article", "CheckedClaim", "Record", "__version__", "check", "extract"]

_HOMES = {
    "Article": "extractor.article",
    "CheckedClaim": "extractor.record",
    "Record": "extractor.records",
    "check": "extractor.record",
    "extract": "extractor.record",
}


def __getattr__(name: str) -> Any:
    """Loads a public name when it is first asked for, so that ``import extractor`` costs nothing."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
