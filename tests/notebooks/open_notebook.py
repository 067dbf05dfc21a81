"""A new notebook in JupyterLab, into whose cells a person types."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress

import nbformat
from executed import SECONDS, shown
from lab import Lab, SessionKernel
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat import NotebookNode


class OpenNotebook:
    """Runs one cell after the other in its own kernel."""

    def __init__(self, client: NotebookClient) -> None:
        self._client = client

    def outputs(self, code: str) -> list[NotebookNode]:
        """Run a cell and return all that it shows, errors too."""
        cell = nbformat.v4.new_code_cell(code)
        self._client.nb.cells.append(cell)
        with suppress(CellExecutionError):  # it is among the outputs
            self._client.execute_cell(cell, len(self._client.nb.cells) - 1)
        return shown(cell)

    def run(self, code: str) -> str:
        """Run a cell that must succeed, and return what it prints and shows as text."""
        outputs = self.outputs(code)
        failed = [output for output in outputs if output.output_type == "error"]
        assert failed == [], failed
        shown = [output.get("data", {}).get("text/plain", "") or output.get("text", "") for output in outputs]
        return "".join(shown).strip()

    def driver(self) -> int:
        """Return the process id of the JVM of its Spark session."""
        return int(self.run("sc._jvm.java.lang.ProcessHandle.current().pid()"))

    def error(self, code: str) -> str:
        """Run a cell that must fail, and return what a person sees of it."""
        (failed,) = (output for output in self.outputs(code) if output.output_type == "error")
        return "\n".join(failed.traceback)


@contextmanager
def open_notebook(lab: Lab, name: str) -> Iterator[OpenNotebook]:
    """Give a new notebook; its kernel ends with it."""
    client = NotebookClient(
        nbformat.v4.new_notebook(), SessionKernel(lab, f"notebooks/{name}.ipynb"), timeout=SECONDS
    )
    client.owns_km = True
    with client.setup_kernel():
        yield OpenNotebook(client)
