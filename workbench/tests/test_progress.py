from __future__ import annotations

from workbench.kernel.progress import PATIENCE, State


def test_a_line_says_how_far_the_jobs_are() -> None:
    line = State(1, 2, done=30, running=4, failed=0, tasks=40, executors=2).html(12.4)

    assert 'value="0.750"' in line
    assert "1 job, 2 stages: 30 of 40 tasks done; 4 running; 2 executors, 12 s" in line


def test_tasks_that_failed_are_told() -> None:
    assert "1 failed and tried again" in State(1, 1, done=0, running=4, failed=1, tasks=40, executors=2).html(
        1
    )


def test_a_job_that_waits_for_an_executor_says_for_what() -> None:
    waiting = State(1, 1, done=0, running=0, failed=0, tasks=4, executors=0)

    assert "that others hold" in waiting.html(PATIENCE + 1)
    assert "others hold" not in waiting.html(PATIENCE - 1)
