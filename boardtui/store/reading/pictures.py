"""Reads of what is drawn: attendance, ratings and actions over the meetings, duties over the months, indicators."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from boardtui.domain.pictures.attendance import attendance as attendance_of
from boardtui.domain.pictures.burndown import BurnDown, Life, burn_down
from boardtui.domain.pictures.chart import Chart, chart
from boardtui.domain.pictures.grid import Grid
from boardtui.domain.pictures.ratings import ratings as ratings_of
from boardtui.domain.pictures.timeline import timeline as timeline_of
from boardtui.domain.states import HELD, ActionState, MeetingState, RatingStatus
from boardtui.store.reading.board import scheme
from boardtui.store.reading.indicators import indicators as dataset
from boardtui.store.reading.notice import obligations
from boardtui.store.reading.people import attendance_grid
from boardtui.store.reading.rated import Held
from boardtui.store.reading.reader import Database
from boardtui.store.reading.rows import day, quoted

_LINES = "SELECT id, ref, title FROM plan_line ORDER BY position, ref"
_AGREED = f"""
SELECT r.line_id, m.number, r.level FROM rating AS r JOIN meeting AS m ON m.id = r.meeting_id
WHERE r.status = '{RatingStatus.AGREED}' ORDER BY r.line_id, m.number, r.position, r.id
"""
_LIVES = f"""
SELECT a.raised_on, a.state = '{ActionState.DONE}',
    coalesce(a.closed_on, CASE WHEN a.state IN ('{ActionState.WITHDRAWN}', '{ActionState.SUPERSEDED}') THEN (
        SELECT max(u.given_on) FROM action_update AS u WHERE u.action_id = a.id) END)
FROM action AS a
"""
_OVER = quoted(state for state in HELD if state != MeetingState.IN_SESSION)
_MEETINGS = f"SELECT number, held_on FROM meeting WHERE state IN ({_OVER}) ORDER BY held_on, number"


def attendance(db: Database, _today: date) -> Grid:
    """Return who came to which meeting."""
    return attendance_of(*attendance_grid(db))


def ratings(db: Database, _today: date) -> Grid:
    """Return the rating in force of each line of the plan after every meeting held, carried forward."""
    held = Held(db, None)
    given = groupby(db.execute(_AGREED).fetchall(), key=lambda row: row[0])
    agreed = {line: {meeting: level for _, meeting, level in rows} for line, rows in given}
    lines = [(ref, title, held.in_force(agreed.get(key, {}))) for key, ref, title in db.execute(_LINES).fetchall()]
    return ratings_of(scheme(db), held.last, lines)


def timeline(db: Database, today: date) -> Grid:
    """Return the dated duties by month."""
    return timeline_of(obligations(db, today), today)


def burndown(db: Database, today: date) -> BurnDown:
    """Return how many actions were open after each meeting; those that are restricted are counted."""
    lives = [
        Life(date.fromisoformat(raised), day(ended), bool(done))
        for raised, done, ended in db.execute(_LIVES).fetchall()
    ]
    held = [(number, date.fromisoformat(on)) for number, on in db.execute(_MEETINGS).fetchall()]
    return burn_down(held, lives, today)


def indicators(db: Database, today: date) -> tuple[Chart, ...]:
    """Return every indicator over its periods."""
    return tuple(chart(one) for one in dataset(db, today))
