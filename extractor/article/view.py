"""The normalised view of a text, with an exact map back to the text as read.

Patterns are written once, for one spelling: composed letters (NFC), plain spaces, one kind of dash, new-style
tone marks ("hòa", "ủy"), one line break between paragraphs and none inside a hard-wrapped sentence. The
map is built while the view is, piece by piece, so a span of the view always lands on the very characters it
was read from, however many of them there were.
"""

from __future__ import annotations

import heapq
import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from operator import itemgetter

from extractor.article.lines import break_is_soft, is_hard_wrapped
from extractor.lexicon.letters import LETTER
from extractor.lexicon.patterns import compiled

_SPACES = (
    "\t\x0b\x0c\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\ufffc"
)
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_ONE_TO_ONE: dict[int, str] = str.maketrans(
    {
        **dict.fromkeys(_SPACES, " "),
        **dict.fromkeys(_DASHES, "-"),
        # The Icelandic letters some keyboards give for the Vietnamese one.
        "\u00d0": "Đ",
        "\u00f0": "đ",
        "\u0189": "Đ",
        "\u0256": "đ",
        "\u2028": "\n",
        "\u2029": "\n",
        "\u2044": "/",
        "\u2215": "/",
        "\uff0f": "/",
        "\uff0c": ",",
        "\uff0e": ".",
        "\uff05": "%",
        "\ufe6a": "%",
        "\uff08": "(",
        "\uff09": ")",
        "\u2019": "'",
        "\u2018": "'",
        "\u201c": '"',
        "\u201d": '"',
        **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
    }
)
# Few articles hold many of them: asking for each and replacing it is much faster than a scan for all.
_RARE = [(chr(point), replacement) for point, replacement in _ONE_TO_ONE.items()]
# The upper bytes of ASCII, of Latin and of Vietnamese letters; none of these letters is made of others or a mark.
_LATIN = b"\x00\x01\x1e"
_MARKS_IN_LATIN = "…•"
_RARE_LATIN = [pair for pair in _RARE if ord(pair[0]) >> 8 in _LATIN]
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
# What a careless scraper leaves of a page: entities and tags. A block tag ends a paragraph.
_ENTITY = r"(?:[a-zA-Z]{2,8}|#\d{2,5}|#x[0-9a-fA-F]{2,5});"
_BLOCK = "p|br|div|td|tr|table|tbody|li|ul|ol|h[1-6]|figure|figcaption|article|section"
_TAG = rf"/?(?i:(?:{_BLOCK}|span|b|i|u|strong|em|a|font|img|small|sup|sub))(?:\s[^<>]{{0,300}}+)?/?>"
_BLOCK_TAG = re.compile(rf"</?(?i:{_BLOCK})[\s/>]")
_BLANK = rf"[ \r\n{_INVISIBLE}]"
# Whether a run of blanks holds a line break is asked once, where the run begins.
_TO_BREAK = rf"[ {_INVISIBLE}]*+[\r\n]{_BLANK}*+"
# One set of characters first, for which the standard engine scans fast; then what each of them begins.
_BEGUN = rf"(?<=[\r\n]){_BLANK}*+"
_BEGUN_BY_SPACE = rf"(?<= )(?={_BLANK})(?:(?<!{_BLANK} ){_TO_BREAK}| ++)"
_BEGUN_BY_OTHERS = (
    rf"(?<=&){_ENTITY}|(?<=<){_TAG}|(?<=[{_INVISIBLE}])(?:(?<!{_BLANK}[{_INVISIBLE}]){_TO_BREAK}|[{_INVISIBLE}]*+)"
)
_PIECES = re.compile(rf"[ \r\n&<{_INVISIBLE}](?:{_BEGUN}|{_BEGUN_BY_SPACE}|{_BEGUN_BY_OTHERS})")
# As in most articles: only these begin a piece, and a scan for one character costs a tenth of one for several.
_PIECES_PLAIN = {"\n": re.compile(r"\n[ \n]*+"), "&": re.compile(f"&{_ENTITY}"), "<": re.compile(f"<{_TAG}")}
# Where no space stands before another blank there is no need to stop at each space.
_PIECES_SPACED = re.compile(rf"[\r\n&<{_INVISIBLE}](?:{_BEGUN}|{_BEGUN_BY_OTHERS})")
_SPACE_AND_INVISIBLE = re.compile(f"[{_INVISIBLE}](?<= .)")
# A letter and its combining marks are one piece, so that no span parts them, whether they compose or not.
# Few articles hold any; the rooms of Unicode that have none are told at once. They are the fewer, and compile faster
# than those that may have some.
_PERHAPS_MARK = re.compile("[^\0-\u02ff\u0370-\u0482\u1e00-\u1eff\u2000-\u20cf\u2100-\u2bff]")
_MARKS = compiled(r"\p{M}++", exact=True)
_NO_BASE = compiled(r"[\p{M}\s\p{Cf}]", exact=True)

# Old-style tone marks on the glide ("hoà", "uỷ"); "quý" keeps its mark, for there "qu" is the onset. Each pattern begins
# with one letter, for which the engine scans fast.
_OLD_TONES = [
    re.compile(rf"{glide}(?!{LETTER})")
    for glide in (
        "o[àáảãạèéẻẽẹ]",
        "u(?<![qQ]u)[ỳýỷỹỵ]",
        "U(?<![qQ]U)[ỲÝỶỸỴỳýỷỹỵ]",
        "O[ÀÁẢÃẠÈÉẺẼẸàáảãạèéẻẽẹ]",
    )
]
_NEW_TONE = {
    glide + vowel[i]: glide_marked[i] + plain
    for glide, glide_marked, plain, vowel in (
        ("o", "òóỏõọ", "a", "àáảãạ"),
        ("o", "òóỏõọ", "e", "èéẻẽẹ"),
        ("u", "ùúủũụ", "y", "ỳýỷỹỵ"),
        ("O", "ÒÓỎÕỌ", "a", "àáảãạ"),
        ("O", "ÒÓỎÕỌ", "e", "èéẻẽẹ"),
        ("U", "ÙÚỦŨỤ", "y", "ỳýỷỹỵ"),
        ("O", "ÒÓỎÕỌ", "A", "ÀÁẢÃẠ"),
        ("O", "ÒÓỎÕỌ", "E", "ÈÉẺẼẸ"),
        ("U", "ÙÚỦŨỤ", "Y", "ỲÝỶỸỴ"),
    )
    for i in range(5)
}


def lowered(text: str) -> str:
    """A text in lower case, offset for offset.

    >>> lowered("UBND İzmir")
    'ubnd izmir'
    """
    lower = text.lower()
    # A letter or two lower to more than one; offsets must stay.
    return lower if len(lower) == len(text) else "".join(c.lower()[0] for c in text)


def _is_latin(text: str) -> bool:
    """Whether all characters are of the rooms of Unicode that Vietnamese is written in, or common marks."""
    for mark in _MARKS_IN_LATIN:
        text = text.replace(mark, ".")
    return not text.encode("utf-16-le", "surrogatepass")[1::2].translate(None, _LATIN)


def _pieces(text: str, latin: bool) -> Iterable[tuple[int, int]]:
    """Where pieces stand that the view may hold in another way, in order, without overlaps."""
    returns = "\r" in text
    spaced = not ("  " in text or " \n" in text or (returns and " \r" in text))
    if latin and spaced and not returns and "\xad" not in text:
        patterns = [pattern for begins, pattern in _PIECES_PLAIN.items() if begins in text]
        return _first(sorted(match.span() for pattern in patterns for match in pattern.finditer(text)))
    spaced = spaced and _SPACE_AND_INVISIBLE.search(text) is None
    found = [match.span() for match in (_PIECES_SPACED if spaced else _PIECES).finditer(text)]
    if latin or _PERHAPS_MARK.search(text) is None:
        return found
    marked = [
        (start - 1, end)
        for start, end in (match.span() for match in _MARKS.finditer(text))
        if start and _NO_BASE.match(text, start - 1) is None
    ]
    return _first(heapq.merge(found, marked, key=itemgetter(0)))


def _first(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans that begin behind the end of the one before."""
    done = 0
    for start, end in spans:
        if start >= done:
            yield start, end
            done = end


class View:
    """A normalised text and its map to the source.

    Attributes:
        source: the text as read.
        text: the normalised text; patterns and spans inside the package refer to it.
        lower: ``text`` in lower case, offset for offset.

    >>> view = View("Quye\\u0302\\u0301t đi\\u0323nh\\xa0 số 5")
    >>> view.text
    'Quyết định số 5'
    >>> view.to_source(0, 5)
    (0, 7)
    """

    __slots__ = ("_copied", "_source_at", "_source_end", "_view_at", "_whole", "lower", "source", "text")

    def __init__(self, source: str) -> None:
        self.source = source
        text = source
        latin = _is_latin(source)
        for rare, replacement in _RARE_LATIN if latin else _RARE:
            if rare in text:
                text = text.replace(rare, replacement)
        latin = latin or _is_latin(text)
        pieces = _pieces(text, latin)
        wrapped = is_hard_wrapped(text, composed=latin)

        out: list[str] = []
        # Segment i of the view starts at _view_at[i] and comes from source[_source_at[i]:_source_end[i]];
        # _copied[i] says whether it is a verbatim copy or one piece that was replaced as a whole.
        self._view_at: list[int] = []
        self._source_at: list[int] = []
        self._source_end: list[int] = []
        self._copied: list[bool] = []
        at = done = 0

        def segment(piece: str, source_at: int, source_end: int, copied: bool) -> None:
            nonlocal at
            if piece:
                self._view_at.append(at)
                self._source_at.append(source_at)
                self._source_end.append(source_end)
                self._copied.append(copied)
                out.append(piece)
                at += len(piece)

        for start, end in pieces:
            found = text[start:end]
            if found == "\n":
                if not break_is_soft(text, start, end, wrapped):
                    continue
                replacement = " "
            elif found[0] in " \r\n" or "\n" in found or "\r" in found:
                if "\n" in found or "\r" in found:
                    replacement = " " if break_is_soft(text, start, end, wrapped) else "\n"
                else:
                    replacement = " "
            elif found[0] == "&" and found[-1] == ";":
                replacement = html.unescape(found).translate(_ONE_TO_ONE)
                if len(replacement) != 1:
                    continue
            elif found[0] == "<" and found[-1] == ">":
                replacement = "\n" if _BLOCK_TAG.match(found) else ""
            elif unicodedata.category(found[0]) == "Cf":
                replacement = ""
            else:
                replacement = unicodedata.normalize("NFC", found)
            segment(text[done:start], done, start, True)
            segment(replacement, start, end, False)
            done = end
        segment(text[done:], done, len(text), True)
        # In most articles no piece is replaced.
        self._whole = self._copied == [True] and self._source_at == [0]
        self.text = "".join(out)
        for tone in _OLD_TONES:
            self.text = tone.sub(lambda m: _NEW_TONE[m.group()], self.text)
        self.lower = lowered(self.text)

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """The span of the source that the view's ``[start, end)`` was read from.

        Raises:
            ValueError: the span is empty or outside the view.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no span of the view: [{start}, {end})")
        if self._whole:
            return start, end
        i = bisect_right(self._view_at, start) - 1
        source_start = self._source_at[i] + (start - self._view_at[i] if self._copied[i] else 0)
        j = bisect_right(self._view_at, end - 1) - 1
        if self._copied[j]:
            return source_start, self._source_at[j] + (end - self._view_at[j])
        return source_start, self._source_end[j]

    def published(self, start: int, end: int) -> str:
        """What was published at the view's ``[start, end)``, composed and with single spaces, for values."""
        source_start, source_end = self.to_source(start, end)
        return " ".join(unicodedata.normalize("NFC", self.source[source_start:source_end]).split())
