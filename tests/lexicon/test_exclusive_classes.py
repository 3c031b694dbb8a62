"""Every scale of exclusive classes proves itself: its example breaks 100%, and is found."""

from __future__ import annotations

from typing import Any

import pytest

from extractor import extract
from extractor.lexicon import entries


@pytest.mark.parametrize("entry", entries("exclusive_classes"), ids=lambda entry: str(entry["name"]))
def test_the_examples_are_found(entry: dict[str, Any]) -> None:
    for example in entry["examples"]:
        kinds = [finding.kind for finding in extract(f"Kết quả: {example}.").findings]
        assert kinds == ["shares_exceed_whole"]
