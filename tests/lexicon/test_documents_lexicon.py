"""Every entry of the documents' lexicon is held to its own examples."""

from __future__ import annotations

from importlib import resources

import pytest

from extractor.article.view import View
from extractor.lexicon import Entry, entries
from extractor.patterns.documents import find_documents
from extractor.patterns.documents.lexicon import hinted_types, type_words
from extractor.patterns.documents.numbers import read_number

FILES = ("document_types", "document_symbols", "document_context", "issuers")


def _examples(name: str) -> list[object]:
    return [
        pytest.param(entry, example, id=f"{entry['name']}-{i}")
        for entry in entries(name)
        for i, example in enumerate(entry["examples"])
    ]


@pytest.mark.parametrize("name", FILES)
def test_files_are_sorted_one_entry_a_line_with_examples(name: str) -> None:
    lines = resources.files("extractor.lexicon").joinpath("data", f"{name}.json").read_text("utf-8").splitlines()
    assert len(lines) == len(entries(name)) + 2
    keys = [(entry["name"], entry.get("role", "")) for entry in entries(name)]
    assert keys == sorted(set(keys))
    assert all(entry["examples"] for entry in entries(name))


@pytest.mark.parametrize(("entry", "example"), _examples("document_types"))
def test_types_read_their_examples_whole(entry: Entry, example: str) -> None:
    [found] = find_documents(View(f"theo {example}, tỉnh"))
    assert found.type == entry["name"]
    assert (found.start, found.end) == (5, 5 + len(example))


@pytest.mark.parametrize("entry", entries("document_types"), ids=lambda entry: entry["name"])
def test_types_read_every_form(entry: Entry) -> None:
    for form in entry["forms"]:
        for text in (form, form.upper(), form.title()):
            assert [m.group() for m in type_words(f"ra {text}.", f"ra {text}.".lower())] == [text]
    for short in entry.get("abbreviations", ()):
        [found] = find_documents(View(f"theo {short} số 12/XX-YY"))
        assert found.type == entry["name"]
    for qualifier in entry.get("qualifiers", ()):
        [found] = find_documents(View(f"theo {entry['name']} {qualifier} số 12/XX-YY"))
        assert found.type == entry["name"]


@pytest.mark.parametrize(("entry", "example"), _examples("document_symbols"))
def test_symbols_read_their_examples(entry: Entry, example: str) -> None:
    number = read_number(example, 0)
    assert number is not None
    assert number.text == example
    if "types" in entry:
        assert hinted_types(number.symbol) == tuple(entry["types"])


@pytest.mark.parametrize(("entry", "example"), _examples("issuers"))
def test_issuers_read_their_examples_whole(entry: Entry, example: str) -> None:
    [found] = find_documents(View(f"Quyết định số 12/QĐ-X ngày 1/1/2018 của {example} về việc"))
    assert found.issuer == example


@pytest.mark.parametrize(("entry", "example"), _examples("document_context"))
def test_context_words_decide(entry: Entry, example: str) -> None:
    found = [example[d.start : d.end] for d in find_documents(View(example))]
    expected = {"follower": ["quyết định 4512"], "law name": [example]}
    assert found == expected.get(entry["role"], [])
