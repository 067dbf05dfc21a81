"""One manifest: what is locked for Python, asked of Maven and installed must be the same versions."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
POM = "{http://maven.apache.org/POM/4.0.0}"


def maven_version(name: str) -> str:
    found = ET.parse(PROJECT / "pom.xml").findtext(f"{POM}properties/{POM}{name}.version")
    assert found, name
    return found


def locked(lock: str) -> dict[str, set[str]]:
    """Return the versions of every package of a lock; several when they differ by Python version."""
    packages: dict[str, set[str]] = {}
    for name, number in re.findall(r"(?m)^([a-z0-9-]+)==(\S+)", (PROJECT / "work_dir" / lock).read_text()):
        packages.setdefault(name, set()).add(number)
    assert packages
    return packages


def spark_jar(pattern: str) -> str:
    """Return the version of the one jar of Spark's distribution that a pattern names."""
    spec = find_spec("pyspark")
    assert spec
    assert spec.origin
    numbers = [
        found[1]
        for jar in (Path(spec.origin).parent / "jars").iterdir()
        if (found := re.fullmatch(pattern, jar.name))
    ]
    assert len(numbers) == 1, (pattern, numbers)
    return numbers[0]


def test_maven_and_python_have_the_same_spark() -> None:
    assert locked("requirements.txt")["pyspark"] == {maven_version("spark")}


def test_the_spark_that_is_installed_is_the_one_that_is_locked() -> None:
    assert spark_jar(rf"spark-core_{maven_version('scala.binary')}-(.+)\.jar") == maven_version("spark")
    assert version("pyspark") == maven_version("spark")


def test_scala_is_compiled_with_the_version_of_the_library_in_spark() -> None:
    assert spark_jar(r"scala-library-(.+)\.jar") == maven_version("scala")


def test_hdfs_has_the_version_of_the_hadoop_client_in_spark() -> None:
    assert spark_jar(r"hadoop-client-api-(.+)\.jar") == maven_version("hadoop")


def test_the_test_tools_agree_with_the_environment_that_they_test() -> None:
    environment = locked("requirements.txt")

    for name, numbers in locked("requirements-test.txt").items():
        assert numbers <= environment.get(name, numbers), name


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-test.txt"])
def test_every_package_of_a_lock_has_hashes_and_no_address(lock: str) -> None:
    text = (PROJECT / "work_dir" / lock).read_text()
    blocks = re.split(r"(?m)^(?=[a-z0-9])", text)[1:]

    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []
    assert "://" not in text
