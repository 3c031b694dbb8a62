"""The command line: ``soatso extract``, ``check``, ``report``, ``serve``, ``run``, ``browse``, ``convert``, …

Exit statuses:
    0: nothing inconsistent.
    1: ``check`` raised an alarm or has another finding; ``eval`` fell below a floor.
    2: the command was used wrongly, or its output could not be written.
    3: some input could not be read, wholly or in part. It wins over 1: with 0 or 1 everything was read.
"""

import gc

# What a start makes is there to stay: to look through all of it for cycles, again and again, takes a tenth of it.
gc.set_threshold(250_000, *gc.get_threshold()[1:])

from extractor.cli.entry import main  # noqa: E402

__all__ = ["main"]
