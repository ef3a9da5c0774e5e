"""The pen in this very file: a row beside the record, outside the journal, that a copy does not share."""

from __future__ import annotations

import sqlite3
from datetime import date, datetime

from boardtui.domain.pen import Pen

_SET = """
INSERT INTO local_lease (id, pen, pen_with, pen_since) VALUES (1, :pen, :holder, :since)
ON CONFLICT (id) DO UPDATE SET pen = excluded.pen, pen_with = excluded.pen_with, pen_since = excluded.pen_since
"""


def pen(db: sqlite3.Connection) -> Pen:
    """Return who has the pen; where nothing says otherwise, it is here."""
    row = db.execute("SELECT pen, pen_with, pen_since FROM local_lease WHERE id = 1").fetchone()
    if row is None or row[0] == "here":
        return Pen()
    return Pen(here=False, holder=row[1], since=date.fromisoformat(row[2][:10]) if row[2] else None)


def give(db: sqlite3.Connection, holder: str, at: datetime) -> None:
    """Note that somebody else has the pen from now on."""
    db.execute(_SET, {"pen": "away", "holder": holder, "since": at.isoformat(timespec="seconds")})


def take(db: sqlite3.Connection) -> None:
    """Note that the pen is here."""
    db.execute(_SET, {"pen": "here", "holder": "", "since": None})
