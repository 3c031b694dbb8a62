"""Cue words of claims, from the lexicon."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache

from extractor.lexicon import entries
from extractor.lexicon.patterns import compiled


def _spelled(*roles: str) -> list[str]:
    found = {s for e in entries("claim_cues") if e["role"] in roles for s in e["spellings"]}
    return sorted(found, key=lambda s: (-len(s), s))


def spellings(role: str) -> str:
    """The spellings of a role as one alternation, longest first."""
    return "|".join(map(re.escape, _spelled(role)))


@cache
def words(role: str) -> frozenset[str]:
    """The spellings of a role."""
    return frozenset(_spelled(role))


def front(*roles: str) -> str:
    """A pattern for a cue word of one of the roles, where no letter stands before it.

    It begins with a set of characters, for which the engine scans fast; what begins with each of them follows.
    """
    by_first: dict[str, list[str]] = defaultdict(list)
    for spelling in _spelled(*roles):
        by_first[spelling[0]].append(re.escape(spelling[1:]))
    begun = "|".join(f"(?<={re.escape(first)})(?:{'|'.join(rests)})" for first, rests in by_first.items())
    return rf"[{''.join(map(re.escape, by_first))}](?<!\p{{L}}.)(?:{begun})"


def word(*roles: str) -> re.Pattern[str]:
    """A pattern that finds a cue word of one of the roles."""
    return compiled(rf"{front(*roles)}(?!\p{{L}})")


UP = word("up")
DOWN = word("down")
SHARE = word("share")
_ANY_DIRECTION = word("up", "down", "share")
INSIDE = word("inside")
CONSISTS = word("consists")
TOTAL = word("total")
MEAN = word("mean")
BASE = word("base")
EQUIVALENT = word("equivalent")
SHARE_SLIP = word("share_slip")
MEMBERS = word("members")
PLAN = word("plan")
BEYOND = word("beyond")
APART = word("apart")
NO_CHANGE = word("no_change")

# Words between a verb and its number: "đạt được mức gần 50%".
FILLER = spellings("filler")

# "…, tương ứng 12,5%", "03 vụ = 1,6%"
ENDS_EQUIVALENT = compiled(rf"(?<!\p{{L}})(?:(?:{spellings('equivalent')})(?: với| là| khoảng| gần| hơn)*|=) $")
# What ends a statement.
STOP = compiled(r"[.;\n]")
# "từ mức 187" in front of a figure: the level it starts from.
FROM = compiled(r"(?<!\p{L})từ(?: mức| con số| khoảng| gần| hơn| trên)* $")


def to_level(verbs: str) -> re.Pattern[str]:
    """The words between two levels of which the second is where the first went: "lên", "xuống còn" …

    Args:
        verbs: what may say so, as an alternation.
    """
    return compiled(rf"^[^.;\n]{{0,60}}?(?<!\p{{L}})(?:{verbs})(?: còn| tới| đến| mức| khoảng| gần| hơn| trên)* $")


def last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match of the pattern ends in ``text``, or -1."""
    at = -1
    for match in pattern.finditer(text):
        at = match.end()
    return at


# What stands in brackets that are closed again.
CLOSED = compiled(r"\([^()]*\)")
_LEVEL = compiled(
    r"(?<!\p{L})(?:từ|lên|xuống|còn|thành|ở|ở mức|mức|là|đạt|(?<!so )với)(?: \p{L}+)?(?: (?:còn|tới|đến|mức|khoảng|gần|hơn|trên)){0,8} $"
)


@lru_cache(maxsize=4096)
def amount_direction(cue: str) -> str | None:
    """Like :func:`direction`, for an amount: "tăng lên 5.000 hộ" names a level, not a rise of 5.000."""
    found = direction(cue)
    return None if found is None or _LEVEL.search(cue) else found


_GRADES = words("grade")


@lru_cache(maxsize=4096)
def direction(cue: str) -> str | None:
    """``"up"``, ``"down"`` or None: what the words in front of a figure say of its change.

    The last cue word decides: "giảm 41 vụ, đạt 12%" is no fall of 12%.
    """
    if ")" in cue:
        # "269 đảng bộ (tăng 08), 518 chi bộ": what a bracket says is said of what stands before it.
        cue = CLOSED.sub(" ", cue)
    # "vượt tiến độ; kế đến là thu dầu thô 8.097 tỷ đồng": another statement.
    _, listed, cue = cue.rpartition(";")
    if listed and cue.strip() in _GRADES:
        # "yếu 51 em; kém 12 em"
        return None
    if _ANY_DIRECTION.search(cue) is None:
        return None
    if NO_CHANGE.search(cue) is not None:
        # "kiến nghị giảm trừ thanh toán 33,3 tỷ đồng"
        cue = NO_CHANGE.sub(" ", cue)
    ends = {"up": last(UP, cue), "down": last(DOWN, cue), "share": last(SHARE, cue)}
    best = max(ends, key=lambda k: ends[k])
    if ends[best] < 0 or best == "share":
        return None
    return best


OWN_CLAUSE = compiled(
    r"^(?:(?:tức là|tức|tương ứng|tương đương|hay|mức|đã|như vậy|với|tỷ lệ|tỉ lệ|cũng|là|tốc độ|chỉ|đều) ){0,6}"
    rf"(?:{spellings('up')}|{spellings('down')}|{spellings('equivalent')})(?!\p{{L}})"
)
_SHORT = 32


def same_subject(between: str) -> bool:
    """Whether the words between two levels and a rise or fall name no other subject.

    "…, tăng 12%" speaks of the levels before it; "…, số người chết giảm 12%" does not.
    """
    clause = between.replace("(", ",").rpartition(",")[2].strip()
    if "," in between or "(" in between:
        return not clause or OWN_CLAUSE.match(clause) is not None
    return len(between) <= _SHORT
