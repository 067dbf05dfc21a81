"""When the command builds, and that nothing half built is ever run."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

import pytest
from machine import JAR, Machine


@pytest.fixture
def built(machine: Machine) -> Machine:
    """Give a machine with everything, where the project was built once."""
    machine.install_all()
    assert machine.run().code == 0
    assert machine.builds == 1
    return machine


def test_the_first_call_says_that_it_builds_and_the_second_builds_nothing(machine: Machine) -> None:
    machine.install_all()

    first = machine.run()
    second = machine.run()

    assert "bigdata: building (the first time" in first.err
    assert "launcher [1/2]" in first.err
    assert second.err == ""
    assert machine.builds == 1


def change_source(machine: Machine) -> None:
    machine.write("launcher/src/main/java/Main.java", "class Main { int changed; }")


def delete_source(machine: Machine) -> None:
    (machine.project / "apps/one/src/main/java/One.java").unlink()


def change_pom(machine: Machine) -> None:
    machine.write("apps/one/pom.xml", "<project><!-- changed --></project>")


def delete_product(machine: Machine) -> None:
    (machine.project / "apps/one/target/one-1.0.jar").unlink()


@pytest.mark.parametrize("change", [change_source, delete_source, change_pom, delete_product])
def test_what_is_out_of_date_is_built_again(built: Machine, change: Callable[[Machine], None]) -> None:
    change(built)

    answer = built.run()

    assert answer.code == 0
    assert built.builds == 2
    built.run()
    assert built.builds == 2


def test_a_changed_test_source_builds_nothing(built: Machine) -> None:
    built.write("launcher/src/test/java/MainTest.java", "class MainTest {}")

    built.run()

    assert built.builds == 1


def test_a_source_that_changes_during_a_build_is_built_next_time(machine: Machine) -> None:
    machine.install_all()
    machine.hold_builds()
    process = machine.start()
    machine.wait_for_build()
    change_source(machine)
    machine.let_builds_go()
    process.communicate(timeout=60)

    machine.run()

    assert machine.builds == 2


def test_a_failed_build_shows_the_errors_and_is_tried_again(built: Machine) -> None:
    change_source(built)
    fail = built.folder / "maven-calls.fail"
    fail.touch()

    failed = built.run()
    fail.unlink()
    repaired = built.run()

    assert failed.code == 1
    assert "cannot find symbol Oops" in failed.err
    assert failed.out == ""
    assert repaired.code == 0
    assert built.builds == 3


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_an_interrupted_build_is_not_taken_for_done(machine: Machine, ending: signal.Signals) -> None:
    machine.install_all()
    machine.hold_builds()
    process = machine.start()
    machine.wait_for_build()
    os.killpg(process.pid, ending)
    out, _ = process.communicate(timeout=60)
    for pipe in ("begun", "go"):
        (machine.folder / f"maven-calls.{pipe}").unlink()

    again = machine.run()

    assert out == ""
    assert again.code == 0
    assert machine.builds == 2


def test_two_calls_at_once_build_once(machine: Machine) -> None:
    machine.install_all()
    machine.hold_builds()
    first = machine.start("one")
    machine.wait_for_build()
    second = machine.start("two")
    assert second.stderr
    assert "another bigdata is building" in second.stderr.readline()
    machine.let_builds_go()

    out_of_first, _ = first.communicate(timeout=60)
    out_of_second, _ = second.communicate(timeout=60)

    assert "argument <one>" in out_of_first
    assert "argument <two>" in out_of_second
    assert machine.builds == 1


def test_a_program_that_runs_from_the_old_jar_keeps_it(built: Machine) -> None:
    with (built.project / JAR).open() as running:
        change_source(built)
        built.run()

        assert os.fstat(running.fileno()).st_nlink == 0


def test_the_proxy_of_the_environment_reaches_maven_and_its_password_no_file_or_command_line(
    machine: Machine,
) -> None:
    machine.install_all()
    machine.environment["HTTPS_PROXY"] = "http://me:hidden@proxy.example:3128/"
    machine.environment["NO_PROXY"] = ".inside.example, 10.0.0.1"

    machine.run()

    settings = (machine.project / "target/maven-settings.xml").read_text()
    assert "--settings target/maven-settings.xml" in machine.calls_file.read_text()
    assert "<host>proxy.example</host><port>3128</port>" in settings
    assert "|*.inside.example" in settings
    assert "|10.0.0.1" in settings
    assert "hidden" not in settings + machine.calls_file.read_text()
