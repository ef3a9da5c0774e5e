"""A copy of a Board as it stood at an entry of its journal, its tables filled by replay (DESIGN 7)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from boardtui.domain.progress import Progress, silent
from boardtui.store import journal, library, search, triggers
from boardtui.store.engine import mark

_JOURNAL = {"journal_entry": "sequence", "journal_change": "entry"}


def fill(copy: sqlite3.Connection, path: Path, entry: int, told: Progress = silent, *, whole: bool = False) -> None:
    """Make an empty database what the file at `path` was at an entry; `told` may stop it by raising.

    Its journal is read where it is, in the file, up to that entry; `whole` copies it, with all that a file needs that
    is worked on.
    """
    library.put_beside(copy, path)
    mark(copy)
    copy.execute("BEGIN")
    indexes = _tables(copy, "sqlite_*", "fts_*", *(() if whole else ("journal_*",)))
    for table, key in _JOURNAL.items():
        so_far = f"SELECT * FROM file.{table} WHERE {key} <= {entry:d}"
        copy.execute(f"INSERT INTO main.{table} {so_far}" if whole else f"CREATE TEMP VIEW {table} AS {so_far}")
    replayed = journal.replay(copy, entry, told)
    for done, (table, images) in enumerate(replayed.items()):
        told("Filling the tables", done, len(replayed))
        _put(copy, table, images.values())
    for sql in indexes:
        copy.execute(sql)
    search.create(copy)
    if whole:
        triggers.install(copy)
    copy.execute("COMMIT")


def _tables(copy: sqlite3.Connection, *without: str) -> list[str]:
    """Make the file's tables anew, empty; return the SQL of their indexes, which are quicker made when all is in."""
    out = " OR ".join("tbl_name GLOB ?" for _ in without)
    made = copy.execute(
        f"SELECT type, tbl_name, sql FROM file.sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT NULL "
        f"AND NOT ({out})",
        without,
    ).fetchall()
    for kind, name, sql in made:
        if kind == "table":
            copy.execute(sql)
        if name == "alembic_version":
            copy.execute("INSERT INTO main.alembic_version SELECT * FROM file.alembic_version")
    return [sql for kind, _, sql in made if kind == "index"]


def _put(copy: sqlite3.Connection, table: str, images: Iterable[str]) -> None:
    """Put rows into a table from their images."""
    names = [name for _, name, *_ in copy.execute(f'PRAGMA main.table_info("{table}")')]
    values = ", ".join(f"json_extract(?1, '$.{name}')" for name in names)
    copy.executemany(f'INSERT INTO main."{table}" ({", ".join(names)}) VALUES ({values})', zip(images, strict=True))
