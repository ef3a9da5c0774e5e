"""Making a new, empty Board file: tables, triggers, marks."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from boardtui.errors import BoardError
from boardtui.store import search, triggers
from boardtui.store.engine import connect, explained, mark


def create(path: Path) -> None:
    """Create the file at `path` with every table of the current schema; it must not exist yet."""
    from sqlalchemy import create_engine
    from sqlalchemy.pool import StaticPool

    from boardtui.store.migrations import head
    from boardtui.store.models import metadata

    db = connect(path, create=True)
    try:
        with explained(path):
            db.execute("BEGIN")  # SQLAlchemy joins it, and commits it at its end
            metadata.create_all(create_engine("sqlite://", creator=lambda: db, poolclass=StaticPool))
            db.execute("BEGIN")
            for statement in filter(str.strip, triggers.TABLES.split(";")):
                db.execute(statement)
            search.create(db)
            triggers.install(db)
            db.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
            db.execute("INSERT INTO alembic_version VALUES (?)", (head(),))
            db.execute("COMMIT")
            mark(db)
    finally:
        db.close()


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Yield a new Board file to fill; at the end it appears at `path`, or after an error not at all."""
    if os.path.lexists(path):
        raise BoardError(f"There is already a file at {path}.", "It was not touched.", "Choose another name.")
    with explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_name(f".{path.name}.{os.getpid()}.part")
        half.unlink(missing_ok=True)
        try:
            create(half)
            yield half
            half.rename(path)
        finally:
            half.unlink(missing_ok=True)
