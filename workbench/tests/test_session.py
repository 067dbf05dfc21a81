from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from IPython.core.interactiveshell import InteractiveShell
from pyspark import SparkContext
from pyspark.sql import SparkSession

from workbench.kernel import session
from workbench.kernel.session import OnFirstUse


class Made:
    """What a test makes on first use."""

    def __init__(self) -> None:
        self.colour = "green"

    def _repr_html_(self) -> str:
        return "<b>made</b>"


@pytest.fixture
def made() -> list[Made]:
    return []


@pytest.fixture
def lazy(made: list[Made]) -> OnFirstUse:
    def make() -> Made:
        made.append(Made())
        return made[-1]

    return OnFirstUse(lambda: Made, make)


def test_it_is_made_when_it_is_used(lazy: OnFirstUse, made: list[Made]) -> None:
    assert made == []
    assert lazy.colour == "green"
    assert len(made) == 1


def test_asking_what_it_is_makes_nothing(lazy: OnFirstUse, made: list[Made]) -> None:
    assert isinstance(lazy, Made)
    assert "begins when it is first used" in repr(lazy)
    assert "_repr_html_" in dir(lazy)
    assert not hasattr(lazy, "_ipython_key_completions_")
    assert made == []


def test_showing_it_is_a_use(lazy: OnFirstUse, made: list[Made]) -> None:
    assert lazy._repr_mimebundle_()["text/html"] == "<b>made</b>"
    assert len(made) == 1


def test_a_kernel_has_them_without_loading_pyspark() -> None:
    code = """
        import sys
        from IPython.core.interactiveshell import InteractiveShell
        from workbench import kernel
        shell = InteractiveShell()
        kernel.load_ipython_extension(shell)
        assert {"spark", "sc"} <= set(shell.user_ns)
        assert "pyspark" not in sys.modules
    """
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1] / "src")}
    command = [sys.executable, "-c", textwrap.dedent(code)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr


def test_a_session_that_was_stopped_is_replaced_by_one_to_be_begun(shell: InteractiveShell) -> None:
    session.install(shell)
    stopped = object.__new__(SparkSession)
    stopped._sc = object.__new__(SparkContext)
    stopped._sc._jsc = None
    shell.user_ns.update(spark=stopped, sc=stopped._sc)

    shell.events.trigger("post_run_cell", None)

    assert "first used" in repr(shell.user_ns["spark"])
    assert "first used" in repr(shell.user_ns["sc"])


def test_what_a_person_put_there_stays(shell: InteractiveShell) -> None:
    session.install(shell)
    shell.user_ns["spark"] = "a plug"

    shell.events.trigger("post_run_cell", None)

    assert shell.user_ns["spark"] == "a plug"
