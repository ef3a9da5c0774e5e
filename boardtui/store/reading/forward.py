"""The read behind the forward plan: the meetings to come, and every record that has a day ahead."""

from __future__ import annotations

from datetime import date

from boardtui.domain.forward import ComingMeeting, ForwardPaper
from boardtui.domain.states import MeetingState
from boardtui.store.reading.actions import actions
from boardtui.store.reading.board import board, scheme
from boardtui.store.reading.deadlines import of_meetings
from boardtui.store.reading.indicators import indicators
from boardtui.store.reading.meetings import items, meetings
from boardtui.store.reading.notice import obligations
from boardtui.store.reading.people import by_initials
from boardtui.store.reading.plan import agreed, lines
from boardtui.store.reading.reader import Database

_TO_COME = (MeetingState.PLANNED, MeetingState.AGENDA_ISSUED, MeetingState.IN_SESSION)


def forward_paper(db: Database, today: date) -> ForwardPaper:
    """Return what the forward plan rests on, as at `today`; a meeting left behind is not to come."""
    coming = [
        one
        for one in meetings(db)
        if one.state in _TO_COME and (one.date >= today or one.state == MeetingState.IN_SESSION)
    ]
    due = of_meetings(db, coming)
    in_force = {one.line: one for one in agreed(db, "1")}
    return ForwardPaper(
        board=board(db),
        on=today,
        meetings=tuple(ComingMeeting(one, tuple(items(db, one.number)), due.get(one.number)) for one in coming),
        actions=tuple(actions(db, today, open_only=True)),
        lines=tuple(lines(db, today)),
        again=tuple(one for one in in_force.values() if one.recheck_on is not None),
        obligations=tuple(obligations(db, today)),
        indicators=tuple(indicators(db, today)),
        scheme=scheme(db),
        people=by_initials(db),
    )
