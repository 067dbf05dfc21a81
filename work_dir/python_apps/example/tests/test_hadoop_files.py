"""On Hadoop's real file system of this machine, through a real virtual machine."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pyspark.find_spark_home import _find_spark_home

from example.cli import main
from example.errors import ExampleError
from example.hadoop_files import CHUNK, HadoopFiles
from example.users import make_users

APPLICATION = Path(__file__).resolve().parent.parent / "main.py"


@pytest.fixture(scope="module")
def files(java):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        with HadoopFiles() as made:
            yield made


def write(files, path, overwrite=False, **contents):
    files.write_folder(str(path), {f"{name}.csv": content for name, content in contents.items()}, overwrite=overwrite)


def data_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.endswith(".crc")}


def test_a_path_is_told_with_its_file_system(files, tmp_path):
    assert files.resolve(str(tmp_path)) == f"file:{tmp_path}"


def test_what_is_written_is_read_again_to_the_byte_also_beyond_one_chunk(files, tmp_path):
    content = bytes(range(256)) * (CHUNK // 256) * 2 + b"rest"
    write(files, tmp_path / "p", part=content)
    assert files.read(str(tmp_path / "p")) == [content]
    assert data_in(tmp_path / "p") == {"part.csv": content, "_SUCCESS": b""}


def test_nothing_unfinished_is_left_beside_what_is_written(files, tmp_path):
    write(files, tmp_path / "p", part=b"1")
    write(files, tmp_path / "p", part=b"2", overwrite=True)
    assert [path.name for path in tmp_path.iterdir()] == ["p"]


def test_a_folder_is_its_data_files_by_name_without_hidden_ones(files, tmp_path):
    for name in ("part-2", "part-1", "_SUCCESS", ".part-0"):
        (tmp_path / name).write_text(name)
    (tmp_path / "folder").mkdir()
    assert files.read(str(tmp_path)) == [b"part-1", b"part-2"]


def test_a_file_and_a_glob_are_read_too(files, tmp_path):
    for name in ("a.csv", "b.csv", "c.txt"):
        (tmp_path / name).write_text(name)
    assert files.read(str(tmp_path / "a.csv")) == [b"a.csv"]
    assert files.read(str(tmp_path / "*.csv")) == [b"a.csv", b"b.csv"]


def test_an_existing_folder_is_refused_untouched_and_replaced_only_when_asked(files, tmp_path):
    target = tmp_path / "p"
    files.refuse_existing(str(target))
    write(files, target, part=b"old", more=b"old")
    with pytest.raises(ExampleError, match="--overwrite"):
        files.refuse_existing(str(target))
    with pytest.raises(ExampleError, match="--overwrite"):
        write(files, target, part=b"new")
    assert data_in(target) == {"part.csv": b"old", "more.csv": b"old", "_SUCCESS": b""}
    write(files, target, part=b"new", overwrite=True)
    assert data_in(target) == {"part.csv": b"new", "_SUCCESS": b""}


def test_a_write_that_fails_leaves_the_old_folder_and_nothing_else(files, tmp_path):
    write(files, tmp_path / "p", part=b"old")
    with pytest.raises(ExampleError, match="cannot be written"):
        files.write_folder(str(tmp_path / "p"), {"part.csv": b"new", "part.csv/below": b"x"}, overwrite=True)
    assert data_in(tmp_path / "p")["part.csv"] == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["p"]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/none/such", "There is no file:/none/such"),
        ("file:/none/such/*.csv", "There is no file:"),
        ("nonesuch://x/y", "not a path that can be used: No FileSystem for scheme"),
        ("", "not a path that can be used"),
    ],
)
def test_a_path_that_cannot_be_read_is_a_sentence(files, path, words):
    with pytest.raises(ExampleError, match=words):
        files.read(path)


def test_a_whole_file_system_is_no_output(files):
    with pytest.raises(ExampleError, match="whole file system"):
        write(files, "file:/", part=b"1", overwrite=True)


def test_a_virtual_machine_of_our_own_ends_with_the_connection(java):
    with HadoopFiles() as files:
        machine = files._gateway.proc
        assert machine.poll() is None
    assert machine.returncode is not None


def test_missing_features_are_a_sentence_and_exit_1(java, tmp_path, capsys):
    gone = str(tmp_path / "gone")
    code = main(["--features", gone, "--automl-seconds", "0", "--output", str(tmp_path / "out")])
    assert code == 1
    assert f"There is no file:{gone}" in capsys.readouterr().err


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_java_that_does_not_start_is_a_sentence(monkeypatch, tmp_path):
    """PySpark leaves the pipe to what did not start to the garbage collector, hence the filters."""
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "none"))
    with pytest.raises(ExampleError, match="Java did not start"):
        HadoopFiles()


def test_under_spark_submit_no_spark_application_is_started(java, tmp_path):
    """The master of this run does not exist: whoever asks it for anything fails."""
    users = make_users(400, 1)
    users["paid"] = users["paid"].map({True: "true", False: "false"})
    (tmp_path / "features").mkdir()
    users.to_csv(tmp_path / "features" / "part-00000.csv", sep=";", index=False)
    command = [str(Path(_find_spark_home()) / "bin" / "spark-submit"), "--master", "spark://127.0.0.1:9"]
    command += [str(APPLICATION), "--features", "features", "--predictions", "given/predictions"]
    command += ["--automl-seconds", "0", "--output", "result"]
    path = os.pathsep.join(filter(None, sys.path))
    environment = os.environ | {"PYSPARK_PYTHON": sys.executable, "PYTHONPATH": path, "SPARK_LOCAL_IP": "127.0.0.1"}
    done = subprocess.run(
        command, capture_output=True, text=True, cwd=tmp_path, env=environment, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    written = data_in(tmp_path / "given" / "predictions")
    assert written.keys() == {"part-00000.csv", "_SUCCESS"}
    assert len(written["part-00000.csv"].splitlines()) == 401
    assert f"file:{tmp_path}/given/predictions" in done.stdout
