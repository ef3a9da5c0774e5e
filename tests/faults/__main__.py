"""`python -m tests.faults`: try every class of faults in full and print what was tried, survived and lost."""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
from pathlib import Path

from tests.faults.classes import CLASSES
from tests.faults.grounds import ground


def main() -> int:
    """Try the classes that were asked for; the exit code says whether all was survived."""
    asked = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    asked.add_argument("classes", nargs="*", metavar="CLASS", help=f"some of: {', '.join(CLASSES)}")
    asked.add_argument("--share", type=float, default=1.0, help="the share of the tries to make (default 1: in full)")
    asked.add_argument("--seed", type=int, default=None, help="draw the same chances again")
    given = asked.parse_args()
    if unknown := [name for name in given.classes if name not in CLASSES]:
        asked.error(f"no class is called {', '.join(unknown)}")
    seed = given.seed if given.seed is not None else random.SystemRandom().randrange(10**6)
    print(f"seed {seed}")
    print(f"{'class':44} {'tries':>6} {'survived':>9} {'lost':>5}")
    good = True
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {name: f"{folder}/home/{name.lower()}" for name in ("HOME", "XDG_STATE_HOME", "XDG_DATA_HOME")}
        for name in given.classes or CLASSES:
            fault, tries = CLASSES[name]
            place = Path(folder, name)
            place.mkdir()
            tally = fault(
                ground(Path(folder), place, random.Random(f"{seed} {name}")), max(1, round(tries * given.share))
            )
            good = good and tally.good
            print(f"{tally.name:44} {tally.tries:>6} {tally.survived:>9} {tally.lost:>5}  {tally.left_out}", flush=True)
            for said in tally.wrong[:5]:
                print(f"    {said}", flush=True)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
