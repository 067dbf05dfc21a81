"""Kernels at home on the cluster: an IPython extension that every kernel of its JupyterLab loads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.kernel import application, refusal, session
from workbench.kernel.progress import Progress
from workbench.kernel.sql import SqlMagic

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell


def load_ipython_extension(shell: InteractiveShell) -> None:
    """Give a kernel `spark`, `sc`, `%%sql`, progress and refusals in a sentence. Connects to nothing."""
    application.configure()
    refusal.install(shell)
    session.install(shell)
    shell.register_magics(SqlMagic)
    if application.notebook() is not None:  # executed in batch, nobody looks while it runs
        Progress(shell).install()
