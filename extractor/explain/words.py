"""What explanations say, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from extractor.explain.model import Role
from extractor.patterns.policy import Precedence
from extractor.patterns.trace import Reason
from extractor.records import Message

REASONS: Mapping[Reason, tuple[Precedence, Message]] = {
    "document": ("document", Message(vi="nằm trong văn bản", en="inside a document")),
    "calendar": ("calendar", Message(vi="thời gian ({detail})", en="calendar expression ({detail})")),
    "address": ("address", Message(vi="địa chỉ mạng hoặc thư điện tử", en="web or mail address")),
    "name": ("name", Message(vi="thuộc một tên riêng", en="part of a name")),
    "glued": ("name", Message(vi="dính liền chữ: mã hiệu", en="glued to letters: a code")),
    "phone": (
        "name",
        Message(vi="số điện thoại hoặc mã có số 0 đứng đầu", en="telephone, or digits with a leading zero"),
    ),
    "expression": ("name", Message(vi="cụm từ cố định", en="fixed expression")),
    "no_number": ("no_number", Message(vi="chữ này ở đây không phải số", en="no number here")),
    "vague": ("no_number", Message(vi="ước chừng, không có giá trị để đọc", en="vague, no value to read")),
    "pair": (
        "label",
        Message(
            vi="hai số đi liền là ngày, nhãn hoặc địa chỉ, không phải tỷ số", en="a date, label or address, no ratio"
        ),
    ),
    "label": ("label", Message(vi="nhãn: số gọi tên hoặc xếp thứ tự", en="label: it names or orders")),
    "no_unit": (
        "single",
        Message(vi="không có đơn vị, câu không nêu là số lượng", en="no unit, and not stated as an amount"),
    ),
    "other_word": ("no_number", Message(vi="chữ này ở đây mang nghĩa khác", en="the word means something else here")),
    "equipment": ("label", Message(vi="hạng của thiết bị, không phải số đo", en="a class of equipment, no measure")),
    "day_month": ("calendar", Message(vi="có dạng ngày và tháng", en="shaped like a day and month")),
    "grade": ("label", Message(vi="cấp bậc, theo chữ đứng sau", en="a grade, by the words behind")),
    "fraction": ("no_number", Message(vi="phân số viết bằng chữ", en="a fraction in words")),
    "one_of": ("no_number", Message(vi="một trong số những cái sau đó", en="one among those behind")),
}

FIGURES: Mapping[str, Message] = {
    "guessed": Message(
        vi="đơn vị không có trong từ vựng, lấy theo từ đứng sau",
        en="unit not in the lexicon, taken from the words behind",
    ),
    "default": Message(vi="không in đơn vị ở sau, hiểu ngầm", en="no unit is printed behind, it goes without saying"),
    "shared": Message(vi="chung đơn vị với số cuối dãy", en="shares the unit of the last in the list"),
}

CALENDAR: Mapping[str, Message] = {
    "date": Message(vi="ngày", en="date"),
    "month": Message(vi="tháng", en="month"),
    "year": Message(vi="năm", en="year"),
    "period": Message(vi="thời kỳ", en="period"),
    "clock": Message(vi="giờ", en="clock time"),
    "bare_day_month": Message(vi="dạng ngày/tháng", en="shaped like day/month"),
}

LOSSES: Mapping[str, Message] = {
    "number": Message(vi="số “{text}” không phải số liệu", en="the number “{text}” is no figure"),
    "calendar": Message(vi="“{text}” không đọc là thời gian ({detail})", en="“{text}” is not read as a {detail}"),
    "label": Message(
        vi="“{text}” không thành nhãn, vì đơn vị theo sau", en="“{text}” makes no label, for a unit follows"
    ),
    "unit": Message(vi="đơn vị “{text}”", en="the unit “{text}”"),
    "numbers": Message(vi="các số {text} không phải số liệu", en="the numbers {text} are no figures"),
    "reading": Message(vi="cách đọc {text}", en="the reading {text}"),
}
INSIDE = Message(vi="“{text}” ({detail}) thuộc về văn bản", en="“{text}” ({detail}) belongs to the document")

ROLES: Mapping[Role, Message] = {
    "type": Message(vi="loại văn bản", en="document type"),
    "symbol": Message(vi="ký hiệu", en="symbol"),
    "issuer": Message(vi="nơi ban hành", en="issuer"),
    "unit": Message(vi="đơn vị", en="unit"),
    "magnitude": Message(vi="bậc số", en="magnitude"),
    "modifier": Message(vi="từ chỉ độ chính xác", en="modifier"),
    "label": Message(vi="nhãn", en="label"),
    "name": Message(vi="tên, cụm từ", en="name or expression"),
    "word": Message(vi="từ", en="word"),
}

LINES: Mapping[str, Message] = {
    "document": Message(vi="văn bản", en="document"),
    "figure": Message(vi="số liệu", en="figure"),
    "set_aside": Message(vi="để riêng", en="set aside"),
    "rule": Message(vi="mẫu", en="pattern"),
    "reads": Message(vi="đọc", en="reads"),
    "exact": Message(vi="đúng từng đơn vị", en="exact"),
    "ulp": Message(vi="đến {ulp}", en="to {ulp}"),
    "stands_for": Message(vi="đại diện", en="stands for"),
    "alternatives": Message(vi="cũng có thể là", en="or perhaps"),
    "concept": Message(vi="về", en="of"),
    "lexicon": Message(vi="từ vựng", en="lexicon"),
    "lost": Message(vi="thua", en="lost"),
    "claims": Message(vi="phép tính", en="claims"),
    "nothing": Message(vi="Không thấy văn bản hay con số nào.", en="No documents and no numbers were found."),
    "policy": Message(
        vi="Thứ tự ưu tiên (extractor/patterns/policy.py), những quy tắc được nhắc ở trên:",
        en="Order of precedence (extractor/patterns/policy.py), the rules named above:",
    ),
    "policy_rule": Message(vi="quy tắc {n}", en="rule {n}"),
}
