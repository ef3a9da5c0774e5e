"""Reads of the minutes: entries with their paragraph numbers, and what was decided, challenged and amended."""

from __future__ import annotations

from typing import Any

from boardtui.domain import views
from boardtui.domain.states import NUMBERED, EntryKind
from boardtui.errors import NotFoundError
from boardtui.store.reading.reader import Database
from boardtui.store.reading.rows import fetch, quoted

NUMBERED_KINDS = quoted(NUMBERED)


def reference(entry: str) -> str:
    """Return SQL for the reference of the entry that the query calls `entry`: `6/4.2`, or `6/4` unnumbered."""
    return f"""(
        SELECT m.number || '/' || i.number || iif({entry}.kind IN ({NUMBERED_KINDS}), '.' || (
            SELECT count(*) FROM entry AS b WHERE b.item_id = {entry}.item_id
                AND b.kind IN ({NUMBERED_KINDS}) AND (b.position, b.id) <= ({entry}.position, {entry}.id)
        ), '')
        FROM agenda_item AS i JOIN meeting AS m ON m.id = i.meeting_id WHERE i.id = {entry}.item_id
    )"""


_ENTRIES = f"""
WITH numbered AS (
    SELECT e.*, m.number AS meeting, m.held_on, i.number AS item, i.restricted AS item_restricted,
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
    coalesce(e.restricted, e.item_restricted, a.restricted, q.restricted) AS restricted,
    e.said_at, printf('D%d/%02d', e.meeting, e.decision_number) AS decision_ref, e.decision_number, e.inquorate,
    am.number || '/' || printf('%02d', a.sequence) AS action_ref, l.ref AS line_ref,
    {reference("q")} AS answers,
    (SELECT {reference("r")} FROM entry AS r JOIN meeting AS rm ON rm.id = r.meeting_id
        WHERE r.answers_id = e.id ORDER BY rm.held_on, rm.number, r.position LIMIT 1
    ) AS answered_by
FROM numbered AS e
LEFT JOIN action AS a ON a.id = e.action_id
LEFT JOIN meeting AS am ON am.id = a.meeting_id
LEFT JOIN plan_line AS l ON l.id = e.line_id
LEFT JOIN entry AS q ON q.id = e.answers_id
"""
