"""Reads of what is restricted, wherever it was written, and of the names that are nobody's secret (rule 12)."""

from __future__ import annotations

from boardtui.domain.preflight import Secret
from boardtui.store.reading.minutes import reference
from boardtui.store.reading.reader import Database

_ACTION = "(SELECT m.number || '/' || printf('%02d', a.sequence) FROM meeting AS m WHERE m.id = a.meeting_id)"
_SECRETS = f"""
SELECT {reference("e")}, e.text
FROM entry AS e JOIN agenda_item AS i ON i.id = e.item_id
    LEFT JOIN action AS a ON a.id = e.action_id LEFT JOIN agenda_item AS ai ON ai.id = a.item_id
    LEFT JOIN entry AS q ON q.id = e.answers_id LEFT JOIN agenda_item AS qi ON qi.id = q.item_id
WHERE coalesce(e.restricted, i.restricted, a.restricted, ai.restricted, q.restricted, qi.restricted) IS NOT NULL
UNION ALL
SELECT 'action ' || {_ACTION}, a.text FROM action AS a LEFT JOIN agenda_item AS i ON i.id = a.item_id
WHERE coalesce(a.restricted, i.restricted) IS NOT NULL
UNION ALL
SELECT 'action ' || {_ACTION}, a.evidence FROM action AS a LEFT JOIN agenda_item AS i ON i.id = a.item_id
WHERE coalesce(a.restricted, i.restricted) IS NOT NULL AND a.evidence <> ''
UNION ALL
SELECT 'action ' || {_ACTION}, u.text
FROM action_update AS u JOIN action AS a ON a.id = u.action_id LEFT JOIN agenda_item AS i ON i.id = a.item_id
    LEFT JOIN entry AS e ON e.id = u.entry_id
WHERE coalesce(e.restricted, a.restricted, i.restricted) IS NOT NULL
UNION ALL
SELECT 'line ' || l.ref, t.text
FROM (
    SELECT line_id, restricted, reason AS text FROM rating UNION ALL
    SELECT line_id, restricted, path FROM rating UNION ALL SELECT line_id, restricted, evidence FROM rating
) AS t JOIN plan_line AS l ON l.id = t.line_id WHERE t.restricted IS NOT NULL AND t.text <> ''
UNION ALL
SELECT 'E' || number, title FROM evidence WHERE restricted IS NOT NULL
UNION ALL
SELECT 'L' || number, subject || '. ' || asks || '. ' || summary FROM correspondence WHERE restricted IS NOT NULL
UNION ALL
SELECT 'A' || number, summary FROM assurance WHERE restricted IS NOT NULL AND summary <> ''
UNION ALL
SELECT 'A' || a.number, f.text FROM finding AS f JOIN assurance AS a ON a.id = f.assurance_id
WHERE a.restricted IS NOT NULL
"""
_NAMES = """
SELECT name FROM board UNION SELECT council FROM board UNION SELECT title FROM instrument
UNION SELECT title FROM office UNION SELECT organisation FROM office UNION SELECT name FROM holder
UNION SELECT title FROM plan_line UNION SELECT theme FROM plan_line
UNION SELECT text FROM requirement UNION SELECT title FROM indicator
"""


def secrets(db: Database) -> list[Secret]:
    """Return every restricted text with the record it belongs to, restrictions inherited."""
    return [Secret(ref, text) for ref, text in db.execute(_SECRETS).fetchall() if text]


def known_names(db: Database) -> list[str]:
    """Return what everybody may read: names of offices, lines and indicators, and what is required."""
    return [name for (name,) in db.execute(_NAMES).fetchall() if name]
