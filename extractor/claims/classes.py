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
_SAYS = "là|có|gồm|chiếm|đạt|ước|được|với|khoảng|hơn|gần|trên"
# "30 nam dưới 35 tuổi" are not all men, nor "12 đảng viên dự bị được kết nạp trong năm" all candidates.
_ENDS = compiled(r" ?(?:[,;.:()\n]|và(?!\p{L})|$)")


@dataclass(frozen=True, slots=True)
class _Scale:
    """Classes of a whole: words that the whole must be told by, if any, and the patterns of each class' names."""

    of: tuple[str, ...]
    before: tuple[re.Pattern[str], ...]
    behind: tuple[re.Pattern[str], ...]
    names: tuple[frozenset[str], ...]


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


def _classes_of(reading: Reading, scale: _Scale, part: Operand) -> list[int]:
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
def _scales() -> tuple[_Scale, ...]:
    made = []
    for entry in entries("whole_classes"):
        unless = "|".join(map(re.escape, entry["unless"]))
        spelled = ["|".join(map(re.escape, sorted(names, key=len, reverse=True))) for names in entry["members"]]
        made.append(
            _Scale(
                of=tuple(entry["of"]),
                before=tuple(compiled(rf"(?<!\p{{L}})(?:{s})(?:,? ?(?:{_SAYS})){{0,3}}+[:]? $") for s in spelled),
                behind=tuple(compiled(rf" (?:{s})(?!\p{{L}})(?! (?:{unless})(?!\p{{L}}))") for s in spelled),
                names=tuple(frozenset(names) for names in entry["members"]),
            )
        )
    return tuple(made)
