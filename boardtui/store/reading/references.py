"""The references there are, for dialogs that ask for one."""

from __future__ import annotations

from boardtui.store.reading.reader import Database


def line_refs(db: Database) -> tuple[str, ...]:
    """Return the references of the plan's lines, in its order."""
    return _refs(db, "SELECT ref FROM plan_line ORDER BY position, ref")


def indicator_refs(db: Database) -> tuple[str, ...]:
    """Return the references of the dataset's indicators, in its order."""
    return _refs(db, "SELECT ref FROM indicator ORDER BY position, ref")


def requirement_refs(db: Database, *, in_force: bool = False) -> tuple[str, ...]:
    """Return the references of the requirements, by source and paragraph; with `in_force` without those withdrawn."""
    withdrawn = "WHERE r.withdrawn_on IS NULL" if in_force else ""
    return _refs(
        db,
        f"""SELECT r.ref FROM requirement AS r JOIN source AS s ON s.id = r.source_id {withdrawn}
        ORDER BY s.kind <> 'notice', s.published, s.code, r.position, r.ref""",
    )


def _refs(db: Database, sql: str) -> tuple[str, ...]:
    return tuple(ref for (ref,) in db.execute(sql).fetchall())
