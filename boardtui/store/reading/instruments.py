"""Reads of the instrument the Board works under: each version, why it was amended, how it was lifted (N 8.2)."""

from __future__ import annotations

from boardtui.domain.instrument import InstrumentVersion
from boardtui.domain.states import InstrumentKind
from boardtui.store.reading.reader import Database
from boardtui.store.reading.rows import fetch

_VERSIONS = "SELECT * FROM instrument ORDER BY number"
_LIFTED = """
SELECT * FROM (SELECT * FROM instrument ORDER BY number DESC LIMIT 1)
WHERE kind = :notice AND lifted_on IS NOT NULL
"""


def instruments(db: Database) -> list[InstrumentVersion]:
    """Return every version of the instrument, the first one first."""
    return fetch(db, InstrumentVersion, _VERSIONS)


def lifted(db: Database) -> InstrumentVersion | None:
    """Return the Notice if it was lifted, in its last version."""
    found = fetch(db, InstrumentVersion, _LIFTED, notice=InstrumentKind.NOTICE.value)
    return found[0] if found else None
