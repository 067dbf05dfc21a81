"""How many plays each hour of the day has: ``bigdata submit main.py LOG OUTPUT``."""

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent / "src"))
    from plays_per_hour.job import main

    sys.exit(main())
