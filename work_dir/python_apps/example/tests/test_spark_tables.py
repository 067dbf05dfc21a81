"""On a real Spark, in this process."""

import shutil
import warnings
from pathlib import Path

import pandas as pd
import pytest

from example.cli import main
from example.errors import ExampleError
from example.features import COLUMNS
from example.spark_tables import SparkTables

if shutil.which("java") is None:
    pytest.skip("no Java on this machine", allow_module_level=True)

HEADER = ";".join(COLUMNS)
PREDICTIONS = pd.DataFrame(
    {
        "userId": [1, 2],
        "probability": [0.25, 0.5],
        "predicted": [True, False],
        "paid": [False, True],
        "part": ["test", "cross-validated"],
    }
)


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        patch.setenv("PYSPARK_SUBMIT_ARGS", "--master local[1] --conf spark.ui.enabled=false pyspark-shell")
        with SparkTables() as made:
            yield made


def folder_of(path: Path, *lines: str) -> str:
    path.mkdir()
    (path / "part-00000.csv").write_text("\n".join(lines) + "\n")
    (path / "_SUCCESS").write_text("")
    return path.as_uri().replace("file:///", "file:/")


def test_features_are_read_with_their_types(tables, tmp_path):
    users = tables.read_features(folder_of(tmp_path / "f", HEADER, "27103;16;1;2;0;0;true", "27104;3;5;9;2;1;false"))
    assert tuple(users.columns) == COLUMNS
    assert users["paid"].tolist() == [True, False]
    assert users["topGenderId"].tolist() == [16, 3]


def test_a_path_is_told_with_its_file_system(tables, tmp_path):
    assert tables.resolve(str(tmp_path)) == f"file:{tmp_path}"


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["userId;genre;topGenderIdSongs;distSongIds;region;type;paid", "1;2;3;4;5;6;true"], "header"),
        ([HEADER, "1;2;three;4;5;6;true"], "cannot be read"),
        ([HEADER], "has no users"),
    ],
    ids=["another header", "a word for a number", "only a header"],
)
def test_what_is_not_features_is_refused_with_a_sentence(tables, tmp_path, lines, words):
    with pytest.raises(ExampleError, match=words):
        tables.read_features(folder_of(tmp_path / "f", *lines))


def test_predictions_are_one_csv_file_with_a_header_sorted_by_user(tables, tmp_path):
    tables.write_predictions(PREDICTIONS, str(tmp_path / "p"))
    (part,) = (tmp_path / "p").glob("*.csv")
    assert part.read_text().splitlines() == [
        "userId;probability;predicted;paid;part",
        "1;0.25;true;false;test",
        "2;0.5;false;true;cross-validated",
    ]
    assert (tmp_path / "p" / "_SUCCESS").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["p"]


def test_existing_predictions_are_refused_and_replaced_only_when_asked(tables, tmp_path):
    target = str(tmp_path / "p")
    tables.refuse_existing(target)
    tables.write_predictions(PREDICTIONS, target)
    with pytest.raises(ExampleError, match="--overwrite"):
        tables.refuse_existing(target)
    tables.write_predictions(PREDICTIONS.head(1), target)
    (part,) = (tmp_path / "p").glob("*.csv")
    assert len(part.read_text().splitlines()) == 2


def test_missing_features_are_a_sentence_and_exit_1(tables, tmp_path, capsys):
    gone = str(tmp_path / "gone")
    with pytest.raises(ExampleError, match="There is no file:"):
        tables.read_features(gone)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        code = main(["--features", gone, "--automl-seconds", "0", "--output", str(tmp_path / "out")])
    assert code == 1
    assert f"There is no file:{gone}" in capsys.readouterr().err
