"""A cluster of three machines: who may join, where jobs and blocks are, what a crash of a worker leaves."""

from __future__ import annotations

import re
import signal
import textwrap
from pathlib import Path

from member import PROJECT, JoinedWorker, Member, eventually

JAR = PROJECT / "work_dir/java_apps/features/target/features-1.0.jar"
FEATURES = ["--class", "bigdata.features.Features", str(JAR)]
SETTINGS = ["spark.cores.max=4", "spark.executor.cores=2", "spark.dynamicAllocation.initialExecutors=2"]
EVERYWHERE = [word for setting in SETTINGS for word in ("--conf", setting)]


def addresses(workers: list[JoinedWorker]) -> set[str]:
    return {worker.member.host.address for worker in workers}


def fsck(master: Member) -> str:
    return master.succeed("shell", "hdfs", "fsck", "/", "-files", "-blocks", "-locations")


def test_the_main_job_runs_on_the_workers_of_two_other_machines(
    master: Member, workers: list[JoinedWorker]
) -> None:
    master.succeed("generate", "--plays", "100000", "--users", "2000", "/logs")
    master.succeed(
        "submit", *EVERYWHERE, *FEATURES, "1", "49999", "/logs/log1.csv", "/logs/log2.csv", "/features"
    )

    assert "/features/_SUCCESS" in master.succeed("fs", "-ls", "/features")
    ran = [set((worker.member.state / "work" / worker.name).glob("app-*")) for worker in workers]
    assert all(ran), f"an application left nothing on one of the machines: {ran}"


def test_every_block_has_a_copy_on_each_of_the_two_machines(
    master: Member, workers: list[JoinedWorker]
) -> None:
    master.succeed("fs", "-put", "-f", str(PROJECT / "README.md"), "/two-copies")

    report = fsck(master)

    blocks = [line for line in report.splitlines() if "Live_repl=" in line]
    assert blocks
    for block in blocks:
        assert set(re.findall(r"WithStorage\[([0-9.]+):", block)) == addresses(workers), block
    assert "The filesystem under path '/' is HEALTHY" in report


def test_python_runs_on_both_machines(master: Member, workers: list[JoinedWorker], tmp_path: Path) -> None:
    program = tmp_path / "where.py"
    program.write_text(
        textwrap.dedent("""
        import os, time
        from pyspark.sql import SparkSession

        def where(_):
            time.sleep(0.2)  # long enough that one executor cannot take every task
            return os.environ["SPARK_LOCAL_IP"]

        spark = SparkSession.builder.getOrCreate()
        deadline = time.monotonic() + 60
        seen = set()
        while len(seen) < 2 and time.monotonic() < deadline:
            seen |= set(spark.sparkContext.parallelize(range(16), 16).map(where).collect())
        print("seen", *sorted(seen))
        """)
    )

    out = master.succeed("submit", *EVERYWHERE, str(program))

    assert "seen " + " ".join(sorted(addresses(workers))) in out


def test_an_application_that_asks_for_nothing_gets_half_of_the_cores_that_joined(
    master: Member, workers: list[JoinedWorker], tmp_path: Path
) -> None:
    program = tmp_path / "share.py"
    program.write_text(
        "from pyspark.sql import SparkSession\n"
        "context = SparkSession.builder.getOrCreate().sparkContext\n"
        "print('cores', context._jsc.sc().conf().get('spark.cores.max'))\n"
    )

    assert f"cores {len(workers)}" in master.succeed("submit", str(program))


def test_the_data_folder_that_other_machines_do_not_see_is_refused_with_a_sentence(
    master: Member, workers: list[JoinedWorker]
) -> None:
    assert workers
    logs = ["/tmp/data/test_log1.csv", "/tmp/data/test_log2.csv"]
    code, out = master.run("submit", *FEATURES, "1", "49999", *logs, "/from-data")

    assert code != 0
    assert "/tmp/data is a folder of the master's machine" in out


def test_status_names_the_workers_and_their_machines(master: Member, workers: list[JoinedWorker]) -> None:
    report = master.succeed("status")

    for worker in workers:
        for service in ("datanode", "spark-worker"):
            line = rf"(?m)^{worker.name} +{service} +ready +joined, at {worker.member.host.address}$"
            assert re.search(line, report), report


def test_a_worker_of_a_name_that_is_taken_is_refused(
    master: Member, workers: list[JoinedWorker], token: Path, folder: Path
) -> None:
    newcomer = Member(workers[0].member.host, folder / "newcomer")

    code, out = newcomer.run("node", "worker", "--join", str(token), "--name", workers[1].name)

    assert code == 1
    assert f"has a worker {workers[1].name} already, at {workers[1].member.host.address}" in out


def test_a_wrong_secret_is_refused_and_never_shown(
    master: Member, workers: list[JoinedWorker], token: Path, folder: Path
) -> None:
    stale = folder / "stale"
    secret = "0123456789abcdef" * 4
    stale.write_text(re.sub(r'("secret" : ")[^"]*', rf"\g<1>{secret}", token.read_text()))
    stale.chmod(0o600)
    newcomer = Member(workers[0].member.host, folder / "newcomer")

    code, out = newcomer.run(
        "node", "worker", "--master", master.host.address, "--join", str(stale), "--name", "late"
    )

    assert code == 1
    assert f"does not take the secret in {stale}" in out
    assert secret not in out
    assert not [file for file in newcomer.state.rglob("*") if file.is_file() and secret in file.read_text()]


def test_a_python_environment_at_another_path_is_refused(
    workers: list[JoinedWorker], token: Path, folder: Path
) -> None:
    newcomer = Member(workers[0].member.host, folder / "newcomer")
    words = ("node", "worker", "--join", str(token), "--name", "late")

    code, out = newcomer.run(*words, BIGDATA_PYTHON_ENVIRONMENT=str(folder / "elsewhere"))

    assert code == 1
    assert "the Python environment must lie at the same path on every machine" in out


def test_verbs_of_the_cluster_say_on_a_worker_where_it_is(
    master: Member, workers: list[JoinedWorker]
) -> None:
    code, out = workers[0].member.run("apps")

    assert code == 1
    assert f"give this command at {master.host.address}" in out


def test_a_worker_that_crashed_and_joins_again_serves_its_blocks(
    master: Member, workers: list[JoinedWorker]
) -> None:
    worker = workers[1]
    before = blocks_at(master, worker)
    worker.member.host.crash()

    worker.join_again()
    eventually(f"{worker.name} is back", lambda: worker.is_there(master))

    assert before > 0
    eventually("its blocks are back", lambda: blocks_at(master, worker) >= before)
    assert "is HEALTHY" in fsck(master)


def blocks_at(master: Member, worker: JoinedWorker) -> int:
    live = master.status()["hdfs"]["live"]
    return sum(
        node["blocks"] for node in live if node["address"].startswith(worker.member.host.address + ":")
    )


def test_a_worker_that_is_told_to_end_leaves_nothing_running(workers: list[JoinedWorker]) -> None:
    for worker, how in zip(workers, (signal.SIGINT, signal.SIGTERM), strict=True):
        said = worker.stop(how)

        assert "stopped" in said
        assert worker.member.host.processes() == []
