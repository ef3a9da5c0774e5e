"""The read behind the room's view of a meeting."""

from __future__ import annotations

from datetime import date

from boardtui.domain import room as domain
from boardtui.store.reading.actions import actions
from boardtui.store.reading.meetings import items, meeting
from boardtui.store.reading.minutes import entries
from boardtui.store.reading.reader import Database


def room(db: Database, number: int, today: date) -> domain.Room:
    """Return a meeting as the room may see it; before any item was taken the first is in hand."""
    of, agenda = meeting(db, number), items(db, number)
    in_hand = next((item for item in agenda if item.id == of.item_in_hand), agenda[0] if agenda else None)
    return domain.room(of, agenda, in_hand, entries(db, number), actions(db, today, meeting=number))
