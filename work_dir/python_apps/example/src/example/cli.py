"""The command line."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from example.errors import ExampleError
from example.facts import Facts, read_facts
from example.stages import Stages

EXAMPLES = """\
examples:
  python3 main.py 10000
      10,000 users made here, without a cluster; report and model in result/
  spark-submit main.py --features /demo/features --predictions /demo/predictions
      users of the features job on the cluster; predictions go back to it
"""
MIN_USERS, MAX_USERS, DEFAULT_USERS = 400, 1_000_000, 10_000
MIN_AUTOML, MAX_AUTOML = 5.0, 15.0


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    formatter = argparse.RawDescriptionHelpFormatter
    made = argparse.ArgumentParser(
        prog="main.py",
        description="Learn from what users listen to whether they pay, compare models, draw one report.",
        epilog=EXAMPLES,
        formatter_class=formatter,
        allow_abbrev=False,
    )
    made.add_argument("count", nargs="?", type=_users, metavar="USERS", help="make this many users, without a cluster")
    made.add_argument("--features", metavar="PATH", help="result of the features job: hdfs://, file: or plain")
    made.add_argument("--predictions", metavar="PATH", help="folder to write there (default: a file in --output)")
    made.add_argument(
        "--output", type=Path, default=Path("result"), metavar="DIR", help="local folder (default: result)"
    )
    made.add_argument("--facts", type=Path, metavar="FILE", help="JSON with what happened before, for the report")
    made.add_argument(
        "--automl-seconds",
        type=_search_seconds,
        default=MAX_AUTOML,
        metavar="S",
        help="TPOT's time, 0 for none (15)",
    )
    made.add_argument("--seed", type=_seed, default=42, metavar="S", help="same seed, same result (42)")
    made.add_argument("--overwrite", action="store_true", help="replace predictions that exist")
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the application and return its exit code: 0, 1 for a failure, 2 for wrong usage."""
    options = parser().parse_args(arguments)
    if options.features is not None and options.count is not None:
        parser().error("give either USERS to make or --features to read, not both")
    if options.features is None and options.count is None:
        parser().error("give USERS to make, such as 10000, or --features PATH to read; --help has examples")

    stages = Stages()
    from example.app import Request, run

    try:
        outcome = run(
            Request(
                features=options.features,
                count=options.count or DEFAULT_USERS,
                predictions=options.predictions,
                output=options.output,
                automl_seconds=options.automl_seconds,
                seed=options.seed,
                overwrite=options.overwrite,
                facts=read_facts(options.facts) if options.facts else Facts(),
            ),
            stages,
        )
    except ExampleError as failure:
        print(f"main.py: {failure}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("main.py: interrupted", file=sys.stderr)
        return 130
    from example.summary import table

    print(table(outcome.summary))
    print(f"report       {outcome.report}\nmodel        {outcome.model}\npredictions  {outcome.predictions}")
    return 0


def _users(text: str) -> int:
    return int(_number(text, MIN_USERS, MAX_USERS, whole=True))


def _seed(text: str) -> int:
    return int(_number(text, 0, 2**31 - 1, whole=True))


def _search_seconds(text: str) -> float:
    seconds = _number(text, 0, MAX_AUTOML)
    if 0 < seconds < MIN_AUTOML:
        raise argparse.ArgumentTypeError(
            f"{text} is too short for a search: 0 for none, or {MIN_AUTOML:g} to {MAX_AUTOML:g}"
        )
    return seconds


def _number(text: str, low: float, high: float, *, whole: bool = False) -> float:
    try:
        value = int(text) if whole else float(text)
    except ValueError:
        value = None
    if value is None or not low <= value <= high:
        kind = "a whole number" if whole else "a number"
        raise argparse.ArgumentTypeError(f"{text} is not {kind} from {low:g} to {high:,g}")
    return value
