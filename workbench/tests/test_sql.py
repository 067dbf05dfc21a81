from __future__ import annotations

import pytest
from IPython.core.error import UsageError
from IPython.core.interactiveshell import InteractiveShell
from pyspark.errors import AnalysisException

from workbench.kernel.sql import SqlMagic, Table


class Answer:
    """As much of a DataFrame as is asked for."""

    def __init__(self, columns: list[str], rows: list[tuple[object, ...]]) -> None:
        self.columns = columns
        self._rows = rows

    def take(self, number: int) -> list[tuple[object, ...]]:
        return self._rows[:number]


class Session:
    """Answers every statement with 30 numbers, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def sql(self, statement: str) -> Answer:
        self.asked.append(statement)
        if "nowhere" in statement:
            raise AnalysisException("there is no table nowhere")
        return Answer([], []) if statement.startswith("DROP") else Answer(["n"], [(n,) for n in range(30)])


@pytest.fixture
def session(shell: InteractiveShell) -> Session:
    shell.register_magics(SqlMagic)
    shell.user_ns["spark"] = Session()
    found: Session = shell.user_ns["spark"]
    return found


def test_a_cell_shows_the_first_rows(shell: InteractiveShell, session: Session) -> None:
    table = shell.run_cell_magic("sql", "", "SELECT n\nFROM t;\n")

    assert session.asked == ["SELECT n\nFROM t"]
    assert len(table.rows) == 20
    assert "first 20 rows" in table.note


def test_a_cell_shows_as_many_as_asked_for(shell: InteractiveShell, session: Session) -> None:
    assert shell.run_cell_magic("sql", "-n 100", "SELECT n FROM t").note == "30 rows"


def test_a_line_is_enough(shell: InteractiveShell, session: Session) -> None:
    assert shell.run_line_magic("sql", "-n 5 SELECT 'it''s', n FROM t WHERE d = \"x\"") is not None
    assert session.asked == ["SELECT 'it''s', n FROM t WHERE d = \"x\""]


def test_an_answer_is_kept_by_name(shell: InteractiveShell, session: Session) -> None:
    assert shell.run_cell_magic("sql", "-o numbers", "SELECT n FROM t") is None
    assert shell.user_ns["numbers"].columns == ["n"]


def test_several_statements_run_in_turn(shell: InteractiveShell, session: Session) -> None:
    assert shell.run_cell_magic("sql", "", "SELECT ';' ;\nDROP TABLE t;") is None
    assert session.asked == ["SELECT ';'", "DROP TABLE t"]


def test_a_cell_without_sql_is_told_so(shell: InteractiveShell, session: Session) -> None:
    with pytest.raises(UsageError, match="the SQL goes below"):
        shell.run_cell_magic("sql", "", " ;\n")


def test_what_spark_refuses_is_told_in_a_sentence(shell: InteractiveShell, session: Session) -> None:
    with pytest.raises(UsageError, match="there is no table nowhere"):
        shell.run_cell_magic("sql", "", "SELECT * FROM nowhere")


def test_values_are_shown_as_they_are() -> None:
    table = Table(["a", "b"], [("<b>", None), ("x;y", 1.5)], more=False)

    assert "<td>&lt;b&gt;</td><td>NULL</td>" in table._repr_html_()
    assert repr(table).splitlines() == ["a    b", "<b>  NULL", "x;y  1.5", "(2 rows)"]
