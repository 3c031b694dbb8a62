import pytest

from extractor.article import View

WRAPPED = (
    "Theo báo cáo của Ủy ban nhân dân huyện, đến hết quý III năm 2019\n"
    "toàn huyện có 9/14 xã đạt chuẩn nông thôn mới, thu nhập bình quân\n"
    "đầu người đạt 41 triệu đồng/năm. Huyện phấn đấu cuối năm có thêm\n"
    "2 xã về đích, nâng tổng số xã đạt chuẩn lên 11 xã theo kế hoạch\n"
    "được Tỉnh ủy giao từ đầu nhiệm kỳ và hội đồng nhân dân thông qua.\n"
)


@pytest.mark.parametrize(
    ("source", "breaks"),
    [
        ("Tiêu đề bài báo\nThân bài mở đầu.", 1),
        ("Câu một.\nCâu hai.", 1),
        ("Câu một,\nđoạn nối tiếp.", 0),
        ("Kế hoạch số\n14/KH-UBND", 0),
        ("ngày 23/4/2018 của\n  Chính phủ", 0),
        ("hoàn thành sau 01 ngày\nTrước thông tin này", 1),
        ("Danh sách:\n- mục một\n- mục hai", 2),
        ("Câu dở dang\n\nđoạn sau chữ thường", 1),
        ("a\n", 0),
    ],
)
def test_which_breaks_end_a_paragraph(source: str, breaks: int) -> None:
    assert View(source).text.strip("\n").count("\n") == breaks


def test_a_hard_wrapped_text_is_one_paragraph() -> None:
    assert "\n" not in View(WRAPPED).text.strip()


def test_one_sentence_a_line_is_not_taken_for_wrapping() -> None:
    source = "\n".join(f"Xã thứ {i} của huyện đã hoàn thành 19 tiêu chí nông thôn mới." for i in range(6))
    assert View(source).text.count("\n") == 5
