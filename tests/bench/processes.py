"""What is measured as whole processes in a real terminal: start, places, keys, the command line."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pexpect
import pyte

from boardtui.store.reading.actions import _ACTIONS, OPEN_STATES
from tests.bench import bare, big_board
from tests.bench.measuring import Measured, in_turn, seconds

COLUMNS, LINES = 120, 40
FIRST = "Next meeting"
"""What Home shows first of its data."""
PATIENCE = 120.0
PLACES = {
    "2": "Meetings",
    "3": "Actions",
    "4": "Plan",
    "5": "Indicators",
    "6": "Notice",
    "7": "Letters",
    "8": "People",
}
SHOWN = {
    "2": " confirmed ",
    "3": "R  agree how a school",
    "4": "Early help",
    "5": "I2",
    "6": "N 3.1",
    "7": "initial report",
    "8": "DCS",
}
"""What stands on the screen once a place shows its list."""

PYTHON = sys.executable
COMPILED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Where programs run: what is imported is kept compiled, as it is where a program was installed."""

BARE = [PYTHON, "-m", "tests.bench.bare"]


class Watched:
    """A program in a terminal, read until something stands on its screen."""

    def __init__(self, command: Sequence[str]) -> None:
        self.screen = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self.screen)
        env = COMPILED | {"TERM": "xterm-256color", "TEXTUAL_ANIMATIONS": "none"}
        self.child = pexpect.spawn(
            command[0], list(command[1:]), dimensions=(LINES, COLUMNS), env=env, timeout=PATIENCE
        )
        self.child.delaybeforesend = None

    def until(self, text: str) -> None:
        """Read until a text stands on the screen."""
        deadline = time.perf_counter() + PATIENCE
        while not any(text in line for line in self.screen.display):
            if time.perf_counter() > deadline:
                raise TimeoutError(f"“{text}” did not appear:\n" + "\n".join(self.screen.display))
            try:
                self._stream.feed(self.child.read_nonblocking(65536, timeout=0.5))
            except pexpect.TIMEOUT:
                continue

    def until_gone(self, text: str) -> None:
        """Read until a text that stood on the screen for a while has left it."""
        self.until(text)
        while any(text in line for line in self.screen.display):
            self.quiet()

    def quiet(self) -> None:
        """Read until nothing more is written."""
        try:
            while True:
                self._stream.feed(self.child.read_nonblocking(65536, timeout=0.3))
        except pexpect.TIMEOUT:
            return

    def key(self, key: str) -> float:
        """Press a key and return the seconds until the first of what it writes."""
        begun = time.perf_counter()
        self.child.send(key)
        self._stream.feed(self.child.read_nonblocking(65536, timeout=PATIENCE))
        return time.perf_counter() - begun


@contextmanager
def watched(command: Sequence[str]) -> Iterator[Watched]:
    """Yield a program in a terminal; it is ended afterwards."""
    program = Watched(command)
    try:
        yield program
    finally:
        program.child.terminate(force=True)


def peak(text: str, command: Sequence[str]) -> float:
    """Return the most megabytes that a program held until a text stood on its screen and nothing more was written."""
    with watched(command) as program:
        program.until(text)
        program.quiet()
        status = Path(f"/proc/{program.child.pid}/status").read_text(encoding="utf-8")
    (most,) = (int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))
    return most / 1024


def until(text: str, command: Sequence[str]) -> float:
    """Return the seconds from starting a program until a text stands on its screen; ending it is not counted."""
    begun = time.perf_counter()
    with watched(command) as program:
        program.until(text)
        return time.perf_counter() - begun


def opened(board: Path) -> list[str]:
    """Return the command that opens a Board."""
    return [PYTHON, "-m", "boardtui", "open", str(board)]


def start(board: Path, factor: int) -> Iterator[Measured]:
    """Measure Home with data against a bare Textual app, in time and memory; a big Board also with a small one."""
    ours, reference = in_turn(lambda: until(FIRST, opened(board)), lambda: until(bare.LAST, BARE))
    yield Measured("start: Home with data / bare Textual", factor, ours, reference, 1.4)
    ours, reference = in_turn(lambda: peak(FIRST, opened(board)), lambda: peak(bare.LAST, BARE), runs=3)
    yield Measured("start: peak memory / bare Textual", factor, ours, reference, 1.6, "MB")
    if factor > 1:
        small = big_board.ready(1, board.parent)
        ours, reference = in_turn(lambda: until(FIRST, opened(board)), lambda: until(FIRST, opened(small)))
        yield Measured("start: Home with data / at factor 1", factor, ours, reference, 1.15)


def places(board: Path, factor: int) -> Iterator[Measured]:
    """Measure opening each place against opening it on a Board of factor 1."""
    small = big_board.ready(1, board.parent)

    def open_place(of: Path, key: str) -> float:
        with watched(opened(of)) as program:
            program.until("Next meeting")
            program.quiet()
            program.child.send(key)
            return seconds(lambda: program.until(SHOWN[key]))

    for key, name in PLACES.items():
        ours, reference = in_turn(partial(open_place, board, key), partial(open_place, small, key), 3)
        yield Measured(f"open {name} / at factor 1", factor, ours, reference, 2.0)
    ours, reference = in_turn(partial(until, FIRST, opened(board)), partial(until, FIRST, opened(small)), 3)
    yield Measured("open Home / at factor 1", factor, ours, reference, 2.0)


def keys(board: Path, factor: int) -> Iterator[Measured]:
    """Measure a key that moves the cursor in Actions against one in a bare table of 200 rows."""
    with watched(opened(board)) as ours, watched([PYTHON, "-m", "tests.bench.bare", "200"]) as reference:
        ours.until(FIRST)
        ours.child.send("3")
        ours.until(SHOWN["3"])
        reference.until(bare.LAST)
        for program in (ours, reference):
            program.quiet()

        def down(program: Watched) -> float:
            taken = program.key("\x1b[B")
            program.quiet()
            return taken

        yield Measured(
            "key in Actions / in 200 rows", factor, *in_turn(lambda: down(ours), lambda: down(reference)), 1.5
        )


def commands(board: Path, factor: int) -> Iterator[Measured]:
    """Measure a list and the help as whole processes against a bare Typer program."""

    def ran(*command: str) -> float:
        return seconds(lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=COMPILED))

    reading = (PYTHON, "-m", "tests.bench.bare_reading")
    statement = board.with_suffix(".sql")
    for only, where in (((), ""), (("--filter", "is:open"), f"WHERE a.state IN ({OPEN_STATES})")):
        statement.write_text(f"{_ACTIONS} {where}", encoding="utf-8")
        ours, reference = in_turn(
            partial(ran, PYTHON, "-m", "boardtui", "list", "actions", str(board), "--json", *only),
            partial(ran, *reading, str(board), str(statement)),
        )
        asked = " ".join(("list actions --json", *only[:1]))
        yield Measured(f"{asked} / Typer with sqlite3", factor, ours, reference, 1.5)
    ours, reference = in_turn(lambda: ran(PYTHON, "-m", "boardtui", "--help"), lambda: ran(*reading, "--help"))
    yield Measured("--help / Typer's --help", factor, ours, reference, 1.5)
