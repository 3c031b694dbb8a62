"""Figures: published quantities of every kind."""

from extractor.patterns.figures.find import find_figures

__all__ = ["find_figures"]
