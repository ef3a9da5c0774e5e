"""The read behind the Chair's private brief."""

from __future__ import annotations

from datetime import date

from boardtui.domain import views
from boardtui.domain.brief import OF, Record
from boardtui.domain.states import MeetingState
from boardtui.store.reading.actions import actions
from boardtui.store.reading.board import board, scheme
from boardtui.store.reading.challenge import flags
from boardtui.store.reading.indicators import indicators
from boardtui.store.reading.meetings import before, last_held, meeting, next_meeting
from boardtui.store.reading.minutes import challenges
from boardtui.store.reading.notice import obligations
from boardtui.store.reading.people import attendance_grid
from boardtui.store.reading.plan import lines_with
from boardtui.store.reading.reader import Database

_TO_COME = (MeetingState.PLANNED, MeetingState.AGENDA_ISSUED, MeetingState.IN_SESSION)


def brief_record(db: Database, number: int | None, today: date) -> Record:
    """Return what the brief for a meeting is read from, by default the next one; of one that was held, the next."""
    of = meeting(db, number) if number is not None else None
    if of is None or of.state not in _TO_COME:
        of = next_meeting(db, today)
    last = _before(db, of)
    dataset = indicators(db, today)
    waits = actions(db, today, open_only=True)
    return Record(
        board=board(db),
        on=today,
        meeting=of,
        last=last,
        challenges=tuple(challenges(db)),
        open=tuple(waits),
        raised=tuple(actions(db, today, agreed_at=last.number)) if last else (),
        flags=tuple(flags(db, today, dataset)),
        indicators=tuple(dataset),
        obligations=tuple(obligations(db, today)),
        came=_came(db),
        lines=tuple(lines_with(db, waits)),
        scheme=scheme(db),
    )


def _before(db: Database, of: views.Meeting | None) -> views.Meeting | None:
    """Return the meeting before, if it was held; else the last one that was."""
    found = before(db, of) if of is not None else None
    return found if found is not None and found.opened_at else last_held(db, MeetingState.IN_SESSION)


def _came(db: Database) -> tuple[tuple[views.Person, tuple[str, ...]], ...]:
    """Return how each office was at the last meetings that have closed."""
    begun, offices = attendance_grid(db)
    numbers = [one.number for one in begun if one.state != MeetingState.IN_SESSION][-OF:]
    return tuple((person, tuple(came[number] for number in numbers)) for person, came in offices)
