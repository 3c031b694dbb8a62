"""The register: what is officially known of documents, to hold an article's citations against.

:func:`read_register` reads a CSV file, :func:`builtin_register` is the small one that ships with the package. A
:class:`Register` finds the document a citation is of, and the ones whose number is a slip away. It judges nothing:
that is the validator's.

>>> from extractor.article import View
>>> from extractor.patterns.documents import find_documents
>>> [cited] = find_documents(View("theo Nghị định 16/2015/NĐ-CP ngày 14/02/2014"))
>>> entry = builtin_register().find(cited)
>>> entry.issued.isoformat(), entry.issuer
('2015-02-14', 'Chính phủ')
"""

from __future__ import annotations

from extractor.registry.model import Entry, Register, RowProblem, key_of
from extractor.registry.reading import RegisterError, builtin_register, parse_register, read_date, read_register

__all__ = [
    "Entry",
    "Register",
    "RegisterError",
    "RowProblem",
    "builtin_register",
    "key_of",
    "parse_register",
    "read_date",
    "read_register",
]
