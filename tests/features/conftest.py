"""Give tests the main job in every language."""

from __future__ import annotations

import subprocess

import pytest
from main_job import JOBS, PROJECT, Job, submit_command


@pytest.fixture(params=JOBS)
def job(request: pytest.FixtureRequest) -> Job:
    """Give the main job in one language."""
    main_class, jar = JOBS[request.param]
    if not jar.exists():
        pytest.fail(f"{jar} is not built: mvn package in {jar.parents[1]}")

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [*submit_command(), "--class", main_class, str(jar), *arguments]
        return subprocess.run(command, capture_output=True, text=True, cwd=PROJECT, timeout=600, check=False)

    return Job(request.param, run)
