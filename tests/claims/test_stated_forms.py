"""What the syntax states is kept whether it holds or not; what only looks like it claims nothing."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from extractor import extract
from tests.claims.said import claims_of, told


@dataclass(frozen=True)
class Form:
    """A form of claim.

    ``text`` holds; ``slip`` is what is printed and what a slip makes of it, so that the claim fails; ``traps`` are
    sentences that look alike and state no claim of the kind.
    """

    rule: str
    claim: str
    text: str
    slip: tuple[str, str]
    traps: tuple[str, str]


FORMS = [
    Form(
        "change.ratio_behind",
        "change: 359 | 194 | 45,96%",
        "Trọng án giảm 165 vụ, giảm 45,96% (194/359 vụ) so với cùng kỳ.",
        ("45,96%", "45,69%"),
        (
            "Số xã có dịch tăng 12 xã, tăng 25,4% (45/60 xã trong huyện).",
            "Trọng án giảm 45,69% so với năm trước (194/359 vụ đã xét xử xong).",
        ),
    ),
    Form(
        "product.row",
        "product: 54,92 tạ/ha | 6.368 ha | =0.1 | 34.973 tấn",
        "Năm nay, huyện An Hòa 6.368 ha, 54,92 tạ/ha, 34.973 tấn.",
        ("34.973", "43.973"),
        (
            "Huyện trồng 6.368 ha, riêng vụ đông xuân đạt 54,92 tạ/ha, đã bán 14.973 tấn.",
            "Huyện có 6.368 ha lúa, năng suất 54,92 tạ/ha, tăng 1.204 tấn so với năm trước.",
        ),
    ),
    Form(
        "mean.per",
        "mean: 4,705 triệu USD | 1.129 tấn | 4.167 USD/tấn",
        "Cà phê Arabica xuất 1.129 tấn, kim ngạch đạt 4,705 triệu USD, đơn giá xuất khẩu trung bình 4.167 USD/tấn.",
        ("4.167", "4.617"),
        (
            "Tỉnh xuất khẩu 1.129 tấn, kim ngạch 4,705 triệu USD; năm trước giá trung bình cả nước là 3.617 USD/tấn.",
            "Kho còn 1.129 tấn, công ty vay 4,705 triệu USD với giá thế chấp cao nhất 4.617 USD/tấn.",
        ),
    ),
    Form(
        "share.bracketed_over",
        "share: 486 tỷ đồng | 1.350 tỷ đồng | 36%",
        "Đến hết tháng 8, huyện giải ngân đạt 36% kế hoạch vốn (486 tỷ đồng/1.350 tỷ đồng).",
        ("36%", "63%"),
        (
            "Đến hết tháng 8, vốn giải ngân giảm 36% so với kế hoạch (486 tỷ đồng/1.350 tỷ đồng).",
            "Đến hết tháng 8, huyện giải ngân đạt 63% kế hoạch (486 tỷ đồng từ trung ương, 1.350 tỷ đồng của tỉnh).",
        ),
    ),
    Form(
        "share.bracketed_part",
        "share: 2.412 người | 2.450 giáo viên | 98,45%",
        "Toàn huyện có 2.450 giáo viên, trong đó 98,45% đạt chuẩn trình độ (2.412 người).",
        ("98,45%", "94,85%"),
        (
            "Toàn huyện có 2.450 hộ, trong đó 35,2% số hộ vay vốn làm nhà (102 người).",
            "Toàn huyện có 2.450 giáo viên, trong đó 41,5% giáo viên nữ trên chuẩn (612 người).",
        ),
    ),
    Form(
        "product.each_of_so_many",
        "product: 150 suất | 400.000 đồng | 60 triệu đồng",
        "Hội trao học bổng cho học sinh nghèo, mỗi suất 400.000 đồng, tổng cộng 150 suất, trị giá 60 triệu đồng.",
        ("60 triệu", "66 triệu"),
        (
            "Hội trao quà, mỗi suất 400.000 đồng và một cặp sách, tổng cộng 150 suất, trị giá 75 triệu đồng.",
            "Hội trao học bổng, 20 suất đặc biệt mỗi suất 1.000.000 đồng, mỗi suất còn lại 400.000 đồng, tổng cộng "
            "150 suất, trị giá 72 triệu đồng.",
        ),
    ),
    Form(
        "product.for_so_long",
        "product: 1,8 triệu đồng/người/tháng | 3 tháng | 5,4 triệu đồng/người",
        "Lao động mất việc được hỗ trợ 1,8 triệu đồng/người/tháng trong 3 tháng, tổng cộng 5,4 triệu đồng/người.",
        ("5,4 triệu", "4,5 triệu"),
        (
            "Hộ nghèo được hỗ trợ 1,8 triệu đồng/hộ/tháng trong 3 tháng, tổng kinh phí 648 triệu đồng.",
            "Học viên được hỗ trợ 1,8 triệu đồng/tháng trong 3 tháng, tổng cộng 7,4 triệu đồng cả tiền đi lại.",
        ),
    ),
    Form(
        "share.of_noun_before",
        "share: 1.014 | 1.250 thí sinh | 81,12%",
        "Kỳ thi có 1.250 thí sinh. Trong đó, số thí sinh đăng ký qua mạng là 1.014, chiếm 81,12% tổng số thí sinh.",
        ("81,12%", "82,12%"),
        (
            "Kỳ thi có 1.250 thí sinh. Số cán bộ coi thi là 1.014, chiếm 81,12% tổng số cán bộ.",
            "Kỳ thi có 1.250 thí sinh, trong đó 48 thí sinh tự do. Số thí sinh nộp qua mạng là 1.014, chiếm 82,12%.",
        ),
    ),
    Form(
        "share.over_slash",
        "share: 412 hộ | 3.059 hộ | 13,47%",
        "Đến nay, toàn huyện còn 412 hộ nghèo/3.059 hộ, chiếm 13,47%.",
        ("13,47%", "13,74%"),
        (
            "Đến nay, toàn huyện còn 412 hộ nghèo/3.059 hộ, chiếm 13,74% số hộ nghèo của tỉnh.",
            "Đến nay, toàn huyện còn 412 hộ nghèo, 3.059 hộ có nước sạch, chiếm 13,74%.",
        ),
    ),
    Form(
        "share.of_those",
        "share: 1.108 hộ | 1.460 hộ | 75,9%",
        "Trong 1.460 hộ vừa thoát nghèo, 1.108 hộ có lao động làm trong khu công nghiệp, chiếm 75,9%.",
        ("75,9%", "79,5%"),
        (
            "Trong 1.460 hộ vừa thoát nghèo, 1.108 hộ có lao động trẻ, chiếm 12,3% lực lượng lao động của tỉnh.",
            "Trong 12 tháng qua, 1.108 hộ có lao động đi làm xa, chiếm 31,5%.",
        ),
    ),
    Form(
        "share.done_of",
        "share: 458 ổ dịch | 463 ổ dịch | 98,9%",
        "Từ đầu năm, ngành y tế phát hiện 463 ổ dịch, đã xử lý 458 ổ dịch (đạt 98,9%).",
        ("98,9%", "89,9%"),
        (
            "Huyện được giao 463 ha, đã trồng 458 ha, đạt 91,2% kế hoạch quý.",
            "Xã có 463 hộ trồng tiêu, 158 hộ trồng điều, độ che phủ rừng đạt 41,7%.",
        ),
    ),
    Form(
        "share.row_before_whole",
        "share: 8 tổ chức | 42 tổ chức | 19,05%",
        "Có 8 tổ chức hoàn thành xuất sắc (19,05%), 29 tổ chức hoàn thành tốt (69,05%) và 5 tổ chức hoàn thành "
        "(11,9%) trong tổng số 42 tổ chức được xếp loại.",
        ("19,05%", "15,09%"),
        (
            "Có 8 tổ chức được khen (tăng 19,05%), 29 tổ chức bị nhắc nhở (giảm 3,5%) trong 42 tổ chức đã kiểm tra.",
            "Có 8 mẫu nước bị nhiễm phèn (19,05%), 29 mẫu đất bị nhiễm mặn (9,5%) trên tổng số 42 giếng khoan.",
        ),
    ),
    Form(
        "share.held_against",
        "share: 1.462.315 người | 1.600.000 người | 91,4%",
        "Toàn tỉnh có 1.462.315 người tham gia bảo hiểm y tế; so với dân số 1.600.000 người, tỷ lệ bao phủ đạt 91,4%.",
        ("91,4%", "94,1%"),
        (
            "Toàn tỉnh có 1.462.315 người tham gia bảo hiểm y tế, tăng so với 1.400.000 người của năm trước, "
            "đạt 98,2% kế hoạch được giao.",
            "Toàn tỉnh có 1.462.315 người tham gia; so với 1.700 người của năm đầu tiên, số thôn có tổ thu đạt 91,4%.",
        ),
    ),
    Form(
        "share.listed",
        "share: 12.041 hồ sơ | 12.187 hồ sơ | 98,8%",
        "Toàn huyện đã giải quyết 12.187 hồ sơ: đúng hạn 12.041 hồ sơ (chiếm 98,8%), quá hạn 146 hồ sơ (chiếm 1,2%).",
        ("98,8%", "88,9%"),
        (
            "Năm qua, hộ nghèo: 199 người, hộ cận nghèo: 72 người (mỗi hộ giảm 32,4%).",
            "Số người đóng bảo hiểm là 206.810 người (bắt buộc: 199.511 người); thất nghiệp 191.379 người, chiếm "
            "32,48% "
            "lực lượng lao động.",
        ),
    ),
    Form(
        "change.from_to",
        "change: 187 phòng | 151 phòng | 19,25%",
        "Số phòng chuyên môn giảm từ 187 phòng xuống còn 151 phòng, tức giảm 19,25%.",
        ("19,25%", "12,95%"),
        (
            "Số phòng chuyên môn giảm từ 187 phòng xuống còn 151 phòng, chi thường xuyên giảm 12,95%.",
            "Từ 187 phòng của năm trước, ngành xây thêm 36 phòng ở 4 huyện (19,25%).",
        ),
    ),
    Form(
        "change.base_behind",
        "change: 2.112 tỷ đồng | 2.374 tỷ đồng | 12,4%",
        "Tổng thu đạt 2.374 tỷ đồng, bằng 58,6% dự toán (4.050 tỷ đồng) và tăng 12,4% so với cùng kỳ (2.112 tỷ đồng).",
        ("12,4%", "14,2%"),
        (
            "Tổng thu đạt 2.374 tỷ đồng, tăng 5%; thu từ đất tăng 12,4% so với cùng kỳ (512 tỷ đồng).",
            "Tổng thu đạt 2.374 tỷ đồng, tăng 12,4% so với cùng kỳ, trong đó thu nội địa 2.112 tỷ đồng.",
        ),
    ),
    Form(
        "change.amount_percent",
        "change: 227 vụ | 186 vụ | 18,1%",
        "Toàn tỉnh phát hiện 186 vụ vi phạm, giảm 41 vụ (tương đương 18,1%) so với năm 2019 (227 vụ).",
        ("18,1%", "11,8%"),
        (
            "Toàn tỉnh phát hiện 186 vụ vi phạm, xử lý 41 vụ (tương đương 22%), tập trung ở hai huyện miền núi.",
            "Toàn tỉnh có 186 vụ, giảm 41 vụ; riêng huyện Đak Pơ giảm 11,8%.",
        ),
    ),
    Form(
        "difference.amount_percent",
        "difference: 227 vụ | 186 vụ | 41 vụ",
        "Toàn tỉnh phát hiện 186 vụ vi phạm, giảm 41 vụ (tương đương 18,1%) so với năm 2019 (227 vụ).",
        ("41 vụ", "14 vụ"),
        (
            "Toàn tỉnh phát hiện 186 vụ vi phạm, lập biên bản 41 vụ (22%) với 227 người.",
            "Toàn tỉnh phát hiện 186 vụ, giảm còn 14 vụ (7,5%) trong tháng cuối năm.",
        ),
    ),
    Form(
        "difference.base_behind",
        "difference: 201 trường | 184 trường | 17 trường",
        "Toàn tỉnh có 201 trường đạt chuẩn, tăng 17 trường so với năm học trước (184 trường).",
        ("201 trường", "184 trường"),
        (
            "Toàn tỉnh có 201 trường đạt chuẩn, tăng lên 217 trường nếu tính cả khối tư thục (16 trường).",
            "Toàn tỉnh có 201 trường đạt chuẩn, tăng 17 trường; so với cả nước (12.184 trường) còn ít.",
        ),
    ),
    Form(
        "difference.beyond_plan",
        "difference: 98.240 người | 97.000 người | 1.240 người",
        "Số người tham gia là 98.240 người, bằng 101,3% kế hoạch (97.000 người), vượt 1.240 người.",
        ("1.240 người", "1.420 người"),
        (
            "Số người tham gia là 98.240 người, bằng 101,3% kế hoạch (97.000 người), có 1.420 người tái tục.",
            "Số người tham gia là 98.240 người, bằng 101,3% kế hoạch, số nộp tiền vượt 1.420 người.",
        ),
    ),
    Form(
        "difference.left_of",
        "difference: 463 hồ sơ | 458 hồ sơ | 5 hồ sơ",
        "Trung tâm tiếp nhận 463 hồ sơ, đã xử lý 458 hồ sơ (98,9%), còn 5 hồ sơ đang chờ bổ sung.",
        ("còn 5 hồ sơ", "còn 7 hồ sơ"),
        (
            "Trung tâm tiếp nhận 463 hồ sơ của dân, 128 hồ sơ của doanh nghiệp, còn 7 hồ sơ tồn từ năm trước.",
            "Trung tâm tiếp nhận 463 hồ sơ, tăng 458 hồ sơ, còn 7 hồ sơ bị trả lại.",
        ),
    ),
    Form(
        "difference.apart",
        "difference: 39,5 điểm | 21,25 điểm | 18,25 điểm",
        "Trường cao nhất lấy 39,5 điểm, trường thấp nhất 21,25 điểm, chênh nhau 18,25 điểm.",
        ("18,25 điểm", "18,52 điểm"),
        (
            "Trường cao nhất lấy 39,5 điểm, trường thấp nhất 21,25 điểm, xét thêm môn phụ từ 8,52 điểm.",
            "Trường cao nhất lấy 39,5 điểm, chênh lệch giới tính khi vào lớp là 3 điểm.",
        ),
    ),
    Form(
        "difference.added",
        "difference: 214 sản phẩm | 187 | 27 sản phẩm",
        "Đợt này, hội đồng công nhận thêm 27 sản phẩm, nâng tổng số sản phẩm của tỉnh từ 187 lên 214 sản phẩm.",
        ("27 sản phẩm", "72 sản phẩm"),
        (
            "Đợt này, hội đồng rút tên 27 sản phẩm, đưa tổng số sản phẩm của tỉnh từ 214 xuống 190 sản phẩm.",
            "Tỉnh nhập 80 xã thành 34 xã mới, đưa số xã từ 262 xuống 216 xã.",
        ),
    ),
    Form(
        "difference.against_norm",
        "difference: 6 | 5.67 | 0,33 ngày",
        "Thời gian cấp điện bình quân là 5,67 trong 6 ngày, giảm 0,33 ngày so với quy định.",
        ("0,33 ngày", "1,33 ngày"),
        (
            "Thời gian cấp điện bình quân là 5,67 trong 6 ngày, giảm 1,33 ngày so với năm ngoái.",
            "Có 5/6 xã về đích, giảm 2 ngày so với quy định.",
        ),
    ),
    Form(
        "difference.missing",
        "difference: 46 | 41 | 5 xã",
        "Đến nay, 41/46 xã đã có trạm y tế đạt chuẩn, còn 5 xã chưa đạt.",
        ("còn 5 xã", "còn 7 xã"),
        (
            "Đến nay, 41/46 xã đã có trạm y tế đạt chuẩn, còn 7 xã có bác sĩ giỏi.",
            "Đến nay, 41/46 xã đã có trạm y tế, còn 7 huyện chưa có bệnh viện đạt chuẩn.",
        ),
    ),
    Form(
        "difference.opened",
        "difference: 1.386 vận động viên | 1.204 vận động viên | 182 người",
        "Đại hội năm nay quy tụ 1.386 vận động viên của 18 đoàn. So với kỳ trước (1.204 vận động viên), số người dự "
        "tranh tăng 182 người, tức tăng 15,1%.",
        ("182 người", "128 người"),
        (
            "Đại hội năm nay quy tụ 1.386 vận động viên. So với kỳ trước (1.204 vận động viên), kinh phí tăng 128 "
            "triệu đồng.",
            "Đại hội có 1.386 vận động viên, 962 vận động viên nam. So với kỳ trước (1.204 vận động viên), số huấn "
            "luyện "
            "viên tăng 18 người.",
        ),
    ),
    Form(
        "change.opened",
        "change: 1.204 vận động viên | 1.386 vận động viên | 15,1%",
        "Đại hội năm nay quy tụ 1.386 vận động viên của 18 đoàn. So với kỳ trước (1.204 vận động viên), số người dự "
        "tranh tăng 182 người, tức tăng 15,1%.",
        ("15,1%", "11,5%"),
        (
            "Đại hội năm nay quy tụ 1.386 vận động viên. So với kỳ trước (2017), kinh phí tăng 11,5%.",
            "Đại hội có 1.386 vận động viên và 962 vận động viên dự bị. So với kỳ trước (1.204 vận động viên), giải "
            "thưởng tăng 11,5%.",
        ),
    ),
    Form(
        "sum.unit_behind",
        "sum: 52,3 ha | 3,7 ha | 22,4 ha | 78,4 ha",
        "Dự án thu hồi 78,4 ha, trong đó đất lúa 52,3 ha, đất ở 3,7 ha, còn lại 22,4 ha là đất khác.",
        ("52,3 ha", "56,3 ha"),
        (
            "Dự án thu hồi 78,4 ha, trong đó đất lúa 52,3 ha và đất ở 3,7 ha.",
            "Dự án thu hồi 78,4 ha, cách đó là khu 52,3 ha và khu 3,7 ha, khu còn lại rộng 9,4 ha.",
        ),
    ),
    Form(
        "sum.kind_behind",
        "sum: 58 hợp tác xã | 33 doanh nghiệp | 36 hộ | 127 đơn vị",
        "Chủ thể là 127 đơn vị, gồm 58 hợp tác xã, 33 doanh nghiệp và 36 hộ kinh doanh.",
        ("33 doanh nghiệp", "38 doanh nghiệp"),
        (
            "Chủ thể là 127 đơn vị, thu hút 58 hợp tác xã, 38 doanh nghiệp và 3.600 hộ dân.",
            "Mỗi hộ nhận 12 phần quà, gồm 2 chăn và 3 áo ấm.",
        ),
    ),
    Form(
        "sum.plus",
        "sum: 19.800 đồng | 41.500 đồng | 61.300 đồng",
        "Mỗi tháng nhà bà trả thêm 19.800 đồng, cộng cả tiền điện 41.500 đồng là 61.300 đồng.",
        ("61.300 đồng", "63.100 đồng"),
        (
            "Mỗi tháng nhà bà trả 19.800 đồng tiền nước, 41.500 đồng tiền điện là 2 khoản lớn nhất.",
            "Nhà bà trả thêm 19.800 đồng, cộng cả tiền điện 41.500 đồng; bát phở giá 63.100 đồng.",
        ),
    ),
    Form(
        "sum.these",
        "sum: 1.245 ca | 868 ca | 742 ca | 2.855 ca",
        "Số mắc cao nhất là Đức Hòa (1.245 ca), Bến Lức (868 ca) và Cần Giuộc (742 ca); 3 huyện này có tổng cộng "
        "2.855 ca.",
        ("868 ca", "886 ca"),
        (
            "Số mắc cao nhất là Đức Hòa (1.245 ca) và Bến Lức (868 ca); cả 15 huyện có tổng cộng 4.287 ca.",
            "Đức Hòa có 1.245 ca nhẹ, 868 ca vừa và 742 ca nặng; tại 3 huyện khác có tổng cộng 1.000 ca.",
        ),
    ),
    Form(
        "sum.rest_of_share",
        "sum: 687,4 triệu USD | 125,2 triệu USD | 812,6 triệu USD",
        "Kim ngạch xuất khẩu thủy sản đạt 812,6 triệu USD. Riêng tôm mang về 687,4 triệu USD, chiếm 84,59%. "
        "Phần còn lại, 125,2 triệu USD, là cua, mực và chả cá.",
        ("125,2 triệu USD", "152,2 triệu USD"),
        (
            "Kim ngạch đạt 812,6 triệu USD. Riêng tôm mang về 687,4 triệu USD, chiếm 84,59%. Nhập khẩu 152,2 triệu "
            "USD.",
            "Kim ngạch đạt 812,6 triệu USD. Riêng tôm mang về 687,4 triệu USD, chiếm 84,59%. Phần còn lại do 52 nhà "
            "máy làm ra.",
        ),
    ),
    Form(
        "mean.per",
        "mean: 6,4 tỷ đồng | 128 hộ | 50 triệu đồng/hộ",
        "Quỹ hỗ trợ 6,4 tỷ đồng cho 128 hộ dựng lại nhà, bình quân 50 triệu đồng/hộ.",
        ("128 hộ", "182 hộ"),
        (
            "Quỹ hỗ trợ 6,4 tỷ đồng cho 182 hộ dựng lại nhà, thu nhập bình quân 50 triệu đồng/người/năm.",
            "Quỹ có 6,4 tỷ đồng, xã có 182 hộ, bình quân 3,9 khẩu mỗi nhà.",
        ),
    ),
    Form(
        "mean.per",
        "mean: 4.860 nhân khẩu | 1.250 hộ | 3,9 người/hộ",
        "Toàn xã có 1.250 hộ với 4.860 nhân khẩu, bình quân 3,9 người/hộ.",
        ("4.860 nhân khẩu", "4.680 nhân khẩu"),
        (
            "Toàn xã có 1.250 hộ với 4.680 con trâu, bình quân 3,9 người/hộ.",
            "Toàn xã có 1.250 hộ với 4.680 nhân khẩu, bình quân 0,7 ha/hộ.",
        ),
    ),
    Form(
        "share.of_named",
        "share: 18 xã | 72 xã | 25%",
        "Toàn tỉnh có 117 xã, trong đó 72 xã đạt chuẩn (chiếm 61,5%), 18 xã nâng cao (chiếm 25% số xã đạt chuẩn).",
        ("25%", "35%"),
        (
            "Toàn tỉnh có 117 xã, trong đó 72 xã đạt chuẩn (chiếm 61,5%), 18 xã nâng cao (chiếm 35% số xã vùng cao).",
            "Có 432 đại biểu Quốc hội biểu quyết (87,45% tổng số đại biểu Quốc hội), trong đó 423 đại biểu tán thành "
            "(chiếm 85,63% tổng số đại biểu Quốc hội).",
        ),
    ),
    Form(
        "share.of_named",
        "share: 170 hộ | 425 hộ | 40%",
        "Huyện có 8.500 hộ, trong đó 425 hộ nghèo (chiếm 5%), 170 hộ là người Khmer (chiếm 40% hộ nghèo).",
        ("40%", "45%"),
        (
            "Huyện có 8.500 hộ, trong đó 425 hộ nghèo (chiếm 5%), 170 hộ là người Khmer (chiếm 45% số đó).",
            "Huyện có 8.500 hộ, trong đó 425 hộ nghèo (chiếm 5%), 170 hộ có vốn (chiếm 45% số hộ vay).",
        ),
    ),
    Form(
        "sum.unit_behind",
        "sum: 2 người | 4 người | 6 người",
        "Vụ lật xe làm 6 người thương vong, trong đó 2 người tử vong và 4 người bị thương.",
        ("4 người", "5 người"),
        (
            "Vụ lật xe làm 6 người thương vong, trong đó 2 người tử vong và 3 người bị thương nặng.",
            "Vụ lật xe làm 16 người trên xe hoảng loạn, trong đó 2 người tử vong và 5 người bị thương.",
        ),
    ),
    Form(
        "sum.unit_behind",
        "sum: 61 người | 71 người | 132 người",
        "Trung tâm đang nuôi dưỡng 132 người, trong đó nam 61 người, nữ 71 người.",
        ("71 người", "91 người"),
        (
            "Trung tâm đang nuôi dưỡng 132 người, trong đó nam 61 người trên 60 tuổi, nữ 91 người dưới 60 tuổi.",
            "Trung tâm đang nuôi dưỡng 132 người, trong đó 61 người già, 11 trẻ mồ côi.",
        ),
    ),
    Form(
        "mean.each_month",
        "mean: 1.676 tỷ đồng | =6 | 279 tỷ đồng mỗi tháng",
        "Trong 6 tháng cuối năm, tỉnh phải thu 1.676 tỷ đồng, bình quân 279 tỷ đồng mỗi tháng.",
        ("279 tỷ đồng", "297 tỷ đồng"),
        (
            "Trong 6 tháng cuối năm, tỉnh phải thu 1.676 tỷ đồng, lương bình quân 9 triệu đồng mỗi tháng.",
            "Tỉnh phải thu 1.676 tỷ đồng từ nay đến cuối năm, cao hơn bình quân mỗi tháng.",
        ),
    ),
    Form(
        "product.price",
        "product: 62.000 đồng/m2 | 5.400 m2 | 334,8 triệu đồng",
        "Hộ ông Dũng có 5.400 m2 đất lúa, đơn giá 62.000 đồng/m2, nhận 334,8 triệu đồng.",
        ("334,8 triệu đồng", "343,8 triệu đồng"),
        (
            "Hộ ông Dũng có 5.400 m2 đất lúa, đơn giá 62.000 đồng/m2, mới vay 143,8 triệu đồng.",
            "Hộ ông Dũng có 5.400 cây cam, giá 62.000 đồng/kg, nhận 343,8 triệu đồng.",
        ),
    ),
    Form(
        "product.each",
        "product: 128 căn | 50 triệu đồng | 6,4 tỷ đồng",
        "Mặt trận xã trao 128 căn nhà, mỗi căn 50 triệu đồng, tổng trị giá 6,4 tỷ đồng.",
        ("128 căn", "182 căn"),
        (
            "Mặt trận xã trao 182 căn nhà, mỗi hộ góp 50 triệu đồng, ngân sách chi 6,4 tỷ đồng.",
            "Mặt trận xã trao 182 suất quà, mỗi tháng 50 triệu đồng, tổng nguồn quỹ 6,4 tỷ đồng.",
        ),
    ),
    Form(
        "multiple.base_behind",
        "multiple: 4.287 ca | 1.864 ca | 2,3 lần",
        "Toàn tỉnh ghi nhận 4.287 ca mắc, gấp 2,3 lần so với cùng kỳ năm trước (1.864 ca).",
        ("2,3 lần", "3,2 lần"),
        (
            "Toàn tỉnh ghi nhận 4.287 ca mắc, gấp 3,2 lần; riêng tuần qua có 186 ca.",
            "Toàn tỉnh ghi nhận 4.287 ca mắc, chi phí điều trị gấp 3,2 lần; 1.864 ca đã ra viện.",
        ),
    ),
    Form(
        "percent_sum.run",
        "percent_sum: 24,3% | 21,4% | 18,9% | 35,4%",
        "Về thị trường, Trung Quốc chiếm 24,3%, Mỹ 21,4%, Nhật Bản 18,9%, các thị trường khác 35,4%.",
        ("18,9%", "19,8%"),
        (
            "Về thị trường, Trung Quốc chiếm 24,3%, Mỹ 21,4%, Nhật Bản 19,8%.",
            "Về thị trường, Trung Quốc tăng 24,3%, Mỹ 21,4%, Nhật Bản 19,8%, các thị trường khác tăng 35,4%.",
        ),
    ),
    Form(
        "share.of_plan",
        "share: 412 ha | 500 ha | 82,4%",
        "Kế hoạch giao 500 ha. Đến nay toàn huyện đã gieo trồng 412 ha, đạt 82,4% kế hoạch.",
        ("82,4%", "84,2%"),
        (
            "Kế hoạch tỉnh giao 500 ha. Riêng xã Tân Lập đã gieo trồng 412 ha, đạt 98,2% kế hoạch.",
            "Quý I, kế hoạch giao 500 ha. Đến nay toàn huyện đã gieo trồng 412 ha, đạt 34,2% kế hoạch năm.",
        ),
    ),
    Form(
        "share.of_plan",
        "share: 1.760 tỷ đồng | 3.200 tỷ đồng | 55%",
        "Theo dự toán, thu ngân sách năm nay là 3.200 tỷ đồng; 6 tháng qua đã thu 1.760 tỷ đồng, đạt 55% dự toán.",
        ("55%", "58%"),
        (
            "Xã đã thực hiện kế hoạch trồng 500 ha. Vụ này trồng 412 ha, đạt 92% kế hoạch.",
            "Kế hoạch giao 500 ha lúa. Đến nay toàn huyện đã trồng 412 ha ngô, đạt 94,2% kế hoạch.",
        ),
    ),
    Form(
        "share.inside_next",
        "share: 125 hộ | 1.250 hộ | 10%",
        "Toàn xã có 1.250 hộ. Trong đó, 125 hộ nghèo, chiếm 10%.",
        ("10%", "12%"),
        (
            "Toàn xã có 1.250 người tham gia. Trong đó: bắt buộc 880 người, đạt 98%; tự nguyện 370 người, đạt 117%.",
            "Toàn xã có 1.250 hộ. Trong đó, 125 hộ nghèo, chiếm 12% số hộ nghèo của huyện.",
        ),
    ),
    Form(
        "share.of_named_total",
        "share: 125 hộ | 1.250 hộ | 10%",
        "Xã Phú Lâm có 1.250 hộ dân. Số hộ nghèo là 125 hộ, chiếm 10% tổng số hộ.",
        ("10%", "12%"),
        (
            "Xã Phú Lâm có 1.250 hộ dân. Số hộ nghèo là 125 hộ, chiếm 12% tổng số hộ nghèo của huyện.",
            "Xã Phú Lâm có 1.250 hộ, xã Tân Lập có 980 hộ. Số hộ nghèo là 125 hộ, chiếm 5,7% tổng số hộ.",
        ),
    ),
    Form(
        "share.of_all",
        "share: 98 xã | 112 xã | 87,5%",
        "Toàn tỉnh có 112 xã, đến nay có 98 xã hoàn thành lắp đặt (87,5%).",
        ("87,5%", "85,7%"),
        (
            "Toàn tỉnh có 112 xã, năm nay thêm 12 xã đạt chuẩn (62,5%).",
            "Toàn tỉnh có 112 xã, đến nay có 98 xã hoàn thành lắp đặt, đạt 105,4% kế hoạch.",
        ),
    ),
    Form(
        "share.of_all",
        "share: 45.210 người | 45.980 người | 98,3%",
        "Tổng số cử tri là 45.980 người, số cử tri đi bỏ phiếu là 45.210 người, đạt 98,3%.",
        ("98,3%", "99,3%"),
        (
            "Tổng số có 45 dự án, 12 dự án chậm tiến độ, giải ngân đạt 80%.",
            "Tổng số người tham gia là 45.980 người, số nộp một lần là 45.210 người, đạt 100%.",
        ),
    ),
    Form(
        "share.over_so_many",
        "share: 4.500 liều | 5.000 liều | 90%",
        "Trạm y tế đã tiêm 4.500 liều trên 5.000 liều được cấp, đạt 90%.",
        ("90%", "95%"),
        (
            "Trạm y tế đã tiêm 4.500 liều trên 5 xã, đạt 95%.",
            "Trạm y tế tiêm 4.500 liều, cao hơn 3.900 liều được cấp, độ bao phủ đạt 95%.",
        ),
    ),
    Form(
        "share.over_so_many",
        "share: 45.210 người | 45.980 cử tri | 98,3%",
        "Số đi bỏ phiếu là 45.210 người trong tổng số 45.980 cử tri, đạt 98,3%.",
        ("98,3%", "99,3%"),
        (
            "Có 15 đảng viên trong tổng số 30 chi bộ bị nhắc nhở, đạt 5%.",
            "Có 45.210 người ở 45.980 hộ, đạt 99,3%.",
        ),
    ),
    Form(
        "share.over_so_many",
        "share: 219.400 em | 2.500.000 học sinh | 8,8%",
        "Cả nước có 219.400 em đạt học lực giỏi trên tổng số 2.500.000 học sinh, đạt tỷ lệ 8,8%.",
        ("8,8%", "9,6%"),
        ("Cả nước có 219.400 em đạt học lực giỏi trên tổng số 2.500 trường, đạt tỷ lệ 9,6%.",),
    ),
    Form(
        "sum.unit_behind",
        "sum: 210 hợp tác xã | 60 hợp tác xã | 50 hợp tác xã | 320 hợp tác xã",
        "Tỉnh có 320 hợp tác xã, trong đó 210 hợp tác xã nông nghiệp, 60 hợp tác xã dịch vụ và 50 hợp tác xã khác.",
        ("50 hợp tác xã", "48 hợp tác xã"),
        (
            "Có 320 hộ được hỏi, trong đó 210 hộ nuôi bò, 60 hộ nuôi dê và 48 hộ nuôi các con vật khác nhau.",
            "Có 320 hộ nghèo, trong đó 21 hộ được sửa nhà, 6 hộ được cấp bò và 4 hộ nhận những hỗ trợ khác.",
        ),
    ),
    Form(
        "sum.unit_behind",
        "sum: 31 cơ sở | 15 cơ sở | 12 cơ sở | 58 cơ sở",
        "Đoàn phát hiện 58 cơ sở vi phạm; trong đó phạt tiền 31 cơ sở, nhắc nhở 15 cơ sở, còn lại 12 cơ sở đóng cửa.",
        ("58 cơ sở", "56 cơ sở"),
        (
            "Vốn đầu tư 1.200 tỷ đồng, trong đó vốn trung ương 700 tỷ đồng, vốn tỉnh 320 tỷ đồng, còn lại là vốn khác.",
            "Đoàn phát hiện 58 cơ sở vi phạm và đến 31 chợ, 15 siêu thị, còn lại 12 điểm bán chưa kiểm tra.",
        ),
    ),
    Form(
        "change.from_to_behind",
        "change: 85 tấn | 140 tấn | 64,7%",
        "Sản lượng mật ong tăng 64,7%, từ 85 tấn lên 140 tấn.",
        ("64,7%", "67,4%"),
        (
            "Tỉnh tăng 12% lương tối thiểu, từ 85 xã lên 90 xã có chợ.",
            "Giá vé giảm 10% từ tháng 5 đến tháng 8, còn 25.000 đồng.",
        ),
    ),
    Form(
        "change.from_to",
        "change: 96 vụ | 84 vụ | 12,5%",
        "Năm 2022, toàn tỉnh có 96 vụ tai nạn; năm 2023 còn 84 vụ, giảm 12,5%.",
        ("12,5%", "15,2%"),
        (
            "Năm trước trồng 96 ha lúa, năm nay trồng 84 ha ngô, tăng 12% diện tích rừng.",
            "Năm 2023, toàn tỉnh có 96 vụ tai nạn; năm 2022 có 84 vụ, giảm 15,2%.",
        ),
    ),
    Form(
        "change.named_year",
        "change: 96 vụ | 84 vụ | 12,5%",
        "Năm 2022, toàn tỉnh có 96 vụ tai nạn. Năm 2023 xảy ra 84 vụ, giảm 12,5% so với năm 2022.",
        ("12,5%", "15,2%"),
        (
            "6 tháng đầu năm 2022, toàn tỉnh có 96 vụ tai nạn. Năm 2023 xảy ra 84 vụ, giảm 15,2% so với năm 2022.",
            "Năm 2022, huyện có 96 vụ, tỉnh có 960 vụ. Năm 2023 xảy ra 840 vụ, giảm 15,2% so với năm 2021.",
        ),
    ),
    Form(
        "difference.from_to_behind",
        "difference: 96 vụ | 84 vụ | 12 vụ",
        "Số vụ tai nạn giảm 12 vụ (từ 96 vụ xuống còn 84 vụ).",
        ("12 vụ", "21 vụ"),
        (
            "Dân số tăng 12.000 người, từ 85 hộ lên 90 hộ.",
            "Xã trồng 12 ha, từ 96 ha đất trống đến 84 ha đất rừng đều giao cho dân.",
        ),
    ),
    Form(
        "multiple.from_to",
        "multiple: 50 tỷ đồng | 20 tỷ đồng | 2,5 lần",
        "Doanh thu của làng nghề từ 20 tỷ đồng lên 50 tỷ đồng, gấp 2,5 lần.",
        ("2,5 lần", "5,2 lần"),
        (
            "Doanh thu từ 20 tỷ đồng lên 50 tỷ đồng, số khách gấp 5,2 lần.",
            "Doanh thu từ 20 tỷ đồng lên 50 tỷ đồng; lương tăng gấp 5,2 lần so với năm 2000.",
        ),
    ),
    Form(
        "multiple.from_to_behind",
        "multiple: 50 tỷ đồng | 20 tỷ đồng | 2,5 lần",
        "Doanh thu của làng nghề tăng gấp 2,5 lần, từ 20 tỷ đồng lên 50 tỷ đồng.",
        ("2,5 lần", "5,2 lần"),
        (
            "Số khách gấp 5,2 lần, doanh thu từ 20 tỷ đồng lên 50 tỷ đồng.",
            "Số khách tăng gấp 5,2 lần từ tháng 5 đến tháng 8.",
        ),
    ),
    Form(
        "mean.per_behind",
        "mean: 144 cán bộ | 12 xã | 12 cán bộ",
        "Bình quân mỗi xã có 12 cán bộ, tổng số 144 cán bộ ở 12 xã.",
        ("144 cán bộ", "414 cán bộ"),
        (
            "Bình quân mỗi hộ vay 50 triệu đồng, tổng vốn vay 60 tỷ đồng của 12 xã.",
            "Bình quân mỗi xã có 12 cán bộ, tỉnh cử thêm 414 cán bộ về 21 xã.",
        ),
    ),
    Form(
        "product.rate_behind",
        "product: 500.000 đồng/suất | 250 suất | 125 triệu đồng",
        "Hội trao 250 suất quà với tổng trị giá 125 triệu đồng (500.000 đồng/suất).",
        ("125 triệu đồng", "152 triệu đồng"),
        (
            "Hội trao 250 suất quà và sửa nhà hết 152 triệu đồng (500.000 đồng/suất).",
            "Hội trao 250 phần quà với tổng trị giá 152 triệu đồng (500.000 đồng/suất).",
        ),
    ),
    Form(
        "product.each_of_total",
        "product: 250 hộ | 500.000 đồng | 125 triệu đồng",
        "Tổng kinh phí là 125 triệu đồng, hỗ trợ 250 hộ, mỗi hộ 500.000 đồng.",
        ("125 triệu đồng", "152 triệu đồng"),
        (
            "Xã chi 152 triệu đồng sửa đường và hỗ trợ 250 hộ, mỗi hộ 500.000 đồng.",
            "Tổng kinh phí là 152 triệu đồng, hỗ trợ 250 hộ, mỗi khẩu 500.000 đồng.",
        ),
    ),
    Form(
        "product.yield",
        "product: 62 tạ/ha | 1.200 ha | =0.1 | 7.440 tấn",
        "Vụ này huyện gieo cấy 1.200 ha, năng suất bình quân 62 tạ/ha, sản lượng đạt 7.440 tấn.",
        ("7.440 tấn", "7.740 tấn"),
        (
            "Huyện gieo 1.200 ha, năng suất 62 tạ/ha, sản lượng đã gặt 3.100 tấn.",
            "Huyện gieo 1.200 ha, đã gặt 800 ha, năng suất 62 tạ/ha, sản lượng 4.690 tấn.",
        ),
    ),
    Form(
        "product.price",
        "product: 15.000 đồng/kg | 12 tấn | =1E+3 | 180 triệu đồng",
        "Vụ này, vườn cam cho 12 tấn, giá bán 15.000 đồng/kg, gia đình thu về 180 triệu đồng.",
        ("180 triệu đồng", "810 triệu đồng"),
        (
            "Vườn cam cho 12 tấn, giá bán 15.000 đồng/kg, trừ chi phí, gia đình thu về 90 triệu đồng.",
            "Vườn cam cho 12 tấn, giá bán 15.000 đồng/kg, trong đó cam loại một thu 90 triệu đồng.",
        ),
    ),
    Form(
        "change.rate_of_amount",
        "change: 3.010 người | 2.710 người | 9,97%",
        "Toàn tỉnh còn 2.710 người, giảm 300 người so với năm 2015 (3.010 người), tương đương 9,97%.",
        ("9,97%", "9,79%"),
        (
            "Toàn tỉnh còn 2.710 người, giảm 300 người so với năm 2015 (3.010 người), chi thường xuyên giảm 9,79%.",
            "Toàn tỉnh còn 2.710 người, giảm 300 người so với năm 2015; 31 người nghỉ hưu, tương đương 97,9%.",
        ),
    ),
    Form(
        "share.part_percent_base",
        "share: 1.850 tỷ đồng | 1.750 tỷ đồng | 105,7%",
        "Doanh thu đạt 1.850 tỷ đồng, tăng 28% so với năm 2022 và đạt 105,7% kế hoạch (1.750 tỷ đồng).",
        ("105,7%", "157,0%"),
        (
            "Doanh thu đạt 1.850 tỷ đồng, tăng 28% so với năm 2022; nộp ngân sách đạt 157% kế hoạch (175 tỷ đồng).",
            "Lợi nhuận tăng 1.850 tỷ đồng, tức 28%, và đạt 157% kế hoạch doanh thu (1.750 tỷ đồng).",
        ),
    ),
    Form(
        "share.over_so_many",
        "share: 420 tỷ đồng | 1.200 tỷ đồng | 35%",
        "Huyện đã giải ngân 420 tỷ đồng trong tổng vốn 1.200 tỷ đồng, đạt 35% kế hoạch.",
        ("35%", "53%"),
        (
            "Huyện đã giải ngân 420 tỷ đồng trong tổng vốn 1.200 tỷ đồng, đạt 112% kế hoạch quý.",
            "Huyện đã giải ngân 420 tỷ đồng, cao hơn tổng vốn 12 tỷ đồng của xã, đạt 53% kế hoạch.",
        ),
    ),
    Form(
        "sum.told_before",
        "sum: 450 ha | 1.250 ha | 1.700 ha",
        "Huyện nuôi 450 ha tôm thẻ, 1.250 ha tôm sú, tổng cộng 1.700 ha.",
        ("1.700 ha", "1.750 ha"),
        (
            "Huyện nuôi thêm 450 ha tôm thẻ, 1.250 ha tôm sú, tổng diện tích lên 8.750 ha.",
            "Huyện nuôi 450 ha tôm thẻ, xã khác nuôi 1.250 ha tôm sú, tổng cộng 16 xã có 9.750 ha.",
        ),
    ),
    Form(
        "difference.net",
        "difference: 97,5 triệu đồng | 41 triệu đồng | 56,5 triệu đồng",
        "Vườn cam bán được 97,5 triệu đồng. Sau khi trừ 41 triệu đồng chi phí, ông lời 56,5 triệu đồng.",
        ("56,5 triệu đồng", "65,5 triệu đồng"),
        (
            "Nhà ông vay 97,5 triệu đồng. Năm nay, trừ 41 triệu đồng chi phí, ông lời 120 triệu đồng.",
            "Vườn cam bán được 97,5 triệu đồng. Ông trả 41 triệu đồng tiền phân, lời hơn năm trước 65,5 triệu đồng.",
        ),
    ),
    Form(
        "share.of_plan",
        "share: 23.912 ha | 24.500 ha | 97,6%",
        "Kế hoạch vụ hè thu giao huyện Tân Hồng (Đồng Tháp) 24.500 ha. Đến nay đã xuống giống 23.912 ha, đạt 97,6% "
        "kế hoạch.",
        ("97,6%", "96,7%"),
        (
            "Kế hoạch giai đoạn 2021-2025 là 24.500 ha. Năm nay đã trồng 3.912 ha, đạt 96,7% kế hoạch.",
            "Kế hoạch giao lúa 24.500 ha, ngô 1.200 ha. Đến nay đã trồng 23.912 ha, đạt 96,7% kế hoạch.",
        ),
    ),
    Form(
        "product.yield",
        "product: 3,1 tấn/ha | 240 ha | 744 tấn",
        "Hợp tác xã có 72 hộ với 240 ha cà phê. Năng suất đạt 3,1 tấn/ha, sản lượng 744 tấn nhân.",
        ("744 tấn", "474 tấn"),
        (
            "Hợp tác xã có 240 ha cà phê, 120 ha tiêu. Năng suất đạt 3,1 tấn/ha, sản lượng 474 tấn nhân.",
            "Hợp tác xã có 240 ha cà phê. Năng suất đạt 3,1 tấn/ha, sản lượng tăng 474 tấn.",
        ),
    ),
    Form(
        "product.price_behind",
        "product: 85 triệu đồng/tấn | 744 tấn | 63,24 tỷ đồng",
        "Sản lượng của hợp tác xã là 744 tấn. Với giá bán 85 triệu đồng/tấn, doanh thu cả vụ đạt 63,24 tỷ đồng.",
        ("85 triệu đồng/tấn", "65 triệu đồng/tấn"),
        (
            "Sản lượng của hợp tác xã là 744 tấn. Với giá bán 85 triệu đồng/tấn, trừ chi phí, dân lãi 23,24 tỷ đồng.",
            "Sản lượng của hợp tác xã là 744 tấn. Với giá bán 85 triệu đồng/tấn, doanh thu đợt đầu đạt 8,2 tỷ đồng.",
        ),
    ),
    Form(
        "share.over_so_many",
        "share: 41,6 tỷ đồng | 52 tỷ đồng | 80%",
        "Huyện đã giải ngân 41,6 tỷ đồng trong tổng vốn 52 tỷ đồng sửa kênh mương, đạt 80% kế hoạch.",
        ("41,6 tỷ đồng", "4,16 tỷ đồng"),
        (
            "Huyện đã giải ngân 4,16 tỷ đồng trong tổng vốn 52 tỷ đồng sửa kênh mương, đạt 80% kế hoạch tháng.",
            "Huyện đã giải ngân 4,16 tỷ đồng trong 52 ngày, đạt 80% kế hoạch.",
        ),
    ),
    Form(
        "share.of_all",
        "share: 21 đội | 24 đội | 87,5%",
        "Toàn tỉnh có 24 đội tuần tra, đến nay có 21 đội dùng camera ghi hình (87,5%).",
        ("21 đội", "91 đội"),
        (
            "Toàn tỉnh có 24 đội tuần tra, cả nước có 910 đội dùng camera ghi hình (tăng 87,5%).",
            "Toàn tỉnh có 24 đội tuần tra, đã mua 91 chiếc camera ghi hình (87,5%).",
        ),
    ),
    Form(
        "share.over_total_first",
        "share: 201 trường | 288 trường | 69,79%",
        "Tỉnh có 201 trường đạt chuẩn, tăng 17 trường so với năm học trước (184 trường). Tính trên tổng số 288 trường "
        "mầm non và phổ thông, tỷ lệ đạt chuẩn là 69,79%.",
        ("69,79%", "697,9%"),
        (
            "Tỉnh có 201 trường đạt chuẩn. Tính trên tổng số 288 trường, tỷ lệ giáo viên giỏi là 12,5%.",
            "Tỉnh có 2.010 giáo viên giỏi. Tính trên tổng số 288 trường, tỷ lệ đạt chuẩn là 67,99%.",
        ),
    ),
    Form(
        "multiple.base_behind",
        "multiple: 812 ca | 338 ca | 2,4 lần",
        "Sốt phát ban có 34 ca. Ngược lại, sốt xuất huyết tăng mạnh với 812 ca, gấp 2,4 lần cùng kỳ (338 ca).",
        ("2,4 lần", "24 lần"),
        (
            "Sốt phát ban có 34 ca. Ngược lại, sốt xuất huyết có 812 ca, chi phí gấp 2,9 lần; cùng kỳ có 338 ca.",
            "Sốt phát ban có 34 ca. Sốt xuất huyết có 812 ca, số giường bệnh gấp 24 lần năm 2000.",
        ),
    ),
]


def _stated(text: str, rule: str) -> list[str]:
    return [line.removeprefix("stated ") for found, line in told(extract(text)) if found == rule and "stated " in line]


def _with(claim: str, verdict: str) -> str:
    kind, _, operands = claim.partition(": ")
    return f"{kind} {verdict}: {operands}"


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.rule)
def test_what_holds_is_stated(form: Form) -> None:
    assert _with(form.claim, "consistent") in _stated(form.text, form.rule)
    assert extract(form.text).alarms == ()


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.rule)
def test_what_fails_is_stated_too(form: Form) -> None:
    printed, slip = form.slip
    assert form.text.count(printed) == 1
    text = form.text.replace(printed, slip)
    record = extract(text)
    figures = {figure.id: figure.text for figure in record.figures}
    touched = [
        alarm
        for alarm in record.alarms
        if any(slip.split()[-2 if " " in slip else 0] in name or name in slip for name in figures.values())
    ]
    assert touched, told(record)
    kind = form.claim.partition(":")[0]
    assert any(f"stated {kind} inconsistent" in line for _, line in told(record)), told(record)


@pytest.mark.parametrize(
    ("rule", "trap"), [(form.rule, trap) for form in FORMS for trap in form.traps], ids=lambda value: value[:60]
)
def test_what_only_looks_like_it_raises_no_alarm(rule: str, trap: str) -> None:
    record = extract(trap)
    assert [check.message.vi for check in record.alarms] == []
    assert not any(found == rule and line.startswith("stated") for found, line in told(record)), told(record)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Trong 1.460 hộ vừa thoát nghèo, 8.108 hộ có lao động làm trong khu công nghiệp, chiếm 75,9%.",
            "stated share inconsistent: 8.108 hộ | 1.460 hộ | 75,9%",
        ),
        (
            "Toàn huyện có 127 đơn vị, gồm 508 đơn vị sự nghiệp (45,67%) và 69 đơn vị hành chính.",
            "stated share inconsistent: 508 đơn vị | 127 đơn vị | 45,67%",
        ),
        (
            "Về thị trường, Trung Quốc chiếm 243%, Mỹ 21,4%, Nhật Bản 18,9%, các thị trường khác 35,4%.",
            "stated percent_sum inconsistent: 243% | 21,4% | 18,9% | 35,4%",
        ),
    ],
)
def test_a_slip_beyond_the_whole_is_stated_too(text: str, said: str) -> None:
    assert said in [line for _, line in told(extract(text))]


def test_the_first_of_a_list_is_no_total_of_the_others() -> None:
    text = "Huyện có 46 trường, trong đó có 15 trường mầm non, 18 trường tiểu học, còn lại là 13 trường trung học."
    assert [line for _, line in told(extract(text))] == [
        "stated sum consistent: 15 trường | 18 trường | 13 trường | 46 trường"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Tuần qua có 34 trường hợp tay chân miệng (tăng 4 trường hợp so với tuần trước đó) và 11 trường hợp ho gà.",
        "Tỉnh còn 2.710 người, giảm 300 người so với năm 2015 (3.010 người), chi thường xuyên giảm 9,79%.",
        "Toàn tỉnh gieo được 8.612 ha lúa, đạt 101% kế hoạch, trồng được 8.750 ha ngô, đạt 103% kế hoạch.",
        "Toàn tỉnh gieo được 4.137 ha, đạt 13,6% kế hoạch, trong đó, ngô 1.022 ha, đạt 15,7% kế hoạch.",
        "Tổng thu đạt 285,3 tỷ đồng, đạt 60% kế hoạch; trong đó, thu trên địa bàn 24,023 tỷ đồng, đạt 43% kế hoạch.",
        "Huyện trồng 384 ha, đạt 37,8% kế hoạch. Trong đó, riêng lúa nước 245 ha, bằng 31,4% kế hoạch và bằng 98%.",
        "Xã trao 75 suất học bổng, mỗi suất 1 triệu đồng, và xây 12 căn nhà, mỗi căn 60 triệu đồng.",
    ],
)
def test_neighbours_that_have_nothing_to_do_with_each_other(text: str) -> None:
    assert [line for _, line in told(extract(text)) if "inconsistent" in line or " share " in line] == []


def test_one_of_a_row_is_not_the_whole_of_the_others() -> None:
    text = "Kết quả có 45 phiếu tín nhiệm cao (90%), 3 phiếu tín nhiệm (6%), 2 phiếu tín nhiệm thấp (5%)."
    assert not any(" share " in line for _, line in told(extract(text)))


def test_a_list_behind_a_row_of_shares_is_not_its_whole() -> None:
    text = (
        "Khối A có 2 hộ (chiếm 33,3%), khối B 2 hộ (33,3%), 2 hộ còn lại (33,3%) thuộc khối C. Huyện có 20 hộ, "
        "trong đó 1 hộ được hỗ trợ (chiếm 5,0%)."
    )
    assert extract(text).alarms == ()


def test_one_digit_away_from_the_whole_of_the_others() -> None:
    text = (
        "Đại hội có 1.240 đại biểu, trong đó 186 đại biểu nữ (chiếm 15,00%), 93 đại biểu trẻ (chiếm 7,50%), 341 đại "
        "biểu tái cử (chiếm 27,50%). Về trình độ, 835 đại biểu có bằng thạc sĩ, tiến sĩ (chiếm {})."
    )
    failing = [line for _, line in told(extract(text.format("67,43%"))) if "inconsistent" in line]
    assert failing == ["stated share inconsistent: 835 đại biểu | 1.240 đại biểu | 67,43%"]
    for other in ("67,34%", "58,21%", "67,40%", "67,4%"):
        assert extract(text.format(other)).alarms == ()


@pytest.mark.parametrize(
    "text",
    [
        "Năm qua, huyện kết nạp 67 đảng viên, gồm 32 người dân tộc thiểu số, 35 đoàn viên, 33 nữ.",
        "Hội đồng có 40 đại biểu, gồm 12 đại biểu nữ, 9 đại biểu trẻ tuổi và 7 đại biểu là người dân tộc Khmer.",
        "Xã có 120 hộ khó khăn, gồm 50 hộ nghèo, 70 hộ cận nghèo, 30 hộ neo đơn.",
    ],
)
def test_classes_that_overlap_make_up_no_whole(text: str) -> None:
    assert not [line for _, line in told(extract(text)) if " sum " in line]


@pytest.mark.parametrize(
    "text",
    [
        "Toàn huyện đã gieo cấy 8.450 ha lúa, đạt 97,1% kế hoạch (8.700 ha), giảm 150 ha so với cùng kỳ.",
        "Thu ngân sách đạt 450 tỷ đồng, bằng 112,5% dự toán (400 tỷ đồng), tăng 40 tỷ đồng.",
        "Có 1.520 người đi làm việc, đạt 101,3% kế hoạch năm (1.500 người), trong đó nữ 608 người (40%).",
        "Huyện đã thu 10,5 tỷ đồng, trong đó thuế 5,2 tỷ đồng (đạt 92%).",
        "Đại hội bầu 45 ủy viên, khuyết 2 ủy viên so với đề án 47 người, trong đó nữ 9 người, chiếm 20%.",
        "Huyện có 1.250 ha rừng, đạt 104,2% kế hoạch (1.200 ha), tăng 85 ha so với năm 2018 (1.165 ha).",
    ],
)
def test_what_follows_a_plan_in_brackets_is_not_of_the_plan(text: str) -> None:
    record = extract(text)
    assert record.alarms == ()
    assert all(check.verdict == "consistent" for check in record.checks), told(record)


VOTES = """Có 53/58 đại biểu HĐND tỉnh có mặt tại kỳ họp. Kết quả như sau:

1. Ông Trần Văn Bình: tín nhiệm cao 49 phiếu (chiếm 84,48% tổng số đại biểu HĐND tỉnh); tín nhiệm {} phiếu (chiếm {} \
tổng số đại biểu HĐND tỉnh).

2. Bà Lê Thị Hoa: tín nhiệm cao 51 phiếu (chiếm 87,93% tổng số đại biểu HĐND tỉnh).
"""


@pytest.mark.parametrize(
    ("votes", "share", "claim"),
    [
        ("4", "6,9%", "inferred share consistent: 4 phiếu | 58 | 6,9%"),
        ("4", "6,7%", "stated share inconsistent: 4 phiếu | 58 | 6,7%"),
        # Of another body, for all that can be told.
        ("4", "31,2%", None),
    ],
)
def test_shares_whose_base_is_named_like_others(votes: str, share: str, claim: str | None) -> None:
    found = claims_of(VOTES.format(votes, share))
    assert {
        "inferred share consistent: 49 phiếu | 58 | 84,48%",
        "inferred share consistent: 51 phiếu | 58 | 87,93%",
    } <= set(found)
    assert [each for each in found if f"| {share}" in each] == ([] if claim is None else [claim])


def test_shares_of_another_body_in_the_same_words() -> None:
    text = (
        VOTES.format("4", "6,9%")
        + "3. Ông Võ Nam: tín nhiệm cao 40 phiếu (chiếm 83,33% tổng số đại biểu HĐND tỉnh).\n\n"
        + "4. Bà Hồ Thu: tín nhiệm cao 44 phiếu (chiếm 91,67% tổng số đại biểu HĐND tỉnh).\n"
    )
    assert extract(text).alarms == ()
