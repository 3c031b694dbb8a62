"""Phrases found at a place, before a place, and all over a text: held to what a plain look gives."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractor.lexicon.finder import Automaton, Finder, PrintedFinder
from extractor.lexicon.trie import SuffixTrie, Trie

# Few letters, so that phrases begin and end alike, with marks that are no letters among them.
TEXTS = st.text("ộh -%1", max_size=24)
PHRASES = st.lists(st.tuples(st.text("ộh -%1", min_size=1, max_size=6), st.integers()), max_size=14)


def whole(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is no part of a longer word."""
    before, behind = text[start - 1 : start] if start else "", text[end : end + 1]
    return not (before.isalnum() and text[start].isalnum()) and not (behind.isalnum() and text[end - 1].isalnum())


@given(PHRASES, TEXTS)
def test_the_longest_phrase_at_a_place(phrases: list[tuple[str, int]], text: str) -> None:
    trie, first = Trie(phrases), dict(reversed(phrases))
    for start in range(len(text) + 1):
        fits = [p for p in first if text.startswith(p, start) and whole(" " + text[start:], 1, 1 + len(p))]
        longest = max(fits, key=len, default=None)
        assert trie.longest(text, start) == (None if longest is None else (start + len(longest), first[longest]))


@given(PHRASES, TEXTS)
def test_the_longest_phrase_before_a_place(phrases: list[tuple[str, int]], text: str) -> None:
    trie, first = SuffixTrie(phrases), dict(reversed(phrases))
    for end in range(len(text) + 1):
        fits = [p for p in first if text[:end].endswith(p) and whole(text[:end] + " ", end - len(p), end)]
        longest = max(fits, key=len, default=None)
        assert trie.longest_before(text, end) == (None if longest is None else (end - len(longest), first[longest]))


@given(PHRASES, PHRASES, TEXTS)
def test_finders_find_their_own_phrases(mine: list[tuple[str, int]], others: list[tuple[str, int]], text: str) -> None:
    together = Automaton()
    finder, same, other = Finder(mine, together), Finder(mine, together), Finder(others, together)
    for phrases, one in ((mine, finder), (mine, same), (others, other)):
        found = [
            (start, start + len(phrase), payload)
            for phrase, payload in phrases
            for start in range(len(text))
            if text.startswith(phrase, start)
        ]
        assert sorted(one.find(text)) == sorted(found)
        assert [end for _, end, _ in one.find(text)] == sorted(end for _, end, _ in found)


@given(PHRASES, TEXTS)
def test_phrases_as_words_are_the_longest_that_are_whole(phrases: list[tuple[str, int]], text: str) -> None:
    longest: dict[int, int] = {}
    for phrase, _ in phrases:
        for start in range(len(text)):
            end = start + len(phrase)
            if (
                text.startswith(phrase, start)
                and not (start and text[start - 1].isalnum())
                and not (text[end - 1].isalnum() and text[end : end + 1].isalnum())
            ):
                longest[start] = max(end, longest.get(start, 0))
    assert Finder(phrases, Automaton()).words(text) == sorted(longest.items())


def test_a_lone_surrogate_hides_nothing() -> None:
    assert Finder([("hộ", "unit")], Automaton()).find("\ud800 12 hộ") == [(5, 7, "unit")]


def test_printed_phrases_stand_as_printed() -> None:
    together = Automaton()
    Finder([("cà mau", "lower")], together)
    text = "Cà Mau, CÀ MAU, cà mau, Cà Maus"
    assert PrintedFinder(["Cà Mau"], together).find(text, text.lower()) == [(0, 6), (24, 30)]


def test_an_article_and_its_title_are_told_apart() -> None:
    together = Automaton()
    finder = Finder([("hộ", None)], together)
    for text in ("12 hộ", "hộ nghèo", "12 hộ", "không"):
        assert [start for start, _, _ in finder.find(text)] == [
            at for at in range(len(text)) if text.startswith("hộ", at)
        ]
