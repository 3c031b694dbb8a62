"""Parts and shares that would fit but for one slip, and clauses that are built alike."""

from __future__ import annotations

import pytest

from extractor import extract
from tests.claims.said import claims_of, told

PARTS = (
    "Năm 2022, lực lượng quản lý thị trường thu nộp ngân sách {} đồng, bằng 96% năm trước. Trong đó, phạt hành chính "
    "1.592.717.000 đồng; bán hàng tịch thu 415.600.000 đồng và trị giá hàng tiêu hủy {} đồng."
)


class TestPartsOneSlipAway:
    def test_so_many_digits_are_no_chance(self) -> None:
        assert (
            "stated sum inconsistent: 1.592.717.000 đồng | 415.600.000 đồng | 613.976.000 đồng | 2.622.113.000 đồng"
            in (claims_of(PARTS.format("2.622.113.000", "613.976.000")))
        )

    def test_as_printed(self) -> None:
        found = claims_of(PARTS.format("2.622.113.000", "613.796.000"))
        assert [line for line in found if "inconsistent" in line] == []
        assert any(" sum consistent" in line for line in found)

    @pytest.mark.parametrize(
        "text",
        [
            # Some of the parts only, and far from the total
            PARTS.format("2.954.826.000", "113.796.000"),
            # So few digits are one slip away from anything
            "Xã có 61 hộ được vay vốn, tăng 12%. Trong đó, 27 hộ nuôi bò, 24 hộ trồng cây ăn quả.",
            # What brackets tell of the total is no part of it
            "Số người tham gia là 98.240 người, bằng 101,3% kế hoạch (97.000 người), nữ là 1.420 người.",
        ],
    )
    def test_what_may_be_some_of_it_raises_no_alarm(self, text: str) -> None:
        assert [check.message.vi for check in extract(text).alarms] == []

    def test_what_a_bracket_tells_of_a_part_is_no_other_part(self) -> None:
        text = (
            "Sản lượng cá của tỉnh là 452.136 tấn, tăng 5%. Trong đó, cá nuôi 232.124 tấn, tăng 6%; cá biển "
            "219.912 tấn (đánh bắt xa bờ 209.603 tấn)."
        )
        assert "stated sum inconsistent: 232.124 tấn | 219.912 tấn | 452.136 tấn" in claims_of(text)


class TestPartsThatAreMore:
    def test_three_sorts_that_come_to_a_little_more(self) -> None:
        text = "Huyện tổ chức 174 phiên tư vấn, trong đó có 46 phiên tại xã, 12 phiên tại chợ và 118 phiên trực tuyến."
        assert claims_of(text) == ["stated sum inconsistent: 46 phiên | 12 phiên | 118 phiên | 174 phiên"]

    @pytest.mark.parametrize(
        "text",
        [
            "Huyện tổ chức 174 phiên tư vấn, trong đó có 146 phiên tại xã, 52 phiên tại chợ và 98 phiên buổi tối.",
            "Chi bộ kết nạp 67 đảng viên, trong đó có 33 đảng viên nữ, 20 đảng viên người dân tộc và 15 đoàn viên.",
        ],
    )
    def test_sorts_that_overlap(self, text: str) -> None:
        assert [check.message.vi for check in extract(text).alarms] == []


class TestSharesOneSlipAway:
    TEXT = "Năm qua, tòa án hai cấp thụ lý 4.797 vụ hôn nhân gia đình. Các tòa đã đưa ra xét xử 4.732 vụ, đạt {}."

    @pytest.mark.parametrize("percent", ["98,46%", "96,64%"])
    def test_a_percentage_of_four_digits(self, percent: str) -> None:
        assert f"stated share inconsistent: 4.732 vụ | 4.797 vụ | {percent}" in claims_of(self.TEXT.format(percent))

    @pytest.mark.parametrize(
        "text",
        [
            # Of something else
            TEXT.format("41,27%"),
            # Two digits are one slip away from anything
            TEXT.format("93%"),
            "Năm qua, tòa án hai cấp thụ lý 4.797 vụ. Các tòa đã xét xử 4.732 vụ, bằng 98,46% kế hoạch của cấp trên.",
        ],
    )
    def test_what_is_of_something_else_raises_no_alarm(self, text: str) -> None:
        assert [check.message.vi for check in extract(text).alarms] == []


ROWS = (
    "Kết quả từng huyện: An Hòa gieo 6.368 ha, đạt 54,92 tạ/ha, thu 34.973 tấn; Bình Lộc gieo 16.447 ha, "
    "đạt 57,48 tạ/ha, thu 94.537 tấn; Châu Sơn gieo 25.830 ha, đạt 56,82 tạ/ha, thu {} tấn."
)


class TestClausesBuiltAlike:
    def test_one_of_a_row_that_fails(self) -> None:
        found = told(extract(ROWS.format("164.766")))
        assert (
            "product.sibling",
            "stated product inconsistent: 56,82 tạ/ha | 25.830 ha | =0.1 | 164.766 tấn",
        ) in found

    def test_a_row_that_fits(self) -> None:
        lines = claims_of(ROWS.format("146.766"))
        assert sum(" product consistent" in line for line in lines) == 3
        assert [line for line in lines if "inconsistent" in line] == []

    def test_one_long_clause_is_enough(self) -> None:
        text = (
            "Cấp ủy các cấp xử lý 215 đảng viên, bằng 58,58% cùng kỳ, với 47 cấp ủy viên, chiếm 12,8%; ủy ban kiểm tra "
            "các cấp xử lý 57 đảng viên, bằng 71,25% cùng kỳ, với 17 cấp ủy viên, chiếm 29,82%."
        )
        assert "stated share inconsistent: 47 cấp ủy viên | 215 đảng viên | 12,8%" in claims_of(text)

    def test_other_words_are_another_row(self) -> None:
        text = (
            "Cấp ủy các cấp xử lý 215 đảng viên, bằng 58,58% cùng kỳ, thêm 47 cấp ủy viên, tăng 12,8%; ủy ban kiểm tra "
            "các cấp xử lý 57 đảng viên, bằng 71,25% cùng kỳ, với 17 cấp ủy viên, chiếm 29,82%."
        )
        assert [check.message.vi for check in extract(text).alarms] == []


class TestOnePlanOfEach:
    TEXT = (
        "Năm nay, công ty đặt kế hoạch 72,5 tỷ đồng doanh thu và 9,4 tỷ đồng lợi nhuận. Hết quý III, công ty "
        "đạt 61,6 tỷ đồng doanh thu và 7,1 tỷ đồng lợi nhuận. Như vậy, công ty mới hoàn thành {} kế hoạch doanh thu."
    )

    @pytest.mark.parametrize(("percent", "verdict"), [("85%", "consistent"), ("58%", "inconsistent")])
    def test_what_is_named_alike(self, percent: str, verdict: str) -> None:
        assert f"stated share {verdict}: 61,6 tỷ đồng | 72,5 tỷ đồng | {percent}" in claims_of(
            self.TEXT.format(percent)
        )
