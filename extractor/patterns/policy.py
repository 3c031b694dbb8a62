"""What wins where several readings want the same letters. This is the one place where that is written down.

Documents are read first, and what they take is theirs. Numbers are then read from left to right; each is given
to the first rule of :data:`POLICY` that wants it, with two exceptions that the rules themselves state: a label
gives way to a unit that settles that the number counts, and a bare day and month to a ratio. Within one rule the
longest match wins. What modules of the patterns do follows this order, and ``soatso explain`` quotes it.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from extractor.records import Message

Precedence = Literal[
    "document", "calendar", "address", "name", "no_number", "ratio", "range", "list", "label", "single"
]


class Rule(NamedTuple):
    """One rule of the policy; ``says`` is the sentence that is shown of it."""

    name: Precedence
    says: Message


POLICY: tuple[Rule, ...] = (
    Rule(
        "document",
        Message(
            vi="Văn bản đứng trước hết: số, ngày và năm nằm trong trích dẫn văn bản không phải số liệu.",
            en="A document comes first: numbers, dates and years inside its citation are no figures.",
        ),
    ),
    Rule(
        "calendar",
        Message(
            vi="Ngày, tháng, năm, giờ và thời kỳ không phải số liệu; riêng cặp số như 5/9 không có dấu hiệu là ngày"
            " thì nhường cho tỷ số.",
            en="Dates, years, clock times and periods are no figures; only a pair like 5/9 without a sign of a date"
            " gives way to a ratio.",
        ),
    ),
    Rule(
        "address",
        Message(
            vi="Số trong địa chỉ mạng và thư điện tử không phải số liệu.",
            en="Numbers in web and mail addresses are no figures.",
        ),
    ),
    Rule(
        "name",
        Message(
            vi="Số thuộc tên riêng, cụm từ cố định, mã hiệu hay số điện thoại không phải số liệu.",
            en="Numbers of names, fixed expressions, codes and telephones are no figures.",
        ),
    ),
    Rule(
        "no_number",
        Message(
            vi="Chữ trùng với số từ nhưng mang nghĩa khác, và số ước chừng không đọc được thành giá trị, được để riêng.",
            en="Words that look like numbers and mean something else, or give no value to read, are set aside.",
        ),
    ),
    Rule(
        "ratio",
        Message(
            vi="Hai số nối thành tỷ số được đọc chung, trước khoảng, dãy và số đơn.",
            en="Two numbers joined as a ratio are read together, before ranges, lists and single numbers.",
        ),
    ),
    Rule(
        "range",
        Message(
            vi="Khoảng từ số này đến số kia được đọc chung, trước dãy và số đơn.",
            en="A range is read whole, before lists and single numbers.",
        ),
    ),
    Rule(
        "list",
        Message(
            vi="Dãy số chung một đơn vị được đọc chung, trước số đơn.",
            en="Numbers that share the unit of the last are read together, before single numbers.",
        ),
    ),
    Rule(
        "label",
        Message(
            vi="Số gọi tên hay xếp thứ tự (Điều 5, lớp 10) không phải số liệu, trừ khi đơn vị theo sau cho thấy nó đếm.",
            en="A number that names or orders (Điều 5, lớp 10) is no figure, unless a unit behind it says that it"
            " counts after all.",
        ),
    ),
    Rule(
        "single",
        Message(
            vi="Số còn lại là số liệu nếu có đơn vị hoặc được câu nêu rõ là số lượng; đơn vị dài nhất thắng.",
            en="What is left is a figure if it has a unit or the sentence states it as an amount; the longest unit wins.",
        ),
    ),
)
