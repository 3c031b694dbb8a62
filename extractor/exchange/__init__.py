"""What was found, taken elsewhere: tables, annotations, drafts of fact-checks, and tasks for people to correct.

Every form says what its positions count: code points of the article's text, as in the record, and UTF-16 units beside
them where browsers need those.
"""

from extractor.exchange.annotations import annotation_page
from extractor.exchange.claimreview import claim_review
from extractor.exchange.label_studio import CONFIG, LabelStudioError, gold_of, task
from extractor.exchange.tables import COLUMNS, Line, csv_text, lines, xlsx_bytes
from extractor.exchange.utf16 import Utf16

__all__ = [
    "COLUMNS",
    "CONFIG",
    "LabelStudioError",
    "Line",
    "Utf16",
    "annotation_page",
    "claim_review",
    "csv_text",
    "gold_of",
    "lines",
    "task",
    "xlsx_bytes",
]
