"""Shares of classes that exclude each other, which come to more than all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache

from extractor.claims import cues
from extractor.claims.reading import Operand, Reading
from extractor.lexicon import entries
from extractor.lexicon.patterns import compiled
from extractor.records import Finding, Message
from extractor.validator.feasibility.case import Case
from extractor.validator.intervals import ZERO
from extractor.validator.numerals import decimals_of, fraction
from extractor.validator.style import Language, plain

_HUNDRED = Decimal(100)
_CUE = 70
_LINK = compiled(r"(?:(?:và|còn|loại|đạt|có|số|tỷ lệ|tỉ lệ|là|phiếu|học sinh|em|hồ sơ|ý kiến|xếp loại|[,;:(\-])[ ]*)*")
_TOGETHER = compiled(r"(?:khá|tốt|giỏi|xuất sắc|trước hạn|từ|trở lên|cao|yếu)(?:,| và| -|) ?$")


def excessive_shares(case: Case) -> Iterator[Finding]:
    """As in "giỏi 32,5%, khá 51,2%, trung bình 22,1%": together 105,8%."""
    reading = case.reading
    done = 0
    for start, figure in enumerate(reading.figures):
        if start < done or figure.kind != "percent":
            continue
        run = _run(reading, start)
        if len(run) > 1:
            yield from _finding(case, [reading.sides[i][0] for i in run])
        done = run[-1] + 1


def _run(reading: Reading, start: int) -> list[int]:
    """Indexes of percentages from ``start`` on, each of another class of one scale, told in a row."""
    if _next(reading, start) is None or _share(reading, start) is None:
        return [start]
    for name, number in _classes(reading, start, first=True):
        run, seen, at = [start], {number}, start
        while (following := _next(reading, at)) is not None:
            told = [n for scale, n in _classes(reading, following, first=False) if scale == name]
            if not told or told[0] in seen:
                break
            seen.add(told[0])
            run.append(following)
            at = following
        if len(run) > 1:
            return run
    return [start]


def _share(reading: Reading, index: int) -> Operand | None:
    figure = reading.figures[index]
    if figure.kind != "percent" or figure.value is None or figure.modifier is not None:
        return None
    return None if cues.direction(reading.cue(index)) is not None else reading.sides[index][0]


def _next(reading: Reading, at: int) -> int | None:
    """The next percentage of the sentence, right behind or with the number of it in between."""
    for index in (at + 1, at + 2):
        if index >= len(reading.figures) or reading.sentence_of(index) != reading.sentence_of(at):
            return None
        if reading.figures[index].kind == "percent":
            return index if _share(reading, index) is not None else None
        if reading.figures[index].kind != "count":
            return None
    return None


def _classes(reading: Reading, index: int, *, first: bool) -> Iterator[tuple[str, int]]:
    """The scale and the class that the words before a percentage name; where it is not the first, they name no more."""
    cue = reading.cue(index, _CUE)
    if _any_class().search(cue) is None:
        return
    for name, needs, unless, pattern, numbers in _scales():
        if first and ((needs is not None and needs not in cue) or any(word in cue for word in unless)):
            continue
        match = pattern.search(cue)
        if match is None:
            continue
        before = cue[: match.start("member")]
        if (first and _compound(before)) or (not first and not _LINK.fullmatch(before.lstrip())):
            continue
        yield name, numbers[match["member"]]


def _compound(before: str) -> bool:
    """Whether the class is one of several that are taken together: "khá, giỏi 60%"."""
    return _TOGETHER.search(before) is not None


@cache
def _scales() -> tuple[tuple[str, str | None, list[str], re.Pattern[str], dict[str, int]], ...]:
    made = []
    for entry in entries("exclusive_classes"):
        numbers = {spelling: i for i, names in enumerate(entry["members"]) for spelling in names}
        made.append((entry["name"], entry["needs"], entry["unless"], _naming(numbers), numbers))
    return tuple(made)


@cache
def _any_class() -> re.Pattern[str]:
    """What tells in one search that no class of any scale is named, as before most percentages."""
    return _naming({spelling for *_, numbers in _scales() for spelling in numbers})


def _naming(spellings: Iterable[str]) -> re.Pattern[str]:
    spelled = "|".join(re.escape(s) for s in sorted(spellings, key=lambda s: (-len(s), s)))
    return compiled(rf"(?<!\p{{L}})(?P<member>{spelled})(?: (?:chiếm|đạt|là|có|tỷ lệ|tỉ lệ|tỷ trọng))*+ ?[(:]? ?$")


def _finding(case: Case, parts: list[Operand]) -> Iterator[Finding]:
    if sum((part.bounds[0] for part in parts), Decimal(0)) <= _HUNDRED:
        return
    yield case.finding(
        "shares_exceed_whole",
        [part.index for part in parts],
        Message(vi=_sentence(parts, "vi"), en=_sentence(parts, "en")),
    )


def _sentence(parts: list[Operand], language: Language) -> str:
    values = [fraction(part.value) for part in parts if part.value is not None]
    digits = max(decimals_of(fraction(part.ulp)) if part.ulp else 0 for part in parts)
    total = plain(sum(values, ZERO), digits, language)
    formula = " + ".join(f"{plain(value, digits, language)}%" for value in values)
    if language == "vi":
        return f"{formula} = {total}%: các loại không trùng nhau mà cộng lại quá 100%; hãy đối chiếu với nguồn"
    return f"{formula} = {total}%: classes that exclude each other, yet more than 100% together; check the source"
