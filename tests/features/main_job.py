"""The main job, in every language that is built, on a cluster of its own."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).parents[2]
APPS = PROJECT / "work_dir"
JOBS = {
    "java": ("bigdata.features.Features", APPS / "java_apps/features/target/features-1.0.jar"),
    "scala": ("stubs.Example", APPS / "scala_apps/example/target/example-1.0.jar"),
}
CORES = 2


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


@dataclass(frozen=True)
class Job:
    """The main job in one language, on every core of a cluster."""

    name: str
    cluster: Cluster

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Submit it with its arguments and return the finished process."""
        main_class, jar = JOBS[self.name]
        everything = {
            "spark.cores.max": CORES * self.cluster.workers,
            "spark.executor.cores": CORES,
            "spark.dynamicAllocation.initialExecutors": self.cluster.workers,
        }
        options = [word for key, value in everything.items() for word in ("--conf", f"{key}={value}")]
        return self.cluster.run("submit", *options, "--class", main_class, str(jar), *arguments)
