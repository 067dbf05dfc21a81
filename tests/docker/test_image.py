"""What the image holds, tried without a cluster, and how large it is."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

import pytest
from compose import IMAGE, PROJECT, docker

LIBRARIES = """
    findspark folium imblearn ipyleaflet joblib jupyter_server_proxy jupyterlab keras matplotlib.pyplot numpy
    pandas pyspark.ml pyspark.pandas pyspark.sql.connect.session seaborn skimage.io skimage.filters
    sklearn.ensemble tensorflow tpot xgboost.spark
"""
TMPFS = (
    "/tmp:exec,mode=1777",
    "/home/bigdata:exec,uid={0}",
    "/var/lib/extrausers:uid={0}",
    "/scratch:uid={0}",
)


@pytest.fixture
def isolated() -> Iterator[str]:
    """Give a network from which nothing outside can be reached."""
    name = f"bigdata-test-{uuid.uuid4().hex[:8]}"
    docker("network", "create", "--internal", name)
    try:
        yield name
    finally:
        docker("network", "rm", name)


def run(network: str, script: str, *options: str, uid: str = "4711") -> str:
    """Run a script in a container on a network, with a read-only root file system."""
    tmpfs = [word for mount in TMPFS for word in ("--tmpfs", mount.format(uid))]
    hardening = ("--read-only", "--cap-drop", "ALL", "--user", f"{uid}:{uid}", "--network", network)
    return docker("run", "--rm", *hardening, *tmpfs, *options, IMAGE, "bash", "-c", script)


def test_the_image_is_no_larger_than_promised() -> None:
    assert int(docker("image", "inspect", "--format", "{{.Size}}", IMAGE)) <= 3.4e9


@pytest.mark.parametrize("uid", ["500", "1000", "4711", "1234567890"])
def test_any_user_has_a_name_and_a_home(isolated: str, uid: str) -> None:
    told = run(isolated, "id -u; whoami; echo ~bigdata", uid=uid)
    assert told.split() == [uid, "bigdata", "/home/bigdata"]


def test_every_library_can_be_imported(isolated: str) -> None:
    imports = "; ".join(f"import {library}" for library in LIBRARIES.split())
    assert (
        run(isolated, f"python3 -c '{imports}; print(tensorflow.ones(3).numpy().sum())' 2>/dev/null")
        == "3.0\n"
    )


def test_programs_of_hadoop_spark_and_jupyter_are_on_path(isolated: str) -> None:
    told = run(
        isolated,
        "hdfs version; spark-submit --version 2>&1; jupyter lab --version; mvn -v",
    )
    for answer in ("Hadoop 3.5.0", "version 4.2.0", "Apache Maven", "4.6"):
        assert answer in told


def test_the_scala_example_is_built_again_without_a_network(isolated: str) -> None:
    copy = "mkdir /tmp/example && cp -r /given/pom.xml /given/src /tmp/example && cd /tmp/example"
    given = f"{PROJECT}/work_dir/scala_apps/example:/given:ro"
    told = run(
        isolated, f"{copy} && mvn -q -Dtest=ArgumentsTest package && ls target/*.jar", "--volume", given
    )
    assert told.endswith("target/example-1.0.jar\n")
