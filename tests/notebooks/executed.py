"""A notebook that was executed from top to bottom, and what there is to see below its cells."""

from __future__ import annotations

import asyncio
import json
import re
from dataclasses import dataclass
from pathlib import Path

import nbformat
from lab import Lab, SessionKernel
from nbclient import NotebookClient
from nbformat import NotebookNode

SECONDS = 240
"""How long one cell may take on a busy machine."""
PICTURES = ("image/png", "image/svg+xml")
PROBE = """
import json as _json
from pyspark import SparkContext as _SparkContext
_context = _SparkContext._active_spark_context
_all = _context._jsc.sc().statusStore().executorList(False)
_tasks = {e.id(): e.totalTasks() for e in (_all.apply(i) for i in range(_all.size()))}
print(_json.dumps({"master": _context.master, "name": _context.appName, "tasks": _tasks}))
"""


def shown(cell: NotebookNode) -> list[NotebookNode]:
    """Return what is below a cell, but for what a job's progress leaves there: nothing to see."""
    return [output for output in cell.get("outputs", []) if output.get("data") != {"text/html": ""}]


@dataclass(frozen=True)
class Executed:
    """Its cells with their outputs, and where its Spark jobs ran.

    Attributes
    ----------
    master, name : str
        Of its Spark application.
    tasks : dict of str to int
        How many tasks each executor ran; that of the driver is called ``driver``.
    """

    cells: list[NotebookNode]
    master: str
    name: str
    tasks: dict[str, int]

    @classmethod
    def on(cls, lab: Lab, notebook: Path) -> Executed:
        """Execute a notebook in a new kernel of JupyterLab; its Spark session must be there in the end."""
        content = nbformat.read(notebook, as_version=4)
        content.cells.append(nbformat.v4.new_code_cell(PROBE))
        asyncio.run(_execute(content, lab, notebook))
        *cells, probe = content.cells
        return cls(cells, **json.loads("".join(output.text for output in probe.outputs)))

    @property
    def outputs(self) -> list[NotebookNode]:
        """Everything below its cells."""
        return [output for cell in self.cells for output in shown(cell)]

    @property
    def text(self) -> str:
        """All that is printed or shown as text or a table."""
        bundles = [output.get("data", {}) for output in self.outputs]
        printed = [output.text for output in self.outputs if output.output_type == "stream"]
        return "\n".join(
            [*printed, *(data.get(kind, "") for data in bundles for kind in ("text/plain", "text/html"))]
        )

    @property
    def errors_printed(self) -> str:
        """What is on standard error."""
        return "".join(o.text for o in self.outputs if o.output_type == "stream" and o.name == "stderr")

    def value(self, name: str) -> float:
        """Return the number behind ``name:`` in what is printed."""
        return self._numbers(name)[0]

    def span(self, name: str) -> tuple[float, float]:
        """Return the two numbers behind ``name:`` in what is printed."""
        first, second = self._numbers(name)
        return first, second

    def _numbers(self, name: str) -> list[float]:
        found = re.search(rf"^{re.escape(name)}:(.+)", self.text, re.MULTILINE)
        assert found is not None, f"no {name!r} in:\n{self.text}"
        return [float(number.replace(",", "")) for number in re.findall(r"-?\d[\d,]*\.?\d*", found[1])]

    def pictures(self, cell: int) -> list[str]:
        """Return the kinds of pictures below a cell."""
        outputs = self.cells[cell].get("outputs", [])
        return [kind for output in outputs for kind in output.get("data", {}) if kind in PICTURES]


async def _execute(content: NotebookNode, lab: Lab, notebook: Path) -> None:
    kernel = SessionKernel(lab, f"notebooks/{notebook.name}")
    client = NotebookClient(content, kernel, timeout=SECONDS, startup_timeout=60)
    client.owns_km = True
    await client.async_execute()
