"""Give tests executed notebooks, on one cluster with what `bigdata demo` leaves in HDFS, only smaller."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from cluster import PROJECT, Cluster
from executed import Executed
from lab import Lab
from open_notebook import OpenNotebook, open_notebook

NOTEBOOKS = PROJECT / "work_dir" / "notebooks"
PICTURES = 200
SMALL = {"TPOT_SECONDS": "5", "FILES": "6", "PICTURES": str(PICTURES)}
"""How much notebooks do, less than for a person; their kernels inherit it."""
FEATURES = PROJECT / "work_dir/java_apps/features/target/features-1.0.jar"


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Give a cluster of two workers; nothing of it is left afterwards."""
    os.environ |= SMALL
    with Cluster(2, tmp_path_factory.mktemp("state")).running() as cluster:
        yield cluster


@pytest.fixture(scope="session")
def lab(cluster: Cluster) -> Lab:
    """Give its JupyterLab."""
    return Lab.of(cluster)


@pytest.fixture(scope="session")
def demo(cluster: Cluster) -> str:
    """Put logs, features and rejects where `bigdata demo` puts them; give what the features job printed."""
    cluster.command("generate", "--plays", "200000", "--users", "4000", "--songs", "2000", "/demo")
    logs = ["/demo/log1.csv", "/demo/log2.csv", "/demo/features", "--rejects", "/demo/rejects"]
    job = ["submit", "--class", "bigdata.features.Features", str(FEATURES)]
    return cluster.command(*job, "0", "2147483647", *logs)


@pytest.fixture(scope="session")
def executed(lab: Lab, demo: str) -> Callable[[str], Executed]:
    """Execute a notebook by name, once however many tests ask, and see that its tasks ran on workers."""

    @cache
    def execute(name: str) -> Executed:
        done = Executed.on(lab, NOTEBOOKS / name)
        assert done.master.startswith("spark://")
        assert sum(tasks for executor, tasks in done.tasks.items() if executor != "driver") > 0, done.tasks
        return done

    return execute


@pytest.fixture
def notebook(lab: Lab) -> Iterator[OpenNotebook]:
    """Give a new notebook of JupyterLab; its kernel ends with it."""
    with open_notebook(lab, "what I try") as notebook:
        yield notebook
