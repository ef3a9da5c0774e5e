"""The index of words that search reads: SQLite's own full-text search, kept by triggers (SQLite's own).

`fts_record` holds, of every record that can be found, its name and its words; `fts_word` is the index over both. They
are outside the journal: whatever writes a row writes them too, and they can be made anew from the rows at any time.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass

from boardtui.domain.states import UpdateKind
from boardtui.store.library import errors, in_memory

_WORDS = """USING fts5 (title, text, content = 'fts_record', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')"""

TABLES = f"""
CREATE TABLE fts_record (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    row_id TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (source, row_id)
);
CREATE VIRTUAL TABLE fts_word {_WORDS};
CREATE VIRTUAL TABLE fts_vocabulary USING fts5vocab (fts_word, col)
"""


@dataclass(frozen=True)
class Searched:
    """A table that is searched: its name and words as SQL over the row `x`, and the columns both are made of."""

    table: str
    title: str
    text: str
    columns: tuple[str, ...]


_MEETING = "(SELECT m.number FROM meeting AS m WHERE m.id = x.meeting_id)"
_MONTH = "substr('JanFebMarAprMayJunJulAugSepOctNovDec', 3 * CAST(substr(x.held_on, 6, 2) AS INTEGER) - 2, 3)"
_HELD_ON = f"CAST(substr(x.held_on, 9, 2) AS INTEGER) || ' ' || {_MONTH} || ' ' || substr(x.held_on, 1, 4)"


def _joined(*columns: str) -> str:
    return " || ' ' || ".join(f"coalesce(x.{column}, '')" for column in columns)


def _searched(table: str, title: str, *columns: str, of: tuple[str, ...] = ()) -> Searched:
    return Searched(table, title, _joined(*columns) if columns else "''", (*of, *columns))


SEARCHED = (
    _searched(
        "entry",
        f"iif(x.decision_number IS NULL, '', printf('D%d/%02d', {_MEETING}, x.decision_number))",
        "text",
        of=("decision_number",),
    ),
    _searched("action", f"printf('%d/%02d', {_MEETING}, x.sequence)", "text", "evidence", of=("sequence",)),
    Searched("action_update", "''", f"iif(x.kind = '{UpdateKind.RAISED}', '', x.text)", ("kind", "text")),
    _searched("plan_line", "x.ref || ' ' || x.title", "theme", "outcome", "success", of=("ref", "title")),
    _searched("rating", "''", "reason", "path", "evidence"),
    _searched("requirement", "x.ref || ' ' || x.heading", "text", "band", of=("ref", "heading")),
    _searched("obligation", "x.ref || ' ' || x.title", "evidence", "note", of=("ref", "title")),
    _searched("indicator", "x.ref || ' ' || x.title", "source", of=("ref", "title")),
    _searched(
        "meeting", f"'Meeting ' || x.number || ' ' || {_HELD_ON}", "place", "moved_because", of=("number", "held_on")
    ),
    _searched("agenda_item", "x.title", "paper", "urgent_because", "deferred_because", of=("title",)),
    _searched("office", "x.initials || ' ' || x.title", "organisation", of=("initials", "title")),
    _searched("holder", "x.name", of=("name",)),
    _searched(
        "letter", "x.series || ' ' || x.number || ' ' || x.subject", "addressee", "reference", of=("number", "subject")
    ),
    _searched("letter_block", "x.heading", "text", of=("heading",)),
    _searched(
        "correspondence", "'L' || x.number || ' ' || x.subject", "sender", "asks", "summary", of=("number", "subject")
    ),
    _searched("evidence", "'E' || x.number || ' ' || x.title", "kept", "verified_by", of=("number", "title")),
    _searched("assurance", "'A' || x.number || ' ' || x.title", "kind", "body", "summary", of=("number", "title")),
    _searched("finding", "''", "text", "paragraph"),
    _searched("support", "'SP' || x.number || ' ' || x.provider", "package", "outcome", of=("number", "provider")),
    _searched(
        "agreement", "'AG' || x.number || ' ' || x.subject", "body", "reference", "note", of=("number", "subject")
    ),
    _searched("source", "x.code || ' ' || x.title", "publisher", "note", of=("code", "title")),
)
"""What search finds; a new kind of record joins it by a line here."""


def triggers(tables: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the name and SQL of every trigger that keeps the index, of the tables that there are."""
    for of in SEARCHED:
        if of.table in tables:
            yield from _row_triggers(of)
    yield from _index_triggers()


def create(db: sqlite3.Connection) -> None:
    """Create the index's tables, empty."""
    for statement in TABLES.split(";"):
        db.execute(statement)


def build(db: sqlite3.Connection) -> None:
    """Make the whole index anew from the rows."""
    db.execute("SAVEPOINT search")
    for name, _ in _index_triggers():
        db.execute(f"DROP TRIGGER IF EXISTS main.{name}")
    db.execute("DELETE FROM fts_record")
    db.execute(f"INSERT INTO fts_record (source, row_id, title, text) {_wanted()}")
    db.execute("INSERT INTO fts_word (fts_word) VALUES ('rebuild')")
    for _, sql in _index_triggers():
        db.execute(sql)
    db.execute("RELEASE search")


def make_ready(db: sqlite3.Connection) -> None:
    """Build the index of a copy in memory, which begins without one, when it is first searched."""
    (only_read,) = db.execute("PRAGMA query_only").fetchone()
    if not only_read and not db.execute("SELECT EXISTS (SELECT 1 FROM fts_record)").fetchone()[0]:
        build(db)


def agrees(db: sqlite3.Connection) -> bool:
    """Say whether the index is what the rows would make: in each record's words, and in each word that is counted."""
    kept = "SELECT source, row_id, title, text FROM fts_record"
    made = f"SELECT * FROM ({_wanted()})"
    try:
        differs = f"SELECT 1 FROM ({kept} EXCEPT {made}) UNION ALL SELECT 1 FROM ({made} EXCEPT {kept})"
        return db.execute(differs).fetchone() is None and _counted(db) == _counted_anew(db)
    except errors():
        return False


def _counted_anew(db: sqlite3.Connection) -> list[tuple[str, str, int, int]]:
    with closing(in_memory()) as fresh:
        create(fresh)
        fresh.execute("BEGIN")
        fresh.executemany(
            "INSERT INTO fts_record (source, row_id, title, text) VALUES (?, ?, ?, ?)", db.execute(_wanted()).fetchall()
        )
        fresh.execute("INSERT INTO fts_word (fts_word) VALUES ('rebuild')")
        return _counted(fresh)


def _counted(db: sqlite3.Connection) -> list[tuple[str, str, int, int]]:
    return db.execute("SELECT term, col, doc, cnt FROM fts_vocabulary ORDER BY term, col").fetchall()


def _index_triggers() -> Iterator[tuple[str, str]]:
    put = "INSERT INTO fts_word (rowid, title, text) VALUES (NEW.id, NEW.title, NEW.text)"
    take = "INSERT INTO fts_word (fts_word, rowid, title, text) VALUES ('delete', OLD.id, OLD.title, OLD.text)"
    for op, does in (("insert", put), ("delete", take), ("update", f"{take}; {put}")):
        name = f"fts_record_{op}"
        yield name, f"CREATE TRIGGER {name} AFTER {op.upper()} ON fts_record BEGIN {does}; END"


def _row_triggers(of: Searched) -> Iterator[tuple[str, str]]:
    title, text = (re.sub(r"\bx\.", "NEW.", sql) for sql in (of.title, of.text))
    this = f"source = '{of.table}' AND row_id ="
    put = (
        f"DELETE FROM fts_record WHERE {this} NEW.id; INSERT INTO fts_record (source, row_id, title, text) "
        f"VALUES ('{of.table}', NEW.id, coalesce({title}, ''), coalesce({text}, ''))"
    )
    for op, when, does in (
        ("insert", "INSERT", put),
        ("update", f"UPDATE OF {', '.join(of.columns)}", put),
        ("delete", "DELETE", f"DELETE FROM fts_record WHERE {this} OLD.id"),
    ):
        name = f"fts_{of.table}_{op}"
        yield name, f"CREATE TRIGGER {name} AFTER {when} ON {of.table} BEGIN {does}; END"


def _wanted() -> str:
    """Return the SQL that makes every record's name and words from the rows."""
    return " UNION ALL ".join(
        f"SELECT '{of.table}' AS source, x.id AS row_id, "
        f"coalesce({of.title}, '') AS title, coalesce({of.text}, '') AS text FROM {of.table} AS x"
        for of in SEARCHED
    )
