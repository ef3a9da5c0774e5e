"""What is measured of live mode: Enter to committed, against the same rows written by sqlite3 with the same pragmas."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from itertools import count
from pathlib import Path

from boardtui.domain.states import Role
from boardtui.services import meetings, minutes
from boardtui.services.desk import Desk
from boardtui.store import journal
from boardtui.store.engine import connect
from tests.bench.measuring import Measured, in_turn, seconds

MEETING = 6
ENTERED = 20
_ANY_ENTRY = "SELECT * FROM entry WHERE meeting_id = (SELECT id FROM meeting WHERE number = 5) LIMIT 1"
_NOW = datetime(2013, 6, 27, 14, 0)


def live(board: Path, factor: int) -> Iterator[Measured]:
    """Measure one entry of a meeting in session, committed by the program and by sqlite3 alone."""
    with tempfile.TemporaryDirectory(dir=board.parent) as folder:
        copy = Path(shutil.copyfile(board, Path(folder) / "live.board"))
        with closing(Desk(copy, who="Bench", role=Role.SECRETARY, clock=lambda: _NOW)) as desk:
            desk.do(lambda work: meetings.start_meeting(work, MEETING))
            desk.do(lambda work: minutes.enter(work, MEETING, "# 4"))

            def enter() -> float:
                typed = "A note of what was said at some length"
                return seconds(lambda: desk.do(lambda work: minutes.enter(work, MEETING, typed)))

            with closing(connect(copy)) as db:
                (row,), numbers = db.execute(_ANY_ENTRY).fetchall(), count(1)
                ours, reference = in_turn(enter, lambda: seconds(lambda: _raw(db, row, next(numbers))), ENTERED)
    yield Measured("Enter to committed / raw commit", factor, ours, reference, 3)


def _raw(db: sqlite3.Connection, row: tuple[object, ...], number: int) -> None:
    """Write an entry, move the meeting's clock, and write the journal's own rows, as one commit."""
    db.execute("BEGIN IMMEDIATE")
    db.execute(f"INSERT INTO entry VALUES ({', '.join('?' * len(row))})", (f"raw-{number}", *row[1:]))
    db.execute("UPDATE meeting SET ticked_at = ?, version = version + 1 WHERE number = ?", (_NOW.isoformat(), MEETING))
    journal.stamp(db, journal.Stamp(_NOW, "Bench", "secretary", "An entry"))
    db.execute("COMMIT")
