"""What an explanation says. All spans are those of the article's text as read."""

from __future__ import annotations

from typing import Literal

from extractor.patterns.policy import Precedence
from extractor.patterns.trace import Reason
from extractor.records import ArticleInfo, Document, Figure, Message, Span
from extractor.records.types import Frozen

Role = Literal["type", "symbol", "issuer", "unit", "magnitude", "modifier", "label", "name", "word"]
LossKind = Literal["number", "calendar", "label", "unit", "reading"]


class Source(Frozen):
    """A lexicon entry that something rests on."""

    role: Role
    file: str
    name: str


class Loss(Frozen):
    """A reading that lost, by a rule of the overlap policy; ``text`` is what it would have read."""

    kind: LossKind
    span: Span
    text: str
    policy: Precedence
    source: Source | None = None
    message: Message


class Use(Frozen):
    """A claim that a figure takes part in."""

    claim: str
    kind: str
    basis: str
    rule: str


class Item(Frozen):
    """One span: a document, a figure, or what holds or names a number that was set aside.

    Attributes:
        rule: the pattern that found it; of what was set aside, the reason.
        policy: of what was set aside, the rule of the overlap policy by which it was.
        document: the document of the record.
        figure: the figure of the record.
        lost: what lost against it.
        claims: the claims that the figure takes part in.
        message: in a sentence, why it was set aside; None for what is in the record.
    """

    what: Literal["document", "figure", "set_aside"]
    span: Span
    text: str
    rule: str
    reason: Reason | None = None
    policy: Precedence | None = None
    sources: tuple[Source, ...] = ()
    document: Document | None = None
    figure: Figure | None = None
    lost: tuple[Loss, ...] = ()
    claims: tuple[Use, ...] = ()
    message: Message | None = None


class Explanation(Frozen):
    """All spans of an article, in text order."""

    article: ArticleInfo
    items: tuple[Item, ...]
