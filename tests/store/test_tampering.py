"""Whatever is changed behind the program's back is found, and named (DESIGN 8, *Tamper evidence*)."""

from __future__ import annotations

import random
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from boardtui.store import journal, triggers
from boardtui.store.engine import connect

OTHER = "0" * 64


@pytest.fixture(scope="module")
def opened(built_small: Path) -> Iterator[sqlite3.Connection]:
    """Yield a copy of a small Board in memory; every tampering with it is rolled back."""
    with closing(connect(built_small)) as file, closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
        file.backup(memory)
        yield memory


@pytest.fixture
def db(opened: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    opened.execute("BEGIN")
    yield opened
    opened.execute("ROLLBACK")


@contextmanager
def without_triggers(db: sqlite3.Connection, *tables: str) -> Iterator[None]:
    """Take the tables' triggers out of the file, and put the same ones back afterwards, as a careful forger would."""
    found = db.execute("SELECT name, sql, tbl_name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    kept = [(name, sql) for name, sql, table in found if table in tables]
    for name, _ in kept:
        db.execute(f"DROP TRIGGER {name}")
    yield
    for _, sql in kept:
        db.execute(sql)


def forge(db: sqlite3.Connection, sql: str, *values: Any) -> None:
    (table,) = re.findall(r"^(?:UPDATE|DELETE FROM|INSERT INTO) (\w+)", sql)
    with without_triggers(db, table):
        assert db.execute(sql, values).rowcount != 0


def said(db: sqlite3.Connection) -> str:
    return "\n".join(f"{problem.place}: {problem.message}" for problem in journal.verify(db))


def an_entry(db: sqlite3.Connection) -> str:
    (row,) = db.execute("SELECT id FROM entry ORDER BY position LIMIT 1").fetchone()
    return str(row)


def test_a_board_nobody_touched_is_sound(db: sqlite3.Connection) -> None:
    assert journal.verify(db) == []


def test_an_edited_row_is_named_with_its_column(db: sqlite3.Connection) -> None:
    row = an_entry(db)
    forge(db, "UPDATE entry SET text = 'Nothing was said.' WHERE id = ?", row)
    assert said(db) == f"entry {row}: text differs from the journal"


def test_a_deleted_row_is_named(db: sqlite3.Connection) -> None:
    row = an_entry(db)
    forge(db, "DELETE FROM entry WHERE id = ?", row)
    assert said(db) == f"entry {row}: this row is missing; the journal has it"


def test_an_inserted_row_is_named(db: sqlite3.Connection) -> None:
    forge(db, "INSERT INTO closed_day VALUES ('forged', 1, '2013-01-10', 'Snow')")
    assert said(db) == "closed_day forged: this row is not in the journal"


def test_a_change_that_was_not_stamped_is_named(db: sqlite3.Connection) -> None:
    db.execute("INSERT INTO closed_day VALUES ('loose', 1, '2013-01-10', 'Snow')")
    assert "closed_day loose: this insert was made outside the program" in said(db)


def test_an_edited_image_is_named(db: sqlite3.Connection) -> None:
    forge(db, "UPDATE journal_change SET after = replace(after, 'Board', 'Bored') WHERE entry = 1 AND op = 'insert'")
    assert "journal entry 1, board" in said(db)
    assert "the recorded change was altered" in said(db)


def test_an_image_edited_together_with_its_digest_breaks_the_seal(db: sqlite3.Connection) -> None:
    (key, after) = db.execute("SELECT id, after FROM journal_change WHERE table_name = 'entry' LIMIT 1").fetchone()
    forged = after.replace("a", "e")
    digest = journal._digest(forged)
    forge(db, "UPDATE journal_change SET after = ?, after_digest = ? WHERE id = ?", forged, digest, key)
    assert "it was altered, or changes were added to it" in said(db)


def test_a_change_taken_out_of_an_entry_breaks_its_seal(db: sqlite3.Connection) -> None:
    forge(db, "DELETE FROM journal_change WHERE id = (SELECT max(id) FROM journal_change WHERE entry = 3)")
    assert "journal entry 3: it was altered" in said(db)


def test_changes_put_in_another_order_break_the_seal(db: sqlite3.Connection) -> None:
    forge(db, "UPDATE journal_change SET id = -id WHERE entry = 3")
    assert "journal entry 3: it was altered" in said(db)


def test_a_change_added_to_an_entry_breaks_its_seal(db: sqlite3.Connection) -> None:
    forge(
        db,
        "INSERT INTO journal_change (entry, table_name, row_id, op, after, after_digest) "
        "VALUES (3, 'closed_day', 'x', 'insert', '{}', ?)",
        journal._digest("{}"),
    )
    assert "journal entry 3: it was altered" in said(db)


@pytest.mark.parametrize("column", ["at", "who", "role", "sentence", "barrier", "schema", "previous", "hash"])
def test_an_edited_entry_is_named(db: sqlite3.Connection, column: str) -> None:
    forge(db, f"UPDATE journal_entry SET {column} = 'x' WHERE sequence = 7")
    assert "journal entry 7: it was altered" in said(db)


def test_an_entry_cut_from_the_middle_is_named(db: sqlite3.Connection) -> None:
    with without_triggers(db, "journal_entry", "journal_change"):
        db.execute("DELETE FROM journal_entry WHERE sequence = 7")
        db.execute("DELETE FROM journal_change WHERE entry = 7")
    assert "journal entry 7: this entry is missing" in said(db)
    assert "journal entry 8: it does not follow from the entry before it" in said(db)


def test_an_entry_cut_from_the_end_leaves_rows_that_nobody_wrote(db: sqlite3.Connection) -> None:
    with without_triggers(db, "journal_entry", "journal_change"):
        db.execute("DELETE FROM journal_change WHERE entry = (SELECT max(sequence) FROM journal_entry)")
        db.execute("DELETE FROM journal_entry WHERE sequence = (SELECT max(sequence) FROM journal_entry)")
    assert "the journal" in said(db)


def test_an_entry_cut_without_its_changes_is_named(db: sqlite3.Connection) -> None:
    forge(db, "DELETE FROM journal_entry WHERE sequence = 7")
    assert "journal entry 7: this entry is missing, but" in said(db)


@pytest.mark.parametrize("name", ["journal_entry_insert", "journal_change_kept", "journal_entry_fixed"])
def test_a_dropped_trigger_is_named(db: sqlite3.Connection, name: str) -> None:
    db.execute(f"DROP TRIGGER {name}")
    assert said(db) == f"{name}: this trigger is missing, was altered, or does not belong here"


def test_an_altered_trigger_is_named(db: sqlite3.Connection) -> None:
    db.execute("DROP TRIGGER journal_action_update")
    db.execute("CREATE TRIGGER journal_action_update AFTER UPDATE ON action BEGIN SELECT 1; END")
    assert "journal_action_update" in said(db)


def test_a_trigger_that_does_not_belong_here_is_named(db: sqlite3.Connection) -> None:
    db.execute("CREATE TRIGGER quiet AFTER INSERT ON entry BEGIN DELETE FROM journal_change WHERE entry IS NULL; END")
    assert "quiet" in said(db)


def test_a_dropped_table_is_named(db: sqlite3.Connection) -> None:
    db.execute("DROP TABLE rating_level")
    assert "rating_level: this table is missing; the journal has 5 of its rows" in said(db)


def test_an_added_table_is_named_whatever_it_holds(db: sqlite3.Connection) -> None:
    db.execute('CREATE TABLE "odd one" (x)')
    db.execute('INSERT INTO "odd one" VALUES (1)')
    assert "odd one row 1: this row is not in the journal" in said(db)


def test_a_dropped_column_is_named_in_every_row(db: sqlite3.Connection) -> None:
    with without_triggers(db, "rating_level"):
        db.execute("ALTER TABLE rating_level DROP COLUMN meaning")
    assert "rating_level" in said(db)
    assert "meaning differs from the journal" in said(db)


@pytest.mark.parametrize("value", [b"\x00\xff", 4.5, 7, None])
def test_a_value_no_board_holds_is_named_not_an_error(db: sqlite3.Connection, value: object) -> None:
    row = an_entry(db)
    forge(db, "UPDATE entry SET to_tidy = ?, restricted = 'x' WHERE id = ?", value, row)
    assert f"entry {row}" in said(db)


def test_bytes_that_are_no_text_are_named_not_an_error(db: sqlite3.Connection) -> None:
    row = an_entry(db)
    forge(db, "UPDATE entry SET text = CAST(x'c328' AS TEXT) WHERE id = ?", row)
    assert f"entry {row}: text differs from the journal" in said(db)


@pytest.mark.parametrize("image", ["", "not json", "[1]", '"x"', "\x1b[2J"])
def test_an_image_that_cannot_be_read_is_named_not_an_error(db: sqlite3.Connection, image: str) -> None:
    forge(db, "UPDATE journal_change SET after = ? WHERE entry = 1 AND table_name = 'board'", image)
    assert "journal entry 1, board" in said(db)


def random_column(chance: random.Random, db: sqlite3.Connection, table: str) -> str:
    return str(chance.choice([name for _, name, *_ in db.execute(f"PRAGMA table_info({table})")]))


def random_row(chance: random.Random, db: sqlite3.Connection, table: str = "") -> tuple[str, str]:
    full = [t for t in triggers.kept_tables(db) if db.execute(f"SELECT 1 FROM {t}").fetchone()]
    where = table or chance.choice(full)
    rows = [row for (row,) in db.execute(f"SELECT id FROM {where} ORDER BY rowid")]
    return where, chance.choice(rows)


def random_key(chance: random.Random, db: sqlite3.Connection, table: str) -> int:
    keys: list[int] = [key for (key,) in db.execute(f"SELECT rowid FROM {table} ORDER BY rowid")]
    return chance.choice(keys)


def edit_row(chance: random.Random, db: sqlite3.Connection, table: str = "") -> str:
    where, row = random_row(chance, db, table)
    column = random_column(chance, db, where)
    new = chance.choice(["forged", b"\xfe", 10**9])
    forge(db, f"UPDATE {where} SET {column} = ? WHERE id = ?", new, row)
    return f"{where} {row}" if column != "id" else where


def delete_row(chance: random.Random, db: sqlite3.Connection, table: str = "") -> str:
    where, row = random_row(chance, db, table)
    forge(db, f"DELETE FROM {where} WHERE id = ?", row)
    return f"{where} {row}: this row is missing"


def copy_row(chance: random.Random, db: sqlite3.Connection, table: str = "") -> str:
    where, row = random_row(chance, db, table)
    names = [name for _, name, *_ in db.execute(f"PRAGMA table_info({where})")]
    values = list(db.execute(f"SELECT * FROM {where} WHERE id = ?", (row,)).fetchone())
    unique = {"letter", "number", "ref", "code", "initials"}
    values = [
        "forged" if name == "id" else f"{value}x" if name in unique else value
        for name, value in zip(names, values, strict=True)
    ]
    forge(db, f"INSERT INTO {where} VALUES ({', '.join('?' * len(values))})", *values)
    return f"{where} forged: this row is not in the journal"


def swap_rows(chance: random.Random, db: sqlite3.Connection) -> str:
    """Let two rows change places: each is put under the other's identity."""
    table, one = random_row(chance, db)
    (other,) = db.execute(f"SELECT id FROM {table} ORDER BY id = ?, id LIMIT 1", (one,)).fetchone()
    if other == one:
        return swap_rows(chance, db)
    with without_triggers(db, table):
        for old, new in ((one, "aside"), (other, one), ("aside", other)):
            db.execute(f"UPDATE {table} SET id = ? WHERE id = ?", (new, old))
    return f"{table} {one}"


def edit_seal(chance: random.Random, db: sqlite3.Connection) -> str:
    return edit_row(chance, db, "seal")


def delete_seal(chance: random.Random, db: sqlite3.Connection) -> str:
    return delete_row(chance, db, "seal")


def copy_seal(chance: random.Random, db: sqlite3.Connection) -> str:
    return copy_row(chance, db, "seal")


def edit_entry(chance: random.Random, db: sqlite3.Connection) -> str:
    column = random_column(chance, db, "journal_entry")
    row = random_key(chance, db, "journal_entry")
    forge(db, f"UPDATE journal_entry SET {column} = ? WHERE sequence = ?", chance.randrange(10**6, 10**7), row)
    return f"journal entry {row}"


def edit_change(chance: random.Random, db: sqlite3.Connection) -> str:
    column = chance.choice(
        ["entry", "table_name", "row_id", "op", "before", "after", "before_digest", "after_digest"]
    )  # not the id: a number that only orders the changes
    row = random_key(chance, db, "journal_change")
    (entry,) = db.execute("SELECT entry FROM journal_change WHERE id = ?", (row,)).fetchone()
    forge(db, f"UPDATE journal_change SET {column} = ? WHERE id = ?", chance.randrange(10**6, 10**7), row)
    return f"journal entry {entry}"


def cut_entry(chance: random.Random, db: sqlite3.Connection) -> str:
    row = random_key(chance, db, "journal_entry")
    forge(db, "DELETE FROM journal_entry WHERE sequence = ?", row)
    return f"journal entry {row}: this entry is missing"


def cut_change(chance: random.Random, db: sqlite3.Connection) -> str:
    row = random_key(chance, db, "journal_change")
    (entry,) = db.execute("SELECT entry FROM journal_change WHERE id = ?", (row,)).fetchone()
    forge(db, "DELETE FROM journal_change WHERE id = ?", row)
    return f"journal entry {entry}"


def copy_entry(chance: random.Random, db: sqlite3.Connection) -> str:
    (last,) = db.execute("SELECT max(sequence) FROM journal_entry").fetchone()
    forge(
        db,
        "INSERT INTO journal_entry SELECT ?, at, who, role, sentence, undoes, barrier, schema, previous, hash "
        "FROM journal_entry WHERE sequence = ?",
        last + 1,
        random_key(chance, db, "journal_entry"),
    )
    return f"journal entry {last + 1}"


def copy_change(chance: random.Random, db: sqlite3.Connection) -> str:
    row = random_key(chance, db, "journal_change")
    (entry,) = db.execute("SELECT entry FROM journal_change WHERE id = ?", (row,)).fetchone()
    columns = "entry, table_name, row_id, op, before, after, before_digest, after_digest"
    forge(db, f"INSERT INTO journal_change ({columns}) SELECT {columns} FROM journal_change WHERE id = ?", row)
    return f"journal entry {entry}"


def swap_entries(chance: random.Random, db: sqlite3.Connection) -> str:
    """Let two entries change places, with their changes."""
    (last,) = db.execute("SELECT max(sequence) FROM journal_entry").fetchone()
    one, other = sorted(chance.sample(range(1, last + 1), 2))
    with without_triggers(db, "journal_entry", "journal_change"):
        for old, new in ((one, 0), (other, one), (0, other)):
            db.execute("UPDATE journal_entry SET sequence = ? WHERE sequence = ?", (new, old))
            db.execute("UPDATE journal_change SET entry = ? WHERE entry = ?", (new, old))
    return f"journal entry {one}: it does not follow"


def swap_changes(chance: random.Random, db: sqlite3.Connection) -> str:
    """Let two changes that say something else change places."""
    one = random_key(chance, db, "journal_change")
    other = random_key(chance, db, "journal_change")
    found = [
        db.execute("SELECT entry, row_id, after FROM journal_change WHERE id = ?", (key,)).fetchone()
        for key in (one, other)
    ]
    if found[0][1:] == found[1][1:]:
        return swap_changes(chance, db)
    with without_triggers(db, "journal_entry", "journal_change"):
        for old, new in ((one, 0), (other, one), (0, other)):
            db.execute("UPDATE journal_change SET id = ? WHERE id = ?", (new, old))
    return f"journal entry {found[0][0]}" if found[0][0] == found[1][0] else ""


def drop_trigger(chance: random.Random, db: sqlite3.Connection) -> str:
    names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name")]
    name = chance.choice(names)
    db.execute(f"DROP TRIGGER {name}")
    return str(name)


WAYS: list[Callable[[random.Random, sqlite3.Connection], str]] = [
    edit_row,
    delete_row,
    copy_row,
    swap_rows,
    edit_seal,
    delete_seal,
    copy_seal,
    edit_entry,
    edit_change,
    cut_entry,
    cut_change,
    copy_entry,
    copy_change,
    swap_entries,
    swap_changes,
    drop_trigger,
]

MANY = 500
"""Tamperings that are made one after the other, each taken back before the next."""


def test_five_hundred_random_tamperings_are_all_found_and_named(opened: sqlite3.Connection) -> None:
    chance = random.Random(20130520)
    assert journal.verify(opened) == []
    for number in range(MANY):
        opened.execute("BEGIN")
        way = WAYS[number % len(WAYS)]
        expected = way(chance, opened)
        found = said(opened)
        opened.execute("ROLLBACK")
        assert found, f"{way.__name__} {number}: nothing was found"
        assert expected in found, f"{way.__name__} {number}: {expected} is not named in\n{found}"
