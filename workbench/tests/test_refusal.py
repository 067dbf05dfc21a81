from __future__ import annotations

import pytest
from IPython.core.interactiveshell import InteractiveShell
from py4j.protocol import Py4JJavaError

from workbench.kernel import refusal


class JavaException:
    """A Java exception as py4j shows it."""

    def __init__(self, name: str, message: str, cause: JavaException | None = None) -> None:
        self._name = name
        self._message = message
        self._cause = cause
        self._target_id = "o1"
        self._gateway_client = type("Client", (), {"gateway_property": type("P", (), {"pool": None})})

    def getClass(self) -> JavaException:  # noqa: N802
        return self

    def getName(self) -> str:  # noqa: N802
        return self._name

    def getMessage(self) -> str:  # noqa: N802
        return self._message

    def getCause(self) -> JavaException | None:  # noqa: N802
        return self._cause


class JavaError(Py4JJavaError):
    """An error whose Java side is at hand."""

    def __init__(self, exception: JavaException) -> None:
        Exception.__init__(self, "An error occurred")
        self.java_exception = exception

    def __str__(self) -> str:
        return "An error occurred"


REFUSED = JavaException(refusal.REFUSAL, "Each executor asks for too much.")


@pytest.mark.parametrize("exception", [REFUSED, JavaException("java.lang.RuntimeException", "", REFUSED)])
def test_a_refusal_is_its_sentence(exception: JavaException) -> None:
    assert refusal.sentence(JavaError(exception)) == "Each executor asks for too much."


def test_other_errors_keep_their_stack() -> None:
    assert refusal.sentence(JavaError(JavaException("java.io.IOException", "disk"))) is None
    assert refusal.sentence(ValueError("no")) is None


def test_a_cell_shows_the_sentence_alone(shell: InteractiveShell, capsys: pytest.CaptureFixture[str]) -> None:
    refusal.install(shell)
    shell.user_ns["error"] = JavaError(REFUSED)

    result = shell.run_cell("raise error")

    assert result.error_in_exec is shell.user_ns["error"]
    assert capsys.readouterr().out.strip() == "Each executor asks for too much."
