"""Where reads come from: the file itself, or a copy of it as it stood at an earlier point of its journal."""

from __future__ import annotations

import json
import re
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TypeVar

from boardtui.domain.dates import show
from boardtui.errors import BoardError
from boardtui.store import journal, search, triggers
from boardtui.store.engine import connect, explained
from boardtui.store.library import in_memory

T = TypeVar("T")

Database = sqlite3.Connection
"""What every reading function is handed: a connection inside one short deferred transaction."""

UNREADABLE = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What reading raises where a bit was flipped in a record: in a date, in an image, in the name of a state."""


class Reader:
    """Runs reads of one Board file; each is one transaction, fetched whole and closed."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self, query: Callable[[Database], T]) -> T:
        """Run `query` in one deferred transaction of its own; a record that was damaged is said in words."""
        with explained(self.path), self._transaction() as db:
            try:
                return query(db)
            except UNREADABLE as problem:
                if journal.verify(db):
                    raise sqlite3.DatabaseError("malformed") from problem
                raise

    def close(self) -> None:
        """Let go of what is held between reads: nothing, for the file itself."""

    @contextmanager
    def _transaction(self) -> Iterator[Database]:
        db = connect(self.path)
        try:
            db.execute("PRAGMA query_only=ON")
            db.execute("BEGIN DEFERRED")
            yield db
        finally:
            db.close()


class AsAtReader(Reader):
    """Reads the Board as it stood at an entry of its journal, from a copy in memory filled by replay."""

    def __init__(self, path: Path, entry: int) -> None:
        super().__init__(path)
        self._lock = threading.Lock()
        self._memory = in_memory()
        Reader(path).read(lambda db: _copy_as_at(db, self._memory, entry))

    def close(self) -> None:
        """Let go of the copy in memory."""
        with self._lock:
            self._memory.close()

    @contextmanager
    def _transaction(self) -> Iterator[Database]:
        with self._lock:
            yield self._memory


def journal_position(db: Database, as_at: str) -> tuple[int, date]:
    """Return the journal entry and the day that `as_at` means: a meeting's number, or an ISO date.

    Meeting N is the position recorded when N closed, not a timestamp (DESIGN 7).
    """
    if re.fullmatch("[0-9]{1,6}", as_at):
        found = db.execute("SELECT journal_at_close, held_on FROM meeting WHERE number = ?", (int(as_at),)).fetchone()
        if not found:
            raise BoardError(f"There is no meeting {as_at}.", "", "Look at the list of meetings.")
        if found[0] is None:
            raise BoardError(
                f"Meeting {as_at} has not closed, so the Board cannot be read as at it.",
                "",
                "Give the number of a meeting that was held, or a date such as 2013-03-01.",
            )
        return int(found[0]), date.fromisoformat(found[1])
    try:
        day = date.fromisoformat(as_at)
    except ValueError as problem:
        raise BoardError(
            f"“{as_at}” is neither a meeting's number nor a date.", "", "Write 4, or 2013-03-01."
        ) from problem
    (entry,) = db.execute(
        "SELECT max(sequence) FROM journal_entry WHERE substr(at, 1, 10) <= ?", (day.isoformat(),)
    ).fetchone()
    if entry is None:
        raise BoardError(f"This Board's records begin after {show(day)}.", "", "Choose a later date.")
    return int(entry), day


def _copy_as_at(db: Database, memory: Database, entry: int) -> None:
    """Fill a copy that is a whole Board file of that time: its tables, its journal so far, its triggers."""
    for (sql,) in db.execute(
        "SELECT sql FROM sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT NULL "
        "AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'fts_%'"
    ).fetchall():
        memory.execute(sql)
    memory.execute("BEGIN")
    for table, images in journal.replay(db, entry).items():
        for values in map(json.loads, images.values()):
            names = ", ".join(values)
            memory.execute(
                f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(values))})", list(values.values())
            )
    for table, key in (("journal_entry", "sequence"), ("journal_change", "entry")):
        rows = db.execute(f"SELECT * FROM {table} WHERE {key} <= ?", (entry,)).fetchall()
        if rows:
            memory.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)
    if db.execute("SELECT sql FROM sqlite_master WHERE name = 'alembic_version'").fetchone():
        memory.executemany("INSERT INTO alembic_version VALUES (?)", db.execute("SELECT * FROM alembic_version"))
    search.create(memory)
    triggers.install(memory)
    memory.execute("COMMIT")
    for name in ("application_id", "user_version"):
        (value,) = db.execute(f"PRAGMA {name}").fetchone()
        memory.execute(f"PRAGMA {name} = {value}")
