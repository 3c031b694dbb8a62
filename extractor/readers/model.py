"""What reading gives: an article with its notes, or a rejected input with its reason."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from extractor.article import Article
from extractor.records import Message, Problem
from extractor.records.types import Frozen

MAX_CHARACTERS = 20_000_000
"""An article of more characters is rejected: a whole newspaper, not an article."""

MAX_BYTES = 4 * MAX_CHARACTERS
"""More bytes than this are not read of one file or of one line: no article within the limit needs them."""

_REASONS: dict[str, tuple[str, str]] = {
    "missing": (
        "Không tìm thấy tệp hay thư mục này; hãy kiểm tra lại đường dẫn.",
        "There is no such file or folder; check the path.",
    ),
    "is_url": (
        "Đây là địa chỉ web, không phải tệp; hãy tải trang về rồi đưa đường dẫn của tệp đã tải.",
        "This is a web address, not a file; download the page and give the path of the file.",
    ),
    "vanished": (
        "Tệp đã biến mất trong khi đang chạy; hãy đưa nó trở lại rồi chạy lại.",
        "The file disappeared while the run was under way; bring it back and run again.",
    ),
    "no_match": (
        "Không có tệp nào khớp với mẫu này; hãy kiểm tra lại mẫu.",
        "No file matches this pattern; check the pattern.",
    ),
    "empty_folder": (
        "Thư mục không có tệp nào đọc được ({endings}); hãy chỉ thẳng tệp nếu nó có đuôi khác.",
        "The folder holds no file of a known ending ({endings}); name a file of another ending directly.",
    ),
    "unreadable": (
        "Không đọc được ({reason}); hãy kiểm tra quyền đọc.",
        "It cannot be read ({reason}); check its permissions.",
    ),
    "empty": (
        "Không có chữ nào bên trong; hãy kiểm tra lại nguồn đã tạo ra nó.",
        "There is no text in it; check what produced it.",
    ),
    "binary": (
        "Đây là dữ liệu nhị phân ({what}), không phải văn bản; hãy chuyển sang văn bản hoặc HTML trước.",
        "This is binary data ({what}), not text; convert it to text or HTML first.",
    ),
    "undecodable": (
        "Không nhận ra bảng mã của văn bản; hãy lưu lại bằng UTF-8.",
        "The encoding of the text is not recognised; save it as UTF-8.",
    ),
    "no_article": (
        "Trang HTML không có nội dung bài viết; hãy kiểm tra trang đã tải về.",
        "The HTML page holds no article text; check the page that was saved.",
    ),
    "index_page": (
        "Đây là trang chủ hay trang chuyên mục gồm các liên kết, không phải một bài viết; hãy đưa trang của từng bài.",
        "This is a home or section page made of links, not an article; give the pages of the articles.",
    ),
    "html_failed": (
        "Trang HTML hỏng, không rút được nội dung ({reason}); hãy đưa văn bản thuần của bài viết.",
        "The HTML page is broken and its text cannot be extracted ({reason}); give the article as plain text.",
    ),
    "html_too_complex": (
        "Trang HTML quá lớn hoặc lồng quá sâu ({size}, giới hạn {limit}); hãy đưa văn bản thuần của bài viết.",
        "The HTML page is too large or too deeply nested ({size}, limit {limit}); give the article as plain text.",
    ),
    "unreadable_docx": (
        "Tài liệu Word hỏng hoặc không phải .docx ({reason}); hãy mở và lưu lại thành .docx, hoặc dán chữ vào.",
        "The Word document is broken or no .docx ({reason}); open it and save it as .docx, or paste its text.",
    ),
    "too_large": (
        "Quá lớn cho một bài viết (giới hạn {limit}); hãy chia nhỏ hoặc kiểm tra lại nguồn.",
        "Too large for one article (the limit is {limit}); split it or check where it came from.",
    ),
    "not_json": (
        "Dòng này không phải JSON hợp lệ ({reason}); hãy sửa hoặc xuất lại dòng này.",
        "This line is not valid JSON ({reason}); mend it or export it again.",
    ),
    "not_object": (
        'Dòng này là JSON nhưng không phải một đối tượng; hãy viết {{"id": …, "text": …}}.',
        'This line is JSON but not an object; write {{"id": …, "text": …}}.',
    ),
    "no_text": (
        'Đối tượng JSON không có {wanted} có chữ (các khóa: {keys}); hãy đặt nội dung bài vào "text".',
        'The JSON object has no {wanted} with text in it (its keys: {keys}); put the article into "text".',
    ),
    "cut_short": (
        "Tệp nén bị cụt, không đọc được gì sau chỗ cụt; hãy tải hay nén lại tệp này.",
        "The compressed file is cut short and nothing after the cut can be read; fetch or compress it again.",
    ),
    "broken_compression": (
        "Tệp nén bị hỏng ({reason}), không đọc được gì sau chỗ hỏng; hãy tải hay nén lại tệp này.",
        "The compressed file is broken ({reason}) and nothing after that can be read; fetch or compress it again.",
    ),
    "needs_extra": (
        "Muốn đọc loại tệp này ({what}) cần cài thêm: pip install 'soatso[batch]'.",
        "Reading this kind of file ({what}) needs an extra: pip install 'soatso[batch]'.",
    ),
    "needs_file": (
        "Không đọc được Parquet từ đầu vào chuẩn hay tệp nén; hãy đưa đường dẫn của tệp Parquet.",
        "Parquet cannot be read from standard input or within a compressed file; give the path of the Parquet file.",
    ),
    "broken_table": (
        "Tệp Parquet bị hỏng ({reason}); hãy tải hay xuất lại tệp này.",
        "The Parquet file is broken ({reason}); fetch or export it again.",
    ),
    "broken_row_group": (
        "{rows} dòng cuối của nhóm dòng này trong tệp Parquet bị hỏng ({reason}); hãy tải hay xuất lại tệp.",
        "The last {rows} rows of this row group of the Parquet file are broken ({reason}); fetch or export it again.",
    ),
    "no_text_column": (
        "Bảng không có cột chữ {wanted} (các cột: {columns}); hãy chỉ cột chứa bài bằng --text-column.",
        "The table has no text column {wanted} (its columns: {columns}); name the article's by --text-column.",
    ),
    "no_row_text": (
        "Dòng này của bảng không có chữ trong cột {wanted}; hãy kiểm tra lại nguồn đã tạo ra nó.",
        "This row of the table has no text in the column {wanted}; check what produced it.",
    ),
    "broken_record": (
        "Bản ghi WARC ở vị trí byte này bị hỏng ({reason}); hãy tải lại trang hay tệp này.",
        "The WARC record at this byte offset is broken ({reason}); crawl the page or fetch the file again.",
    ),
    "no_pages": (
        "Tệp WARC không có trang HTML nào tải được trọn vẹn (trạng thái 200); hãy kiểm tra lại lần thu thập.",
        "The WARC file holds no HTML page that was answered with status 200; check the crawl.",
    ),
}

_PROBLEMS: dict[str, tuple[str, str]] = {
    "broken_utf8": (
        "Văn bản UTF-8 có {count} chỗ hỏng, mỗi chỗ được thay bằng ký tự U+FFFD.",
        "The UTF-8 text is broken in {count} places, each replaced by U+FFFD.",
    ),
    "broken_utf16": (
        "Văn bản UTF-16/32 có {count} chỗ hỏng, mỗi chỗ được thay bằng ký tự U+FFFD.",
        "The UTF-16/32 text is broken in {count} places, each replaced by U+FFFD.",
    ),
    "guessed_encoding": (
        "Không chắc bảng mã của văn bản; đã đọc như {encoding}, chữ có dấu có thể sai.",
        "The encoding of the text is uncertain; it was read as {encoding}, accented letters may be wrong.",
    ),
    "legacy_encoding": (
        "{count} dòng viết bằng bảng mã cũ {encoding}, đã chuyển sang Unicode khi đọc.",
        "{count} lines are in the legacy encoding {encoding}; they were converted to Unicode when read.",
    ),
    "legacy_encoding_kept": (
        "Có chữ viết bằng bảng mã cũ ({encoding}) không chuyển được chắc chắn, giữ nguyên như đã đọc.",
        "Some words are in a legacy encoding ({encoding}) that can't be converted safely; they are kept as read.",
    ),
    "mojibake": (
        "{count} dòng UTF-8 bị đọc nhầm bảng mã (“Viá»‡t”), đã khôi phục khi đọc.",
        "{count} lines of UTF-8 had been misread (“Viá»‡t”); they were repaired when read.",
    ),
    "lone_surrogate": (
        "Văn bản có {count} nửa ký tự (surrogate) lẻ, mỗi nửa được thay bằng ký tự U+FFFD.",
        "The text holds {count} lone surrogates, each replaced by U+FFFD.",
    ),
}


PROBLEM_CODES = frozenset(code.removesuffix("_kept") for code in _PROBLEMS)
"""The codes of problems that reading finds; a record has others of its own."""


class Rejected(Frozen):
    """An input that gives no article: what it was, a stable code, and one sentence saying what to do."""

    source: str
    code: str
    message: Message


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article, with what could not be read as it should; the record carries these problems on."""

    article: Article
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class RawInput:
    """One input as it lies in its file: quick to read, and not yet decoded, parsed or judged.

    It can be sent to another process, where :func:`extractor.readers.parse` makes the article of it; that is
    where the time goes.

    Attributes:
        kind: ``text`` and ``html`` are the bytes of a file, ``line`` those of a line of JSON Lines, ``row`` a
            row of a table by its columns, ``page`` the HTML of a crawled page.
        data: the bytes, or the row.
        source: how it is called in records and messages.
        id: the article's id; None where the fields or the content give it.
        text_column: the field of a line or row that holds the text; None for ``text`` or ``html``.
        charset: what the server said of a page's encoding.
        url: where a page was crawled.
        extra: what else is known of a page.
    """

    kind: Literal["text", "html", "line", "row", "page"]
    data: bytes | dict[str, Any]
    source: str
    id: str | None = None
    text_column: str | None = None
    charset: str | None = None
    url: str | None = None
    extra: dict[str, Any] | None = None


Warn = Callable[[Problem], None]


def rejected(source: str, code: str, **values: object) -> Rejected:
    """The rejection of ``source`` for the reason ``code``, with its sentence in both languages."""
    vi, en = _REASONS[code]
    return Rejected(source=source, code=code, message=Message(vi=vi.format(**values), en=en.format(**values)))


def problem(code: str, *, span: tuple[int, int] | None = None, text: str | None = None, **values: object) -> Problem:
    """A note on an article that was read. The codes ``*_kept`` share the code of the converted kind."""
    vi, en = _PROBLEMS[code]
    message = Message(vi=vi.format(**values), en=en.format(**values))
    return Problem(code=code.removesuffix("_kept"), span=span, text=text, message=message)


def printable(path: str | os.PathLike[str]) -> str:
    """A path as text that can always be written out, whatever bytes its name is made of.

    >>> printable("tin/b\\udce0i.txt")
    'tin/b�i.txt'
    """
    return os.fspath(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def why(error: Exception) -> str:
    """The reason of an error in a few words, without the path."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return (reason.encode("utf-8", "replace").decode("utf-8") or type(error).__name__)[:120]
