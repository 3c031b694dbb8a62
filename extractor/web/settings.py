"""What the desk is told when it starts."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from pathlib import Path

from extractor.report.words import Lang

LEAST_TOKEN = 16
"""Characters that a token must have at least."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How the desk is served.

    Attributes:
        store: the file of the store; None for a desk that only reads what is pasted.
        host: the address it listens on.
        token: what every request must show; None where only this machine can ask.
        names: further names that it may be called by, in the ``Host`` of a request.
        max_bytes: of a request's body.
        seconds: that reading and extracting one article may take; also how long its upload may take, times three.
        workers: how many articles are read at a time.
        lang: the language of who has not chosen one.
    """

    store: Path | None = None
    host: str = "127.0.0.1"
    token: str | None = None
    names: tuple[str, ...] = ()
    max_bytes: int = 4_000_000
    seconds: float = 20.0
    workers: int = 2
    lang: Lang = "vi"

    @property
    def upload_seconds(self) -> float:
        """How long the body of a request may take to arrive."""
        return 3 * self.seconds


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address.

    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("::1"), is_loopback("0.0.0.0")
    (True, True, True, False)
    """
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
