"""What a person finds in a new notebook, and what happens when something goes wrong under it."""

from __future__ import annotations

from pathlib import Path

from open_notebook import OpenNotebook

EXECUTOR = """
import os, subprocess
def parent(pid):
    return int(subprocess.run(["ps", "-o", "ppid=", "-p", str(pid)], capture_output=True, text=True).stdout)
executor = sc.parallelize([0], 1).map(lambda _: parent(parent(os.getpid()))).first()
"""


def test_a_request_that_no_worker_can_meet_is_one_sentence(notebook: OpenNotebook) -> None:
    notebook.run("""
        from pyspark.sql import SparkSession
        def ask(memory):
            return SparkSession.builder.config("spark.executor.memory", memory).getOrCreate()
    """)

    told = notebook.error("spark = ask('500g')")

    assert told.startswith("Each executor asks for 512000 MiB of memory, but the largest worker has")
    assert len(told.splitlines()) == 1
    assert notebook.run("ask('600m').range(3).count()") == "3"


def test_a_cell_finishes_when_its_executor_is_killed(notebook: OpenNotebook) -> None:
    notebook.run(EXECUTOR)

    finished = notebook.run("""
        import threading, time
        threading.Timer(1, os.kill, (executor, 9)).start()
        sc.parallelize(range(8), 8).map(lambda n: time.sleep(0.5) or n).sum()
    """)

    assert finished == "28"


def test_its_jvm_loads_its_classes_from_an_archive(notebook: OpenNotebook) -> None:
    assert "class-archives/spark-" in Path(f"/proc/{notebook.driver()}/maps").read_text()
