"""Floors rise and never fall."""

import json
from pathlib import Path

import pytest

from extractor.evaluation import FloorsError, Scores, Tally, raised, read_floors, shortfalls, write_floors


def scores(tp: int, fp: int, fn: int) -> Scores:
    held = Scores()
    held.tallies["figures"] = Tally(tp, fp, fn)
    return held


def test_names_each_measure_below_its_floor() -> None:
    found = shortfalls(scores(2, 1, 0), {"figures.f1": 0.9, "figures.recall": 1.0, "claims.f1": 0.1})
    assert [str(s) for s in found] == [
        "figures.f1: 0.8000, floor 0.9000",
        "claims.f1: not measured, floor 0.1000",
    ]


def test_floors_only_rise() -> None:
    assert raised(scores(2, 1, 0), {"figures.f1": 0.5})["figures.f1"] == 0.8
    assert raised(scores(2, 1, 0), {"figures.f1": 0.9})["figures.f1"] == 0.9
    assert raised(Scores(), {"figures.f1": 0.9}) == {"figures.f1": 0.9}


def test_a_raised_floor_is_reached() -> None:
    reached = scores(2, 0, 5)
    floors = raised(reached, {})
    assert floors["figures.f1"] == 0.4444
    assert shortfalls(reached, floors) == []


def test_written_floors_are_read_back(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    write_floors(path, {"figures.f1": 0.5})
    assert read_floors(path) == {"figures.f1": 0.5}


@pytest.mark.parametrize("text", ["", "[]", json.dumps({"figures.f1": "high"}), json.dumps({"figures.f1": True})])
def test_no_floors_file(tmp_path: Path, text: str) -> None:
    path = tmp_path / "floors.json"
    path.write_text(text)
    with pytest.raises(FloorsError, match="floors"):
        read_floors(path)
    with pytest.raises(FloorsError):
        read_floors(tmp_path / "missing.json")
