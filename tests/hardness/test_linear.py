"""No pattern of the package takes more than linear time, and what would is found."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import regex

from tools.linear.ambiguity import ambiguities, looks_far_behind
from tools.linear.growth import LIMIT, growth, hostile
from tools.linear.syntax import UnknownSyntax, parse

ROOT = Path(__file__).parents[2]

EXPONENTIAL = (
    r"(a+)+b",
    r"(?:a|a)*b",
    r"(?:a*)*b",
    r"(?:\d+,?)+x",
    r"(?:ab|a|b)*$",
    r"(?:\w+ ?)*:",
    r"(?:số |: ?| )+$",
    r"(?:tức là|tức|là| )*x",
    r"(?:<%.*?%>)*<html",
    r"(?i)(?:k|K)*x",
    r"(?>(?:a|aa)+b)c",
    r"(?:(?:a|aa)+b)*+c",
    r"(?=(?:a|a)*b)a",
    r"(?:(?P<mark>[,.])\d*(?P=mark)*)*x",
)
POLYNOMIAL = (
    r"\d+\d+x",
    r"\d*[\d.]*%",
    r"(?:\p{L}+ ?){0,5}x",
    r"a.*b.*c",
    r"\d{1,3}(?:\.\d{3})+(?![\d.]*\d)",
    r"\s*(?:\s*,)?\s*x",
)
ONLY_SEARCHED = (r"\d+x", r"\d++x", r"\s+$", r"(?:, \d++)++ hộ", r"gồm[^.;\n]* hộ", r"[.!?]++ [A-Z]", r"(?=[^.]*%)\d")
AT_ONE_PLACE = (r"(?:\d++,)*+x", r"(?:,\d+)*x", r"(?>(a|aa)+)b")
LINEAR = (
    r"(?<!\d)\d++x",
    r"(?<!\d)\d+x",
    r"\d++(?:[.,]\d++)*+",
    r"(?<![\d.,])\d{1,3}(?:\.\d{3})++(?![.,]*+\d)",
    r"(?:a+)+",
    r"(?: \p{L}+){0,3} $",
    r"^\s+$",
    r"\p{L}[\p{L}\p{M}]*+",
    r"(?:ngày |tháng ){0,5}\d",
    r"(?:(?P<short>TT)|(?P<long>Thông tư)) số",
)


@pytest.mark.parametrize("source", EXPONENTIAL)
def test_a_repeat_in_a_repeat_is_refused(source: str) -> None:
    found = ambiguities(parse(source), searched=False)
    # What a group matched before is taken for anything that it could match.
    assert "exponential" in {each.growth for each in found}


@pytest.mark.parametrize("source", POLYNOMIAL)
def test_repeats_that_overlap_are_refused(source: str) -> None:
    assert {each.growth for each in ambiguities(parse(source), searched=False)} == {"polynomial"}


@pytest.mark.parametrize("source", ONLY_SEARCHED)
def test_a_search_that_begins_anew_in_a_repeat_is_refused(source: str) -> None:
    assert ambiguities(parse(source), searched=False) == []
    assert [each.searching for each in ambiguities(parse(source), searched=True)] == [True]


@pytest.mark.parametrize("source", AT_ONE_PLACE)
def test_what_is_tried_at_one_place_passes(source: str) -> None:
    assert ambiguities(parse(source), searched=False) == []


@pytest.mark.parametrize("source", LINEAR)
def test_what_is_linear_passes(source: str) -> None:
    assert ambiguities(parse(source), searched=True) == []


@pytest.mark.parametrize("source", [r"(?<=\d+)x", r"(?<!a*b)c"])
def test_a_lookbehind_without_bound_is_refused(source: str) -> None:
    assert looks_far_behind(parse(source))


@pytest.mark.parametrize("source", [r"(?R)", r"[[a-z]--[b]]", r"(?|a|b)", r"a{x}", r"(a", r"\N{DIGIT ONE}", r"(?P=no)"])
def test_what_is_not_understood_is_refused(source: str) -> None:
    with pytest.raises(UnknownSyntax):
        parse(source)


@pytest.mark.parametrize("source", [r"(?<![\w.])\d+(?:\.\d+)*x", r"\d+x", r"[.!?]++ [A-Z]"])
def test_measuring_tells_a_square_from_a_line(source: str) -> None:
    tree = parse(source)
    pattern = regex.compile(source)
    squared = bool(ambiguities(tree, searched=True))
    grown = [growth(pattern, text, searched=True, length=400) for text in hostile(tree, searched=True)]
    assert (max(grown) > LIMIT) == squared


@pytest.mark.slow
def test_every_pattern_of_the_package_is_linear() -> None:
    call = [sys.executable, "-m", "tools.linear", "--measure"]
    done = subprocess.run(call, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    assert done.returncode == 0, done.stdout
    patterns, bad = map(int, regex.findall(r"\d+", done.stdout.splitlines()[-1]))
    assert patterns > 300
    assert bad == 0
