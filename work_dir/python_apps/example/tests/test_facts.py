import json

import pytest

from example.errors import ExampleError
from example.facts import Facts, read_facts
from example.summary import summarise, table

LOG = {"read": 10, "used": 7, "filtered": 2, "rejected": 1}


def test_facts_come_back_as_they_were_told(tmp_path):
    told = {"plays": 5, "users": 2, "logs": {"log1": LOG}, "paths": {"log1": "hdfs://m/a"}, "stages": {"cluster": 1.5}}
    (tmp_path / "facts.json").write_text(json.dumps(told))
    assert read_facts(tmp_path / "facts.json") == Facts(**told)


def test_all_errors_are_told_at_once(tmp_path):
    wrong = {"songs": 1, "plays": -1, "logs": {"log1": LOG | {"read": 11}, "log2": {}}, "stages": {"x": "1"}}
    (tmp_path / "facts.json").write_text(json.dumps(wrong))
    with pytest.raises(ExampleError) as told:
        read_facts(tmp_path / "facts.json")
    for words in ("songs is unknown", "plays must", "log1 does not add up", "log2 must", "stages.x must"):
        assert words in str(told.value)


@pytest.mark.parametrize("text", ["", "[]", "{"], ids=["empty", "a list", "half an object"])
def test_a_file_that_is_no_json_object_is_refused(tmp_path, text):
    (tmp_path / "facts.json").write_text(text)
    with pytest.raises(ExampleError, match="JSON"):
        read_facts(tmp_path / "facts.json")


def test_a_summary_has_counts_balances_models_and_baseline(users, comparison):
    summary = summarise(users, comparison, Facts(plays=9, logs={"log1": LOG}), {"report": "r"}, [])
    assert (summary["plays"], summary["users"], summary["features_rows"]) == (9, 4000, 4000)
    assert summary["logs"] == {"log1": LOG}
    assert [model["chosen"] for model in summary["models"]] == [True, False, False]
    assert {"name", "roc_auc", "accuracy", "seconds"} <= set(summary["models"][0])
    assert summary["baseline"]["roc_auc"] == 0.5
    assert json.loads(json.dumps(summary)) == summary


def test_the_table_marks_the_chosen_model_and_ends_with_the_baseline(users, comparison):
    lines = table(summarise(users, comparison, Facts(), {}, [])).splitlines()
    assert lines[2].startswith(f"* {comparison.chosen.candidate.name}")
    assert "nobody pays" in lines[-2]
