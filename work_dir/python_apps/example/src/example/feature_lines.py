"""The CSV of the features job, line by line."""

import io
import re
from collections.abc import Iterable

import pandas as pd

from example.errors import ExampleError
from example.features import COLUMNS, TARGET

LINE = re.compile(r"(?:-?[0-9]{1,10};){6}(?:true|false)")
SHOWN = 100
"""Characters of a wrong line that a message shows."""


def parse(contents: Iterable[bytes], address: str) -> pd.DataFrame:
    """Return the table that CSV files hold, in their order; each file has a header of its own.

    Parameters
    ----------
    contents : iterable of bytes
        UTF-8, separated by ``;``, with the header of `COLUMNS`.
    address : str
        Where they come from, for messages.

    Returns
    -------
    DataFrame, shape (n_users, 7)

    Raises
    ------
    ExampleError
        When there is no header, no user, or a line that the features job does not write; it tells the first one.
    """
    header = ";".join(COLUMNS)
    lines = [line.decode(errors="replace") for content in contents for line in content.splitlines()]
    rows = [line for line in lines if line != header]
    if len(rows) == len(lines):
        raise ExampleError(f"{address} has no header {header}. Is it the result of the features job?")
    wrong = next((line for line in rows if not LINE.fullmatch(line)), None)
    if wrong is not None:
        raise ExampleError(f"{address} has a line that is not of features: {wrong[:SHOWN]!r}. Write it again.")
    if not rows:
        raise ExampleError(f"{address} has no users. Look at the balance that the features job printed.")
    table = pd.read_csv(io.StringIO("\n".join(rows)), sep=";", header=None, names=list(COLUMNS), dtype="str")
    numbers = [name for name in COLUMNS if name != TARGET]
    return table.astype(dict.fromkeys(numbers, "int64")).assign(**{TARGET: table[TARGET] == "true"})
