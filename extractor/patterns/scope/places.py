"""The province a figure is about: the one named before it, kept by the name it was published with.

A name counts as a province behind a word that says so ("tỉnh", "UBND", "ở") or as an abbreviation of its own
("TP.HCM", "BR-VT"); by itself only where no street, person or company goes by it too. A name in a route ("Hà
Nội - Hải Phòng") or in a longer name ("Thái Bình Dương") is none, and "UBND tỉnh" names none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractor.article import View
from extractor.lexicon import entries
from extractor.lexicon.finder import Finder, PrintedFinder
from extractor.lexicon.patterns import compiled
from extractor.lexicon.trie import SuffixTrie
from extractor.lexicon.words import spelled
from extractor.patterns.found import FoundFigure
from extractor.records import Place
from extractor.tokens.sentences import Sentence

_AMBIGUOUS = spelled("place_words", "ambiguous")


def _names() -> dict[str, Place]:
    names: dict[str, Place] = {}
    for entry in entries("provinces"):
        place = Place(name=entry["name"], successor=entry["successor"])
        for spelling in (entry["name"], *entry["aliases"]):
            names.setdefault(View(spelling).text, place)
    return names


_NAMES = _names()
# What to look for: not "thành phố Cần Thơ", which "Cần Thơ" of the same province is found in anyway.
_PROVINCES = PrintedFinder(
    name
    for name, place in _NAMES.items()
    if name == place.name or not name.endswith(place.name) or name.removesuffix(place.name)[-1:].isalpha()
)
_NATIONS: Finder[None] = Finder((name, None) for name in sorted(spelled("place_words", "nation")))
_SHORT_CUES = ("tp", "tx", "t", "tp.", "t.")
_CUES: SuffixTrie[None] = SuffixTrie((cue, None) for cue in (*spelled("place_words", "cue"), *_SHORT_CUES))
_AT: SuffixTrie[None] = SuffixTrie((f"{word} ", None) for word in spelled("place_words", "at"))
_NAMING: SuffixTrie[None] = SuffixTrie((f"{word} ", None) for word in spelled("place_words", "naming"))
_CAPITAL_BEFORE = compiled(r"\p{Lu}[\p{L}\d]*+ $")
_BODY_BEFORE = compiled(
    r"(?<!\p{L})(?:UBND|HĐND|TAND|VKSND|CDC|VNPT|LĐLĐ|MTTQ|BHXH|Tỉnh|Báo|Cục|Sở|Thuế|Nội|Nam|Bắc|Công an|Hải quan|Kho bạc|Đoàn) $"
)
_CAPITAL_BEHIND = compiled(r" \p{Lu}\p{Ll}")
_ROUTE_BEHIND = compiled(r" ?- ?\p{Lu}")
_ROUTE_BEFORE = compiled(r"\p{L} ?- ?$")
_COORDINATED = compiled(r"(?:,| và|, và) (?:tỉnh |ở |tại |thành phố |TP\.? ?)?")
_BEHIND = compiled(r"[^.,;:()\n\d]{0,50}?(?<!\p{L})(?:ở|tại|trên địa bàn|của) (?:tỉnh |thành phố |TP\.? ?)?")
_BEGINS_ITEM = compiled(r"(?:[;,(:]| và|^) ?$|\n$")
_TO_NEXT_ITEM = compiled(r"[^;.()\n]{0,40}?(?:[;,]| và) |[^;()\n]{0,30}?\d[^;()\n]{0,20}?(?:[;,]| và|;) ")
_LOOK_BACK = 24
_LEAD = 2
_OFTEN = 3


@dataclass(slots=True)
class Mention:
    """A place named at ``[start, end)``; ``place`` is None for the whole country."""

    start: int
    end: int
    place: Place | None


def find_places(text: str, lower: str) -> list[Mention]:
    """The provinces a text names, in order, with what stands for the whole country."""
    spans = [
        (*span, _NAMES[text[slice(*span)]])
        for span, told in _told(text, lower, list(_whole(text, _PROVINCES.find(text, lower))))
        if told
    ]
    nations = [(*span, None) for span in _whole(lower, [span[:2] for span in _NATIONS.find(lower)])]
    found: list[Mention] = []
    for start, end, place in sorted([*spans, *nations], key=lambda s: (s[0], -s[1])):
        if not found or start >= found[-1].end:
            found.append(Mention(start, end, place))
    return found


def _told(text: str, lower: str, spans: list[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], bool]]:
    """Each name with whether it is that of a province: one in doubt is where it stands in a row with one that is."""
    told = [_is_province(text, lower, start, end, text[start:end]) for start, end in spans]
    for i, (span, sure) in enumerate(zip(spans, told, strict=True)):
        if sure is None:
            beside = (k for k in (i - 1, i + 1) if 0 <= k < len(spans) and told[k])
            sure = any(_in_a_row(text, *sorted((span, spans[k]))) for k in beside)
        yield span, sure


def _in_a_row(text: str, first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Whether two names begin two items one after the other: "Bắc Ninh tăng 17,8%; | Bình Dương tăng 11,6%"."""
    items = all(_BEGINS_ITEM.search(text, max(0, start - _LOOK_BACK), start) for start, _ in (first, second))
    return items and _TO_NEXT_ITEM.fullmatch(text, first[1], second[0]) is not None


def _whole(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans that stand as words of their own."""
    for start, end in spans:
        if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
            yield start, end


def _is_province(text: str, lower: str, start: int, end: int, name: str) -> bool | None:
    """Whether the name of a province stands for it; None where a street or a person may go by it as well."""
    place = _NAMES[name]
    head = text[max(0, start - _LOOK_BACK) : start]
    if name not in (place.name, place.name.replace("-", " ")) and any(c.isupper() for c in name[1:2]):
        return True
    # A line may end in between.
    before = start - (lower[start - 1 : start] == "\n")
    if _CUES.longest_before(lower, before - (lower[before - 1 : before] == " ")) is not None:
        return True
    if (
        _NAMING.longest_before(lower, before) is not None
        or _ROUTE_BEFORE.search(head)
        or _ROUTE_BEHIND.match(text, end)
    ):
        return False
    if _CAPITAL_BEHIND.match(text, end):
        return False
    if _AT.longest_before(lower, before) is not None:
        return True
    if _CAPITAL_BEFORE.search(head):
        return _BODY_BEFORE.search(head) is not None
    return True if place.name not in _AMBIGUOUS else None


class Places:
    """Tells which province a figure of one article is about."""

    def __init__(
        self, text: str, title: str | None, mentions: Sequence[Mention], sentences: Sequence[Sentence]
    ) -> None:
        """The places of one article.

        Args:
            text: the view's text.
            title: the article's title, where it is not part of the text.
            mentions: the places the text names.
            sentences: its sentences.
        """
        self.text = text
        self.mentions = mentions
        self.starts = [m.start for m in mentions]
        self.sentences = sentences
        # What the sentences before, in the same paragraph, agree on; () where they name none.
        self.of_paragraph: list[tuple[Place | None, ...]] = []
        self.of_article = self._of_article(title)
        agreed: tuple[Place | None, ...] = ()
        paragraph, i = -1, 0
        for _, end, of_paragraph in sentences:
            if of_paragraph != paragraph:
                paragraph, agreed = of_paragraph, ()
            self.of_paragraph.append(agreed)
            while i < len(mentions) and self.starts[i] < end:
                if len(agreed) < 2 and mentions[i].place not in agreed:
                    agreed = (*agreed, mentions[i].place)
                i += 1

    def _of_article(self, title: str | None) -> Place | None:
        """The one province the article names again and again, or that of its title and lead, if it is named most."""
        named = [m.place for m in self.mentions if m.place is not None]
        if len(set(named)) == 1 and len(named) >= _OFTEN:
            return named[0]
        lead_end = next((s.start for s in self.sentences if s.paragraph > _LEAD), len(self.text))
        heading_end = next((s.start for s in self.sentences if s.paragraph > 0), len(self.text))
        heading = {m.place for m in self.mentions if m.start < heading_end and m.place is not None}
        if title:
            view = View(title)
            heading |= {m.place for m in find_places(view.text, view.lower) if m.place is not None}
        lead = heading | {m.place for m in self.mentions if m.start < lead_end and m.place is not None}
        if len(lead) != 1:
            return None
        (place,) = lead
        if named.count(place) == 1 and place not in heading:
            # "Ngày 9/1 tại Hà Nội, …" says where they met; "tỉnh Phú Yên" says of whom the article is.
            once = next(m for m in self.mentions if m.place == place)
            if not self.text[: once.start].endswith(("tỉnh ", "Tỉnh ")):
                return None
        return place if not named or 2 * named.count(place) > len(named) else None

    def of(self, figure: FoundFigure, number: int) -> Place | None:
        """The province of a figure of sentence ``number``."""
        sentence = self.sentences[number]
        i = bisect_left(self.starts, figure.start)
        if i < len(self.mentions) and self.mentions[i].start < sentence.end:
            behind = self.mentions[i]
            if behind.start - figure.end <= 70 and _BEHIND.fullmatch(self.text, figure.end, behind.start):
                return behind.place
        if i > 0 and self.mentions[i - 1].start >= sentence.start:
            nearest = self.mentions[i - 1]
            if i > 1 and nearest.place is not None and self.mentions[i - 2].place not in (None, nearest.place):
                before = self.mentions[i - 2]
                if before.start >= sentence.start and _COORDINATED.fullmatch(self.text, before.end, nearest.start):
                    return None
            return nearest.place
        agreed = self.of_paragraph[number]
        if len(agreed) == 1:
            return agreed[0]
        return None if agreed or figure.kind == "duration" else self.of_article
