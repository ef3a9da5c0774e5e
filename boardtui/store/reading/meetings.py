"""Reads of meetings: when they are, and which of them comes next or was last."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boardtui.domain import views
from boardtui.domain.moments import Closed
from boardtui.domain.states import HELD, MeetingState
from boardtui.errors import NotFoundError
from boardtui.store.reading import restricted
from boardtui.store.reading.reader import Database
from boardtui.store.reading.rows import Columns, fetch, made, quoted, rows

HELD_STATES = quoted(HELD)
NOT_COUNTED = quoted((MeetingState.CANCELLED, MeetingState.POSTPONED))
"""States of a meeting that the series passes over."""

_MEETINGS = f"""
SELECT m.id, m.version, m.number, m.held_on AS date, m.starts, m.place, m.state,
    (SELECT CAST(julianday(m.held_on) - julianday(p.held_on) AS INTEGER) FROM meeting AS p
        WHERE p.state NOT IN ({NOT_COUNTED}) AND (p.held_on, p.number) < (m.held_on, m.number)
        ORDER BY p.held_on DESC, p.number DESC LIMIT 1
    ) AS days_since_last,
    m.moved_because, m.agenda_issued_on, m.opened_at, m.closed_at, m.item_in_hand_id AS item_in_hand,
    m.restricted_now, o.initials AS presiding, m.submitted_on, m.signed_on, m.signed_by, m.signed_how,
    c.number AS confirmed_at, c.held_on AS confirmed_on, m.confirmed_how,
    (SELECT count(*) FROM agenda_item AS i WHERE i.meeting_id = m.id) AS items,
    (SELECT count(*) FROM entry AS e WHERE e.meeting_id = m.id) AS entries,
    (SELECT count(e.to_tidy) FROM entry AS e WHERE e.meeting_id = m.id) AS to_tidy
FROM meeting AS m
LEFT JOIN office AS o ON o.id = m.presiding_id
LEFT JOIN meeting AS c ON c.id = m.confirmed_at_id
"""
_ITEMS = """
SELECT i.*, p.initials AS presenter, t.number AS deferred_to, fm.number AS deferred_from,
    f.deferred_because AS because_then,
    (SELECT count(*) FROM entry AS e WHERE e.item_id = i.id) AS entries
FROM agenda_item AS i
JOIN meeting AS m ON m.id = i.meeting_id
LEFT JOIN office AS p ON p.id = i.presenter_id
LEFT JOIN meeting AS t ON t.id = i.deferred_to_id
LEFT JOIN agenda_item AS f ON f.id = i.deferred_from_id
LEFT JOIN meeting AS fm ON fm.id = f.meeting_id
WHERE m.number = :number
ORDER BY i.number, i.id
"""
_ATTENDANCE = """
SELECT a.id, m.number AS meeting, o.initials,
    coalesce((
        SELECT h.name FROM holder AS h
        WHERE h.office_id = o.id AND (h.since IS NULL OR h.since <= m.held_on)
            AND (h.until IS NULL OR h.until >= m.held_on)
        ORDER BY h.since DESC, h.id LIMIT 1
    ), o.title, a.guest_name) AS name,
    coalesce(o.title, a.guest_title) AS role,
    coalesce(o.organisation, d.organisation, '') AS organisation,
    coalesce(o.kind, 'guest') AS kind, a.status, d.initials AS deputy_for
FROM attendance AS a
JOIN meeting AS m ON m.id = a.meeting_id
LEFT JOIN office AS o ON o.id = a.office_id
LEFT JOIN office AS d ON d.id = a.deputy_for_id
WHERE m.number BETWEEN :first AND :last
ORDER BY m.held_on, m.number, coalesce(o.position, d.position), o.id IS NULL, a.guest_name, a.id
"""
_MOVEMENTS = """
SELECT coalesce(o.initials, a.guest_name) AS who, v.arrived, coalesce(i.number, 0) AS item, v.position
FROM movement AS v
JOIN meeting AS m ON m.id = v.meeting_id
JOIN attendance AS a ON a.id = v.attendance_id
LEFT JOIN office AS o ON o.id = a.office_id
LEFT JOIN entry AS e ON e.id = v.entry_id
LEFT JOIN agenda_item AS i ON i.id = e.item_id
WHERE m.number = :number
ORDER BY v.position, v.id
"""
_INTERESTS = f"""
SELECT o.initials AS who, x.item_number AS item, x.nature, x.leaves, {restricted.minuted("x")} AS restricted
FROM interest AS x
JOIN meeting AS m ON m.id = x.meeting_id
JOIN office AS o ON o.id = x.office_id
LEFT JOIN entry AS e ON e.id = x.entry_id
WHERE m.number = :number
ORDER BY x.item_number, e.position, o.position, x.id
"""
_IN_SESSION = quoted((MeetingState.IN_SESSION,))
_ARRANGED = quoted((MeetingState.PLANNED, MeetingState.AGENDA_ISSUED))
_TO_COME = quoted((MeetingState.PLANNED, MeetingState.AGENDA_ISSUED, MeetingState.IN_SESSION))


def meetings(db: Database) -> list[views.Meeting]:
    """Return every meeting, cancelled and postponed ones included, in order of date."""
    return fetch(db, views.Meeting, f"{_MEETINGS} ORDER BY m.held_on, m.number")


def chosen(db: Database, where: str, **named: object) -> list[views.Meeting]:
    """Return the meetings for which the SQL `where` holds: `m` is the meeting."""
    return fetch(db, views.Meeting, f"{_MEETINGS} WHERE {where} ORDER BY m.held_on, m.number", **named)


def meeting(db: Database, number: int) -> views.Meeting:
    """Return the meeting of that number; raises NotFoundError."""
    found = _first(db, "WHERE m.number = :number", number=number)
    if found is None:
        raise NotFoundError(f"There is no meeting {number}.", "", "Look at the list of meetings.")
    return found


def in_session(db: Database) -> int | None:
    """Return the number of the meeting in session, or None."""
    row = db.execute("SELECT number FROM meeting WHERE state = ?", (MeetingState.IN_SESSION.value,)).fetchone()
    return row[0] if row else None


def in_hand(db: Database) -> int | None:
    """Return the number of the meeting in session, else of the next one planned, else of the last one held."""
    for states, way in ((_IN_SESSION, ""), (_ARRANGED, ""), (HELD_STATES, "DESC")):
        sql = f"SELECT number FROM meeting WHERE state IN ({states}) ORDER BY held_on {way}, number {way} LIMIT 1"
        if (row := db.execute(sql).fetchone()) is not None:
            return int(row[0])
    return None


def next_meeting(db: Database, today: date) -> views.Meeting | None:
    """Return the meeting in session, else the first arranged from today on, else the first left behind."""
    return _first(
        db,
        f"WHERE m.state IN ({_TO_COME}) "
        "ORDER BY m.state <> :in_session, m.held_on < :today, m.held_on, m.number LIMIT 1",
        in_session=MeetingState.IN_SESSION.value,
        today=today.isoformat(),
    )


def closed(db: Database) -> list[Closed]:
    """Return the meetings as at which the Board can be read, the last one first."""
    sql = """SELECT number, held_on AS day, journal_at_close AS entry FROM meeting
        WHERE journal_at_close IS NOT NULL ORDER BY journal_at_close DESC"""
    return fetch(db, Closed, sql)


def last_held(db: Database, but: str = "") -> views.Meeting | None:
    """Return the latest meeting that has begun, and is not in the state `but`."""
    held = f"WHERE m.state IN ({HELD_STATES}) AND m.state <> :but"
    return _first(db, f"{held} ORDER BY m.held_on DESC, m.number DESC LIMIT 1", but=but)


def before(db: Database, of: views.Meeting) -> views.Meeting | None:
    """Return the meeting before this one that was neither cancelled nor postponed."""
    return _first(
        db,
        f"WHERE m.state NOT IN ({NOT_COUNTED}) AND (m.held_on, m.number) < (:day, :number) "
        "ORDER BY m.held_on DESC, m.number DESC LIMIT 1",
        day=of.date.isoformat(),
        number=of.number,
    )


def after(db: Database, of: views.Meeting) -> views.Meeting | None:
    """Return the meeting after this one that is neither cancelled nor postponed."""
    return _first(
        db,
        f"WHERE m.state NOT IN ({NOT_COUNTED}) AND (m.held_on, m.number) > (:day, :number) "
        "ORDER BY m.held_on, m.number LIMIT 1",
        day=of.date.isoformat(),
        number=of.number,
    )


def items(db: Database, number: int) -> list[views.Item]:
    """Return the agenda of a meeting in order."""
    found = rows(db, _ITEMS, number=number)
    order = [row["number"] for row in sorted(found, key=_taken) if row["taken_order"] is not None]
    after_which = taken_out_of_order(order)
    return [
        made(
            views.Item,
            row,
            taken_after=after_which.get(row["number"]),
            deferred_because=row["deferred_because"] or row["because_then"] or "",
        )
        for row in found
    ]


def taken_out_of_order(numbers: Sequence[int]) -> dict[int, int | None]:
    """Map each item taken out of agenda order to the item taken just before it, if there was one (rule 10).

    As few items as possible are out of order: of 1, 2, 7, 3, 4 only 7 is.
    """
    runs: list[list[int]] = []
    for number in numbers:
        longest = max((run for run in runs if run[-1] < number), key=len, default=[])
        runs.append([*longest, number])
    in_order = max(runs, key=len, default=[])
    previous = dict(zip(numbers, [None, *numbers], strict=False))
    return {number: previous[number] for number in numbers if number not in in_order}


def attendance(db: Database, number: int) -> list[views.Attendance]:
    """Return a meeting's register in the order of the offices; a guest stands with whom they sat for."""
    return registers(db, number, number)


def registers(db: Database, first: int, last: int) -> list[views.Attendance]:
    """Return the registers of the meetings from `first` to `last`, meeting by meeting."""
    return fetch(db, views.Attendance, _ATTENDANCE, first=first, last=last)


def movements(db: Database, number: int) -> list[views.Movement]:
    """Return who arrived and left at a meeting, in the order it happened; item 0 is before the first."""
    return fetch(db, views.Movement, _MOVEMENTS, number=number)


def interests(db: Database, number: int) -> list[views.Interest]:
    """Return the interests declared at a meeting, in the order of the items they touch."""
    return fetch(db, views.Interest, _INTERESTS, number=number)


def _first(db: Database, where: str, **named: object) -> views.Meeting | None:
    found = fetch(db, views.Meeting, f"{_MEETINGS} {where}", **named)
    return found[0] if found else None


def _taken(row: Columns) -> tuple[int, int]:
    return (row["taken_order"] or 0, row["number"])
