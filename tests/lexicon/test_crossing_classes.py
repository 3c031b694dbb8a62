"""Every sort of persons that cuts across the others is found in its examples."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.claims.crossing import sort_in
from extractor.lexicon import entries


@pytest.mark.parametrize("entry", entries("crossing_classes"), ids=lambda entry: str(entry["name"]))
def test_the_examples_name_the_sort(entry: dict[str, Any]) -> None:
    for example in entry["examples"]:
        assert sort_in(example.lower()) == entry["name"]
    for spelling in entry["spellings"]:
        assert sort_in(f"30 người {spelling} tham gia") is not None
