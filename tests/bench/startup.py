"""Measure Home with data on the screen against a bare Textual app, each in a real terminal, in one run.

Run it with `python -m tests.bench.startup [BOARD]`. It prints the two medians of seven and their ratio.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import pexpect
import pyte

from tests.bench.bare import LAST

RUNS = 7
COLUMNS, LINES = 120, 40
GOAL = 1.8
PATIENCE = 30.0


def seconds_until(text: str, command: Sequence[str]) -> float:
    """Start a command in a terminal and return the seconds until `text` stands on its screen."""
    screen = pyte.Screen(COLUMNS, LINES)
    stream = pyte.ByteStream(screen)
    env = os.environ | {"TERM": "xterm-256color", "TEXTUAL_ANIMATIONS": "none"}
    begun = time.perf_counter()
    child = pexpect.spawn(command[0], list(command[1:]), dimensions=(LINES, COLUMNS), env=env, timeout=PATIENCE)
    try:
        while time.perf_counter() - begun < PATIENCE:
            stream.feed(child.read_nonblocking(65536, timeout=PATIENCE))
            if any(text in line for line in screen.display):
                return time.perf_counter() - begun
    finally:
        child.terminate(force=True)
    raise TimeoutError(f"“{text}” did not appear")


def main(board: Path | None) -> None:
    """Measure both in turn and print what came out."""
    with tempfile.TemporaryDirectory() as folder:
        if board is None:
            from boardtui.services import sample

            board = Path(folder) / "sample.board"
            sample.build("2012", board)
        home = [sys.executable, "-m", "boardtui", "open", str(board)]
        bare = [sys.executable, "-m", "tests.bench.bare"]
        seconds_until("Next meeting", home), seconds_until(LAST, bare)  # warm
        pairs = [(seconds_until("Next meeting", home), seconds_until(LAST, bare)) for _ in range(RUNS)]
    ours = statistics.median(pair[0] for pair in pairs)
    reference = statistics.median(pair[1] for pair in pairs)
    ratio = ours / reference
    print(f"Home with data {ours:.3f} s, bare Textual {reference:.3f} s, ratio {ratio:.2f} (goal {GOAL})")
    print(json.dumps({"what": "start", "ours": ours, "reference": reference, "ratio": ratio, "goal": GOAL}))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
