"""A draft of a fact-check for a confirmed finding: ClaimReview of schema.org, as JSON-LD.

A draft says so (``creativeWorkStatus``), and leaves open what only the newsroom can say: who it is, and under which
address the fact-check is published. It never says more than was found: that the figures as printed do not fit.
"""

from __future__ import annotations

from typing import Any

from extractor.article import Article
from extractor.records import Finding, Record
from extractor.report.words import Lang, pick

_RATING = {
    "vi": ("Số liệu không khớp", "Các con số in trong bài không hợp với nhau; bản nháp chưa kết luận số nào sai."),
    "en": (
        "Figures do not fit",
        "The figures as printed do not fit each other; the draft does not say which is wrong.",
    ),
}


def claim_review(
    article: Article,
    record: Record,
    finding: Finding,
    *,
    reviewed: str,
    reviewer: str = "",
    note: str = "",
    lang: Lang = "vi",
) -> dict[str, Any]:
    """The draft for one finding.

    Args:
        article: the article it was found in.
        record: its record.
        finding: what was confirmed.
        reviewed: the day it was confirmed, ISO.
        reviewer: who confirmed it.
        note: what that person wrote.
        lang: the language of the draft.
    """
    label, explained = _RATING[lang]
    appearance: dict[str, Any] = {"@type": "NewsArticle", "text": finding.text}
    if article.url:
        appearance["url"] = article.url
    if article.title:
        appearance["headline"] = article.title
    claim: dict[str, Any] = {"@type": "Claim", "appearance": appearance}
    if article.published:
        appearance["datePublished"] = article.published
        claim["datePublished"] = article.published
    check = next((each for each in record.checks if each.claim == finding.claim), None)
    said = [pick(finding.message, lang), *(pick(each.message, lang) for each in (check.diagnosis if check else ()))]
    sentences = list(dict.fromkeys(sentence for sentence in said if sentence))
    body = ". ".join(sentence for i, sentence in enumerate(sentences) if i == 0 or sentence not in sentences[0])
    draft: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "creativeWorkStatus": "Draft",
        "inLanguage": lang,
        "datePublished": reviewed,
        "claimReviewed": " ".join(_sentence(article.text, finding).split()),
        "itemReviewed": claim,
        "reviewRating": {
            "@type": "Rating",
            "alternateName": label,
            "ratingExplanation": explained,
        },
        "reviewBody": f"{body}. {note}".strip() if note else body,
    }
    if reviewer:
        draft["author"] = {"@type": "Person", "name": reviewer}
    return draft


def _sentence(text: str, finding: Finding) -> str:
    """The sentence around a finding, as published."""
    start, end = finding.span
    left = max(
        (text.rfind(mark, 0, start) + len(mark) for mark in (". ", "\n", "! ", "? ") if mark in text[:start]), default=0
    )
    rights = [at for mark in (". ", "\n", "! ", "? ") if (at := text.find(mark, end)) >= 0]
    right = min(rights) + 1 if rights else len(text)
    return text[left:right].strip()
