"""The references there are, for dialogs that ask for one."""

from __future__ import annotations

from boardtui.store.reading.reader import Database


def line_refs(db: Database) -> tuple[str, ...]:
    """Return the references of the plan's lines, in its order."""
    return _refs(db, "SELECT ref FROM plan_line ORDER BY position, ref")


def indicator_refs(db: Database) -> tuple[str, ...]:
    """Return the references of the dataset's indicators, in its order."""
    return _refs(db, "SELECT ref FROM indicator ORDER BY position, ref")


def _refs(db: Database, sql: str) -> tuple[str, ...]:
    return tuple(ref for (ref,) in db.execute(sql).fetchall())
