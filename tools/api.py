"""The names that people import, one line each with its signature, as tests/public_api.txt keeps them.

python tools/api.py            writes the file anew
python tools/api.py --check    tells what is gone or has changed since; exit status 1 if anything is
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

import griffe

ROOT = Path(__file__).parents[1]
KEPT = ROOT / "tests" / "public_api.txt"
MODULES = ("extractor", "extractor.records", "extractor.readers")


def lines() -> Iterator[str]:
    """A line for each public name, and for each public field and method of the classes among them."""
    package = griffe.load("extractor", search_paths=[ROOT], resolve_aliases=True)
    for module in MODULES:
        public = importlib.import_module(module)
        for name in sorted(public.__all__):
            value = getattr(public, name)
            home = getattr(value, "__module__", None)
            if not (isinstance(home, str) and home.startswith("extractor") and hasattr(value, "__qualname__")):
                yield f"{module}.{name}"
                continue
            yield from _described(f"{module}.{name}", package[f"{home.removeprefix('extractor').lstrip('.')}.{name}"])


def _described(path: str, found: griffe.Object | griffe.Alias) -> Iterator[str]:
    if found.is_function:
        yield f"{path}{_signature(found)}"
    elif found.is_class:
        yield f"{path}({', '.join(map(str, found.bases))})"
        for name, member in sorted(found.all_members.items()):
            if name.startswith("_") or not str(member.canonical_path).startswith("extractor."):
                continue
            if member.is_function:
                yield f"{path}.{name}{_signature(member)}"
            elif member.is_attribute:
                value = "" if member.value is None else f" = {member.value}"
                yield f"{path}.{name}: {member.annotation}{value}"
    else:
        yield path


def _signature(function: griffe.Object | griffe.Alias) -> str:
    given = []
    bare = False
    for each in function.parameters:
        if each.name in ("self", "cls"):
            continue
        star = {"variadic positional": "*", "variadic keyword": "**"}.get(str(each.kind and each.kind.value), "")
        if each.kind is griffe.ParameterKind.keyword_only and not bare:
            given.append("*")
            bare = True
        bare = bare or star == "*"
        default = "" if each.default is None or star else f" = {each.default}"
        given.append(f"{star}{each.name}: {each.annotation}{default}")
    return f"({', '.join(given)}) -> {function.returns}"


def broken(kept: str, now: str) -> list[str]:
    """The lines that were promised and no longer hold; what is new breaks nobody."""
    promised = set(now.splitlines())
    return [line for line in kept.splitlines() if line not in promised]


def main() -> None:
    """Writes, or checks."""
    now = "\n".join(lines()) + "\n"
    if "--check" not in sys.argv[1:]:
        KEPT.write_text(now, encoding="utf-8")
        return
    gone = broken(KEPT.read_text(encoding="utf-8"), now)
    print(*(f"gone or changed: {line}" for line in gone), sep="\n")
    sys.exit(1 if gone else 0)


if __name__ == "__main__":
    main()
