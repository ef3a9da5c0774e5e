"""Reads of the evidence register: what shows that a plan line was done."""

from __future__ import annotations

from boardtui.domain.assured import Evidence
from boardtui.store.reading.reader import Database
from boardtui.store.reading.rows import fetch

_EVIDENCE = """
SELECT e.*, 'E' || e.number AS ref, l.ref AS line
FROM evidence AS e JOIN plan_line AS l ON l.id = e.line_id
WHERE :line IS NULL OR l.ref = :line
ORDER BY l.position, l.ref, e.number
"""


def evidence(db: Database, line: str | None = None) -> list[Evidence]:
    """Return the evidence in the order of the plan, or that of one plan line, by number."""
    return fetch(db, Evidence, _EVIDENCE, line=line.strip() if line is not None else None)
