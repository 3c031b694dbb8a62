import itertools
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.tokens import calendar
from extractor.tokens.calendar import find_calendar


def found(text: str) -> list[tuple[str, str]]:
    return [(text[s.start : s.end], s.kind) for s in find_calendar(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ngày 16/2/2016", "16/2/2016"),
        ("ban hành 16-02-2016", "16-02-2016"),
        ("từ ngày 3.5.2025", "3.5.2025"),
        ("ngày 16 tháng 2 năm 2016", "16 tháng 2 năm 2016"),
        ("tháng 7/2018 giảm", "tháng 7/2018"),
        ("6 tháng đầu năm 2018", "6 tháng đầu năm 2018"),
        ("trong 15 ngày đầu tháng 8/2024, giá tăng", "15 ngày đầu tháng 8/2024"),
        ("hai tuần cuối của năm, hàng về", "hai tuần cuối của năm"),
        ("nghỉ 14, 15 tháng 3/2024", "14, 15 tháng 3/2024"),
        ("từ 16-17 tháng Chạp, chợ đông", "16-17 tháng Chạp"),
        ("trong 3 ngày (5-7/8)", "5-7/8"),
        ("giải đấu (từ 28/7 - 2/8/2024) có 12 đội", "từ 28/7 - 2/8/2024"),
        ("mở cửa 8-10 giờ sáng", "8-10 giờ"),
        ("chín tháng đầu năm nay", "chín tháng đầu năm"),
        ("7 tháng từ đầu năm", "7 tháng từ đầu năm"),
        ("quý II/2025", "quý II/2025"),
        ("quý 2-2019", "quý 2-2019"),
        ("giai đoạn 2015 - 2018", "2015 - 2018"),
        ("năm học 2018-2019", "2018-2019"),
        ("lúc 18:43", "18:43"),
        ("khai mạc 20h00", "20h00"),
        ("chiều 22.4", "22.4"),
        ("Sáng 01/4", "01/4"),
        ("sáng 28-2", "28-2"),
        ("5 năm 2026 - 2030", "2026 - 2030"),
        ("Ngày 5/9", "5/9"),
        ("từ ngày 25-26/5/2019", "25-26/5/2019"),
        ("các ngày 14 và 15/3", "14 và 15/3"),
        ("vào khung 18 - 24 giờ", "18 - 24 giờ"),
        ("Khoảng 7 giờ, mưa to", "7 giờ"),
        ("đến 17 giờ; họp xong", "17 giờ"),
        ("tính chung 9 tháng, tỉnh thu", "9 tháng"),
        ("sản xuất 8 tháng tăng 7,84%", "8 tháng"),
        ("đưa doanh số bán hàng 9 tháng lên 512 triệu USD", "9 tháng"),
        ("riêng gạo 9 tháng hơn 640 triệu USD", "9 tháng"),
    ],
)
def test_expressions(text: str, expected: str) -> None:
    assert any(expected in piece and kind != "bare_day_month" for piece, kind in found(text))


@pytest.mark.parametrize(
    "text",
    [
        "đạt 5/9 tiêu chí",
        "1.240 hộ",
        "tập trung vào 3 hướng",
        "mỗi tháng hai lần",
        "sau 12 tháng",
        "trong vòng 6 tháng được 5 tỷ đồng",
        "tăng 2,5 lần",
        "2 năm đầu",
        "trong 3 ngày 2 đêm",
        "tối 12 người đến",
        "chủ nhật 14 xe chạy",
        "Sau 3 giờ, lửa tắt",
        "mất khoảng 8 giờ.",
        "khoảng 2 giờ mỗi ngày",
        "mỗi ngày 30 vụ",
        "Trung bình một ngày 12 chuyến",
        "sau 3 tháng giảm 5%",
    ],
)
def test_what_is_none(text: str) -> None:
    assert [piece for piece, kind in found(text) if kind != "bare_day_month"] == []


def test_a_day_and_month_without_a_sign_is_left_open() -> None:
    assert found("huyện đạt 5/9 tiêu chí") == [("5/9", "bare_day_month")]


def test_the_months_of_a_period_named_elsewhere() -> None:
    text = "Trong 9 tháng đầu năm, thu 12 tỷ đồng. Như vậy, 9 tháng thu đạt dự toán, sau 8 tháng chậm."
    assert [piece for piece, kind in found(text) if kind == "period"] == ["9 tháng đầu năm", "9 tháng"]


@given(st.text(alphabet="0123456789/-. :hngàytháăqúIVX\n,", max_size=120))
def test_any_text(text: str) -> None:
    spans = find_calendar(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all(0 <= s.start < s.end <= len(text) for s in spans)


@pytest.mark.timing
@pytest.mark.parametrize("unit", ["1/", "12-", "ngày 5, ", "tháng 2, ", "2015 - ", "quý I, ", "1 ", "5 tháng "])
def test_time_grows_with_the_text(unit: str) -> None:
    def seconds(n: int) -> float:
        text = unit * n
        best = 9.0
        for _ in range(3):
            start = process_time()
            find_calendar(text)
            best = min(best, process_time() - start)
        return best

    assert seconds(8_000) < 3.5 * seconds(4_000) + 0.05


_PIECES = st.sampled_from(
    "ngày tháng năm quý sáng thứ ba tư chủ nhật mùng vào từ kể đến tính trước và , hai mười một sáu I II/ IV/2019 V-"
    " đầu cuối giai đoạn niên khóa vụ năm học so với sinh SN Tết thế kỷ thập niên lúc giờ phút h g30 Ngày TỪ QUÝ của"
    " ( ) - / . : % 5 9 16 2018 2020 31/12 5-9 7/2018 18:43 20h00 2015-2020 2.500 nhiệm kỳ \n đầu nay xã khoảng".split(
        " "
    )
)


@given(st.lists(st.tuples(_PIECES, st.sampled_from([" ", " ", " ", ""])), max_size=14))
def test_expressions_begin_nowhere_but_where_they_are_tried(pieces: list[tuple[str, str]]) -> None:
    text = "".join(piece + space for piece, space in pieces)
    tried = {(start, number) for start, numbers in calendar._starts(text, text.lower()) for number in numbers}
    for number, pattern in enumerate(calendar._COMPILED):
        for start in range(len(text)):
            assert not pattern.match(text, start) or (start, number) in tried
