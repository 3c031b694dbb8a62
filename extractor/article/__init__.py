"""The article as read, and the normalised view of it that patterns work on."""

from extractor.article.model import Article
from extractor.article.view import View

__all__ = ["Article", "View"]
