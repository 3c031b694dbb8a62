"""From bytes to text: which encoding they are in, and what was lost on the way."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from extractor.lexicon.patterns import compiled
from extractor.readers.legacy import repair
from extractor.readers.model import problem
from extractor.readers.syllables import weigh
from extractor.records import Problem

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# As browsers do, Latin-1 is read as Windows-1252, which adds quotes and dashes to it.
_DECLARED = {
    "windows-1258": "cp1258",
    "cp1258": "cp1258",
    "x-cp1258": "cp1258",
    "windows-1252": "cp1252",
    "cp1252": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "x-viet-tcvn5712": "cp1252",
    "tcvn-5712": "cp1252",
}
_SAMPLE = 200_000
_CP1252 = {byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xA0)}
_CONTROL = compiled(r"[\x00-\x07\x0b\x0e-\x19\x1c-\x1f\x7f]")
_SURROGATE = compiled(r"[\ud800-\udfff]")
_SIGNATURES = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP, DOCX, XLSX"),
    (b"\x1f\x8b", "gzip"),
    (b"\x28\xb5\x2f\xfd", "Zstandard"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "DOC, XLS"),
    (b"PAR1", "Parquet"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"RIFF", "RIFF"),
    (b"\x7fELF", "ELF"),
    (b"SQLite format 3\x00", "SQLite"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was in, and what was lost or guessed."""

    text: str
    encoding: str
    problems: tuple[Problem, ...] = ()


def wide_encoding(head: bytes) -> str | None:
    """The name of the UTF-16 or UTF-32 the bytes are in, by their mark or by where their zero bytes fall."""
    for mark, name in _BOMS[1:]:
        if head.startswith(mark):
            return name
    sample = head[: 4096 - len(head[:4096]) % 2]
    if len(sample) < 2 or b"\0" not in sample:
        return None
    pairs = len(sample) // 2
    even, odd = sample[::2].count(0) / pairs, sample[1::2].count(0) / pairs
    if odd >= 0.3 and even <= 0.05:
        return "utf-16-le"
    if even >= 0.3 and odd <= 0.05:
        return "utf-16-be"
    return None


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of the bytes, as it stands in them; nothing is composed or otherwise edited.

    In this order: a byte order mark, UTF-16 without one, UTF-8 that is valid, the declared encoding, and else
    whichever of broken UTF-8, Windows-1258 and Windows-1252 gives the most Vietnamese syllables.

    Args:
        data: any bytes at all.
        declared: the encoding that the document claims for itself.

    >>> decode("Tỉnh Cà Mau".encode("utf-16")).encoding
    'utf-16-le'
    >>> decode(b"Vi\\xea\\xf2t Nam").encoding
    'cp1258'
    """
    if wide := wide_encoding(data[:4096]):
        text = data.decode(wide, "replace").removeprefix("\ufeff")
        return Decoded(text, wide, _broken("broken_utf16", text, text.count("\ufffd")))
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    name = _DECLARED.get((declared or "").strip().strip("\"'").lower())
    if name is None:
        name = _likeliest(data)
    if name == "utf-8":
        text = data.decode("utf-8", "replace")
        return Decoded(text, name, _broken("broken_utf8", text, text.count("\ufffd") - data.count(b"\xef\xbf\xbd")))
    if name == "cp1258":
        text = data.decode(name, "replace")
        return Decoded(text, name, _guess(text, name) if "\ufffd" in text else ())
    text = _latin(data)
    sure = declared or _from_fonts(text[:_SAMPLE]) != text[:_SAMPLE]
    return Decoded(text, "cp1252", () if sure else _guess(text, "Windows-1252"))


def without_surrogates(text: str) -> tuple[str, tuple[Problem, ...]]:
    """The text with each lone surrogate (no character, not to be written out) replaced by U+FFFD."""
    try:
        # Several times as fast as looking for one.
        text.encode()
    except UnicodeEncodeError as error:
        out, count = _SURROGATE.subn("\ufffd", text)
        return out, (problem("lone_surrogate", count=count, span=(error.start, error.start + 1)),)
    return text, ()


def known_binary(head: bytes) -> str | None:
    """The kind of file that the first bytes are the signature of, or None."""
    return next((name for signature, name in _SIGNATURES if head.startswith(signature)), None)


def looks_binary(text: str) -> str | None:
    """What speaks for binary data in what was decoded: one control character in a hundred; None for text."""
    sample = text[:_SAMPLE]
    controls = len(_CONTROL.findall(sample))
    return "byte 0x00–0x1F" if controls * 100 > len(sample) or text.count("\0") * 100 > len(text) else None


def looks_undecodable(text: str) -> bool:
    """Whether what was decoded is mostly no text: replacement characters, or hardly a letter or space of any kind."""
    sample = text[:_SAMPLE]
    return bool(sample) and sample.count("\ufffd") * 5 > len(sample)


def _latin(data: bytes) -> str:
    return data.decode("latin-1").translate(_CP1252)


def _from_fonts(sample: str) -> str:
    return repair(sample, lambda _: None, ("TCVN3", "VNI"))


def _likeliest(data: bytes) -> str:
    """Of bytes that are not valid UTF-8, the encoding that reads best: 'utf-8' (broken), 'cp1258' or 'cp1252'."""
    sample = data[:_SAMPLE]
    broken = sample.decode("utf-8", "replace")
    texts = {
        "utf-8": broken,
        "cp1258": sample.decode("cp1258", "replace"),
        "cp1252": _from_fonts(_latin(sample)),
    }
    scores = {}
    for name, text in texts.items():
        good, bad = weigh(text)
        scores[name] = good - bad
    if scores["utf-8"] == max(scores.values()) and scores["utf-8"] > 0:
        return "utf-8"
    if scores["cp1252"] > scores["cp1258"]:
        return "cp1252"
    if scores["cp1258"] > 0:
        return "cp1258"
    wrong = broken.count("\ufffd")
    right = len(broken) - wrong - sum(map(len, re.findall(r"[\x00-\x7f]+", broken)))
    return "utf-8" if right > wrong else "cp1252"


def _broken(code: str, text: str, count: int) -> tuple[Problem, ...]:
    if count <= 0:
        return ()
    at = text.index("\ufffd")
    return (problem(code, count=count, span=(at, at + 1), text=text[at : at + 1]),)


def _guess(text: str, encoding: str) -> tuple[Problem, ...]:
    return () if text.isascii() else (problem("guessed_encoding", encoding=encoding),)
