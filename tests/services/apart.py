"""Two copies of one small Board: handed over, worked in on both sides, looked into."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from boardtui.domain.adopting import Adopted, Comparison, Side
from boardtui.domain.states import Role
from boardtui.services import adopting, check, handover, meetings
from boardtui.services.desk import Desk
from boardtui.store import triggers
from boardtui.store.unit import Work

DAY = datetime(2013, 2, 22, 9, 0)


@dataclass
class Parted:
    """Our desk, and the Chair's over the copy."""

    ours: Desk
    theirs: Desk

    def both(self, change: Callable[[Work], Any]) -> None:
        """Make the same change on both sides."""
        self.ours.do(change)
        self.theirs.do(change)

    def compare(self) -> Comparison:
        """Compare the two as they stand."""
        with adopting.returned(self.ours, self.theirs.path) as copy:
            return copy.comparison

    def adopt(self, take: Side = "ours", **choices: Side) -> Adopted:
        """Adopt the copy, choosing one side for whatever both changed."""
        with adopting.returned(self.ours, self.theirs.path) as copy:
            chosen = {one: choices.get(one, take) for one in copy.comparison.choices}
            return adopting.adopt(self.ours, copy, chosen)


def handed(ours: Desk, folder: Path) -> Parted:
    """Hand the Board over to the Chair and open the copy there, as whoever types for the Chair."""
    done = handover.hand_over(ours, Role.CHAIR, name="Ann Smith", out=folder / "for-chair.board")
    return Parted(ours, Desk(done.copy, who="Ann Smith", role=Role.ADMINISTRATOR, clock=lambda: DAY))


def parted(ours: Desk, folder: Path) -> Parted:
    """Hand the Board over, take the pen back, and so let both sides work."""
    both = handed(ours, folder)
    ours.do(handover.take_back, penless=True)
    return both


def sign(desk: Desk, number: int) -> None:
    """Close a meeting, send its minutes to the Chair and sign them as the Chair."""
    desk.do(lambda work: meetings.close_meeting(work, number))
    desk.do(lambda work: meetings.submit_minutes(work, number))
    chair = Desk(desk.path, who="Ann Smith", role=Role.CHAIR, clock=lambda: desk.now)
    chair.do(lambda work: meetings.sign_minutes(work, number, by="Ann Smith"))
    chair.close()


def words(path: Path) -> set[str]:
    """Return every value of every table that the journal keeps."""
    with closing(sqlite3.connect(path)) as db:
        found = [row for table in triggers.kept_tables(db) for row in db.execute(f"SELECT * FROM {table}")]
    return {str(value) for row in found for value in row}


def told(path: Path) -> set[str]:
    """Return every value that a file's journal holds."""
    with closing(sqlite3.connect(path)) as db:
        found = db.execute("SELECT after FROM journal_change WHERE after IS NOT NULL").fetchall()
    return {str(value) for (image,) in found for value in json.loads(image).values()}


def whole(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of a file that both copies share: records and journal, identities and versions too."""
    with closing(sqlite3.connect(path)) as db:
        tables = [*triggers.kept_tables(db), "journal_entry", "journal_change"]
        return {table: sorted(db.execute(f"SELECT * FROM {table}").fetchall(), key=repr) for table in tables}


def sound(desk: Desk) -> None:
    """Fail unless the file is sound: SQLite, links, journal, seals."""
    assert desk.read(check.check) == []
