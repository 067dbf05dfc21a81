"""Waiting for what happens by itself, to a limit."""

from __future__ import annotations

import time
from collections.abc import Callable


def eventually(what: str, holds: Callable[[], bool], seconds: float = 90) -> None:
    """Ask until it holds, at most so long."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, f"after {seconds} s still not: {what}"
        time.sleep(0.3)
