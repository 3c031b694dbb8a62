"""Reading: from files, folders, globs and standard input to articles.

:func:`read` gives one outcome for each input: a :class:`ReadArticle` (the article, and what could not be
read as it should, for the record's ``problems``) or a :class:`Rejected` (what is no article at all, with the
reason in one sentence). It never raises for what it reads, and holds a few articles at a time at most.

===========  =======================================  ==========================================
format       endings                                  gives
===========  =======================================  ==========================================
``text``     .txt .text                               the text as it is
``html``     .html .htm .xhtml .shtml                 main text, title, date, address
``jsonl``    .jsonl .ndjson                           one article a line
``parquet``  .parquet                                 one article a row
``warc``     .warc                                    one article for each HTML page of a crawl
===========  =======================================  ==========================================

All but Parquet may be compressed (``.gz``, ``.zst``); that is told by the content. A file of another ending that
was named itself, and standard input, are told apart by their content. Parquet, WARC and Zstandard need the extra
``soatso[batch]``; an input that needs it is rejected with that advice where it is not installed.

:func:`read` is :func:`read_raw`, which is quick, followed by :func:`parse`, which takes the time. A run over many
processes sends the raw inputs out and lets the workers parse them. One over many machines sends out the inputs that
:func:`discover` finds and lets :func:`read_input` read each where it is.
"""

from extractor.readers.model import MAX_BYTES, MAX_CHARACTERS, PROBLEM_CODES, RawInput, ReadArticle, Rejected
from extractor.readers.parse import parse
from extractor.readers.reading import read, read_input, read_raw
from extractor.readers.sources import ENDINGS, Input, InputFormat, discover

__all__ = [
    "ENDINGS",
    "MAX_BYTES",
    "MAX_CHARACTERS",
    "PROBLEM_CODES",
    "Input",
    "InputFormat",
    "RawInput",
    "ReadArticle",
    "Rejected",
    "discover",
    "parse",
    "read",
    "read_input",
    "read_raw",
]
