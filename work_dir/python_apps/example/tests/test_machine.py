import pytest

from machine import tool


def test_a_missing_tool_skips_and_fails_only_where_tools_are_required(monkeypatch):
    monkeypatch.delenv("BIGDATA_REQUIRE_TOOLS", raising=False)
    with pytest.raises(pytest.skip.Exception, match="no such-tool or another-one on this machine"):
        tool("such-tool", "another-one")
    monkeypatch.setenv("BIGDATA_REQUIRE_TOOLS", "1")
    with pytest.raises(pytest.fail.Exception, match="no such-tool"):
        tool("such-tool")


def test_the_first_tool_that_is_there_is_taken():
    assert tool("such-tool", "sh").endswith("/sh")
