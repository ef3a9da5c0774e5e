"""The read that two moments of the Board are compared by: the same functions that fill its lists, at each of them."""

from __future__ import annotations

from datetime import date

from boardtui.domain import views
from boardtui.domain.changes import Moment, Stand
from boardtui.domain.states import UpdateKind
from boardtui.store.reading.actions import actions, updates
from boardtui.store.reading.board import board, scheme
from boardtui.store.reading.indicators import indicators
from boardtui.store.reading.meetings import closed
from boardtui.store.reading.minutes import decisions
from boardtui.store.reading.notice import obligations
from boardtui.store.reading.people import by_initials
from boardtui.store.reading.plan import lines, moves
from boardtui.store.reading.reader import Database


def stand(db: Database, at: Moment) -> Stand:
    """Return how the Board stands at a moment."""
    log = tuple(actions(db, at.day))
    moved = {one.ref: _last_move(db, one.ref) for one in log if one.due != one.original_due or one.slips}
    plan = tuple(lines(db, at.day))
    return Stand(
        at,
        board(db),
        plan,
        log,
        tuple(indicators(db, at.day)),
        tuple(decisions(db)),
        tuple(obligations(db, at.day)),
        scheme(db),
        by_initials(db),
        {ref: move for ref, move in moved.items() if move is not None},
        {line.ref: moves(db, line.ref)[-1] for line in plan if line.moves},
    )


def last_closed(db: Database, before: int) -> int | None:
    """Return the number of the last meeting that closed before an entry of the journal."""
    return next((one.number for one in closed(db) if one.entry < before), None)


def newest(db: Database, today: date) -> Moment:
    """Return the moment that is now."""
    (entry,) = db.execute("SELECT coalesce(max(sequence), 0) FROM journal_entry").fetchone()
    return Moment(entry, today)


def _last_move(db: Database, ref: str) -> views.Update | None:
    return next((one for one in reversed(updates(db, ref)) if one.kind == UpdateKind.MOVED), None)
