"""The command line: ``soatso extract``, ``check``, ``report``, ``serve``, ``run``, ``browse``, ``convert``, …

Exit statuses:
    0: nothing inconsistent.
    1: ``check`` raised an alarm or has another finding; ``eval`` fell below a floor.
    2: the command was used wrongly, or its output could not be written.
    3: some input could not be read, wholly or in part. It wins over 1: with 0 or 1 everything was read.
"""

from extractor.cli.entry import main

__all__ = ["main"]
