"""The main job, in every language that is built, on a cluster of its own."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass

from cluster import CORES, PROJECT, Cluster

APPS = PROJECT / "work_dir"
JOBS = {
    "java": ("bigdata.features.Features", APPS / "java_apps/features/target/features-1.0.jar"),
    "scala": ("stubs.Example", APPS / "scala_apps/example/target/example-1.0.jar"),
}


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
