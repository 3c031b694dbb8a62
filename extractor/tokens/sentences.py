"""Sentence boundaries of a view's text, including those a scraper glued together."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from extractor.lexicon import entries
from extractor.lexicon.letters import CAPITALS
from extractor.lexicon.patterns import compiled


class Sentence(NamedTuple):
    """``[start, end)`` of a sentence in the view; ``paragraph`` counts from 0."""

    start: int
    end: int
    paragraph: int


_ABBREVIATIONS = frozenset(s.lower() for e in entries("abbreviations") for s in e["spellings"])

# The mark with what closes behind it, then: a space and an opening, or (glued) a capital right away. A pattern for each,
# for a scan for one character is much faster than one for several.
_BEHIND_MARK = rf"[\"')\]”]*+(?: (?=[{CAPITALS}\d\"'(“\[+*•-])|(?=[{CAPITALS}]))"
_RUNS_OF_MARKS = {mark: re.compile(rf"\{mark}(?<![.!?][.!?])[.!?]*+{_BEHIND_MARK}") for mark in ".!?"}
_BOUNDARIES = {"\n": re.compile(r"\n"), **_RUNS_OF_MARKS, "…": re.compile(f"…{_BEHIND_MARK}")}
# Of what stands at the end of a word, all that is neither letter nor digit.
_IN_WORDS = frozenset(".&")
_WORD_BEFORE = compiled(r"[\p{L}\p{N}.&]++$")


def split_sentences(text: str) -> list[Sentence]:
    """The sentences of ``text``, without the white space between them.

    A paragraph break always ends a sentence. A full stop does before a capital, a digit or an opening mark,
    unless it closes an abbreviation ("TP. HCM") or an initial ("Nguyễn V. A").

    >>> [s.end - s.start for s in split_sentences("Xã có 5 hộ.So với năm 2018, giảm 2 hộ.")]
    [11, 27]
    """
    return list(_split(text))


# Each step of reading an article asks for its sentences.
@lru_cache(maxsize=4)
def _split(text: str) -> tuple[Sentence, ...]:
    # So the last sentence ends as a paragraph does.
    text += "\n"
    ends = sorted(
        match.span() for mark, pattern in _BOUNDARIES.items() if mark in text for match in pattern.finditer(text)
    )
    found: list[Sentence] = []
    start = paragraph = done = 0
    for at, end in ends:
        if at < done:
            # "?!" is one mark.
            continue
        done = end
        mark = text[at]
        if mark == "\n":
            stop = at
            while stop > start and text[stop - 1].isspace():
                stop -= 1
        else:
            spaced = text[end - 1] == " "
            if mark == "." and text[at + 1] != "." and closes_abbreviation(text, at, spaced=spaced):
                continue
            stop = end - spaced
        while start < stop and text[start].isspace():
            start += 1
        if stop > start:
            found.append(Sentence(start, stop, paragraph))
        start = end
        if mark == "\n":
            paragraph += 1
    return tuple(found)


def closes_abbreviation(text: str, dot: int, *, spaced: bool = True) -> bool:
    """Whether a full stop belongs to the word in front of it: "TP. HCM", "PGS.TS. Lê Thị Hoa".

    Args:
        text: the text.
        dot: where the full stop stands.
        spaced: whether a space follows it.
    """
    last_word = text[dot - 16 if dot > 16 else 0 : dot].rpartition(" ")[2]
    if last_word.isalpha() and last_word.islower():
        # So most sentences end.
        return last_word in _ABBREVIATIONS
    if last_word.isalpha() or last_word.isdecimal():
        word = last_word
    elif not text[dot - 1 : dot].isalnum() and text[dot - 1 : dot] not in _IN_WORDS:
        return False
    elif (before := _WORD_BEFORE.search(text[dot - 16 if dot > 16 else 0 : dot])) is not None:
        word = before.group()
    else:
        return False
    if word.isdigit():
        # "5. Giải pháp" at the head of a paragraph numbers a list; "…năm 2018. Trong" ends a sentence.
        head = dot - len(word)
        return head == 0 or text[head - 1] == "\n"
    if word.lower() in _ABBREVIATIONS or all(part in _ABBREVIATIONS for part in word.lower().split(".")):
        # "PGS.TS. Lê Thị Hoa" carries several.
        return True
    last = word.rpartition(".")[2]
    if len(last) == 1 and last.isupper():
        return True
    return not spaced and last.isupper()
