"""Whether a Board file is sound: the journal's own check, of a copy only as far as it is not the original any more."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import cache
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

from boardtui.domain.progress import silent
from boardtui.store import journal
from boardtui.store.comparing import compared
from boardtui.store.engine import connect, schema_of
from boardtui.store.triggers import unsound

Rows = list[tuple[Any, ...]]


def assert_sound(path: Path, copied_from: Path | None = None) -> None:
    """Fail unless the chain holds and every row is what the journal replays to.

    Where the journal of a copy begins with that of its original, which is sound, only what came after is gone through.
    """
    with closing(connect(path)) as db:
        if copied_from is None or not _begins_with(db, copied_from):
            assert journal.verify(db) == []
        else:
            _assert_what_came_after_is_sound(db, copied_from)


@cache
def _original(path: Path) -> tuple[Rows, Rows, int, journal.Tables]:
    """Return the entries and changes of a Board that is sound, its schema, and the rows they replay to."""
    with closing(connect(path)) as db:
        return (*_journal(db), schema_of(db), journal.replay(db))


def _journal(db: sqlite3.Connection, entry: int = -1, change: int = -1) -> tuple[Rows, Rows]:
    """Return the first so many entries and changes, in order; by default all of them."""
    entries = db.execute("SELECT * FROM journal_entry ORDER BY sequence LIMIT ?", (entry,)).fetchall()
    return entries, db.execute("SELECT * FROM journal_change ORDER BY id LIMIT ?", (change,)).fetchall()


def _begins_with(db: sqlite3.Connection, original: Path) -> bool:
    entries, changes, schema, _ = _original(original)
    return schema_of(db) == schema and _journal(db, len(entries), len(changes)) == (entries, changes)


def _assert_what_came_after_is_sound(db: sqlite3.Connection, original: Path) -> None:
    entries, changes, _, replayed = _original(original)
    every = db.execute("SELECT * FROM journal_entry ORDER BY sequence").fetchall()
    assert unsound(db) == []
    assert list(journal._linked(every)) == []
    newest = changes[-1][0] if changes else 0
    added = list(journal._changes(db, "id > ?", newest))
    inside = {entry: list(run) for entry, run in groupby(added, attrgetter("entry"))}
    new = every[len(entries) :]
    assert {*inside} <= {entry[0] for entry in new}, "changes of no entry, or of one that was sealed before"
    for entry in new:
        assert list(journal._sealed(entry, inside.get(entry[0], []))) == []
    now = {table: dict(rows) for table, rows in replayed.items()}
    for change in added:
        rows = now.setdefault(change.table, {})
        if change.after is None:
            rows.pop(change.row, None)
        else:
            rows[change.row] = change.after
    assert list(compared(db, now, silent)) == []
