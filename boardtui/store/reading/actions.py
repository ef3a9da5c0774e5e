"""Reads of the actions: as they stand on a day, with their log."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from boardtui.domain import views
from boardtui.domain.actions import AT_RISK_DAYS, action_rating, days_late
from boardtui.domain.states import OPEN_ACTIONS, ActionState, UpdateKind
from boardtui.errors import NotFoundError
from boardtui.store.reading import restricted
from boardtui.store.reading.reader import Database
from boardtui.store.reading.rows import Columns, day, fetch, made, quoted, rows

OPEN_STATES = quoted(OPEN_ACTIONS)


def _owners(part: str) -> str:
    return f"""(
        SELECT json_group_array(initials) FROM (
            SELECT o.initials FROM action_owner AS w JOIN office AS o ON o.id = w.office_id
            WHERE w.action_id = a.id AND w.part {part} 'lead' ORDER BY w.position, o.position
        )
    )"""


_ACTIONS = f"""
SELECT a.id, a.version, m.number || '/' || printf('%02d', a.sequence) AS ref, m.number AS raised_at, a.text,
    a.raised_on, a.due, a.original_due, a.not_before, a.state, a.done_on, a.rating_when_done, a.closed_on,
    a.evidence, a.known_as, a.due_said,
    {_owners("=")} AS leads, {_owners("<>")} AS supporters,
    i.number AS item, coalesce(i.title, '') AS item_title,
    d.number AS due_meeting, c.number AS closed_at,
    (SELECT count(*) FROM action_update AS u WHERE u.action_id = a.id
        AND u.kind = '{UpdateKind.MOVED}' AND u.due_after > u.due_before) AS slips,
    {restricted.of_action("a")} AS restricted,
    {restricted.of_last_update("a", UpdateKind.CLOSED)} AS evidence_restricted,
    {restricted.of_last_update("a")} AS update_restricted,
    (SELECT json_group_array(ref) FROM (
        SELECT l.ref FROM action_line AS s JOIN plan_line AS l ON l.id = s.line_id
        WHERE s.action_id = a.id ORDER BY l.position, l.ref
    )) AS lines,
    coalesce((
        SELECT u.text FROM action_update AS u WHERE u.action_id = a.id AND u.kind <> '{UpdateKind.RAISED}'
        ORDER BY u.position DESC, u.id DESC LIMIT 1
    ), '') AS last_update,
    coalesce((SELECT at_risk_days FROM board LIMIT 1), {AT_RISK_DAYS}) AS at_risk_days
FROM action AS a
JOIN meeting AS m ON m.id = a.meeting_id
LEFT JOIN agenda_item AS i ON i.id = a.item_id
LEFT JOIN meeting AS d ON d.id = a.due_meeting_id
LEFT JOIN meeting AS c ON c.id = a.closed_at_id
"""

_UPDATES = f"""
SELECT u.given_on AS "on", u.given_by AS "by", u.kind, u.text, u.due_before, u.due_after, m.number AS meeting,
    {restricted.of_update("u")} AS restricted
FROM action_update AS u
JOIN action AS a ON a.id = u.action_id
JOIN meeting AS r ON r.id = a.meeting_id
LEFT JOIN meeting AS m ON m.id = u.meeting_id
WHERE r.number = :raised_at AND a.sequence = :sequence
ORDER BY u.position, u.id
"""

ENDED_ON = f"""iif(a.state IN ({OPEN_STATES}), NULL, coalesce(a.closed_on, (
    SELECT max(u.given_on) FROM action_update AS u
    WHERE u.action_id = a.id AND u.kind = '{UpdateKind.WITHDRAWN}'
), (SELECT n.raised_on FROM action AS n WHERE n.id = a.superseded_by_id)))"""
"""SQL for the day on which an action ceased to be open: closed, withdrawn or superseded."""


BEFOREHAND = "(a.item_id IS NULL AND a.raised_on < m.held_on)"
"""SQL for an action that has a meeting's number and was there before it, such as one brought in from another log."""

_LED = """EXISTS (
    SELECT 1 FROM action_owner AS w JOIN office AS o ON o.id = w.office_id
    WHERE w.action_id = a.id AND w.part = 'lead' AND lower(o.initials) = lower(:lead)
)"""


def actions(
    db: Database,
    today: date,
    *,
    open_only: bool = False,
    lead: str | None = None,
    meeting: int | None = None,
    agreed_at: int | None = None,
) -> list[views.Action]:
    """Return the actions: overdue first, then by due date, those without one, and last what is no longer open.

    `lead` keeps those an office or group leads, `meeting` those that have its number, `agreed_at` of these only what
    the meeting itself agreed.
    """
    conditions = (
        (open_only, f"a.state IN ({OPEN_STATES})"),
        (meeting is not None, "m.number = :meeting"),
        (agreed_at is not None, f"m.number = :agreed_at AND NOT {BEFOREHAND}"),
        (lead is not None, _LED),
    )
    where = " AND ".join(sql for asked, sql in conditions if asked) or "TRUE"
    return chosen(db, today, where, lead=lead, meeting=meeting, agreed_at=agreed_at)


def action(db: Database, ref: str, today: date) -> views.Action:
    """Return the action `5/03`; raises NotFoundError."""
    found = chosen(db, today, "m.number = :raised_at AND a.sequence = :sequence", **parts(ref))
    if not found:
        raise _unknown(ref)
    return found[0]


def updates(db: Database, ref: str) -> list[views.Update]:
    """Return the log of an action, oldest first."""
    return fetch(db, views.Update, _UPDATES, **parts(ref))


def closed_between(db: Database, after: date | None, upto: date, today: date) -> list[views.Action]:
    """Return the actions closed after one day and no later than another, the first closed first."""
    found = chosen(
        db,
        today,
        "a.state = :closed AND (:after IS NULL OR a.closed_on > :after) AND a.closed_on <= :upto",
        closed=ActionState.CLOSED.value,
        after=after.isoformat() if after else None,
        upto=upto.isoformat(),
    )
    return sorted(found, key=lambda action: (action.closed_on or date.max, place(action)))


def chosen(db: Database, today: date, where: str, **named: Any) -> list[views.Action]:
    """Return the actions for which the SQL `where` holds: `a` is the action, `m` the meeting that raised it."""
    found = rows(db, f"{_ACTIONS} WHERE {where}", **named)
    return in_order(_as_on(row, today) for row in found)


def in_order(found: Iterable[views.Action]) -> list[views.Action]:
    """Order actions as the log does: overdue, by due date, dateless, no longer open; then by reference."""
    return sorted(
        found,
        key=lambda a: (
            a.state not in OPEN_ACTIONS,
            -a.days_late,
            a.due or date.max,
            place(a),
        ),
    )


def place(action: views.Action) -> tuple[int, int]:
    """Return the meeting and sequence of an action, to order by reference."""
    return action.raised_at, int(action.ref.partition("/")[2])


def parts(ref: str) -> dict[str, int]:
    """Return the meeting and sequence that `5/03` names; raises NotFoundError for anything else."""
    raised_at, _, sequence = ref.strip().partition("/")
    if not (raised_at.isdecimal() and sequence.isdecimal() and len(ref) < 20):
        raise _unknown(ref)
    return {"raised_at": int(raised_at), "sequence": int(sequence)}


def _as_on(row: Columns, today: date) -> views.Action:
    state, due = ActionState(row["state"]), day(row["due"])
    rating = action_rating(state, due, today, day(row["not_before"]), row["at_risk_days"], row["rating_when_done"])
    return made(views.Action, row, withheld=False, rating=rating, days_late=days_late(state, due, today))


def _unknown(ref: str) -> NotFoundError:
    return NotFoundError(f"There is no action {ref}.", "", "Look at the action log.")
