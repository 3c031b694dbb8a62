"""Fuzzing: any input at all, and what must hold of whatever comes out.

``python -m fuzz.run TARGET --seconds N`` runs one target under atheris. Inputs that once broke something are kept in
``fuzz/crashers/TARGET`` and replayed by the normal tests.
"""
