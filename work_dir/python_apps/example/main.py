"""Learn who pays from what users listen to: ``python3 main.py 10000``, or ``python3 main.py --help``."""

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent / "src"))
    from example.cli import main

    sys.exit(main())
