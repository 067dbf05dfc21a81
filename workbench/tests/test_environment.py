"""What is said of libraries that are there, missing, broken or different."""

from __future__ import annotations

from pathlib import Path

import pytest
from packaging.requirements import Requirement

from workbench.environment.check import Finding, differences, importing, look, report, required


def test_libraries_of_other_platforms_are_left_out(tmp_path: Path) -> None:
    listed = tmp_path / "pyproject.toml"
    listed.write_text('[project]\ndependencies = ["numpy>=2", "wheel ; sys_platform == \'never\'"]\n')

    assert [requirement.name for requirement in required(listed)] == ["numpy"]


def test_a_library_is_imported_by_the_modules_that_it_installed() -> None:
    found = look(["packaging", "no-such-library"])

    assert found["packaging"].version
    assert found["packaging"].problem == ""
    assert found["no-such-library"] == Finding("", "not installed")
    assert set(found) == {"python", "packaging", "no-such-library"}


def test_a_library_that_ends_the_interpreter_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ends_it.py").write_text("raise SystemExit('no licence\\nsecond line')\n")
    monkeypatch.syspath_prepend(str(tmp_path))

    assert importing(["ends_it"]) == "SystemExit: no licence"
    assert importing(["nowhere"]) == "has no module that could be imported"


def test_what_differs_is_said_once_with_its_nodes() -> None:
    nodes = {"master": Finding("2.0"), "worker-1": Finding("1.0"), "worker-2": Finding("", "not installed")}

    assert differences(None, nodes) == [
        "another version than on the master (worker-1)",
        "not installed (worker-2)",
    ]
    assert differences(Requirement("some>=2"), nodes)[0] == "pyproject.toml asks for >=2 (worker-1)"


def test_the_table_has_a_line_for_each_library_and_counts_what_is_wrong() -> None:
    same = {"python": Finding("3.13.1"), "numpy": Finding("2.3.1")}
    lines, wrong = report([Requirement("numpy")], {"master": same, "worker-1": same})
    assert lines == [
        "LIBRARY  master  worker-1",
        "python   3.13.1  3.13.1    ok",
        "numpy    2.3.1   2.3.1     ok",
    ]
    assert wrong == 0

    other = same | {"numpy": Finding("", "not installed")}
    lines, wrong = report([Requirement("numpy")], {"master": same, "worker-1": other})
    assert lines[-1] == "numpy    2.3.1   -         not installed (worker-1)"
    assert wrong == 1
