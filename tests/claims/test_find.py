"""All claims of an article together: what is no claim, what is no alarm, doubles and order."""

from __future__ import annotations

import pytest

from extractor import extract
from tests.claims.said import claims_of

NO_CLAIM = {
    "percentages without their wholes": "Cán bộ cấp tỉnh đạt chuẩn chiếm 97,71%; cán bộ cấp xã đạt chuẩn chiếm 98,71%.",
    "another subject": "Đã có 8/9 gói thầu khởi công, đoạn tuyến trên cao thi công đạt 82%.",
    "another matter in brackets": "Có 3/5 nạn nhân đã xuất viện, một người bị nặng nhất (thương tích 68%).",
    "a threshold of votes": "Kết quả, 176/177 người được lấy phiếu đạt số phiếu tín nhiệm trên 50%.",
    "a threshold of a plan": "Huyện có 11/16 khoản thu tiến độ khá, tức đạt trên 50% dự toán.",
    "a goal": "Phấn đấu đến năm 2025 có trên 90% dân số tham gia bảo hiểm y tế, toàn xã có 4.120 người.",
    "two statements": "Có 12/15 xã đạt chuẩn và 95% số hộ được dùng nước hợp vệ sinh.",
    "a rise without levels": "Giá trị sản xuất công nghiệp tăng 8,5%, thu ngân sách tăng 12%.",
    "a level that was reached": "Số hộ nuôi ong tăng lên 5.000 hộ, sản lượng đạt 320 tấn.",
    "parts that are not all": "Toàn xã có 1.500 hộ, trong đó 120 hộ nghèo và 90 hộ cận nghèo.",
    "one part": "Toàn xã có 1.500 hộ, trong đó 120 hộ nghèo.",
    "dates": "Từ ngày 12/5 đến ngày 16/7/2019, đoàn đã kiểm tra 14 cơ sở.",
    "scores": "Đội chủ nhà thắng 3-1 sau 90 phút thi đấu trước 5.200 khán giả.",
    "a document number": "Theo Quyết định số 12/2019/QĐ-UBND, mức hỗ trợ là 40% chi phí mua giống.",
    "clauses": "Căn cứ khoản 2 Điều 16, hộ nghèo được giảm 50% học phí.",
    "a year and a number": "Năm 2018, huyện có 215 giáo viên, năm 2019 tuyển 34 giáo viên.",
    "ages": "Bà 81 tuổi, có 7 người con và 19 cháu.",
    "an interest rate": "Ngân hàng giải ngân 320 tỷ đồng cho 1.450 hộ, lãi suất 6,6%/năm.",
    "unlike units": "Xã trồng 120 ha lúa, thu 640 tấn và nuôi 3.100 con bò.",
    "weather": "Nhiệt độ thấp nhất 17 độ C, độ ẩm từ 65% đến 90%.",
    "a discount": "Siêu thị giảm giá 20% cho 1.200 mặt hàng trong 10 ngày.",
    "a ratio alone": "Xã Phú Mỹ đã đạt 17/19 tiêu chí nông thôn mới.",
    "two ratios": "Có 17/19 xã đạt chuẩn y tế, 15/19 xã đạt chuẩn trường học.",
    "a growth and a count": "Toàn tỉnh có 412 hợp tác xã, doanh thu bình quân tăng 9%.",
    "depth and width": "Con mương dài 1.200 m, rộng 3 m, sâu 1,5 m.",
    "a range": "Mỗi hộ thu lãi từ 50 đến 70 triệu đồng, cao hơn trồng lúa.",
    "fewer without levels": "So với năm trước, số vụ tai nạn giảm 14 vụ, số người chết giảm 6 người.",
}  # fmt: skip

NO_ALARM = {
    "another base named": "Có 443/448 đại biểu tham gia biểu quyết tán thành, chiếm 91,53% tổng số đại biểu Quốc hội.",
    "another base named, shorter": "Có 467/470 đại biểu có mặt tán thành (bằng 96,69% tổng số đại biểu).",
    "the other base in figures": "Có 443/448 đại biểu tán thành, chiếm 91,53% so với tổng số 484 đại biểu.",
    "a share of money beside a ratio": "Đã có 12/14 dự án giải ngân, số tiền giải ngân đạt 45% kế hoạch vốn.",
    "a percentage of the next clause": "Đã tiêm cho 1.200/1.500 con bò, trong khi đàn lợn mới tiêm được 35%.",
    "a rise in another figure": "Tỉnh đón 52.000 lượt khách, doanh thu tăng 14% so với cùng kỳ (310 tỷ đồng).",
    "a change behind a total": "Thu ngân sách đạt 845 tỷ đồng, đạt 64% dự toán, tăng 12% so với cùng kỳ năm trước.",
    "a plan of another year": "Đã trồng 320 ha rừng, đạt 64% kế hoạch; năm 2020 dự kiến trồng 700 ha.",
    "hedged figures": "Gần 2.500 hộ nuôi tôm, trong đó khoảng 1.000 hộ được vay vốn (chiếm khoảng 40%).",
    "parts of two totals": "Xã có 320 hộ nghèo và 410 hộ cận nghèo, gồm nhiều hộ đơn thân, trong đó 25 hộ đã có nhà.",
    "gồm with examples": "Đoàn tặng 300 suất quà, gồm 10 kg gạo, 2 chai dầu ăn và 500 nghìn đồng mỗi suất.",
    "gồm with unlike units": "Dự án có 3 hạng mục, gồm 12 km đường, 4 cây cầu và 25 cống thoát nước.",
    "from one year to the next": "Từ năm 2015 đến năm 2020, tỷ lệ hộ nghèo giảm 4,5%, còn 2,1%.",
    "a level between": "Số hợp tác xã từ 120 lên 145, trong đó 36 hợp tác xã nông nghiệp, tăng 25 hợp tác xã.",
    "so many times without a base": "Năng suất đạt 12 tấn/ha, gấp 2 lần so với trồng lúa, lãi 80 triệu đồng/ha.",
    "higher than a threshold": "Điểm chuẩn là 24,5 điểm, cao hơn 2 điểm so với năm ngoái; trường tuyển 540 chỉ tiêu.",
    "an average beside a total": "Huyện có 14 xã, bình quân mỗi xã đạt 16,2 tiêu chí, tăng 1,5 tiêu chí so với 2018.",
    "100% of a list": "100% số xã (14/14) có đường ô tô đến trung tâm, 92% số thôn có nhà văn hóa.",
    "missing of another list": "Xã đạt 16/19 tiêu chí, thiếu 25 phòng học và 2 trạm bơm.",
    "a cut digit": "Đã có 147/975 hộ nhận tiền, đạt 15,07%.",
}  # fmt: skip


@pytest.mark.parametrize("name", NO_CLAIM)
def test_no_claim(name: str) -> None:
    assert claims_of(NO_CLAIM[name]) == []
    assert extract(NO_CLAIM[name]).alarms == ()


@pytest.mark.parametrize("name", NO_ALARM)
def test_no_alarm(name: str) -> None:
    record = extract(NO_ALARM[name])
    assert [check.message.vi for check in record.alarms] == []


ARTICLE = (
    "Toàn huyện có 2.540 hộ nuôi tôm, trong đó 1.016 hộ được vay vốn (chiếm 40%).\n\n"
    "Số phòng học tạm từ 187 phòng xuống còn 151 phòng, giảm 36 phòng. "
    "Thu nội địa được 845 tỷ đồng so với dự toán 1.318 tỷ đồng, đạt 61,4%.\n\n"
    "Đến nay, đã có 2.540 hộ nuôi tôm ký cam kết."
)


def test_claims_stand_in_the_order_of_the_text() -> None:
    record = extract(ARTICLE)
    assert [claim.id for claim in record.claims] == [f"c{i + 1}" for i in range(len(record.claims))]
    assert [claim.span for claim in record.claims] == sorted(claim.span for claim in record.claims)
    assert [check.claim for check in record.checks] == [claim.id for claim in record.claims]


def test_every_claim_once() -> None:
    told = claims_of(ARTICLE, equal=True)
    assert len(set(told)) == len(told)
    assert set(told) >= {
        "stated share consistent: 1.016 hộ | 2.540 hộ | 40%",
        "stated difference consistent: 187 phòng | 151 phòng | 36 phòng",
        "stated share inconsistent: 845 tỷ đồng | 1.318 tỷ đồng | 61,4%",
        "inferred equal consistent: 2.540 hộ | 2.540 hộ",
    }


def test_a_difference_is_no_sum_as_well() -> None:
    text = "Toàn tỉnh có 201 trường đạt chuẩn, tăng 17 trường so với năm học trước (184 trường)."
    assert [claim.kind for claim in extract(text).claims] == ["difference"]


@pytest.mark.parametrize("text", ["", "Không có con số nào.", "Xã có 12 hộ nghèo.", "52,34%"])
def test_one_figure_makes_no_claim(text: str) -> None:
    assert extract(text).claims == ()


FALSE_ALARMS = {
    "more than the whole": "Toàn tỉnh có 45/120 xã đạt chuẩn, đạt 112% chỉ tiêu năm.",
    "a fall of others": "Số vụ tai nạn giảm từ 160 vụ xuống 132 vụ, số người chết giảm 12 người so với cùng kỳ.",
    "a rate of others": "Số vụ tai nạn giảm từ 160 vụ xuống 132 vụ, số người chết giảm 12%.",
    "a rate of another subject": "Số trường đạt chuẩn từ 120 trường lên 145 trường, số giáo viên giỏi tăng 36%.",
}


@pytest.mark.parametrize("name", FALSE_ALARMS)
def test_no_alarm_of_another_subject(name: str) -> None:
    assert extract(FALSE_ALARMS[name]).alarms == ()
