import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from example.cli import main
from example.storage import load_model, write_atomically

APPLICATION = Path(__file__).resolve().parent.parent
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def run(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(APPLICATION / "main.py"), *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, cwd=folder, env=ENVIRONMENT, timeout=300, check=False
    )


@pytest.fixture(scope="module")
def finished(tmp_path_factory):
    folder = tmp_path_factory.mktemp("run")
    (folder / "facts.json").write_text('{"plays": 12345, "stages": {"cluster": 3}}')
    return folder, run("1000", "--automl-seconds", "0", "--facts", "facts.json", folder=folder)


def test_a_run_without_a_cluster_ends_with_0_a_table_and_where_things_are(finished):
    folder, done = finished
    assert done.returncode == 0, done.stderr
    for words in ("CV ROC AUC", "Logistic regression", "Random forest", "XGBoost", "Keras network", "nobody pays"):
        assert words in done.stdout
    for name in ("report.html", "model.joblib", "predictions.csv"):
        assert str(folder / "result" / name) in done.stdout
        assert (folder / "result" / name).stat().st_size > 0


def test_the_console_has_progress_and_no_noise_of_libraries(finished):
    _, done = finished
    assert all(line.startswith("[") for line in done.stderr.splitlines()), done.stderr
    assert "load libraries" in done.stderr


def test_the_summary_has_the_facts_the_models_and_the_seconds_of_each_stage(finished):
    folder, _ = finished
    summary = json.loads((folder / "result" / "summary.json").read_text())
    assert (summary["plays"], summary["users"], summary["features_rows"]) == (12345, 1000, 1000)
    assert len(summary["models"]) == 4
    assert summary["stages"]["cluster"] == 3
    assert summary["stages"]["Keras network"] > 0
    assert Path(summary["paths"]["predictions"]).is_file()


def test_there_is_a_prediction_of_every_user_and_the_kept_model_is_the_chosen_one(finished):
    folder, _ = finished
    with (folder / "result" / "predictions.csv").open() as lines:
        rows = list(csv.DictReader(lines, delimiter=";"))
    assert len(rows) == 1000
    assert {row["predicted"] for row in rows} == {"true", "false"}
    assert {row["part"] for row in rows} == {"cross-validated", "test"}
    assert load_model(folder / "result" / "model.joblib").prior_ == pytest.approx(0.15, abs=0.05)


def test_nothing_unfinished_is_left_in_the_output(finished):
    folder, _ = finished
    assert {path.name for path in (folder / "result").iterdir()} == {
        "report.html", "summary.json", "model.joblib", "predictions.csv",
    }  # fmt: skip


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["many"],
        ["10"],
        ["1000", "--features", "/x"],
        ["1000", "--automl-seconds", "3"],
        ["1000", "--automl-seconds", "16"],
        ["1000", "--seed", "-1"],
        ["1000", "--feature", "/x"],
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_2_before_anything_starts(arguments, capsys):
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2
    assert "usage: main.py" in capsys.readouterr().err


def test_help_has_an_example(capsys):
    with pytest.raises(SystemExit) as end:
        main(["--help"])
    assert end.value.code == 0
    assert "python3 main.py 10000" in capsys.readouterr().out


def test_facts_that_are_missing_are_a_sentence_and_exit_1(tmp_path, capsys):
    assert main(["1000", "--facts", str(tmp_path / "none.json")]) == 1
    assert "cannot be read: No such file" in capsys.readouterr().err


def test_an_output_that_cannot_be_made_is_a_sentence_and_exit_1(tmp_path, capsys):
    (tmp_path / "file").write_text("")
    assert main(["1000", "--output", str(tmp_path / "file" / "deep")]) == 1
    assert "Choose another --output" in capsys.readouterr().err


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path):
    target = tmp_path / "report.html"
    target.write_text("old")

    def fail(path: Path) -> None:
        path.write_text("half")
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        write_atomically(target, fail)
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]
