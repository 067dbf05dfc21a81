"""A TPOT search in a process of its own, which is over by its deadline whatever the search is doing.

TPOT looks at the clock only between two pipelines, and a pipeline inside compiled code cannot be interrupted. So the
search has its own process: it loads TPOT while this one reads the features, searches while this one trains the other
models, writes down the best pipeline so far, and is ended by an alarm of the operating system. The seed decides which
pipelines are tried in which order; the clock decides how many, so two searches may end with different pipelines.
"""

import json
import os
import select
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self, cast

import joblib

from example.errors import ExampleError
from example.features import Split

STOP_SECONDS = 5.0
"""How long a terminated search may take to end before it is killed."""
ALARM_SECONDS = 2.0
"""How late the search's own alarm may ring on a busy machine."""
LOAD_SECONDS = 180.0
"""How long loading TPOT may take, beyond which the search is given up: seconds, minutes where much else runs."""


@dataclass(frozen=True)
class Found:
    """What a search found.

    Attributes
    ----------
    model : classifier
        The best pipeline, unfitted, to be cross-validated like every other model.
    tried : int
        Number of pipelines that were evaluated.
    seconds : float
        Wall clock that the search had.
    """

    model: Any
    tried: int
    seconds: float


class Search:
    """A running search; leave it as a context manager and no process stays behind.

    Parameters
    ----------
    seconds : float
        Wall clock that the search may take from the moment it has both its data and its libraries.
    seed : int
        Decides which pipelines are tried.
    """

    def __init__(self, seconds: float, seed: int) -> None:
        self._seconds = seconds
        self._seed = seed
        self._folder = tempfile.TemporaryDirectory(prefix="example-automl-")
        self._log = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115  closed by __exit__
        source = str(Path(__file__).resolve().parent.parent)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "example.automl_search"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            text=True,
            env={
                **os.environ,
                "PYTHONPATH": os.pathsep.join([source, *filter(None, sys.path)]),
                "DASK_TEMPORARY_DIRECTORY": self._folder.name,
                "OMP_NUM_THREADS": "1",  # the other models want their share of the cores
            },
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        for stream in (self._process.stdin, self._process.stdout, self._log):
            if stream is not None and not stream.closed:
                stream.close()
        self._folder.cleanup()

    @property
    def pid(self) -> int:
        """Process id of the search."""
        return self._process.pid

    def begin(self, split: Split) -> None:
        """Give the search the training users; the test users never reach it."""
        data = Path(self._folder.name, "train.joblib")
        joblib.dump((split.train, split.train_paid), data)
        order = {"data": str(data), "result": str(self._result), "seconds": self._seconds, "seed": self._seed}
        with suppress(BrokenPipeError):  # it has ended already; result() tells why
            os.write(cast("IO[str]", self._process.stdin).fileno(), f"{json.dumps(order)}\n".encode())

    def result(self) -> Found:
        """Wait for what was found, at most until the deadline.

        Raises
        ------
        ExampleError
            When the search failed, or found nothing in its time.
        """
        began = self._wait_for_start()
        try:
            code = self._process.wait(max(0.0, began + self._seconds - time.time()) + ALARM_SECONDS)
        except subprocess.TimeoutExpired:
            code = -signal.SIGALRM
        if code not in (0, -signal.SIGALRM):
            raise ExampleError(f"The TPOT search failed with exit code {code}: {self._last_line()}")
        if not self._result.exists():
            raise ExampleError(f"TPOT evaluated no pipeline in {self._seconds:g} s; the other models stand.")
        model, tried = joblib.load(self._result)
        return Found(model, tried, self._seconds)

    @property
    def _result(self) -> Path:
        return Path(self._folder.name, "result.joblib")

    def _wait_for_start(self) -> float:
        """Return the time.time() at which the search began, which it tells in one line."""
        stdout = cast("IO[str]", self._process.stdout)
        ready, _, _ = select.select([stdout], [], [], LOAD_SECONDS)
        line = stdout.readline() if ready else ""
        if not line:
            raise ExampleError(f"The TPOT search did not start: {self._last_line()}")
        return float(line)

    def _last_line(self) -> str:
        self._log.seek(0)
        lines = self._log.read().strip().splitlines()
        return lines[-1] if lines else "it said nothing"
