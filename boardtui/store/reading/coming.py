"""The read behind what Home says first."""

from __future__ import annotations

from datetime import date

from boardtui.domain.home import Coming
from boardtui.store.reading.board import board
from boardtui.store.reading.meetings import next_meeting
from boardtui.store.reading.reader import Database


def coming(db: Database, today: date) -> Coming:
    """Return what Home says first, as at `today`."""
    upcoming = next_meeting(db, today)
    return Coming(upcoming, (upcoming.date - today).days if upcoming else None, board(db).interval_days)
