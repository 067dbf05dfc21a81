"""What makes starts fast is in the image and is used: every JVM has its archive of classes."""

from __future__ import annotations

import pytest
from compose import Compose

NODES = {
    "master": {"namenode", "spark-master", "history-server"},
    "worker": {"datanode", "spark-worker"},
}

JOB = """
import os
import re
from pathlib import Path
from pyspark.sql import SparkSession

def archive(process):
    return re.findall(r"class-archives/(spark)-", Path(f"/proc/{process}/maps").read_text())[:1]

def parent(process):
    return int(re.search(r"PPid:.(\\d+)", Path(f"/proc/{process}/status").read_text())[1])

def of_executor(_):
    return archive(parent(os.getppid()))  # Python's daemon is between JVM and worker

spark = SparkSession.builder.getOrCreate()
jvm = spark._jvm.java.lang.ProcessHandle.current().pid()
print("driver", archive(jvm), "executor", spark.sparkContext.parallelize([0], 1).map(of_executor).first())
"""


@pytest.mark.parametrize("service", NODES)
def test_every_daemon_loads_its_classes_from_an_archive(cluster: Compose, service: str) -> None:
    archives = cluster.inside(service, "cat /proc/[0-9]*/maps | grep -o 'class-archives/.*[.]jsa' | sort -u")
    names = {line.removeprefix("class-archives/").rpartition("-")[0] for line in archives.splitlines()}
    assert names == NODES[service]


def test_driver_and_executor_load_their_classes_from_an_archive(cluster: Compose) -> None:
    told = cluster.inside("master", f"cat >/tmp/job.py <<'END'\n{JOB}\nEND\nbigdata submit /tmp/job.py")
    assert "driver ['spark'] executor ['spark']" in told
