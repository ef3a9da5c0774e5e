"""What is measured of live mode: Enter to committed, against the same statements run by sqlite3 alone.

Both sides write an entry, move the clock of the meeting and of the item in hand, and write the journal's own rows, in
one commit on disk: the triggers, the pragmas and the folder are the same.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

from boardtui.domain.states import Role
from boardtui.services import meetings, minutes
from boardtui.services.desk import Desk
from boardtui.store.engine import connect
from tests.bench.measuring import Measured, in_turn, seconds

MEETING = 6
ENTERED = 20
TYPED = "A note of what was said at some length"
BEGUN = datetime(2013, 6, 27, 14, 0)

_ANY_ENTRY = "SELECT * FROM entry WHERE meeting_id = (SELECT id FROM meeting WHERE number = 5) LIMIT 1"
_MEETING = "UPDATE meeting SET ticked_at = ?, version = version + 1 WHERE number = ?"
_ITEM = """UPDATE agenda_item SET used_seconds = used_seconds + 1, version = version + 1
WHERE id = (SELECT item_in_hand_id FROM meeting WHERE number = ?)"""
_SEALED = "UPDATE journal_change SET entry = ?, before_digest = ?, after_digest = ? WHERE entry IS NULL"
_DIGEST = "0" * 64


def live(board: Path, factor: int) -> Iterator[Measured]:
    """Measure one entry of a meeting in session, committed by the program and by sqlite3 alone."""
    ticks = count()
    with tempfile.TemporaryDirectory(dir=board.parent) as folder:
        ours, theirs = (Path(shutil.copyfile(board, Path(folder) / f"{name}.board")) for name in ("ours", "theirs"))
        with closing(desk_of(ours, ticks)) as desk:
            take(desk)

            def enter() -> float:
                return seconds(lambda: desk.do(lambda work: minutes.enter(work, MEETING, TYPED)))

            with closing(desk_of(theirs, ticks)) as other:
                take(other)
            with closing(connect(theirs)) as db:
                (row,), numbers = db.execute(_ANY_ENTRY).fetchall(), count(1)
                taken = in_turn(enter, lambda: seconds(lambda: _raw(db, row, next(numbers))), ENTERED)
    yield Measured("Enter to committed / raw commit", factor, *taken, 3)


def desk_of(board: Path, ticks: Iterator[int]) -> Desk:
    """Return the secretary's desk; a second passes each time somebody looks at the clock."""
    return Desk(board, who="Bench", role=Role.SECRETARY, clock=lambda: BEGUN + timedelta(seconds=next(ticks)))


def take(desk: Desk) -> None:
    """Start the meeting and take an item in hand."""
    desk.do(lambda work: meetings.start_meeting(work, MEETING))
    desk.do(lambda work: minutes.enter(work, MEETING, "# 4"))


def _raw(db: sqlite3.Connection, row: tuple[object, ...], number: int) -> None:
    """Write what one entry writes, statement by statement, its journal's rows as plain text."""
    db.execute("BEGIN IMMEDIATE")
    db.execute(f"INSERT INTO entry VALUES ({', '.join('?' * len(row))})", (f"raw-{number}", *row[1:]))
    db.execute(_MEETING, (BEGUN.isoformat(), MEETING))
    db.execute(_ITEM, (MEETING,))
    (last,) = db.execute("SELECT max(sequence) FROM journal_entry").fetchone()
    entry = (last + 1, BEGUN.isoformat(), "Bench", "secretary", "An entry", None, 0, 1, _DIGEST, _DIGEST)
    db.execute("INSERT INTO journal_entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", entry)
    db.execute(_SEALED, (last + 1, _DIGEST, _DIGEST))
    db.execute("COMMIT")
