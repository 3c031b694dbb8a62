"""An input that kills its process costs itself alone, and the process is started again."""

from __future__ import annotations

import sys

from extractor.distributed.guard import Guard, row
from extractor.readers import RawInput

FAULTY = """
import os
from extractor.distributed import guard
sound = guard.row
def row(raw):
    print("what a library may say", flush=True)
    if b"POISON" in raw.data:
        os.kill(os.getpid(), 9)
    return sound(raw)
guard.row = row
guard.main()
"""


def raw(*texts: str) -> list[RawInput]:
    return [RawInput("text", text.encode(), f"{number}.txt", str(number)) for number, text in enumerate(texts)]


def test_rows_are_those_of_this_process() -> None:
    inputs = raw("Xã có 12 hộ nghèo.", "", "Huyện có 1.240 hộ.")
    guard = Guard()
    try:
        assert guard.rows(inputs) == [row(each) for each in inputs]
        assert guard.rows(inputs[:1]) == [row(inputs[0])]
    finally:
        guard.close()


def test_what_kills_the_child_is_rejected_and_the_rest_is_done() -> None:
    guard = Guard([sys.executable, "-c", FAULTY])
    try:
        first, killed, last = guard.rows(raw("Xã có 12 hộ nghèo.", "POISON", "Huyện có 1.240 hộ."))
    finally:
        guard.close()
    assert (first["figures"], last["figures"]) == (1, 1)
    assert killed["source"] == "1.txt"
    assert '"killed"' in killed["rejected"]
    assert "-9" in killed["rejected"]


def test_a_child_that_cannot_start_rejects_what_it_was_given() -> None:
    guard = Guard([sys.executable, "-c", "raise SystemExit(3)"])
    (only,) = guard.rows(raw("Xã có 12 hộ nghèo."))
    assert '"killed"' in only["rejected"]
