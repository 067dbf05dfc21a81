#!/usr/bin/env python3
"""Measure the project on this machine, as a person would run it.

    bench/bench.py startup [--rounds N]            warm `up` to usable and `down`, one worker
    bench/bench.py containers [--rounds N]         `docker compose up` to healthy, one worker; takes the image
    bench/bench.py generate [--plays N]            the log generator, written to HDFS
    bench/bench.py features [--plays N]            the main job on logs in HDFS
    bench/bench.py notebook [--rounds N]           from warm `up` to a first result in a new notebook
    bench/bench.py submit [--rounds N]             `bigdata submit` against plain spark-submit, in turn

Machines differ and are noisy, so every figure comes with its ratio to a yardstick that runs in between:
`spark-submit --version`, a JVM that loads a little of Spark. Medians; its state is removed afterwards.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]


class Bench:
    """A cluster of its own to measure on.

    Parameters
    ----------
    state : Path
        Its state folder; the Python environment is the project's own, or BIGDATA_PYTHON_ENVIRONMENT.
    """

    def __init__(self, state: Path) -> None:
        default = Path(os.environ.get("BIGDATA_STATE", PROJECT / ".bigdata")) / "python"
        self.python = Path(os.environ.get("BIGDATA_PYTHON_ENVIRONMENT", default))
        self.environment = {
            **os.environ,
            "BIGDATA_STATE": str(state),
            "BIGDATA_PYTHON_ENVIRONMENT": str(self.python),
            "BIGDATA_WORKERS": "1",
            "PYSPARK_PYTHON": str(self.python / "bin" / "python"),  # by which spark-submit finds its own home
        }

    def bigdata(self, *arguments: str) -> tuple[float, str]:
        """Run a command that must succeed; its wall seconds and its output."""
        return self.timed(str(PROJECT / "bigdata"), *arguments)

    def timed(self, *command: str) -> tuple[float, str]:
        """Run a program that must succeed; its wall seconds and its output."""
        begun = time.perf_counter()
        done = subprocess.run(command, capture_output=True, text=True, env=self.environment, check=False)
        seconds = time.perf_counter() - begun
        if done.returncode:
            sys.exit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        return seconds, done.stdout

    def yardstick(self) -> float:
        """Seconds of `spark-submit --version`."""
        return self.timed(str(self.python / "bin" / "spark-submit"), "--version")[0]

    @contextmanager
    def cluster(self) -> Iterator[None]:
        """Give a cluster that is up, its class archives made, and remove it afterwards."""
        self.bigdata("up")
        try:
            yield
        finally:
            self.bigdata("down", "--purge", "--yes")


def report(what: str, seconds: list[float], yardstick: list[float]) -> None:
    """Print the median with the least and the most, and its ratio to the yardstick's median."""
    middle, rule = statistics.median(seconds), statistics.median(yardstick)
    span = f"({min(seconds):.2f} to {max(seconds):.2f})"
    print(f"{what:<28}{middle:>8.2f} s  {span:<20}{middle / rule:>6.2f} x yardstick")


def startup(bench: Bench, options: argparse.Namespace) -> None:
    """Time warm starts and stops."""
    rows: dict[str, list[float]] = {
        "up to usable, as it says": [],
        "up, whole command": [],
        "down, whole command": [],
    }
    yardstick = []
    with bench.cluster():
        bench.bigdata("down")
        for _ in range(options.rounds):
            yardstick.append(bench.yardstick())
            seconds, output = bench.bigdata("up")
            said = re.search(r"usable after ([\d.]+) s", output)
            if said is None:
                sys.exit(f"up does not say when it was usable: {output}")
            rows["up to usable, as it says"].append(float(said[1]))
            rows["up, whole command"].append(seconds)
            rows["down, whole command"].append(bench.bigdata("down")[0])
    for what, figures in rows.items():
        report(what, figures, yardstick)


def containers(bench: Bench, options: argparse.Namespace) -> None:
    """Time starts in containers: of a cluster without data, and of the same one again."""
    bench.environment |= {
        "COMPOSE_PROJECT_NAME": f"bigdata-bench-{os.getpid()}",
        "BIGDATA_JUPYTER_PORT": "0",  # any
        "BIGDATA_LOCAL_STATE": "",
    }
    compose = ["docker", "compose", "--project-directory", str(PROJECT)]
    up = [*compose, "up", "--detach", "--wait", "master", "worker"]
    rows: dict[str, list[float]] = {"first up to healthy": [], "up again to healthy": [], "down": []}
    yardstick = []
    try:
        for _ in range(options.rounds):
            yardstick.append(bench.yardstick())
            rows["first up to healthy"].append(bench.timed(*up)[0])
            rows["down"].append(bench.timed(*compose, "down")[0])
            rows["up again to healthy"].append(bench.timed(*up)[0])
            bench.timed(*compose, "down", "--volumes")
    finally:
        bench.timed(*compose, "down", "--volumes")
    for what, figures in rows.items():
        report(what, figures, yardstick)


def generate(bench: Bench, options: argparse.Namespace) -> None:
    """Time the generator."""
    with bench.cluster():
        yardstick = [bench.yardstick() for _ in range(3)]
        seconds, output = bench.bigdata(*_generation(options.plays))
        print(output.strip())
        report(f"generate {options.plays:,} plays", [seconds], yardstick)


def features(bench: Bench, options: argparse.Namespace) -> None:
    """Time the main job."""
    jar = PROJECT / "work_dir/java_apps/features/target/features-1.0.jar"
    cores = str(os.cpu_count() or 1)
    whole = ["--conf", f"spark.cores.max={cores}", "--conf", f"spark.executor.cores={cores}"]
    with bench.cluster():
        bench.bigdata(*_generation(options.plays))
        yardstick = [bench.yardstick() for _ in range(3)]
        job = ["submit", *whole, "--class", "bigdata.features.Features", str(jar)]
        seconds, _ = bench.bigdata(
            *job, "0", "2147483647", "/bench/log1.csv", "/bench/log2.csv", "/bench/features"
        )
        report(f"features of {options.plays:,} plays", [seconds], yardstick)


def submit(bench: Bench, options: argparse.Namespace) -> None:
    """Time an empty application both ways, in turn."""
    with bench.cluster(), tempfile.NamedTemporaryFile("w", suffix=".py") as application:
        application.write("from pyspark import SparkContext\nSparkContext.getOrCreate().stop()\n")
        application.flush()
        ours, theirs = [], []
        for _ in range(options.rounds):
            ours.append(bench.bigdata("submit", application.name)[0])
            theirs.append(bench.bigdata("shell", "spark-submit", application.name)[0])
        report("bigdata submit", ours, theirs)
        report("shell spark-submit", theirs, theirs)


def notebook(bench: Bench, options: argparse.Namespace) -> None:
    """Time what a person waits for: a warm start, a kernel, and Spark's first answer to it."""
    rows: dict[str, list[float]] = {
        "up, whole command": [],
        "the notebook's kernel": [],
        "its first result": [],
        "all three": [],
    }
    yardstick = []
    bench.environment["PYTHONPATH"] = os.pathsep.join(
        str(PROJECT / "tests" / name) for name in ("shared", "notebooks")
    )
    with bench.cluster():
        bench.bigdata("down")
        for _ in range(options.rounds):
            yardstick.append(bench.yardstick())
            up, _output = bench.bigdata("up")
            python = str(bench.python / "bin" / "python")
            told = bench.timed(python, str(PROJECT / "bench" / "first_result.py"))[1]
            kernel, result = map(float, told.split())
            for row, seconds in zip(rows.values(), (up, kernel, result, up + kernel + result), strict=True):
                row.append(seconds)
            bench.bigdata("down")
    for what, figures in rows.items():
        report(what, figures, yardstick)


def _generation(plays: int) -> list[str]:
    return ["generate", "--plays", str(plays), "--users", str(max(1000, plays // 50)), "/bench"]


def main() -> None:
    """Parse, measure, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    benches = {each.__name__: each for each in (startup, containers, generate, features, notebook, submit)}
    parser.add_argument("what", choices=[*benches])
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="how often (5)")
    parser.add_argument(
        "--plays", type=int, default=20_000_000, metavar="N", help="lines of log2 (20,000,000)"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bigdata-bench-") as folder:
        bench = Bench(Path(folder) / "state")
        benches[options.what](bench, options)


if __name__ == "__main__":
    main()
