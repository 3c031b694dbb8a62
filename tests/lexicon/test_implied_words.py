"""The words that tie a percentage to the one figure beside it prove themselves by their examples."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.lexicon import entries

ROLES = {"comes_to", "earlier", "filler", "plan", "to_level", "other_subject", "restates", "all", "rate", "promise"}


@pytest.mark.parametrize("entry", entries("implied_words"), ids=lambda entry: str(entry["name"]))
def test_an_entry(entry: dict[str, Any]) -> None:
    assert entry["role"] in ROLES
    for example in entry["examples"]:
        assert any(
            f" {spelling} " in f" {example.replace('(', '( ').replace(',', ' ')} " for spelling in entry["spellings"]
        )
