"""Reads of the letters the Board received, and whether what they ask was answered."""

from __future__ import annotations

from boardtui.domain.instrument import Correspondence
from boardtui.store.reading.reader import Database
from boardtui.store.reading.rows import fetch

_RECEIVED = """
SELECT c.*, 'L' || c.number AS ref, o.due, o.met_on AS answered_on,
    iif(o.met_on IS NULL, '', o.evidence) AS answered_how
FROM correspondence AS c LEFT JOIN obligation AS o ON o.correspondence_id = c.id
ORDER BY c.number
"""


def correspondence(db: Database) -> list[Correspondence]:
    """Return the letters received, in the order they were entered."""
    return fetch(db, Correspondence, _RECEIVED)
