"""From paths to outcomes: each input gives exactly one, in order, with its reason."""

from __future__ import annotations

import io
import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor.readers import MAX_BYTES, MAX_CHARACTERS, ReadArticle, Rejected, read
from tests.readers.pages import BARE_FORM, PARAGRAPHS, page, paragraphs

TEXT = "\n\n".join(PARAGRAPHS)


def outcomes(*paths: str | Path, **options: Any) -> list[ReadArticle | Rejected]:
    return list(read(list(paths), **options))


def one(*paths: str | Path, **options: Any) -> ReadArticle:
    (got,) = outcomes(*paths, **options)
    assert isinstance(got, ReadArticle), got
    return got


def reason(*paths: str | Path, **options: Any) -> str:
    (got,) = outcomes(*paths, **options)
    assert isinstance(got, Rejected), got
    assert got.message.vi.endswith(".")
    assert got.message.en.endswith(".")
    assert "\n" not in got.message.vi + got.message.en
    got.model_dump_json()
    return got.code


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_text_is_read_as_it_is(tmp_path: Path) -> None:
    text = f"{TEXT}\r\n\r\nTrả lời\r\nEmail của bạn sẽ không được hiển thị công khai.\r\n"
    got = one(write(tmp_path / "bai-1.txt", text))
    assert got.article.text == text
    assert got.article.id == "bai-1"
    assert got.article.source == str(tmp_path / "bai-1.txt")
    assert got.problems == ()


def test_a_page_gives_its_article(tmp_path: Path) -> None:
    got = one(write(tmp_path / "trang.jsp.html", page(paragraphs() + BARE_FORM)))
    assert got.article.text == "\n".join(PARAGRAPHS[1:])
    assert got.article.id == "trang"
    assert got.article.title == PARAGRAPHS[0]
    assert got.article.published == "2018-09-21"


def test_a_page_says_its_encoding(tmp_path: Path) -> None:
    html = page(paragraphs(("Le café de Mr. Kỳ ở số 5, phố Huế, mở cửa từ 6 giờ sáng mỗi ngày.",)))
    html = html.replace('charset="utf-8"', 'charset="iso-8859-1"')
    got = one(write(tmp_path / "a.html", html.encode("cp1252", "xmlcharrefreplace")))
    assert "café de Mr. Kỳ" in got.article.text


def test_folders_are_walked_in_order_and_files_of_other_endings_left(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "c/d.jsonl", "c/a.txt", "x.md", "y.jpg", ".git/z.txt", ".an.txt", "e.TXT"):
        content = page(paragraphs()) if name == "a.html" else '{"text": "một"}' if name == "c/d.jsonl" else TEXT
        write(tmp_path / name, content)
    got = outcomes(tmp_path)
    assert [os.path.relpath(item.article.source, tmp_path) for item in got if isinstance(item, ReadArticle)] == [
        "a.html",
        "b.txt",
        "c/a.txt",
        "c/d.jsonl:1",
        "e.TXT",
    ]
    assert [item.article.id for item in got if isinstance(item, ReadArticle)][:3] == ["a", "b", "c/a.txt"]
    assert len(outcomes(tmp_path, input_format="text")) == 3


def test_globs_and_repeated_paths_are_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("b.txt", "a.txt", "c/d.txt", "[1].txt"):
        write(tmp_path / name, TEXT)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "again.txt").symlink_to(tmp_path / "a.txt")
    sources = [item.article.source for item in outcomes("?.txt", "a.txt", "./a.txt", "again.txt", "c", "**/*.txt")
               if isinstance(item, ReadArticle)]  # fmt: skip
    assert sources == ["a.txt", "b.txt", "c/d.txt", "[1].txt"]
    assert one("[1].txt").article.id == "[1]"


def test_ids_are_the_same_in_every_run(tmp_path: Path) -> None:
    for name in ("x/bai.txt", "y/bai.txt", "z/bai.html"):
        write(tmp_path / name, page(paragraphs()) if name.endswith("html") else TEXT)
    first = [item.article.id for item in outcomes(tmp_path) if isinstance(item, ReadArticle)]
    assert first == ["bai", "y/bai.txt", "z/bai.html"]
    assert first == [item.article.id for item in outcomes(tmp_path) if isinstance(item, ReadArticle)]


BAD: dict[str, tuple[str, str | bytes]] = {
    "empty": ("a.txt", ""),
    "blank": ("a.txt", " \r\n\t\u00a0\n"),
    "only a mark": ("a.txt", b"\xef\xbb\xbf"),
    "binary": ("a.txt", bytes(range(256)) * 20),
    "zeros": ("a.txt", b"\0" * 50),
    "pdf": ("a.txt", b"%PDF-1.7 \xe2\xe3 abc"),
    "gzip": ("a.jsonl", b"\x1f\x8b\x08" + bytes(range(200))),
    "png": ("a", b"\x89PNG\r\n\x1a\n" + bytes(100)),
    "page without text": ("a.html", "<html><body><nav>Trang chủ</nav></body></html>"),
    "not json": ("a.jsonl", "{text: 1}"),
    "a number": ("a.jsonl", "12"),
    "a list": ("a.jsonl", "[1]"),
    "no text": ("a.jsonl", '{"id": 1, "body": "…"}'),
    "empty text": ("a.jsonl", '{"id": 1, "text": " \\n"}'),
    "text is a number": ("a.jsonl", '{"text": 12}'),
    "page in json without text": ("a.jsonl", '{"html": "<div></div>"}'),
    "blank lines": ("a.jsonl", "\n\n \n"),
    "deep json": ("a.jsonl", "[" * 100_000),
    "long number": ("a.jsonl", '{"text": "a", "n": ' + "1" * 5000 + "}"),
}
CODES = {
    "gzip": "broken_compression",
    "empty": "empty",
    "blank": "empty",
    "only a mark": "empty",
    "blank lines": "empty",
    "page without text": "no_article",
    "page in json without text": "no_article",
    "not json": "not_json",
    "deep json": "not_json",
    "long number": "not_json",
    "a number": "not_object",
    "a list": "not_object",
    "no text": "no_text",
    "empty text": "no_text",
    "text is a number": "no_text",
}


@pytest.mark.parametrize("name", BAD)
def test_bad_files_have_one_reason_and_the_rest_goes_on(name: str, tmp_path: Path) -> None:
    file, content = BAD[name]
    bad = write(tmp_path / file, content)
    assert reason(bad) == CODES.get(name, "binary")
    good = write(tmp_path / "sau.txt", TEXT)
    first, second = outcomes(bad, good)
    assert isinstance(first, Rejected)
    assert first.source.startswith(str(bad))
    assert isinstance(second, ReadArticle)


def test_paths_that_lead_nowhere(tmp_path: Path) -> None:
    assert reason(tmp_path / "không có.txt") == "missing"
    assert reason("a\0b") == "missing"
    assert reason("x" * 5000) == "missing"
    assert reason("") == "missing"
    assert reason(tmp_path / "*.txt") == "no_match"
    assert reason("[") == "no_match"
    assert reason("https://vidu.vn/bai.html") == "is_url"
    (tmp_path / "x").mkdir()
    assert reason(tmp_path / "x") == "empty_folder"
    (tmp_path / "l.txt").symlink_to(tmp_path / "nowhere")
    assert reason(tmp_path / "l.txt") == "missing"


def test_a_file_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bad = write(tmp_path / "a.txt", TEXT)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    assert reason(bad) == "unreadable"


def test_a_name_that_is_no_utf8(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"b\xe0i.txt")
    try:
        Path(os.fsdecode(path)).write_text(TEXT, "utf-8")
    except OSError:
        pytest.skip("the file system takes UTF-8 names only")
    got = one(os.fsdecode(path))
    got.article.model_dump_json()
    assert got.article.id == "b\ufffdi"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (TEXT, TEXT),
        (page(paragraphs()), "\n".join(PARAGRAPHS[1:])),
        ("<!-- x --><div>" + paragraphs() + "</div>", "\n".join(PARAGRAPHS[1:])),
        (json.dumps({"text": TEXT}) + "\n", TEXT),
        (json.dumps({"text": TEXT * 100}), TEXT * 100),
        ("{không phải JSON}", "{không phải JSON}"),
        ("<3 " + TEXT, "<3 " + TEXT),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_content_tells_the_format_of_standard_input_and_of_unknown_endings(
    content: str, text: str, encoding: str, tmp_path: Path
) -> None:
    data = content.encode(encoding)
    assert one("-", stdin=io.BytesIO(data)).article.text == text
    assert one(write(tmp_path / "a.dat", data)).article.text == text


def test_the_format_can_be_given(tmp_path: Path) -> None:
    file = write(tmp_path / "a.html", page(paragraphs()))
    assert one(file, input_format="text").article.text.startswith("<!DOCTYPE")
    assert one(write(tmp_path / "b.txt", page(paragraphs())), input_format="html").article.text.startswith("Thực hiện")


def test_standard_input_is_read_once_and_named(tmp_path: Path) -> None:
    got = one("-", "-", stdin=io.BytesIO(TEXT.encode()))
    assert got.article.source == "-"
    assert len(got.article.id) == 16


def test_json_lines(tmp_path: Path) -> None:
    lines = [
        {"id": 7, "text": "Xã có 12 ấp.", "url": "https://vidu.vn/7", "published": "2018-09-21", "muc": ["a", None]},
        {"html": page(paragraphs()), "title": "Tên khác"},
        {"text": "Tỉnh có 5 huyện.", "title": None, "published": {"y": 1}},
    ]
    file = write(tmp_path / "a.jsonl", "\r\n".join(json.dumps(line) for line in lines) + "\r\n\r\nhỏng\r\n")
    got = outcomes(file)
    first, second, third, fourth = got
    assert isinstance(first, ReadArticle)
    assert isinstance(second, ReadArticle)
    assert isinstance(third, ReadArticle)
    assert isinstance(fourth, Rejected)
    assert first.article.id == "7"
    assert first.article.source == f"{file}:1"
    assert first.article.extra == {"muc": ["a", None]}
    assert first.article.published == "2018-09-21"
    assert second.article.title == "Tên khác"
    assert second.article.published == "2018-09-21"
    assert third.article.title is None
    assert third.article.extra == {"published": {"y": 1}}
    assert len(third.article.id) == 16
    assert fourth.source == f"{file}:5"


def test_json_lines_in_other_encodings(tmp_path: Path) -> None:
    line = json.dumps({"id": "a", "text": PARAGRAPHS[1]}, ensure_ascii=False)
    for encoding in ("utf-8-sig", "utf-16", "utf-16-be"):
        got = outcomes(write(tmp_path / "a.jsonl", f"{line}\n{line}".encode(encoding)))
        assert [item.article.text for item in got if isinstance(item, ReadArticle)] == [PARAGRAPHS[1]] * 2
    broken = one(write(tmp_path / "a.jsonl", line.encode().replace("tỉnh".encode(), b"t\xe1\xbbnh", 1)))
    assert [problem.code for problem in broken.problems] == ["broken_utf8"]


def test_nothing_in_a_text_stops_it_from_being_written_out(tmp_path: Path) -> None:
    line = '{"id": "\\udfff", "text": "a\\ud800b \\u0000 \\ud83d\\ude00", "\\ud801": ["\\ud802", 1e999, NaN]}'
    got = one(write(tmp_path / "a.jsonl", line))
    assert got.article.text == "a\ufffdb \0 \U0001f600"
    assert [problem.code for problem in got.problems] == ["lone_surrogate"]
    got.article.model_dump_json()


def test_deeply_nested_extras_are_kept_as_json(tmp_path: Path) -> None:
    got = one(write(tmp_path / "a.jsonl", '{"text": "a", "x": ' + "[" * 300 + "]" * 300 + "}"))
    got.article.model_dump_json()


def test_legacy_text_is_converted_with_a_problem(tmp_path: Path) -> None:
    got = one(write(tmp_path / "a.txt", "Céng hoµ x· héi chñ nghÜa ViÖt Nam".encode("latin-1")))
    assert got.article.text == "Cộng hoà xã hội chủ nghĩa Việt Nam"
    assert [problem.code for problem in got.problems] == ["legacy_encoding"]


def test_spans_of_problems_hold_in_the_text(tmp_path: Path) -> None:
    got = one(write(tmp_path / "a.txt", TEXT.encode()[:300] + b"\xff" + TEXT.encode()[300:]))
    for problem in got.problems:
        assert problem.span is not None
        assert got.article.text[slice(*problem.span)] == problem.text


class Endless(io.RawIOBase):
    """A stream of so many bytes, made as they are read."""

    def __init__(self, head: bytes, count: int, tail: bytes = b"") -> None:
        self.parts = [head, count, tail]
        self.most = 0

    def read(self, size: int = -1) -> bytes:
        self.most = max(self.most, size)
        head, count, tail = self.parts
        if head:
            self.parts[0] = b""
            return head  # type: ignore[return-value]
        if count > 0:  # type: ignore[operator]
            size = min(size, count)  # type: ignore[type-var]
            self.parts[1] -= size  # type: ignore[operator]
            return b"a" * size
        self.parts[2] = b""
        return tail  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("make", "codes"),
    [
        (lambda: Endless(b"a", MAX_CHARACTERS), ["too_large"]),
        (lambda: Endless(b"a", 50_000_000), ["too_large"]),
        (lambda: Endless(b"a", 3 * MAX_BYTES), ["too_large"]),
        (lambda: Endless(b'{"text": "', MAX_CHARACTERS + 1, b'"}\n{"text": "b"}'), ["too_large", ""]),
        (lambda: Endless(b'{"text": "', 3 * MAX_BYTES, b'"}\n{"text": "b"}'), ["too_large", ""]),
        (lambda: Endless(b"<html><p>", MAX_CHARACTERS), ["html_too_complex"]),
    ],
)
def test_large_inputs_end_soon_with_one_reason(make: Callable[[], Any], codes: list[str]) -> None:
    start = time.monotonic()
    got = list(read(["-"], stdin=make()))
    assert [item.code if isinstance(item, Rejected) else "" for item in got] == codes
    assert time.monotonic() - start < 30


def test_a_long_single_line_within_the_limit_is_an_article(tmp_path: Path) -> None:
    got = one(write(tmp_path / "a.txt", "xã " * 1_000_000))
    assert len(got.article.text) == 3_000_000


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.html", "a"]))
def test_any_bytes_give_exactly_one_outcome(tmp_path: Path, data: bytes, name: str) -> None:
    got = outcomes(write(tmp_path / name, data))
    assert len(got) == 1 or data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{")
    for item in got:
        (item.article if isinstance(item, ReadArticle) else item).model_dump_json()


@settings(deadline=None, max_examples=150)
@given(st.lists(st.binary(max_size=60).filter(lambda line: b"\n" not in line and b"\0" not in line), max_size=6))
def test_each_line_that_is_not_blank_gives_one_outcome(lines: list[bytes]) -> None:
    data = b'{"text": "a"}\n' + b"\n".join(lines)
    got = list(read(["-"], stdin=io.BytesIO(data), input_format="jsonl"))
    assert len(got) == 1 + sum(bool(line.strip()) for line in lines)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@settings(deadline=None, max_examples=100)
@given(st.dictionaries(st.sampled_from(["id", "text", "html", "url", "x"]), VALUES))
def test_any_object_gives_one_outcome_that_can_be_written_out(data: dict[str, Any]) -> None:
    (got,) = read(["-"], stdin=io.BytesIO(json.dumps(data).encode()), input_format="jsonl")
    (got.article if isinstance(got, ReadArticle) else got).model_dump_json()
