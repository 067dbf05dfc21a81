"""Every command that the documentation gives for containers, typed as it is written there."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat
import pytest
from compose import PROJECT, Compose, docker
from ports import free_port
from waiting import eventually

SCALA = (
    "cd work_dir/scala_apps/example &&"
    " spark-submit --master {master} --class stubs.Example target/example-1.0.jar"
)
JAVA = (
    "spark-submit --master spark://master:7077 --class bigdata.features.Features"
    " work_dir/java_apps/features/target/features-1.0.jar"
)
LOGS = "1 49999 /tmp/data/test_log1.csv /tmp/data/test_log2.csv"
JUPYTER = (
    "jupyter lab --notebook-dir=/usr/spark-4.2.0/work_dir/notebooks --ip='0.0.0.0' --port=8888"
    " --no-browser --allow-root"
)


class Typed:
    """A command on a terminal of its own, and what it has shown so far."""

    def __init__(self, compose: Compose, *words: str) -> None:
        ours, theirs = pty.openpty()
        self.process = subprocess.Popen(
            ["docker", "compose", *words],
            cwd=compose.folder,
            env=compose.environment,
            preexec_fn=lambda: os.login_tty(theirs),  # noqa: PLW1509 (no threads here): Ctrl-C is a signal
        )
        os.close(theirs)
        self._terminal = ours
        self.shown = ""

    def type(self, text: str) -> None:
        os.write(self._terminal, text.encode())

    def until(self, pattern: str, seconds: float = 120) -> re.Match[str]:
        """Wait until what was shown matches; fail with all of it when it does not."""
        self._read(lambda: re.search(pattern, self.shown) is not None, pattern, seconds)
        found = re.search(pattern, self.shown)
        assert found
        return found

    def ends(self, seconds: float = 120) -> int:
        """Wait for its end and return its exit code."""
        self._read(lambda: self.process.poll() is not None, "the end", seconds)
        return self.process.wait()

    def _read(self, done: Callable[[], bool], what: str, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        while not done():
            assert time.monotonic() < deadline, f"not within {seconds} s: {what}\n{self.shown}"
            if select.select([self._terminal], [], [], 0.2)[0]:
                try:
                    self.shown += os.read(self._terminal, 65536).decode(errors="replace")
                except OSError:  # Linux says so when the other side is closed
                    self.process.wait()

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self._terminal)


@contextmanager
def typed(compose: Compose, *words: str) -> Iterator[Typed]:
    command = Typed(compose, *words)
    try:
        yield command
    finally:
        command.close()


@pytest.fixture
def result(cluster: Compose) -> Iterator[Callable[[str], Path]]:
    """Give a folder for results in data/, which the containers' user owns, and remove what was written."""
    written: list[str] = []

    def folder(name: str) -> Path:
        written.append(name)
        return cluster.folder / "data" / name

    yield folder
    paths = " ".join(f"/tmp/data/{name} /tmp/data/{name}.rejects" for name in written)
    cluster.inside("master", f"rm -rf {paths}")


def rows(folder: Path) -> bytes:
    """Return the bytes of the one file of a result."""
    assert (folder / "_SUCCESS").exists()
    [file] = folder.glob("*.csv")
    return file.read_bytes()


def test_up_shows_sparks_own_lines_and_ctrl_c_stops_cleanly() -> None:
    compose = Compose(f"bigdata-test-{os.getpid()}-shown", free_port(), {"BIGDATA_JUPYTER": "off"})
    try:
        with typed(compose, "up") as up:
            up.until("I have been elected leader! New state: ALIVE")
            up.until("Registering worker .* with .* cores")
            up.until("Successfully registered with master spark://master:7077")
            jupyter_by_hand_takes_the_port(compose)
            up.type("\x03")
            up.ends()  # its code says nothing: some Compose panics after it has stopped everything
        states = docker(
            "ps",
            "--all",
            "--format",
            "{{.State}} {{.Status}}",
            "--filter",
            f"name={compose.name}-(master|worker)",
        )
        assert len(states.splitlines()) == 2
        assert set(re.findall(r"Exited \((\d+)\)", states)) <= {"0", "130", "143"}, states
        assert "exited" in states
    finally:
        compose.remove()


def jupyter_by_hand_takes_the_port(compose: Compose) -> None:
    """Start JupyterLab as the documentation says where the service is off, and look at it from outside."""
    with typed(compose, "exec", "master", "bash", "-c", JUPYTER) as lab:
        token = lab.until(r"token=([0-9a-f]{48})")[1]
        page = f"http://127.0.0.1:{compose.port}/api/status?token={token}"
        eventually("it answers outside", lambda: answers(page))
        lab.type("\x03\x03")
        lab.ends()


def answers(page: str) -> bool:
    """Say whether a server answers there; until it listens, the engine ends connections at once."""
    try:
        with urllib.request.urlopen(page, timeout=30) as answer:
            return bool(answer.status == 200)
    except ConnectionError:
        return False


def test_the_shell_in_the_master_is_at_home_and_not_root(cluster: Compose) -> None:
    with typed(cluster, "exec", "master", "bash") as shell:
        shell.until(r"bigdata@master:/usr/spark-4\.2\.0\$ ")
        shell.type("ls -d work_dir conf; id -u; exit 7\r")
        assert shell.ends() == 7
    assert re.search(r"\bconf\b.*\bwork_dir\b", shell.shown, re.DOTALL)
    assert re.search(r"^[1-9]\d*\r$", shell.shown, re.MULTILINE)


def test_the_scala_example_is_built_and_gives_the_same_rows_everywhere(
    cluster: Compose, result: Callable[[str], Path]
) -> None:
    cluster.inside("master", "cd work_dir/scala_apps/example && mvn -q package")
    local, worker, java = result("result_local_log"), result("result_worker_log"), result("result_java_log")
    for command, folder in (
        (SCALA.format(master="local[2]"), local),
        (SCALA.format(master="spark://master:7077"), worker),
        (JAVA, java),
    ):
        cluster.inside("master", f"{command} {LOGS} /tmp/data/{folder.name}")
    assert rows(local).startswith(b"userId;topGenderId;topGenderIdSongs;distSongIds;region;type;paid\n")
    assert rows(local).count(b"\n") > 100
    assert rows(local) == rows(worker) == rows(java)


def test_the_python_example_runs_by_itself(cluster: Compose) -> None:
    assert "ROC AUC" in cluster.inside("master", "cd work_dir/python_apps/example && python3 main.py 10000")


def test_jupyter_by_hand_says_that_it_already_runs_and_where(cluster: Compose) -> None:
    said = cluster.inside("master", JUPYTER)
    assert said.startswith(f"JupyterLab already runs at http://127.0.0.1:{cluster.port}/lab")
    assert len(said.splitlines()) == 1


def test_an_edit_outside_is_seen_inside_at_once(cluster: Compose) -> None:
    edited = cluster.folder / "work_dir" / f"edited-{os.getpid()}"
    try:
        edited.write_text("outside\n")
        assert cluster.inside("worker", f"cat work_dir/{edited.name}") == "outside\n"
    finally:
        edited.unlink()


def test_the_configuration_is_clean_without_an_env_file(cluster: Compose) -> None:
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("BIGDATA_", "COMPOSE_"))
    }
    checked = subprocess.run(
        ["docker", "compose", "config", "--quiet"],
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (checked.returncode, checked.stdout, checked.stderr) == (0, "", "")


def test_scaling_with_compose_gives_every_worker_a_folder_of_its_own(cluster: Compose) -> None:
    cluster.run("up", "--detach", "--wait", "--scale", "worker=3", "master", "worker")
    try:
        containers = cluster.run("ps", "--quiet", "worker").split()
        slots = {docker("exec", each, "cat", "/run/bigdata/ready").strip() for each in containers}
        assert slots == {"worker-1", "worker-2", "worker-3"}
        told = cluster.inside("master", "hdfs dfsadmin -report -live")
        assert "Live datanodes (3)" in told
    finally:
        cluster.run("up", "--detach", "--wait", "--scale", "worker=1", "master", "worker")


@pytest.mark.parametrize("language", ["java", "scala"])
def test_a_new_application_is_built_without_a_network_and_runs(cluster: Compose, language: str) -> None:
    name = f"tried-in-{language}"
    folder = f"work_dir/{language}_apps/{name}"
    cluster.inside("master", f"bigdata new {language} {name} && mvn -o -q -f {folder} package")
    on_the_cluster = "surefire:test -Dgroups=cluster -DexcludedGroups="
    told = cluster.inside("master", f"bigdata shell mvn -o -f {folder} {on_the_cluster}")
    assert re.search(r"Tests run: [1-9]\d*, Failures: 0, Errors: 0, Skipped: 0", told)


def test_a_new_application_in_python_is_tested_on_the_cluster(cluster: Compose) -> None:
    folder = "work_dir/python_apps/tried-in-python"
    cluster.inside("master", f"bigdata new python {Path(folder).name}")
    tested = cluster.inside("master", f"bigdata shell python -m unittest discover {folder}/tests 2>&1")
    assert re.search(r"Ran [1-9]\d* tests? in .*\n\nOK\n", tested)


def test_the_example_notebook_runs_on_the_workers(cluster: Compose) -> None:
    tried = cluster.folder / "work_dir/notebooks/tried.ipynb"
    notebook = nbformat.read(cluster.folder / "work_dir/notebooks/Example.ipynb", as_version=4)
    host = "spark.sparkContext.parallelize([0], 1).map(lambda _: open('/etc/hostname').read()).first()"
    notebook.cells.append(nbformat.v4.new_code_cell(f"print({host})"))
    nbformat.write(notebook, tried)
    cluster.inside("master", f"jupyter execute --output=/tmp/tried.ipynb work_dir/notebooks/{tried.name}")
    *_, picture, place = nbformat.reads(cluster.inside("master", "cat /tmp/tried.ipynb"), as_version=4).cells
    assert "image/png" in picture.outputs[0].data
    [printed] = [output.text.strip() for output in place.outputs if output.name == "stdout"]
    assert printed == cluster.inside("worker", "cat /etc/hostname").strip()
