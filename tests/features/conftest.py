"""Give tests a real cluster."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from cluster import Cluster


@pytest.fixture(scope="session", params=[1, 2], ids=["1-worker", "2-workers"])
def cluster(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Give a cluster of one and then of two workers; nothing of it is left afterwards."""
    with Cluster(request.param, tmp_path_factory.mktemp("state")).running() as cluster:
        yield cluster
