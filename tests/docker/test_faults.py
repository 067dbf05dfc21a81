"""What breaks, and what the cluster makes of it."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from compose import IMAGE, PROJECT, Compose, copy_mounted, docker
from ports import free_port
from waiting import eventually

JOB = """
from pathlib import Path
from pyspark.sql import SparkSession
context = SparkSession.builder.getOrCreate().sparkContext
go = Path("/tmp/data/{go}")
print("started", flush=True)
while not go.exists():
    assert context.parallelize(range(100), 4).map(lambda n: n * n).sum() == 328350
print("right")
"""
# Each line of the answer is a file whose upload was acknowledged.
UPLOADS = """
for number in $(seq 1000); do
  head -c 3000000 /dev/urandom >/tmp/upload
  hdfs dfs -put /tmp/upload /uploads/$number && echo "$number $(sha256sum </tmp/upload)"
done
"""


@pytest.fixture(scope="module")
def fragile() -> Iterator[Compose]:
    """Give a running cluster that tests may break; the last one of them for good."""
    compose = Compose(f"bigdata-test-{os.getpid()}-fragile", free_port(), {"BIGDATA_JUPYTER": "off"})
    try:
        compose.run("up", "--detach", "--wait", "master", "worker")
        yield compose
    finally:
        compose.remove()


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Give a copy of what Compose mounts, whose folders a test may break."""
    return copy_mounted(tmp_path)


def prepared(folder: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run the service that runs before any node, in another folder's project."""
    compose = Compose(f"bigdata-test-{os.getpid()}-prepare", free_port(), settings)
    command = ["docker", "compose", "--project-directory", str(folder)]
    try:
        return subprocess.run(
            [*command, "run", "--rm", "prepare"],
            cwd=folder,
            env=compose.environment,
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        compose.remove()


def test_a_worker_that_is_killed_during_a_job_comes_back_with_its_own_blocks(cluster: Compose) -> None:
    cluster.inside("master", "hdfs dfs -put -f /tmp/data/test_log2.csv /kept")
    before = cluster.inside("worker", "find /var/lib/bigdata/hdfs/data -name 'blk_*' | sort")
    go = f"go-{os.getpid()}"
    submit = f"cat >/tmp/job.py <<'END'\n{JOB.format(go=go)}\nEND\nbigdata submit /tmp/job.py"
    job = cluster.begin("master", submit)
    assert job.stdout
    try:
        assert job.stdout.readline() == "started\n"
        cluster.inside("worker", "pkill -9 -f '[n]ode worker'")
        eventually("the worker was started again", lambda: cluster.inspect("worker")["RestartCount"] == 1)
        eventually(
            "it is healthy", lambda: cluster.inspect("worker")["State"]["Health"]["Status"] == "healthy"
        )
        cluster.inside("master", f"touch /tmp/data/{go}")
        assert job.stdout.readline() == "right\n"
        assert job.wait(60) == 0
    finally:
        job.kill()
        job.stdout.close()
        cluster.inside("master", f"rm -f /tmp/data/{go}")
    after = cluster.inside("worker", "find /var/lib/bigdata/hdfs/data -name 'blk_*' | sort")
    assert set(before.split()) <= set(after.split())
    digest = cluster.inside("master", "hdfs dfs -cat /kept | sha256sum").split()[0]
    assert digest == hashlib.sha256((PROJECT / "data/test_log2.csv").read_bytes()).hexdigest()


@pytest.mark.parametrize("uid", ["0", "somebody"])
def test_a_user_that_is_none_gets_a_sentence(uid: str) -> None:
    refused = prepared(PROJECT, BIGDATA_UID=uid)
    assert refused.returncode == 1
    assert f"BIGDATA_UID is '{uid}'" in refused.stderr


def test_a_data_folder_of_somebody_else_is_told_with_the_command_that_helps(checkout: Path) -> None:
    if os.geteuid():
        pytest.skip("only root can give a folder away")
    os.chown(checkout / "data", 4711, 4711)
    (checkout / "data").chmod(0o755)
    told = prepared(checkout)
    assert told.returncode == 0
    assert "user 1000 cannot write data" in told.stderr
    assert "sudo chown -R 1000 data" in told.stderr


def test_a_data_folder_on_a_read_only_disk_is_told(checkout: Path) -> None:
    if os.geteuid():
        pytest.skip("only root can mount a disk")
    data = str(checkout / "data")
    subprocess.run(["mount", "-t", "tmpfs", "-o", "ro,uid=1000", "tmpfs", data], check=True)
    try:
        told = prepared(checkout)
    finally:
        subprocess.run(["umount", data], check=True)
    assert told.returncode == 0
    assert "data can only be read" in told.stderr
    assert "cannot write" not in told.stderr


def test_a_cluster_outside_of_containers_keeps_its_folder_for_itself(checkout: Path) -> None:
    lock = checkout / ".bigdata/nodes/master/lock"
    lock.parent.mkdir(parents=True)
    lock.touch()
    free = prepared(checkout, BIGDATA_LOCAL_STATE=".bigdata")
    assert free.returncode == 0, free.stderr
    holder = (
        "import fcntl, sys; lock = open(sys.argv[1], 'w');"
        " fcntl.lockf(lock, fcntl.LOCK_EX);"
        " print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        ["python3", "-c", holder, str(lock)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as node:
        assert node.stdout
        assert node.stdout.readline() == "held\n"
        refused = prepared(checkout, BIGDATA_LOCAL_STATE=".bigdata")
        node.communicate()
    assert refused.returncode == 1
    assert "already runs outside of containers (master)" in refused.stderr
    assert "./bigdata down" in refused.stderr


def test_executors_that_do_not_fit_into_their_container_are_refused() -> None:
    settings = {"BIGDATA_WORKER_LIMIT": "1g", "BIGDATA_WORKER_MEMORY": "1g", "BIGDATA_JUPYTER": "off"}
    compose = Compose(f"bigdata-test-{os.getpid()}-small", free_port(), settings)
    try:
        compose.run("up", "--detach", "master")
        eventually("it says why", lambda: "too few for the 1024 MiB" in compose.run("logs", "master"))
    finally:
        compose.remove()


def test_the_image_without_the_project_beside_it_says_what_it_is() -> None:
    told = docker("run", "--rm", "--network", "none", "--entrypoint", "bigdata", IMAGE, "--version")
    assert re.search(r"^spark +4\.2\.0$", told, re.MULTILINE)


def test_every_acknowledged_upload_is_whole_after_everything_was_killed(fragile: Compose) -> None:
    fragile.inside("master", "hdfs dfs -mkdir /uploads")
    client = fragile.begin("master", UPLOADS)
    assert client.stdout
    acknowledged = [client.stdout.readline() for _ in range(3)]
    fragile.run("kill")
    acknowledged += client.stdout.readlines()
    client.wait()
    client.stdout.close()
    fragile.run("up", "--detach", "--wait", "master", "worker")
    for line in acknowledged:
        number, digest, _ = line.split()
        got = fragile.inside("master", f"hdfs dfs -cat /uploads/{number} | sha256sum")
        assert got.split()[0] == digest, number


def test_a_namenode_without_its_volume_does_not_forget_the_blocks_of_the_workers(fragile: Compose) -> None:
    fragile.inside("master", "hdfs dfs -put /tmp/data/test_log1.csv /kept")
    fragile.run("down")
    docker("volume", "rm", f"{fragile.name}_namenode")
    fragile.run("up", "--detach", "master", "worker")
    eventually(
        "it says why",
        lambda: "refused" in fragile.run("exec", "-T", "master", "bigdata", "status", check=False),
    )
    told = fragile.run("exec", "-T", "master", "bigdata", "status", check=False)
    assert "DataNode" in told
    assert "blk_" in fragile.inside("worker", "find /var/lib/bigdata/hdfs/data -name 'blk_*'")
