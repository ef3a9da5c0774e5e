"""Writing rows exactly as images say, through the triggers, so that the journal tells it all the same."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from boardtui.store.adopting.schema import Image, Rows, Schema
from boardtui.store.journal import Change


@contextmanager
def unlocked(db: sqlite3.Connection) -> Iterator[None]:
    """Lift, inside the transaction, the locks on what is signed: what a copy signed has to be brought over."""
    locks = db.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%\\_locked' ESCAPE '\\'"
    )
    found = locks.fetchall()
    for name, _sql in found:
        db.execute(f'DROP TRIGGER "{name}"')
    yield
    for _name, sql in found:
        db.execute(sql)


def make_again(db: sqlite3.Connection, changes: Iterable[Change]) -> None:
    """Make changes of another journal again, each as it was recorded."""
    for change in changes:
        if change.after is None:
            db.execute(f"DELETE FROM {change.table} WHERE id = ?", (change.row,))
        else:
            image = json.loads(change.after)
            (_update if change.op == "update" else _insert)(db, change.table, change.row, image)


def move(db: sqlite3.Connection, schema: Schema, now: Rows, wanted: Rows) -> None:
    """Change the tables from the rows there are to those wanted; nothing that is equal is touched."""
    for table in sorted(now.keys() | wanted.keys()):
        before, after = now.get(table, {}), wanted.get(table, {})
        rekeyed = _rekeyed(schema, table, before, after)
        for row in before:
            if row not in after or row in rekeyed:
                db.execute(f"DELETE FROM {table} WHERE id = ?", (row,))
        for row, image in after.items():
            if row not in before or row in rekeyed:
                continue
            if before[row] != image:
                _update(db, table, row, image)
        for row, image in after.items():
            if row not in before or row in rekeyed:
                _insert(db, table, row, image)


def _rekeyed(schema: Schema, table: str, before: dict[str, Image], after: dict[str, Image]) -> set[str]:
    """Return the rows whose numbers or names change: two may swap them, so they are written anew."""
    columns = {column for key in schema.keyed(table) for column in key}
    return {
        row
        for row, image in after.items()
        if row in before and any(before[row][column] != image[column] for column in columns)
    }


def _insert(db: sqlite3.Connection, table: str, _row: str, image: Image) -> None:
    names = ", ".join(f'"{name}"' for name in image)
    marks = ", ".join("?" * len(image))
    db.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(image.values()))


def _update(db: sqlite3.Connection, table: str, row: str, image: Image) -> None:
    sets = ", ".join(f'"{name}" = ?' for name in image)
    db.execute(f"UPDATE {table} SET {sets} WHERE id = ?", [*image.values(), row])
