"""Inputs that a batch of scraped news meets sooner or later: each gives one reason, and the batch goes on."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from extractor.readers import ReadArticle, Rejected, read
from tests.readers.outcomes import told, write
from tests.readers.pages import PARAGRAPHS, page, paragraphs

GOOD = "Xã có 12 hộ nghèo."
NESTED = "<table><tr><td>" * 1000 + PARAGRAPHS[1]

BAD: dict[str, tuple[str, str, str]] = {
    "1,000 nested tables": ("m.html", page(NESTED + "</td></tr></table>" * 1000), "html_too_complex"),
    "1,000 nested tables that are never closed": ("m.html", f"<html><body>{NESTED}", "html_too_complex"),
    "the same in JSON Lines": (
        "m.jsonl",
        '{"html": "' + "<table><tr><td>" * 1000 + ' Xã có 12 hộ nghèo."}',
        "html_too_complex",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_input_has_its_reason_and_the_rest_is_read(name: str, tmp_path: Path) -> None:
    file, content, code = BAD[name]
    write(tmp_path / "a.txt", GOOD)
    write(tmp_path / file, content)
    write(tmp_path / "z.txt", GOOD)
    start = time.monotonic()
    assert told(tmp_path) == [GOOD, code, GOOD]
    assert time.monotonic() - start < 20


def test_tables_nested_as_old_pages_do_are_read(tmp_path: Path) -> None:
    body = "<table><tr><td>" * 20 + paragraphs() + "</td></tr></table>" * 20
    (text,) = told(write(tmp_path / "a.html", page(body)))
    assert "649 trường hợp" in text


def test_an_article_of_200_mb(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", GOOD)
    with (tmp_path / "m.txt").open("wb") as file:
        for _ in range(200):
            file.write("Xã có 12 hộ nghèo. ".encode() * 40_000)
    with (tmp_path / "n.jsonl").open("wb") as file:
        file.write(b'{"text": "')
        for _ in range(200):
            file.write(b"12 345 678 " * 90_000)
        file.write(b'"}\n{"text": "abc"}\n')
    write(tmp_path / "z.txt", GOOD)
    assert told(tmp_path) == [GOOD, "too_large", "too_large", "abc", GOOD]


def test_a_file_that_disappears_while_others_are_read(tmp_path: Path) -> None:
    for name in ("a.txt", "m.txt", "z.txt"):
        write(tmp_path / name, GOOD)
    reading = read([tmp_path / "a.txt", tmp_path / "m.txt", tmp_path / "z.txt"])
    first = next(reading)
    walking = read([tmp_path])
    next(walking)
    (tmp_path / "m.txt").unlink()
    rest = [*reading]
    assert isinstance(first, ReadArticle)
    assert [each.code for each in rest if isinstance(each, Rejected)] in (["vanished"], ["missing"])
    assert len(rest) == 2
    gone, last = walking
    assert isinstance(gone, Rejected)
    assert gone.code == "vanished"
    assert gone.source == str(tmp_path / "m.txt")
    assert isinstance(last, ReadArticle)


def test_lines_that_disappear_while_they_are_read(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '{"text": "Xã có 12 hộ nghèo."}\n' * 20_000)
    write(tmp_path / "z.txt", GOOD)
    reading = read([tmp_path])
    next(reading)
    path.write_bytes(b"")
    rest = [each.article.text if isinstance(each, ReadArticle) else each.code for each in reading]
    assert rest[-1] == GOOD
    assert set(rest) <= {GOOD, "not_json"}
