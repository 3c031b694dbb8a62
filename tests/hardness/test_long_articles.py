"""A ten times longer article takes ten times as long, and not a hundred times.

The bounds leave room for what else a machine does meanwhile: what is quadratic misses them by far.
"""

from __future__ import annotations

from time import process_time

import pytest

from extractor import extract

DENSE = (
    "Năm {year}, xã thứ {n} có {part} hộ nghèo trong tổng số {whole} hộ dân, chiếm {part},{n}%. Doanh thu ước đạt"
    " {n} tỷ đồng, tăng {n},5% so với cùng kỳ năm trước; thực hiện Quyết định số {part}/QĐ-UBND ngày 5/{month}/{year}"
    " của UBND tỉnh Cà Mau, cán bộ đã rà soát lại danh sách và công khai tại trụ sở.\n"
)
PROSE = (
    "Con đường về làng rợp bóng dừa, ven đường là ruộng lúa vừa bén rễ, trẻ con tan học ríu rít đạp xe trên bờ kênh,"
    " người lớn gọi nhau ra đồng từ lúc sương chưa tan và trở về khi khói bếp đã bay lên. "
)


def dense(paragraphs: int) -> str:
    """Every sentence with figures, claims and documents, and no two alike."""
    return "".join(
        DENSE.format(year=2005 + n % 19, n=n, part=100 + n * 7 % 800, whole=1000 + n * 13 % 9000, month=1 + n % 12)
        for n in range(paragraphs)
    )


def prose(pieces: int) -> str:
    """Running text on one line, with a figure now and then: some 4.000 characters a piece."""
    return "".join(f"{PROSE * 20}Cả xã có {1_001 + n} hộ. " for n in range(pieces))


def seconds(text: str, runs: int) -> float:
    best = float("inf")
    for _ in range(runs):
        start = process_time()
        extract(text)
        best = min(best, process_time() - start)
    return best


@pytest.mark.slow
@pytest.mark.timing
@pytest.mark.parametrize(("short", "long"), [(dense(25), dense(250)), (prose(6), prose(60))], ids=["dense", "prose"])
def test_time_grows_no_faster_than_the_article(short: str, long: str) -> None:
    extract(dense(5))
    assert seconds(long, runs=2) <= 20 * seconds(short, runs=4) + 0.1


@pytest.mark.slow
@pytest.mark.timing
@pytest.mark.parametrize("piece", ["1", "5 - ", "1/", "(", "tăng ", "từ 5 lên ", "Quyết định số ", "ngày 5, ", "hộ, "])
def test_a_line_that_says_nothing_takes_no_longer_than_its_length(piece: str) -> None:
    short, long = (piece * (size // len(piece)) for size in (5_000, 50_000))
    assert seconds(long, runs=2) <= 20 * seconds(short, runs=3) + 0.2


@pytest.mark.slow
def test_megabytes_in_one_article_are_read() -> None:
    text = prose(400)
    assert len(text.encode()) > 2_000_000
    record = extract(text)
    assert [figure.text for figure in record.figures] == [f"{1_001 + n} hộ" for n in range(400)]
