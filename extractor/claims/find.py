from extractor.article import View
from extractor.patterns.found import FoundDocument, FoundFigure
from extractor.records import Claim


def find_claims(view: View, figures: list[FoundFigure], documents: list[FoundDocument]) -> list[Claim]:
    return []
