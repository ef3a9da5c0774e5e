"""What is measured of the screen in live mode: the longest frame while an entry is committed and read back."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

from tests.bench import big_board
from tests.bench.commits import TYPED, desk_of, take
from tests.bench.measuring import Measured, seconds
from tests.bench.processes import PATIENCE, Watched, opened, watched

ENTRIES = 5
TYPED_ON = "zyxwvutsrqponmlkjihgfedcba"
"""What is typed while the entry before it is committed."""

_CONTROL = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]")
FRAME = 0.05
"""Seconds that no frame may take."""


def frames(board: Path, factor: int) -> Iterator[Measured]:
    """Measure, in a real terminal, from each key that is typed while an entry is committed until it is painted."""
    with tempfile.TemporaryDirectory(dir=board.parent) as folder:
        copy = Path(shutil.copyfile(board, Path(folder) / "frames.board"))
        with closing(desk_of(copy, count())) as desk:
            take(desk)
        big_board.backed_up(copy)
        with watched([*opened(copy), "--as", "secretary"]) as program:
            program.until("Type what is said")
            program.until_gone("Resumed meeting")  # a notice over the lines, whose ends it would keep from being seen
            program.quiet()
            _while_committed(program)  # once to warm up
            taken = [frame for _ in range(ENTRIES) for frame in _while_committed(program)]
    late = sum(one > FRAME for one in taken)
    said = f"longest of {len(taken)} live frames, {late} late / 50 ms"
    yield Measured(said, factor, max(taken), FRAME, 1.0)


def _while_committed(program: Watched) -> list[float]:
    """Enter a line, type on at once, and return the seconds from each key to its paint."""
    program.child.send(TYPED)
    _painted(program, TYPED)
    program.quiet()
    program.child.send("\r")
    taken = [seconds(lambda: _painted(program, TYPED))]
    taken += (_typed(program, TYPED_ON[:end]) for end in range(1, len(TYPED_ON) + 1))
    program.child.send("\x7f" * len(TYPED_ON))
    program.quiet()
    return taken


def _typed(program: Watched, text: str) -> float:
    """Type the last letter of a text and return the seconds until the whole of it is painted."""
    program.child.send(text[-1])
    return seconds(lambda: _painted(program, text))


def _painted(program: Watched, text: str) -> None:
    """Wait for a text among what the program writes, which is not drawn here: that would take longer than a frame."""
    written = b""
    while text.encode() not in _CONTROL.sub(b"", written):
        written += program.child.read_nonblocking(65536, timeout=PATIENCE)
