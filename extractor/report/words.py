"""What the report says, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from extractor.records import Message, Verdict

Lang = Literal["vi", "en"]

MARKS: Mapping[Verdict, str] = {"consistent": "✓", "truncated": "≈", "inconsistent": "✗", "undetermined": "?"}

_WORDS: Mapping[str, Message] = {
    "consistent": Message(vi="khớp", en="consistent"),
    "truncated": Message(vi="cắt số", en="truncated"),
    "inconsistent": Message(vi="không khớp", en="inconsistent"),
    "undetermined": Message(vi="không xác định", en="undetermined"),
    "inferred": Message(vi="phép tính suy ra, không tính là cảnh báo", en="inferred claim, no alarm"),
    "low": Message(vi="mức nhẹ", en="low severity"),
    "elsewhere": Message(vi="đoạn {n}: ", en="paragraph {n}: "),
    "no_claims": Message(
        vi="Không thấy phép tính nào giữa các số liệu của bài.",
        en="No arithmetic between the figures of this article was found.",
    ),
    "others": Message(vi="Điều khác cần xem lại:", en="Other things to look at:"),
    "derived": Message(vi="Suy ra từ số liệu của bài:", en="What the figures imply:"),
    "coverage": Message(
        vi="Kiểm tra được {checked}/{percentages} con số phần trăm",
        en="Percentages checked: {checked} of {percentages}",
    ),
    "no_whole": Message(vi="không công bố tổng số", en="the whole is not published"),
    "no_part": Message(vi="không công bố số của riêng phần đó", en="the part is not published"),
    "no_level": Message(vi="không công bố mức trước hoặc sau", en="a level before or after is not published"),
    "all": Message(vi="100%, nói là tất cả", en="100%, said of all"),
    "rate": Message(vi="mức lãi, mức thuế hoặc tỷ suất", en="a rate of interest, of tax or the like"),
    "range_or_vague": Message(vi="chỉ là khoảng hoặc mức chặn", en="a range or a mere bound"),
    "vague": Message(vi="số liệu đi kèm quá ước chừng", en="held to figures that are too vague"),
    "more": Message(vi=" Điều khác cần xem lại: {others}.", en=" Other findings: {others}."),
    "summary": Message(
        vi="{articles} bài, {documents} văn bản, {figures} số liệu, {claims} phép tính. Cảnh báo: {alarms}.",
        en="Articles {articles}, documents {documents}, figures {figures}, claims {claims}. Alarms: {alarms}.",
    ),
}


def say(key: str, lang: Lang, **values: object) -> str:
    """A sentence of the report.

    >>> say("low", "en")
    'low severity'
    """
    return pick(_WORDS[key], lang).format(**values)


def pick(message: Message, lang: Lang) -> str:
    """A message in one of its languages."""
    return message.vi if lang == "vi" else message.en


def thousands(number: int, lang: Lang) -> str:
    """A count with its thousands grouped as the language does.

    >>> thousands(12345, "vi"), thousands(12345, "en")
    ('12.345', '12,345')
    """
    grouped = f"{number:,}"
    return grouped.replace(",", ".") if lang == "vi" else grouped
