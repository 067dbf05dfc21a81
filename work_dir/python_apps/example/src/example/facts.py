"""What happened before this application, told by whoever started it, and the summary of the whole.

The contract of ``--facts FILE``: one JSON object, every key optional, nothing else accepted::

    {
      "plays": 1000000,                      plays in log2, or asked of the generator
      "users": 20000,                        users in log1
      "logs": {                              the balance of each log: read = used + filtered + rejected
        "log1": {"read": 20100, "used": 20000, "filtered": 0, "rejected": 100},
        "log2": {"read": 1005000, "used": 1000000, "filtered": 0, "rejected": 5000}
      },
      "paths": {"log1": "hdfs://…", "log2": "hdfs://…", "features": "hdfs://…", "rejects": "hdfs://…"},
      "stages": {"cluster": 9.8, "generate": 12.1, "features": 14.0}      seconds, in order
    }

``summary.json`` has the same keys, ``features_rows``, ``models``, ``baseline`` and what this application adds to
``paths`` and ``stages``.
"""

import json
import math
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from example.errors import ExampleError

BALANCE = ("read", "used", "filtered", "rejected")
KEYS = ("plays", "users", "logs", "paths", "stages")


@dataclass(frozen=True)
class Facts:
    """Counts, balances, paths and seconds of what ran before; unknown counts are None."""

    plays: int | None = None
    users: int | None = None
    logs: dict[str, dict[str, int]] = field(default_factory=dict)
    paths: dict[str, str] = field(default_factory=dict)
    stages: dict[str, float] = field(default_factory=dict)


def read_facts(source: Path) -> Facts:
    """Read and check a file of facts.

    Raises
    ------
    ExampleError
        With every error in it at once.
    """
    try:
        given = json.loads(source.read_text(encoding="utf-8"))
    except OSError as failure:
        raise ExampleError(f"{source} cannot be read: {failure.strerror}. Check --facts.") from failure
    except ValueError as failure:
        raise ExampleError(f"{source} is not JSON: {failure}. Check --facts.") from failure
    if not isinstance(given, dict):
        raise ExampleError(f"{source} must be a JSON object. Check --facts.")
    errors = _errors(given)
    if errors:
        raise ExampleError(f"{source} has wrong facts: {'; '.join(errors)}. Check --facts.")
    return Facts(**given)


def _errors(given: dict[str, Any]) -> list[str]:
    errors = [f"{key} is unknown, known are {', '.join(KEYS)}" for key in given if key not in KEYS]
    errors += [f"{key} must be a count" for key in ("plays", "users") if key in given and not _count(given[key])]
    for key in ("logs", "paths", "stages"):
        if not isinstance(given.get(key, {}), dict):
            return [*errors, f"{key} must be an object"]
    for name, balance in given.get("logs", {}).items():
        if not isinstance(balance, dict) or set(balance) != set(BALANCE) or not all(map(_count, balance.values())):
            errors.append(f"logs.{name} must have the counts {', '.join(BALANCE)}")
        elif balance["read"] != balance["used"] + balance["filtered"] + balance["rejected"]:
            errors.append(f"logs.{name} does not add up: read = used + filtered + rejected")
    errors += [f"paths.{k} must be a text" for k, v in given.get("paths", {}).items() if not isinstance(v, str)]
    errors += [f"stages.{k} must be seconds" for k, v in given.get("stages", {}).items() if not _seconds(v)]
    return errors


def _count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _seconds(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < math.inf
