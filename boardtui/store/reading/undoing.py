"""Reads of what can be undone and made again, from the journal alone."""

from __future__ import annotations

from boardtui.domain.undoing import Steps, Told, worked_out
from boardtui.store.reading.reader import Database


def steps(db: Database) -> Steps:
    """Work out what can be undone and made again since the last barrier, which is named."""
    (since,) = db.execute("SELECT coalesce(max(sequence), 0) FROM journal_entry WHERE barrier <> 0").fetchone()
    rows = db.execute(
        "SELECT sequence, sentence, who, at, undoes, barrier FROM journal_entry WHERE sequence >= ? ORDER BY sequence",
        (since,),
    ).fetchall()
    return worked_out(Told(*row) for row in rows)
