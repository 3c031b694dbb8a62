"""Percentages that make up 100%: "chiếm 69,1%, … 28,5% và … 2,3%"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extractor.claims import cues
from extractor.claims.proposal import Proposal, inferred, stated
from extractor.claims.reading import Operand, Reading
from extractor.lexicon.patterns import compiled

_LONGEST = 9
_HUNDRED = Decimal(100)
_LIMIT = Decimal("0.12")
_OTHERS = cues.word("others")
_STRUCTURE = cues.word("structure")
_MAKES_UP = cues.word("makes_up")
# "…, Mỹ 21,4%, các thị trường khác 19,2%": only a name before the next share.
_NAMED = compiled(
    rf"^ ?[,;)]?(?: (?:và|còn|trong khi|riêng))?(?: [^,;.()\n%]{{1,60}}?)? \(?(?:{cues.FILLER})?(?: \w+)? ?$"
)


def find_percent_sums(reading: Reading) -> Iterator[Proposal]:
    """Runs of shares that add up to 100%, and runs that are said to be all and do not."""
    percents = [
        i
        for i, f in enumerate(reading.figures)
        if f.kind == "percent"
        and f.value is not None
        and f.modifier is None
        # "nông nghiệp chiếm 17,36%, giảm 1,19%; công nghiệp chiếm 44,93%, tăng 1,29%; …"
        and cues.direction(reading.cue(i)) is None
        and not _nested(reading, i)
    ]
    done: set[int] = set()
    for at, first in enumerate(percents):
        if first in done:
            continue
        best, tried = _that_fits(reading, percents, at)
        if len(best) > 2 and _in_all(reading, best) != _HUNDRED == _in_all(reading, best[1:]):
            # The first is told of one of them, in a title or a lead.
            continue
        said = bool(best) and _closed(reading, best)
        rule = "run"
        if not best:
            best, rule, said = _run_to_the_rest(reading, first), "rest", True
        if not best:
            continue
        done.update(best)
        parts = tuple(reading.sides[j][0] for j in best)
        if said:
            yield stated("percent_sum", {"parts": parts}, f"percent_sum.{rule}")
            continue
        odds = tried * sum((p.bounds[1] - p.bounds[0] for p in parts), Decimal(0)) / _HUNDRED
        if odds <= _LIMIT:
            yield inferred("percent_sum", {"parts": parts}, f"percent_sum.{rule}", candidates=tried, chance=odds)


def _in_all(reading: Reading, run: list[int]) -> Decimal:
    return sum((reading.figures[i].value or Decimal(0) for i in run), Decimal(0))


def _nested(reading: Reading, index: int) -> bool:
    """As in "đạt chuẩn chiếm 87,97% (trong đó, tiêu biểu chiếm 20,59%); …": a share of the one before it."""
    cue = reading.cue(index, 120)
    opens = cue.rfind("(")
    return opens > cue.rfind(")") and cues.INSIDE.search(cue, opens) is not None


def _that_fits(reading: Reading, percents: list[int], at: int) -> tuple[list[int], int]:
    """The longest run from a percentage on that adds up to 100, and how many runs were tried."""
    run = [percents[at]]
    parts = [reading.sides[run[0]][0]]
    low, high = parts[0].bounds
    best: list[int] = []
    tried = 0
    own = reading.sentence_of(run[0])
    # The rest of a list and what the next sentence tells are no whole.
    inside = at > 0 and reading.sentence_of(percents[at - 1]) == own
    for i in percents[at + 1 : at + _LONGEST]:
        part = reading.sides[i][0]
        if part.sentence - parts[-1].sentence > (0 if inside else 1):
            break
        run.append(i)
        parts.append(part)
        low += part.bounds[0]
        high += part.bounds[1]
        if low > _HUNDRED:
            break
        tried += 1
        if high >= _HUNDRED and _partition(reading, run, parts):
            best = list(run)
    return best, max(tried, 1)


def _closed(reading: Reading, run: list[int]) -> bool:
    """Whether the words say that the shares are all: "còn lại", "các thị trường khác", "cơ cấu …"."""
    return _OTHERS.search(reading.cue(run[-1])) is not None or _of_structure(reading, run[0])


def _of_structure(reading: Reading, first: int) -> bool:
    sentence = reading.sentences[reading.sentence_of(first)]
    return (
        _STRUCTURE.search(
            reading.lower, max(sentence.start, reading.figures[first].start - 140), reading.figures[first].start
        )
        is not None
    )


def _run_to_the_rest(reading: Reading, first: int) -> list[int]:
    """Shares of one sentence up to "còn lại 23,6%", which says that they are all: they should add up to 100%."""
    run = [first]
    closed = False
    while run[-1] + 1 < len(reading.figures) and len(run) <= _LONGEST:
        i = run[-1] + 1
        if reading.figures[i].kind != "percent" or reading.sentence_of(i) != reading.sentence_of(first):
            return []
        run.append(i)
        if _OTHERS.search(reading.cue(i)):
            closed = True
            break
        if "chiếm" not in reading.cue(i) and not _NAMED.match(reading.cue(i)):
            return []
    parts = [reading.sides[j][0] for j in run if reading.sides[j]]
    plain = all(reading.figures[j].value is not None and reading.figures[j].modifier is None for j in run)
    if not closed or len(run) < 3 or len(parts) < len(run) or not plain or "chiếm" not in reading.cue(first):
        return []
    return run if _partition(reading, run, parts, beyond=True) else []


def _partition(reading: Reading, run: list[int], parts: list[Operand], *, beyond: bool = False) -> bool:
    """Whether the shares are of one whole: none is a change, and two of them need a word that they are all.

    Only a run that is said to be all may hold one ``beyond`` 100%, which is then wrong.
    """
    if any(cues.direction(reading.cue(i)) is not None for i in run):
        return False
    if any(p.value is not None and ((p.value >= _HUNDRED and not beyond) or p.value <= 0) for p in parts):
        return False
    broken = any(reading.figures[i].kind == "percent" and i not in run for i in range(run[0], run[-1]))
    makes_up = parts[0].paragraph == parts[-1].paragraph and all(_MAKES_UP.search(reading.cue(i)) for i in run)
    if broken and not makes_up:
        return False
    cued = sum(cues.SHARE.search(reading.cue(i)) is not None or reading.in_brackets(i) for i in run)
    stretch = reading.lower[max(0, reading.figures[run[0]].start - 60) : reading.figures[run[-1]].end]
    rest = "còn lại" in stretch
    fine = all(p.ulp is not None and p.ulp < 1 for p in parts)
    if len(run) > 2 and cued and _fill_their_sentence(reading, run):
        return True
    if len(run) == 2:
        alone = cued == 1 and fine and _fill_their_sentence(reading, run)
        return rest or alone or (cued == 2 and fine) or (cued >= 1 and "trong đó" in stretch and " và " in stretch)
    return fine or rest or beyond or cued >= 2 or (cued > 0 and _of_structure(reading, run[0]))


def _fill_their_sentence(reading: Reading, run: list[int]) -> bool:
    """Whether the shares are all figures of their sentence: "ở thành thị chiếm 57,1% số vụ; nông thôn 42,9%"."""
    sentence = reading.sentence_of(run[0])
    around = (i for i in (run[0] - 1, run[-1] + 1) if 0 <= i < len(reading.figures))
    return (
        reading.sentence_of(run[-1]) == sentence
        and run[-1] - run[0] == len(run) - 1
        and all(reading.sentence_of(i) != sentence for i in around)
    )
