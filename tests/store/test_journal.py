"""The journal is written by triggers, sealed by a stamp, and what the tables are replayed from (DESIGN 7)."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from boardtui.errors import StaleError
from boardtui.store import journal
from boardtui.store.engine import connect
from boardtui.store.models import metadata

TABLES = [table.name for table in metadata.sorted_tables]
BY = journal.Stamp(datetime(2013, 1, 10, 14, 0), "ADM", "administrator", "Try")


@pytest.fixture
def db(blank: Path) -> Iterator[sqlite3.Connection]:
    """Yield a copy in memory, inside a transaction that is never committed; links need not hold."""
    with closing(connect(blank)) as file, closing(sqlite3.connect(":memory:", isolation_level=None)) as opened:
        file.backup(opened)
        for pragma in ("foreign_keys=ON", "recursive_triggers=ON"):
            opened.execute(f"PRAGMA {pragma}")
        opened.execute("BEGIN")
        opened.execute("PRAGMA defer_foreign_keys=ON")
        yield opened


def sample_row(table: sa.Table, row: str) -> dict[str, Any]:
    """Return some value for every column of a table."""

    def value(column: sa.Column[Any]) -> Any:
        match column.type:
            case sa.Date():
                return "2013-01-10"
            case sa.Integer() | sa.Boolean():
                return 1
            case _:
                return row if column.name == "id" else f"{column.name} of {row}"

    return {column.name: value(column) for column in table.columns}


def insert(db: sqlite3.Connection, table: str, row: str, how: str = "INSERT", **other: Any) -> dict[str, Any]:
    values = sample_row(metadata.tables[table], row) | other
    names = ", ".join(values)
    db.execute(f"{how} INTO {table} ({names}) VALUES ({', '.join('?' * len(values))})", list(values.values()))
    return values


def logged(db: sqlite3.Connection) -> list[tuple[str, str, str, Any, Any]]:
    found = db.execute("SELECT table_name, row_id, op, before, after FROM journal_change ORDER BY id")
    return [
        (t, r, op, before and json.loads(before), after and json.loads(after))
        for t, r, op, before, after in found.fetchall()
    ]


@pytest.mark.parametrize("table", TABLES)
def test_every_insert_update_and_delete_is_journaled_with_whole_images(db: sqlite3.Connection, table: str) -> None:
    first = insert(db, table, "a")
    db.execute(f"UPDATE {table} SET version = 2 WHERE id = 'a'")
    db.execute(f"DELETE FROM {table} WHERE id = 'a'")
    second = first | {"version": 2}
    assert logged(db) == [
        (table, "a", "insert", None, first),
        (table, "a", "update", first, second),
        (table, "a", "delete", second, None),
    ]


@pytest.mark.parametrize("table", TABLES)
def test_a_row_that_gives_way_to_another_is_journaled_as_deleted(db: sqlite3.Connection, table: str) -> None:
    old = insert(db, table, "a")
    new = insert(db, table, "a", "INSERT OR REPLACE", version=9)
    assert logged(db)[1:] == [(table, "a", "delete", old, None), (table, "a", "insert", None, new)]


def test_an_upsert_is_journaled_as_an_update(db: sqlite3.Connection) -> None:
    insert(db, "closed_day", "a")
    db.execute(
        "INSERT INTO closed_day (id, version, day, why) VALUES ('a', 1, '2013-01-10', 'x') "
        "ON CONFLICT (id) DO UPDATE SET why = 'Flood'"
    )
    assert [change[2] for change in logged(db)] == ["insert", "update"]


def test_a_statement_over_many_rows_is_journaled_row_by_row(db: sqlite3.Connection) -> None:
    for row in "abc":
        insert(db, "closed_day", row)
    db.execute("UPDATE closed_day SET why = 'Flood'")
    assert [(row, op) for _, row, op, _, _ in logged(db)[3:]] == [("a", "update"), ("b", "update"), ("c", "update")]


def test_a_stamp_seals_what_changed_since_the_last_one_under_the_next_number(db: sqlite3.Connection) -> None:
    insert(db, "closed_day", "a")
    assert journal.stamp(db, BY) == 1
    insert(db, "closed_day", "b")
    assert journal.stamp(db, BY) == 2
    assert [change.row for change in journal.changes(db, entry=2)] == ["b"]
    (at, who, role, sentence, previous) = db.execute(
        "SELECT at, who, role, sentence, previous FROM journal_entry WHERE sequence = 2"
    ).fetchone()
    assert (at, who, role, sentence) == ("2013-01-10T14:00:00", "ADM", "administrator", "Try")
    assert previous == db.execute("SELECT hash FROM journal_entry WHERE sequence = 1").fetchone()[0]


def test_nothing_changed_is_not_stamped(db: sqlite3.Connection) -> None:
    assert journal.stamp(db, BY) is None
    assert db.execute("SELECT count(*) FROM journal_entry").fetchone() == (0,)


def test_the_first_entry_follows_the_start(db: sqlite3.Connection) -> None:
    insert(db, "closed_day", "a")
    journal.stamp(db, BY)
    assert db.execute("SELECT previous FROM journal_entry").fetchone() == (journal.START,)


@pytest.mark.parametrize(
    "attempt",
    [
        "UPDATE journal_change SET after = '{}' WHERE entry = 1",
        "UPDATE journal_change SET entry = NULL WHERE entry = 1",
        "DELETE FROM journal_change WHERE entry = 1",
        "UPDATE journal_entry SET who = 'X'",
        "DELETE FROM journal_entry",
        "INSERT OR REPLACE INTO journal_entry SELECT * FROM journal_entry",
        "INSERT OR REPLACE INTO journal_change SELECT * FROM journal_change",
    ],
)
def test_what_is_stamped_can_neither_be_changed_nor_removed(db: sqlite3.Connection, attempt: str) -> None:
    insert(db, "closed_day", "a")
    journal.stamp(db, BY)
    with pytest.raises(sqlite3.IntegrityError, match="the journal is only ever added to"):
        db.execute(attempt)


def test_changes_are_found_by_entry_by_row_and_up_to_an_entry(db: sqlite3.Connection) -> None:
    insert(db, "closed_day", "a")
    insert(db, "closed_day", "b")
    journal.stamp(db, BY)
    db.execute("UPDATE closed_day SET why = 'Flood' WHERE id = 'a'")
    journal.stamp(db, BY)
    db.execute("DELETE FROM closed_day WHERE id = 'a'")
    journal.stamp(db, BY)
    assert [c.op for c in journal.changes(db, row=("closed_day", "a"))] == ["insert", "update", "delete"]
    assert [(c.row, c.op) for c in journal.changes(db, entry=1)] == [("a", "insert"), ("b", "insert")]
    assert len(journal.changes(db, upto=2)) == 3
    assert len(journal.changes(db)) == 4


def test_changes_not_yet_stamped_are_nobodys(db: sqlite3.Connection) -> None:
    insert(db, "closed_day", "a")
    assert journal.changes(db) == []
    assert journal.replay(db) == {}


def day(db: sqlite3.Connection) -> tuple[Any, ...] | None:
    row: tuple[Any, ...] | None = db.execute("SELECT why, version FROM closed_day WHERE id = 'a'").fetchone()
    return row


def test_changes_taken_back_and_made_again_leave_higher_versions(db: sqlite3.Connection) -> None:
    insert(db, "closed_day", "a", why="Snow")
    journal.stamp(db, BY)
    db.execute("UPDATE closed_day SET why = 'Flood', version = 2 WHERE id = 'a'")
    journal.stamp(db, BY)
    update = journal.changes(db, entry=2)
    journal.apply(db, update, reverse=True)
    assert day(db) == ("Snow", 3)
    journal.apply(db, update)
    assert day(db) == ("Flood", 4)


def test_a_deleted_row_comes_back_with_a_version_it_never_had(db: sqlite3.Connection) -> None:
    insert(db, "closed_day", "a", why="Snow", version=7)
    journal.stamp(db, BY)
    db.execute("DELETE FROM closed_day")
    journal.stamp(db, BY)
    journal.apply(db, journal.changes(db, entry=2), reverse=True)
    assert day(db) == ("Snow", 8)


def test_several_changes_of_a_row_in_one_entry_are_taken_back_in_reverse_order(db: sqlite3.Connection) -> None:
    insert(db, "closed_day", "a", why="Snow")
    journal.stamp(db, BY)
    for why in ("Flood", "Fire", "Frost"):
        db.execute("UPDATE closed_day SET why = ?, version = version + 1", (why,))
    db.execute("DELETE FROM closed_day")
    journal.stamp(db, BY)
    journal.apply(db, journal.changes(db, entry=2), reverse=True)
    assert (day(db) or ("",))[0] == "Snow"


def test_an_older_change_that_later_ones_built_on_is_refused_with_both_texts(db: sqlite3.Connection) -> None:
    insert(db, "closed_day", "a", why="Snow")
    journal.stamp(db, BY)
    for why in ("Flood", "Fire"):
        db.execute("UPDATE closed_day SET why = ?, version = version + 1", (why,))
        journal.stamp(db, BY)
    with pytest.raises(StaleError) as refused:
        journal.apply(db, journal.changes(db, entry=2), reverse=True)
    assert json.loads(refused.value.theirs)["why"] == "Fire"
    assert json.loads(refused.value.ours)["why"] == "Snow"
    assert day(db) == ("Fire", 3)


def test_a_removed_row_is_not_changed_back(db: sqlite3.Connection) -> None:
    insert(db, "closed_day", "a", why="Snow")
    journal.stamp(db, BY)
    db.execute("UPDATE closed_day SET why = 'Flood'")
    journal.stamp(db, BY)
    db.execute("DELETE FROM closed_day")
    journal.stamp(db, BY)
    with pytest.raises(StaleError):
        journal.apply(db, journal.changes(db, entry=2), reverse=True)


def test_replay_is_the_tables_as_they_stood_at_every_entry(db: sqlite3.Connection) -> None:
    kept: dict[int, journal.Tables] = {}
    for number in range(1, 9):
        if number == 5:
            db.execute("DELETE FROM closed_day WHERE id = '3'")
        elif number % 2:
            insert(db, "closed_day", str(number), day=date(2013, 1, number).isoformat())
        else:
            insert(db, "warning_period", str(number))
            db.execute("UPDATE closed_day SET why = ?", (f"change {number}",))
        journal.stamp(db, BY)
        kept[number] = tables(db)
    for number, then in kept.items():
        replayed = journal.replay(db, number)
        assert {name: rows for name, rows in replayed.items() if rows} == then
    assert journal.verify(db) == []


def tables(db: sqlite3.Connection) -> journal.Tables:
    """Return the tables themselves, in the shape of a replay; empty ones are left out."""
    found: journal.Tables = {}
    for name in TABLES:
        columns = [column.name for column in metadata.tables[name].columns]
        fields = ", ".join(f"'{column}', {column}" for column in columns)
        rows = dict(db.execute(f"SELECT id, json_object({fields}) FROM {name}").fetchall())
        if rows:
            found[name] = rows
    return found
