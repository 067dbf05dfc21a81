"""What Spark applications of a notebook are, whichever way it begins its session."""

from __future__ import annotations

import os
import shlex
from pathlib import PurePosixPath

#: In which SparkSubmit finds the words that PySpark begins its JVM with.
ARGUMENTS = "PYSPARK_SUBMIT_ARGS"

#: An idle notebook gives its executors back within a minute; those with cached data stay for longer. Shuffled
#: blocks are no reason to stay: Spark moves them to an executor that does, or computes them again. Tracked,
#: they would keep the one that took them over for good.
SETTINGS = {
    "spark.dynamicAllocation.shuffleTracking.enabled": "false",
    "spark.dynamicAllocation.cachedExecutorIdleTimeout": "15min",
    "spark.ui.showConsoleProgress": "false",
}


def notebook() -> str | None:
    """Return the notebook's path as JupyterLab knows it; None for a kernel without an open notebook."""
    return os.environ.get("JPY_SESSION_NAME") or None


def configure() -> None:
    """Let every Spark application of this process have the notebook's name, and fit a notebook.

    The cluster's files decide the rest, and what the notebook says wins over all of it. Spark's folder of
    configuration says in `spark-env.sh` what naming its properties is good for.
    """
    name = PurePosixPath(notebook() or "notebook").stem
    words = ["--name", name]
    if folder := os.environ.get("SPARK_CONF_DIR"):
        words += ["--properties-file", f"{folder}/spark-defaults.conf"]
    for key, value in SETTINGS.items():
        words += ["--conf", f"{key}={value}"]
    os.environ.setdefault(ARGUMENTS, shlex.join([*words, "pyspark-shell"]))
