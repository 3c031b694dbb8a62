"""How sure it is that a number without a code, after a type word, is a document's and not a quantity."""

from __future__ import annotations

from extractor.lexicon.patterns import behind, compiled
from extractor.patterns.documents.lexicon import DocumentType, counter_pattern, follower_pattern
from extractor.patterns.documents.numbers import ReadNumber
from extractor.patterns.documents.tails import Tail

MORE_DIGITS = compiled(r" ?[/-] ?\d|[.,:]\d|%|\p{L}")
_ENDS = r"[.!?:;\n•*…\"-]"
_SENTENCE_START = compiled(behind("^ ", _ENDS, f"{_ENDS} "))


def starts_sentence(text: str, at: int) -> bool:
    """Whether a sentence, a title or an item of a list begins at ``at``."""
    return at == 0 or _SENTENCE_START.match(text, at) is not None


def evidence(text: str, kind: DocumentType, start: int, word: bool, number: ReadNumber, tail: Tail) -> bool | None:
    """Whether a number without a code is a document's: True, False, or None where it is open."""
    if MORE_DIGITS.match(text, number.end) or kind.bare == "never":
        return False
    follower = follower_pattern().match(text, number.end)
    counter = counter_pattern().match(text, number.end)
    # The longer one has it: "chỉ tiêu" is counted, "chỉ" goes on; "tổ" is counted, "tổ chức" goes on.
    if counter and not tail.dated and (follower is None or follower.end() < counter.end()):
        return False
    followed = follower is not None or tail.dated
    if kind.bare == "label":
        return word
    if tail.issuer is not None or (tail.date is not None and len(tail.date) > 4):
        return True
    if word:
        return True
    if kind.short and kind.bare != "noun" and kind.name != "Quyết định":
        return None
    if kind.weak:
        return None
    if number.year is not None:
        return True
    if len(number.core) == 4 and number.core.isdigit() and 1990 <= int(number.core) <= 2035:
        return None
    if number.core.isdigit() and len(number.core) == 1 and not followed:
        return None
    capital = text[start].isupper() and not (kind.verb and starts_sentence(text, start))
    if kind.verb and not capital:
        return True if followed and len(number.core) > 2 else None
    return True if followed or len(number.core) > 1 else None
