"""Fuzzes every target, as many at a time as there are cores, and fails if one of them breaks.

python -m fuzz [--seconds 120] [--seed 0] [TARGET ...]
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from fuzz.targets import TARGETS

_RUNS = re.compile(r"number_of_executed_units: (\d+)")
_TAIL = 30


def fuzzed(target: str, seconds: int, seed: int) -> tuple[int, str]:
    """Runs one target; the exit status, and what it printed."""
    # The order of a set would make other inputs of the same seed.
    environment = {**os.environ, "PYTHONHASHSEED": str(seed)} if seed else None
    call = [sys.executable, "-m", "fuzz.run", target, "--seconds", str(seconds), "--seed", str(seed)]
    done = subprocess.run(
        call,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
        env=environment,
    )
    return done.returncode, done.stdout


def main() -> None:
    """Prints a line for each target, and the end of what a broken one printed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("targets", nargs="*", default=sorted(TARGETS), metavar="TARGET")
    parser.add_argument("--seconds", type=int, default=120, help="for each target")
    parser.add_argument("--seed", type=int, default=0, help="of the inputs that are tried; 0 for new ones each time")
    asked = parser.parse_args()
    broken = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        runs = pool.map(lambda target: fuzzed(target, asked.seconds, asked.seed), asked.targets)
        for target, (status, printed) in zip(asked.targets, runs, strict=True):
            executed = _RUNS.search(printed)
            print(
                f"{target:10s} {executed[1] if executed else '?':>10s} inputs  {'broken' if status else 'ok'}",
                flush=True,
            )
            if status:
                broken += 1
                print(*printed.splitlines()[-_TAIL:], sep="\n", flush=True)
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
