"""Lists: the parts that a sentence counts off behind their total, and whether its words say that they are all."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.claims import cues
from extractor.claims.reading import Operand, Reading
from extractor.lexicon.patterns import compiled

_LONGEST = 9
# All that stands in a bracket belongs together: "80.606 ha bị thiệt hại (Lào Cai 4.123, Sơn La 540, …)".
_LONGEST_BRACKET = 24
_REACH = 24
_OPENING = 110
_GAP = 90
# How many other figures may stand behind a total in its sentence.
_FEW = 8
_NO_NAMES = compiled(r"[()\d]")
_RATES = ("percent", "points")
# A full stop within a sentence is that of an abbreviation.
_ENDS = compiled(r"[;\n]")
_SEPARATES = compiled(r"[,;()]|(?<!\p{L})(?:và|cùng)(?!\p{L})")
_TOLD = compiled(r"(?: \p{L}+){1,10}?(?:[,;]| và)")
_OTHER_MATTER = compiled(
    rf"(?<!\p{{L}})(?:{cues.spellings('compared')}|{cues.spellings('inside')}|{cues.spellings('mean')}|{cues.spellings('minus')}|mỗi)(?!\p{{L}})"
)
# "97 lượt, đạt 85% kế hoạch năm; khách trong nước 234 lượt": what a rate is of is no other matter.
_RATED = compiled(r"% [^,;.()%]{0,60}+")
_OUT_OF = compiled(rf"{cues.front('out_of')}(?! (?:đó|này|ấy) )(?: \p{{L}}+){{0,2}} $")
# "… phát hiện 56 cơ sở vi phạm; trong đó phạt tiền 31 cơ sở"
_OPENS_BEHIND = compiled(rf"; ?(?=(?:{cues.spellings('inside')}|{cues.spellings('consists')})(?!\p{{L}}))")
# "42 tổ chức, gồm 18 đảng bộ và 24 chi bộ, với 3.126 đảng viên"
_WITH = compiled(r"(?<!\p{L})với(?: \p{L}+){0,3} $")
_PLURAL = compiled(r"(?<!\p{L})(?:và|cùng)(?!\p{L})")
# "… 7.518 thủ tục. Số thủ tục ấy gồm 3.595 …"
_THESE_CONSIST = compiled(
    rf"^\W*(?:\p{{L}}+ ){{1,5}}(?:này|ấy|đó|trên|nói trên|kể trên),? (?:\p{{L}}+ )?(?:{cues.spellings('consists')})(?!\p{{L}})"
)
# "… quá hạn 708 hồ sơ. Trong số hồ sơ đang giải quyết gồm 2.800 hồ sơ, có 2.672 …": what is told of is named anew.
_OF_ANOTHER = compiled(r"^\W*trong (?:tổng )?số(?! (?:này|đó|ấy|trên|nói trên|kể trên)(?!\p{L}))(?: \p{L}+)")
_OPENS_BRACKET = compiled(r"(?: \p{L}+){0,6} \([^().;]{0,40}")
_CONSISTS_PAST = compiled(rf"\),? (?:{cues.spellings('consists')})(?!\p{{L}})")
_REST = compiled(rf"{cues.front('all_the_rest')}(?!\p{{L}})")
# "13 vụ còn lại"; "…, còn lại là nguồn vốn khác" says of no figure that it is the rest.
_REST_BEHIND = compiled(rf"^[^.;,:()\n]{{0,30}}?(?<!\p{{L}})(?:{cues.spellings('all_the_rest')})(?!\p{{L}})")
# "… và 48 hợp tác xã khác": with these, all are told.
_OTHERS_BEHIND = compiled(
    rf"^[^.;,:()\n]{{0,40}}?(?<!\p{{L}})(?:{cues.spellings('the_others')}) ?(?:\([^()\n]{{0,12}}\))?(?:[.;\n]|$)"
)


@dataclass(slots=True)
class Listed:
    """Parts behind a total.

    Attributes:
        total: what they are parts of.
        parts: in order.
        opening: the words between the total and the first part.
        consists: whether those say that the parts make up the total ("gồm").
        inside: whether they say only that the parts are of it ("trong đó", a colon, brackets).
        rest: whether the last is said to be all the rest ("còn lại").
        others: whether the last is said to be the others ("và 48 hợp tác xã khác").
        same: whether all are counted by the total's own word, or by none.
        joined: whether the last is joined by "và".
    """

    total: Operand
    parts: tuple[Operand, ...]
    opening: str
    consists: bool
    inside: bool
    rest: bool
    others: bool
    same: bool
    joined: bool


def listed_past_bracket(reading: Reading, total: Operand) -> Listed | None:
    """The list behind a bracket that tells of the total in another way: "155 người (53 chết, 102 mất tích), gồm: Bảo Yên 109, …".

    Args:
        reading: the figures.
        total: a figure that may be a total.
    """
    first = total.index + 1
    if first >= len(reading.figures) or not _OPENS_BRACKET.match(
        reading.lower, total.end, reading.figures[first].start
    ):
        return None
    closing = reading.lower.find(")", total.end)
    while first < len(reading.figures) and reading.figures[first].start < closing:
        first += 1
    if first == len(reading.figures) or reading.sentence_of(first) != total.sentence:
        return None
    return _list_from(reading, total, first) if _CONSISTS_PAST.match(reading.lower, closing) else None


def listed_behind(reading: Reading, total: Operand) -> Listed | None:
    """The list that a sentence opens behind a total, or the next sentence with "Trong đó"; None if there is none.

    Shares in brackets behind a part are passed over, and so are figures of another kind that go with it ("126 bộ với
    số tiền 1.126 triệu đồng, 61 bộ …").

    Args:
        reading: the figures.
        total: a figure that may be a total.
    """
    first = _behind_its_rates(reading, total)
    return None if first >= len(reading.figures) else _list_from(reading, total, first)


def _list_from(reading: Reading, total: Operand, first: int) -> Listed | None:
    """The list whose first part is figure ``first``, or one behind it."""
    sentence = reading.sentence_of(first)
    opening = reading.between(total.index, first)
    if sentence != total.sentence:
        opens = reading.may_say(first, "inside") and cues.INSIDE.search(reading.cue(first, 40)) is not None
        opens = opens and _OF_ANOTHER.match(reading.cue(first)) is None
        opens = opens or _THESE_CONSIST.match(reading.cue(first)) is not None
        if sentence != total.sentence + 1 or not opens or len(opening) > _OPENING * 2:
            return None
    parts: list[Operand] = []
    i = first
    end = min(len(reading.figures), first + _REACH)
    most = _LONGEST
    while i < end and reading.sentence_of(i) == sentence and len(parts) <= most:
        if len(reading.sides[i]) != 1:
            return None
        operand = reading.sides[i][0]
        if operand.kind == total.kind and (operand.kind != "measure" or operand.unit == total.unit):
            if parts and (not _follows(reading, parts[-1], operand) or _is_over(reading, parts, operand)):
                break
            if operand.value is None or operand.modified or operand.bounds[0] <= 0:
                return None
            own = _own_words(reading.cue(i), parts[-1], operand) if parts else reading.cue(i)
            if cues.amount_direction(own) is not None:
                return None if not parts else _listed(reading, total, parts, opening, most)
            if not parts:
                opening = reading.lower[total.end : operand.start]
                if len(opening) > _OPENING * 2 or not _may_open(reading, total, opening):
                    return None
                if _ENDS.search(_OPENS_BEHIND.sub(", ", opening)):
                    return None
                if (closing := _closing(reading, total, i)) is not None:
                    most = _LONGEST_BRACKET
                    while reading.figures[end - 1].start > closing:
                        end -= 1
            parts.append(operand)
        elif not parts and operand.kind not in (total.kind, "duration", "percent"):
            return None
        i += 1
    return _listed(reading, total, parts, opening, most)


def _own_words(words: str, before: Operand, part: Operand) -> str:
    """The words in front of a part, less those that tell of the one before: "7 nhóm [tăng giá], | 2 nhóm giảm"."""
    if before.index != part.index - 1 or not part.unit or before.unit != part.unit:
        return words
    told = _TOLD.match(words)
    return words if told is None else words[told.end() :]


def _closing(reading: Reading, total: Operand, first: int) -> int | None:
    """Where the bracket ends that a total opens and figure ``first`` stands in."""
    opening = reading.lower.rfind("(", total.end, reading.figures[first].start)
    if opening < 0:
        return None
    closing = reading.lower.find(")", opening)
    return closing if closing > reading.figures[first].start else None


def _may_open(reading: Reading, total: Operand, opening: str) -> bool:
    """Whether anything says that what follows a total is of it: a word behind it or before it, a colon or a bracket."""
    return (
        ":" in opening
        or "(" in opening
        or "lần lượt" in opening
        or cues.INSIDE.search(opening) is not None
        or cues.CONSISTS.search(opening) is not None
        or out_of(reading, total)
    )


def out_of(reading: Reading, total: Operand) -> bool:
    """Whether the words in front of a figure say that what follows is of it: "Trong 19 người thiệt mạng, …".

    Args:
        reading: the figures.
        total: the figure.
    """
    return _OUT_OF.search(reading.cue(total.index)) is not None


def _behind_its_rates(reading: Reading, total: Operand) -> int:
    """Index of the figure behind a total, past its rates where these end its sentence: "…, tăng 25%. Trong đó, …".

    Where the next sentence says what consists of the parts, it is past anything else: "Số thủ tục ấy gồm …".
    """
    first = total.index + 1
    i = reading.figures_up_to(total.sentence)
    if i == len(reading.figures) or i > first + _FEW or reading.sentence_of(i) != total.sentence + 1:
        return first
    others = [side for k in range(first, i) for side in reading.sides[k]]
    if all(other.kind in _RATES for other in others):
        return i
    these = bool(total.unit) and _THESE_CONSIST.match(reading.cue(i)) is not None
    return i if these and all(other.unit != total.unit for other in others) else first


def named_first(opening: str) -> int:
    """How many things a list names one by one, without a number, before the first that has one.

    Args:
        opening: the words between the total and the first part, in lower case.

    >>> named_first(", gồm: chủ tịch, "), named_first(" gồm bí thư, phó bí thư, "), named_first(", gồm ")
    (1, 2, 0)
    """
    at = max(cues.last(cues.CONSISTS, opening), opening.rfind(":") + 1)
    if at <= 0 or _NO_NAMES.search(opening, at):
        return 0
    return sum(bool(item.strip(" :")) for item in opening[at:].split(",")[:-1])


def is_rest(reading: Reading, index: int) -> bool:
    """Whether a figure is said to be all the rest: "còn lại 22,4 ha", "13 vụ còn lại".

    Args:
        reading: the figures.
        index: of the figure.
    """
    return _REST.search(reading.cue(index)) is not None or _REST_BEHIND.match(reading.tail(index, 30)) is not None


def closes(reading: Reading, index: int) -> bool:
    """Whether a figure is said to be all that is left of what a list counts off: the rest, or "48 hợp tác xã khác".

    Args:
        reading: the figures.
        index: of the last of the list.
    """
    return is_rest(reading, index) or _OTHERS_BEHIND.match(reading.tail(index)) is not None


def _follows(reading: Reading, before: Operand, part: Operand) -> bool:
    between = reading.lower[before.end : part.start]
    if len(between) > _GAP + 60 * (part.index - before.index - 1):
        return False
    if _OTHER_MATTER.search(_RATED.sub("%", _own_words(between, before, part))):
        return False
    return _SEPARATES.search(between) is not None and _WITH.search(between) is None


def _is_over(reading: Reading, parts: list[Operand], following: Operand) -> bool:
    """Whether a row of commas ends at a semicolon: closed by "và" before it, or by what is counted behind it.

    "608 ha, 30 ha và 22 ha; diện tích chăm sóc 480 ha", "Bảo Yên 109, Sa Pa 8; Cao Bằng 52 người".
    """
    if len(parts) < 2 or ";" not in reading.lower[parts[-1].end : following.start]:
        return False
    if ";" in reading.lower[parts[0].end : parts[-1].start]:
        return False
    bare = bool(following.unit) and not any(part.unit for part in parts)
    return bare or _PLURAL.search(reading.lower[parts[-2].end : parts[-1].start]) is not None


def _listed(reading: Reading, total: Operand, parts: list[Operand], opening: str, most: int) -> Listed | None:
    if not 2 <= len(parts) <= most or any(p.value == total.value for p in parts):
        return None
    consists = cues.CONSISTS.search(opening) is not None and cues.direction(opening) is None
    inside = not consists and (
        cues.INSIDE.search(opening) is not None
        or "lần lượt" in opening
        or ":" in opening
        or (opening.lstrip().startswith("(") and ")" not in opening)
        or out_of(reading, total)
    )
    last = parts[-1]
    return Listed(
        total=total,
        parts=tuple(parts),
        opening=opening,
        consists=consists,
        inside=inside,
        rest=is_rest(reading, last.index),
        others=_OTHERS_BEHIND.match(reading.tail(last.index)) is not None,
        same=all(not p.unit or p.unit == total.unit for p in parts),
        joined=_PLURAL.search(reading.lower[parts[-2].end : last.start]) is not None,
    )
