"""A cluster that a suite brings up for itself, by the command `bigdata`."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

PROJECT = Path(__file__).parents[2]
CORES = 2
"""Of each worker."""


class Cluster:
    """A cluster that the command `bigdata` brings up, runs jobs on and takes down.

    Parameters
    ----------
    workers : int
    state : Path
        Its state folder, unless BIGDATA_STATE names one.
    """

    def __init__(self, workers: int, state: Path) -> None:
        self.workers = workers
        self._environment = {
            "BIGDATA_STATE": str(state),
            **os.environ,
            "BIGDATA_WORKERS": str(workers),
            "BIGDATA_WORKER_CORES": str(CORES),
            "BIGDATA_WORKER_MEMORY": "2g",
        }

    @property
    def state(self) -> Path:
        """Its state folder."""
        return Path(self._environment["BIGDATA_STATE"])

    @contextmanager
    def running(self) -> Iterator[Self]:
        """Bring it up, without what a killed run may have left; afterwards nothing of it is left."""
        self.run("down", "--purge", "--yes")
        self.command("up")
        try:
            yield self
        finally:
            self.command("down", "--purge", "--yes")

    def command(self, *arguments: str) -> str:
        """Run one of its commands, which must succeed, and return what it prints."""
        done = self.run(*arguments)
        assert done.returncode == 0, f"bigdata {' '.join(arguments)}: {done.stdout}{done.stderr}"
        return done.stdout

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run one of its commands."""
        command = [str(PROJECT / "bigdata"), *arguments]
        return subprocess.run(
            command,
            capture_output=True,
            text=True,
            cwd=PROJECT,
            env=self._environment,
            timeout=600,
            check=False,
        )
