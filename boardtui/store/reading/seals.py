"""Reads of what was signed: every edition with its words as they were signed (DESIGN 8, *Tamper evidence*)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from boardtui.domain.seals import Sealed, seal_of
from boardtui.store.journal import Problem
from boardtui.store.library import errors
from boardtui.store.reading.reader import Database
from boardtui.store.reading.rows import fetch, rows

FACTS = (
    *("paper", "meeting_id", "letter_id", "edition", "because", "sealed_on", "signed_on", "signed_by", "signed_how"),
    *("recorded_by", "chain_head", "snapshot", "open_text", "full_text"),
)
"""The columns that a seal covers; the Board's own identity comes to them."""

_SEALS = """
SELECT s.*, coalesce(m.number, l.number) AS number
FROM seal AS s LEFT JOIN meeting AS m ON m.id = s.meeting_id LEFT JOIN letter AS l ON l.id = s.letter_id
WHERE (:paper IS NULL OR s.paper = :paper) AND (:number IS NULL OR coalesce(m.number, l.number) = :number)
ORDER BY s.entry, s.edition, s.id
"""


def seals(db: Database, paper: str | None = None, number: int | None = None) -> list[Sealed]:
    """Return every edition that was signed, of one paper or of all, the oldest first."""
    return fetch(db, Sealed, _SEALS, paper=paper, number=number)


def in_force(db: Database, paper: str, number: int, edition: int | None = None) -> Sealed | None:
    """Return the newest edition of a signed paper, or the newest sealing of one that is asked for."""
    found = [one for one in seals(db, paper, number) if edition in (None, one.edition)]
    return found[-1] if found else None


def facts(db: Database, row: dict[str, Any]) -> dict[str, Any]:
    """Return everything that the seal of a row covers."""
    (board,) = db.execute("SELECT id FROM board").fetchone() or ("",)
    return {"board": board, **{name: row[name] for name in FACTS}}


def broken(db: Database) -> Iterator[Problem]:
    """Yield each seal that its own words do not lead to, or whose place in the journal is not there."""
    try:
        found = rows(db, _SEALS, paper=None, number=None)
    except errors():  # the table itself was altered: the comparison with the journal names that
        return
    for row in found:
        place = f"the seal of {row['paper']} {row['number']}, edition {row['edition']}"
        if seal_of(facts(db, row)) != row["seal"]:
            yield Problem(place, "what was signed was altered, or its seal was")
        if not _known(db, row["chain_head"]):
            yield Problem(place, "the journal does not hold the entry it was signed after")


def holds(db: Database, digits: str) -> bool:
    """Say whether a printed seal, or the head of the journal printed beside it, belongs to this Board."""
    (sealed,) = db.execute(
        "SELECT count(*) FROM seal WHERE substr(seal, 1, length(?)) = ?", (digits, digits)
    ).fetchone()
    return bool(sealed) or _known(db, digits)


def _known(db: Database, head: str) -> bool:
    here = "SELECT 1 FROM journal_entry WHERE substr(hash, 1, length(:head)) = :head"
    brought = "SELECT 1 FROM handover WHERE instr(their_heads, :head) > 0"
    found = db.execute(f"{here} UNION ALL {brought} LIMIT 1", {"head": head}).fetchone()
    return found is not None
