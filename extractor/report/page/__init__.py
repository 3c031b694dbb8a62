"""Articles as pages: the text as published with its marks, and beside it what was found."""

from extractor.report.page.render import Voice, article_html, environment, report_html, static_text
from extractor.report.page.view import ArticleView, Card, Group, article_view, finding_cards
from extractor.report.page.words import both, say

__all__ = [
    "ArticleView",
    "Card",
    "Group",
    "Voice",
    "article_html",
    "article_view",
    "both",
    "environment",
    "finding_cards",
    "report_html",
    "say",
    "static_text",
]
