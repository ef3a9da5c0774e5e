"""Is the file sound? SQLite's own check, the links, the journal's chain, and every row against its replay."""

from __future__ import annotations

from boardtui.store import journal
from boardtui.store.reading.reader import Database


def check(db: Database) -> list[journal.Problem]:
    """Return every unsound thing in the file, each with its place; none means sound."""
    problems = [journal.Problem("file", said) for (said,) in db.execute("PRAGMA integrity_check") if said != "ok"]
    problems += [
        journal.Problem(f"{table} row {row}", f"it names a row of {parent} that is not there")
        for table, row, parent, _ in db.execute("PRAGMA foreign_key_check")
    ]
    return problems + journal.verify(db)
