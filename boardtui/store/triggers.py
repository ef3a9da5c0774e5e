"""The journal's tables and the triggers that write it, made from the Board's own tables (SQLite's own)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from boardtui.store import search

TABLES = """
CREATE TABLE journal_entry (
    sequence INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    role TEXT NOT NULL,
    sentence TEXT NOT NULL,
    undoes INTEGER REFERENCES journal_entry (sequence),
    barrier INTEGER NOT NULL DEFAULT 0,
    schema INTEGER NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL
);
CREATE TABLE journal_change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    entry INTEGER REFERENCES journal_entry (sequence),
    table_name TEXT NOT NULL,
    row_id TEXT NOT NULL,
    op TEXT NOT NULL,
    before TEXT,
    after TEXT,
    before_digest TEXT,
    after_digest TEXT
);
CREATE INDEX ix_journal_change_entry ON journal_change (entry);
CREATE INDEX ix_journal_change_row ON journal_change (table_name, row_id);
CREATE TABLE local_draft (
    place TEXT PRIMARY KEY,
    text TEXT NOT NULL,
    cursor INTEGER NOT NULL,
    saved_at TEXT NOT NULL
);
CREATE TABLE local_lease (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    who TEXT NOT NULL DEFAULT '',
    role TEXT NOT NULL DEFAULT '',
    host TEXT NOT NULL DEFAULT '',
    process INTEGER,
    opened_at TEXT,
    seen_at TEXT,
    pen TEXT NOT NULL DEFAULT 'here',
    pen_with TEXT NOT NULL DEFAULT '',
    pen_since TEXT
);
CREATE TABLE local_try (
    place TEXT PRIMARY KEY,
    wrong INTEGER NOT NULL,
    last_at TEXT NOT NULL
);
"""

OURS = ("journal_", "fts_")
"""How the triggers are called that this program makes."""

_GUARDS = {
    "journal_entry_kept": "BEFORE DELETE ON journal_entry",
    "journal_entry_fixed": "BEFORE UPDATE ON journal_entry",
    "journal_change_kept": "BEFORE DELETE ON journal_change WHEN OLD.entry IS NOT NULL",
    "journal_change_fixed": "BEFORE UPDATE ON journal_change WHEN OLD.entry IS NOT NULL",
}

_SIGNED_MINUTES = "(SELECT state FROM meeting WHERE id = OLD.meeting_id) IN ('signed off', 'confirmed')"
_SIGNED_LETTER = "(SELECT state FROM letter WHERE id = OLD.letter_id) IN ('signed', 'sent')"
_LOCKS = {
    "entry": (_SIGNED_MINUTES, ("text", "typed", "kind", "position", "item_id", "restricted", "decision_number")),
    "letter_block": (_SIGNED_LETTER, ("text", "heading", "position", "key")),
}
"""What is locked once its minutes or its letter are signed, and in which columns: this stops mistakes, not owners."""


def kept_tables(db: sqlite3.Connection) -> list[str]:
    """Return the tables the journal keeps: all but its own, `local_*`, `fts_*` and Alembic's."""
    rows = db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    outside = ("sqlite_", "journal_", "local_", "fts_", "alembic_")
    return [name for (name,) in rows if not name.startswith(outside)]


def image(db: sqlite3.Connection, table: str, alias: str) -> str:
    """Return the SQL expression for the whole row `alias` of `table` as JSON text."""
    columns = [name for _, name, *_ in db.execute(f'PRAGMA table_info("{table}")')]
    return "json_object(" + ", ".join(f"'{name}', {alias}.{name}" for name in columns) + ")"


def triggers(db: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Yield the name and SQL of every trigger this file must have."""
    for table in kept_tables(db):
        new, old = image(db, table, "NEW"), image(db, table, "OLD")
        for op, row, before, after in (
            ("insert", "NEW", "NULL", new),
            ("update", "NEW", old, new),
            ("delete", "OLD", old, "NULL"),
        ):
            name = f"journal_{table}_{op}"
            yield (
                name,
                f"CREATE TRIGGER {name} AFTER {op.upper()} ON {table} BEGIN "
                "INSERT INTO journal_change (table_name, row_id, op, before, after) "
                f"VALUES ('{table}', {row}.id, '{op}', {before}, {after}); END",
            )
    for table, (signed, columns) in _LOCKS.items():
        for op, when in (("delete", "DELETE"), ("update", f"UPDATE OF {', '.join(columns)}")):
            name = f"journal_{table}_{op}_locked"
            yield (
                name,
                f"CREATE TRIGGER {name} BEFORE {when} ON {table} WHEN {signed} "
                "BEGIN SELECT RAISE(ABORT, 'what is signed is not changed any more'); END",
            )
    yield from search.triggers(kept_tables(db))
    for name, when in _GUARDS.items():
        yield (
            name,
            f"CREATE TRIGGER {name} {when} BEGIN SELECT RAISE(ABORT, 'the journal is only ever added to'); END",
        )


def install(db: sqlite3.Connection) -> None:
    """(Re)create every trigger from the one list; a stale one of ours is dropped first."""
    for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        if name.startswith(OURS):
            db.execute(f"DROP TRIGGER {name}")
    for _, sql in list(triggers(db)):
        db.execute(sql)


def unsound(db: sqlite3.Connection) -> list[str]:
    """Return the names of triggers that are absent, were altered, or do not belong to a Board file."""
    present = dict(db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall())
    wanted = dict(triggers(db))
    return [name for name in {**wanted, **present} if present.get(name) != wanted.get(name)]
