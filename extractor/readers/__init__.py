"""Reading: from files, folders, globs and standard input to articles.

:func:`read` gives one outcome for each input: a :class:`ReadArticle` (the article, and what could not be
read as it should, for the record's ``problems``) or a :class:`Rejected` (what is no article at all, with the
reason in one sentence). It never raises for what it reads, and holds no more than one article at a time.

===========  =======================================  ==========================================
format       endings                                  gives
===========  =======================================  ==========================================
``text``     .txt .text                               the text as it is
``html``     .html .htm .xhtml .shtml                 main text, title, date, address
``jsonl``    .jsonl .ndjson                           one article a line
===========  =======================================  ==========================================

A file of another ending that was named itself, and standard input, are told apart by their content.
"""

from extractor.readers.model import MAX_BYTES, MAX_CHARACTERS, ReadArticle, Rejected
from extractor.readers.reading import read
from extractor.readers.sources import ENDINGS, InputFormat

__all__ = ["ENDINGS", "MAX_BYTES", "MAX_CHARACTERS", "InputFormat", "ReadArticle", "Rejected", "read"]
