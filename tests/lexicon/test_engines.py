"""What a pattern finds is the same, whichever engine compiles it."""

from __future__ import annotations

import re

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from extractor.lexicon.patterns import behind, compile_now, compiled, groups, told_apart

# Letters, marks of numbers and what patterns hold; no marks that combine, for those are listed in part only.
TEXTS = st.text(st.sampled_from("sốcáx Ưđ59²_.,-/(\n"), max_size=24)
SAME = [
    r"(?<!\p{L})số(?: ?:)? ?(?=\d)",
    r"(?<![\p{L}\d])số",
    r"(?<![^\p{L}])á",
    r"(?<!\p{L})s?ố",
    r"(?<!\p{L})s|(?<!\p{L})c",
    r"(?<!\p{L})(?:số|các)",
    r"[^\p{L}]++",
    r"[^\p{L}5]++",
    r"[\p{L}\d]++",
    r"[\p{L}\p{N}.]++$",
    r"\p{Lu}\p{Ll}*+",
    behind("số ", "c", r"\d"),
    behind("^ ", r"[.\n]", r"[.\n] "),
]


@pytest.mark.parametrize("pattern", SAME)
@given(text=TEXTS)
def test_both_engines_find_the_same(pattern: str, text: str) -> None:
    found = compile_now(pattern)
    assert isinstance(found, re.Pattern)
    assert [match.span() for match in found.finditer(text)] == [m.span() for m in regex.finditer(pattern, text)]


@given(text=TEXTS)
def test_groups_told_apart_read_like_groups_of_one_name(text: str) -> None:
    pattern = r"(?P<a>\d)(?P<mark>[./-])(?P<b>\d)(?P=mark)?|số (?P<a>\d)(?:(?P<mark>,)(?P<b>\d)(?P=mark))?|(?P<b>x)"
    read = [groups(match) for match in compile_now(told_apart(pattern)).finditer(text)]
    named = [
        {name: held for name, held in m.groupdict().items() if held is not None} for m in regex.finditer(pattern, text)
    ]
    assert read == named


def test_what_only_the_richer_engine_knows_is_left_to_it() -> None:
    assert isinstance(compile_now(r"\p{M}++", exact=True), regex.Pattern)
    assert isinstance(compile_now(r"\p{Cf}"), regex.Pattern)


@pytest.mark.parametrize("exact", [False, True])
def test_a_pattern_keeps_all_that_patterns_have_after_its_first_use(exact: bool) -> None:
    pattern = compiled(r"(?P<number>\d+)\p{M}?", exact=exact)
    assert pattern.search("12") is not None
    for name in dir(re.compile("")):
        if not name.startswith("_") and name != "scanner":
            assert hasattr(pattern, name), name
    assert pattern.subn("n", "1 2") == ("n n", 2)
