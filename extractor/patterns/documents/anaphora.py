"""Short references to a document cited before: "Quyết định này", "Nghị định nói trên", "khoản 2 Điều 75 luật trên".

A reference is read only where there is a citation it can mean: the nearest one before it of its type, or of a type
that its word covers ("Văn bản này" of a Công văn). A draft, another document of the type that has no number, or a law
that is only named comes between them and takes the reference away; so does a long way, for words that are verbs or
everyday nouns as well ("quy định này", "kế hoạch trên"). References to several ("các quyết định này") name no one
document and are left.
"""

from __future__ import annotations

import re

from extractor.lexicon.patterns import behind, compiled
from extractor.patterns.documents.lexicon import (
    covering_types,
    demonstrative_pattern,
    document_type,
    qualifier_pattern,
)
from extractor.patterns.documents.pinpoints import pinpoint_before
from extractor.patterns.found import FoundDocument

_SEVERAL = compiled(behind(*(rf"(?<!\p{{L}})(?i:{w}) " for w in "các những nhiều mọi hai ba bốn năm".split())))
_COUNTED = compiled(r"(?<=\d )")
_OTHER = compiled(behind(*(rf"(?<!\p{{L}})(?i:{w}) " for w in ("dự thảo", "dự án", "một", "xây dựng", "soạn thảo"))))
_NAME = compiled(r" \p{Lu}\p{L}*+(?: \p{L}++)?")
_NEAR = 1000


def find_anaphora(
    text: str, types: list[re.Match[str]], documents: list[FoundDocument]
) -> list[tuple[FoundDocument, FoundDocument]]:
    """The short references of a text, each with the citation it means.

    Args:
        text: the view's text.
        types: its type words.
        documents: the documents cited in it, sorted.
    """
    found: list[tuple[FoundDocument, FoundDocument]] = []
    latest: dict[str, FoundDocument] = {}
    at = 0
    for match in types:
        start = match.start()
        while at < len(documents) and documents[at].start <= start:
            for name in covering_types(documents[at].type or ""):
                latest[name] = documents[at]
            at += 1
        if at and start < documents[at - 1].end:
            continue
        kind = document_type(match.group())
        antecedent = latest.get(kind.name)
        if antecedent is None:
            continue
        if _OTHER.match(text, start):
            del latest[kind.name]
            continue
        limit = documents[at].start if at < len(documents) else len(text)
        end = _reference_end(text, kind.name, match.end())
        everyday = kind.bare not in ("noun", "never")
        if end is not None and end <= limit:
            counted = _COUNTED.match(text, start) and pinpoint_before(text, start, 0) is None
            if counted or _SEVERAL.match(text, start):
                continue
            if everyday and (antecedent.number is None or start - antecedent.end > _NEAR):
                continue
            reference = FoundDocument(start, end, kind.name, None, "anaphora")
            found.append((reference, antecedent))
        elif (everyday and text[start].islower()) or (kind.named and _names_another(text, match, antecedent)):
            del latest[kind.name]
    return found


def _reference_end(text: str, name: str, at: int) -> int | None:
    match = demonstrative_pattern().match(text, at)
    if match is None and (qualifier := qualifier_pattern(name)) is not None and (step := qualifier.match(text, at)):
        match = demonstrative_pattern().match(text, step.end())
    return match.end() if match else None


def _names_another(text: str, match: re.Match[str], antecedent: FoundDocument) -> bool:
    """Whether a law is named here that is not the one cited last."""
    name = _NAME.match(text, match.end())
    if name is None:
        return False
    cited = text[antecedent.start : antecedent.end].casefold()
    return not cited.startswith(text[match.start() : name.end()].casefold())
