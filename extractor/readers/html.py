"""The article of a web page: main text, title, date and address, by trafilatura.

What only looks like an article is rejected: a page without main text, and a home or section page, whose
text is a row of teasers, each beside the link of its article, on a page that is mostly links.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from extractor.lexicon.patterns import compiled
from extractor.readers.boilerplate import without_tail
from extractor.readers.model import Rejected, rejected, why

MAX_HTML_CHARACTERS = 10_000_000
"""A page of more characters is rejected; the largest real pages have less than one million."""

MAX_ELEMENTS = 50_000
"""A page of more elements is rejected: extraction takes time that grows faster than their number."""

MAX_DEPTH = 500
"""A page nested deeper than this is rejected; real ones stay below one hundred."""

# Here the parser gives up and drops what is nested deeper; less by the depth of what it adds itself.
_PARSER_DEPTH = 250

# Comment forms and lists, in the words of the usual content managers.
_PRUNE = [
    "//*[@id='respond' or @id='commentform' or @id='comments' or @id='disqus_thread']",
    "//*[contains(concat(' ', @class, ' '), ' comment-respond ')]",
    "//*[contains(concat(' ', @class, ' '), ' comments-area ')]",
]
_DATES = {"original_date": True, "min_date": "1995-01-01", "max_date": "2099-12-31"}
# 20221224084259560 at the end of an address, or /20150323/ or /2015/03/23/ within it.
_URL_DATE = compiled(r"(?<!\d)(20\d\d)([/-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?=\d{6,11}(?!\d)|(?!\d))")
_ROOT = compiled(r"<(?:html|body)\b", re.IGNORECASE)
# The separators of files and records are no white space here.
_SPACE = compiled(r"[^\S\x1c-\x1f]+")
_CHARSET = re.compile(
    rb"""<meta[^>]{0,300}?charset\s*+=\s*+["']?\s*+([\w:.-]{1,40})|encoding\s*=\s*["']([\w:.-]{1,40})["']\s*+\?>""",
    re.IGNORECASE,
)
_PAGE = re.compile(
    r"\s*+(?>(?:<\?xml[^>]{0,200}+>|<!--.{0,2000}?-->|<%.{0,2000}?%>)\s*+)*+"
    r"<(?:!doctype\s+html|html|head|body|meta|title|div|section|article|main|table|p|h[1-6])\b",
    re.IGNORECASE | re.DOTALL,
)
_UNSEEN = frozenset({"script", "style", "noscript", "template", "head", "option", "textarea"})
_HEADLINE = 20
_LONG_LINE = 40
_SENTENCE_WORDS = 5
_DATELINE = 60


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says: the article's text and, where the page gives them, its title, ISO date and address."""

    text: str
    title: str | None = None
    published: str | None = None
    url: str | None = None


def declared_encoding(head: bytes) -> str | None:
    """The charset that a page claims in its first bytes.

    >>> declared_encoding(b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1258">')
    'windows-1258'
    """
    match = _CHARSET.search(head[:4096])
    return (match.group(1) or match.group(2)).decode("ascii", "replace") if match else None


def looks_like_html(text: str) -> bool:
    """Whether a text begins as a page or a piece of one does.

    >>> looks_like_html("<p>Tỉnh có 12 xã.</p>"), looks_like_html("<12 xã")
    (True, False)
    """
    return _PAGE.match(text) is not None


def read_page(html: str, source: str) -> Page | Rejected:
    """The article of a page, or why there is none.

    Args:
        html: the page, decoded.
        source: where it came from, for the rejection.
    """
    if len(html) > MAX_HTML_CHARACTERS:
        return _too_complex(source, f"{len(html)}", f"{MAX_HTML_CHARACTERS} ký tự/characters")
    try:
        load_html = _loader()
        tree = load_html(_whole(_without_directives(html).replace("\0", "")))
        if tree is None:
            return rejected(source, "no_article")
        elements, depth = _size(tree)
        if elements > MAX_ELEMENTS:
            return _too_complex(source, f"{elements}", f"{MAX_ELEMENTS} phần tử/elements")
        if depth > MAX_DEPTH:
            return _too_complex(source, f"{depth}", f"{MAX_DEPTH} lớp/levels")
        _unwrap_layout_tables(tree)
        result = _extract(tree, source)
        if isinstance(result, Rejected) and depth >= _PARSER_DEPTH:
            return _too_complex(source, f"{depth}", f"{_PARSER_DEPTH} lớp/levels")
        return result
    except Exception as error:
        # Whatever a broken page does to the parsers, it is one rejected page.
        return rejected(source, "html_failed", reason=why(error))


@cache
def _loader() -> Any:
    """The parser; loaded when the first page is read, for that takes half a second."""
    import logging

    from trafilatura.utils import load_html

    # Every outcome is told by the reader; the libraries' own remarks would only clutter standard error.
    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    return load_html


def _extract(tree: Any, source: str) -> Page | Rejected:
    from trafilatura import bare_extraction

    document: Any = bare_extraction(
        tree,
        favor_precision=True,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        date_extraction_params=dict(_DATES),
        prune_xpath=_PRUNE,
    )
    text = without_tail(document.text) if document is not None and document.text else ""
    title = _title(tree, document.title) if document is not None else None
    if _line(text) == title or not any(len(line.split()) >= _SENTENCE_WORDS for line in text.split("\n")):
        return rejected(source, "no_article")
    if _is_index(tree, text):
        return rejected(source, "index_page")
    url = document.url if document.url and document.url.startswith(("http://", "https://")) else None
    return Page(text=text, title=title, published=_published(tree, text, document.date), url=url)


def _too_complex(source: str, size: str, limit: str) -> Rejected:
    return rejected(source, "html_too_complex", size=size, limit=limit)


def _without_directives(html: str) -> str:
    """The page without the directives of its template (``<%@ page … %>``), which are no text."""
    if "<%" not in html:
        return html
    out: list[str] = []
    at = 0
    while (start := html.find("<%", at)) >= 0 and (end := html.find("%>", start)) >= 0:
        out.append(html[at:start])
        at = end + 2
    out.append(html[at:])
    return "".join(out)


def _whole(html: str) -> str:
    """A piece of a page as a page, for the parser takes a lone paragraph for no HTML at all."""
    return html if _ROOT.search(html) else f"<html><body><div>{html}</div></body></html>"


def _unwrap_layout_tables(tree: Any) -> None:
    """Turn tables that only place whole articles on the page into plain divisions.

    Older portals do so; as a table row the paragraphs of the article would be one line.
    """
    for table in list(tree.iter("table")):
        own = [
            element
            for element in table.iter("tbody", "thead", "tr", "td", "th")
            if next(element.iterancestors("table"), None) is table
        ]
        if any(sum(1 for _ in cell.iter("p")) >= 2 for cell in own if cell.tag == "td"):
            for element in (table, *own):
                element.tag = "div"


def _size(tree: Any) -> tuple[int, int]:
    """How many elements the tree has, at most one more than matters, and how deep they are nested."""
    count = deepest = 0
    for _, depth, opened in _walk(tree):
        count += opened
        deepest = max(deepest, depth)
        if count > MAX_ELEMENTS or deepest > MAX_DEPTH:
            break
    return count, deepest


def _walk(tree: Any) -> Iterator[tuple[Any, int, bool]]:
    """Each node with its depth, once when it opens and once when it closes."""
    stack = [(tree, iter(tree))]
    yield tree, 1, True
    while stack:
        node, children = stack[-1]
        child = next(children, None)
        if child is None:
            yield node, len(stack), False
            stack.pop()
        else:
            stack.append((child, iter(child)))
            yield child, len(stack), True


# --- home and section pages ---------------------------------------------------------------------------------
def _text_nodes(tree: Any) -> Iterator[tuple[str, bool]]:
    """Each text of the page in order, without white space, and whether it is part of a link."""
    links = unseen = 0
    for element, _, opened in _walk(tree):
        # Comments and processing instructions have no name; what they hold is no text, what follows them is.
        hidden = not isinstance(element.tag, str) or element.tag in _UNSEEN
        step = 1 if opened else -1
        unseen += step * hidden
        links += step * (element.tag == "a")
        text = element.text if opened else element.tail
        if text and not unseen and (text := _SPACE.sub("", text)):
            yield text, links > 0


def _is_index(tree: Any, text: str) -> bool:
    parts: list[str] = []
    linked = bytearray()
    for part, in_link in _text_nodes(tree):
        parts.append(part)
        linked += bytes([in_link]) * len(part)
    page = "".join(parts)
    lines = [_SPACE.sub("", line.strip(" |-")) for line in text.split("\n")]
    found = own_links = headed = at = 0
    letters = 0
    for line in lines:
        if len(line) < _LONG_LINE or (start := page.find(line, at)) < 0:
            continue
        end = start + len(line)
        # Before the first line stands the navigation of any page.
        before = linked[at if found else start : end]
        headed += max(map(len, bytes(before).split(b"\0"))) >= _HEADLINE
        own_links += sum(linked[start:end])
        letters += len(line)
        found += 1
        at = end
    if found and own_links > 0.6 * letters:
        return True
    if not linked or sum(linked) < 0.6 * len(linked):
        return False
    if found < 3:
        return found == 2 and headed >= 1 and tree.find(".//h1") is None
    return headed >= 0.6 * (found - 1)


# --- title and date -----------------------------------------------------------------------------------------
def _line(text: str | None) -> str:
    return " ".join((text or "").split())


def _title(tree: Any, guess: str | None) -> str | None:
    """The heading that the page's ``<title>`` or ``og:title`` starts with, else the best guess there is."""
    names = [_line(meta.get("content")) for meta in tree.xpath("//meta[@property='og:title']")]
    names += [_line(element.text_content()) for element in tree.xpath("//title")[:1]]
    names = [name for name in names if name]
    headings = [_line(element.text_content()) for element in tree.xpath("//h1 | //h2 | //h3")[:200]]
    leading = [text for text in headings if len(text) >= 10 and any(name.startswith(text) for name in names)]
    if leading:
        return max(leading, key=len)
    guess = _line(guess)
    if guess and (not names or any(name.startswith(guess) for name in names)):
        return guess
    return re.split(r" [|\-–—] ", names[0])[0] or None if names else guess or None


def _published(tree: Any, text: str, guess: str | None) -> str | None:
    """The date in the page's own address, else the guess if the page states it or prints it as a dateline.

    A date that only stands in the address of some picture says nothing about the article.
    """
    addresses = tree.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content")
    for address in addresses:
        if match := _URL_DATE.search(address):
            return "-".join(match.group(1, 3, 4))
    if not guess or not (parts := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", guess)):
        return None
    year, month, day = parts.groups()
    day_first = (
        rf"(?<!\d)0?{int(day)}(?:\s*[/.-]\s*|\s+tháng\s+)"
        rf"0?{int(month)}(?:\s*[/.-]\s*|,?\s+năm\s+|\s+){year}(?!\d)"
    )
    stated = compiled(rf"{day_first}|{year}[/-]?{month}[/-]?{day}")
    fields = tree.xpath("//meta/@content | //@datetime | //@data-time | //script[@type='application/ld+json']/text()")
    if any(stated.search(field) for field in fields):
        return guess
    lines = {_line(line) for line in text.split("\n")}
    joined = " ".join(lines)
    for part in map(_line, tree.xpath("//body//text()[not(parent::script or parent::style)]")):
        # A dateline is a short piece of its own; within the article stand the dates of what it tells.
        if len(part) <= _DATELINE and stated.search(part) and (part in lines or part not in joined):
            return guess
    return None
