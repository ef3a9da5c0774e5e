"""Where reads come from: the file itself, in one short transaction each."""

from __future__ import annotations

import re
import sqlite3
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from contextvars import ContextVar
from datetime import date
from pathlib import Path
from typing import TypeVar

from boardtui.domain.dates import show
from boardtui.errors import BoardError
from boardtui.store import engine
from boardtui.store.engine import connect, explained, schema_of
from boardtui.store.library import key_of

T = TypeVar("T")

Database = sqlite3.Connection
"""What every reading function is handed: a connection inside one short deferred transaction."""

ASKED_EVERY = 20_000
"""Steps of SQLite's machine, a millisecond or so, after which it is asked whether a read is still wanted."""

_STEP = 100
"""Rows gone through between two questions whether a read is still wanted."""

_wanted: ContextVar[Callable[[], bool] | None] = ContextVar("wanted", default=None)

UNREADABLE = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What reading raises where a bit was flipped in a record: in a date, in an image, in the name of a state."""


class Reader:
    """Runs reads of one Board file, on any thread; each is one transaction, fetched whole and closed.

    Opening a file costs more than most reads: a connection is kept between them, as long as it is of the file that
    lies there now, with the key that opens it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._idle: deque[tuple[object, Database]] = deque()

    def read(self, query: Callable[[Database], T], wanted: Callable[[], bool] | None = None) -> T:
        """Run `query` in one deferred transaction of its own; a record that was damaged is said in words.

        Once nobody has `wanted` it any more it is given up, with an error.
        """
        with explained(self.path), self._transaction() as db, _given_up_unless(wanted, db):
            try:
                return query(db)
            except UNREADABLE as problem:
                if self._damaged():
                    raise sqlite3.DatabaseError("malformed") from problem
                raise

    def copy_into(self, copy: Database) -> None:
        """Copy the Board that is read, whole and from one moment, into an empty file."""
        self.read(lambda db: db.backup(copy))

    def close(self) -> None:
        """Let go of what is held between reads."""
        while self._idle:
            self._idle.pop()[1].close()

    def _damaged(self) -> bool:
        from boardtui.store import journal

        with closing(connect(self.path)) as db:
            return bool(journal.verify(db))

    @contextmanager
    def _transaction(self) -> Iterator[Database]:
        db, of = self._connection()
        try:
            db.execute("BEGIN DEFERRED")
            yield db
            db.execute("ROLLBACK")
        except BaseException:
            db.close()
            raise
        self._idle.append((of, db))

    def _connection(self) -> tuple[Database, object]:
        """Return a connection, and what it is one of: a kept one where there is one of what lies there now."""
        of = _what_lies_at(self.path)
        while self._idle:
            kept, db = self._idle.pop()
            if kept == of and schema_of(db) == engine.SCHEMA:
                return db, of
            db.close()
        db = connect(self.path)
        db.execute("PRAGMA query_only=ON")
        return db, of


@contextmanager
def _given_up_unless(wanted: Callable[[], bool] | None, db: Database) -> Iterator[None]:
    """Ask now and then whether what is read is still wanted; SQLite and `while_wanted` give up where it is not."""
    if wanted is None:
        yield
        return
    before = _wanted.set(wanted)
    db.set_progress_handler(lambda: not wanted(), ASKED_EVERY)
    try:
        yield
    finally:
        db.set_progress_handler(None, 0)
        _wanted.reset(before)


def while_wanted(things: Iterable[T]) -> Iterator[T]:
    """Hand on what a read goes through, as long as somebody waits for the read; else give it up, with an error."""
    wanted = _wanted.get()
    return iter(things) if wanted is None else _asking(things, wanted)


def _asking(things: Iterable[T], wanted: Callable[[], bool]) -> Iterator[T]:
    for gone_by, thing in enumerate(things):
        if gone_by % _STEP == 0 and not wanted():
            raise BoardError("The read was given up.", "Nobody waits for it any more.", "Nothing was changed.")
        yield thing


def _what_lies_at(path: Path) -> object:
    """Tell one file from another that takes its place, and one that is open from one that was locked again."""
    found = path.stat() if path.is_file() else None
    return found and (found.st_dev, found.st_ino, key_of(path))


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
