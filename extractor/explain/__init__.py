"""Looking inside: which rule and lexicon entry made each span of an article, and what lost against it."""

from extractor.explain.explain import explain
from extractor.explain.model import Explanation, Item, Loss, Source, Use
from extractor.explain.show import article_lines, as_json, named_rules, policy_lines

__all__ = [
    "Explanation",
    "Item",
    "Loss",
    "Source",
    "Use",
    "article_lines",
    "as_json",
    "explain",
    "named_rules",
    "policy_lines",
]
