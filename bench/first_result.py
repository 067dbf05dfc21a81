"""Print how many seconds a new notebook takes: its kernel, and then its first result from the workers."""

from __future__ import annotations

import os
import time
from pathlib import Path

from cluster import Cluster
from lab import Lab
from open_notebook import open_notebook


def main() -> None:
    """Open, run, print."""
    lab = Lab.of(Cluster(1, Path(os.environ["BIGDATA_STATE"])))
    begun = time.perf_counter()
    with open_notebook(lab, "first-result") as notebook:
        notebook.run("1")
        there = time.perf_counter()
        notebook.run("spark.range(1000).count()")
        print(there - begun, time.perf_counter() - there)


if __name__ == "__main__":
    main()
