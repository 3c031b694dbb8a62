"""Findings as a table: CSV that spreadsheets open with the right letters, and XLSX."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, fields
from typing import TYPE_CHECKING

from extractor.article import Article
from extractor.records import Record
from extractor.report.safe import printable

if TYPE_CHECKING:
    from openpyxl.cell import Cell

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_BOM = "\ufeff"
# What a cell of a spreadsheet can hold.
_LONGEST = 32_000


@dataclass(frozen=True, slots=True)
class Line:
    """A finding as a line of a table; columns stand in this order.

    Attributes:
        start: of the place, in code points of the article's text.
        end: likewise; the first that is not part of it.
        start_utf16: the same in UTF-16 units.
        end_utf16: likewise.
        key: names the finding in a store.
    """

    article: str
    title: str
    source: str
    url: str
    published: str
    kind: str
    severity: str
    text: str
    message_vi: str
    message_en: str
    diagnosis_vi: str
    diagnosis_en: str
    expected: str
    start: int
    end: int
    start_utf16: int
    end_utf16: int
    key: str = ""
    mark: str = ""
    note: str = ""
    who: str = ""
    marked_at: str = ""


COLUMNS = tuple(field.name for field in fields(Line))
"""The names of the columns, in their order."""


def lines(article: Article, record: Record) -> Iterator[Line]:
    """The findings of an article as lines, in text order."""
    from extractor.exchange.utf16 import Utf16

    units = Utf16(article.text)
    checks = {check.claim: check for check in record.checks}
    for finding in record.findings:
        check = checks.get(finding.claim or "")
        why = check.diagnosis if check is not None and finding.kind == "inconsistent_claim" else ()
        start, end = finding.span
        yield Line(
            article=article.id,
            title=article.title or "",
            source=article.source,
            url=article.url or "",
            published=article.published or "",
            kind=finding.kind,
            severity=finding.severity,
            text=finding.text,
            message_vi=finding.message.vi,
            message_en=finding.message.en,
            diagnosis_vi="; ".join(each.message.vi for each in why),
            diagnosis_en="; ".join(each.message.en for each in why),
            expected="; ".join(finding.expected),
            start=start,
            end=end,
            start_utf16=units.of(start),
            end_utf16=units.of(end),
        )


def csv_text(found: Iterable[Line]) -> Iterator[str]:
    """The table as CSV, piece by piece: a byte order mark, a header, a line for each finding.

    A text that a spreadsheet would take for a formula has an apostrophe before it.
    """
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\r\n")
    yield _BOM
    for row in (COLUMNS, *(map(_csv_cell, astuple(line)) for line in found)):
        writer.writerow(row)
        yield held.getvalue()
        held.seek(0)
        held.truncate()


def xlsx_bytes(found: Iterable[Line]) -> bytes:
    """The table as an Excel file, with a header that stays in view and can filter.

    Raises:
        ImportError: openpyxl, of the extra ``soatso[web]``, is not installed.
    """
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font

    book = Workbook(write_only=True)
    sheet = book.create_sheet("soatso")
    sheet.freeze_panes = "A2"
    for at, name in enumerate(COLUMNS):
        letter = chr(ord("A") + at)
        sheet.column_dimensions[letter].width = 50 if name.startswith(("message", "diagnosis", "text")) else 16

    def cell(value: str | int, *, bold: bool = False) -> Cell:
        made = WriteOnlyCell(sheet, value if isinstance(value, int) else printable(value)[:_LONGEST])
        if isinstance(value, str):
            # Text is text, also where it begins like a formula.
            made.data_type = "s"
        made.alignment = Alignment(vertical="top", wrap_text=True)
        if bold:
            made.font = Font(bold=True)
        return made

    sheet.append([cell(name, bold=True) for name in COLUMNS])
    rows = 1
    for line in found:
        sheet.append([cell(value) for value in astuple(line)])
        rows += 1
    sheet.auto_filter.ref = f"A1:{chr(ord('A') + len(COLUMNS) - 1)}{rows}"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _csv_cell(value: str | int) -> str | int:
    if isinstance(value, int):
        return value
    shown = printable(value)
    return f"'{shown}" if shown.startswith(_FORMULA) else shown
