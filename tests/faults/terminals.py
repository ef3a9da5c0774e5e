"""A polite kill, a hang-up, a closed window, a hard kill while somebody types: what was typed is kept."""

from __future__ import annotations

import signal
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from tests.faults import boards
from tests.faults.tally import Ground, Tally
from tests.terminal.terminal import Terminal

HALF = "The observer of the Department said that the pace of the"


def ended_while_typing(ground: Ground, tries: int) -> Tally:
    """End the program in the middle of a line, in each of four ways; open it again and look for the words."""
    tally = Tally("SIGTERM, SIGHUP, closed window, kill -9")
    ways: tuple[Callable[[Terminal], None], ...] = (
        lambda one: one.kill(signal.SIGTERM),
        lambda one: one.kill(signal.SIGHUP),
        lambda one: one.close(),
        lambda one: one.kill(signal.SIGKILL),
    )
    for number in range(tries):
        path = ground.copy(ground.small)
        hard = number % 4 == 3
        before, after = _typed(path, ways[number % 4], hard=hard)
        gone, wrong = boards.missing(path, ["0"])
        if not before:
            wrong.append("the half-typed line was not kept")
        if not after:
            wrong.append("opened again, it does not show the half-typed line")
        tally.count(*wrong, lost=gone)
    return tally


def _typed(path: Path, end: Callable[[Terminal], None], *, hard: bool) -> tuple[bool, bool]:
    """Save a line, type half of another, end the program, open it; say if the half was kept, and if it is shown."""
    first = _sit_down(path)
    try:
        first.say(boards.line(0))
        first.wait_until(lambda: len(boards.minuted(path)) == 1, "waiting for the line on disk")
        first.type(HALF)
        if hard:
            first.wait_until(lambda: _kept(path) == [HALF], "waiting for the half-typed line on disk")
        else:
            first.wait_for(HALF[-20:])
        end(first)
        kept = _kept(path) == [HALF]
    finally:
        first.close()
    again = _sit_down(path)
    try:
        again.wait_for(HALF)
        return kept, True
    except AssertionError:
        return kept, False
    finally:
        again.close()


def _sit_down(path: Path) -> Terminal:
    terminal = Terminal("open", path, "--as", "secretary", size=(120, 40))
    terminal.wait_for("Meeting 2 · 21 Feb 2013", "✓")
    return terminal


def _kept(path: Path) -> list[str]:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as db:
        return [text for (text,) in db.execute("SELECT text FROM local_draft WHERE place LIKE 'live:2:%'")]
