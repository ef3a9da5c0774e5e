"""The Chair's decisions and queries as rows, for every read that names them."""

from __future__ import annotations

from boardtui.store.reading.minutes import reference
from boardtui.store.reading.reader import Database

REVIEWS = f"""
SELECT row_number() OVER (PARTITION BY v.decision = 'query' ORDER BY v.number) AS number,
    v.point, v.decision, v.text, o.initials AS asked_of, v.given_on AS "on", v.given_by AS "by",
    v.answered_on, v.answered_by, v.answer, {reference("e")} AS answered_in, v.restricted,
    coalesce(v.action_id, v.rating_id, v.meeting_id, v.letter_id, '') AS record,
    coalesce(
        'action ' || am.number || '/' || printf('%02d', a.sequence), 'line ' || l.ref, 'minutes ' || m.number,
        t.series || ' ' || t.number, ''
    ) AS about
FROM review AS v
LEFT JOIN office AS o ON o.id = v.asked_of_id
LEFT JOIN action AS a ON a.id = v.action_id LEFT JOIN meeting AS am ON am.id = a.meeting_id
LEFT JOIN rating AS r ON r.id = v.rating_id LEFT JOIN plan_line AS l ON l.id = r.line_id
LEFT JOIN meeting AS m ON m.id = v.meeting_id
LEFT JOIN letter AS t ON t.id = v.letter_id
LEFT JOIN entry AS e ON e.id = v.answered_in_id
ORDER BY v.number
"""
"""SQL for every decision and query, oldest first; `about` names the record as people do.

Queries are counted by themselves, so that the first one is query 1 whatever was agreed before it.
"""

_UNANSWERED = f"SELECT number, about, asked_of FROM ({REVIEWS}) WHERE decision = 'query' AND answered_on IS NULL"


def unanswered(db: Database) -> list[tuple[int, str, str]]:
    """Return number, record and office of each query that nobody has answered."""
    return [(number, about, lead or "") for number, about, lead in db.execute(_UNANSWERED).fetchall()]
