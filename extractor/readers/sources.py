"""From the paths a person names to the inputs to read: files, folders, globs and standard input."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from extractor.readers.model import Rejected, printable, rejected, why

Format = Literal["text", "html", "jsonl", "parquet", "warc"]
InputFormat = Literal["auto", "text", "html", "jsonl", "parquet", "warc"]

ENDINGS: dict[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".shtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".parquet": "parquet",
    ".warc": "warc",
}
"""What is taken of a folder. Markdown is not: in a folder of articles it is mostly a README."""

COMPRESSED = (".gz", ".zst")
"""What may stand behind an ending; Parquet compresses itself."""

_NO_PART_OF_A_NAME = {*ENDINGS, *COMPRESSED, ".jsp"}

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read, or standard input.

    Attributes:
        path: the file; None for standard input.
        source: how it is called in records and messages.
        relative: its path below the folder or from the place it was named at, for ids.
        format: by its ending; None where the content decides.
        id: of the article, where the file turns out to be one; no other input of the run has it. None for
            standard input and for formats that hold many articles.
    """

    path: str | None
    source: str
    relative: str
    format: Format | None
    id: str | None = None


def discover(paths: Sequence[str | os.PathLike[str]], input_format: InputFormat) -> Iterator[Input | Rejected]:
    """The inputs the paths stand for, each file once, folders and globs in sorted order.

    Hidden files and folders are passed over where they were not named themselves. With a format other than
    ``auto``, a folder gives the files of that format's endings.
    """
    seen: set[str] = set()
    ids: set[str] = set()
    for named in paths:
        path = os.fspath(named)
        if path == STDIN:
            if STDIN not in seen:
                seen.add(STDIN)
                yield Input(None, STDIN, "stdin", None)
            continue
        for found in _expand(path, input_format):
            if isinstance(found, Input) and found.path is not None:
                real = os.path.realpath(found.path)
                if real in seen:
                    continue
                seen.add(real)
                kind = found.format if input_format == "auto" else input_format
                if kind in (None, "text", "html"):
                    found = replace(found, id=_file_id(found, ids))
            yield found


def format_of(name: str) -> Format | None:
    """The format that a file's name says, with or without the ending of a compression.

    >>> format_of("tin/2018.jsonl.gz"), format_of("bai.txt"), format_of("bai.gz"), format_of("README.md")
    ('jsonl', 'text', None, None)
    """
    stem, ending = os.path.splitext(name.lower())
    if ending in COMPRESSED:
        stem, ending = os.path.splitext(stem)
        return ENDINGS.get(ending) if ENDINGS.get(ending) != "parquet" else None
    return ENDINGS.get(ending)


def _expand(path: str, input_format: InputFormat) -> Iterator[Input | Rejected]:
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError) as error:
        if glob.has_magic(path):
            yield from _matches(path, input_format)
        elif path.startswith(("http://", "https://")):
            yield rejected(printable(path), "is_url")
        elif isinstance(error, PermissionError):
            yield rejected(printable(path), "unreadable", reason=why(error))
        else:
            yield rejected(printable(path), "missing")
        return
    if stat.S_ISDIR(mode):
        yield from _folder(path, input_format)
    else:
        yield _file(path, path)


def _matches(pattern: str, input_format: InputFormat) -> Iterator[Input | Rejected]:
    try:
        matches = sorted(glob.glob(pattern, recursive=True))
    except (OSError, ValueError, RecursionError):
        matches = []
    if not matches:
        yield rejected(printable(pattern), "no_match")
    recursive = "**" in pattern
    for match in matches:
        if os.path.isdir(match):
            # "**" lists the folders beside the files that are in them.
            if not recursive:
                yield from _folder(match, input_format)
        else:
            yield _file(match, match)


def _folder(top: str, input_format: InputFormat) -> Iterator[Input | Rejected]:
    endings = sorted(ending for ending, name in ENDINGS.items() if input_format in ("auto", name))
    some = False
    for found in _walk(top, input_format):
        some = True
        yield found if isinstance(found, Rejected) else _file(found, os.path.relpath(found, top))
    if not some:
        yield rejected(printable(top), "empty_folder", endings=", ".join(endings))


def _walk(folder: str, input_format: InputFormat) -> Iterator[str | Rejected]:
    try:
        with os.scandir(folder) as listing:
            children = sorted(listing, key=lambda child: child.name)
    except OSError as error:
        yield rejected(printable(folder), "unreadable", reason=why(error))
        return
    for child in children:
        if child.name.startswith("."):
            continue
        try:
            is_folder = child.is_dir(follow_symlinks=False)
        except OSError:
            is_folder = False
        if is_folder:
            yield from _walk(child.path, input_format)
        elif (kind := format_of(child.name)) and input_format in ("auto", kind):
            yield child.path


def _file(path: str, relative: str) -> Input:
    return Input(
        path=path,
        source=printable(path),
        relative=printable(relative).replace(os.sep, "/"),
        format=format_of(path),
    )


def _file_id(found: Input, ids: set[str]) -> str:
    """The file's name without its endings; its path where an earlier file of the run has that name."""
    stem = os.path.basename(found.relative)
    while (ending := os.path.splitext(stem)[1]).lower() in _NO_PART_OF_A_NAME:
        stem = stem[: -len(ending)]
    unique = next(name for name in _names(stem, found) if name and name not in ids)
    ids.add(unique)
    return unique


def _names(stem: str, found: Input) -> Iterator[str]:
    yield stem
    yield found.relative
    yield found.source
    number = 2
    while True:
        yield f"{found.source}~{number}"
        number += 1
