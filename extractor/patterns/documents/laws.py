"""Laws by name and year ("Luật Đất đai năm 2013") and plenum resolutions ("Nghị quyết Trung ương 6, 7 khóa XII")."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.lexicon.patterns import behind, compiled, groups, told_apart
from extractor.patterns.documents.dates import dated
from extractor.patterns.documents.lexicon import break_pattern, law_name_pattern

_NAME_WORDS = 18
_AFTER_PHRASE = 40
_AMENDING = r"(?: [sS]ửa đổi(?:, bổ sung)? (?:một số|các) điều(?: của)?(?: các)? (?:Bộ luật|[Ll]uật|Pháp lệnh))?+"
_STEP = compiled(r"(?P<comma>,)?(?: - | |-)(?P<word>\p{L}+)(?!\p{L})")
_YEAR = compiled(
    r"(?: \((?:sửa đổi|sửa đổi, bổ sung)\))?(?:,? sửa đổi(?:, bổ sung)?)?(?: (?P<paren>\()?(?P<word>năm )?)"
    r"(?P<year>1[89]\d\d|20\d\d)(?(paren)\))(?![\d%]| ?[-/] ?\d|[.,]\d)"
)
_START = compiled(_AMENDING)
# "luật sư", "luật gia" are people; "pháp luật", "kỷ luật", "dự luật" are no law by name.
_COMPOUND_AFTER = compiled(r" (?:sư|gia|pháp|lệ|chơi|khoa|định|hóa)(?!\p{L})")
_COMPOUND_BEFORE = compiled(behind(*(f"{w} " for w in "pháp kỷ quy định dự trường học khoa ngành hãng giới".split())))


@dataclass(frozen=True, slots=True)
class NamedDate:
    """Where a name with its year ends, and the year or the full date."""

    end: int
    date: str


def law_year(text: str, start: int, at: int, limit: int, nameless: bool = False) -> NamedDate | None:
    """The year of the law whose type word is ``text[start:at]``; a ``nameless`` one needs no name after it.

    The name begins at ``at`` and runs, without a break word, to "năm 2013", "2013", "(năm 2013)" or a full date.
    """
    if _COMPOUND_AFTER.match(text, at) or (text[start] in "lb" and _COMPOUND_BEFORE.match(text, start)):
        return None
    opening = _START.match(text, at)
    if opening is not None and opening.end() > at:
        limit = max(limit, opening.end() + 100)
        at = opening.end()
    breaks = break_pattern()
    capital = text[start].isupper()
    for words in range(_NAME_WORDS):
        year = _YEAR.match(text, at) if words or nameless else None
        date = dated(text, at) if words else None
        if date is not None and date.iso:
            return NamedDate(date.end, date.iso)
        if year is not None:
            return NamedDate(year.end(), year["year"]) if capital or year["word"] else None
        phrase = law_name_pattern().match(text, at)
        if phrase is not None and at <= limit:
            # It may hold a type word ("theo hợp đồng"), at which the limit was set.
            at = phrase.end()
            limit = max(limit, at + _AFTER_PHRASE)
            continue
        step = _STEP.match(text, at, limit)
        if step is None or breaks.fullmatch(step["word"].lower()):
            return None
        if step["word"][0].isupper():
            capital = True
        at = step.end()
    return None


_ORDINAL = (
    r"(?:lần )?(?:thứ )?(?:\d{1,2}|[XVI]+(?!\p{L})|nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín"
    r"|mười(?: (?:một|hai|ba|tư))?)"
)
_CENTRAL = r"(?:(?:Ban [Cc]hấp hành |BCH ?)?(?:Trung ương|TW|TƯ|T\.Ư)(?: Đảng)?)"
_TERM = r"(?:,? khóa (?P<term>[XVI]+)|,? ?\(khóa (?P<term>[XVI]+)\))"
_BETWEEN = ", | và "
_ORDINALS = rf"(?P<ordinals>{_ORDINAL}(?:(?:{_BETWEEN}){_ORDINAL}){{0,4}}+)"
_PLENUM = compiled(
    told_apart(
        rf" (?:(?:của )?[Hh]ội nghị )?(?:{_CENTRAL} {_ORDINALS}|(?<=[Hh]ội nghị ){_ORDINALS},? (?:của )?{_CENTRAL})"
        rf"(?:{_TERM})?+(?!\p{{L}}|[.,]?\d|%)"
    )
)
_PARTING = compiled(_BETWEEN)
_WORDS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_ROMAN = {"I": 1, "V": 5, "X": 10}


@dataclass(frozen=True, slots=True)
class Plenum:
    """A plenum of the Party's Central Committee, cited at ``[start, end)``; ``term`` is None where it is not printed."""

    start: int
    end: int
    number: int | None
    term: int | None


def roman(numeral: str) -> int:
    """The value of a Roman numeral.

    >>> roman("XII"), roman("IX")
    (12, 9)
    """
    values = [_ROMAN[letter] for letter in numeral]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def _ordinal(text: str) -> int | None:
    word = text.removeprefix("lần ").removeprefix("thứ ").replace("bốn", "tư")
    if word.isdigit():
        return int(word)
    if word[0] in _ROMAN:
        return roman(word)
    ten, _, unit = word.partition(" ")
    if ten == "mười" and unit:
        return 11 if unit == "một" else 11 + _WORDS.index(unit) if unit in _WORDS else None
    return _WORDS.index(word) + 1 if word in _WORDS else None


def read_plenums(text: str, at: int) -> list[Plenum]:
    """The plenums named after "Nghị quyết", whose word ends at ``at``: "Trung ương 6, 7 khóa XII" are two.

    The first begins at ``at``, each further one at its number; the term belongs to them all, and to the last's span.
    """
    match = _PLENUM.match(text, at)
    if match is None:
        return []
    read = groups(match)
    term = roman(read["term"]) if "term" in read else None
    start = match.start("ordinals") if match["ordinals"] else match.start("ordinals__2")
    partings = [parting.span() for parting in _PARTING.finditer(text, start, start + len(read["ordinals"]))]
    ends = [*(parting[0] for parting in partings), start + len(read["ordinals"])]
    spans = list(zip((start, *(parting[1] for parting in partings)), ends, strict=True))
    return [
        Plenum(
            at if i == 0 else start,
            match.end() if i == len(spans) - 1 else end,
            _ordinal(text[start:end]),
            term,
        )
        for i, (start, end) in enumerate(spans)
    ]


def plenum_end(text: str, at: int) -> int | None:
    """Where a plenum's number ends after "Nghị quyết": "Trung ương 6, 7 khóa XII", "Hội nghị lần thứ sáu BCH …"."""
    match = _PLENUM.match(text, at)
    return match.end() if match else None
