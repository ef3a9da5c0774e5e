"""`python -m tests.bench [--boards FOLDER] [--factors 1,10,100] [--json FILE] [WHAT …]`: every ratio in one table.

Boards are made the first time and kept in the folder.
WHAT is any of start, places, keys, reads, typing, live, frames, exports, cli, check.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

from tests.bench import big_board, commits, frames, papers, processes, reads
from tests.bench.measuring import Measured, table

SUBJECTS: dict[str, Callable[[Path, int], Iterator[Measured]]] = {
    "start": processes.start,
    "places": processes.places,
    "keys": processes.keys,
    "reads": reads.reads,
    "typing": reads.typing,
    "live": commits.live,
    "frames": frames.frames,
    "exports": papers.exports,
    "cli": processes.commands,
    "check": reads.checks,
}


def main() -> None:
    """Measure what is asked for on Boards of every factor; print the table, write the JSON."""
    asked = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    asked.add_argument("what", nargs="*", choices=[[], *SUBJECTS], help="only these")
    asked.add_argument("--boards", type=Path, default=Path(tempfile.gettempdir()) / "boardtui-bench")
    asked.add_argument("--factors", default="1,10,100")
    asked.add_argument("--json", type=Path, default=Path("bench.json"))
    told = asked.parse_args()
    found: list[Measured] = []
    for factor in map(int, told.factors.split(",")):
        board = big_board.ready(factor, told.boards)
        for name in told.what or SUBJECTS:
            new = list(SUBJECTS[name](board, factor))
            print(table(new), flush=True)
            found += new
    print(f"\n{table(found)}")
    told.json.write_text(json.dumps([asdict(one) | {"ratio": one.ratio, "met": one.met} for one in found], indent=2))


if __name__ == "__main__":
    main()
