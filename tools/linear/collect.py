"""Every pattern that the package compiles, with the place that compiles it and how it is used.

The modules are imported, and the package is set to work, while ``compile`` and its like are watched. A pattern that the
source spells out is taken from there too; a place that builds one, and that nobody came by, is named, so that none goes
unseen.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest.mock import patch

import regex

import extractor
from extractor.lexicon.patterns import compile_now

PACKAGE = Path(extractor.__file__).parent
_LAZY = "extractor.lexicon.patterns"
_LAZY_FILE = "lexicon/patterns.py"
_ENTRIES = ("compile", "search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer")
_AT_ONE_PLACE = frozenset({"match", "fullmatch"})


@dataclass(frozen=True, slots=True)
class Place:
    """A call in the source: the file within the package, its first and last line, and what is called."""

    file: str
    line: int
    last: int
    method: str
    name: str = field(compare=False)
    call: ast.Call | None = field(compare=False, default=None, repr=False)

    def __str__(self) -> str:
        return f"extractor/{self.file}:{self.line} {self.name}"


@dataclass(frozen=True, slots=True)
class Collected:
    """A pattern as compiled at a place.

    Attributes:
        searched: it is searched for, as far as the source tells; else it is only tried at one place.
    """

    place: Place
    source: str
    flags: int
    module: str
    searched: bool

    @property
    def key(self) -> str:
        """What an exception names it by."""
        return f"{self.place.file} {self.place.name}"

    @property
    def ignore_case(self) -> bool:
        """Whether it was compiled to ignore case."""
        return bool(self.flags & regex.IGNORECASE)

    def compiled(self) -> Any:
        """The pattern itself."""
        engine: Any = {"regex": regex.compile, "re": re.compile}.get(self.module, compile_now)
        return engine(self.source, self.flags)


@dataclass(slots=True)
class Seen:
    """What was collected, and the places that build a pattern and that nobody came by."""

    patterns: list[Collected]
    unseen: list[Place]


def collect(work: Callable[[], None]) -> Seen:
    """Imports the package and does ``work`` with it, which should come by every place that builds a pattern.

    It needs a process of its own, for the package is imported anew.
    """
    met: dict[tuple[str, int, str, int, str], None] = {}
    with _watched(met):
        for found in pkgutil.walk_packages(extractor.__path__, "extractor."):
            importlib.import_module(found.name)
        work()
    places = list(_places())
    uses = _uses()
    patterns = {}
    reached = set()

    def add(place: Place, source: str, flags: int, module: str) -> None:
        methods = uses(place)
        searched = not methods or bool(methods - _AT_ONE_PLACE)
        patterns[(place, source, flags)] = Collected(place, source, flags, module, searched)
        reached.add(place)

    for file, line, source, flags, module in met:
        place = next((each for each in places if each.file == file and each.line <= line <= each.last), None)
        add(place or Place(file, line, line, "compile", "?"), source, flags, module)
    for place in places:
        if place not in reached and (spelled := _spelled(place)) is not None:
            add(place, *spelled)
    return Seen(list(patterns.values()), [place for place in places if place not in reached])


def _spelled(place: Place) -> tuple[str, int, str] | None:
    """The pattern that a call spells out, with its flags and its module; None if it is built."""
    call = place.call
    if call is None or not call.args or not isinstance(call.args[0], ast.Constant):
        return None
    source = call.args[0].value
    if not isinstance(source, str | bytes):
        return None
    given = [keyword.value for keyword in call.keywords if keyword.arg == "flags"]
    if place.method == "compile":
        given += call.args[1:2]
    flags = 0
    for each in given:
        flags |= int(eval(ast.unparse(each), {"regex": regex, "re": re}))
    module = ast.unparse(call.func.value) if isinstance(call.func, ast.Attribute) else _LAZY
    return source if isinstance(source, str) else source.decode("latin-1"), flags, module


@contextmanager
def _watched(met: dict[tuple[str, int, str, int, str], None]) -> Iterator[None]:
    def watching(module: ModuleType, name: str) -> Any:
        original = getattr(module, name)

        def watched(pattern: Any, *args: Any, **kwargs: Any) -> Any:
            frame = sys._getframe(1)
            path = Path(frame.f_code.co_filename)
            if isinstance(pattern, str | bytes) and path.is_relative_to(PACKAGE):
                source = pattern if isinstance(pattern, str) else pattern.decode("latin-1")
                flags = kwargs.get("flags", args[0] if name in ("compile", "compiled") and args else 0)
                file = str(path.relative_to(PACKAGE))
                # The lazy patterns are known from who asked for them.
                if file != _LAZY_FILE:
                    met[(file, frame.f_lineno, source, int(flags), module.__name__)] = None
            return original(pattern, *args, **kwargs)

        return patch.object(module, name, watched)

    # Those of the package that were imported before compile again.
    for name in [name for name in sys.modules if name.split(".")[0] == "extractor"]:
        del sys.modules[name]
    # Loaded by itself, before the rest of the package takes its function by name.
    spec = spec_from_file_location(_LAZY, PACKAGE / _LAZY_FILE)
    assert spec is not None
    assert spec.loader is not None
    lazy = module_from_spec(spec)
    sys.modules[_LAZY] = lazy
    spec.loader.exec_module(lazy)
    patches = [watching(module, name) for module in (regex, re) for name in _ENTRIES]
    patches.append(watching(lazy, "compiled"))
    for each in patches:
        each.start()
    try:
        yield
    finally:
        for each in patches:
            each.stop()


def _sources() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield str(path.relative_to(PACKAGE)), ast.parse(path.read_text(encoding="utf-8"))


def _places() -> Iterator[Place]:
    """The calls of ``compile`` and its like in the source, the innermost first."""
    for file, tree in _sources():
        found = []
        for name, node in _named(tree, "?"):
            if isinstance(node, ast.Call) and (method := _entry(node.func, file)):
                found.append(Place(file, node.lineno, node.end_lineno or node.lineno, method, name, node))
        yield from sorted(found, key=lambda place: place.last - place.line)


def _entry(called: ast.expr, file: str) -> str | None:
    """The method of an engine that an expression names, or None; a lazy pattern is one to compile."""
    match called:
        case ast.Attribute(value=ast.Name(id="regex" | "re"), attr=method) if method in _ENTRIES and file != _LAZY_FILE:
            return method
        case ast.Name(id="compiled"):
            return "compile"
        case _:
            return None


def _named(node: ast.AST, name: str) -> Iterator[tuple[str, ast.AST]]:
    """All nodes, each with the name it is given: that of the variable, the field, or the function it is made in."""
    match node:
        case ast.FunctionDef():
            name = node.name
        case ast.Assign(targets=[ast.Name(id=target), *_]) | ast.AnnAssign(target=ast.Name(id=target)):
            name = target
        case ast.keyword(arg=str(target)):
            name = target
        case _:
            pass
    yield name, node
    for child in ast.iter_child_nodes(node):
        yield from _named(child, name)


def _received_by(node: ast.AST) -> Iterator[str]:
    """The names that an expression may stand for."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            yield name
        case ast.Call(func=called):
            yield from _received_by(called)
        case ast.Subscript(value=value):
            yield from _received_by(value)
        case ast.IfExp(body=body, orelse=other):
            yield from _received_by(body)
            yield from _received_by(other)
        case _:
            pass


def _uses() -> Callable[[Place], set[str]]:
    """For a place, the methods that the source calls on what has its name: in its own file, or else anywhere."""
    called: dict[str, dict[str, set[str]]] = {}
    for file, tree in _sources():
        here = called.setdefault(file, {})
        for node in ast.walk(tree):
            if not isinstance(node, ast.Attribute):
                continue
            if node.attr in _ENTRIES:
                for name in _received_by(node.value):
                    here.setdefault(name, set()).add(node.attr)

    def uses(place: Place) -> set[str]:
        if place.method != "compile":
            return {place.method}
        if place.name.startswith("_") and place.name in called[place.file]:
            return called[place.file][place.name]
        return {method for names in called.values() for method in names.get(place.name, ())}

    return uses
