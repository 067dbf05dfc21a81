from __future__ import annotations

import os
import shlex

import pytest

from workbench.kernel import application


@pytest.fixture(autouse=True)
def no_arguments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(application.ARGUMENTS, "of an earlier test")
    monkeypatch.delenv(application.ARGUMENTS)


def test_an_application_has_the_name_of_its_notebook(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JPY_SESSION_NAME", "notebooks/what they like.ipynb")

    application.configure()

    words = shlex.split(os.environ[application.ARGUMENTS])
    assert words[:2] == ["--name", "what they like"]
    assert words[-1] == "pyspark-shell"


def test_without_a_notebook_it_is_called_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)

    application.configure()

    assert "--name notebook" in os.environ[application.ARGUMENTS]


def test_its_properties_are_named_so_that_its_jvm_starts_fast(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPARK_CONF_DIR", "/a cluster/conf")

    application.configure()

    words = shlex.split(os.environ[application.ARGUMENTS])
    assert words[words.index("--properties-file") + 1] == "/a cluster/conf/spark-defaults.conf"


def test_what_a_person_set_before_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(application.ARGUMENTS, "--name mine pyspark-shell")

    application.configure()

    assert os.environ[application.ARGUMENTS] == "--name mine pyspark-shell"
