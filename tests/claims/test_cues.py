"""Cue words are found as by one alternation between word boundaries, however the pattern is put together."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.claims import cues
from extractor.lexicon import entries
from extractor.lexicon.patterns import compiled

ROLES = sorted({entry["role"] for entry in entries("claim_cues")})
WORDS = sorted({spelling for entry in entries("claim_cues") for spelling in entry["spellings"]})
PIECES = st.sampled_from([*WORDS, "số hộ", "12", "x"])
GLUE = st.sampled_from([" ", ", ", "", "\n", " ("])
TEXTS = st.lists(st.tuples(PIECES, GLUE), max_size=6).map(lambda pairs: "".join(map("".join, pairs)))


def plainly(role: str) -> re.Pattern[str]:
    return compiled(rf"(?<!\p{{L}})(?:{cues.spellings(role)})(?!\p{{L}})")


@given(st.sampled_from(ROLES), TEXTS)
def test_a_word_is_found_where_one_alternation_finds_it(role: str, text: str) -> None:
    found = [match.span() for match in cues.word(role).finditer(text)]
    assert found == [match.span() for match in plainly(role).finditer(text)]


@pytest.mark.parametrize(
    ("cue", "direction", "amount"),
    [
        (", tăng ", "up", "up"),
        (", giảm 41 vụ, đạt ", None, None),
        (" giảm so với cùng kỳ, còn tăng nhẹ ", "up", "up"),
        (" tăng lên ", "up", None),
        (" gồm ", None, None),
    ],
)
def test_the_last_word_tells_the_direction(cue: str, direction: str | None, amount: str | None) -> None:
    assert cues.direction(cue) == direction
    assert cues.amount_direction(cue) == amount
