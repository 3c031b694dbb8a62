"""Base, period, place and shared-out subjects of figures, on sentences as provincial papers print them."""

from __future__ import annotations

import pytest

from extractor.article import Article
from extractor.record import build_record
from extractor.records import Figure


def figures(text: str, published: str | None = None, title: str | None = None) -> list[Figure]:
    return list(build_record(Article(id="a", text=text, published=published, title=title)).figures)


PERIODS = [
    ("Trong 6 tháng đầu năm 2018, xã có 12 hộ thoát nghèo.", "2018-01/2018-06"),
    ("9 tháng năm 2019, huyện xảy ra 12 vụ cháy.", "2019-01/2019-09"),
    ("Sáu tháng cuối năm 2019, huyện xảy ra 12 vụ cháy.", "2019-07/2019-12"),
    ("Quý II/2025, sở tiếp nhận 120 hồ sơ.", "2025-04/2025-06"),
    ("Quý III năm 2025, sở tiếp nhận 120 hồ sơ.", "2025-07/2025-09"),
    ("Nửa đầu năm 2019, huyện xảy ra 12 vụ cháy.", "2019-01/2019-06"),
    ("Giai đoạn 2015 – 2018, huyện xây 12 trường học.", "2015/2018"),
    ("Từ năm 2015 đến nay, huyện xây 12 trường học.", "2015/.."),
    ("Từ năm 2015 đến năm 2018, huyện xây 12 trường học.", "2015/2018"),
    ("Năm 2018, huyện xây 12 trường học.", "2018"),
    ("Tháng 7/2018, huyện xây 12 trường học.", "2018-07"),
    ("Tháng 7 năm 2018, huyện xây 12 trường học.", "2018-07"),
    ("Ngày 16/2/2016, huyện trao 12 căn nhà.", "2016-02-16"),
    ("Ngày 16 tháng 2 năm 2016, huyện trao 12 căn nhà.", "2016-02-16"),
    ("Từ ngày 1/1/2019 đến ngày 31/3/2019, huyện xảy ra 12 vụ cháy.", "2019-01-01/2019-03-31"),
    ("Đến hết năm 2021, tỉnh sẽ giảm 12 đơn vị.", "../2021"),
    ("Tính đến 31/12/2019, toàn huyện có 120 đoàn viên.", "../2019-12-31"),
    ("Huyện xảy ra 12 vụ cháy trong năm 2019.", "2019"),
    ("Tổng thu đạt 12 tỷ đồng năm 2019.", "2019"),
    ("Năm học 2018-2019, trường có 120 học sinh.", "2018/2019"),
    ("Quý II, sở tiếp nhận 120 hồ sơ.", None),
    ("Năm nay, sở tiếp nhận 120 hồ sơ.", None),
    ("Ngày 31/2/2016, huyện trao 12 căn nhà.", None),
    ("Thực hiện Quyết định số 245/QĐ-UBND ngày 16/2/2016, xã giúp 12 hộ.", None),
    ("Sáng 11/12/2018, lãnh đạo sở cho biết toàn ngành có 120 viên chức.", None),
    ("Nhà máy hoạt động từ tháng 2/2009 nay có 120 công nhân.", None),
]


@pytest.mark.parametrize(("text", "period"), PERIODS)
def test_period(text: str, period: str | None) -> None:
    assert figures(text)[0].period == period


RELATIVE = [
    ("6 tháng đầu năm, xã có 12 hộ thoát nghèo.", "2019-01/2019-06"),
    ("Quý II, sở tiếp nhận 120 hồ sơ.", "2019-04/2019-06"),
    ("Năm nay, sở tiếp nhận 120 hồ sơ.", "2019"),
    ("Năm ngoái, sở tiếp nhận 120 hồ sơ.", "2018"),
    ("Tháng trước, sở tiếp nhận 120 hồ sơ.", "2019-06"),
    ("Tháng này, sở tiếp nhận 120 hồ sơ.", "2019-07"),
    ("Hôm nay, sở tiếp nhận 120 hồ sơ.", "2019-07-15"),
    ("Hôm qua, sở tiếp nhận 120 hồ sơ.", "2019-07-14"),
    ("Ngày 16/2, huyện trao 12 căn nhà.", "2019-02-16"),
    ("Tháng 6, huyện trao 12 căn nhà.", "2019-06"),
    ("Từ đầu năm đến nay, huyện trao 12 căn nhà.", "2019-01/2019-07-15"),
    ("Đến nay, huyện đã trao 12 căn nhà.", "../2019-07-15"),
    ("Những năm tới, huyện sẽ trao 12 căn nhà.", None),
    ("Huyện thực hiện 12 dự án.", None),
]


@pytest.mark.parametrize(("text", "period"), RELATIVE)
def test_relative_period_is_read_against_the_article(text: str, period: str | None) -> None:
    assert figures(text, "2019-07-15T08:30:00+07:00")[0].period == period
    assert figures(text)[0].period is None


def test_a_month_far_ahead_is_one_of_the_year_before() -> None:
    assert figures("Tháng 12, huyện trao 12 căn nhà.", "2020-01-05")[0].period == "2019-12"


BASES = [
    ("Tỷ lệ đạt 26,47% so với kế hoạch.", ["kế hoạch"]),
    ("Thu ngân sách tăng 12% so với cùng kỳ năm trước.", ["cùng kỳ năm trước"]),
    ("Thu ngân sách đạt 58,6% dự toán cả năm và tăng 12,4% so với năm 2018.", ["dự toán cả năm", "năm 2018"]),
    ("Số vụ tăng 5 vụ (12,9%) so với năm 2018.", ["năm 2018", "năm 2018"]),
    ("Dư nợ tăng 12,3% (tương đương 844 tỷ đồng) so với năm 2015, đạt 8.000 tỷ đồng.", ["năm 2015", "năm 2015", None]),
    ("So với cùng kỳ năm trước, kết quả này đã tăng 5%.", ["cùng kỳ năm trước"]),
    ("Huyện có 120 hộ nghèo trong tổng số 1.200 hộ dân.", ["1.200 hộ dân", None]),
    ("Có 91,53% tổng số đại biểu tán thành.", ["tổng số đại biểu tán thành"]),
    ("Số ca gấp 2,4 lần cùng kỳ (338 ca).", ["cùng kỳ", None]),
    ("Số xe tăng 5% so với tháng 7 và số xe nhập khẩu là 120 chiếc.", ["tháng 7", None]),
    ("Thu ngân sách bằng 84,2% năm 2017.", ["năm 2017"]),
    ("Huyện có 12 xã và kế hoạch năm nay là 15 xã.", [None, None]),
]


@pytest.mark.parametrize(("text", "bases"), BASES)
def test_base(text: str, bases: list[str | None]) -> None:
    assert [figure.base for figure in figures(text)] == bases


def test_a_base_is_no_period_but_stands_for_its_own_amount() -> None:
    found = figures("Năm 2018, huyện xảy ra 150 vụ, giảm 25% so với năm 2017 (200 vụ).")
    assert [figure.period for figure in found] == ["2018", "2018", "2017"]


def test_a_figure_inside_a_base_has_the_period_of_the_base() -> None:
    found = figures("Quý II/2019, lãi giảm 83% so với con số 426 tỉ đồng cùng kỳ năm ngoái.", "2019-08-01")
    assert [figure.period for figure in found] == ["2019-04/2019-06", "2018-04/2018-06"]


def test_from_the_end_of_one_year_to_another() -> None:
    assert figures("Từ cuối năm 2008 đến năm 2014, công ty ký 54 hợp đồng.")[0].period == "2008/2014"


def test_the_same_time_a_year_before() -> None:
    found = figures("9 tháng đầu năm 2019, tỉnh có 312 vụ tai nạn. Cùng kỳ năm trước có 359 vụ.")
    assert [figure.period for figure in found] == ["2019-01/2019-09", "2018-01/2018-09"]


def test_each_year_of_a_change_goes_to_its_figure() -> None:
    found = figures("Tỷ lệ giảm từ 16,8% năm 2020 xuống 13,5% năm 2024.")
    assert [figure.period for figure in found] == ["2020", "2024"]


def test_a_paragraph_without_doubt_lends_its_period() -> None:
    assert figures("Năm 2019, xã có 12 hộ nghèo. Huyện trao 15 căn nhà.")[1].period == "2019"
    text = "Năm 2019, xã có 12 hộ nghèo. Năm 2020, xã có 10 hộ nghèo. Huyện trao 15 căn nhà."
    assert figures(text)[2].period is None


PLACES = [
    ("Tỉnh Cà Mau có 12 xã.", "Cà Mau", None),
    ("UBND tỉnh Bạc Liêu hỗ trợ 12 xã.", "Bạc Liêu", "Cà Mau"),
    ("Toàn TP. HCM có 12 ca mắc mới.", "Hồ Chí Minh", None),
    ("Tỉnh BR-VT có 12 xã.", "Bà Rịa - Vũng Tàu", "Hồ Chí Minh"),
    ("Sở Y tế TT-Huế ghi nhận 12 ca.", "Thừa Thiên Huế", "Huế"),
    ("Có 12 ca mắc ở Vĩnh Long.", "Vĩnh Long", None),
    ("Tại Hòa Bình, mưa lũ làm sập 12 căn nhà.", "Hòa Bình", "Phú Thọ"),
    ("Tại Hoà Bình, mưa lũ làm sập 12 căn nhà.", "Hòa Bình", "Phú Thọ"),
    ("UBND tỉnh hỗ trợ 12 xã.", None, None),
    ("Đường Hòa Bình có 12 căn nhà.", None, None),
    ("Ông Nguyễn Thái Bình góp 12 triệu đồng.", None, None),
    ("Vùng biển Thái Bình Dương có 12 cơn bão.", None, None),
    ("Cao tốc Hà Nội - Hải Phòng có 12 trạm.", None, None),
    ("Tỉnh Cà Mau dẫn đầu khi cả nước có 12 vụ.", None, None),
    ("Tỉnh Cà Mau và tỉnh Kiên Giang có 12 xã.", None, None),
]


@pytest.mark.parametrize(("text", "name", "successor"), PLACES)
def test_place(text: str, name: str | None, successor: str | None) -> None:
    place = figures(text)[0].place
    assert (place.name if place else None, place.successor if place else None) == (name, successor)


def test_a_name_in_doubt_is_a_province_in_a_row_of_provinces() -> None:
    found = figures("Sập 69 nhà (Lai Châu: 38 nhà; Thái Nguyên: 24 nhà; Điện Biên: 7 nhà).")
    assert [f.place and f.place.name for f in found] == [None, "Lai Châu", "Thái Nguyên", "Điện Biên"]
    found = figures("Bình Dương tăng 11,6%; Hà Nội tăng 9,8%. Ông Long An, Cà Mau trồng 5 ha.")
    assert [f.place and f.place.name for f in found] == ["Bình Dương", "Hà Nội", "Cà Mau"]


def test_the_only_province_of_title_or_lead_is_that_of_all() -> None:
    assert str(figures("Huyện có 12 xã.", title="Tỉnh Yên Bái sáp nhập xã")[0].place) == (
        "name='Yên Bái' successor='Lào Cai'"
    )
    assert figures("Tỉnh Yên Bái họp.\nHuyện có 12 xã.")[0].place is not None
    assert figures("Tỉnh Yên Bái và tỉnh Sơn La họp.\nHuyện có 12 xã.")[0].place is None


SHARED_OUT = [
    ("VietinBank có ROE và ROA lần lượt là 10,9% và 1%.", ["ROE", "ROA"]),
    (
        "Dư nợ doanh nghiệp vừa và nhỏ và FDI năm 2016 tăng lần lượt là 29% và 34%.",
        ["Dư nợ doanh nghiệp vừa và nhỏ", "FDI"],
    ),
    ("Năm 2019, lúa, ngô, sắn đạt tương ứng 95%, 110% và 138% kế hoạch.", ["lúa", "ngô", "sắn"]),
    ("Khách Nga, Trung Quốc cũng tăng lần lượt 22% và 15%.", ["Khách Nga", "Trung Quốc"]),
    ("Doanh thu và lợi nhuận trong năm 2013 lần lượt đạt 26,2 tỷ đồng và 7,6 tỷ đồng.", ["Doanh thu", "lợi nhuận"]),
    ("Tổng vốn gồm: ngân sách tỉnh 12 tỷ đồng, ngân sách huyện 9 tỷ đồng.", ["ngân sách tỉnh", "ngân sách huyện"]),
    (
        "Tỷ lệ khá, giỏi ở khối 6, khối 7 và khối 8 lần lượt là 45,2%; 50,1% và 48%.",
        ["Tỷ lệ khá, giỏi ở khối 6", "khối 7", "khối 8"],
    ),
    ("Xã A, xã B và xã C có lần lượt 12, 15 và 20 hộ nghèo.", ["Xã A", "xã B", "nghèo"]),
    ("Đoàn tiếp dân, trong đó nam 120 người, nữ 80 người.", ["nam", "nữ"]),
]


@pytest.mark.parametrize(("text", "concepts"), SHARED_OUT)
def test_each_figure_gets_its_own_subject(text: str, concepts: list[str]) -> None:
    assert [figure.concept for figure in figures(text)] == concepts


def test_nothing_is_shared_out_where_the_numbers_differ() -> None:
    first, second = figures("Lúa, ngô, sắn, mía lần lượt đạt 95% và 110%.")
    assert first.concept != "sắn"
    assert second.concept != "mía"


def test_scope_that_is_not_there_is_not_printed() -> None:
    printed = figures("Huyện có 12 xã.")[0].model_dump()
    assert not {"base", "period", "place"} & set(printed)
    printed = figures("Tỉnh Cà Mau có 12 xã năm 2019.")[0].model_dump()
    assert printed["period"] == "2019"
    assert printed["place"] == {"name": "Cà Mau", "successor": None}
