"""The one read behind live mode."""

from __future__ import annotations

from datetime import date, datetime

from boardtui.domain.live import Live, presence
from boardtui.domain.states import EntryKind
from boardtui.store.reading import meetings as reading
from boardtui.store.reading.actions import chosen
from boardtui.store.reading.board import board
from boardtui.store.reading.minutes import entries
from boardtui.store.reading.people import people
from boardtui.store.reading.reader import Database
from boardtui.store.reading.rows import rows

_RAISED = f"a.id IN (SELECT e.action_id FROM entry AS e WHERE e.item_id = :item AND e.kind = '{EntryKind.ACTION}')"
_TICKED = "SELECT ticked_at FROM meeting WHERE number = :number"


def live(db: Database, number: int, today: date) -> Live:
    """Return a meeting in session as it stands; before any item was taken the first is in hand."""
    meeting, items = reading.meeting(db, number), tuple(reading.items(db, number))
    in_hand = next((item for item in items if item.id == meeting.item_in_hand), items[0] if items else None)
    at = in_hand.number if in_hand else None
    return Live(
        meeting=meeting,
        items=items,
        item=in_hand,
        entries=tuple(entries(db, number, at)) if at is not None else (),
        raised=tuple(chosen(db, today, _RAISED, item=in_hand.id)) if in_hand else (),
        presence=presence(
            board(db),
            people(db),
            reading.attendance(db, number),
            reading.movements(db, number),
            reading.interests(db, number),
            at,
        ),
        ticked_at=_ticked(db, number),
    )


def _ticked(db: Database, number: int) -> datetime | None:
    (row,) = rows(db, _TICKED, number=number)
    return datetime.fromisoformat(row["ticked_at"]) if row["ticked_at"] else None
