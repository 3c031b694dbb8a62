import itertools
from pathlib import Path

import pytest
import underthesea
from hypothesis import given, settings
from hypothesis import strategies as st
from underthesea import word_tokenize

from extractor.tokens.words import _FEW_WINDOWS, _MODEL, _Tagger, _tagger, segment


def words(text: str) -> list[str]:
    return [text[a:b] for a, b in segment(text, 0, len(text))]


def test_words_of_several_syllables() -> None:
    assert words("gian hàng ẩm thực") == ["gian hàng", "ẩm thực"]


def test_words_are_the_published_characters_even_where_the_segmenter_rewrites_them() -> None:
    for text in ("thuỷ sản hoà bình", "Uỷ ban … nhân dân", "12 tr.đ/ha"):
        assert "".join("".join(words(text)).split()) == "".join(text.split())


@settings(max_examples=60)
@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạ ,.-0123456789%/…\u0301", max_size=40))
def test_any_window(text: str) -> None:
    found = segment(text, 0, len(text))
    assert all(0 <= a < b <= len(text) for a, b in found)
    assert all(x[1] <= y[0] for x, y in itertools.pairwise(found))


@pytest.mark.parametrize(
    "window",
    ["gian hàng ẩm thực", "cơ sở sản xuất kinh doanh", "Ủy ban nhân dân tỉnh", "lượt khách tham quan du lịch", "hộ"],
)
def test_the_model_by_itself_gives_the_words_of_the_library(window: str) -> None:
    words_of_library: list[str] = word_tokenize(window)
    tagger = _tagger()
    assert tagger is not None
    assert [tag == "B-W" for tag in tagger(window.split())] == [
        first for word in words_of_library for first in (True, *[False] * word.count(" "))
    ]


NEWS = (
    "Các hộ nuôi tôm ở vùng ven biển phối hợp với cán bộ khuyến nông nạo vét kênh nội đồng Ủy ban nhân dân tỉnh Cà Mau"
    " hỗ trợ con giống cho hợp tác xã chuyển đổi cây trồng vật nuôi theo hướng bền vững"
).split()


def test_the_words_of_a_window_are_all_that_the_model_asks_for() -> None:
    folder = Path(underthesea.__file__).parent / _MODEL
    first, later = _Tagger(folder), _Tagger(folder)
    for _ in range(_FEW_WINDOWS + 1):
        later(["hộ"])
    assert first._featurizer is None
    assert later._featurizer is not None
    for start, size in itertools.product(range(len(NEWS)), (1, 2, 5, 8)):
        window = NEWS[start : start + size]
        assert first(window) == later(window)
        first._seen = 0
