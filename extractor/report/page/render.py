"""Pages out of templates: everything that was published is escaped, and every phrase is in both languages or in one."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from extractor import __version__
from extractor.article import Article
from extractor.records import Figure, Message, Record
from extractor.report.page.view import ArticleView, article_view
from extractor.report.page.words import KIND_SIGNS, both
from extractor.report.safe import printable
from extractor.report.words import MARKS, Lang, pick, thousands

_VIETNAMESE_MARKS = str.maketrans(",.", ".,")

Reading = Literal["vi", "en", "both"]
"""The language of a page; a page in both shows one of them and can switch without being loaded again."""


def static_text(name: str) -> str:
    """A style sheet or script of the pages."""
    return (files("extractor.report.page") / "static" / name).read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Voice:
    """How a page speaks: in one language, or in both with one of them hidden."""

    reading: Reading
    words: Callable[..., Message] = both

    def message(self, message: Message) -> Markup:
        """A message; characters that would disturb what is around it are replaced."""
        vi, en = printable(message.vi), printable(message.en)
        if self.reading != "both":
            return escape(vi if self.reading == "vi" else en)
        if vi == en:
            return escape(vi)
        return Markup('<span class="t" lang="vi">{}</span><span class="t" lang="en">{}</span>').format(vi, en)

    def say(self, key: str, **values: object) -> Markup:
        """A phrase of the pages."""
        return self.message(self.words(key, **values))

    def number(self, number: int) -> Markup:
        """A count with its thousands grouped."""
        return self.message(Message(vi=thousands(number, "vi"), en=thousands(number, "en")))

    @property
    def lang(self) -> Lang:
        """The language of the page as it is loaded."""
        return "en" if self.reading == "en" else "vi"


@cache
def environment() -> Environment:
    """The templates of the report; other faces put their own before these."""
    made = Environment(
        loader=PackageLoader("extractor.report.page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["printable"] = printable
    made.filters["web_address"] = web_address
    made.filters["amount"] = amount
    made.globals.update(MARKS=MARKS, KIND_SIGNS=KIND_SIGNS, version=__version__)
    return made


def amount(figure: Figure) -> Message:
    """What a figure comes to, written as each language writes numbers.

    >>> from extractor import extract
    >>> amount(extract("Tỉnh thu 1.250,5 tỷ đồng.").figures[0])
    Message(vi='1.250.500.000.000', en='1,250,500,000,000')
    """
    if figure.numerator is not None and figure.denominator is not None:
        return _joined("/", figure.numerator, figure.denominator)
    if figure.low is not None and figure.high is not None:
        return _joined("–", figure.low, figure.high)
    return Message(vi="", en="") if figure.value is None else _joined("", figure.value)


def _joined(between: str, *numbers: Decimal) -> Message:
    shown = [f"{number:,f}" for number in numbers]
    return Message(
        vi=between.join(each.translate(_VIETNAMESE_MARKS) for each in shown),
        en=between.join(shown),
    )


def web_address(url: str | None) -> str | None:
    """The address if it is one of the web, and nothing that a browser would run.

    >>> web_address("https://baocamau.vn/1.html"), web_address("javascript:alert(1)")
    ('https://baocamau.vn/1.html', None)
    """
    if url is None or not url.lower().startswith(("http://", "https://")):
        return None
    return url if url.isprintable() and " " not in url else None


def article_html(view: ArticleView, voice: Voice, heading: str = "h2", links: str = "") -> Markup:
    """The part of a page that shows one article; the same in the report and on the desk.

    Args:
        view: the article.
        voice: how the page speaks.
        heading: the element of its title.
        links: the address of the article on the desk, under which its figures have pages; empty where they have none.
    """
    module = environment().get_template("article.html").make_module({"voice": voice, "links": links, **_said(voice)})
    shown: Markup = module.article(view, heading)  # type: ignore[attr-defined]
    return shown


def report_html(read: Iterable[tuple[Article, Record]], lang: Lang = "vi") -> str:
    """One page of articles that needs nothing besides itself.

    Args:
        read: the articles with their records.
        lang: the language it opens in; the reader can switch to the other.
    """
    views = [article_view(article, record, f"a{i}") for i, (article, record) in enumerate(read, 1)]
    voice = Voice("both")
    style, script = static_text("page.css"), static_text("page.js")
    return (
        environment()
        .get_template("report.html")
        .render(
            voice=voice,
            opened=lang,
            links="",
            views=views,
            contents=sorted(views, key=lambda view: (-view.count("high"), -view.count("low"))),
            totals=_totals(views),
            style=Markup(style),
            script=Markup(script),
            style_hash=_csp_hash(style),
            script_hash=_csp_hash(script),
            title=pick(both("report_title"), lang),
            **_said(voice),
        )
    )


def _said(voice: Voice) -> dict[str, Any]:
    return {"t": voice.say, "m": voice.message, "num": voice.number}


def _totals(views: Sequence[ArticleView]) -> dict[str, int]:
    return {
        "articles": len(views),
        "high": sum(view.count("high") for view in views),
        "low": sum(view.count("low") for view in views),
        "documents": sum(view.summary.documents for view in views),
        "figures": sum(view.summary.figures for view in views),
        "claims": sum(view.summary.claims for view in views),
        "percentages": sum(view.record.coverage.percentages for view in views),
        "checked": sum(view.record.coverage.checked for view in views),
    }


def _csp_hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
