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
