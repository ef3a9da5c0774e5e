"""Every row of a Board's tables beside what the journal says of it; whatever was put there is named (DESIGN 8)."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from boardtui.domain.progress import Progress
from boardtui.store.library import errors
from boardtui.store.triggers import image, kept_tables


def compared(db: sqlite3.Connection, replayed: dict[str, dict[str, str]], told: Progress) -> Iterator[tuple[str, str]]:
    """Yield the place of each row that is not what the journal replays to, and in words how it differs."""
    tables = kept_tables(db)
    for done, table in enumerate(tables):
        told("Comparing the rows", done, len(tables))
        said = replayed.pop(table, {})
        for row, found in _images(db, table):
            text = said.pop(row, None)
            if text is None:
                yield f"{table} {row}", "this row is not in the journal"
            elif text != found:
                yield f"{table} {row}", f"{_differences(text, found)} differs from the journal"
        for row in said:
            yield f"{table} {row}", "this row is missing; the journal has it"
    for table, rows in replayed.items():
        if rows:
            yield table, f"this table is missing; the journal has {len(rows)} of its rows"


@contextmanager
def as_found(db: sqlite3.Connection) -> Iterator[None]:
    """Read text as it is, even where it is none."""
    read, db.text_factory = db.text_factory, lambda raw: raw.decode(errors="surrogateescape")
    try:
        yield
    finally:
        db.text_factory = read


def _images(db: sqlite3.Connection, table: str) -> Iterator[tuple[Any, str | None]]:
    """Yield the id and the image of every row of a table; no image where it holds what a Board never does."""
    whole = image(db, table, "t")
    try:
        yield from db.execute(f'SELECT id, {whole} FROM "{table}" AS t').fetchall()
    except errors():  # a column is gone, or holds bytes
        with as_found(db):
            yield from _one_by_one(db, table, whole)


def _one_by_one(db: sqlite3.Connection, table: str, whole: str) -> Iterator[tuple[Any, str | None]]:
    for (key,) in db.execute(f'SELECT rowid FROM "{table}"').fetchall():
        try:
            yield db.execute(f'SELECT id, {whole} FROM "{table}" AS t WHERE rowid = ?', (key,)).fetchone()
        except errors():
            yield _identity(db, table, key), None


def _identity(db: sqlite3.Connection, table: str, key: int) -> Any:
    names = [name for _, name, *_ in db.execute(f'PRAGMA table_info("{table}")')]
    if "id" not in names:
        return f"row {key}"
    return db.execute(f'SELECT id FROM "{table}" WHERE rowid = ?', (key,)).fetchone()[0]


def _differences(said: str, found: str | None) -> str:
    """Name the columns in which a row is not what the journal says, as far as both can be read."""
    try:
        before, after = json.loads(said), json.loads(found or "")
        return ", ".join(sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name)))
    except (ValueError, AttributeError):
        return "what it holds"
