"""Libraries that only some inputs need, and that come with the extra ``soatso[batch]``."""

from __future__ import annotations

from importlib import import_module
from typing import Any


class MissingExtra(Exception):
    """A library is not installed; ``args[0]`` says what it is needed for."""


def needed(module: str, what: str) -> Any:
    """The module.

    Args:
        module: its name.
        what: what it reads, in a word that needs no translation.

    Raises:
        MissingExtra: it is not installed.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtra(what) from error
