"""Import every listed library here and in an executor of every worker: ``check.py PYPROJECT WORKER...``.

An application that ``bigdata env check`` submits with one core for each worker. It stands alone: what
executors run travels with it.
"""

import importlib
import importlib.util
import os
import platform
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from py4j.protocol import Py4JJavaError
from pyspark.sql import SparkSession

PYTHON = "python"
MASTER = "master"


class Finding(NamedTuple):
    """What a node says of one library: its version, if installed, and what keeps it from being imported."""

    version: str
    problem: str = ""


Findings = dict[str, Finding]


def required(pyproject: Path) -> list[Requirement]:
    """Return what is listed for this machine: a marker may leave a library to other platforms."""
    listed = tomllib.loads(pyproject.read_text(encoding="utf-8"))["project"]["dependencies"]
    requirements = [Requirement(text) for text in listed]
    return [one for one in requirements if one.marker is None or one.marker.evaluate()]


def look(libraries: Iterable[str]) -> Findings:
    """Import libraries in this process, by the modules that each of them has installed."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")  # TensorFlow tells its processor otherwise
    modules: dict[str, set[str]] = {}
    for module, distributions in metadata.packages_distributions().items():
        for distribution in distributions:
            modules.setdefault(canonicalize_name(distribution), set()).add(module)
    found = {PYTHON: Finding(platform.python_version())}
    for library in libraries:
        try:
            version = metadata.version(library)
        except metadata.PackageNotFoundError:
            found[library] = Finding("", "not installed")
            continue
        public = sorted(
            name for name in modules.get(canonicalize_name(library), set()) if not name.startswith("_")
        )
        found[library] = Finding(version, importing(public))
    return found


def importing(modules: Sequence[str]) -> str:
    """Import modules and return why one cannot be, or nothing."""
    try:
        there = [name for name in modules if importlib.util.find_spec(name) is not None]
        for name in there:
            importlib.import_module(name)
    except BaseException as failure:  # noqa: BLE001 - a library may raise anything while it is imported
        return f"{type(failure).__name__}: {failure}".splitlines()[0]
    return "" if there else "has no module that could be imported"


def look_on_worker(libraries: Sequence[str]) -> Iterator[tuple[str, dict[str, tuple[str, str]]]]:
    """Do the same in an executor; its folder is WORK/NODE/APPLICATION/EXECUTOR."""
    yield (
        Path.cwd().parents[1].name,
        {library: (found.version, found.problem) for library, found in look(libraries).items()},
    )


def look_on_workers(libraries: Sequence[str], count: int) -> dict[str, Findings]:
    """Return what each worker says that could be reached.

    Tasks of a barrier run all at once, so no executor gets two of them.
    """
    spark = SparkSession.builder.appName("env check").getOrCreate()
    try:
        tasks = spark.sparkContext.parallelize(range(count), count).barrier()
        said = tasks.mapPartitions(lambda _: look_on_worker(libraries)).collect()
    except Py4JJavaError as failure:
        if "SPARK-24819" not in str(
            failure
        ):  # what Spark says of a barrier for which there are too few cores
            raise
        said = []
    finally:
        spark.stop()
    return {
        node: {library: Finding(*told) for library, told in found.items()} for node, found in sorted(said)
    }


def differences(requirement: Requirement | None, nodes: Mapping[str, Finding]) -> list[str]:
    """Return what is not as it should be with one library, each with the nodes that say so."""
    wrong: dict[str, list[str]] = {}
    for node, finding in nodes.items():
        if finding.problem:
            wrong.setdefault(finding.problem, []).append(node)
        elif requirement and not requirement.specifier.contains(finding.version, prereleases=True):
            wrong.setdefault(f"pyproject.toml asks for {requirement.specifier}", []).append(node)
        elif finding.version != nodes[MASTER].version:
            wrong.setdefault("another version than on the master", []).append(node)
    return [f"{what} ({', '.join(where)})" for what, where in wrong.items()]


def report(requirements: Sequence[Requirement], nodes: Mapping[str, Findings]) -> tuple[list[str], int]:
    """Return a table, a line for each library, and how many of them are not in order."""
    by_name = {requirement.name: requirement for requirement in requirements}
    rows, wrong = [["LIBRARY", *nodes, ""]], 0
    for library in (PYTHON, *by_name):
        findings = {node: found[library] for node, found in nodes.items()}
        said = differences(by_name.get(library), findings)
        wrong += bool(said)
        rows.append(
            [library, *(finding.version or "-" for finding in findings.values()), "; ".join(said) or "ok"]
        )
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]
    return lines, wrong


def main(arguments: Sequence[str]) -> int:
    """Print the table; return 1 and a sentence when something is missing or differs."""
    pyproject, *workers = arguments
    requirements = required(Path(pyproject))
    libraries = [requirement.name for requirement in requirements]
    with ThreadPoolExecutor(1) as meanwhile:  # imports take long, and every node has its own
        theirs = meanwhile.submit(look_on_workers, libraries, len(workers))
        nodes = {MASTER: look(libraries)} | theirs.result()
    lines, wrong = report(requirements, nodes)
    print("\n".join(lines))
    missed = [worker for worker in workers if worker not in nodes]
    if missed:
        tell(f"{', '.join(missed)}: no core or memory was free there; end an application of `bigdata apps`.")
    if wrong:
        tell(
            f"{wrong} of {len(lines) - 1} libraries are missing or differ. `bigdata down` and `bigdata up`"
            " install what requirements.txt locks; a joined machine needs the same project folder, containers"
            " `docker compose build`."
        )
    if wrong or missed:
        return 1
    print(f"Every library is the same on the master and on {len(workers)} workers.")
    return 0


def tell(sentence: str) -> None:
    """Say what to do next."""
    print(f"bigdata: {sentence}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
