"""One number with two dates, or of two issuers, within an article.

Two provinces' "245/QĐ-UBND" are two documents, and so are those of one province in two years: numbering restarts with
each year, the Party's with each term. Only what must be one document is held against itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from extractor.patterns.documents.authorities import assembly_term, authority_of, symbol_authorities
from extractor.patterns.documents.dates import written
from extractor.patterns.documents.folding import folded
from extractor.patterns.documents.identity import issuer_key, party_term, plain_issuer, province_of
from extractor.patterns.found import FoundDocument
from extractor.records import Finding, Message
from extractor.validator.documents.case import Case, full_date, number_key

_CITATIONS = 12


def _groups(case: Case) -> Iterator[list[tuple[int, FoundDocument]]]:
    """The citations of each number with letters, by type; each set of printed facts once, in text order."""
    cited = case.each_once()
    if len(cited) < 2:
        return
    groups: dict[object, list[tuple[int, FoundDocument]]] = defaultdict(list)
    for places, document in cited:
        if document.symbol is not None:
            groups[document.type, number_key(document)].append((places[0], document))
    for members in groups.values():
        # A list of many by one number is a table of something else.
        if 1 < len(members) <= _CITATIONS:
            yield members


def conflicting_dates(case: Case) -> Iterator[Finding]:
    """One document with two dates; the later citation is the one to look at."""
    for members in _groups(case):
        dated = [(place, d) for place, d in members if full_date(d) is not None]
        seen: set[str | None] = {dated[0][1].date} if dated else set()
        for (first, one), (second, other) in combinations(dated, 2):
            if other.date in seen or one.date is None or other.date is None or not _one_document(one, other):
                continue
            seen.add(other.date)
            a, b = written(one.date), written(other.date)
            yield case.finding(
                "conflicting_dates",
                Message(
                    vi=f"bài ghi {_named(other)} hai ngày khác nhau, {a.vi} và {b.vi}: hãy đối chiếu với văn bản gốc",
                    en=f"the article dates {_named(other)} both {a.en} and {b.en}: check the original",
                ),
                documents=(second, first),
                expected=(one.date,),
            )


def _named(document: FoundDocument) -> str:
    return f"{document.type} {document.number}"


def _one_document(one: FoundDocument, other: FoundDocument) -> bool:
    """Whether two citations of one number and two dates must be of one document."""
    if not _same_issuer(one, other):
        return False
    slip = _one_part_apart(one, other)
    if one.year is not None or assembly_term(one.symbol) is not None:
        # A number with its year comes once. The year's own slip is told as such, by the number.
        return one.year is None or all(date.year == one.year for date in (full_date(one), full_date(other)) if date)
    lettered = symbol_authorities(one.symbol)
    if lettered and lettered[0].kind == "party centre":
        return slip or party_term(one.date, None) == party_term(other.date, None)
    if lettered and lettered[0].kind == "local party":
        return slip
    return slip or (one.date or "")[:4] == (other.date or "")[:4]


def _one_part_apart(one: FoundDocument, other: FoundDocument) -> bool:
    """Whether two dates differ in their day, their month or their year alone, as a misprint does."""
    a, b = (one.date or "").split("-"), (other.date or "").split("-")
    return sum(x != y for x, y in zip(a, b, strict=True)) == 1


def _same_issuer(one: FoundDocument, other: FoundDocument) -> bool:
    lettered = symbol_authorities(one.symbol)
    if lettered and lettered[0].kind not in ("people's committee", "people's council", "local party"):
        return True
    if one.issuer is None and other.issuer is None:
        return True
    if one.issuer is None or other.issuer is None:
        # Another body's document may have the number by chance, but hardly a date so close to this one's.
        return _one_part_apart(one, other)
    return _issuer(one) == _issuer(other)


def _issuer(document: FoundDocument) -> str:
    return issuer_key(document.issuer) or plain_issuer(document.issuer) or ""


def conflicting_issuers(case: Case) -> Iterator[Finding]:
    """One number and one date, said to be of two issuers; the later citation is the one to look at."""
    for members in _groups(case):
        told: set[str] = set()
        for (first, one), (second, other) in combinations(members, 2):
            if one.issuer is None or other.issuer is None or folded(other.issuer) in told:
                continue
            if not _same_day(one, other) or not _two_issuers(one, other):
                continue
            told.add(folded(other.issuer))
            yield case.finding(
                "conflicting_issuers",
                Message(
                    vi=f"bài ghi {_named(other)} là của {one.issuer}, rồi của {other.issuer}:"
                    " hãy đối chiếu với văn bản gốc",
                    en=f"the article says {_named(other)} is of {one.issuer}, and of {other.issuer}:"
                    " check the original",
                ),
                documents=(second, first),
                expected=(one.issuer,),
            )


def _same_day(one: FoundDocument, other: FoundDocument) -> bool:
    """Whether nothing but the issuer tells two citations apart; a centre's number with its year needs no date."""
    if full_date(one) is not None and full_date(other) is not None:
        return one.date == other.date
    lettered = symbol_authorities(one.symbol)
    return one.year is not None and bool(lettered) and lettered[0].kind in ("government", "premier", "ministry")


def _two_issuers(one: FoundDocument, other: FoundDocument) -> bool:
    """Whether two issuers are certainly not one: other authorities, provinces, or places of one level."""
    a, b = authority_of(one.issuer), authority_of(other.issuer)
    if a is None or b is None:
        return False
    if a is not b:
        # What the letters already tell wrong is told there.
        return not symbol_authorities(one.symbol) and a.kind != b.kind
    places = province_of(one.issuer), province_of(other.issuer)
    if None not in places:
        return places[0] != places[1] and _issuer(one).split("-")[:2] == _issuer(other).split("-")[:2]
    return _level(one) != _level(other) and None not in (_level(one), _level(other))


def _level(document: FoundDocument) -> str | None:
    """The level of an issuer's place; a "thành phố" may be of either."""
    words = (plain_issuer(document.issuer) or "").split("-")
    for size, level in ((1, words[1:2]), (2, words[1:3])):
        name = "-".join(level)
        if len(level) == size and name in ("tinh", "huyen", "quan", "xa", "phuong", "thi-xa", "thi-tran"):
            return name
    return None
