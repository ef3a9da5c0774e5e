"""The references there are and what each is called, for dialogs that ask for one."""

from __future__ import annotations

from boardtui.store.reading.reader import Database


def line_refs(db: Database) -> dict[str, str]:
    """Return the references of the plan's lines with their titles, in its order."""
    return dict(db.execute("SELECT ref, title FROM plan_line ORDER BY position, ref").fetchall())


def indicator_refs(db: Database) -> tuple[str, ...]:
    """Return the references of the dataset's indicators, in its order."""
    return tuple(ref for (ref,) in db.execute("SELECT ref FROM indicator ORDER BY position, ref").fetchall())


def requirement_refs(db: Database, *, in_force: bool = False) -> dict[str, str]:
    """Return the references of the requirements with their text, in order; with `in_force` without those withdrawn."""
    withdrawn = "WHERE r.withdrawn_on IS NULL" if in_force else ""
    found = db.execute(
        f"""SELECT r.ref, r.text FROM requirement AS r JOIN source AS s ON s.id = r.source_id {withdrawn}
        ORDER BY s.kind <> 'notice', s.published, s.code, r.position, r.ref"""
    )
    return dict(found.fetchall())
