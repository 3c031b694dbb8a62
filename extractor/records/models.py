"""The record of one article and what it holds."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer

from extractor.records.claims import Claim
from extractor.records.types import Exact, FigureKind, Frozen, Interval, Modifier, Span, Verdict

SCHEMA_VERSION = "1"

_AMOUNTS = ("value", "low", "high", "numerator", "denominator")
_SCOPE = ("base", "period", "place")


class ArticleInfo(Frozen):
    """Where the article came from; the text itself is not repeated in the record."""

    id: str
    source: str = Field(description="path, URL or '-' the article was read from")
    url: str | None = None
    title: str | None = None
    published: str | None = Field(default=None, description="ISO date or date-time, as the source gives it")
    sha256: str = Field(description="of the UTF-8 text as read")
    length: int = Field(description="of the text, in code points")
    extra: dict[str, Any] = Field(default_factory=dict, description="other keys of a JSON Lines input")


class Document(Frozen):
    """A cited legal or administrative document."""

    id: str
    span: Span
    text: str = Field(description="text[start:end], as published")
    type: str | None = Field(description="the type word with its standard capitals, e.g. 'Quyết định'")
    number: str | None = Field(description="number with symbol, without spaces, e.g. '245/QĐ-UBND'")
    year: int | None = Field(default=None, description="year inside the number: a normative document")
    symbol: str | None = Field(default=None, description="the number's part after the digits, e.g. 'QĐ-UBND'")
    date: str | None = Field(default=None, description="ISO date, or a bare year")
    issuer: str | None = Field(default=None, description="as published within the span")
    same_as: str | None = Field(default=None, description="id of the fuller citation of the same document")
    normative: bool | None = Field(
        default=None, description="whether a year is inside the number as printed; null without a number"
    )
    symbol_type: str | None = Field(
        default=None, description="the type that the symbol stands for, given only where the type word is another"
    )
    pinpoint: str | None = Field(
        default=None, description="the article, clause or part that is cited of it, as published: 'khoản 2 Điều 5'"
    )
    pinpoint_span: Span | None = Field(default=None, description="where the pinpoint stands, outside ``span``")
    canonical: str | None = Field(
        default=None,
        description="the same for every citation of one document, in any article: '245/qd-ubnd/2016/ubnd-tinh-ca-mau';"
        " null where the article does not say enough to tell it from others",
    )
    rule: str = Field(description="the pattern that found it")


class Place(Frozen):
    """A province, by the name it was published with; what became of it stands beside it."""

    name: str = Field(description="its canonical name, as it was at the time of writing")
    successor: str | None = Field(default=None, description="the province it has been part of since 1/7/2025")


class Figure(Frozen):
    """A published quantity.

    ``value``, or ``low`` and ``high`` of a range, or ``numerator`` and ``denominator`` of a ratio are
    given, never more than one of the three. Magnitude words are applied: '1,2 triệu' is 1200000.
    """

    id: str
    span: Span
    text: str = Field(description="text[start:end], as published")
    kind: FigureKind
    value: Exact | None = None
    low: Exact | None = None
    high: Exact | None = None
    numerator: Exact | None = None
    denominator: Exact | None = None
    unit: str | None = None
    concept: str | None = Field(default=None, description="what is counted or measured")
    modifier: Modifier | None = None
    ulp: Exact | None = Field(
        default=None,
        description="one unit of the last printed digit ('52,34%': 0.01; '1,2 triệu': 100000);"
        " null where the figure is exact",
    )
    interval: Interval | None = Field(
        default=None, description="the values it may stand for by rounding and modifier; null for a ratio"
    )
    alternatives: tuple[Exact, ...] = Field(
        default=(), description="other readings of the same print ('1,240' is 1240 or 1.240)"
    )
    base: str | None = Field(
        default=None, description="what it is compared with or a part of, as published: 'cùng kỳ năm trước'"
    )
    period: str | None = Field(default=None, description="the time it is said of, in EDTF: '2018-01/2018-06'")
    place: Place | None = Field(default=None, description="the province it is said of")
    rule: str = Field(description="the pattern that found it")

    @model_serializer(mode="wrap")
    def _only_the_amounts_it_has(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        out: dict[str, Any] = handler(self)
        for name in (*_AMOUNTS, *_SCOPE):
            if out[name] is None:
                del out[name]
        return out


class Message(Frozen):
    """One sentence, in both languages."""

    vi: str
    en: str


class Diagnosis(Frozen):
    """A smallest change that would make a failed claim hold."""

    kind: Literal[
        "other_base", "digit", "separator", "magnitude", "percent_vs_points", "increase_vs_multiple", "swapped"
    ]
    operand: str | None = Field(description="the operand to change: 'f7', 'f8.denominator'")
    other: str | None = Field(default=None, description="of two figures that change places, the other operand")
    printed: str | None = Field(default=None, description="as a number, what is published there")
    values: tuple[Exact, ...] = Field(description="what would make the claim hold, likeliest first")
    message: Message


class Check(Frozen):
    """A claim evaluated."""

    claim: str
    verdict: Verdict
    computed: Interval | None = Field(description="what the operands give")
    published: Interval | None = Field(description="what the published result stands for")
    gap: Exact | None = Field(description="distance of the two, in units of the last printed digit")
    severity: Literal["low", "high"] | None = None
    reason: str | None = Field(default=None, description="why it is undetermined")
    diagnosis: tuple[Diagnosis, ...] = ()
    message: Message


class Unchecked(Frozen):
    """A percentage that no claim holds to anything."""

    figure: str
    reason: Literal["no_whole", "no_part", "no_level", "all", "rate", "range_or_vague", "undetermined"] = Field(
        description="what the article does not give: the whole (or neither whole nor part), the part, the level before"
        " or after; or the percentage says that it is all (100%), is a rate (of interest, of tax), no part of a whole,"
        " is a range or only a bound, or is held to figures that are too vague to decide"
    )
    message: Message


class Coverage(Frozen):
    """How many of the article's percentages could be checked, and why the rest could not."""

    percentages: int = Field(default=0, description="figures of the kind percent in the article")
    checked: int = Field(default=0, description="of them, those that are an operand of a decided check")
    unchecked: tuple[Unchecked, ...] = ()


class Derived(Frozen):
    """A quantity that the article does not print but that its figures imply: a plan, a base, a level before."""

    id: str
    role: Literal["part", "whole", "old", "new", "periods"] = Field(
        description="what it would be in a share or a change with the figures it is derived from; of 'periods', how"
        " many of them what is left of a plan lasts at so much each"
    )
    figures: tuple[str, ...] = Field(description="ids of the figures it follows from: 649 trường hợp, 52,34%")
    unit: str | None = Field(default=None, description="of the quantity, as the figure it stands beside prints it")
    base: str | None = Field(default=None, description="what the percentage is of, as published: 'kế hoạch năm'")
    value: Exact = Field(description="what the figures give if taken as printed, two digits finer than they are")
    interval: Interval = Field(description="every value that the printed figures leave open")
    integers: Interval | None = Field(
        default=None,
        description="smallest and largest whole number in the interval; null where it holds none"
        " or the quantity is not counted in whole numbers",
    )
    message: Message


FindingKind = Literal[
    # a stated claim that does not hold
    "inconsistent_claim",
    # what no count can give
    "infeasible_percentage",
    "part_exceeds_whole",
    "shares_exceed_whole",
    "fractional_count",
    # a rise whose amount, rate and new level cannot all be right
    "inconsistent_rise",
    # documents, by what the article itself says
    "impossible_date",
    "date_after_article",
    "year_mismatch",
    "term_mismatch",
    "issuer_cannot_issue",
    "abolished_issuer",
    "conflicting_dates",
    "conflicting_issuers",
    # documents, by a register
    "registry_date",
    "registry_type",
    "registry_issuer",
    "registry_near_number",
]


class Finding(Frozen):
    """Something a person should look at: an alarm, a figure that cannot be, a document cited wrongly."""

    id: str
    kind: FindingKind
    severity: Literal["low", "high"]
    span: Span = Field(description="the place to look at")
    text: str = Field(description="text[start:end], as published")
    claim: str | None = Field(default=None, description="id of the claim it is about")
    figures: tuple[str, ...] = Field(default=(), description="ids of the figures it is about")
    documents: tuple[str, ...] = Field(default=(), description="ids of the documents it is about")
    expected: tuple[str, ...] = Field(default=(), description="what may have been meant, likeliest first")
    message: Message


class Problem(Frozen):
    """Something in the input that could not be read as it should."""

    code: str
    span: Span | None = None
    text: str | None = None
    message: Message


class Record(Frozen):
    """Everything found in one article."""

    schema_version: Literal["1"] = Field(default="1", alias="schema")
    article: ArticleInfo
    documents: tuple[Document, ...] = ()
    figures: tuple[Figure, ...] = ()
    claims: tuple[Claim, ...] = ()
    checks: tuple[Check, ...] = ()
    derived: tuple[Derived, ...] = ()
    findings: tuple[Finding, ...] = Field(default=(), description="what to look at, in text order; alarms among them")
    coverage: Coverage = Coverage()
    problems: tuple[Problem, ...] = ()

    def to_json(self) -> str:
        """The record as one line of JSON."""
        return self.model_dump_json(by_alias=True)

    @property
    def alarms(self) -> tuple[Check, ...]:
        """The checks to look at: inconsistent verdicts on stated claims."""
        stated = {claim.id for claim in self.claims if claim.basis == "stated"}
        return tuple(c for c in self.checks if c.verdict == "inconsistent" and c.claim in stated)
