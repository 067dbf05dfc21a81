"""The main job, in every language that is built, and where it is sent."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
APPS = PROJECT / "work_dir"
JOBS = {"java": ("bigdata.features.Features", APPS / "java_apps/features/target/features-1.0.jar")}

Run = Callable[..., subprocess.CompletedProcess[str]]


@dataclass(frozen=True)
class Job:
    """The main job in one language; `run` takes its arguments and returns the finished process."""

    name: str
    run: Run


def submit_command() -> list[str]:
    """Take BIGDATA_TEST_SUBMIT, a command like `./bigdata submit`, or else a local Spark of SPARK_HOME."""
    command = os.environ.get("BIGDATA_TEST_SUBMIT")
    if command:
        return shlex.split(command)
    if "SPARK_HOME" not in os.environ:
        pytest.fail("set BIGDATA_TEST_SUBMIT (a spark-submit command) or SPARK_HOME")
    return [os.environ["SPARK_HOME"] + "/bin/spark-submit", "--master", "local[2]"]
