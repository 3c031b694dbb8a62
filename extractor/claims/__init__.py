"""Claims: what an article says its figures have to do with each other."""

from extractor.claims.find import find_claims

__all__ = ["find_claims"]
