"""Shows that the patterns of the package run in linear time, or names those that may not.

``python -m tools.linear`` prints what it finds. A backtracking engine takes more than linear time only where one text
can be matched in several ways: within a repeat of a repeat (exponential), between two repeats that follow each other,
or between a repeat and the search that starts anew behind each character (polynomial). Each pattern is read into an
automaton and those three are looked for there; see :mod:`tools.linear.ambiguity`.
"""
