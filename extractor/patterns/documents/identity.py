"""The canonical id of a document: one string for every citation of it, in any article and any spelling.

It begins as the number does, folded (:mod:`folding`), and adds what else the numbering needs to be unique:

==============================  ==============================================  =====================================
document                        identified by                                   canonical
==============================  ==============================================  =====================================
normative, of the centre        number with its year and symbol                 ``115/2010/nd-cp``, ``80/2015/qh13``
normative, of a province …      the same and the issuer                         ``5/2018/qd-ubnd/ubnd-tinh-ca-mau``
individual, of the centre       number, symbol and year of its date             ``318/qd-ttg/2016``
individual, of a province …     the same and the issuer                         ``245/qd-ubnd/2016/ubnd-tinh-ca-mau``
of the Party's centre           number, symbol and term (from term or date)     ``39/nq-tw/khoa-11``
of a province's Party           number, symbol, full date and issuer            ``7/kh-tu/2015-08-25/tinh-ca-mau``
law by name                     name and year                                   ``luat/dat-dai/2013``
plenum of the Party's centre    type, plenum and term                           ``nghi-quyet/hoi-nghi-tw-6/khoa-12``
==============================  ==============================================  =====================================

State numbering restarts each year, so the year is enough and a date misprinted by a day does not part a document from
itself. The Party's restarts each term, at the congress: a province's congresses are not known here, so there it is the
full date. A symbol that names a type by another's letters is written as that type's ("Quy định 205-QĐ/TW" is
``205/qyd-tw``, for "Quyết định 205-QĐ/TW" is another document). A short form whose type and issuer leave one
symbol only gets it ("Nghị định 115/2010", "Thông tư 15/2022 của Bộ Y tế"). Where something is missing (the date, the
province of "UBND tỉnh"), the article does not identify the document and the id is None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from extractor.lexicon import entries
from extractor.lexicon.patterns import compiled
from extractor.patterns.documents.folding import folded, folded_symbol
from extractor.patterns.documents.laws import roman
from extractor.patterns.documents.lexicon import full_names, series
from extractor.patterns.found import FoundDocument

_CORE = re.compile(r"0*+(?P<core>\d[\d.]*+[A-Za-zĐđ]?)")
_TITLES = compiled(
    r"^(?:(?:pho-)?(?:chu-tich(?!-(?:nuoc|quoc-hoi))|bo-truong|thu-truong|giam-doc|cuc-truong|tong-giam-doc|tong-cuc-truong"
    r"|chi-cuc-truong|chanh-an|vien-truong|thuong-truc|ban-thuong-vu|btv|truong-ban|bi-thu)-)++"
)
_TERM_END = compiled(r"-(?:khoa|nhiem-ky)-(?:thu-)?(?P<term>[xvi]++|\d++(?:-\d++)?)$")
_SHORTER = (
    ("uy-ban-nhan-dan", "ubnd"),
    ("hoi-dong-nhan-dan", "hdnd"),
    ("toa-an-nhan-dan", "tand"),
    ("vien-kiem-sat-nhan-dan", "vksnd"),
    ("vien-ksnd", "vksnd"),
    ("bao-hiem-xa-hoi", "bhxh"),
)
_FOR_LEVEL = tuple(
    (re.compile(rf"(?<![a-z0-9]){short}(?![a-z0-9])"), long)
    for short, long in (("tphcm", "tp-hcm"), ("tp", "thanh-pho"), ("tx", "thi-xa"))
)
_MINISTRY = re.compile(r"bo-[a-z-]++$")
_LOCAL = re.compile(r"(?:ubnd|hdnd)(?=-)")
_OF_ASSEMBLY = re.compile(r"(?:qh|ubtvqh)\d++")
_PROVINCE_LEVEL = re.compile(r"^(?:tp|thanh-pho|thu-do|tinh)-")
_COUNTRYWIDE = compiled(r"(?:^bo-(?!chi-huy)|-(?:viet-nam|toi-cao|trung-uong)$|(?:^|-)cap-cao-tai-|-quoc-gia$)")
_COMPANY = compiled(r"(?:^|-)(?:cong-ty|tap-doan|ngan-hang|truong-dai-hoc|dai-hoc|hoc-vien)(?:-[a-z0-9]++){2}")
_LAW_TAIL = compiled(
    r"(?:[ ,(-]++|\((?:sửa đổi|sửa đổi, bổ sung)\)|sửa đổi(?:, bổ sung)?|năm|số|hiệu"
    r"|ngày \d++[^\p{L}]*+(?:tháng \d++ năm )?\d*+|\d++|[):])++$",
    re.IGNORECASE,
)


def law_name(text: str) -> str:
    """What a law is called, folded, out of its citation: without its year, its number and "(sửa đổi)".

    >>> law_name("BLHS năm 2015"), law_name("Luật Giáo dục (sửa đổi) năm 2019"), law_name("Luật Nhà ở số ")
    ('bo-luat/hinh-su', 'luat/giao-duc', 'luat/nha-o')
    """
    name = _LAW_TAIL.sub("", text)
    name = folded(full_names().get(name, name))
    for kind in ("bo-luat", "luat", "phap-lenh"):
        if name.startswith(kind + "-"):
            return f"{kind}/{name[len(kind) + 1 :]}"
    return name


@cache
def _levels() -> dict[str, str]:
    return {folded_symbol(e["name"]): e["level"] for e in entries("document_symbols") if "level" in e}


@cache
def _written() -> dict[tuple[str, str], str]:
    """By code and type: the code the type is properly written with."""
    return {
        (folded(e["name"]), name): folded(code)
        for e in entries("document_symbols")
        for name, code in e.get("written", {}).items()
    }


@cache
def _codes() -> dict[str, str]:
    """By type: the code its documents carry."""
    codes: dict[str, str] = {}
    for e in entries("document_symbols"):
        if e["role"] == "type":
            codes.setdefault(e["types"][0], folded(e["name"]))
    return codes | {"Chương trình": "ctr", "Chương trình hành động": "ctr", "Quyết định": "qd", "Quy định": "qyd"}


@cache
def _bodies() -> dict[str, str]:
    """By folded name: the letters of an authority."""
    bodies: dict[str, str] = {}
    for e in entries("document_symbols"):
        for name in (e.get("meaning"), *e.get("bodies", ())):
            if name and e.get("level") in ("central", "party"):
                bodies[folded(name)] = max(bodies.get(folded(name), ""), folded_symbol(e["name"]), key=len)
    return bodies


@cache
def _provinces() -> dict[str, tuple[str, str]]:
    """By folded name or alias: the province's level and its folded name."""
    found: dict[str, tuple[str, str]] = {}
    for e in entries("provinces"):
        for name in (e["name"], *e["aliases"]):
            key = _PROVINCE_LEVEL.sub("", folded(name))
            found[key] = folded(e["level"]), folded(e["name"])
    return found | {"hcm": ("thanh-pho", "ho-chi-minh")}


@cache
def _whole() -> frozenset[str]:
    return frozenset(
        folded(form) for e in entries("issuers") if e["role"] == "whole" for form in e.get("forms", [e["name"]])
    )


def _in_province(slug: str) -> str | None:
    """The slug with its province at the end in one spelling; None where none is there."""
    words = slug.split("-")
    for size in range(min(5, len(words) - 1), 0, -1):
        province = _provinces().get("-".join(words[-size:]))
        if province is None:
            continue
        level, name = province
        head = "-".join(words[:-size])
        for other in ("thanh-pho", "thi-xa", "huyen", "quan", "xa", "phuong", "thi-tran", "tinh"):
            if head.endswith("-" + other):
                return f"{head}-{name}" if other == level else None
        return f"{head}-{level}-{name}"
    return None


@lru_cache(maxsize=1024)
def province_of(issuer: str | None) -> str | None:
    """The province at the end of an issuer, with its level.

    >>> province_of("Ban Thường vụ Tỉnh ủy Kiên Giang"), province_of("UBND tỉnh")
    ('tinh-kien-giang', None)
    """
    slug = _in_province(plain_issuer(issuer) or "")
    return next((end for end in _province_ends() if slug.endswith("-" + end)), None) if slug else None


@cache
def _province_ends() -> tuple[str, ...]:
    return tuple(sorted({f"{level}-{name}" for level, name in _provinces().values()}))


@lru_cache(maxsize=1024)
def issuer_key(issuer: str | None) -> str | None:
    """An issuer in one spelling, if there is only one such in the country; None otherwise.

    >>> issuer_key("Chủ tịch Uỷ ban nhân dân tỉnh Cà Mau"), issuer_key("UBND TP.HCM")
    ('ubnd-tinh-ca-mau', 'ubnd-thanh-pho-ho-chi-minh')
    >>> issuer_key("UBND tỉnh"), issuer_key("UBND TP Cà Mau"), issuer_key("Sở Y tế")
    (None, None, None)
    """
    slug = plain_issuer(issuer)
    if slug is None or slug in _whole() or _COUNTRYWIDE.search(slug):
        return slug
    place = _in_province(slug)
    return place or (slug if _COMPANY.search(slug) else None)


@lru_cache(maxsize=4096)
def plain_issuer(issuer: str | None) -> str | None:
    """An issuer folded, without the office-holder's title and its term, its level in one spelling.

    >>> plain_issuer("Chủ tịch UBND TP. Cần Thơ"), plain_issuer("Bộ trưởng Bộ Y tế")
    ('ubnd-thanh-pho-can-tho', 'bo-y-te')
    """
    if not issuer:
        return None
    slug = _TERM_END.sub("", _TITLES.sub("", folded(issuer)))
    for long, short in _SHORTER:
        slug = slug.replace(long, short)
    for pattern, level in _FOR_LEVEL:
        slug = pattern.sub(level, slug)
    return slug


@cache
def _term_starts() -> list[tuple[str, int]]:
    """The days on which terms of the Party began, the latest first."""
    found = [
        (e["since"], roman(e["name"].split()[-1])) for e in entries("document_context") if e["role"] == "party term"
    ]
    return sorted(found, reverse=True)


def party_term(date: str | None, issuer: str | None) -> int | None:
    """The term of the Party's Central Committee: the issuer's ("khóa XII"), or that of the date.

    A year in which a congress met has two terms: alone, it tells none.

    >>> party_term("2015-04-17", None), party_term("2017", None), party_term("2016", None)
    (11, 12, None)
    """
    printed = _TERM_END.search(folded(issuer)) if issuer else None
    if printed is not None and printed["term"][0] in "xvi":
        return roman(printed["term"].upper())
    if not date or (len(date) == 4 and any(since.startswith(date) for since, _ in _term_starts())):
        return None
    return next((term for since, term in _term_starts() if since <= date), None)


@lru_cache(maxsize=4096)
def core_number(number: str) -> str:
    """The number without its year and code, and without leading zeros.

    >>> core_number("05/2018/TT-BTC"), core_number("30a"), core_number("0"), core_number("1.234/UBND-KT")
    ('5', '30a', '0', '1234')
    """
    match = _CORE.match(number)
    return match["core"].lower().replace("đ", "d").replace(".", "") if match else number.lower()


@dataclass(slots=True)
class Facts:
    """What an article says of one document, by all its citations together."""

    type: str | None
    number: str | None = None
    year: int | None = None
    symbol: str | None = None
    date: str | None = None
    issuer: str | None = None
    name: str | None = None
    term: int | None = None


def facts_of(documents: list[FoundDocument]) -> Facts:
    """The facts of the citations of one document; the fullest first, and of the others what all of them agree on."""
    first = documents[0]

    def agreed(field: str) -> object:
        values = {getattr(d, field) for d in documents} - {None}
        own = getattr(first, field)
        return own if own is not None else values.pop() if len(values) == 1 else None

    date, issuer, year, symbol, term = map(agreed, ("date", "issuer", "year", "symbol", "term"))
    full = {d.date for d in documents if d.date and len(d.date) > 4}
    if isinstance(date, str) and len(date) == 4 and len(full) == 1:
        date = full.pop()
    if issuer_key(first.issuer) is None:
        known = sorted({d.issuer for d in documents if d.issuer and issuer_key(d.issuer)}, key=str)
        issuer = known[0] if len({issuer_key(k) for k in known}) == 1 else issuer
    assert isinstance(date, str | None) and isinstance(issuer, str | None) and isinstance(symbol, str | None)
    assert isinstance(year, int | None) and isinstance(term, int | None)
    return Facts(first.type, first.number, year, symbol, date, issuer, first.name, term)


def canonical_id(facts: Facts) -> str | None:
    """The canonical id of a document, or None where the facts do not identify it.

    >>> canonical_id(Facts("Quyết định", "245/QĐ-UBND", None, "QĐ-UBND", "2016-02-16", "UBND tỉnh Cà Mau"))
    '245/qd-ubnd/2016/ubnd-tinh-ca-mau'
    >>> canonical_id(Facts("Nghị quyết", "39-NQ/TW", None, "NQ/TW", "2015-04-17", "Bộ Chính trị"))
    '39/nq-tw/khoa-11'
    """
    if facts.number is None:
        return _without_number(facts)
    core, year = core_number(facts.number), facts.year
    symbol = _symbol(facts)
    if symbol is None:
        return None
    if year is None and facts.date and _always_normative(facts, symbol):
        year = int(facts.date[:4])
    level = _level(symbol)
    if level == "party":
        term = facts.term or party_term(facts.date, facts.issuer)
        return f"{core}/{symbol}/khoa-{term}" if term else None
    issuer = None if level == "central" else issuer_key(facts.issuer)
    if symbol.endswith("-tu"):
        # A province's committee has many names ("Tỉnh ủy", "Ban Chấp hành Đảng bộ"), and one series.
        issuer = province_of(facts.issuer)
    if level != "central" and issuer is None:
        return None
    if year is not None:
        parts = [core, str(year), symbol]
    elif facts.date is None or (level == "local party" and len(facts.date) == 4):
        return None
    else:
        parts = [core, symbol, facts.date if level == "local party" else facts.date[:4]]
    return "/".join([*parts, issuer] if issuer else parts)


def _without_number(facts: Facts) -> str | None:
    if facts.name is None:
        return None
    if facts.name.startswith("plenum "):
        kind = folded(facts.type or "")
        return f"{kind}/hoi-nghi-tw-{facts.name[7:]}/khoa-{facts.term}" if facts.term else None
    return f"{facts.name}/{facts.date[:4]}" if facts.date else None


def _symbol(facts: Facts) -> str | None:
    """The folded symbol as the type is properly written, or the only one it can be."""
    if facts.symbol:
        symbol = folded_symbol(facts.symbol)
        head, mark, rest = symbol.partition("-")
        head = _written().get((head, facts.type or ""), head)
        return head + mark + rest
    if facts.type == "Nghị định":
        return "nd-cp"
    code, issuer = _codes().get(facts.type or ""), plain_issuer(facts.issuer)
    if code is None or issuer is None:
        return None
    body = _bodies().get(issuer) or _bodies().get(issuer.partition("-dang")[0])
    if body is None and _MINISTRY.match(issuer) and "b" + issuer[3:].replace("-", "") in _levels():
        body = "b" + issuer[3:].replace("-", "")
    if body is None and (local := _LOCAL.match(issuer)) is not None:
        body = local.group()
    if body is None:
        return None
    # A number printed without its code may have lost its year as well, where there are both series.
    open_ = facts.year is None and series(facts.type or "") is None and _levels().get(body) != "party"
    return None if open_ else f"{code}-{body}"


def _always_normative(facts: Facts, symbol: str) -> bool:
    return series(facts.type or "") == "normative" and symbol.partition("-")[0] in ("nd", "tt", "ttlt")


def _level(symbol: str) -> str | None:
    """Whose series the number is of: the first authority among the symbol's letters decides."""
    if _OF_ASSEMBLY.match(symbol):
        return "central"
    for part in symbol.split("-"):
        level = _levels().get(part) or _levels().get(part.rstrip("0123456789"))
        if level is not None:
            return level
    return None
