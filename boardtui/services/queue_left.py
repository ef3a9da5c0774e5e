"""What left the Chair's queue otherwise than by the Chair's decision, since the Chair was last told.

The look is kept beside the record, not in it: looking changes nothing. In a copy that does not have it, the last time
that the Chair decided or asked in the queue counts; a Chair who never did is told nothing.
"""

from __future__ import annotations

from datetime import date

from boardtui.domain.queue import Left
from boardtui.domain.states import Role
from boardtui.services.desk import Desk
from boardtui.store import journal
from boardtui.store.reading import queue as reading
from boardtui.store.reading.reader import Database

PLACE = "queue: looked at"
"""Where the journal entry up to which the Chair has looked is kept."""


def left(desk: Desk) -> tuple[Left, ...]:
    """Return what left the queue, each with why; nothing while nobody has changed anything."""
    since = _looked_at(desk) or desk.read(reading.last_decided)
    head, _ = desk.read(journal.head)
    if not since or since >= head:
        return ()
    day = desk.read(lambda db: _day(db, since))
    before = desk.read_as_at(since, lambda db: reading.queue(db, day))
    today = desk.today
    return desk.read(lambda db: reading.left_since(db, since, before, today))


def looked(desk: Desk) -> None:
    """Keep that the Chair has seen the queue as it is now, and been told what left it."""
    if desk.role == Role.CHAIR and desk.as_at is None:
        head, _ = desk.read(journal.head)
        desk.keep_draft(PLACE, str(head), 0).result()


def _looked_at(desk: Desk) -> int:
    return next((int(one.text) for one in desk.drafts(PLACE)), 0)


def _day(db: Database, entry: int) -> date:
    (at,) = db.execute("SELECT at FROM journal_entry WHERE sequence = ?", (entry,)).fetchone()
    return date.fromisoformat(at[:10])
