"""Making a new, empty Board file: tables, triggers, marks."""

from __future__ import annotations

from pathlib import Path

from boardtui.store import triggers
from boardtui.store.engine import connect, explained, mark


def create(path: Path) -> None:
    """Create the file at `path` with every table of the current schema; it must not exist yet."""
    from sqlalchemy import create_engine
    from sqlalchemy.pool import StaticPool

    from boardtui.store.migrations import HEAD
    from boardtui.store.models import metadata

    db = connect(path, create=True)
    try:
        with explained(path):
            db.execute("BEGIN")  # SQLAlchemy joins it, and commits it at its end
            metadata.create_all(create_engine("sqlite://", creator=lambda: db, poolclass=StaticPool))
            db.execute("BEGIN")
            for statement in filter(str.strip, triggers.TABLES.split(";")):
                db.execute(statement)
            triggers.install(db)
            db.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
            db.execute("INSERT INTO alembic_version VALUES (?)", (HEAD,))
            db.execute("COMMIT")
            mark(db)
    finally:
        db.close()
