"""Laws by name and year ("Luật Đất đai năm 2013") and plenum resolutions ("Nghị quyết Trung ương 6, 7 khóa XII")."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from extractor.patterns.documents.dates import dated
from extractor.patterns.documents.lexicon import break_pattern, law_name_pattern

_NAME_WORDS = 18
_AFTER_PHRASE = 40
_AMENDING = r"(?: [sS]ửa đổi(?:, bổ sung)? (?:một số|các) điều(?: của)?(?: các)? (?:Bộ luật|[Ll]uật|Pháp lệnh))?+"
_STEP = regex.compile(r"(?P<comma>,)?(?: - | |-)(?P<word>\p{L}+)(?!\p{L})")
_YEAR = regex.compile(
    r"(?: \((?:sửa đổi|sửa đổi, bổ sung)\))?(?:,? sửa đổi(?:, bổ sung)?)?(?: (?P<paren>\()?(?P<word>năm )?)"
    r"(?P<year>1[89]\d\d|20\d\d)(?(paren)\))(?![\d%]| ?[-/] ?\d|[.,]\d)"
)
_START = regex.compile(_AMENDING)
# "luật sư", "luật gia" are people; "pháp luật", "kỷ luật", "dự luật" are no law by name.
_COMPOUND_AFTER = regex.compile(r" (?:sư|gia|pháp|lệ|chơi|khoa|định|hóa)(?!\p{L})")
_COMPOUND_BEFORE = regex.compile(r"(?<=(?:pháp|kỷ|quy|định|dự|trường|học|khoa|ngành|hãng|giới) )")


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
_TERM = r"(?:,? \(?khóa [XVI]+\)?)"
_PLENUM = regex.compile(
    rf" (?:(?:của )?[Hh]ội nghị )?(?:{_CENTRAL} {_ORDINAL}(?:(?:, | và ){_ORDINAL}){{0,4}}+"
    rf"|(?<=[Hh]ội nghị ){_ORDINAL}(?:,? (?:của )?{_CENTRAL}))(?:{_TERM})?+(?!\p{{L}}|[.,]?\d|%)"
)


def plenum_end(text: str, at: int) -> int | None:
    """Where a plenum's number ends after "Nghị quyết": "Trung ương 6, 7 khóa XII", "Hội nghị lần thứ sáu BCH …"."""
    match = _PLENUM.match(text, at)
    return match.end() if match else None
