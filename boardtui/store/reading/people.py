"""Reads of the people: offices, who holds them, groups, and who came to which meeting."""

from __future__ import annotations

from boardtui.domain import views
from boardtui.domain.states import HELD, PersonKind
from boardtui.store.reading.meetings import meetings
from boardtui.store.reading.reader import Database
from boardtui.store.reading.rows import fetch

_PEOPLE = """
SELECT o.id, o.version, o.initials, o.title AS role, o.organisation, o.kind, d.initials AS deputy_of,
    coalesce((
        SELECT h.name FROM holder AS h WHERE h.office_id = o.id AND h.until IS NULL
        ORDER BY h.since DESC, h.id LIMIT 1
    ), o.title) AS name,
    (SELECT json_group_array(initials) FROM (
        SELECT m.initials FROM group_member AS g JOIN office AS m ON m.id = g.office_id
        WHERE g.group_id = o.id ORDER BY m.position, m.initials
    )) AS members
FROM office AS o LEFT JOIN office AS d ON d.id = o.deputy_of_id
ORDER BY o.position, o.initials
"""

_CAME = """
SELECT m.number, o.initials,
    max(CASE a.status WHEN 'apologies' THEN 1 WHEN 'absent' THEN 2 ELSE 4 END) AS how
FROM attendance AS a JOIN meeting AS m ON m.id = a.meeting_id JOIN office AS o ON o.id = a.office_id
GROUP BY m.number, o.initials
UNION ALL
SELECT m.number, o.initials, 3
FROM attendance AS a JOIN meeting AS m ON m.id = a.meeting_id JOIN office AS o ON o.id = a.deputy_for_id
"""
_CELLS = {1: "A", 2: "N", 3: "D", 4: "Y"}
"""Of two things said of one office the higher is shown: who came in person did attend, deputy or not."""


def people(db: Database) -> list[views.Person]:
    """Return every office and group, in their order, with who holds the office now."""
    return fetch(db, views.Person, _PEOPLE)


def by_initials(db: Database) -> dict[str, views.Person]:
    """Return every office and group by its initials, in their order."""
    return {person.initials: person for person in people(db)}


def attendance_grid(
    db: Database,
) -> tuple[list[views.Meeting], list[tuple[views.Person, dict[int, str]]]]:
    """Return the meetings that have begun, and how each office was at each of them.

    Y attended (as a deputy too), D sent a deputy, A apologies, N absent, empty where nothing is entered.
    """
    begun = [meeting for meeting in meetings(db) if meeting.state in HELD]
    came: dict[tuple[str, int], int] = {}
    for number, initials, how in db.execute(_CAME).fetchall():
        came[initials, number] = max(how, came.get((initials, number), 0))
    offices = [person for person in people(db) if person.kind != PersonKind.GROUP]
    return begun, [
        (person, {m.number: _CELLS.get(came.get((person.initials, m.number), 0), "") for m in begun})
        for person in offices
    ]
