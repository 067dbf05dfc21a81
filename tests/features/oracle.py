"""The expected result of the main job, by DuckDB: nothing here is shared with the job."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

HEADER = b"userId;topGenderId;topGenderIdSongs;distSongIds;region;type;paid\n"
SQL = Path(__file__).with_name("features.sql")


@dataclass(frozen=True)
class Balance:
    """What became of the lines of a log; read = used + filtered + rejected."""

    read: int
    used: int
    filtered: int
    rejected: int


@dataclass(frozen=True)
class Expected:
    """The bytes of the result's CSV file, and the balance of each log."""

    csv: bytes
    log1: Balance
    log2: Balance


def expect(low: int, high: int, log1: Iterable[Path], log2: Iterable[Path]) -> Expected:
    """Compute the result for the users from `low` to `high` of the files of both logs."""
    with TemporaryDirectory() as folder, duckdb.connect() as database:
        read1 = _load(database, "log1_lines", log1, Path(folder))
        read2 = _load(database, "log2_lines", log2, Path(folder))
        database.execute("CREATE TABLE id_range AS SELECT ?::INTEGER AS lo, ?::INTEGER AS hi", [low, high])
        database.execute(SQL.read_text())
        rows = database.execute(
            "SELECT concat_ws(';', userId, topGenderId, topGenderIdSongs, distSongIds, region, type, paid)"
            " FROM features ORDER BY userId"
        ).fetchall()
        return Expected(
            HEADER + b"".join(row.encode() + b"\n" for (row,) in rows),
            _balance(
                read1,
                _count(database, "features"),
                _count(database, "users")
                - _count(database, "users WHERE inside AND userId IN (SELECT userId FROM conflicts)"),
            ),
            _balance(
                read2,
                _count(database, "plays WHERE inside AND userId IN (SELECT userId FROM features)"),
                _count(database, "plays"),
            ),
        )


def _balance(read: int, used: int, accepted: int) -> Balance:
    return Balance(read, used, accepted - used, read - accepted)


def _count(database: duckdb.DuckDBPyConnection, what: str) -> int:
    row = database.execute(f"SELECT count(*) FROM {what}").fetchone()
    assert row is not None
    return int(row[0])


def _load(database: duckdb.DuckDBPyConnection, table: str, files: Iterable[Path], folder: Path) -> int:
    """Make a table of the lines that are text, and return how many lines there are altogether."""
    read = 0
    text = folder / table
    with text.open("wb") as out:
        for file in files:
            for line in _lines(file.read_bytes()):
                read += 1
                if _is_text(line):
                    out.write(line + b"\n")
    # What follows the last line's end is no line.
    database.execute(
        f"CREATE TABLE {table} AS"
        " SELECT unnest(string_split(content, chr(10))[:-2]) AS line FROM read_text(?)",
        [str(text)],
    )
    return read


def _lines(content: bytes) -> Iterator[bytes]:
    r"""Yield the lines after the header: what stands before a \n, less one \r at its end."""
    lines = content.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    if lines[-1] == b"":
        lines.pop()
    for line in lines[1:]:
        yield line.removesuffix(b"\r")


def _is_text(line: bytes) -> bool:
    if b"\0" in line:
        return False
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
