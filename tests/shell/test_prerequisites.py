"""What the command says when something that it needs is missing."""

from __future__ import annotations

import pytest
from machine import Machine

PYTHON_THAT_SAYS = "#!/bin/bash\necho '{}'\n"
INACTIVE_SHIM = "#!/bin/bash\necho 'pyenv: python3: command not found' >&2\nexit 127\n"


def test_everything_that_is_missing_is_named_at_once_with_how_to_install_it(machine: Machine) -> None:
    answer = machine.run("status")

    assert answer.code == 1
    assert "a JDK, version 17, 21 or 25: none found" in answer.err
    assert "Maven 3.8 or newer: no mvn on PATH" in answer.err
    assert "Python 3.11, 3.12 or 3.13 with venv: none found" in answer.err
    for installer in ("apt-get install", "dnf install", "brew install"):
        assert installer in answer.err
    assert answer.out == ""


@pytest.mark.parametrize("version", ["1.8.0_392", "11.0.2", "20.0.1", "26"])
def test_an_unsupported_java_is_named_with_its_version(machine: Machine, version: str) -> None:
    machine.install_all()
    machine.install_java(version)

    answer = machine.run()

    assert answer.code == 1
    assert f"Java {version} in " in answer.err
    assert "not supported" in answer.err
    assert machine.builds == 0


@pytest.mark.parametrize("version", ["17.0.15", "21", "25.0.1"])
def test_a_supported_java_is_taken(machine: Machine, version: str) -> None:
    machine.install_maven()
    machine.install_python()
    jdk = machine.install_java(version)

    assert f"java of {jdk}\n" in machine.run().out


def test_a_java_without_compiler_is_refused_as_such(machine: Machine) -> None:
    machine.install_maven()
    machine.install_python()
    machine.install_java(compiler=False)

    answer = machine.run()

    assert answer.code == 1
    assert "a JRE, not a JDK" in answer.err


def test_java_home_goes_before_path(machine: Machine) -> None:
    machine.install_all()
    other = machine.make_jdk("21.0.3")
    machine.environment["JAVA_HOME"] = str(other)

    assert f"java of {other}\n" in machine.run().out


def test_an_unsupported_java_home_leaves_the_choice_to_path(machine: Machine) -> None:
    machine.install_maven()
    machine.install_python()
    jdk = machine.install_java()
    machine.environment["JAVA_HOME"] = str(machine.make_jdk("11.0.2"))

    assert f"java of {jdk}\n" in machine.run().out


def test_a_java_home_that_holds_nothing_is_named(machine: Machine) -> None:
    machine.environment["JAVA_HOME"] = "/no/such/jdk"

    assert "JAVA_HOME is /no/such/jdk, which holds no JDK" in machine.run().err


def test_a_shim_on_path_is_asked_for_its_jdk(machine: Machine) -> None:
    machine.install_maven()
    machine.install_python()
    jdk = machine.make_jdk("21.0.3")
    machine.install_program("java", f"#!/bin/bash\necho '    java.home = {jdk}' >&2\n")

    assert f"java of {jdk}\n" in machine.run().out


@pytest.mark.parametrize("version", ["3.6.3", "2.2.1"])
def test_an_old_maven_is_refused(machine: Machine, version: str) -> None:
    machine.install_all()
    machine.install_maven(version)

    answer = machine.run()

    assert answer.code == 1
    assert f"is Maven {version}" in answer.err


@pytest.mark.parametrize("version", ["3.8.7", "3.9.11", "4.0.0"])
def test_maven_from_3_8_on_is_taken(machine: Machine, version: str) -> None:
    machine.install_all()
    machine.install_maven(version)

    assert machine.run().code == 0


def test_an_unsupported_python_is_named(machine: Machine) -> None:
    machine.install_all()
    said = "Python 3.10 in /usr/bin/python3 is not supported"
    machine.install_program("python3", PYTHON_THAT_SAYS.format(said))

    answer = machine.run()

    assert answer.code == 1
    assert f"with venv: {said}" in answer.err


@pytest.mark.parametrize("unusable", [INACTIVE_SHIM, PYTHON_THAT_SAYS.format("Python 3.14 is not supported")])
def test_an_unusable_python3_leaves_the_choice_to_a_versioned_name(machine: Machine, unusable: str) -> None:
    machine.install_all()
    machine.install_program("python3", unusable)
    machine.install_python("python3.12")

    assert machine.run().code == 0


def test_once_built_neither_maven_nor_python_is_needed(machine: Machine) -> None:
    machine.install_all()
    machine.run()
    (machine.bin / "mvn").unlink()
    (machine.bin / "python3").unlink()

    answer = machine.run("status")

    assert answer.code == 0
    assert answer.err == ""
