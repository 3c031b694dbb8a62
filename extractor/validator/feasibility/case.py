"""One article under proof, and how a finding about its figures is made."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from extractor.claims.reading import Reading
from extractor.records import Figure, Finding, FindingKind, Message
from extractor.validator.derived import Implied
from extractor.validator.levels_before import LevelBefore

_NEAR = 200


@dataclass(frozen=True, slots=True)
class Case:
    """What the finders look at.

    Attributes:
        source: the article's text.
        reading: its figures among its words.
        figures: the same figures, by the same index, as the record has them.
        missing: what its percentages imply.
        levels_before: what its rises tell of the levels before them.
        oversized: where, in the reading, percentages stand that are parts of a whole and yet more than 100%.
    """

    source: str
    reading: Reading
    figures: Sequence[Figure]
    missing: Sequence[Implied]
    levels_before: Sequence[LevelBefore] = ()
    oversized: AbstractSet[int] = frozenset()

    def around(self, index: int) -> str:
        """The words of a figure's sentence, in lower case, as far as they are near."""
        figure, sentence = self.reading.figures[index], self.reading.sentences[self.reading.sentence_of(index)]
        return self.reading.lower[max(sentence.start, figure.start - _NEAR) : min(sentence.end, figure.end + _NEAR)]

    def finding(
        self,
        kind: FindingKind,
        indexes: Sequence[int],
        message: Message,
        *,
        low: bool = False,
        expected: Sequence[str] = (),
    ) -> Finding:
        """A finding, without an id yet, about the figures at some indexes: the stretch of text that they take."""
        ordered = sorted(indexes)
        start, end = self.figures[ordered[0]].span[0], self.figures[ordered[-1]].span[1]
        return Finding(
            id="",
            kind=kind,
            severity="low" if low else "high",
            span=(start, end),
            text=self.source[start:end],
            figures=tuple(self.figures[i].id for i in ordered),
            expected=tuple(expected),
            message=message,
        )
