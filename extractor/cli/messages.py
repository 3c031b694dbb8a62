"""What the commands say on standard error, in both languages."""

from __future__ import annotations

from extractor.records import Message

DONE = Message(
    vi="Đã đọc {articles} bài, {rejected} đầu vào không đọc được.",
    en="Articles read: {articles}; inputs that could not be read: {rejected}.",
)
PROGRESS = Message(vi="{articles} bài…", en="{articles} articles…")
UNWRITABLE = Message(vi="không ghi được kết quả: {reason}", en="the output cannot be written: {reason}")
NO_FOLDER = Message(vi="không có thư mục {folder}; hãy tạo trước", en="there is no folder {folder}; make it first")
NEEDS_FILE = Message(vi="parquet cần một tệp: --output TỆP", en="parquet needs a file: --output FILE")
NEEDS_EXTRA = Message(
    vi="parquet cần phần mở rộng: pip install 'soatso[batch]'", en="parquet needs an extra: pip install 'soatso[batch]'"
)
NEEDS_FLOORS = Message(vi="cần thêm --floors TỆP", en="needs --floors FILE")
UNREADABLE = Message(
    vi="không đọc được {path} ({reason}); hãy kiểm tra lại đường dẫn",
    en="{path} cannot be read ({reason}); check the path",
)
UNWRITABLE_FILE = Message(
    vi="không ghi được {path} ({reason}); hãy chọn nơi khác",
    en="{path} cannot be written ({reason}); choose another place",
)
