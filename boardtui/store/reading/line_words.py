"""Reads of what the record says of plan lines: minuted of them, in the logs of their actions, and their moved dates."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import Any

from boardtui.domain import views
from boardtui.domain.line_words import WordKind
from boardtui.domain.states import EntryKind, UpdateKind
from boardtui.store.reading import restricted
from boardtui.store.reading.minutes import reference
from boardtui.store.reading.reader import Database
from boardtui.store.reading.rows import fetch, quoted

_TELLS = quoted((UpdateKind.UPDATE, UpdateKind.DONE, UpdateKind.CLOSED, UpdateKind.RETURNED))
_WORDS = f"""
SELECT l.ref AS line, '{WordKind.MINUTED}' AS kind, m.held_on AS "on", m.number AS meeting, {reference("e")} AS ref,
    '' AS about, substr(e.text, length('Plan line ' || l.ref || ': ') + 1) AS text, NULL AS due
FROM entry AS e JOIN plan_line AS l ON l.id = e.line_id JOIN meeting AS m ON m.id = e.meeting_id
WHERE e.kind = '{EntryKind.UPDATE}' AND e.to_tidy IS NULL AND {restricted.of_entry("e")} IS NULL
    AND e.text LIKE 'Plan line ' || l.ref || ': %' AND NOT EXISTS (SELECT 1 FROM rating AS r WHERE r.entry_id = e.id)
    AND {{where}}
UNION ALL
SELECT l.ref, CASE u.kind WHEN '{UpdateKind.CLOSED}' THEN '{WordKind.CLOSED}' ELSE '{WordKind.UPDATE}' END,
    u.given_on, m.number, am.number || '/' || printf('%02d', a.sequence), a.text, u.text, NULL
FROM action_update AS u JOIN action AS a ON a.id = u.action_id JOIN meeting AS am ON am.id = a.meeting_id
    JOIN action_line AS s ON s.action_id = a.id JOIN plan_line AS l ON l.id = s.line_id
    LEFT JOIN meeting AS m ON m.id = u.meeting_id
WHERE u.kind IN ({_TELLS}) AND u.text <> '' AND {restricted.of_update("u")} IS NULL AND {{where}}
UNION ALL
SELECT l.ref, '{WordKind.MOVED}', v.moved_on, m.number, '', '', v.reason, v.due_after
FROM line_move AS v JOIN plan_line AS l ON l.id = v.line_id LEFT JOIN meeting AS m ON m.id = v.meeting_id
WHERE v.due_before IS NOT NULL AND {restricted.of_line_move("v")} IS NULL AND {{where}}
ORDER BY 1, 3, 4, 5
"""


def words_on_lines(db: Database, where: str = "1", **named: Any) -> dict[str, tuple[views.LineWord, ...]]:
    """Return by plan line what the record says of it that is open, oldest first; its ratings are not among it.

    Only of the lines for which the SQL `where` holds: `l` is the line.
    """
    found = fetch(db, views.LineWord, _WORDS.format(where=where), **named)
    return {ref: tuple(words) for ref, words in groupby(found, key=attrgetter("line"))}
