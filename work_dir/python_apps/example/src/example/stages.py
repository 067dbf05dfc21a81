"""Tell what is going on, and how long it took."""

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager


class Stages:
    """The stages of a run: a line on stderr when one ends, and its seconds kept.

    Stages may overlap, so that their sum can be more than the run took.

    Attributes
    ----------
    seconds : dict of str to float
        Wall clock of each ended stage, in order of their ends.
    """

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._began = time.monotonic()
        self._lock = threading.Lock()

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time the block; say so when it ends without an error."""
        began = time.monotonic()
        yield
        took = time.monotonic() - began
        with self._lock:
            self.seconds[name] = round(took, 2)
        self.say(f"{name} ({took:.1f} s)")

    def say(self, text: str) -> None:
        """Write one progress line."""
        print(f"[{self.total:5.1f} s] {text}", file=sys.stderr, flush=True)

    @property
    def total(self) -> float:
        """Seconds since the run began."""
        return time.monotonic() - self._began
