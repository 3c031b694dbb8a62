"""What the commands say on standard error, in both languages."""

from __future__ import annotations

from extractor.records import Message

DONE = Message(
    vi="Đã đọc {articles} bài, {rejected} đầu vào không đọc được.",
    en="Articles read: {articles}; inputs that could not be read: {rejected}.",
)
PROGRESS = Message(vi="{articles} bài…", en="{articles} articles…")
