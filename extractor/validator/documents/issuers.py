"""Issuers that cannot have issued the document: not theirs to issue, or no more there on its day."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.patterns.documents.authorities import (
    Authority,
    authority_of,
    dissolved_province,
    issuing_powers,
    level_end,
    may_be,
    symbol_authorities,
)
from extractor.patterns.documents.dates import written
from extractor.patterns.found import FoundDocument
from extractor.records import Finding, Message
from extractor.validator.documents.case import Case, full_date

# Often said for each other in print, and one chairs the other: worth a look, no grave slip.
_NEAR = (
    frozenset({"government", "premier"}),
    frozenset({"assembly", "standing committee"}),
    frozenset({"people's committee", "people's council"}),
)


def wrong_issuers(case: Case) -> Iterator[Finding]:
    """Documents said to be of an authority that does not issue their type, or whose letters they do not carry."""
    for places, document in case.each_once(date=False):
        issuer = authority_of(document.issuer)
        if issuer is None or document.symbol_type is not None:
            continue
        lettered = symbol_authorities(document.symbol)
        if lettered:
            if not any(may_be(issuer, each) for each in lettered):
                yield _of_letters(case, places, document, issuer, lettered)
        elif (finding := _of_type(case, places, document, issuer)) is not None:
            yield finding


def _of_letters(
    case: Case, places: tuple[int, ...], document: FoundDocument, issuer: Authority, lettered: tuple[Authority, ...]
) -> Finding:
    names = tuple(each.name for each in lettered)
    return case.finding(
        "issuer_cannot_issue",
        Message(
            vi=f"ký hiệu {document.symbol} là của {' và '.join(names)}, không phải của {document.issuer}:"
            " hãy xem lại số hoặc cơ quan ban hành",
            en=f"the letters {document.symbol} are those of {' and '.join(names)}, not of {document.issuer}:"
            " check the number or the issuer",
        ),
        documents=places,
        expected=names,
        low=any({issuer.kind, each.kind} in _NEAR for each in lettered),
    )


def _of_type(case: Case, places: tuple[int, ...], document: FoundDocument, issuer: Authority) -> Finding | None:
    power = issuing_powers().get(document.type or "")
    if power is None or document.symbol is not None or issuer.kind in power.kinds or issuer.kind == "office":
        return None
    date = document.date or (str(document.year) if document.year else None)
    if date is not None and date < power.since[: len(date)]:
        return None
    kind = document.type or ""
    expected = (power.sole,) if power.sole else ()
    whose = (f": đó là thẩm quyền của {expected[0]}", f": that is for {expected[0]}") if expected else ("", "")
    return case.finding(
        "issuer_cannot_issue",
        Message(
            vi=f"{document.issuer} không ban hành {kind}{whose[0]}; hãy xem lại loại văn bản hoặc cơ quan ban hành",
            en=f"{document.issuer} does not issue a {kind}{whose[1]}; check the type or the issuer",
        ),
        documents=places,
        expected=expected,
        low=any({issuer.kind, each} in _NEAR for each in power.kinds),
    )


def abolished_issuers(case: Case) -> Iterator[Finding]:
    """Documents dated on a day on which who is said to have issued them was no more."""
    for places, document in case.each_once():
        date = _earliest(document)
        if date is None or document.issuer is None:
            continue
        shown = written(document.date) if document.date else written(date[:4])
        end = _end(document.issuer, date)
        if end is None:
            continue
        last, successor = end
        until = written(last)
        vi = f"{document.issuer} chỉ hoạt động đến hết ngày {until.vi}, mà văn bản là của {shown.vi}"
        en = f"{document.issuer} existed until {until.en}, and the document is of {shown.en}"
        if successor:
            vi, en = f"{vi}; có thể là {successor}", f"{en}; it may be {successor}"
        yield case.finding(
            "abolished_issuer",
            Message(vi=f"{vi}: hãy xem lại ngày hoặc cơ quan ban hành", en=f"{en}: check the date or the issuer"),
            documents=places,
            expected=(successor,) if successor else (),
        )


def _earliest(document: FoundDocument) -> str | None:
    """The first day the document can be of: its date, or New Year of the year in its number."""
    if full_date(document) is not None:
        return document.date
    return f"{document.year}-01-01" if document.year else None


def _end(issuer: str, date: str) -> tuple[str, str | None] | None:
    """The last day of an issuer that was over by ``date``, and who came after it."""
    authority = authority_of(issuer)
    if authority is not None and authority.until and date > authority.until:
        return authority.until, authority.successor
    last = level_end(issuer)
    if last is not None:
        return (last, None) if date > last else None
    province = dissolved_province(issuer)
    return province if province is not None and date > province[0] else None
