#!/usr/bin/env python3
"""Writes into README.md what only a run can know: the output it shows, and the scores.

    python tools/readme.py [FOLDER ...]

Between ``<!-- output -->`` and ``<!-- /output -->`` goes what the command in that block prints; between
``<!-- scores -->`` and ``<!-- /scores -->`` goes a table with one column for each annotated folder that is there:
corpus/ and those named.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from extractor import extract
from extractor.evaluation import Evaluation, evaluate

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
ROWS: tuple[tuple[str, str], ...] = (
    ("documents, F1", "documents.f1"),
    ("figures, F1", "figures.f1"),
    ("… their unit, accuracy", "figure.unit.accuracy"),
    ("… their modifier, accuracy", "figure.modifier.accuracy"),
    ("… what is counted, accuracy", "figure.concept.accuracy"),
    ("claims, precision", "claims.precision"),
    ("claims, recall", "claims.recall"),
    ("the same figure again, F1", "equal.f1"),
    ("alarms, precision", "alarms.precision"),
    ("alarms, recall", "alarms.recall"),
)
_LONG_RUN = """
import sys
from pathlib import Path
from extractor import extract
from extractor.evaluation import evaluate
folder, *others = map(Path, sys.argv[1:])
for other in others:
    evaluate(other, extract)
done = evaluate(folder, extract)
print(done.articles / done.seconds)
"""
NAMES = {"corpus": "corpus/", "gold": "real articles"}


def section(text: str, name: str, make: Callable[[str], str]) -> str:
    """The text with what stands between the marks of ``name`` made anew from what stood there."""
    pattern = re.compile(rf"(<!-- {name} -->\n)(.*?)(<!-- /{name} -->)", re.DOTALL)
    return pattern.sub(lambda match: match[1] + make(match[2]) + match[3], text)


def output(block: str) -> str:
    """The block with its command run again."""
    command = re.search(r"^\$ soatso (.+)$", block, re.MULTILINE)
    if command is None:
        raise SystemExit("README.md: no command between the marks of output")
    call = [sys.executable, "-c", "import sys; from extractor.cli import main; sys.exit(main())", *command[1].split()]
    done = subprocess.run(call, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=False)
    return f"```console\n{command[0]}\n{done.stdout}```\n"


def speed(folder: Path, others: Sequence[Path]) -> float:
    """Articles a second as in a long run: in a process that has loaded what it needs over other articles, not these."""
    call = [sys.executable, "-c", _LONG_RUN, str(folder), *map(str, others)]
    done = subprocess.run(call, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return float(done.stdout)


def table(done: dict[str, Evaluation], speeds: Iterable[float]) -> str:
    """The scores, a column for each folder."""
    heads = [f"{NAMES.get(name, name)} ({each.articles})" for name, each in done.items()]
    lines = [f"| | {' | '.join(heads)} |", f"| --- |{' ---: |' * len(heads)}"]
    for title, measure in ROWS:
        values = [each.scores.measure(measure) for each in done.values()]
        lines.append(f"| {title} | {' | '.join('–' if v is None else f'{v:.3f}' for v in values)} |")
    each = [(e.scores.tallies["figures"].tp + e.scores.tallies["figures"].fp) / e.articles for e in done.values()]
    lines.append(f"| figures read in an article, on average | {' | '.join(f'{n:.0f}' for n in each)} |")
    lines.append(f"| articles a second, one core, in a long run | {' | '.join(f'{n:.0f}' for n in speeds)} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Writes README.md."""
    folders = [ROOT / "corpus", *map(Path, sys.argv[1:])]
    folders = [folder for folder in folders if folder.is_dir()]
    done = {folder.name: evaluate(folder, extract) for folder in folders}
    speeds = [max(speed(each, [other for other in folders if other != each]) for _ in range(5)) for each in folders]
    text = README.read_text(encoding="utf-8")
    text = section(text, "output", output)
    README.write_text(section(text, "scores", lambda _: table(done, speeds)), encoding="utf-8")


if __name__ == "__main__":
    main()
