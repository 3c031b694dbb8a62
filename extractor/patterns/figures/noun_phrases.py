"""Where a noun phrase ends.

Vietnamese puts the head first and what narrows it behind: "hộ | dân | thuộc diện hỗ trợ", so a phrase is read
from its head to the right until a word that can't be part of it. Three lists of ``concept_stops`` say which
words those are: ``stop`` ends a phrase wherever it stands; ``open`` may begin the clause that tells which ones
are counted ("36 người [bị thương]") but ends a phrase that has begun; ``pass`` holds such a word and yet
belongs to the phrase ("lãi sau thuế").
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from extractor.lexicon import entries
from extractor.lexicon.patterns import compiled
from extractor.lexicon.trie import Trie

Role = Literal["stop", "open", "pass"]

WORDS: Trie[Role] = Trie(
    (s, e["role"]) for e in entries("concept_stops") if e["role"] in ("stop", "open", "pass") for s in e["spellings"]
)
_SYLLABLE = compiled(
    r"[\p{L}\d](?:[\p{L}\p{M}\d²³]|[&.'’-](?=[\p{L}\d])"
    r"|/(?=\p{L})(?!(?:ngày|đêm|tuần|tháng|quý|năm|giờ|phút|giây|vụ)(?!\p{L})))*+"
)
_ACRONYM = compiled(r" \(\p{Lu}[\p{L}\d&-]{1,9}\)")
# A size of its own: "2 phòng ngủ | rộng 70 m2", "3 block | cao 25 tầng".
_SIZED = compiled(r"(?:rộng|cao|dài|nặng|sâu|dày)(?: (?:hơn|gần|khoảng|trên|tới|đến|từ))? (?=\d)")
_SIZED_BEGINS = "rcdns"
_JOINT = compiled(r" (?:-|&) (?=\p{Ll})| & (?=\p{L})")
_JOINTS = (" -", " &")
_AND = " và "
_AND_BEGINS = (" v", " V")
# Behind a verb a comma may begin the next clause: of a list there the end is in sight.
_LIST = compiled(r"[^.;:()\n]{0,80}? và ")
# Verbs that say enough by themselves: "45 đại biểu | tán thành".
# … as it is in "6 tàu bị chìm, hỏng (Cà Mau 2)".
_SHORT_ITEM = compiled(r", \p{Ll}++(?: \p{Ll}++)?+(?: \(|[.;)])")
_ALONE = frozenset(s for e in entries("concept_stops") if e.get("alone") for s in e["spellings"])
_QUOTES = {'"': '"', "“": "”", "'": "'"}
_QUOTED_LIMIT = 60
_LIMIT = 14
_ITEM_LIMIT = 6
_ENDS_ITEM = ",.;:)\n"
# Words behind the last item of a list; others would make it the subject of a clause: "OCOP, hợp tác xã | là".
_GO_ON = ("nhằm ", "để ", "thuộc ", "của ", "tham gia ", "tham dự ", "trở lên", "trên địa bàn ", "đến ")
# The same behind "và": a comma may be of the clause: "hình hộp, bên | trong".
_GO_ON_BEHIND_AND = (*_GO_ON, "do ", "vì ", "tại ", "ở ", "trong ")
_NEVER_ITEM = ("nhiều ", "một số ", "hàng ")
# What is hardly ever the subject of the next clause: "lúa, | hoa màu bị ngập".
_LISTED: Trie[bool] = Trie((s, True) for e in entries("concept_stops") if e["role"] == "listed" for s in e["spellings"])
# "7 năm tù và | Trần Văn Tùng": somebody else, where the phrase so far holds no name.
_FULL_NAME = compiled(r"\p{Lu}\p{Ll}++ \p{Lu}\p{Ll}")
# A person is the subject of the next clause: "cà phê, ông Nam | cho biết".
_PERSON = compiled(r"(?:ông|bà|anh|chị|em|cô|chú|bác|cháu) (?=\p{Lu})")
# What begins a clause of its own: "cây ca cao, | nuôi gia súc", "tấn lúa, | sản lượng".
_OTHER_CLAUSE: Trie[bool] = Trie(
    (s, e["role"] == "other_clause")
    for e in entries("concept_stops")
    if e["role"] in ("other_clause", "no_other_clause")
    for s in e["spellings"]
)
_NEVER_FIRST = ("và ", "của ")
# "12 nhà dân | bị ngập", "17 người khác | bị thương": the clause that tells which opens behind the one word.
_LONE = tuple(f"{s} " for e in entries("concept_stops") if e["role"] == "lone" for s in e["spellings"])
# "5 xã còn lại, | huyện chọn": no list goes on.
_LONE_BI = compiled(r"\p{L}++ bị ")
_CLOSING = tuple(s for e in entries("concept_stops") if e["role"] == "closing" for s in e["spellings"])
# Behind an opening verb a preposition goes on: "11 hồ sơ đang | trong hạn xử lý".
# … and once one tells where: "được cấp cứu | tại Bệnh viện đa khoa tỉnh".
_BRIDGES = ("tại ", "trên ", "vào ")
_BEHIND_OPENING = ("trong ", "ở ", "tại ", "về ", "theo ")

Holds = Callable[[int], int]


def noun_phrase(
    text: str, lower: str, at: int, until: int, *, ends_at: Holds, opens_within: int = -1
) -> tuple[int, int] | None:
    """Span of the noun phrase that starts at ``at``, or None.

    Args:
        text: the view's text.
        lower: the same in lower case.
        at: where its first syllable or opening quote stands.
        until: where it must have ended.
        ends_at: whether a position belongs to what no phrase goes on over (a figure, a date, a document).
        opens_within: within how many syllables a verb may open the clause that tells which ones are meant; -2 for
            none, whatever is told of the noun ("3.412 ha lúa | bị ngã đổ").
    """
    position, end, count = at, at, 0
    opened = opening = bridged = False
    named: bool | None = None
    if -2 < opens_within < 1 and (_LONE_BI.match(lower, at) or (opens_within == 0 and lower.startswith(_LONE, at))):
        opens_within = 1
    while position < until and count < _LIMIT:
        if text[position] in _QUOTES:
            closing = text.find(_QUOTES[text[position]], position + 1, min(until, position + _QUOTED_LIMIT))
            if closing < 0 or "\n" in text[position:closing]:
                break
            count += text.count(" ", position, closing) + 1
            end, opening = closing + 1, False
        else:
            if ends_at(position) or (lower[position] in _SIZED_BEGINS and _SIZED.match(lower, position, until)):
                break
            word_end = _syllable_end(text, position, until)
            if word_end == position:
                break
            hit = WORDS.longest(lower, position)
            if hit is not None and hit[0] <= until:
                if hit[1] == "open":
                    if not opening and (opened or count > opens_within):
                        break
                    opened = True
                    opening = lower[position : hit[0]] not in _ALONE
                elif hit[1] == "stop":
                    bridge = opened and not opening and not bridged and lower.startswith(_BRIDGES, position)
                    if bridge and (ends_at(hit[0] + 1) or WORDS.longest(lower, hit[0] + 1) is not None):
                        break
                    if not bridge and not (opening and lower.startswith(_BEHIND_OPENING, position)):
                        break
                    bridged = bridged or bridge
                    opening = False
                else:
                    if (last := lower.rfind(" ", position, hit[0])) > 0 and ends_at(last + 1):
                        # "trong | tháng 3"
                        break
                    opening = False
                count += lower.count(" ", position, hit[0])
                end = hit[0]
            else:
                if count == 0 and lower.startswith(_NEVER_FIRST, position):
                    return None
                end, opening = word_end, False
            count += 1
        follows = text[end : end + 2]
        if follows == " (" and (acronym := _ACRONYM.match(text, end, until)) is not None:
            end = acronym.end()
            follows = text[end : end + 2]
        if follows in _JOINTS and (joint := _JOINT.match(text, end, until)) is not None:
            if WORDS.longest(lower, joint.end()) is not None or ends_at(joint.end()):
                break
            position = joint.end()
        elif follows == ", ":
            other = _OTHER_CLAUSE.longest(lower, end + 2)
            if lower.endswith(_CLOSING, at, end) or (other is not None and other[1]):
                break
            if named is None:
                named = any(map(str.isupper, text[at:end]))
            if not named and _is_other(text, end + 2):
                break
            if not _is_item(text, lower, end + 2, until, ends_at) or (
                opened and _LIST.match(lower, end) is None and _SHORT_ITEM.match(text, end) is None
            ):
                break
            position = end + 2
        elif follows in _AND_BEGINS and lower.startswith(_AND, end):
            if _FULL_NAME.match(text, end + len(_AND), until) and text[at:end].islower():
                break
            if not _is_item(text, lower, end + len(_AND), until, ends_at, _GO_ON_BEHIND_AND):
                break
            position = end + len(_AND)
        elif end < until and follows[0] == " ":
            position = end + 1
        else:
            break
    # A verb that opens nothing: "12 xã đạt | 52%".
    return (at, end) if end > at and not opening else None


def _syllable_end(text: str, at: int, until: int) -> int:
    """Where the syllable ends that starts at ``at``; ``at`` itself if none does."""
    space = text.find(" ", at, until)
    if space > 0 and text[at:space].isalpha():
        # Nearly all of them, and found at half the price.
        return space
    word = _SYLLABLE.match(text, at, until)
    return at if word is None else word.end()


def _is_subject(text: str, lower: str, at: int, until: int) -> bool:
    """Whether a predicate follows what stands in brackets from ``at`` on: "ga Cát Linh (S10) | còn 8/23 hộ"."""
    behind = text.find(")", at, until) + 1
    if not behind or not text.startswith(" ", behind):
        return False
    hit = WORDS.longest(lower, behind + 1)
    return hit is not None and hit[1] != "pass" and not lower.startswith(_GO_ON, behind + 1)


def _is_other(text: str, at: int) -> bool:
    """Whether a name begins behind the comma, in letters that begin a sentence: "lượt khách, | Bảo tàng đón"."""
    return text[at : at + 1].isupper() and text[at + 1 : at + 2].islower()


def _is_item(text: str, lower: str, at: int, until: int, ends_at: Holds, go_on: tuple[str, ...] = _GO_ON) -> bool:
    """Whether another item of the same list stands here: a few words without a predicate of their own."""
    position = at
    if lower.startswith(_NEVER_ITEM, at) or _PERSON.match(text, at):
        return False
    listed = _LISTED.longest(lower, at)
    if listed is not None and not text[listed[0] + 1 : listed[0] + 2].isupper():
        return True
    for n in range(_ITEM_LIMIT + 1):
        if lower.startswith("và ", position) and n:
            return True
        hit = WORDS.longest(lower, position)
        if hit is not None and hit[1] != "pass":
            return n > 0 and lower.startswith(go_on, position)
        word_end = _syllable_end(text, position, until)
        if word_end == position:
            return False
        if ends_at(position):
            # A date may stand behind the list ("thủy sản | năm 2015"); a figure has this item as its subject.
            return n > 0 and text[position].isalpha()
        end = hit[0] if hit is not None else word_end
        if end >= until:
            return True
        if text[end] != " ":
            return text[end] in _ENDS_ITEM
        if text.startswith(" (", end):
            return not text[end + 2 : end + 3].isdigit() and not _is_subject(text, lower, end + 2, until)
        position = end + 1
    return False
