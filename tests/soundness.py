"""Whether a Board file is sound: the journal's own check, of a copy only as far as it is not the original any more."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from functools import cache
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from boardtui.store import journal
from boardtui.store.engine import connect
from boardtui.store.triggers import image, kept_tables, unsound


def assert_sound(path: Path, copied_from: Path | None = None) -> None:
    """Fail unless the chain holds and every row is what the journal replays to.

    Where the journal of a copy begins with that of its original, which is sound, only what came after is gone through.
    """
    with closing(connect(path)) as db:
        if copied_from is not None:
            db.execute("ATTACH ? AS original", (f"{copied_from.resolve().as_uri()}?mode=ro",))
        if copied_from is None or not _begins_with_the_original(db):
            assert journal.verify(db) == []
        else:
            _assert_what_came_after_is_sound(db)


def _begins_with_the_original(db: sqlite3.Connection) -> bool:
    """Say whether the schema is the same, and each entry and change of the original stands here as it stands there."""
    sql = "SELECT name, sql FROM {}.sqlite_master ORDER BY name, sql"
    here, there = (db.execute(sql.format(one)).fetchall() for one in ("main", "original"))
    return here == there and not any(
        db.execute(_others("original", "main", table, _columns(db, table), key)).fetchone()
        for table, key in (("journal_entry", "sequence"), ("journal_change", "id"))
    )


def _assert_what_came_after_is_sound(db: sqlite3.Connection) -> None:
    (kept,) = db.execute("SELECT coalesce(max(sequence), 0) FROM original.journal_entry").fetchone()
    (newest,) = db.execute("SELECT coalesce(max(id), 0) FROM original.journal_change").fetchone()
    every = db.execute("SELECT * FROM main.journal_entry ORDER BY sequence").fetchall()
    assert unsound(db) == []
    assert list(journal._linked(every)) == []
    added = list(journal._changes(db, "id > ?", newest))
    inside = {entry: list(run) for entry, run in groupby(added, attrgetter("entry"))}
    new = [entry for entry in every if entry[0] > kept]
    assert {*inside} <= {entry[0] for entry in new}, "changes of no entry, or of one that was sealed before"
    for entry in new:
        assert list(journal._sealed(entry, inside.get(entry[0], []))) == []
    said: dict[str, dict[str, str | None]] = {}
    for change in added:
        said.setdefault(change.table, {})[change.row] = change.after
    tables = kept_tables(db)
    assert {*said} <= {*tables}
    assert [one for table in tables for one in _untold(db, table, said.get(table, {}))] == []


def _untold(db: sqlite3.Connection, table: str, said: Mapping[str, str | None]) -> Iterator[str]:
    """Name each row of a table that is neither as it was in the original nor as the new changes say."""
    for (row,) in db.execute(_different(table, _columns(db, table))):
        if row not in said:
            yield f"{table} {row} is not what it was, and no change says so"
    if said:
        whole = image(db, table, "one")
        for row, after in said.items():
            found = db.execute(f'SELECT {whole} FROM main."{table}" AS one WHERE id = ?', (row,)).fetchone()
            if (found and found[0]) != after:
                yield f"{table} {row} is not what the journal says"


def _columns(db: sqlite3.Connection, table: str) -> tuple[str, ...]:
    return tuple(name for _, name, *_ in db.execute(f'PRAGMA table_info("{table}")'))


@cache
def _different(table: str, columns: tuple[str, ...]) -> str:
    """Return the query for the rows that are not, or not the same, in both files."""
    here, there = _others("main", "original", table, columns), _others("original", "main", table, columns)
    return f"{here} UNION {there}"


def _others(of: str, than: str, table: str, columns: tuple[str, ...], key: str = "id") -> str:
    """Return the query for the keys of the rows in one file that are not, or not the same, in the other."""
    one, other = (", ".join(f'{which}."{name}"' for name in columns) for which in ("one", "other"))
    return (
        f'SELECT one."{key}" FROM {of}."{table}" AS one LEFT JOIN {than}."{table}" AS other '
        f'ON other."{key}" = one."{key}" WHERE other."{key}" IS NULL OR ({one}) IS NOT ({other})'
    )
