"""The result of the main job, in every language, is byte for byte what DuckDB gives over the same files."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from cluster import PROJECT, Cluster
from logs import write_clean, write_dirty
from main_job import JOBS, Job
from oracle import Balance, expect

Logs = tuple[list[Path], list[Path]]


def sample(folder: Path) -> Logs:
    """Name the logs that come with the project."""
    return [PROJECT / "data/test_log1.csv"], [PROJECT / "data/test_log2.csv"]


CASES: dict[str, tuple[Callable[[Path], Logs], int, int]] = {
    "sample": (sample, 1, 49999),
    "clean": (lambda folder: write_clean(folder, 1), -2147483648, 2147483647),
    "dirty": (lambda folder: write_dirty(folder, 2), -20, 30000),
}


@pytest.mark.parametrize("case", CASES)
def test_the_result_equals_that_of_duckdb(cluster: Cluster, tmp_path: Path, case: str) -> None:
    write, low, high = CASES[case]
    log1, log2 = write(tmp_path)
    _put(cluster, "/in/log1", log1)
    _put(cluster, "/in/log2", log2)
    expected = expect(low, high, log1, log2)

    jobs = [Job(language, cluster) for language in _languages(cluster, case)]
    results = [_run(job, low, high, tmp_path / job.name) for job in jobs]

    for result in results:
        assert result.csv == expected.csv
        balances = [_balance(result.printed, log) for log in ("log1", "log2")]
        assert balances == [expected.log1, expected.log2]
        assert len(result.rejects) == expected.log1.rejected + expected.log2.rejected
        assert (result.rejects, result.printed) == (results[0].rejects, results[0].printed)


def _languages(cluster: Cluster, case: str) -> list[str]:
    """Take every language where most can go wrong, and elsewhere only the one that the demo runs."""
    return list(JOBS) if cluster.workers > 1 and case != "sample" else ["java"]


@dataclass(frozen=True)
class Result:
    """What the job wrote and printed; the order of rejects is not promised."""

    csv: bytes
    rejects: list[bytes]
    printed: str


def _run(job: Job, low: int, high: int, folder: Path) -> Result:
    done = job.run(
        str(low), str(high), "/in/log1", "/in/log2", "/out/result", "--max-rejects", "100%", "--overwrite"
    )
    assert done.returncode == 0, done.stderr[-3000:]
    folder.mkdir()
    job.cluster.command("fs", "-get", "/out/result", "/out/result.rejects", str(folder))
    rejects = (folder / "result.rejects").glob("*.csv")
    return Result(
        _csv(folder / "result"),
        sorted(line for file in rejects for line in file.read_bytes().splitlines()),
        done.stdout,
    )


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
