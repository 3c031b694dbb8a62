"""Compressed inputs read as what is in them; damaged ones give what came before the damage, and a reason."""

from __future__ import annotations

import gzip
import io
import json
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from backports import zstd

from extractor.readers import MAX_BYTES, ReadArticle, Rejected, read
from tests.readers.outcomes import articles, outcomes, told, write
from tests.readers.pages import PARAGRAPHS, page, paragraphs

COMPRESSIONS: dict[str, Callable[[bytes], bytes]] = {".gz": gzip.compress, ".zst": zstd.compress}
TEXTS = [f"Xã thứ {number} có {number * 3} hộ nghèo." for number in range(1, 4001)]
LINES = "".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in TEXTS).encode()


@pytest.fixture(params=COMPRESSIONS, ids=lambda ending: ending)
def ending(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_each_format_is_read_compressed_as_it_is_plain(tmp_path: Path, ending: str) -> None:
    contents = {
        "a.txt": "\n".join(PARAGRAPHS).encode(),
        "b.html": page(paragraphs()).encode(),
        "c.jsonl": b"".join(LINES.splitlines(keepends=True)[:3]),
    }
    for name, content in contents.items():
        write(tmp_path / "plain" / name, content)
        write(tmp_path / "packed" / (name + ending), COMPRESSIONS[ending](content))
    plain = [each.article.model_copy(update={"source": ""}) for each in articles(tmp_path / "plain")]
    packed = [each.article.model_copy(update={"source": ""}) for each in articles(tmp_path / "packed")]
    assert plain == packed
    assert [each.article.source for each in articles(tmp_path / "packed" / f"c.jsonl{ending}")] == [
        f"{tmp_path}/packed/c.jsonl{ending}:{number}" for number in (1, 2, 3)
    ]


def test_the_content_tells_the_compression_and_the_format(tmp_path: Path, ending: str) -> None:
    packed = COMPRESSIONS[ending](LINES)
    assert told(write(tmp_path / "dump", packed)) == TEXTS
    assert told(write(tmp_path / "misnamed.jsonl", packed)) == TEXTS
    # As servers leave them that were asked for a file and sent what is in it.
    assert told(write(tmp_path / f"plain.jsonl{ending}", LINES)) == TEXTS
    assert [
        each.article.text for each in read(["-"], stdin=io.BytesIO(packed)) if isinstance(each, ReadArticle)
    ] == TEXTS


def test_parts_that_were_compressed_one_by_one_are_read_as_one(tmp_path: Path, ending: str) -> None:
    half = LINES.index(b"\n", len(LINES) // 2) + 1
    packed = COMPRESSIONS[ending](LINES[:half]) + COMPRESSIONS[ending](LINES[half:])
    assert told(write(tmp_path / f"a.jsonl{ending}", packed)) == TEXTS


def test_folders_and_globs_take_compressed_files_of_known_formats(tmp_path: Path, ending: str) -> None:
    for name in ("a.txt", "b.csv", "c"):
        write(tmp_path / (name + ending), COMPRESSIONS[ending](TEXTS[0].encode()))
    assert told(tmp_path) == [TEXTS[0]]
    assert told(str(tmp_path / f"*.txt{ending}")) == [TEXTS[0]]
    assert told(tmp_path, input_format="jsonl") == ["empty_folder"]


def test_a_stream_that_is_cut_gives_its_whole_lines_and_a_reason(tmp_path: Path, ending: str) -> None:
    parts = [COMPRESSIONS[ending](LINES[start : start + 50_000]) for start in range(0, len(LINES), 50_000)]
    packed = b"".join(parts)
    write(tmp_path / f"a.jsonl{ending}", packed[: len(packed) - len(parts[-1]) // 2])
    write(tmp_path / f"b.txt{ending}", COMPRESSIONS[ending](LINES)[:-20])
    write(tmp_path / "c.txt", TEXTS[0])
    *lines, cut, text, after = told(tmp_path)
    assert len(lines) > 3000
    assert lines == TEXTS[: len(lines)]
    assert (cut, text, after) == ("cut_short", "cut_short", TEXTS[0])


def test_a_stream_that_is_damaged_is_told_once(tmp_path: Path, ending: str) -> None:
    first = COMPRESSIONS[ending](LINES)
    write(tmp_path / f"a.jsonl{ending}", first + b"\x00junk after the end of the stream" * 3)
    write(tmp_path / "b.txt", TEXTS[0])
    got = told(tmp_path)
    if ending == ".gz":
        # Zeros after the end are padding, as tapes leave it; anything else is damage.
        assert got[-2] == "broken_compression"
    assert set(got[:-2]) <= set(TEXTS)
    assert [code for code in got if code not in TEXTS] == ["broken_compression"]
    assert got[-1] == TEXTS[0]


def test_an_empty_text_and_compression_within_compression(tmp_path: Path, ending: str) -> None:
    pack = COMPRESSIONS[ending]
    assert told(write(tmp_path / f"a.txt{ending}", pack(b""))) == ["empty"]
    assert told(write(tmp_path / f"b.txt{ending}", pack(pack(b"abc")))) == ["binary"]


@pytest.mark.timing
def test_what_unpacks_to_far_more_than_an_article_is_rejected_in_little_memory(tmp_path: Path, ending: str) -> None:
    big = write(tmp_path / f"a.txt{ending}", COMPRESSIONS[ending](b"1" * (MAX_BYTES + 1)))
    line = write(tmp_path / f"b.jsonl{ending}", COMPRESSIONS[ending](b'{"text": "' + b"1" * 200_000_000 + b'"}\n{}\n'))
    assert told(big) == ["too_large"]
    tracemalloc.start()
    assert told(line) == ["too_large", "no_text"]
    assert tracemalloc.get_traced_memory()[1] < 3 * MAX_BYTES
    tracemalloc.stop()


def test_without_the_library_the_reason_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "backports.zstd", None)
    write(tmp_path / "a.txt.zst", zstd.compress(b"abc"))
    write(tmp_path / "b.txt", TEXTS[0])
    rejected, article = outcomes(tmp_path)
    assert isinstance(rejected, Rejected)
    assert rejected.code == "needs_extra"
    assert "soatso[batch]" in rejected.message.vi
    assert "soatso[batch]" in rejected.message.en
    assert isinstance(article, ReadArticle)
