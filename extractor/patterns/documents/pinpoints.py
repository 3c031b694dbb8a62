"""The place inside a document that a citation points to: "điểm a khoản 4 Điều 355 Bộ luật Hình sự năm 2015".

A pinpoint stands before its document and outside its span; one in parentheses may follow it. It is read in a window of
bounded length before the document, from the first word from which it reaches the document without a gap.
"""

from __future__ import annotations

from extractor.lexicon.patterns import compiled
from extractor.patterns.found import FoundDocument

_WINDOW = 240
_LINK_LENGTH = 40
_UNIT = r"(?:[đĐ]iểm|[kK]hoản|[đĐ]iều|[mM]ục|[cC]hương|[pP]hần|[tT]iết|[pP]hụ lục|ĐIỀU|KHOẢN|ĐIỂM)"
# Each of them ends in one of these.
_UNIT_ENDS = ("iểm ", "hoản ", "iều ", "ục ", "ương ", "hần ", "iết ", "IỀU ", "HOẢN ", "IỂM ")
_LABEL = (
    r"(?:thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?!\p{L})"
    r"|\d{1,4}(?:\.\d{1,3}){0,4}+(?:[a-zđ]\d?)?+(?![\p{L}\d%/])"
    r"|[IVXLC]{1,6}+(?:\.\d{1,3}){0,4}+(?![\p{L}\d])"
    r"|[\"']?[a-zđA-ZĐ]{1,2}+\d?(?:\.\d{1,2})?+(?![\p{L}\d])[\"']?(?:\)(?= ))?)"
)
_ONE = rf"{_UNIT}(?: {_LABEL}(?:(?:, ?| và | hoặc | đến | ?[-;] ?){_LABEL})*+)"
_BETWEEN = r"(?:,? và (?:tại )?|,? hoặc |,? đến |, ?| - | của | thuộc | ?; ?| )"
_PINPOINT = rf"(?:(?:[cC]ác|[tT]ừ) )?{_ONE}(?:{_BETWEEN}(?:các )?{_ONE})*+"
_TO_DOCUMENT = (
    r"(?: ?[,-] ?(?:của )?| (?:của|thuộc|trong|tại|ban hành kèm theo|kèm theo) | ?\(| )(?:(?:các|cùng) )?[\"']?"
)
# What a longer word before the document may be: the last of an ordinal, or what links a label with it.
_LINKS = (*"của thuộc trong tại các cùng nhất hai ba tư năm sáu bảy tám chín mười".split(), "kèm theo")
# A set of letters first, for which the engine scans.
_ANCHOR = compiled(
    r"[cCtTđĐkKmMpP](?<!\p{L}[cCtTđĐkKmMpP])"
    rf"(?:(?<=[cC])ác {_UNIT}|(?<=[tT])ừ {_UNIT}|(?<=[đĐ])(?:iểm|iều)|(?<=[kK])hoản|(?<=[mM])ục|(?<=[cC])hương|(?<=[pP])hần"
    r"|(?<=[tT])iết|(?<=[pP])hụ lục|(?<=Đ)(?:IỀU|IỂM)|(?<=K)HOẢN) "
)
_BEFORE = compiled(rf"(?P<pinpoint>{_PINPOINT}){_TO_DOCUMENT}")
_AFTER = compiled(rf" ?\((?P<pinpoint>{_PINPOINT})\)")


def pinpoint_before(text: str, start: int, done: int) -> tuple[int, int] | None:
    """The span of the pinpoint that leads to the document at ``start``, not beginning before ``done``."""
    low = max(done, start - _WINDOW)
    if not _may_follow_label(text[max(low, start - _LINK_LENGTH) : start]):
        return None
    window = text[low:start]
    if not any(unit in window for unit in _UNIT_ENDS):
        return None
    for anchor in _ANCHOR.finditer(text, low, start):
        match = _BEFORE.fullmatch(text, anchor.start(), start)
        if match is not None:
            return match.span("pinpoint")
    return None


def _may_follow_label(before: str) -> bool:
    """Whether a label may end before a document: it is short, or no word."""
    before = before.rstrip(" ,-(\"'")
    word = before.rpartition(" ")[2]
    return len(word) < 3 or not word.isalpha() or word.isupper() or before.endswith(_LINKS)


def find_pinpoints(text: str, documents: list[FoundDocument]) -> None:
    """Set ``pinpoint`` of each document that has one, in place; the documents are sorted."""
    done = 0
    for index, document in enumerate(documents):
        document.pinpoint = pinpoint_before(text, document.start, done)
        done = document.end
        if document.pinpoint is None:
            limit = documents[index + 1].start if index + 1 < len(documents) else len(text)
            match = _AFTER.match(text, document.end, limit) if "(" in text[document.end : document.end + 2] else None
            if match is not None:
                document.pinpoint = match.span("pinpoint")
                done = match.end()
