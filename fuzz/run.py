"""Runs a target under atheris, coverage-guided, for a bounded time.

    python -m fuzz.run TARGET [--seconds 120] [--seed 0]

With a seed (and PYTHONHASHSEED) the inputs of a version are the same ones in the same order whenever it runs, and time
only says how many of them there are.

What breaks it is written to fuzz/crashers/TARGET, where the normal tests replay it for ever. The inputs that it grew
from stand in fuzz/seeds; what it learns on the way goes to a folder outside the project.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import atheris

HERE = Path(__file__).parent
LARGEST = 4096


def main() -> None:
    """Reads the arguments and hands over to libFuzzer, which ends the process."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("target")
    parser.add_argument("--seconds", type=int, default=120)
    parser.add_argument("--seed", type=int, default=0, help="of the inputs that are tried; 0 for new ones each time")
    asked = parser.parse_args()
    with atheris.instrument_imports(include=["extractor", "fuzz"]):
        from fuzz.targets import TARGETS
    if asked.target not in TARGETS:
        parser.error(f"no target {asked.target}; there are {', '.join(TARGETS)}")
    crashers = HERE / "crashers" / asked.target
    crashers.mkdir(parents=True, exist_ok=True)
    learnt = Path(tempfile.mkdtemp(prefix=f"soatso-fuzz-{asked.target}-"))
    options = [
        f"-max_total_time={asked.seconds}",
        f"-seed={asked.seed}",
        f"-max_len={LARGEST}",
        # What hangs is found; a machine that is busy with other things is not taken for it.
        "-timeout=60",
        "-rss_limit_mb=4096",
        f"-dict={HERE / 'vietnamese.dict'}",
        f"-artifact_prefix={crashers}/",
        "-print_final_stats=1",
    ]
    if asked.seed:
        # What was compared is remembered by its address, which is another one in each process.
        options.append("-use_cmp=0")
    # What a target loads at its first input is not of that input.
    TARGETS[asked.target](b"")
    atheris.Setup([sys.argv[0], *options, str(learnt), str(HERE / "seeds"), str(crashers)], TARGETS[asked.target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
