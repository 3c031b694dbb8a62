"""Patterns: small declarative ones over the view, built from the lexicon and compiled once."""
