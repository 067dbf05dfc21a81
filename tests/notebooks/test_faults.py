"""What happens under an open notebook: others work, workers go, its kernel is killed."""

from __future__ import annotations

import json
import os
import signal
from contextlib import suppress
from pathlib import Path

from cluster import Cluster
from lab import Lab
from open_notebook import OpenNotebook, open_notebook
from waiting import eventually

#: Jobs one after the other in the background, until they are told to stop; the cell ends at once.
BUSY = """
import threading, time
stop, sums = threading.Event(), []
def work():
    while not stop.is_set():
        sums.append(sc.parallelize(range(8), 8).map(lambda n: time.sleep(0.2) or n).sum())
worker = threading.Thread(target=work)
worker.start()
"""
DONE = "stop.set(); worker.join(); set(sums)"
EXECUTORS = "len(sc._jsc.sc().statusTracker().getExecutorInfos()) - 1"


def running(cluster: Cluster) -> set[str]:
    """Return the ids of the applications that run."""
    applications = json.loads(cluster.command("apps", "--json"))
    return {each["id"] for each in applications if each["state"] in ("RUNNING", "WAITING")}


def is_there(process: int) -> bool:
    """Say whether a process is alive; one that has ended and that nobody asked for is not."""
    with suppress(FileNotFoundError, ProcessLookupError):
        return "\nState:\tZ" not in Path(f"/proc/{process}/status").read_text()
    return False


def test_two_notebooks_at_once_both_move(lab: Lab, notebook: OpenNotebook) -> None:
    with open_notebook(lab, "another") as another:
        notebook.run(BUSY)
        before = int(notebook.run("len(sums)"))
        assert another.run("spark.range(1000).repartition(4).count()") == "1000"
        eventually("the first goes on", lambda: int(notebook.run("len(sums)")) > before)
        assert another.run("spark.range(1000).repartition(4).count()") == "1000"
        assert notebook.run(DONE) == "{28}"


def test_an_idle_notebook_gives_its_executors_back(notebook: OpenNotebook) -> None:
    assert notebook.run("spark.range(1000).selectExpr('id % 7 as d').groupBy('d').count().count()") == "7"
    assert int(notebook.run(EXECUTORS)) > 0
    eventually("no executor is left", lambda: notebook.run(EXECUTORS) == "0")
    assert notebook.run("spark.range(10).count()") == "10"


def test_a_stopped_session_leaves_nothing_and_another_begins(
    cluster: Cluster, notebook: OpenNotebook
) -> None:
    first = notebook.run("print(sc.applicationId)")
    assert first in running(cluster)
    notebook.run("spark.stop()")
    eventually("its application has ended", lambda: first not in running(cluster))
    assert notebook.run("spark.range(3).count()") == "3"
    assert notebook.run("print(sc.applicationId)") != first


def test_a_killed_kernel_leaves_nothing_and_works_again(cluster: Cluster, notebook: OpenNotebook) -> None:
    assert notebook.run("spark.range(10).count()") == "10"
    application, driver = notebook.run("print(sc.applicationId)"), notebook.driver()
    kernel = int(notebook.run("import os; os.getpid()"))
    assert application in running(cluster)
    assert is_there(driver)
    os.kill(kernel, signal.SIGKILL)
    eventually("its driver is gone", lambda: not is_there(driver))
    eventually("its application has ended", lambda: application not in running(cluster))
    assert notebook.run("spark.range(11).count()") == "11"
    assert int(notebook.run("import os; os.getpid()")) != kernel


def test_a_cell_finishes_when_a_worker_is_scaled_away(cluster: Cluster, notebook: OpenNotebook) -> None:
    notebook.run(BUSY)
    try:
        cluster.command("scale", "1")
        assert notebook.run("spark.range(1000).repartition(4).count()") == "1000"
        assert notebook.run(DONE) == "{28}"
    finally:
        cluster.command("scale", "2")
