"""How each kind of record is listed: its order, from an index, and the reading of a page of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from boardtui.domain import views
from boardtui.domain.actions import WITH_OWNER
from boardtui.domain.dataset import Indicator
from boardtui.domain.states import Series
from boardtui.store.reading import actions, challenge, indicators, letters, meetings, notice
from boardtui.store.reading.actions import OPEN_STATES
from boardtui.store.reading.challenge import LineAsked
from boardtui.store.reading.pages import Listing
from boardtui.store.reading.reader import Database
from boardtui.store.reading.rows import quoted

_LATE = f"(a.state IN ({quoted(WITH_OWNER)}) AND a.due < :on)"


def _actions(db: Database, *, where: str, today: date, **named: object) -> Sequence[views.Action]:
    return actions.chosen(db, today, where, **named)


def _lines(db: Database, *, where: str, today: date, **named: object) -> Sequence[LineAsked]:
    return challenge.asked(db, today, where, None, **named)


def _meetings(
    db: Database,
    *,
    where: str,
    today: date,  # noqa: ARG001  (every list is read in one way; this one does not change with the day)
    **named: object,
) -> Sequence[views.Meeting]:
    return meetings.chosen(db, where, **named)


def _indicators(db: Database, *, where: str, today: date, **named: object) -> Sequence[Indicator]:
    return indicators.chosen(db, today, where, **named)


def _requirements(
    db: Database,
    *,
    where: str,
    today: date,  # noqa: ARG001  (every list is read in one way; this one does not change with the day)
    **named: object,
) -> Sequence[views.Requirement]:
    return notice.chosen(db, where, **named)


def _letters(
    db: Database,
    *,
    where: str,
    today: date,  # noqa: ARG001  (every list is read in one way; this one does not change with the day)
    **named: object,
) -> Sequence[views.Letter]:
    return letters.chosen(db, where, None, **named)


def _reports(db: Database, *, where: str, today: date, **named: object) -> Sequence[views.Letter]:
    return letters.chosen(db, where, today, **named)


ACTIONS = Listing(
    "action AS a",
    "a.due, a.raised_on, a.sequence, a.state, a.rowid",
    "(SELECT number FROM meeting AS rm WHERE rm.id = a.meeting_id) || '/' || printf('%02d', a.sequence)",
    _actions,
    (
        f"a.state IN ({OPEN_STATES}) AND {_LATE}",
        f"a.state IN ({OPEN_STATES}) AND a.due IS NOT NULL AND NOT {_LATE}",
        f"a.state IN ({OPEN_STATES}) AND a.due IS NULL",
        f"a.state NOT IN ({OPEN_STATES}) AND a.due IS NOT NULL",
        f"a.state NOT IN ({OPEN_STATES}) AND a.due IS NULL",
    ),
)
"""Overdue first, by due date; then what is open, and last what is no longer open; the first part is what is overdue."""

PLAN = Listing("plan_line AS l", "l.position, l.ref", "l.ref", _lines, heading="l.theme")
"""The plan in its order, under its themes."""

MEETINGS = Listing("meeting AS m", "m.held_on, m.number", "CAST(m.number AS TEXT)", _meetings)
"""The series in order of date."""

INDICATORS = Listing("indicator AS i", "i.position, i.ref", "i.ref", _indicators)
"""The dataset in its order."""

REQUIREMENTS = Listing(
    "requirement AS r",
    "r.source_id, r.position, r.ref",
    "r.ref",
    _requirements,
    heading="r.source_id",
)
"""Requirements under the identity of their source; `Order.arranged` puts the sources into their order."""

FIRST_REQUIREMENTS = replace(REQUIREMENTS, parts=(notice.OF_FIRST,))
"""Those of the first source."""

LETTERS = {
    series: Listing(
        "letter AS l",
        "l.number",
        "l.series || ' ' || l.number",
        _reports if series == Series.REPORT else _letters,
        (f"l.series = '{series}'",),
    )
    for series in Series
}
"""Letters and reports by their numbers; a report comes with its figures, which are compared with the records."""
