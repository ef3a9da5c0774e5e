"""Where reads come from: the file itself, in one short transaction each."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import TypeVar

from boardtui.domain.dates import show
from boardtui.errors import BoardError
from boardtui.store.engine import connect, explained

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
                if self._damaged():
                    raise sqlite3.DatabaseError("malformed") from problem
                raise

    def copy_into(self, copy: Database) -> None:
        """Copy the Board that is read, whole and from one moment, into an empty file."""
        self.read(lambda db: db.backup(copy))

    def close(self) -> None:
        """Let go of what is held between reads: nothing, for the file itself."""

    def _damaged(self) -> bool:
        from boardtui.store import journal

        with closing(connect(self.path)) as db:
            return bool(journal.verify(db))

    @contextmanager
    def _transaction(self) -> Iterator[Database]:
        db = connect(self.path)
        try:
            db.execute("PRAGMA query_only=ON")
            db.execute("BEGIN DEFERRED")
            yield db
        finally:
            db.close()


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
