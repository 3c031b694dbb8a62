"""What must hold for any article: no exception, sound references, and no alarm where the arithmetic is true."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from extractor import extract
from extractor.records import Literal_, Record, claim_operands
from extractor.validator.numerals import exact_decimal, power_of_ten, rounded

calm = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
fewer = settings(calm, max_examples=60)


def integer(value: int) -> str:
    """As printed: "1.240"."""
    return f"{value:,}".replace(",", ".")


def fraction(value: Fraction, places: int) -> str:
    """As printed, honestly rounded: "52,34"."""
    step = power_of_ten(-places)
    whole, _, rest = str(exact_decimal(rounded(value, step), step)).partition(".")
    return integer(int(whole)) + (f",{rest}" if places else "")


def percent(part: int, whole: int, places: int) -> str:
    """As printed: "52,34%"."""
    return fraction(Fraction(100 * part, whole), places) + "%"


counts = st.integers(2, 90_000)
places = st.integers(1, 2)
nouns = st.sampled_from(["hộ", "trường hợp", "người", "hồ sơ", "dự án", "trường", "cơ sở"])


@st.composite
def shares(draw: st.DrawFn) -> str:
    whole = draw(st.integers(20, 90_000))
    part, digits, noun = draw(st.integers(1, whole)), draw(places), draw(nouns)
    rate, a, b = percent(part, whole, digits), integer(part), integer(whole)
    return draw(
        st.sampled_from(
            [
                f"Đến nay, huyện đã giải quyết được {a} {noun}, đạt {rate} so với kế hoạch ({a}/{b}).",
                f"Toàn tỉnh có {a}/{b} {noun} đạt yêu cầu, chiếm {rate}.",
                f"Toàn tỉnh có {a}/{b} {noun} ({rate}) được hỗ trợ.",
                f"Huyện có {b} {noun}, trong đó {a} {noun} được hỗ trợ (chiếm {rate}).",
                f"Đã hỗ trợ {a} {noun}, đạt {rate} kế hoạch ({b} {noun}).",
            ]
        )
    )


@st.composite
def changes(draw: st.DrawFn) -> str:
    old, new = draw(st.lists(st.integers(50, 90_000), min_size=2, max_size=2, unique=True))
    digits, noun = draw(places), draw(nouns)
    assume(abs(new - old) < 9 * old)  # see test_a_percentage_of_four_digits
    verb, to = ("tăng", "lên") if new > old else ("giảm", "xuống còn")
    rate, amount = percent(abs(new - old), old, digits), integer(abs(new - old))
    return draw(
        st.sampled_from(
            [
                f"Số vốn vay đã giúp từ {integer(old)} {noun} {to} {integer(new)} {noun}, {verb} {rate}.",
                f"Tháng này có {integer(new)} {noun}, {verb} {rate} so với cùng kỳ năm trước ({integer(old)} {noun}).",
                f"Con số này từ {integer(old)} {noun} {to} {integer(new)} {noun}, {verb} {amount} {noun}.",
                f"Năm nay có {integer(new)} {noun}, {verb} {amount} {noun} so với năm trước ({integer(old)} {noun}).",
            ]
        )
    )


@st.composite
def sums(draw: st.DrawFn) -> str:
    a, b, c, noun = draw(counts), draw(counts), draw(counts), draw(nouns)
    total = integer(a + b + c)
    return draw(
        st.sampled_from(
            [
                f"Toàn huyện có {total} {noun}, gồm: xã A có {integer(a)} {noun}, xã B có {integer(b)} {noun}, "
                f"xã C có {integer(c)} {noun}.",
                f"Năm nay có {integer(a + b)} {noun}, gồm {integer(a)} {noun} cũ và {integer(b)} {noun} mới.",
                f"Tuần trước {integer(a)} {noun} và {integer(b)} {noun} tuần này, tổng cộng {integer(a + b)} {noun}.",
                f"Toàn huyện có {total} {noun}, trong đó xã A {integer(a)} {noun}, xã B {integer(b)} {noun}, còn lại "
                f"{integer(c)} {noun} ở xã C.",
                f"Cao nhất là xã A ({integer(a)} {noun}), xã B ({integer(b)} {noun}) và xã C ({integer(c)} {noun}); "
                f"3 xã "
                f"này có tổng cộng {total} {noun}.",
            ]
        )
    )


@st.composite
def money(draw: st.DrawFn) -> str:
    plan = Fraction(draw(st.integers(1000, 90_000)), 10)
    done, digits = Fraction(draw(st.integers(100, int(plan * 10))), 10), draw(places)
    a, b, rate = fraction(done, 1), fraction(plan, 1), fraction(100 * done / plan, digits) + "%"
    return draw(
        st.sampled_from(
            [
                f"Đến nay, toàn tỉnh giải ngân {a} tỷ đồng, bằng {rate} dự toán ({b} tỷ đồng).",
                f"Huyện được giao {b} tỷ đồng, đến nay đã giải ngân {a} tỷ đồng, đạt {rate}.",
                f"Thu nội địa được {a} tỷ đồng so với dự toán {b} tỷ đồng, đạt {rate}.",
            ]
        )
    )


@st.composite
def multiples(draw: st.DrawFn) -> str:
    small, times, noun = draw(st.integers(20, 9000)), draw(st.integers(2, 9)), draw(nouns)
    return (
        f"Nay có {integer(small * times)} {noun} tham gia, gấp {times} lần so với năm 2015 ({integer(small)} {noun})."
    )


@st.composite
def rows(draw: st.DrawFn) -> str:
    a, b, c, noun = draw(counts), draw(counts), draw(counts), draw(nouns)
    total, digits = a + b + c, draw(places)
    first, second, third = ([integer(p), percent(p, total, digits)] for p in (a, b, c))
    return draw(
        st.sampled_from(
            [
                f"Toàn tỉnh có {integer(total)} {noun}. Khối A có {first[0]} {noun} (chiếm {first[1]}), khối B "
                f"{second[0]} {noun} ({second[1]}), {third[0]} {noun} còn lại ({third[1]}) thuộc khối C.",
                f"Có {first[0]} {noun} loại một ({first[1]}), {second[0]} {noun} loại hai ({second[1]}) và {third[0]} "
                f"{noun} loại ba ({third[1]}) trong tổng số {integer(total)} {noun}.",
                f"Trong {integer(total)} {noun} năm nay, {first[0]} {noun} đã hoàn thành, chiếm {first[1]}.",
                f"Ngành tiếp nhận {integer(total)} {noun}, đã giải quyết {first[0]} {noun} (đạt {first[1]}), còn "
                f"{integer(b + c)} {noun}.",
            ]
        )
    )


@st.composite
def amounts(draw: st.DrawFn) -> str:
    old, more, noun, digits = draw(st.integers(50, 90_000)), draw(st.integers(1, 40_000)), draw(nouns), draw(places)
    new, rate = old + more, percent(more, old, digits)
    assume(more < 9 * old)
    return draw(
        st.sampled_from(
            [
                f"Năm nay có {integer(new)} {noun}, tăng {integer(more)} {noun} ({rate}) so với năm trước "
                f"({integer(old)} {noun}).",
                f"Con số này tăng từ {integer(old)} {noun} lên {integer(new)} {noun}, tức tăng {integer(more)} "
                f"{noun} ({rate}).",
                f"Kỳ này có {integer(new)} {noun}. So với kỳ trước ({integer(old)} {noun}), số tham gia tăng "
                f"{integer(more)} {noun}, tức tăng {rate}.",
                f"Đợt này bổ sung thêm {integer(more)} {noun}, nâng tổng số từ {integer(old)} {noun} lên "
                f"{integer(new)} {noun}.",
                f"Nơi cao nhất có {integer(new)} {noun}, nơi thấp nhất có {integer(old)} {noun}, chênh nhau "
                f"{integer(more)} {noun}.",
            ]
        )
    )


@st.composite
def rates(draw: st.DrawFn) -> str:
    count, price = draw(st.integers(2, 900)), draw(st.integers(1, 900))
    mean = fraction(Fraction(price * 1000, count), 1)
    return draw(
        st.sampled_from(
            [
                f"Quỹ hỗ trợ {integer(price * 1000)} triệu đồng cho {count} hộ, bình quân {mean} triệu đồng/hộ.",
                f"Xã trao {count} căn nhà, mỗi căn {price} triệu đồng, tổng trị giá {integer(count * price)} triệu "
                f"đồng.",
                f"Hộ ông Ba có {count} m2 đất, đơn giá {integer(price * 1000)} đồng/m2, nhận "
                f"{integer(count * price * 1000)} đồng.",
                f"Công nhân thu nhập {price} triệu đồng/người/tháng, tương đương {integer(price * 12)} triệu "
                f"đồng/người/năm.",
            ]
        )
    )


statements = st.one_of(shares(), changes(), sums(), money(), multiples(), rows(), amounts(), rates())
articles = st.lists(statements, min_size=1, max_size=4).map("\n\n".join)


@calm
@given(statements)
def test_a_true_statement_raises_no_alarm(text: str) -> None:
    assert [check.message.vi for check in extract(text).alarms] == []


@calm
@given(articles)
def test_true_articles_raise_no_alarm(text: str) -> None:
    assert [check.message.vi for check in extract(text).alarms] == []


@fewer
@given(st.lists(statements, min_size=2, max_size=4).map(" ".join))
def test_true_paragraphs_raise_no_alarm(text: str) -> None:
    assert [check.message.vi for check in extract(text).alarms] == []


@pytest.mark.parametrize("rate", ["1.000,0%", "1.240,5%"])
def test_a_percentage_of_four_digits(rate: str) -> None:
    assert extract(f"Số hộ vay vốn tăng {rate} so với năm 2010.").figures[0].text == rate


def _verdicts(text: str) -> list[tuple[str, str]]:
    record = extract(text)
    bases = {claim.id: (claim.kind, claim.basis) for claim in record.claims}
    return sorted(
        (bases[check.claim][0], check.verdict) for check in record.checks if bases[check.claim][1] == "stated"
    )


STATED: list[Callable[[int, int, str], str]] = [
    lambda a, b, p: f"Toàn tỉnh có {integer(a)}/{integer(b)} hộ đạt yêu cầu, chiếm {p}.",
    lambda a, b, p: f"Huyện có {integer(b)} hộ, trong đó {integer(a)} hộ được hỗ trợ (chiếm {p}).",
    lambda a, b, p: f"Số hộ vay vốn từ {integer(a)} hộ lên {integer(b)} hộ, tăng {p}.",
    lambda a, b, p: f"Năm nay có {integer(b)} hộ, tăng {p} so với năm trước ({integer(a)} hộ).",
]


@calm
@given(st.integers(20, 900), st.integers(1, 900), st.integers(1, 999), st.integers(2, 50), st.sampled_from(STATED))
def test_scaling_the_counts_keeps_the_verdicts(
    part: int, more: int, tenths: int, factor: int, sentence: Callable[[int, int, str], str]
) -> None:
    rate = fraction(Fraction(tenths, 10), 1) + "%"
    one = _verdicts(sentence(part, part + more, rate))
    other = _verdicts(sentence(part * factor, (part + more) * factor, rate))
    assert one == other
    assert one, "the sentence states its claim"


def _assert_sound(text: str, record: Record) -> None:
    figures = {figure.id: figure for figure in record.figures}
    ids = [item.id for group in (record.figures, record.claims, record.documents) for item in group]
    assert len(set(ids)) == len(ids)
    for claim in record.claims:
        start, end = claim.span
        assert 0 <= start < end <= len(text)
        operands = [operand for _, operand in claim_operands(claim) if not isinstance(operand, Literal_)]
        assert len(set(operands)) == len(operands)
        for operand in operands:
            ref, _, side = operand.partition(".")
            figure = figures[ref]
            assert (figure.numerator is not None) == bool(side)
            assert start <= figure.span[0] < figure.span[1] <= end
    assert [check.claim for check in record.checks] == [claim.id for claim in record.claims]


pieces = st.sampled_from(
    "đạt|chiếm|tăng|giảm|so với|(|)|từ|lên|xuống còn|gồm|trong đó|bình quân|gấp|lần|tổng cộng|còn lại|còn thiếu"
    "|tương đương|649|1.240|649/1.240|52,34%|24%|0|0%|0/0|5/0|1,2 triệu|3 tỷ đồng|4,5 ha|45.000 m2|2 lần|gấp đôi"
    "|3,03 điểm phần trăm|-5%|10 - 12%"
    "|hơn 500 hộ|gần 20 người|mỗi tháng|6 tháng|4 triệu đồng/người/tháng|hộ|người|, |. |; |: |\n\n".split("|")
)


@calm
@given(st.lists(pieces, max_size=40).map(" ".join))
def test_any_cue_words_and_figures_give_a_sound_record(text: str) -> None:
    _assert_sound(text, extract(text))


@fewer
@given(st.text(max_size=200))
def test_any_text_gives_a_sound_record(text: str) -> None:
    _assert_sound(text, extract(text))


@fewer
@given(articles)
def test_sound_and_the_same_every_time(text: str) -> None:
    record = extract(text)
    _assert_sound(text, record)
    assert record.to_json() == extract(text).to_json()


@fewer
@given(articles)
def test_a_line_break_between_words_changes_no_claim(text: str) -> None:
    wrapped = re.sub(r"(?<=[a-zạ-ỹ,]) (?=[a-zạ-ỹ])", "\n", text, count=1)
    assert [claim.rule for claim in extract(wrapped).claims] == [claim.rule for claim in extract(text).claims]
