"""`%%sql`: a cell of SQL that runs on the cluster and shows a table."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from IPython.core.error import UsageError
from IPython.core.magic import Magics, line_cell_magic, magics_class

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

#: Rows that are shown unless more are asked for.
ROWS = 20
OPTION = re.compile(r"\s*-(?P<name>n|o)\s*(?P<value>\w+)(?:\s+|$)")


class Table:
    """The first rows of an answer, shown as a table and readable as text.

    Parameters
    ----------
    columns : sequence of str
    rows : sequence of sequences
    more : bool
        Whether the answer goes on.
    """

    def __init__(self, columns: Sequence[str], rows: Sequence[Sequence[Any]], more: bool) -> None:
        self.columns = list(columns)
        self.rows = [["NULL" if value is None else str(value) for value in row] for row in rows]
        self.note = f"the first {len(rows)} rows; -n shows more" if more else f"{len(rows)} rows"

    def _repr_html_(self) -> str:
        def line(tag: str, values: Sequence[str]) -> str:
            return "<tr>" + "".join(f"<{tag}>{html.escape(value)}</{tag}>" for value in values) + "</tr>"

        body = "".join(line("td", row) for row in self.rows)
        return (
            f"<table><thead>{line('th', self.columns)}</thead><tbody>{body}</tbody></table>"
            f"<small>{html.escape(self.note)}</small>"
        )

    def __repr__(self) -> str:
        table = [self.columns, *self.rows]
        widths = [max(len(row[i]) for row in table) for i in range(len(self.columns))]
        lines = [
            "  ".join(value.ljust(width) for value, width in zip(row, widths, strict=True)) for row in table
        ]
        return "\n".join([*(line.rstrip() for line in lines), f"({self.note})"])


@magics_class
class SqlMagic(Magics):  # type: ignore[misc]
    """Runs SQL on the notebook's session."""

    @line_cell_magic  # type: ignore[untyped-decorator]
    def sql(self, line: str, cell: str | None = None) -> Table | None:
        """Run SQL on the cluster and show its answer: `%sql STATEMENT`, or a cell of SQL below `%%sql`.

        `-n ROWS` shows more rows than 20 or fewer; `-o NAME` keeps the answer as DataFrame NAME instead of
        showing it. Several statements are separated by a `;` at the end of a line; the last answer counts.
        """
        options: dict[str, str] = {}
        while (option := OPTION.match(line)) is not None:
            options[option["name"]] = option["value"]
            line = line[option.end() :]
        answer = self._run(f"{line}\n{cell or ''}")
        if "o" in options:
            self.shell.user_ns[options["o"]] = answer
            return None
        return self._shown(answer, int(options.get("n", ROWS)))

    def _run(self, text: str) -> DataFrame:
        from pyspark.errors import AnalysisException, ParseException

        statements = [each for each in (part.strip() for part in re.split(r";\s*(?:\n|$)", text)) if each]
        if not statements:
            raise UsageError("%%sql: the SQL goes below this line, or behind %sql.")
        spark = self.shell.user_ns["spark"]
        try:
            *_, last = [spark.sql(each) for each in statements]
        except (AnalysisException, ParseException) as refused:
            raise UsageError(
                f"%%sql: {refused}"
            ) from None  # says what is wrong where, without PySpark's own frames
        answer: DataFrame = last
        return answer

    @staticmethod
    def _shown(answer: DataFrame, rows: int) -> Table | None:
        if not answer.columns:  # CREATE, DROP and their like
            return None
        found = answer.take(rows + 1)
        return Table(answer.columns, found[:rows], len(found) > rows)
