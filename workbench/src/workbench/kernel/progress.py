"""How far the Spark jobs of a cell are, below the cell, for as long as it runs."""

from __future__ import annotations

import sys
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from IPython.display import display
from py4j.protocol import Py4JError

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell
    from IPython.display import DisplayHandle

INTERVAL = 0.5
"""Seconds between two looks; a job that is over sooner is not shown."""
PATIENCE = 5.0
"""Seconds without an executor after which a person is told why nothing happens."""


@dataclass(frozen=True)
class State:
    """What the active jobs are doing.

    Attributes
    ----------
    jobs, stages : int
        That are active.
    done, running, failed, tasks : int
        Tasks of the active stages.
    executors : int
        That work for this application.
    """

    jobs: int
    stages: int
    done: int
    running: int
    failed: int
    tasks: int
    executors: int

    def html(self, seconds: float) -> str:
        """Return one line with a bar, after `seconds` of the cell."""
        share = self.done / self.tasks if self.tasks else 0.0
        active = f"{_many(self.jobs, 'job')}, {_many(self.stages, 'stage')}"
        words = [f"{active}: {self.done} of {_many(self.tasks, 'task')} done"]
        if self.running:
            words.append(f"{self.running} running")
        if self.failed:
            words.append(f"{self.failed} failed and tried again")
        words.append(f"{_many(self.executors, 'executor')}, {seconds:.0f} s")
        if not self.executors and seconds > PATIENCE:
            words.append("waiting for cores or memory that others hold; <code>bigdata apps</code> tells who")
        bar = f'<progress value="{share:.3f}" style="vertical-align: middle"></progress>'
        return f"{bar} <small>{'; '.join(words)}</small>"


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def state(context: Any) -> State | None:  # noqa: ANN401
    """Return what a SparkContext's jobs are doing; None when there are none."""
    tracker = context.statusTracker()
    jobs = tracker.getActiveJobsIds()
    if not jobs:
        return None
    stages = [info for info in map(tracker.getStageInfo, tracker.getActiveStageIds()) if info is not None]
    executors = len(context._jsc.sc().statusTracker().getExecutorInfos()) - 1  # one of them is the driver
    return State(
        len(jobs),
        len(stages),
        sum(stage.numCompletedTasks for stage in stages),
        sum(stage.numActiveTasks for stage in stages),
        sum(stage.numFailedTasks for stage in stages),
        sum(stage.numTasks for stage in stages),
        executors,
    )


def _context() -> Any:  # noqa: ANN401
    """Return the context of this process, if PySpark is loaded and has one."""
    core = sys.modules.get("pyspark.core.context")
    return None if core is None else core.SparkContext._active_spark_context


class Progress:
    """Watches the jobs while a cell runs, and shows them in one line that is gone when the cell ends.

    Parameters
    ----------
    shell : InteractiveShell
    """

    def __init__(self, shell: InteractiveShell) -> None:
        self._shell = shell
        self._over = threading.Event()
        self._watcher: threading.Thread | None = None

    def install(self) -> None:
        """Watch every cell of this kernel."""
        self._shell.events.register("pre_run_cell", self._begin)
        self._shell.events.register("post_run_cell", self._end)

    def _begin(self, *_: object) -> None:
        self._over = threading.Event()
        self._watcher = threading.Thread(target=self._watch, args=(self._over,), name="progress", daemon=True)
        self._watcher.start()

    def _end(self, *_: object) -> None:
        self._over.set()
        if self._watcher is not None:
            self._watcher.join()

    def _watch(self, over: threading.Event) -> None:
        begun = time.monotonic()
        line: DisplayHandle | None = None
        while not over.wait(INTERVAL):
            context = _context()
            try:
                now = None if context is None else state(context)
            except (Py4JError, OSError, AttributeError):  # stopped, or its JVM ended, between two looks
                now = None
            if now is not None:
                line = _show(now.html(time.monotonic() - begun), line)
        if line is not None:
            _show("", line)


def _show(text: str, line: DisplayHandle | None) -> DisplayHandle | None:
    if line is None:
        return display({"text/html": text}, raw=True, display_id=True)
    line.update({"text/html": text}, raw=True)
    return line
