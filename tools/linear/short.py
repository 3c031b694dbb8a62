"""Exceptions, each with the reason, which a reader can check where the pattern is used. None may be exponential."""

# These search in more than linear time, but what they are held against is always short.
SHORT = {
    "cli/usage.py _BRACKETED": "a sentence of the option parser",
    "explain/vocabulary.py _LABEL_FILLERS": "the 8 characters before a number",
    "patterns/documents/identity.py _LAW_TAIL": "the citation of a law, of at most so many words as laws._NAME_WORDS",
    "patterns/figures/labels.py _LINK_WORD": "the 8 characters before a number",
    "patterns/figures/labels.py _SCALE": "the 60 characters before a number",
    "patterns/figures/readings.py _TIMES": "the 34 characters before a number",
    "patterns/figures/singles.py _LISTED": "the 60 characters before a number (NEAR)",
    "patterns/figures/singles.py _YEAR_TALK": "the 12 characters before a number",
    "patterns/scope/places.py _CAPITAL_BEFORE": "the characters before a name (_LOOK_BACK)",
    "tokens/sentences.py _WORD_BEFORE": "the 16 characters before a full stop",
}

# These do not begin anew within a run, which a lookbehind over two characters sees to; the analysis sees one back. They
# are run over hostile text like all others.
ONCE_IN_A_RUN = {
    "article/view.py _PIECES": "blanks: only where the one before is none",
    "article/view.py _PIECES_SPACED": "blanks: only where the one before is none",
    "tokens/sentences.py _RUNS_OF_MARKS": "marks that end a sentence: only where the one before is none",
}
