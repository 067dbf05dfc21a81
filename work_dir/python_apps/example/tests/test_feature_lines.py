import pandas as pd
import pytest

from example.errors import ExampleError
from example.feature_lines import parse
from example.features import COLUMNS
from example.storage import predictions_csv

HEADER = ";".join(COLUMNS)


def content(*lines: str) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()


def test_features_are_read_with_their_types():
    users = parse([content(HEADER, "27103;16;1;2;0;0;true", "-4;2147483647;5;9;2;1;false")], "here")
    assert tuple(users.columns) == COLUMNS
    assert users["paid"].tolist() == [True, False]
    assert users["topGenderId"].tolist() == [16, 2147483647]
    assert [str(kind) for kind in users.dtypes] == ["int64"] * 6 + ["bool"]


def test_every_file_has_a_header_of_its_own_and_the_last_newline_may_be_missing():
    users = parse(
        [content(HEADER, "1;2;3;4;5;6;true"), content(HEADER), f"{HEADER}\n2;2;3;4;5;6;true".encode()], "here"
    )
    assert users["userId"].tolist() == [1, 2]


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["userId;genre;topGenderIdSongs;distSongIds;region;type;paid", "1;2;3;4;5;6;true"], "here has no header"),
        ([], "has no header"),
        ([HEADER, "1;2;three;4;5;6;true"], "not of features: '1;2;three"),
        ([HEADER, "1;2;3;4;5;6;true;7"], "not of features"),
        ([HEADER, "1;2;3;4;5;6;True"], "not of features"),
        ([HEADER, "1;2;3;4;5;6;true", ""], "not of features: ''"),
        ([HEADER], "has no users"),
    ],
    ids=[
        "another header",
        "no line",
        "a word",
        "a field too many",
        "another boolean",
        "an empty line",
        "only a header",
    ],
)
def test_what_is_not_features_is_refused_with_a_sentence(lines, words):
    with pytest.raises(ExampleError, match=words):
        parse([content(*lines)], "here")


def test_predictions_are_csv_with_a_header_and_plain_words_for_booleans():
    predictions = pd.DataFrame(
        {
            "userId": [1, 2],
            "probability": [0.25, 0.5],
            "predicted": [True, False],
            "paid": [False, True],
            "part": ["test", "cross-validated"],
        }
    )
    assert predictions_csv(predictions).decode().splitlines() == [
        "userId;probability;predicted;paid;part",
        "1;0.25;true;false;test",
        "2;0.5;false;true;cross-validated",
    ]
