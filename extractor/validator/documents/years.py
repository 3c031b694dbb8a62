"""Years and terms inside a number, held against the document's date."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from extractor.lexicon.patterns import compiled
from extractor.patterns.documents.authorities import Term, assembly_term, assembly_terms, symbol_authorities
from extractor.patterns.documents.dates import written
from extractor.patterns.documents.identity import party_term
from extractor.patterns.documents.lexicon import hinted_types, series
from extractor.patterns.found import FoundDocument
from extractor.records import Finding, Message
from extractor.validator.documents.case import Case, either, full_date, number_key, told

_COURT = compiled(r"[A-ZĐ]{2,6}-?(?:ST|PT|GĐT)$")
_PARTY_TERM = compiled(r"khóa (?P<term>[XVI]++)")


def year_mismatches(case: Case) -> Iterator[Finding]:
    """Numbers that carry another year than the document's date: a number is of the year it is signed in."""
    for places, document in case.each_once(issuer=False):
        date = full_date(document)
        if date is None or document.year is None or document.year == date.year or not _yearly(document):
            continue
        number = document.number or ""
        other = number.replace(f"/{document.year}", f"/{date.year}", 1)
        meant = _same_day(date, document.year)
        choices = [(other, f"số {other}", f"number {other}")]
        if meant is not None:
            choices.append((meant, f"ngày {written(meant).vi}", written(meant).en))
        if not _cited_of(case, document, date.year):
            # The number is copied more often than it is typed, the date is typed.
            choices.reverse()
        shown = written(date.isoformat())
        yield case.finding(
            "year_mismatch",
            Message(
                vi=f"số {number} mang năm {document.year} mà văn bản ghi ngày {shown.vi}; có thể là"
                f" {either(tuple(c[1] for c in choices), 'vi')}: hãy đối chiếu với văn bản gốc",
                en=f"number {number} is of {document.year}, the document is dated {shown.en}; it may be"
                f" {either(tuple(c[2] for c in choices), 'en')}: check the original",
            ),
            documents=places,
            expected=tuple(c[0] for c in choices),
            low=_new_year(date, document.year),
        )


def _cited_of(case: Case, document: FoundDocument, year: int) -> bool:
    """Whether the article cites the number elsewhere with that year in it."""
    core, _, letters = number_key(document) or ("", None, None)
    return any(number_key(other) == (core, year, letters) for other in case.documents)


def _yearly(document: FoundDocument) -> bool:
    """Whether the year in its number is certainly that of signing: of the state's and the courts' numbers."""
    if document.symbol is None:
        return series(document.type or "") == "normative"
    state = bool(symbol_authorities(document.symbol)) and bool(hinted_types(document.symbol))
    return state or assembly_term(document.symbol) is not None or _COURT.search(document.symbol) is not None


def _same_day(date: datetime.date, year: int) -> str | None:
    try:
        return date.replace(year=year).isoformat()
    except ValueError:
        return None


def _new_year(date: datetime.date, year: int) -> bool:
    """Whether the date is in the days around New Year, when a number may be one year's and the signature another's."""
    return (date.month == 1 and date.day <= 10 and year == date.year - 1) or (
        date.month == 12 and date.day >= 25 and year == date.year + 1
    )


def term_mismatches(case: Case) -> Iterator[Finding]:
    """Terms of the National Assembly, or of the Party's Central Committee, that were not those of the time."""
    for places, document in case.each_once():
        yield from _assembly(case, places, document)
        yield from _party(case, places, document)


def _assembly(case: Case, places: tuple[int, ...], document: FoundDocument) -> Iterator[Finding]:
    number = assembly_term(document.symbol)
    term = assembly_terms().get(number or 0)
    day = full_date(document)
    when = document.date if day is not None and document.year in (None, day.year) else str(document.year or "")
    if term is None or not when or _in_term(term, when):
        return
    right = [t.number for t in assembly_terms().values() if _in_term(t, when)]
    others = tuple((document.number or "").replace(f"QH{number}", f"QH{each}") for each in right)
    vi = f"“QH{number}” là Quốc hội khóa {number} ({_years(term, 'vi')}), không phải của {{}}"
    en = f'"QH{number}" is the National Assembly of {_years(term, "en")}, not of {{}}'
    if others:
        vi += f"; có thể là {' hoặc '.join(others)}"
        en += f"; it may be {' or '.join(others)}"
    yield case.finding(
        "term_mismatch",
        told(f"{vi}: hãy đối chiếu với văn bản gốc", f"{en}: check the original", when),
        documents=places,
        expected=others,
    )


def _in_term(term: Term, when: str) -> bool:
    """Whether a date, or some day of a year, is in a term."""
    if len(when) == 4:
        return term.since[:4] <= when <= (term.until or "9999")[:4]
    return term.since <= when <= (term.until or "9999")


def _years(term: Term, lang: str) -> str:
    until = term.until[:4] if term.until else ("nay" if lang == "vi" else "today")
    return f"{term.since[:4]}–{until}"


def _party(case: Case, places: tuple[int, ...], document: FoundDocument) -> Iterator[Finding]:
    printed = _PARTY_TERM.search(document.issuer or "")
    lettered = symbol_authorities(document.symbol)
    if printed is None or not lettered or lettered[0].kind != "party centre" or full_date(document) is None:
        return
    said, dated = party_term(None, document.issuer), party_term(document.date, None)
    if said is None or dated is None or said == dated or document.date is None:
        return
    term = printed["term"]
    yield case.finding(
        "term_mismatch",
        told(
            f"ngày {{}} không thuộc nhiệm kỳ khóa {term}, mà thuộc khóa {_roman(dated)}: hãy xem lại ngày hoặc khóa",
            f"{{}} is not in term {term} but in term {_roman(dated)}: check the date or the term",
            document.date,
        ),
        documents=places,
        expected=(f"khóa {_roman(dated)}",),
    )


def _roman(number: int) -> str:
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]
