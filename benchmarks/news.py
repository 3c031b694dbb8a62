"""Articles in the manner of provincial papers, as many as wanted, the same for the same seed.

Two thirds of their sentences carry no digit, as in real news; the others count, compare, cite documents and say what
part of a plan was reached, mostly rightly. No two articles are alike enough to be taken for copies.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

PLACES = (
    "Cà Mau", "Bạc Liêu", "Sóc Trăng", "Trà Vinh", "Bến Tre", "Vĩnh Long", "Hậu Giang", "Kiên Giang", "An Giang",
    "Đồng Tháp", "Long An", "Tây Ninh", "Bình Phước", "Lâm Đồng", "Đắk Nông", "Đắk Lắk", "Gia Lai", "Kon Tum",
    "Phú Yên", "Bình Định", "Quảng Ngãi", "Quảng Nam", "Quảng Trị", "Hà Tĩnh", "Nghệ An", "Thanh Hóa", "Hòa Bình",
    "Sơn La", "Lào Cai", "Hà Giang",
)  # fmt: skip
DISTRICTS = (
    "Đầm Dơi", "Cái Nước", "Năm Căn", "Trần Văn Thời", "Thới Bình", "Phước Long", "Hồng Dân", "Cầu Kè", "Càng Long",
    "Mỏ Cày", "Châu Thành", "Tri Tôn", "Tân Hồng", "Đức Huệ", "Bù Đăng", "Lạc Dương", "Krông Nô", "Mang Yang",
)  # fmt: skip
_WHO = (
    "Lãnh đạo huyện", "Bà con trong ấp", "Các hộ nuôi tôm", "Cán bộ khuyến nông", "Ban quản lý dự án", "Đoàn viên",
    "Hội Phụ nữ xã", "Nhiều doanh nghiệp", "Người dân vùng sâu", "Các trường học", "Trạm y tế", "Ngành nông nghiệp",
    "Tổ hợp tác", "Những hộ có đất sản xuất", "Đội thanh niên tình nguyện", "Hợp tác xã", "Cựu chiến binh",
    "Giáo viên vùng ven biển", "Các tổ tự quản", "Chính quyền cơ sở", "Bộ đội biên phòng", "Đại diện ngành giao thông",
)  # fmt: skip
_DO = (
    "phối hợp", "kiên trì", "chủ động", "bắt tay", "tích cực", "mạnh dạn", "cùng nhau", "từng bước", "tiếp tục",
    "nhanh chóng", "tập trung", "sẵn sàng", "vận động nhau", "thường xuyên", "quyết tâm", "bàn cách",
)  # fmt: skip
_WHAT = (
    "nạo vét các tuyến kênh nội đồng", "sửa lại cầu đường bị hư hỏng", "chuyển đổi cây trồng vật nuôi",
    "xây dựng đời sống văn hóa ở khu dân cư", "khắc phục hậu quả của đợt triều cường", "giữ gìn an ninh trật tự",
    "trồng lại rừng phòng hộ ven biển", "đưa con em trở lại trường", "chăm lo gia đình chính sách",
    "phòng chống dịch bệnh trên tôm",
    "tháo gỡ khó khăn về vốn", "liên kết tiêu thụ nông sản", "dọn vệ sinh môi trường", "hiến đất mở rộng lộ nông thôn",
    "học nghề để có việc làm ổn định", "gia cố bờ bao trước mùa mưa", "hỗ trợ nhau con giống và kỹ thuật",
    "bảo vệ nguồn nước ngọt", "xóa nhà tạm cho hộ khó khăn", "quảng bá đặc sản của địa phương",
)  # fmt: skip
_HOW = (
    "nhờ sự đồng thuận của người dân", "trong điều kiện thời tiết không thuận lợi", "theo hướng bền vững",
    "để cuộc sống ngày một tốt hơn", "với tinh thần trách nhiệm cao", "dù còn nhiều khó khăn phía trước",
    "như lời kêu gọi của địa phương", "ngay từ những ngày đầu mùa vụ", "bằng nhiều cách làm sáng tạo",
    "khi nguồn vốn của cấp trên còn hạn hẹp", "nên bộ mặt nông thôn thay đổi rõ rệt", "và được nhiều nơi đến học hỏi",
    "từ nguồn lực xã hội hóa", "qua đó tạo niềm tin trong nhân dân", "trước khi bước vào cao điểm mùa khô",
)  # fmt: skip
_LEAD = (
    "Thời gian qua,", "Theo ghi nhận,", "Bên cạnh đó,", "Ngoài ra,", "Nhìn chung,", "Đặc biệt,", "Hiện nay,",
    "Trước mắt,", "Cùng với đó,", "Thực tế cho thấy,", "Có thể nói,", "Đáng mừng là", "Song song đó,", "Mặt khác,",
    "Vì vậy,",
)  # fmt: skip
_COUNTED = (
    "hộ nghèo", "hộ cận nghèo", "lao động", "học sinh", "hội viên", "đảng viên", "công trình", "mô hình", "ca bệnh",
    "trường hợp", "lượt khách", "doanh nghiệp", "vụ vi phạm", "căn nhà",
)  # fmt: skip
_TYPES = (("Quyết định", "QĐ"), ("Kế hoạch", "KH"), ("Chỉ thị", "CT"), ("Báo cáo", "BC"), ("Thông báo", "TB"))


def articles(count: int, seed: int = 1, sentences: tuple[int, int] = (10, 26)) -> Iterator[dict[str, Any]]:
    """Lines of JSON Lines: ``id``, ``url``, ``title``, ``published`` and ``text``.

    Args:
        count: how many.
        seed: which; the same articles for the same seed.
        sentences: from how few to how many sentences one has.

    >>> [first] = articles(1)
    >>> sorted(first)
    ['id', 'published', 'text', 'title', 'url']
    """
    for number in range(count):
        chance = random.Random(f"{seed}/{number}")
        place, district = chance.choice(PLACES), chance.choice(DISTRICTS)
        day = date(2016, 1, 1) + timedelta(days=chance.randrange(2000))
        body = [_sentence(chance, place, district, day) for _ in range(chance.randint(*sentences))]
        title = f"{place}: {chance.choice(_WHO)} {chance.choice(_DO)} {chance.choice(_WHAT)}"
        yield {
            "id": f"n{seed}-{number}",
            "url": f"https://bao.example/{seed}/{number}.html",
            "title": title,
            "published": day.isoformat(),
            "text": f"{title}\n" + "\n".join(" ".join(body[at : at + 4]) for at in range(0, len(body), 4)),
        }


def write(path: Path, count: int, seed: int = 1, **options: Any) -> int:
    """Write articles as JSON Lines; returns the bytes of their texts."""
    size = 0
    with path.open("w", encoding="utf-8") as file:
        for article in articles(count, seed, **options):
            size += len(article["text"].encode())
            file.write(json.dumps(article, ensure_ascii=False) + "\n")
    return size


def _sentence(chance: random.Random, place: str, district: str, day: date) -> str:
    return _plain(chance) if chance.random() < 2 / 3 else chance.choice(_NUMBERED)(chance, place, district, day)


def _plain(chance: random.Random) -> str:
    who, do, what, how = (chance.choice(words) for words in (_WHO, _DO, _WHAT, _HOW))
    lead = f"{chance.choice(_LEAD)} {who[0].lower()}{who[1:]}" if chance.random() < 0.5 else who
    middle = f" {do} {what} và {chance.choice(_WHAT)}" if chance.random() < 0.4 else f" {do} {what}"
    return f"{lead}{middle} {how}."


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.2f}".replace(".", ",") + "%"


def _count(chance: random.Random, place: str, district: str, day: date) -> str:
    return (
        f"Đến cuối năm {day.year}, huyện {district} có {_grouped(chance.randint(30, 9000))} {chance.choice(_COUNTED)},"
        f" trong đó {chance.randint(3, 29)} {chance.choice(_COUNTED)} ở vùng sâu."
    )


def _share(chance: random.Random, place: str, district: str, day: date) -> str:
    whole = chance.randint(200, 9000)
    part = chance.randint(whole // 3, whole - 1)
    # One in twenty is printed wrong.
    printed = part if chance.random() > 0.05 else part + whole // 20
    return (
        f"Toàn huyện đã hỗ trợ {_grouped(part)} {chance.choice(_COUNTED)}, đạt {_percent(printed, whole)}"
        f" so với kế hoạch ({_grouped(part)}/{_grouped(whole)})."
    )


def _cited(chance: random.Random, place: str, district: str, day: date) -> str:
    kind, symbol = chance.choice(_TYPES)
    issued = day - timedelta(days=chance.randrange(10, 700))
    return (
        f"Thực hiện {kind} số {chance.randint(10, 3000)}/{symbol}-UBND ngày {issued.day}/{issued.month}/{issued.year}"
        f" của UBND tỉnh {place}, địa phương {chance.choice(_DO)} {chance.choice(_WHAT)}."
    )


def _grew(chance: random.Random, place: str, district: str, day: date) -> str:
    old = chance.randint(40, 900)
    new = old + chance.randint(5, 300)
    return (
        f"Năm {day.year}, sản lượng đạt {_grouped(new)} tấn, tăng {_percent(new - old, old)} so với năm {day.year - 1}"
        f" ({_grouped(old)} tấn)."
    )


def _money(chance: random.Random, place: str, district: str, day: date) -> str:
    return (
        f"Tổng vốn đầu tư hơn {chance.randint(2, 90)},{chance.randint(1, 9)} tỷ đồng, lãi suất"
        f" {chance.randint(5, 9)},{chance.randint(1, 9)}%/năm, dự kiến xong trong quý"
        f" {chance.choice(('I', 'II', 'III'))}."
    )


def _dated(chance: random.Random, place: str, district: str, day: date) -> str:
    who, do, what = chance.choice(_WHO).lower(), chance.choice(_DO), chance.choice(_WHAT)
    return f"Ngày {day.day}/{day.month}, tại huyện {district}, {who} {do} {what}."


_NUMBERED = (_count, _share, _cited, _grew, _money, _dated, _dated)
