"""The ways to call the command, with made-up and with real Java."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from machine import JAR, PROJECT, Machine

SCRIPTS = ["bigdata", "hadoop/bin/hdfs", "hadoop/bin/jupyter", "launcher/src/build/maven", ".ci/run"]


@pytest.fixture
def installed(machine: Machine) -> Machine:
    machine.install_all()
    return machine


def test_arguments_arrive_as_they_were_given(installed: Machine) -> None:
    answer = installed.run("fs", "-ls", "/a b", "", "*", "$HOME", "ñ")

    assert answer.out.splitlines()[2:] == [
        f"argument <{given}>" for given in ("fs", "-ls", "/a b", "", "*", "$HOME", "ñ")
    ]


def test_it_works_through_links_to_links(installed: Machine) -> None:
    (installed.folder / "elsewhere").mkdir()
    (installed.folder / "elsewhere/inner").symlink_to("../a project/bigdata")
    link = installed.folder / "outer"
    link.symlink_to("elsewhere/inner")

    assert "argument <status>" in installed.run("status", command=link).out


def test_it_stays_in_the_folder_it_was_called_from(installed: Machine) -> None:
    elsewhere = installed.folder / "elsewhere"
    elsewhere.mkdir()

    assert f"in {elsewhere}\n" in installed.run("fs", cwd=elsewhere).out


def test_a_project_that_can_no_longer_be_written_still_runs(installed: Machine) -> None:
    installed.run()
    for archive in (installed.project / "target").glob("*.jsa"):
        archive.unlink()
    (installed.project / "target").chmod(0o555)
    try:
        answer = installed.run("status")
    finally:
        (installed.project / "target").chmod(0o755)

    assert answer.code == 0
    assert answer.err == ""


@pytest.mark.parametrize("script", SCRIPTS)
def test_shellcheck_finds_nothing(script: str) -> None:
    found = subprocess.run(
        [Path(sys.executable).parent / "shellcheck", PROJECT / script],
        capture_output=True,
        text=True,
        check=False,
    )

    assert found.stdout == ""
    assert found.returncode == 0


def call_real(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [PROJECT / "bigdata", *arguments], cwd=cwd, capture_output=True, text=True, check=False
    )


def test_without_a_verb_the_real_launcher_prints_help(tmp_path: Path) -> None:
    answer = call_real(cwd=tmp_path)

    assert answer.returncode == 0
    assert answer.stdout.startswith("Usage: bigdata")


def test_an_unknown_verb_of_the_real_launcher_is_wrong_usage(tmp_path: Path) -> None:
    assert call_real("nonsense", cwd=tmp_path).returncode == 2


def test_a_damaged_class_archive_is_never_used(installed: Machine) -> None:
    installed.environment["ARCHIVE"] = "damaged"

    answer = installed.run("status")

    assert answer.code == 0
    assert list((installed.project / "target").glob("*.jsa*")) == []


def test_a_whole_class_archive_is_kept(installed: Machine) -> None:
    installed.run("status")

    assert [file.name for file in (installed.project / "target").glob("*.jsa*")] == ["launcher-17.0.1.jsa"]


def test_java_says_nothing_of_its_own_when_the_class_archive_is_of_another_build(tmp_path: Path) -> None:
    archives = [f"-XX:SharedArchiveFile={archive}" for archive in (PROJECT / "target").glob("*.jsa")]
    jar = shutil.copy(PROJECT / JAR, tmp_path)
    shutil.copytree(PROJECT / JAR.parent / "lib", tmp_path / "lib")
    command = shlex.split((PROJECT / "bigdata").read_text().splitlines()[-1])
    silence = [word for word in command if word.startswith("-Xlog")]
    home = os.environ.get("JAVA_HOME")
    java = f"{home}/bin/java" if home else "java"

    answer = subprocess.run(
        [java, *archives[:1], *silence, "-jar", jar, "--help"], capture_output=True, text=True, check=True
    )

    assert archives
    assert answer.stdout.startswith("Usage: bigdata")
    assert answer.stderr == ""
