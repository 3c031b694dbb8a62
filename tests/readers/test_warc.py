"""WARC: pages are read, broken records told once with their offset, and reading goes on behind them."""

from __future__ import annotations

import gzip
import random
import sys
import tracemalloc
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from backports import zstd

from extractor.readers import ReadArticle, Rejected
from tests.readers.outcomes import articles, outcomes, told, write
from tests.readers.pages import page

SIZE = 200_000_000


def article(number: int) -> str:
    return f"Xã thứ {number} của huyện có {number * 3} hộ nghèo, chiếm 12,5% số hộ toàn xã trong năm nay."


def html(number: int) -> bytes:
    body = f"<p>{article(number)}</p><p>{article(number + 100)}</p>"
    return page(body, title=f"Giảm nghèo ở xã thứ {number}").encode()


def http(body: bytes, status: str = "200 OK", **headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", *(f"{name.replace('_', '-')}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode() + body


def record(block: bytes, kind: str = "response", url: str = "https://bao.vn/tin", length: int | None = None) -> bytes:
    lines = [
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Target-URI: {url}",
        "WARC-Date: 2018-07-01T02:03:04Z",
        "WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>",
        f"Content-Type: application/http; msgtype={'request' if kind == 'request' else 'response'}",
        f"Content-Length: {len(block) if length is None else length}",
    ]
    return "\r\n".join([*lines, "", ""]).encode() + block + b"\r\n\r\n"


def crawled(number: int) -> bytes:
    return record(http(html(number), Content_Type="text/html; charset=utf-8"), url=f"https://bao.vn/tin-{number}")


def plain(records: Sequence[bytes]) -> bytes:
    return b"".join(records)


def members(records: Sequence[bytes]) -> bytes:
    return b"".join(map(gzip.compress, records))


LAYOUTS: dict[str, Callable[[Sequence[bytes]], bytes]] = {
    "a.warc": plain,
    "a.warc.gz": members,
    "whole.warc.gz": lambda records: gzip.compress(plain(records)),
    "a.warc.zst": lambda records: zstd.compress(plain(records)),
}


def found(got: Sequence[ReadArticle | Rejected]) -> list[int | str]:
    """The number of each article, or the code of the rejection."""
    return [
        int(each.article.text.split("Xã thứ ")[1].split()[0]) if isinstance(each, ReadArticle) else each.code
        for each in got
    ]


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_pages_of_a_crawl_are_articles(name: str, tmp_path: Path) -> None:
    path = write(tmp_path / name, LAYOUTS[name]([crawled(number) for number in range(5)]))
    got = articles(path)
    assert found(got) == [0, 1, 2, 3, 4]
    first = got[0].article
    assert first.url == "https://bao.vn/tin-0"
    assert first.title == "Giảm nghèo ở xã thứ 0"
    assert first.extra == {"crawled": "2018-07-01T02:03:04+00:00"}
    assert first.text == article(0) + "\n" + article(100)
    assert len({each.article.source for each in got}) == 5
    assert found(articles(tmp_path)) == found(articles(tmp_path, input_format="warc")) == found(got)
    assert found(articles(write(tmp_path / "other" / "no-ending", path.read_bytes()))) == found(got)
    with path.open("rb") as stream:
        assert found(articles("-", stdin=stream)) == found(got)


def test_only_whole_html_answers_are_articles(tmp_path: Path) -> None:
    records = [
        record(b"software: test\r\n", kind="warcinfo"),
        record(b"GET / HTTP/1.1\r\n\r\n", kind="request"),
        crawled(1),
        record(http(html(2), "404 Not Found", Content_Type="text/html")),
        record(http(b"", "301 Moved", Location="/", Content_Type="text/html")),
        record(http(b"\x89PNG", Content_Type="image/png")),
        record(http(html(3), Content_Type="application/xhtml+xml")),
        record(http(b"<html><body><nav>Menu</nav></body></html>", Content_Type="text/html")),
    ]
    assert found(outcomes(write(tmp_path / "a.warc.gz", members(records)))) == [1, 3, "no_article"]
    assert told(write(tmp_path / "b.warc.gz", members(records[:2]))) == ["no_pages"]
    assert told(write(tmp_path / "c.warc", b"")) == ["no_pages"]


def test_answers_are_decoded(tmp_path: Path) -> None:
    body = html(1)
    packed = gzip.compress(body)
    records = [
        record(http(packed, Content_Type="text/html", Content_Encoding="gzip")),
        record(
            http(b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body), Content_Type="text/html", Transfer_Encoding="chunked")
        ),
        record(http(b"not gzip at all", Content_Type="text/html", Content_Encoding="gzip")),
        crawled(2),
    ]
    assert found(outcomes(write(tmp_path / "a.warc.gz", members(records)))) == [1, 1, "broken_record", 2]
    declared = f"<html><body><h1>Tin</h1><p>{article(4)}</p></body></html>".encode("utf-16-le")
    served = record(http(declared, Content_Type="text/html; charset=utf-16le"))
    assert found(outcomes(write(tmp_path / "b.warc", served))) == [4]


def _damaged() -> dict[str, tuple[str, bytes, list[int | str]]]:
    records = [crawled(number) for number in range(5)]
    starts = [len(members(records[:number])) for number in range(5)]
    packed = members(records)
    noise = random.Random(7).randbytes(60)
    inside = bytearray(packed)
    inside[starts[2] + 120 : starts[2] + 180] = noise
    long = crawled(2).replace(b"Content-Length: ", b"Content-Length: 9")
    wrong = crawled(2).replace(b"Content-Length: ", b"Content-Length: x")
    renamed = crawled(2).replace(b"WARC/1.0", b"WBRC/1.0")
    return {
        "a member in gzip": ("a.warc.gz", bytes(inside), [0, 1, "broken_record", 3, 4]),
        "the last member cut": ("a.warc.gz", packed[:-60], [0, 1, 2, 3, "broken_record"]),
        "the last member cut in its header": ("a.warc.gz", packed[: starts[4] + 30], [0, 1, 2, 3, "broken_record"]),
        "the last record cut": ("a.warc", plain(records)[:-60], [0, 1, 2, 3, "broken_record"]),
        "the last record cut in its header": (
            "a.warc",
            plain(records[:4]) + records[4][:90],
            [0, 1, 2, 3, "broken_record"],
        ),
        "noise between members": (
            "a.warc.gz",
            packed[: starts[2]] + noise + packed[starts[2] :],
            [0, 1, "broken_record", 2, 3, 4],
        ),
        "noise between records": (
            "a.warc",
            plain(records[:2]) + noise + b"\n" + plain(records[2:]),
            [0, 1, "broken_record", 2, 3, 4],
        ),
        "noise at the start": ("a.warc", noise + b"\n" + plain(records[:2]), ["broken_record", 0, 1]),
        "a length that is too long": (
            "a.warc",
            plain([*records[:2], long, *records[3:]]),
            [0, 1, "broken_record", 3, 4],
        ),
        "a length that is no number": (
            "a.warc",
            plain([*records[:2], wrong, *records[3:]]),
            [0, 1, "broken_record", 3, 4],
        ),
        "a record of another name": (
            "a.warc",
            plain([*records[:2], renamed, *records[3:]]),
            [0, 1, "broken_record", 3, 4],
        ),
        "the same in gzip": (
            "a.warc.gz",
            members([*records[:2], renamed, *records[3:]]),
            [0, 1, "broken_record", 3, 4],
        ),
        "two in a row": (
            "a.warc.gz",
            members([records[0], renamed, wrong, records[3]]),
            [0, "broken_record", "broken_record", 3],
        ),
        "no HTTP in a response": (
            "a.warc.gz",
            members([records[0], record(b"\x00\x01\x02"), records[1]]),
            [0, "broken_record", 1],
        ),
        "one gzip member, cut": ("whole.warc.gz", gzip.compress(plain(records))[:-40], [0, 1, 2, 3, "broken_record"]),
        "zstandard, cut": ("a.warc.zst", zstd.compress(plain(records))[:-40], ["cut_short"]),
        "no WARC at all": ("a.warc", b"Not a WARC file.\n" * 50, ["broken_record"]),
    }


@pytest.mark.parametrize("name", _damaged())
def test_a_broken_record_is_told_and_the_others_are_read(name: str, tmp_path: Path) -> None:
    file, content, expected = _damaged()[name]
    path = write(tmp_path / file, content)
    write(tmp_path / "z.warc", crawled(9))
    assert found(outcomes(tmp_path)) == [*expected, 9]
    sources = [each.source if isinstance(each, Rejected) else each.article.source for each in outcomes(path)]
    assert len(set(sources)) == len(sources)


@pytest.mark.timing
def test_a_record_far_over_the_limit_is_passed_in_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    with path.open("wb") as file:
        huge = http(b"<p>" + b"1" * SIZE, Content_Type="text/html")
        file.write(gzip.compress(record(huge), 1) + gzip.compress(crawled(1)))
    bomb = http(gzip.compress(b"<p>" + b"1" * SIZE, 1), Content_Type="text/html", Content_Encoding="gzip")
    write(tmp_path / "b.warc.gz", members([record(bomb), crawled(2)]))
    del huge
    tracemalloc.start()
    assert found(outcomes(tmp_path)) == ["too_large", 1, "too_large", 2]
    assert tracemalloc.get_traced_memory()[1] < SIZE
    tracemalloc.stop()


def test_without_the_library_the_reason_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    assert told(write(tmp_path / "a.warc", crawled(1))) == ["needs_extra"]
