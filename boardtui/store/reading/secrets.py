"""Reads of what is restricted, wherever it was written, and of the names that are nobody's secret (rule 12)."""

from __future__ import annotations

from boardtui.domain.preflight import Secret
from boardtui.store.reading import restricted
from boardtui.store.reading.minutes import reference
from boardtui.store.reading.reader import Database

_ACTION = "(SELECT m.number || '/' || printf('%02d', a.sequence) FROM meeting AS m WHERE m.id = a.meeting_id)"
_SECRETS = f"""
SELECT {reference("e")}, e.text FROM entry AS e WHERE {restricted.of_entry("e")} IS NOT NULL
UNION ALL
SELECT 'action ' || {_ACTION}, a.text FROM action AS a WHERE {restricted.of_action("a")} IS NOT NULL
UNION ALL
SELECT 'action ' || {_ACTION}, a.evidence FROM action AS a WHERE {restricted.of_action("a")} IS NOT NULL
UNION ALL
SELECT 'action ' || {_ACTION}, u.text
FROM action_update AS u JOIN action AS a ON a.id = u.action_id WHERE {restricted.of_update("u")} IS NOT NULL
UNION ALL
SELECT 'interest of ' || o.initials, n.nature FROM interest AS n JOIN office AS o ON o.id = n.office_id
WHERE {restricted.minuted("n")} IS NOT NULL
UNION ALL
SELECT {reference("t")}, c.old || '. ' || c.new FROM amendment AS c JOIN entry AS t ON t.id = c.amended_id
WHERE {restricted.of_entry("t")} IS NOT NULL
UNION ALL
SELECT 'line ' || l.ref, t.text
FROM (
    SELECT r.line_id, {restricted.of_rating("r")} AS restricted, p.value AS text
    FROM rating AS r, json_each(json_array(r.reason, r.path, r.evidence)) AS p
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
