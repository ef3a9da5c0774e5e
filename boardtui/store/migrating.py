"""Bringing a Board file of an older schema up to date: in one transaction, checked, or not at all (DESIGN 8).

Alembic is imported here and nowhere else, and only when a file is behind.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from boardtui import crash
from boardtui.domain.progress import Progress, silent
from boardtui.errors import BoardError
from boardtui.store import engine, journal, migrations, search, triggers
from boardtui.store.carrying import Carrying
from boardtui.store.engine import connect, explained, schema_of
from boardtui.store.library import errors

if TYPE_CHECKING:
    from sqlalchemy import Connection

STEPS = (
    "Reading the record",
    "Changing the tables",
    "Renewing the triggers",
    "Entering what changed",
    "Checking the result",
    "Saving",
)
"""What is done, in this order; whoever is told of a step may raise, and then nothing was done."""

_Key = tuple[str, str]


@dataclass(frozen=True)
class _Before:
    """A file as it was: its rows as the journal tells them and as they stand, and what was unsound already."""

    schema: int
    told: journal.Tables
    standing: set[_Key]
    unsound: frozenset[str]


def bring_up_to_date(path: Path, by: journal.Stamp, told: Progress = silent) -> None:
    """Bring a Board file to the schema of this program, with a last entry “Schema n”; or leave it as it was.

    Whoever calls it keeps a backup first. Raises BoardError, in words, whatever failed.
    """
    with explained(path), closing(connect(path, older=True)) as db:
        db.execute("PRAGMA foreign_keys=OFF")  # before BEGIN: in a transaction it does nothing, and rows would cascade
        try:
            _migrate(db, by, told)
        except errors(BoardError, OSError):
            raise
        except Exception as problem:
            inside = getattr(problem, "orig", None)  # SQLite's own error, wrapped by SQLAlchemy
            raise (inside if isinstance(inside, errors()) else _failed(path, problem)) from problem


def _migrate(db: sqlite3.Connection, by: journal.Stamp, told: Progress) -> None:
    from sqlalchemy import create_engine
    from sqlalchemy.pool import StaticPool

    steps = iter(enumerate(STEPS))

    def begins() -> None:
        done, step = next(steps)
        told(step, done, len(STEPS))

    with create_engine("sqlite://", creator=lambda: db, poolclass=StaticPool).connect() as connection:
        try:
            db.execute("BEGIN IMMEDIATE")
            connection.begin()  # so that Alembic leaves the transaction to us
            if schema_of(db) == engine.SCHEMA:  # another program was faster
                return
            begins()
            before = _before(db)
            begins()
            _drop_triggers(db)
            _upgrade(connection)
            db.execute(f"PRAGMA user_version={engine.SCHEMA}")
            begins()
            triggers.install(db)
            search.build(db)
            begins()
            _enter(db, before, by)
            begins()
            _require_sound(db, before)
            begins()
            db.execute("COMMIT")
        finally:
            if db.in_transaction:
                db.execute("ROLLBACK")


def _before(db: sqlite3.Connection) -> _Before:
    return _Before(schema_of(db), journal.replay(db), set(_standing(db)), frozenset(_problems(db)))


def _standing(db: sqlite3.Connection) -> Iterator[_Key]:
    for table in triggers.kept_tables(db):
        for (row,) in db.execute(f'SELECT id FROM "{table}"').fetchall():
            yield table, row


def _problems(db: sqlite3.Connection) -> Iterator[str]:
    """Name every place in the file that is unsound."""
    for (said,) in db.execute("PRAGMA integrity_check").fetchall():
        if said != "ok":
            yield "file"
    for table, row, parent, _ in db.execute("PRAGMA foreign_key_check").fetchall():
        yield f"{table} row {row}: {parent}"
    for problem in journal.verify(db):
        yield problem.place


def _drop_triggers(db: sqlite3.Connection) -> None:
    """Take our triggers away: what a revision does to tables is entered once, as a whole, afterwards."""
    for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        if name.startswith(triggers.OURS):
            db.execute(f"DROP TRIGGER {name}")


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    settings = Config()
    settings.set_main_option("script_location", str(Path(migrations.__file__).parent))
    settings.set_main_option("path_separator", "newline")
    settings.set_main_option("version_locations", "\n".join(map(str, migrations.VERSIONS)))
    settings.attributes["connection"] = connection
    command.upgrade(settings, migrations.head())


def _enter(db: sqlite3.Connection, before: _Before, by: journal.Stamp) -> None:
    """Enter the new image of every row that differs, worked out from the journal and not from the tables.

    So a row that was changed outside the program is not vouched for: it still differs from the journal afterwards.
    """
    carrying, now = Carrying(db), set(_standing(db))
    known: set[_Key] = set()
    for table, rows in sorted(before.told.items()):
        for row, text in rows.items():
            reads = carrying.image(table, text, before.schema)
            known.add((reads[0], row) if reads else (table, row))
            if reads is None:
                _change(db, table, row, "delete", text, None)
            elif reads[0] != table:
                _change(db, table, row, "delete", text, None)
                _change(db, reads[0], row, "insert", None, reads[1])
            elif reads[1] != text:
                _change(db, table, row, "update", text, reads[1])
    for table, row in sorted(now - known - before.standing):
        (made,) = db.execute(
            f"SELECT {triggers.image(db, table, 't')} FROM {table} AS t WHERE id = ?", (row,)
        ).fetchone()
        _change(db, table, row, "insert", None, made)
    journal.stamp(db, replace(by, sentence=f"Schema {engine.SCHEMA}", barrier=True), always=True)


def _change(db: sqlite3.Connection, table: str, row: str, op: str, before: str | None, after: str | None) -> None:
    db.execute(
        "INSERT INTO journal_change (table_name, row_id, op, before, after) VALUES (?, ?, ?, ?, ?)",
        (table, row, op, before, after),
    )


def _require_sound(db: sqlite3.Connection, before: _Before) -> None:
    """Refuse the result if anything is unsound in it that was not before: a link, a trigger, a row lost or altered."""
    new = sorted(set(_problems(db)) - before.unsound)
    if new:
        raise BoardError(
            f"The file does not come out sound at schema {engine.SCHEMA}: {', '.join(new[:3])}.",
            "It is as it was before; nothing was changed.",
            "Go on with the older boardtui, and send this sentence to whoever looks after it.",
        )


def _failed(path: Path, problem: Exception) -> BoardError:
    log = crash.keep(problem)
    return BoardError(
        f"{path} could not be brought to schema {engine.SCHEMA}.",
        "It is as it was before; nothing was changed.",
        f"Go on with the older boardtui, and send {log} to whoever looks after it; it holds nothing of the record."
        if log
        else "Go on with the older boardtui.",
    )
