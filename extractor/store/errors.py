"""What can stop the use of a store, each in one sentence."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from extractor.records import Message

Code = Literal["newer", "not_a_store", "missing", "locked", "in_use", "full", "damaged", "unwritable", "other_rules"]

_REASONS: dict[Code, tuple[str, str]] = {
    "newer": (
        "{path}: kho này do soatso bản mới hơn tạo ra (lược đồ {found}, ở đây chỉ biết {known}); hãy nâng cấp soatso.",
        "{path}: this store was made by a newer soatso (schema {found}, this one knows {known}); upgrade soatso.",
    ),
    "not_a_store": (
        "{path}: tệp này không phải kho của soatso; hãy chỉ một tệp khác hoặc một tệp chưa có.",
        "{path}: this file is not a store of soatso; name another, or one that does not exist yet.",
    ),
    "missing": (
        "{path}: không có kho này; hãy kiểm tra lại đường dẫn.",
        "{path}: there is no such store; check the path.",
    ),
    "locked": (
        "{path}: kho đang bị một chương trình khác khóa; hãy đóng nó rồi chạy lại.",
        "{path}: the store is locked by another program; close that and run again.",
    ),
    "in_use": (
        "{path}: một lượt chạy khác đang ghi vào kho này; hãy đợi nó xong.",
        "{path}: another run is writing into this store; wait until it is done.",
    ),
    "full": (
        "{path}: hết chỗ trên đĩa hoặc không ghi được nữa; hãy giải phóng chỗ rồi chạy lại, kho vẫn nguyên vẹn"
        " và lượt chạy sẽ tiếp tục từ chỗ dừng.",
        "{path}: the disk is full or takes no more; make room and run again: the store is whole, and the run goes on"
        " where it stopped.",
    ),
    "damaged": (
        "{path}: kho bị hỏng ({reason}); hãy khôi phục từ bản sao.",
        "{path}: the store is damaged ({reason}); restore it from a copy.",
    ),
    "unwritable": (
        "{path}: không mở được kho ({reason}); hãy kiểm tra đường dẫn và quyền ghi.",
        "{path}: the store cannot be opened ({reason}); check the path and its permissions.",
    ),
    "other_rules": (
        "{path}: kho này nhóm bài trùng theo phiên bản khác của rensa ({found}, ở đây là {known}); hãy cài bản đó.",
        "{path}: this store groups copies by another version of rensa ({found}, here it is {known}); install that one.",
    ),
}

_DISK = ("full", "disk I/O error")


class StoreError(Exception):
    """A store that cannot be used; ``code`` tells why, ``message`` says it in both languages."""

    def __init__(self, code: Code, path: str, **values: object) -> None:
        vi, en = (said.format(path=path, **values) for said in _REASONS[code])
        super().__init__(en)
        self.code = code
        self.message = Message(vi=vi, en=en)


@contextmanager
def told(path: str) -> Iterator[None]:
    """Turns the errors of SQLite into a :class:`StoreError`."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise store_error(path, error) from error


def store_error(path: str, error: sqlite3.Error) -> StoreError:
    """What an error of SQLite means for the person who uses the store."""
    said = str(error)
    name = getattr(error, "sqlite_errorname", "") or ""
    if "locked" in said or name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return StoreError("locked", path)
    if any(word in said for word in _DISK):
        return StoreError("full", path)
    if "not a database" in said:
        return StoreError("not_a_store", path)
    if "malformed" in said:
        return StoreError("damaged", path, reason=said)
    return StoreError("unwritable", path, reason=said)
