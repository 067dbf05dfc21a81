"""What the cluster refuses, told in the cell as the sentence that it is, without the stack around it."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING

from py4j.protocol import Py4JError, Py4JJavaError

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

#: Thrown by the cluster's driver plugin when no worker can ever give what is asked for.
REFUSAL = "bigdata.spark.plugin.ImpossibleRequestException"


def sentence(error: BaseException) -> str | None:
    """Return what to tell instead of a stack; None when the stack is needed.

    Parameters
    ----------
    error : BaseException
        As it ended a cell.
    """
    if not isinstance(error, Py4JJavaError):
        return None
    try:
        cause = error.java_exception
        while cause is not None:
            if cause.getClass().getName() == REFUSAL:
                return str(cause.getMessage())
            cause = cause.getCause()
    except (Py4JError, OSError):  # the JVM that threw it is gone, and with it what it could tell
        return None
    return None


def install(shell: InteractiveShell) -> None:
    """Tell refusals so in this kernel; other errors are shown as ever."""

    def show(
        shell: InteractiveShell,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
        tb_offset: int | None = None,
    ) -> None:
        told = sentence(error)
        if told is None:
            shell.showtraceback((kind, error, trace), tb_offset=tb_offset)
        else:
            shell._showtraceback(kind, error, [told])

    shell.set_custom_exc((Py4JJavaError,), show)
