"""Every set of classes that make up a whole proves itself: in its examples they do not add up, and that is found."""

from __future__ import annotations

from typing import Any

import pytest

from extractor import extract
from extractor.lexicon import entries


@pytest.mark.parametrize("entry", entries("whole_classes"), ids=lambda entry: str(entry["name"]))
def test_the_examples_are_found(entry: dict[str, Any]) -> None:
    for example in entry["examples"]:
        record = extract(f"{example}.")
        (alarm,) = record.alarms
        (claim,) = [each for each in record.claims if each.id == alarm.claim]
        assert (claim.kind, claim.basis, claim.rule) == ("sum", "stated", "sum.classes")
