"""The result of the main job is, byte for byte, what a SQL query in DuckDB gives over the same files."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from logs import write_clean, write_dirty
from main_job import PROJECT, Cluster, Job
from oracle import Balance, expect

Logs = tuple[list[Path], list[Path]]


def sample(folder: Path) -> Logs:
    """Name the logs that come with the project."""
    return [PROJECT / "data/test_log1.csv"], [PROJECT / "data/test_log2.csv"]


@pytest.mark.parametrize(
    ("write", "low", "high"),
    [
        (sample, 1, 49999),
        (lambda folder: write_clean(folder, 1), -2147483648, 2147483647),
        (lambda folder: write_dirty(folder, 2), -20, 30000),
    ],
    ids=["sample", "clean", "dirty"],
)
def test_the_result_equals_that_of_duckdb(
    job: Job, tmp_path: Path, write: Callable[[Path], Logs], low: int, high: int
) -> None:
    log1, log2 = write(tmp_path)
    _put(job.cluster, "/in/log1", log1)
    _put(job.cluster, "/in/log2", log2)
    output = tmp_path / "result"

    done = job.run(
        str(low), str(high), "/in/log1", "/in/log2", "/out/result", "--max-rejects", "100%", "--overwrite"
    )

    assert done.returncode == 0, done.stderr[-3000:]
    job.cluster.command("fs", "-get", "/out/result", "/out/result.rejects", str(tmp_path))
    expected = expect(low, high, log1, log2)
    assert _csv(output) == expected.csv
    assert (_balance(done.stdout, "log1"), _balance(done.stdout, "log2")) == (expected.log1, expected.log2)
    rejects = (tmp_path / "result.rejects").glob("*.csv")
    rejected = sum(len(file.read_bytes().splitlines()) for file in rejects)
    assert rejected == expected.log1.rejected + expected.log2.rejected


def _put(cluster: Cluster, folder: str, files: list[Path]) -> None:
    cluster.command("fs", "-rm", "-r", "-f", "-skipTrash", folder)
    cluster.command("fs", "-mkdir", "-p", folder)
    cluster.command("fs", "-put", *map(str, files), folder)


def _csv(output: Path) -> bytes:
    assert (output / "_SUCCESS").exists()
    (file,) = output.glob("*.csv")
    return file.read_bytes()


def _balance(printed: str, log: str) -> Balance:
    line = rf"^{log}: read=(\d+) used=(\d+) filtered=(\d+) rejected=(\d+)\b"
    found = re.search(line, printed, re.MULTILINE)
    assert found, printed
    return Balance(*map(int, found.groups()))
