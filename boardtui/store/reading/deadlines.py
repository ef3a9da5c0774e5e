"""The reads behind a meeting's deadlines: how many working days the Board wants, and the days it is closed."""

from __future__ import annotations

from collections.abc import Iterable

from boardtui.domain import views
from boardtui.domain.deadlines import AGENDA, MINUTES, PAPERS, DeadlineRule, Deadlines, deadlines
from boardtui.domain.states import MeetingState
from boardtui.store.reading.calendar import closed_days
from boardtui.store.reading.reader import Database

_DAYS = "SELECT papers_days, agenda_days, minutes_days FROM board LIMIT 1"
_NONE = (MeetingState.CANCELLED, MeetingState.POSTPONED)


def rule(db: Database) -> DeadlineRule:
    """Return how the Board counts its deadlines."""
    papers, agenda, minutes = db.execute(_DAYS).fetchone() or (PAPERS, AGENDA, MINUTES)
    return DeadlineRule(papers, agenda, minutes, closed_days(db))


def of_meetings(db: Database, meetings: Iterable[views.Meeting]) -> dict[int, Deadlines]:
    """Return the deadlines of each meeting by its number; one cancelled or postponed has none."""
    counted = rule(db)
    return {one.number: deadlines(one.date, counted) for one in meetings if one.state not in _NONE}
