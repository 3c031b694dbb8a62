"""A citation that a type word leads: the word, what qualifies it, the number, the date and the issuer.

``quyết định`` ``cưỡng chế`` ``số 45/QĐ-CCT`` ``ngày 2/3/2018`` ``của Chi cục …``. The reading goes from
the word to the right and never back, each piece at most once, so it is linear in the text. What is weak evidence
(a lower-case verb and a small number) is kept apart, as ``tentative``, for the caller to hold against the rest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.lexicon.patterns import behind, compiled
from extractor.patterns.documents.dates import ReadDate, dated, signature
from extractor.patterns.documents.evidence import MORE_DIGITS, evidence, starts_sentence
from extractor.patterns.documents.identity import law_name
from extractor.patterns.documents.issuers import issuer_end
from extractor.patterns.documents.laws import Plenum, law_year, read_plenums
from extractor.patterns.documents.lexicon import (
    DocumentType,
    document_type,
    follower_pattern,
    hinted_types,
    qualifier_pattern,
)
from extractor.patterns.documents.numbers import ReadNumber, read_number
from extractor.patterns.documents.tails import OF, Tail, read_tail
from extractor.patterns.found import FoundDocument

_LEAD = compiled(r"(?P<word>,? ?\(?(?:[sS]ố|SỐ)(?: hiệu)?(?: ?:)? ?)(?=\d)|[ ](?=\d)|: ?(?=\d)")
_WORD_NUMBER = compiled(r"(?<!\p{L})số(?: ?:)? ?(?=\d)")
_LAW_NUMBER = compiled(r" (?=\d{1,4}/(?:19|20)\d\d(?:/(?:QH|UBTVQH|PL-UBTVQH)\d|(?!\d|[/.,-]\d)))")
_GAP = compiled(r"(?: (?:TP\.|[^\s.;:()\"?!,]+))*+ ?")
_COMMA_GAP = compiled(r"(?:(?:,? |,)(?:TP\.|[^\s.;:()\"?!,]+))*+ ?")
_NEXT = compiled(r"(?: ?[,;] ?(?:và |hay |hoặc |& )?| (?:và|hay|hoặc|&) )(?P<word>(?:số:? ?)?)(?=\d)")
_PLURAL = compiled(behind("các ", "những ", "hai ", "ba ", "bốn ", "năm ", r"\d "))
_DRAFT = compiled(behind("dự thảo ", "dự án "))
_GAP_LENGTH = 140
_QUALIFIERS = 3


@dataclass(slots=True)
class Citation:
    """One read citation; ``tentative`` where the number alone is weak evidence for a document."""

    document: FoundDocument
    issuer: tuple[int, int] | None = None
    core: str | None = None
    tentative: bool = False


def _citation(
    start: int, kind: DocumentType, number: ReadNumber | None, tail: Tail, rule: str, type_: str | None = None
) -> Citation:
    document = FoundDocument(
        start=start,
        end=tail.end,
        type=type_ or kind.name,
        number=number.text if number else None,
        rule=rule,
        year=number.year if number else None,
        symbol=number.symbol if number else None,
        date=tail.date,
    )
    return Citation(document, tail.issuer, number.core if number else None)


def read_coded(text: str, type_: str, number: ReadNumber, limit: int) -> Citation:
    """The citation of a number without a type word, with its date and issuer if they end before ``limit``."""
    kind = DocumentType(type_, "never")
    tail = read_tail(text, kind, number, number.end)
    return _citation(number.start, kind, number, tail if tail.end <= limit else Tail(number.end), "code")


def _listed(text: str, kind: DocumentType, start: int, first: Citation, word: bool) -> list[Citation]:
    """The further numbers that share the first one's type word: "số 18, 19-NQ/TW", "20/NĐ-CP và 25/NĐ-CP"."""
    found: list[Citation] = []
    open_: list[Citation] = []
    at = first.document.end
    plural = word or _PLURAL.match(text, start) is not None
    shape_year = first.document.year is not None and first.document.symbol is None
    while (following := _NEXT.match(text, at)) is not None:
        number = read_number(text, following.end())
        if number is None:
            break
        item = following.start("word") if following["word"] else number.start
        tail = read_tail(text, kind, number, number.end)
        if number.symbol is None:
            if (
                MORE_DIGITS.match(text, number.end)
                or follower_pattern().match(text, number.end) is None
                or (number.year is not None and not shape_year)
                or (number.bare and tail.dated and len(tail.date or "") <= 4)
            ):
                break
            citation = _citation(item, kind, number, tail, "listed")
            (found if following["word"] and not open_ else open_).append(citation)
        else:
            hints = hinted_types(number.symbol)
            shared = not hints or kind.name in (*hints, "Văn bản", "Công văn") or hints[0].startswith(kind.name)
            type_ = None if shared else hints[0]
            closing = _citation(item, kind, number, tail, "listed", type_)
            for bare in (first, *open_):
                if bare.document.symbol is None and bare.document.year is None and shared:
                    bare.document.listed_with = closing.document
            found += [*open_, closing]
            open_ = []
        at = tail.end
    # A list that no code closes needs a plural, or who issued them: "Nghị quyết 18, 19 của Trung ương".
    return found + open_ if plural or (open_ and open_[-1].issuer) else found


def _numbered(text: str, kind: DocumentType, start: int, type_end: int, limit: int) -> list[Citation]:
    at = type_end
    qualifier = qualifier_pattern(kind.name)
    for step in range(_QUALIFIERS + 1):
        lead = _LEAD.match(text, at)
        number = read_number(text, lead.end()) if lead else None
        if lead is not None and number is not None:
            word = bool(lead["word"])
            if number.symbol and step and limit < at and text[limit].isupper():
                # "thông báo Kết luận số 27-KL/TW": the nearer word is the type where the code says so.
                hints = hinted_types(number.symbol)
                if hints and kind.name not in hints:
                    return []
            tail = read_tail(text, kind, number, number.end)
            tentative = False
            if number.symbol is None:
                sure = evidence(text, kind, start, word, number, tail)
                if sure is False or (step and not word):
                    return []
                tentative = sure is None
                if sure is not None and len(tail.date or "") == 4 and not word and kind.weak:
                    tentative = True
            if text[lead.start() : lead.end()].find("(") >= 0 and text[tail.end : tail.end + 1] == ")":
                tail.end += 1
            rule = "coded" if number.symbol else "bare"
            first = _citation(start, kind, number, tail, rule)
            first.tentative = tentative
            return [first, *_listed(text, kind, start, first, word)]
        match = qualifier.match(text, at) if qualifier and step < _QUALIFIERS else None
        if match is None:
            return []
        at = match.end()
    return []


def _gap_issuer(text: str, at: int, end: int) -> tuple[int, int] | None:
    of = text.rfind(" của ", at, end)
    start = of + 5 if of >= 0 else at + 1
    return (start, end) if start < end and issuer_end(text, start, True) == end else None


def _apart(text: str, kind: DocumentType, start: int, type_end: int, limit: int) -> list[Citation]:
    """A coded number after some words: "Văn bản của tổng cục … số 1220/TCT-KK"."""
    limit = min(limit, type_end + _GAP_LENGTH)
    match = (_LAW_NUMBER if kind.named else _WORD_NUMBER).search(text, type_end, limit) or (
        _WORD_NUMBER.search(text, type_end, limit) if kind.named else None
    )
    if match is None:
        return []
    number = read_number(text, match.end())
    if number is None or (number.symbol is None and not (kind.named and number.year)):
        return []
    hints = hinted_types(number.symbol)
    exact = kind.name in hints
    gap = (_COMMA_GAP if exact else _GAP).fullmatch(text, type_end, match.start())
    qualifier = qualifier_pattern(kind.name)
    trusted = exact or kind.name in ("Văn bản", "Công văn") or (qualifier and qualifier.match(text, type_end))
    if gap is None or not (trusted or (not hints and text[start].isupper())):
        return []
    tail = read_tail(text, kind, number, number.end)
    if tail.issuer is None:
        tail.issuer = _gap_issuer(text, type_end, match.start() - (text[match.start() - 1] == " "))
    first = _citation(start, kind, number, tail, "apart")
    if kind.named:
        first.document.name = law_name(text[start : match.start()])
    return [first, *_listed(text, kind, start, first, True)]


def _date_in_place(text: str, at: int) -> tuple[ReadDate, tuple[int, int] | None] | None:
    """A full date where the number would stand, and the issuer if it stands before it."""
    date = dated(text, at)
    if date is not None:
        return date, None
    of = OF.match(text, at)
    issuer_at = of.end() if of else at + 1
    end = issuer_end(text, issuer_at)
    date = dated(text, end) if end is not None else None
    return (date, (issuer_at, end)) if end is not None and date is not None else None


def _by_date(text: str, kind: DocumentType, start: int, type_end: int, limit: int) -> list[Citation]:
    """A type and a full date: "Nghị quyết ngày 17/4/2015 của Bộ Chính trị", "Hiệp định … ký ngày …"."""
    if kind.treaty:
        signed = signature(text, type_end, min(limit, type_end + _GAP_LENGTH))
        if signed is not None and _COMMA_GAP.fullmatch(text, type_end, signed.start):
            return [_citation(start, kind, None, Tail(signed.end, signed.iso), "signed")]
    if not kind.dated:
        return []
    read = _date_in_place(text, type_end)
    qualifier = qualifier_pattern(kind.name)
    if read is None and qualifier is not None and (match := qualifier.match(text, type_end)) is not None:
        read = _date_in_place(text, match.end())
    if read is None:
        return []
    date, issuer = read
    tail = read_tail(text, kind, None, date.end)
    tail.date, tail.issuer = date.iso, issuer or tail.issuer
    sure = kind.bare == "noun" or (kind.bare == "verb" and text[start].isupper() and not starts_sentence(text, start))
    if tail.issuer is None and not sure:
        return []
    return [_citation(start, kind, None, tail, "dated")]


def read_citations(text: str, types: list[re.Match[str]], index: int) -> list[Citation]:
    """The citations that the ``index``-th type word of ``types`` leads; none where it is just a word."""
    match = types[index]
    kind = document_type(match.group())
    start, end = match.span()
    limit = types[index + 1].start() if index + 1 < len(types) else len(text)
    found = _numbered(text, kind, start, end, limit)
    if kind.short:
        return found
    found = found or _apart(text, kind, start, end, limit)
    if found:
        _look_back(text, types, index, found[0].document)
        return found
    if kind.name in ("Nghị quyết", "Kết luận") and (plenums := read_plenums(text, end)):
        return _plenary(text, kind, start, plenums)
    if kind.named and not _in_treaty(text, types, index):
        named = law_year(text, start, end, limit, nameless=kind.whole)
        if named is not None:
            citation = _citation(start, kind, None, Tail(named.end, named.date), "named")
            citation.document.name = law_name(text[start : named.end])
            return [citation]
    return _by_date(text, kind, start, end, limit)


def _plenary(text: str, kind: DocumentType, start: int, plenums: list[Plenum]) -> list[Citation]:
    """One citation for each plenum; a date and an issuer belong to the last, as in any list."""
    found: list[Citation] = []
    for plenum in plenums:
        last = plenum is plenums[-1]
        tail = read_tail(text, kind, None, plenum.end) if last else Tail(plenum.end)
        citation = _citation(plenum.start if found else start, kind, None, tail, "plenum")
        citation.document.name = f"plenum {plenum.number}" if plenum.number else None
        citation.document.term = plenum.term
        found.append(citation)
    return found


def _look_back(text: str, types: list[re.Match[str]], index: int, document: FoundDocument) -> None:
    """A draft is no document, the report on it is: "Báo cáo tiếp thu, chỉnh lý dự thảo Luật số 45/BC-…"."""
    hints = hinted_types(document.symbol)
    if not hints or document.type in hints or _DRAFT.match(text, document.start) is None:
        return
    for earlier in reversed(types[max(0, index - 3) : index]):
        kind = document_type(earlier.group())
        if kind.name in hints and _COMMA_GAP.fullmatch(text, earlier.end(), document.start):
            document.start, document.type = earlier.start(), kind.name
            return


def _in_treaty(text: str, types: list[re.Match[str]], index: int) -> bool:
    """A law's name inside a treaty's: "Công ước … về Luật Biển năm 1982"."""
    if index == 0:
        return False
    earlier = types[index - 1]
    return (
        document_type(earlier.group()).treaty
        and types[index].start() - earlier.end() < _GAP_LENGTH
        and _GAP.fullmatch(text, earlier.end(), types[index].start()) is not None
    )
