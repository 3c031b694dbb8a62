"""The validator: does the arithmetic an article claims between its figures hold?

Exact interval arithmetic. A published figure stands for all values that print that way, the operands of a
claim give an interval for its result, and the verdict says how that interval lies against the published one.
Where a claim fails, a diagnosis lists the smallest slips that would explain it.

Example:
    >>> from decimal import Decimal
    >>> from extractor.records import Figure, Share
    >>> ratio = Figure(id="f8", span=(0, 9), text="649/1.240", kind="ratio", rule="ratio",
    ...                numerator=Decimal(649), denominator=Decimal(1240))
    >>> percent = Figure(id="f7", span=(11, 17), text="52,34%", kind="percent", rule="percent",
    ...                  value=Decimal("52.34"), ulp=Decimal("0.01"),
    ...                  interval=(Decimal("52.335"), Decimal("52.345")))
    >>> claim = Share(id="c1", basis="stated", span=(0, 17), rule="ratio_percent",
    ...               part="f8.numerator", whole="f8.denominator", percent="f7")
    >>> [check] = check_claims([claim], {"f7": percent, "f8": ratio})
    >>> check.verdict, check.message.vi
    ('consistent', '649 / 1.240 = 52,3387…%, làm tròn 52,34%: khớp')
"""

from extractor.validator.check import check_claims

__all__ = ["check_claims"]
