"""Names of findings that outlast a new extraction of the same text, so that what a person decided stays with them."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

import regex

from extractor.records import Finding

_NUMBER = regex.compile(r"\d++(?:[.,/]\d++)*+")


def finding_keys(sha256: str, findings: Iterable[Finding]) -> list[str]:
    """The key of each finding of an article: by its text, the kind and the numbers that the finding quotes.

    A newer extractor may number its findings otherwise and draw their spans wider; the numbers stay. Copies of an
    article, letter for letter, have the same keys.

    Args:
        sha256: of the article's text.
        findings: in text order.
    """
    seen: Counter[str] = Counter()
    keys = []
    for finding in findings:
        numbers = " ".join(_NUMBER.findall(finding.text)) or finding.text
        what = f"{sha256}\n{finding.kind}\n{numbers}"
        keys.append(key_of(what, str(seen[what])))
        seen[what] += 1
    return keys


def key_of(*parts: str) -> str:
    """A short name for what the parts say together.

    >>> key_of("a", "b")
    'b0c0247fe66a0f6cd754'
    """
    return hashlib.blake2b("\n".join(parts).encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()
