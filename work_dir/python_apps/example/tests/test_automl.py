import os
import signal
import time
from pathlib import Path

import pytest

from example.automl import Search
from example.balancing import BalancedClassifier
from example.errors import ExampleError
from example.selection import cross_validate


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_search_finds_a_pipeline_in_its_time_and_leaves_nothing_behind(parts):
    with Search(seconds=8, seed=1) as search:
        search.begin(parts)
        search._wait_for_start = _once(search._wait_for_start)
        began = search._wait_for_start()
        found = search.result()
        took = time.time() - began
        folder = Path(search._folder.name)
    assert took < 8 + 2.5
    assert found.tried >= 1
    assert isinstance(found.model, BalancedClassifier)
    assert not is_running(search.pid)
    assert not folder.exists()
    assert cross_validate("found", found.model, parts, 1).cv_roc_auc > 0.7


def test_a_search_that_never_began_ends_with_the_application():
    with Search(seconds=8, seed=1) as search:
        assert is_running(search.pid)
    assert not is_running(search.pid)


def test_a_search_that_dies_is_told_and_the_application_goes_on(parts):
    with Search(seconds=8, seed=1) as search:
        os.kill(search.pid, signal.SIGKILL)
        search.begin(parts)
        with pytest.raises(ExampleError, match="did not start"):
            search.result()


def _once(call):
    """Return the first answer again and again."""
    answers = []

    def ask():
        if not answers:
            answers.append(call())
        return answers[0]

    return ask
