"""What holds for every notebook as it is stored."""

from __future__ import annotations

import subprocess

import nbformat
import pytest
from conftest import NOTEBOOKS
from nbformat import NotebookNode

#: Those of the project; a person may keep others beside them.
NAMES = subprocess.check_output(["git", "ls-files", "*.ipynb"], cwd=NOTEBOOKS, text=True).split()


@pytest.fixture(params=NAMES)
def stored(request: pytest.FixtureRequest) -> NotebookNode:
    """Give a notebook."""
    content = nbformat.read(NOTEBOOKS / request.param, as_version=4)
    nbformat.validate(content)
    return content


def test_it_is_stored_without_output(stored: NotebookNode) -> None:
    code = [cell for cell in stored.cells if cell.cell_type == "code"]
    assert [cell for cell in code if cell.outputs or cell.execution_count is not None] == []


def test_it_begins_with_what_it_answers(stored: NotebookNode) -> None:
    first = stored.cells[0]
    assert first.cell_type == "markdown"
    assert first.source.startswith("# ")
    assert "?" in first.source


def test_a_sentence_stands_before_every_cell(stored: NotebookNode) -> None:
    kinds = [cell.cell_type for cell in stored.cells]
    assert [i for i in range(1, len(kinds)) if kinds[i] == "code" and kinds[i - 1] == "code"] == []


def test_it_runs_on_the_kernel_that_every_cluster_has(stored: NotebookNode) -> None:
    assert stored.metadata.kernelspec.name == "python3"
