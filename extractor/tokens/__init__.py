"""Tokens of the view: sentences, words, numerals and the spans that only look like numbers."""
