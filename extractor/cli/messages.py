"""What the commands say on standard error, in both languages."""

from __future__ import annotations

from extractor.records import Message

EXTRACTION_FAILED = Message(
    vi="Lỗi của chương trình khi xử lý bài này ({error}); bản ghi để trống, xin báo lỗi kèm theo bài.",
    en="The program failed on this article ({error}); its record is left empty, please report it with the article.",
)
DONE = Message(
    vi="Đã đọc {articles} bài, {rejected} đầu vào không đọc được.",
    en="Articles read: {articles}; inputs that could not be read: {rejected}.",
)
PROGRESS = Message(vi="{articles} bài…", en="{articles} articles…")
