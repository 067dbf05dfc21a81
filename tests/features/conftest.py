"""How the tests run the main job: in every language that is built, wherever BIGDATA_TEST_SUBMIT sends it."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
JOBS = {"java": ("bigdata.features.Features", PROJECT / "work_dir/java_apps/features/target/features-1.0.jar")}

Run = Callable[..., subprocess.CompletedProcess[str]]


@dataclass(frozen=True)
class Job:
    """The main job in one language."""

    name: str
    run: Run


def _submit() -> list[str]:
    """BIGDATA_TEST_SUBMIT is a command like `./bigdata submit`; without it, SPARK_HOME's spark-submit in this process's reach."""
    command = os.environ.get("BIGDATA_TEST_SUBMIT")
    if command:
        return shlex.split(command)
    if "SPARK_HOME" not in os.environ:
        pytest.fail("set BIGDATA_TEST_SUBMIT (a spark-submit command) or SPARK_HOME")
    return [os.environ["SPARK_HOME"] + "/bin/spark-submit", "--master", "local[2]"]


@pytest.fixture(params=JOBS)
def job(request: pytest.FixtureRequest) -> Job:
    """The main job; `run` takes its arguments and returns the finished process."""
    main_class, jar = JOBS[request.param]
    if not jar.exists():
        pytest.fail(f"{jar} is not built: mvn package in {jar.parents[1]}")

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [*_submit(), "--class", main_class, str(jar), *arguments]
        return subprocess.run(command, capture_output=True, text=True, cwd=PROJECT, timeout=600, check=False)

    return Job(request.param, run)
