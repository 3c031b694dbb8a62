"""What goes on after the number of a document: its date and its issuer."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.lexicon.patterns import compiled
from extractor.patterns.documents.dates import date_after, year_after
from extractor.patterns.documents.issuers import issuer_end
from extractor.patterns.documents.lexicon import DocumentType
from extractor.patterns.documents.numbers import ReadNumber

OF = compiled(r",? ?của ")
_LEVEL = compiled(r" (?:tỉnh|huyện|thành phố|xã|quận)(?=,? ngày \d)")


@dataclass(slots=True)
class Tail:
    """Where a citation ends, with the date and the span of the issuer that were read on the way."""

    end: int
    date: str | None = None
    issuer: tuple[int, int] | None = None
    dated: bool = False


def read_tail(text: str, kind: DocumentType, number: ReadNumber | None, at: int) -> Tail:
    """The date and the issuer after a number, in either order."""
    tail = Tail(at)
    if number is not None and number.symbol and number.symbol.endswith(("UBND", "HĐND")):
        level = _LEVEL.match(text, at)
        if level is not None:
            tail.end = level.end()
    for _ in range(3):
        if not tail.dated:
            date = date_after(text, tail.end, lambda end: _issuer_follows(text, end))
            if date is not None:
                tail.end, tail.date, tail.dated = date.end, date.iso, True
                continue
            year = (
                year_after(text, tail.end)
                if number is not None and number.year is None and tail.issuer is None
                else None
            )
            if year is not None:
                tail.end, tail.date = year
                tail.dated = True
                continue
        if tail.issuer is None:
            of = OF.match(text, tail.end)
            end = issuer_end(text, of.end(), _joint(kind, number)) if of else None
            if of is not None and end is not None:
                tail.issuer = of.end(), end
                tail.end = end
                continue
        break
    return tail


def _issuer_follows(text: str, at: int) -> bool:
    """Whether an issuer stands there: "Công điện số 06/CĐ-UBND, ngày 15/9 | của Chủ tịch UBND tỉnh"."""
    of = OF.match(text, at)
    return of is not None and issuer_end(text, of.end()) is not None


def _joint(kind: DocumentType, number: ReadNumber | None) -> bool:
    symbol = (number.symbol or "") if number else ""
    return "liên" in kind.name or "LT" in symbol
