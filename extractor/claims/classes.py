"""Parts that are all there is of a total, for they are the classes that every one of it belongs to: men and women."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extractor.claims.reading import Operand, Reading
from extractor.lexicon import entries
from extractor.lexicon.patterns import compiled

_NEAR = 40
_SUBJECT = 90
_SAYS = "là|có|gồm|chiếm|đạt|ước|được|với|khoảng|hơn|gần|trên|nhiều nhất|ít nhất|cao nhất|thấp nhất"
# "30 nam dưới 35 tuổi" are not all men, nor "12 đảng viên dự bị được kết nạp trong năm" all candidates.
_ENDS = compiled(r" ?(?:[,;.:()\n]|và(?!\p{L})|$)")


@dataclass(frozen=True, slots=True)
class Scale:
    """Classes of a whole.

    Attributes:
        of: words that the whole must be told by, if any.
        before: patterns of the names of each class in front of a figure.
        behind: the same behind it.
        names: the names themselves.
        by: those who make up the whole as well: each delegate casts one vote.
        shared_out: what the figure is called that the classes share out, and nothing is left of.
        repeated: whether articles tell row after row of them.
    """

    of: tuple[str, ...]
    before: tuple[re.Pattern[str], ...]
    behind: tuple[re.Pattern[str], ...]
    names: tuple[frozenset[str], ...]
    by: tuple[str, ...]
    shared_out: tuple[str, ...]
    repeated: bool


def are_all_classes(reading: Reading, total: Operand, parts: Sequence[Operand]) -> bool:
    """Whether the parts are one each of the classes that make up the whole: "45 em, trong đó 20 nam và 25 nữ".

    Args:
        reading: the figures.
        total: what the parts are of.
        parts: figures behind it.
    """
    for scale in _scales():
        if len(parts) != len(scale.names):
            continue
        words = f"{reading.cue(total.index, _SUBJECT)} {total.unit} {reading.tail(total.index, _NEAR)}"
        if scale.of and not any(word in words for word in scale.of):
            continue
        if sorted(_classes_of(reading, scale, part) or [-1] for part in parts) == [[k] for k in range(len(parts))]:
            # What is one of the classes itself is no whole.
            return not _classes_of(reading, scale, total)
    return False


def class_of(reading: Reading, scale: Scale, part: Operand) -> int | None:
    """Which class of a scale a figure is told to be of, if it is just one.

    Args:
        reading: the figures.
        scale: the classes.
        part: the figure.
    """
    found = _classes_of(reading, scale, part)
    return found[0] if len(found) == 1 else None


def repeated_scales() -> tuple[Scale, ...]:
    """Those whose rows are told again and again."""
    return tuple([scale for scale in _scales() if scale.repeated])


def _classes_of(reading: Reading, scale: Scale, part: Operand) -> list[int]:
    """The classes of a scale that a part is told to be of: by its unit, the words behind it, or those before it."""
    tail, cue = reading.tail(part.index, _NEAR), reading.cue(part.index, _NEAR)
    behind = {k: match.end() for k, pattern in enumerate(scale.behind) if (match := pattern.match(tail))}
    if not _ENDS.match(tail, max(behind.values(), default=0)):
        return []
    found = {k for k, names in enumerate(scale.names) if part.unit in names} | behind.keys()
    if found:
        return sorted(found)
    before = {k: match.start() for k, pattern in enumerate(scale.before) if (match := pattern.search(cue))}
    # "chưa có điều kiện" holds "có điều kiện".
    return [k for k, start in before.items() if start == min(before.values())]


@cache
def _scales() -> tuple[Scale, ...]:
    made = []
    for entry in entries("whole_classes"):
        unless = "|".join(map(re.escape, entry["unless"]))
        spelled = ["|".join(map(re.escape, sorted(names, key=len, reverse=True))) for names in entry["members"]]
        made.append(
            Scale(
                of=tuple(entry["of"]),
                before=tuple(compiled(rf"(?<!\p{{L}})(?:{s})(?:,? ?(?:{_SAYS})){{0,3}}+[:]? $") for s in spelled),
                behind=tuple(compiled(rf" (?:{s})(?!\p{{L}})(?! (?:{unless})(?!\p{{L}}))") for s in spelled),
                names=tuple(frozenset(names) for names in entry["members"]),
                by=tuple(entry.get("by", ())),
                shared_out=tuple(entry.get("shared_out", ())),
                repeated=bool(entry.get("repeated")),
            )
        )
    return tuple(made)
