"""What ``bigdata new`` begins with is as tidy as the rest, and is what the project's own applications are."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
TEMPLATES = PROJECT / "launcher/src/main/resources/bigdata/template"
RULES = PROJECT / "work_dir/python_apps/example/pyproject.toml"
RUFF = Path(sys.executable).parent / "ruff"


@pytest.mark.parametrize("words", [["check", "--ignore", "PT009,D102,S108"], ["format", "--check"]])
def test_ruff_has_nothing_to_say_of_the_python_template(words: list[str]) -> None:
    command: list[str | Path] = [RUFF, *words, "--no-cache", "--config", RULES, TEMPLATES / "python"]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr


def test_scala_is_formatted_by_the_rules_of_the_example() -> None:
    rules, ours = TEMPLATES / "scala/.scalafmt.conf", PROJECT / "work_dir/scala_apps/example/.scalafmt.conf"
    assert rules.read_text() == ours.read_text()
