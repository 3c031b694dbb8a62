"""An input that kills its process costs itself alone, and the process is started again."""

from __future__ import annotations

import pytest

from extractor.batch.pool import Pool
from extractor.batch.settings import Settings
from extractor.distributed import guard
from extractor.readers import RawInput, Rejected

SETTINGS = Settings()


def raw(*texts: str) -> list[RawInput]:
    return [RawInput("text", text.encode(), f"{number}.txt", str(number)) for number, text in enumerate(texts)]


def test_rows_are_those_of_this_process() -> None:
    row = guard.row_maker(SETTINGS)
    inputs = raw("Xã có 12 hộ nghèo.", "", "Huyện có 1.240 hộ.")
    assert guard.rows(inputs, SETTINGS, 60) == [row(each) for each in inputs]
    assert guard.rows(inputs[:1], SETTINGS, 60) == [row(inputs[0])]


def test_what_was_rejected_before_keeps_its_place() -> None:
    from extractor.readers import read_raw

    (gone,) = read_raw(["/nowhere/a.txt"])
    assert isinstance(gone, Rejected)
    first, second = guard.rows([gone, *raw("Xã có 12 hộ nghèo.")], SETTINGS, 60)
    assert '"missing"' in first["rejected"]
    assert second["figures"] == 1


def test_what_kills_the_child_is_rejected_and_the_rest_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    with Pool("tests.distributed.faulty:row_maker", SETTINGS, workers=1) as pool:
        monkeypatch.setattr(guard, "_pool", lambda settings, time_limit: pool)
        first, killed, last = guard.rows(raw("Xã có 12 hộ nghèo.", "SIGKILL", "Huyện có 1.240 hộ."), SETTINGS, 60)
    assert (first["figures"], last["figures"]) == (1, 1)
    assert killed["source"] == "1.txt"
    assert '"killed"' in killed["rejected"]
    assert "-9" in killed["rejected"]
