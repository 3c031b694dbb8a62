#!/usr/bin/env python3
"""Extracts the same articles with the version at a git revision and with the working tree, and compares.

    python tools/diff.py BASE [ARTICLES ...]

BASE is a commit, branch or tag. ARTICLES are folders or files as ``soatso extract`` takes them; without any,
those of corpus/ and, where it is there, ../shared/gold. The old version is checked out into a temporary
worktree, which is removed again, and runs with this very Python.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from extractor.evaluation.diff import main as show

ROOT = Path(__file__).resolve().parents[1]
ARTICLES = ("corpus/articles", "../shared/gold/articles")
EXTRACT = "import sys; from extractor.cli import main; sys.exit(main())"
SOME_UNREAD = 3


class Stop(Exception):
    """What stops the comparison, said in one line."""


def git(*arguments: str) -> str:
    """What git prints.

    Raises:
        Stop: git is not there, or refuses.
    """
    try:
        done = subprocess.run(["git", "-C", str(ROOT), *arguments], capture_output=True, text=True, check=False)
    except FileNotFoundError as error:
        raise Stop("git is not installed") from error
    if done.returncode:
        raise Stop(f"git {arguments[0]}: {done.stderr.strip().splitlines()[-1] if done.stderr.strip() else 'failed'}")
    return done.stdout.strip()


def commit_of(base: str) -> str:
    """The commit that a revision names."""
    try:
        return git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}")
    except Stop as error:
        if not (ROOT / ".git").exists():
            raise Stop(f"{ROOT} is no git checkout, there is no {base} to compare with") from error
        raise Stop(f"there is no revision {base!r} here; git log --oneline shows some") from error


def extract(tree: Path, articles: Sequence[str], output: Path) -> None:
    """Extracts with the version in a tree."""
    environment = {**os.environ, "PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1", "SOATSO_LANG": "en"}
    call = [sys.executable, "-c", EXTRACT, "extract", *articles, "--output", str(output)]
    done = subprocess.run(call, cwd=tree, env=environment, stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode not in (0, SOME_UNREAD) or not output.exists():
        last = done.stderr.strip().splitlines()[-1:] or ["no output"]
        raise Stop(f"the version in {tree.name} could not extract: {last[0]}")
    if done.returncode == SOME_UNREAD:
        print(f"{tree.name}:", *done.stderr.strip().splitlines()[-5:], sep="\n  ", file=sys.stderr)


def compare(base: str, articles: Sequence[str]) -> int:
    """Prints the difference between a revision and the working tree."""
    commit = commit_of(base)
    named = [str(Path(each).resolve()) for each in articles] or [
        str(path.resolve()) for each in ARTICLES if (path := ROOT / each).is_dir()
    ]
    for each in named:
        if not Path(each).exists():
            raise Stop(f"there are no articles at {each}")
    with tempfile.TemporaryDirectory(prefix="soatso-diff-") as folder:
        tree = Path(folder) / f"base-{commit[:9]}"
        try:
            git("worktree", "add", "--detach", "--quiet", str(tree), commit)
            old, new = Path(folder) / "old.jsonl", Path(folder) / "new.jsonl"
            extract(tree, named, old)
            extract(ROOT, named, new)
            return show([str(old), str(new)])
        finally:
            if tree.exists():
                git("worktree", "remove", "--force", str(tree))


def main() -> int:
    """Compares, and says in one line what stops it."""
    if len(sys.argv) < 2 or not sys.argv[1]:
        print("usage: make diff BASE=<git revision> [ARTICLES=<folder or files>]", file=sys.stderr)
        return 2
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        return compare(sys.argv[1], sys.argv[2:])
    except Stop as error:
        print(f"diff: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 128 + signal.SIGINT


if __name__ == "__main__":
    sys.exit(main())
