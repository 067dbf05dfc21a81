"""Style and types of all Python of the project: what ruff and mypy find is a failed test."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
TOOLS = Path(sys.executable).parent
CACHE = PROJECT / "target" / "mypy"

#: Folders with a configuration of their own.
CODE = ["work_dir/python_apps/example", "workbench", "tests", "bench", "docker"]
#: What mypy is called on: modules of the same name, such as conftest, may stand in several folders of tests.
TYPED: dict[str, list[str]] = {"work_dir/python_apps/example": [], "workbench": []} | {
    f"tests/{folder.name}": ["--config-file", "../pyproject.toml", "."]
    for folder in sorted((PROJECT / "tests").iterdir())
    if any(folder.glob("*.py"))
}
TYPED["bench"] = ["--config-file", "../tests/pyproject.toml", "."]


def findings(folder: str, *command: str) -> str:
    """Return what a tool says in a folder when it is not content."""
    told = subprocess.run(
        [TOOLS / command[0], *command[1:]], cwd=PROJECT / folder, capture_output=True, text=True, check=False
    )
    return "" if told.returncode == 0 else told.stdout + told.stderr


@pytest.mark.parametrize("folder", CODE)
def test_ruff_has_nothing_to_say(folder: str) -> None:
    assert findings(folder, "ruff", "check", "--no-cache", ".") == ""


@pytest.mark.parametrize("folder", CODE)
def test_the_format_is_that_of_ruff(folder: str) -> None:
    assert findings(folder, "ruff", "format", "--no-cache", "--check", ".") == ""


@pytest.mark.parametrize("folder", TYPED)
def test_mypy_finds_every_type_in_order(folder: str) -> None:
    assert findings(folder, "mypy", "--cache-dir", str(CACHE), *TYPED[folder]) == ""
