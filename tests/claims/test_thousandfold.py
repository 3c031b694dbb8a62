"""Figures a thousand times too large or too small, which only the others of the article show."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractor import extract
from extractor.claims.fitting import fits
from extractor.claims.proposal import Proposal, stated
from tests.claims.said import claims_of, reading_of

PLAN = (
    "Năm 2022, vốn đầu tư công của tỉnh là 8.230.300 triệu đồng; trong đó, vốn giao đầu năm là {}, vốn năm trước "
    "chuyển sang là 441.597 triệu đồng."
)
REVENUE = (
    "Dự toán cả năm của Cục Thuế là 12.259 tỷ đồng. Trong năm, thu nội địa được {}, còn thu từ xuất nhập khẩu được "
    "1.219 tỷ đồng."
)
SPENT = "Tổng vốn đầu tư công của tỉnh là 8.230,3 tỷ đồng. Đến 30/11 đã giải ngân {}, đạt 54,5%."


class TestThousandfold:
    @pytest.mark.parametrize(
        ("text", "printed", "rule"),
        [
            (PLAN, "7.788,703 triệu đồng", "sum.thousandfold"),
            (PLAN, "7.788.703 tỷ đồng", "sum.thousandfold"),
            (REVENUE, "11.040 triệu đồng", "sum.thousandfold"),
            (SPENT, "4.486,479 triệu đồng", "share.thousandfold"),
        ],
    )
    def test_is_an_alarm_that_says_so(self, text: str, printed: str, rule: str) -> None:
        record = extract(text.format(printed))
        (check,) = record.alarms
        claim = next(claim for claim in record.claims if claim.id == check.claim)
        assert (claim.rule, claim.basis) == (rule, "stated")
        quotes = {figure.id: figure.text for figure in record.figures}
        assert any(
            cause.operand is not None and quotes[cause.operand] == printed and cause.kind in ("separator", "magnitude")
            for cause in check.diagnosis
        )

    @pytest.mark.parametrize(
        ("text", "printed"),
        [(PLAN, "7.788.703 triệu đồng"), (REVENUE, "11.040 tỷ đồng"), (SPENT, "4.486,479 tỷ đồng")],
    )
    def test_nothing_as_it_was_meant(self, text: str, printed: str) -> None:
        record = extract(text.format(printed))
        assert record.alarms == ()
        assert any(check.verdict == "consistent" for check in record.checks)

    @pytest.mark.parametrize(
        "text",
        [
            # Nothing asks for it a thousandfold
            PLAN.format("7.511,204 triệu đồng"),
            # A rate of a whole percent is met by too much
            "Ngân sách huyện chi 125 tỷ đồng. Mỗi hộ được hỗ trợ 85 triệu đồng để làm nhà, số hộ khá tăng 68%.",
            # What is too small to matter makes no sum
            "Quỹ thu được 683 triệu đồng, chi 60 triệu đồng tiền điện; dư cuối kỳ là 683.015.625 đồng.",
            # A number that stands there a thousandfold is no claim
            "Xã vay 12,5 tỷ đồng. Mỗi hộ vay 12,5 triệu đồng, thu nhập tăng 25%.",
        ],
    )
    def test_no_alarm_where_it_proves_nothing(self, text: str) -> None:
        assert [check.message.vi for check in extract(text).alarms] == []

    def test_spoken_for(self) -> None:
        """A figure that a claim holds together with others is as it should be."""
        text = (
            "Hợp tác xã thu 30 triệu đồng, gồm 12,5 triệu đồng tiền rau và 17,5 triệu đồng tiền quả. Cả huyện thu "
            "50 tỷ đồng, rau chiếm 25%."
        )
        assert claims_of(text) == ["stated sum consistent: 12,5 triệu đồng | 17,5 triệu đồng | 30 triệu đồng"]


class TestFits:
    TEXT = "Có 12 hộ, 8 hộ, 20 hộ, 40%, 60%, 2,5 lần và 5 lần."

    @pytest.mark.parametrize(
        ("kind", "names", "indexes", "expected"),
        [
            ("share", ("part", "whole", "percent"), (1, 2, 3), True),
            ("share", ("part", "whole", "percent"), (0, 2, 3), False),
            ("change", ("old", "new", "percent"), (2, 0, 3), True),
            ("change", ("old", "new", "percent"), (2, 1, 3), False),
            ("difference", ("larger", "smaller", "difference"), (2, 0, 1), True),
            ("difference", ("larger", "smaller", "difference"), (0, 1, 2), False),
            ("multiple", ("larger", "smaller", "multiple"), (2, 1, 5), True),
            ("multiple", ("larger", "smaller", "multiple"), (2, 1, 6), False),
        ],
    )
    def test_three_operands(self, kind: str, names: tuple[str, ...], indexes: tuple[int, ...], expected: bool) -> None:
        reading = reading_of(self.TEXT)
        operands = {name: reading.sides[index][0] for name, index in zip(names, indexes, strict=True)}
        extra = {"direction": "down"} if kind == "change" else {}
        assert fits(Proposal(kind, operands, "stated", "test", extra)) is expected  # type: ignore[arg-type]

    @pytest.mark.parametrize(("total", "expected"), [(2, True), (1, False)])
    def test_sum(self, total: int, expected: bool) -> None:
        reading = reading_of(self.TEXT)
        parts = (reading.sides[0][0], reading.sides[1][0])
        assert fits(stated("sum", {"parts": parts, "total": reading.sides[total][0]}, "test")) is expected

    def test_a_sum_with_a_literal_is_not_asked(self) -> None:
        reading = reading_of(self.TEXT)
        parts = (reading.sides[0][0], Decimal(8))
        assert not fits(stated("sum", {"parts": parts, "total": reading.sides[2][0]}, "test"))
