"""Reads of the evidence register: what shows that a plan line was done."""

from __future__ import annotations

from typing import Any

from boardtui.domain.assured import Evidence
from boardtui.store.reading.reader import Database
from boardtui.store.reading.rows import fetch

_EVIDENCE = """
SELECT e.*, 'E' || e.number AS ref, l.ref AS line
FROM evidence AS e JOIN plan_line AS l ON l.id = e.line_id
WHERE {where}
ORDER BY l.position, l.ref, e.number
"""


def evidence(db: Database, line: str | None = None) -> list[Evidence]:
    """Return the evidence in the order of the plan, or that of one plan line, by number."""
    if line is None:
        return registered_for(db, "1")
    return registered_for(db, "l.ref = :line", line=line.strip())


def registered_for(db: Database, where: str, **named: Any) -> list[Evidence]:
    """Return the evidence for the plan's lines for which the SQL `where` holds: `l` is the line."""
    return fetch(db, Evidence, _EVIDENCE.format(where=where), **named)
