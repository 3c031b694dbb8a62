"""Figures: published quantities of every kind."""

from extractor.patterns.figures.find import find_figures
from extractor.patterns.figures.oddities import Oddity, find_oddities

__all__ = ["Oddity", "find_figures", "find_oddities"]
