"""What no count can give, and what looks like it and can."""

from __future__ import annotations

import pytest

from extractor import extract
from extractor.records import Finding

OF_BOTH = "60%), 30 phiếu tín nhiệm (43%"


def found(text: str) -> list[Finding]:
    return [each for each in extract(text, registry=None).findings if each.kind != "inconsistent_claim"]


@pytest.mark.parametrize(
    ("text", "kind", "quoted"),
    [
        ("Riêng Quốc lộ 1A xảy ra 137 vụ, chiếm 34,91% tổng số vụ.", "infeasible_percentage", "137 vụ, chiếm 34,91%"),
        ("Trong tổng số 24 xã, 35,8% đã có nhà văn hóa.", "infeasible_percentage", "24 xã, 35,8%"),
        ("Có 35,8% trong tổng số 24 xã đã xong.", "infeasible_percentage", "35,8% trong tổng số 24 xã"),
        ("Xã kết nạp 7 đảng viên, đạt 57,3% chỉ tiêu năm.", "infeasible_percentage", "7 đảng viên, đạt 57,3%"),
        ("Số hợp tác xã tăng 13,2% lên 45 hợp tác xã.", "infeasible_percentage", "13,2% lên 45 hợp tác xã"),
        ("Số thẻ bảo hiểm y tế chiếm 152,34% dân số.", "part_exceeds_whole", "152,34%"),
        ("Cả huyện có 12 xã, trong đó có 15 xã miền núi.", "part_exceeds_whole", "12 xã, trong đó có 15 xã"),
        ("Có 54/52 đại biểu biểu quyết tán thành.", "part_exceeds_whole", "54/52 đại biểu"),
        ("Có 560/500 đại biểu tán thành, đạt 112%.", "part_exceeds_whole", "560/500 đại biểu"),
        ("Giỏi chiếm 32,5%, khá 51,2%, trung bình 22,1%.", "shares_exceed_whole", "32,5%, khá 51,2%, trung bình 22,1%"),
        ("Trong số hồ sơ, trước hạn 62,1%, đúng hạn 43,4%.", "shares_exceed_whole", "62,1%, đúng hạn 43,4%"),
        ("Học sinh nam chiếm 52,4%, nữ 49,6%.", "shares_exceed_whole", "52,4%, nữ 49,6%"),
        ("Có 45 phiếu tín nhiệm cao (60%), 30 phiếu tín nhiệm (43%).", "shares_exceed_whole", OF_BOTH),
        ("Toàn xã có 12,45 hộ nghèo.", "fractional_count", "12,45 hộ"),
        ("VN-Index giảm 12,5 điểm (1,15%) xuống còn 1.202,3 điểm.", "inconsistent_rise",
         "12,5 điểm (1,15%) xuống còn 1.202,3 điểm"),
        ("Giá dầu giảm 1,2 USD, tương đương 2,5%, xuống 78,8 USD/thùng.", "inconsistent_rise",
         "1,2 USD, tương đương 2,5%, xuống 78,8 USD/thùng"),
        ("Huyện còn 1.240 hộ nghèo, giảm 312 hộ (tương đương 25,2%) so với năm 2015.", "inconsistent_rise",
         "1.240 hộ nghèo, giảm 312 hộ (tương đương 25,2%"),
        ("Trong quý, tỉnh xảy ra 156 vụ cháy. So với cùng kỳ năm trước, giảm 24 vụ (15,3%).", "inconsistent_rise",
         "156 vụ cháy. So với cùng kỳ năm trước, giảm 24 vụ (15,3%"),
        ("Trong quý, tỉnh xảy ra 156 vụ cháy. So với quý trước, số vụ tăng 24 (13,3%).", "inconsistent_rise",
         "156 vụ cháy. So với quý trước, số vụ tăng 24 (13,3%"),
        ("Trong quý, tỉnh xảy ra 16 vụ cháy, làm chết 5 người, bị thương 2 người. So với cùng kỳ giảm 4 vụ (-20%), "
         "giảm 10 người chết (-53%), giảm 3 người bị thương (-60%).", "inconsistent_rise",
         "5 người, bị thương 2 người. So với cùng kỳ giảm 4 vụ (-20%), giảm 10 người chết (-53%"),
    ],
)  # fmt: skip
def test_cannot_be(text: str, kind: str, quoted: str) -> None:
    [finding] = found(text)
    assert (finding.kind, finding.text) == (kind, quoted)
    assert finding.text == text[slice(*finding.span)]
    assert finding.figures


@pytest.mark.parametrize(
    "text",
    [
        # A whole number gives it, by rounding, cutting or rounding up.
        "Riêng Quốc lộ 1A xảy ra 137 vụ, chiếm 43,91% tổng số vụ.",
        "Toàn Đảng bộ kết nạp được 1.235 đảng viên mới, đạt 102,91% so với chỉ tiêu Nghị quyết.",
        "Trong tổng số 24 xã, 37,5% đã có nhà văn hóa.",
        "Trong tổng số 24 xã, 33,4% đã có nhà văn hóa.",
        # About; of something else; of what is no count.
        "Trong tổng số 24 xã, 80% đã có nhà văn hóa.",
        "Trong tổng số 24 xã, khoảng 35,8% đã có nhà văn hóa.",
        "Trong tổng số 24 xã, 98,3% hộ dân đã có điện.",
        "Có 3 dự án, chiếm 57,3% tổng vốn đăng ký.",
        "Thu ngân sách được 7 tỷ đồng, đạt 57,3% dự toán năm.",
        # The level before is what they leave; the rate is the new level in percent of the old; of something else;
        # about so much.
        "VN-Index giảm 12,5 điểm (1,03%) xuống còn 1.202,3 điểm.",
        "Số vụ cháy là 120 vụ, tăng 20 vụ (120%).",
        "Sản lượng tôm đạt 560 tấn, tăng 12% (500 tấn).",
        "Lợi nhuận đạt 1.240 tỷ đồng, doanh thu tăng 312 tỷ đồng (5%).",
        "VN-Index giảm 12,5 điểm (1,03%), thanh khoản xuống còn 1.202,3 điểm cơ bản.",
        "VN-Index giảm khoảng 12 điểm (1,15%) xuống còn 1.202,3 điểm.",
        "Trong quý, tỉnh xảy ra 16 vụ, làm 5 người chết, 2 người bị thương. So với cùng kỳ giảm 4 vụ (-20%), "
        "giảm 3 người chết (-37,5%), tăng 1 người bị thương (100%).",
        # Of a sentence before: it fits, is of other things, of several, or of a plan.
        "Trong quý, tỉnh xảy ra 156 vụ cháy. So với cùng kỳ năm trước, giảm 24 vụ (13,3%).",
        "Trong quý, tỉnh xảy ra 156 vụ cháy. So với cùng kỳ, số vụ nổ giảm 24 vụ (15,3%).",
        "Trong quý, tỉnh xảy ra 156 vụ cháy. So với cùng kỳ, giảm 24 vụ nổ (15,3%).",
        "Trong quý, tỉnh xảy ra 156 vụ cháy và 60 vụ nổ. So với cùng kỳ, giảm 24 vụ (15,3%).",
        "Trong quý, tỉnh thu hút 156 dự án. So với kế hoạch năm, tăng 24 dự án (15,3%).",
        "Trong quý, tỉnh xảy ra 156 vụ cháy. So với cùng kỳ, giảm 24 vụ (15,3% tổng số vụ).",
        # A plan may be exceeded, and growth is no part.
        "Huyện xây 130/120 căn nhà, đạt 108,3% kế hoạch.",
        "Có 14/12 xã về đích, vượt chỉ tiêu được giao.",
        "Thu ngân sách đạt 152,34% dự toán.",
        "Số thu tăng 152,34% so với tổng số năm trước.",
        "Hai tháng có 9/8 trường hợp.",
        # The whole stands further ahead, or is another thing.
        "Tỉnh có 120 xã. Có 12 xã vùng sâu, trong đó 15 xã đã nói ở trên.",
        "Cả huyện có 12 xã, trong đó 45 thôn có nhà văn hóa.",
        "Cả huyện tăng 12 trường, trong đó 15 trường mới xây, 3 trường giải thể.",
        # Classes that overlap, are taken together, or are told of different wholes.
        "Học sinh khá, giỏi chiếm 82,5%, giỏi chiếm 32,5%.",
        "Nữ chiếm 52,4%, dân tộc thiểu số chiếm 60,2%.",
        "Tiểu học loại giỏi chiếm 62,5%; trung học cơ sở loại khá chiếm 51,2%.",
        "Công nghiệp tăng 62,5%, dịch vụ tăng 51,2%.",
        "Học sinh nam chiếm 51%, nữ chiếm 50%.",
        "Xếp loại giỏi chiếm 32,5%, khá 51,2%, trung bình 16,3%.",
        "Học lực giỏi 35,2%, khá 45,1%; hạnh kiểm tốt 92,3%, khá 7,1%.",
        "Tỷ lệ sử dụng nước sạch ở thành thị đạt 98,5%, nông thôn đạt 92,3%.",
        "Tỷ lệ có việc làm ở nam chiếm 78,5%, nữ chiếm 62,3%.",
        "Cấp tỉnh giải quyết đúng hạn 99,2%, cấp huyện trước hạn 58,7%.",
        # More than what was set is no more than all.
        "Có 12/10 xã đăng ký về đích.",
        "Thu ngân sách chiếm 112% dự toán năm.",
        # Means.
        "Bình quân mỗi xã có 60,6 người.",
        "Phụ nữ trong xã sinh 2,1 con; mỗi hộ có 3,9 khẩu.",
        "Huyện đạt 16,36 tiêu chí/xã.",
        "Tỉnh có 1,2 triệu người.",
    ],
)
def test_can_be(text: str) -> None:
    assert found(text) == []


def test_the_message_can_be_followed_with_a_pocket_calculator() -> None:
    [finding] = found("Riêng Quốc lộ 1A xảy ra 137 vụ, chiếm 34,91% tổng số vụ.")
    assert finding.message.vi == (
        "137 / 34,91% = 392,43…: không có số nguyên nào cho đúng 34,91% (392 cho 34,95%, 393 cho 34,86%);"
        " hãy đối chiếu với nguồn"
    )
    assert finding.message.en == (
        "137 / 34.91% = 392.43…: no whole number gives 34.91% (392 gives 34.95%, 393 gives 34.86%); check the source"
    )
    [finding] = found("VN-Index giảm 12,5 điểm (1,15%) xuống còn 1.202,3 điểm.")
    assert finding.message.vi == (
        "1.202,3 + 12,5 = 1.214,8; 12,5 / 1.214,8 ≈ 1,029%, bài ghi 1,15%: mức tăng giảm, tỷ lệ và mức mới không khớp;"
        " hãy đối chiếu với nguồn"
    )
    assert finding.expected == ("1.029",)
    [finding] = found("Huyện còn 1.240 hộ nghèo, giảm 312 hộ (tương đương 25,2%) so với năm 2015.")
    assert finding.message.vi.startswith(
        "1.240 + 312 = 1.552; 312 / 1.552 ≈ 20,10%, bài ghi 25,2%: tỷ lệ tính trên mức mới 1.240;"
    )
    [finding] = found("Doanh số đạt 1,2 triệu USD, tăng 200 nghìn USD (25%) so với cùng kỳ.")
    assert finding.message.vi.startswith(
        "1,2 triệu − 200 nghìn = 1.000 nghìn; 200 nghìn / 1.000 nghìn = 20,0%, bài ghi 25%:"
    )
    [finding] = found("Xếp loại giỏi chiếm 32,5%, khá 51,2%, trung bình 22,1%.")
    assert finding.message.vi.startswith("32,5% + 51,2% + 22,1% = 105,8%: các loại không trùng nhau")


def test_an_alarm_says_enough() -> None:
    text = "Có 54/52 đại biểu biểu quyết tán thành, chiếm 91,3%."
    assert [each.kind for each in extract(text).findings] == ["inconsistent_claim"]
