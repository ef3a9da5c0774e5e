"""Reads of the minutes: entries by paragraph, and what was decided, challenged and amended."""

from __future__ import annotations

from typing import Any

from boardtui.domain import views
from boardtui.domain.states import NUMBERED, EntryKind
from boardtui.store.reading import restricted
from boardtui.store.reading.actions import parts
from boardtui.store.reading.reader import Database
from boardtui.store.reading.rows import fetch, made, quoted, rows

NUMBERED_KINDS = quoted(NUMBERED)


def reference(entry: str) -> str:
    """Return SQL for the reference of the entry that a query calls `entry`: `6/4.2`, or `6/4` unnumbered."""
    return f"""(
        SELECT m.number || '/' || i.number || iif({entry}.kind IN ({NUMBERED_KINDS}), '.' || (
            SELECT count(*) FROM entry AS b WHERE b.item_id = {entry}.item_id
                AND b.kind IN ({NUMBERED_KINDS}) AND (b.position, b.id) <= ({entry}.position, {entry}.id)
        ), '')
        FROM agenda_item AS i JOIN meeting AS m ON m.id = i.meeting_id WHERE i.id = {entry}.item_id
    )"""


_ENTRIES = f"""
WITH numbered AS (
    SELECT e.*, m.number AS meeting, m.held_on, i.number AS item,
        iif(e.kind IN ({NUMBERED_KINDS}), sum(e.kind IN ({NUMBERED_KINDS})) OVER (
            PARTITION BY e.item_id ORDER BY e.position, e.id ROWS UNBOUNDED PRECEDING
        ), NULL) AS paragraph
    FROM entry AS e
    JOIN agenda_item AS i ON i.id = e.item_id
    JOIN meeting AS m ON m.id = e.meeting_id
    WHERE {{within}}
)
SELECT e.id, e.version, e.meeting, e.item, e.paragraph, e.position, e.kind, e.text, e.typed, e.to_tidy,
    e.meeting || '/' || e.item || coalesce('.' || e.paragraph, '') AS ref,
    {restricted.of_entry("e")} AS restricted,
    e.said_at, e.inquorate,
    iif(e.decision_number IS NULL, NULL, printf('D%d/%02d', e.meeting, e.decision_number)) AS decision_ref,
    am.number || '/' || printf('%02d', a.sequence) AS action_ref, l.ref AS line_ref,
    {reference("q")} AS answers,
    (SELECT {reference("r")} FROM entry AS r JOIN meeting AS rm ON rm.id = r.meeting_id
        WHERE r.answers_id = e.id ORDER BY rm.held_on, rm.number, r.position, r.id LIMIT 1
    ) AS answered_by
FROM numbered AS e
LEFT JOIN action AS a ON a.id = e.action_id
LEFT JOIN meeting AS am ON am.id = a.meeting_id
LEFT JOIN plan_line AS l ON l.id = e.line_id
LEFT JOIN entry AS q ON q.id = e.answers_id
WHERE {{where}}
ORDER BY {{order}}
"""
_IN_ORDER = "e.held_on, e.meeting, e.item, e.position, e.id"
_NEWEST_MEETING_FIRST = "e.held_on DESC, e.meeting DESC, e.item, e.position, e.id"

_CORRECTIONS = f"""
SELECT {reference("t")} AS ref, am.number AS agreed_at, coalesce(am.held_on, x.agreed_on) AS agreed_on,
    x.old, x.new, x.because,
    coalesce({restricted.of_entry("t")}, {restricted.of_entry("e")}) AS restricted
FROM amendment AS x
JOIN entry AS t ON t.id = x.amended_id
LEFT JOIN entry AS e ON e.id = x.entry_id
LEFT JOIN meeting AS am ON am.id = e.meeting_id
WHERE t.meeting_id = (SELECT id FROM meeting WHERE number = :number)
ORDER BY coalesce(am.held_on, x.agreed_on), am.number, e.position, x.id
"""

_UP_TO_HERE = "(m.held_on, m.number) <= (SELECT held_on, number FROM meeting WHERE number = :number)"
_EARLIER_ITEMS = """
e.item_id IN (
    WITH RECURSIVE
    here AS (
        SELECT i.*, m.held_on, m.number AS meeting
        FROM agenda_item AS i JOIN meeting AS m ON m.id = i.meeting_id
        WHERE m.number = :number AND i.number = :item
    ),
    deferred (id) AS (
        SELECT deferred_from_id FROM here
        UNION SELECT i.deferred_from_id FROM deferred AS d JOIN agenda_item AS i ON i.id = d.id
    )
    SELECT i.id FROM agenda_item AS i JOIN meeting AS m ON m.id = i.meeting_id JOIN here AS h
    WHERE (m.held_on, m.number) < (h.held_on, h.meeting)
        AND (i.id IN deferred OR lower(i.title) = lower(h.title) OR (i.kind = h.kind AND h.kind <> 'item'))
)
"""
_ABOUT_ACTION = """
e.action_id = (
    SELECT a.id FROM action AS a JOIN meeting AS m ON m.id = a.meeting_id
    WHERE m.number = :raised_at AND a.sequence = :sequence
)
"""
_ABOUT_LINE = """(
    e.line_id = (SELECT id FROM plan_line WHERE ref = :line) OR e.action_id IN (
        SELECT s.action_id FROM action_line AS s JOIN plan_line AS p ON p.id = s.line_id WHERE p.ref = :line
    )
)"""


def entries(db: Database, number: int, item: int | None = None) -> list[views.Entry]:
    """Return the entries of a meeting, or of one of its items, in the order of the minutes."""
    within = "m.number = :number AND (:item IS NULL OR i.number = :item)"
    return _entries(db, within, number=number, item=item)


def why_restricted(db: Database, entry_id: str) -> str | None:
    """Return why an entry is restricted, by itself or by what it is about; None if it is open."""
    sql = f"SELECT {restricted.of_entry('e')} FROM entry AS e WHERE e.id = ?"
    found = db.execute(sql, (entry_id,)).fetchone()
    return found[0] if found else None


def minuted_at(db: Database, action_id: str) -> str | None:
    """Return the paragraph that raised an action, as `5/4.2`; None if it was raised between meetings."""
    sql = f"SELECT {reference('e')} FROM entry AS e WHERE e.action_id = ? AND e.kind = '{EntryKind.ACTION}'"
    found = db.execute(sql, (action_id,)).fetchone()
    return found[0] if found else None


def why_action_restricted(db: Database, action_id: str) -> str | None:
    """Return why an action is restricted, by itself or by what raised it; None if it is open."""
    sql = f"SELECT {restricted.of_action('a')} FROM action AS a WHERE a.id = ?"
    found = db.execute(sql, (action_id,)).fetchone()
    return found[0] if found else None


def every(db: Database) -> list[views.Entry]:
    """Return every entry there is."""
    return _entries(db)


def chosen(db: Database, where: str, **named: Any) -> list[views.Entry]:
    """Return the entries for which the SQL `where` holds: `e` is the entry."""
    return _entries(db, where=where, **named)


def entries_between(db: Database, first: int, last: int, kind: EntryKind) -> list[views.Entry]:
    """Return the entries of one kind minuted at the meetings from `first` to `last`."""
    within = "m.number BETWEEN :first AND :last"
    return _entries(db, within, "e.kind = :kind", first=first, last=last, kind=kind.value)


def decisions(db: Database) -> list[views.Entry]:
    """Return every decision, in the order they were taken."""
    order = "e.held_on, e.meeting, e.position, e.id"
    return _entries(db, where="e.kind = :kind", order=order, kind=EntryKind.DECISION.value)


def challenges(db: Database) -> list[views.Entry]:
    """Return every challenge; one without `answered_by` is open (DESIGN 2)."""
    return _entries(db, where="e.kind = :kind", kind=EntryKind.CHALLENGE.value)


def answers(db: Database, first: int, last: int) -> list[views.Entry]:
    """Return what answers the challenges minuted at the meetings from `first` to `last`."""
    where = """q.kind = :kind AND q.meeting_id IN (
        SELECT id FROM meeting WHERE number BETWEEN :first AND :last
    )"""
    return _entries(db, where=where, first=first, last=last, kind=EntryKind.CHALLENGE.value)


def corrections(db: Database, number: int) -> list[views.Amendment]:
    """Return the amendments made to the minutes of a meeting: by later meetings, and after they were signed."""
    return fetch(db, views.Amendment, _CORRECTIONS, number=number)


def said_earlier(db: Database, number: int, about: int | str) -> list[views.Entry]:
    """Return what was minuted on an item, action or line up to meeting `number`, the latest meeting first.

    `about` is an item's number (then earlier meetings only: the same standing item, the same title, or the
    one it was deferred from), an action's reference (`5/03`), or a plan line's with the actions serving it.
    """
    if isinstance(about, int):
        return _entries(db, _EARLIER_ITEMS, order=_NEWEST_MEETING_FIRST, number=number, item=about)
    if "/" in about:
        return _about(db, _ABOUT_ACTION, number=number, **parts(about))
    return _about(db, _ABOUT_LINE, number=number, line=about)


def to_tidy(db: Database, number: int) -> list[views.Entry]:
    """Return the lines of a meeting that were not understood."""
    return _entries(db, "m.number = :number", "e.to_tidy IS NOT NULL", number=number)


def _about(db: Database, chosen: str, **named: Any) -> list[views.Entry]:
    within = f"{_UP_TO_HERE} AND e.item_id IN (SELECT e.item_id FROM entry AS e WHERE {chosen})"
    return _entries(db, within, chosen, _NEWEST_MEETING_FIRST, **named)


def _entries(
    db: Database, within: str = "1", where: str = "1", order: str = _IN_ORDER, **named: Any
) -> list[views.Entry]:
    """Return the entries for which `where` holds; paragraphs are counted in whole items, those `within`."""
    return [
        made(views.Entry, row, withheld=False)
        for row in rows(db, _ENTRIES.format(within=within, where=where, order=order), **named)
    ]
