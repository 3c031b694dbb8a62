"""Articles written for the tests of the store."""

from __future__ import annotations

from extractor import Article, extract
from extractor.store import Packed, Store, pack
from extractor.store.copies import sketch
from extractor.store.writing import Added

VOTE = "Kỳ họp có 443/448 đại biểu tán thành, chiếm 91,53%."
REPORT = (
    "Thực hiện Quyết định số 245/QĐ-UBND ngày 16/2/2016 của UBND tỉnh Cà Mau, huyện Đầm Dơi đã xây dựng {roads} km"
    " đường nông thôn. Bà con trong xã góp đất, góp công, chung tay làm cầu bắc qua các con rạch nhỏ. Nhờ vậy"
    " học sinh đi học thuận lợi hơn, thương lái vào tận vuông tôm để mua hàng. Lãnh đạo huyện cho biết sẽ tiếp tục"
    " vận động người dân tham gia, ưu tiên các ấp vùng sâu, nơi đi lại còn nhiều khó khăn vào mùa mưa. Theo kế hoạch,"
    " các ấp còn lại sẽ được đầu tư trong thời gian tới, khi có thêm nguồn vốn của tỉnh và sự đóng góp của dân."
)


def article(text: str, source: str = "a.txt", **fields: str | None) -> Article:
    return Article(id=source.rpartition("/")[2], text=text, source=source, **fields)  # type: ignore[arg-type]


def packed(text: str, source: str = "a.txt", **fields: str | None) -> Packed:
    made = article(text, source, **fields)
    return pack(made, extract(made))._replace(sketch=sketch(text))


def add(store: Store, text: str, source: str, **fields: str | None) -> Added:
    return store.add(packed(text, source, **fields))
