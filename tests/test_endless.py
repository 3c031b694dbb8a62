"""An article that is one endless number has a record, soon, and no figure that nobody printed."""

from __future__ import annotations

import time

import pytest

from extractor import extract

LENGTH = 200_000
ENDLESS = {
    "digits": "7",
    "groups": ".234",
    "commas": "1,",
    "spaces": "1 234 ",
    "ratios": "3/4/",
}


@pytest.mark.timing
@pytest.mark.parametrize("name", ENDLESS)
def test_an_endless_number_takes_time_in_proportion_to_its_length(name: str) -> None:
    extract("Xã có 12 hộ.")
    seconds = []
    for length in (LENGTH // 4, LENGTH):
        text = "Xã có 1" + ENDLESS[name] * (length // len(ENDLESS[name])) + " hộ nghèo."
        start = time.process_time()
        record = extract(text)
        seconds.append(time.process_time() - start)
        assert all(text[slice(*figure.span)] == figure.text for figure in record.figures)
        record.to_json()
    assert seconds[1] < 16 * max(seconds[0], 0.05)
    assert seconds[1] < 60
