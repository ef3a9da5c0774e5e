"""A file of an older schema is brought up to date whole, or left byte for byte as it was."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from unittest.mock import patch

import pytest

from boardtui.domain.states import Role
from boardtui.errors import BoardError, LockedError
from boardtui.services.desk import Desk
from boardtui.store import engine, journal, library, migrations, search, triggers
from boardtui.store.engine import connect, is_behind, schema_of, writing_engine
from boardtui.store.library import in_memory
from boardtui.store.migrating import STEPS, bring_up_to_date
from boardtui.store.migrations.rows import ROWS
from boardtui.store.reading.as_at import AsAtReader
from boardtui.store.reading.reader import Reader
from boardtui.store.unit import unit_of_work
from tests.store import full_board, released
from tests.store.two_on import AS_RELEASED, NEW, two_schemas_on

BY = journal.Stamp(datetime(2013, 6, 1, 9, 0), "Jo", Role.ADMINISTRATOR)
HOSTILE = 'A "quoted" \\ back\nnew\ttab \x7f \u2028 \U0001f600 שלום é </b> \x0b\x0c\x1f'


@pytest.fixture(scope="module")
def full(made_once: Callable[[str, Callable[[Path], object]], Path]) -> Path:
    return made_once("full", full_board.build)


@pytest.fixture(scope="module")
def from_text(full: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the Board of the first schema, made from its text, with hostile words in a column that is renamed."""
    path = tmp_path_factory.mktemp("old") / "old.board"
    script = released.text_of(full)
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.executescript(script)
        db.execute("BEGIN")
        db.execute("UPDATE meeting SET place = ? WHERE number = 5", (HOSTILE,))
        journal.stamp(db, journal.Stamp(datetime(2013, 5, 30, 9, 0), "Jo", Role.ADMINISTRATOR, "Move meeting 5"))
        db.execute("COMMIT")
    return path


@pytest.fixture
def old(from_text: Path, tmp_path: Path) -> Path:
    """Return a copy of the Board of the first schema."""
    return Path(shutil.copyfile(from_text, tmp_path / "old.board"))


@pytest.fixture
def newer(old: Path) -> Iterator[None]:
    """Let the program be two schemas further on."""
    with two_schemas_on():
        yield
    assert old.exists()


def test_every_released_schema_has_its_board() -> None:
    there = {int(path.stem) for path in released.FOLDER.glob("*.sql")}
    assert set(range(1, engine.SCHEMA)) <= there


@pytest.mark.parametrize("schema", range(1, engine.SCHEMA + 1))
def test_the_board_of_every_released_schema_comes_up_to_date(full: Path, tmp_path: Path, schema: int) -> None:
    path = tmp_path / "released.board"
    released.write(schema, path, full)
    if is_behind(path):
        bring_up_to_date(path, BY)
    with closing(connect(path)) as db:
        assert journal.verify(db) == []


@pytest.mark.usefixtures("newer")
def test_a_file_that_is_behind_is_not_read_before_it_is_brought_up_to_date(old: Path) -> None:
    before = old.read_bytes()
    assert is_behind(old)
    with pytest.raises(BoardError, match="written by an older boardtui"):
        Reader(old).read(journal.head)
    assert old.read_bytes() == before


@pytest.mark.usefixtures("newer")
def test_it_comes_up_to_date_with_every_row_and_a_last_entry(old: Path) -> None:
    with closing(connect(old, older=True)) as db:
        counted = {table: _count(db, table) for table in triggers.kept_tables(db)}
        last = journal.head(db)[0]
    bring_up_to_date(old, BY)
    assert not is_behind(old)
    with closing(connect(old)) as db:
        assert schema_of(db) == NEW
        assert journal.verify(db) == []
        assert db.execute("SELECT version_num FROM alembic_version").fetchall() == [("0003",)]
        assert {table: _count(db, table) for table in triggers.kept_tables(db)} == {**counted, "handbook": 1}
        (sentence, schema, barrier) = db.execute(
            "SELECT sentence, schema, barrier FROM journal_entry WHERE sequence = ?", (last + 1,)
        ).fetchone()
        assert (sentence, schema, barrier) == ("Schema 3", NEW, 1)
        entered = journal.changes(db, entry=last + 1)
        assert {one.table for one in entered} == {"action", "meeting", "handbook"}
        assert len(entered) == counted["action"] + counted["meeting"] + 1
        assert db.execute("SELECT venue FROM meeting WHERE number = 5").fetchone() == (HOSTILE,)
        assert {row for (row,) in db.execute("SELECT urgency FROM action")} == {"usual"}


@pytest.mark.usefixtures("newer")
def test_what_was_before_is_still_read_as_it_was(old: Path) -> None:
    with closing(connect(old, older=True)) as db:
        last = journal.head(db)[0]
        then = journal.replay(db, last - 20)
    bring_up_to_date(old, BY)
    reader = AsAtReader(old, last - 20)
    try:
        with closing(in_memory(old)) as whole:
            reader.copy_into(whole)
            assert journal.verify(whole) == []
        found = reader.read(lambda db: db.execute("SELECT id, venue FROM meeting").fetchall())
        assert dict(found) == {row: json.loads(text)["place"] for row, text in then["meeting"].items()}
        assert reader.read(lambda db: db.execute("SELECT DISTINCT urgency FROM action").fetchall()) == [("usual",)]
    finally:
        reader.close()


@pytest.mark.usefixtures("newer")
def test_what_was_deleted_before_can_be_put_back_after(old: Path) -> None:
    with closing(connect(old, older=True)) as db:
        (row,) = db.execute("SELECT id FROM meeting ORDER BY number DESC LIMIT 1").fetchone()
        db.execute("BEGIN")
        db.execute("PRAGMA foreign_keys=OFF")
        db.execute("DELETE FROM agenda_item WHERE meeting_id = ?", (row,))
        db.execute("DELETE FROM meeting WHERE id = ?", (row,))
        entry = journal.stamp(db, BY)
        db.execute("COMMIT")
    bring_up_to_date(old, BY)
    with closing(connect(old)) as db:
        db.execute("BEGIN")
        db.execute("PRAGMA defer_foreign_keys=ON")
        journal.apply(db, journal.changes(db, entry=entry, present=True), reverse=True)
        journal.stamp(db, BY)
        db.execute("COMMIT")
        assert db.execute("SELECT count(*) FROM meeting WHERE id = ?", (row,)).fetchone() == (1,)
        assert journal.verify(db) == []


class Halt(Exception):  # noqa: N818  (it is no error of the program's)
    """Stands for whatever may fail."""


@pytest.mark.usefixtures("newer")
@pytest.mark.parametrize("step", STEPS)
def test_a_failure_at_any_step_leaves_the_file_as_it_was(old: Path, step: str) -> None:
    before = old.read_bytes()

    def fails(what: str, _done: int, _of: int) -> None:
        if what == step:
            raise Halt

    with pytest.raises(BoardError, match="could not be brought to schema 3"):
        bring_up_to_date(old, BY, fails)
    _as_before(old, before)
    bring_up_to_date(old, BY)  # and the next try goes through
    assert not is_behind(old)


@pytest.mark.usefixtures("newer")
@pytest.mark.parametrize("step", STEPS)
@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is killed by itself, which needs fork")
def test_a_program_killed_at_any_step_leaves_the_file_as_it_was(old: Path, step: str) -> None:
    with closing(connect(old, older=True)) as db:
        before = list(db.iterdump())
    child = os.fork()
    if child == 0:
        try:
            bring_up_to_date(old, BY, lambda what, *_: os._exit(9) if what == step else None)
        finally:
            os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    with closing(connect(old, older=True)) as db:
        assert list(db.iterdump()) == before
        assert schema_of(db) == 1
        with patch.object(search, "SEARCHED", AS_RELEASED):
            assert journal.verify(db) == []


def _revision(folder: Path, body: str) -> None:
    (folder / "0002_other.py").write_text(
        f'from alembic import op\nrevision = "0002"\ndown_revision = "0001"\ndef upgrade():\n{body}',
        encoding="utf-8",
    )


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("    op.execute('ALTER TABLE action ADD COLUMN x TEXT')\n    raise ValueError('Private text')\n",
         "could not be brought to schema 2"),
        ("    op.execute('ALTER TABLE action ADD COLUMN x TEXT')\n    op.execute('SELECT nothing')\n",
         "could not be used"),
        ("    op.execute('DELETE FROM action')\n", "does not come out sound at schema 2"),
        ("    op.execute(\"UPDATE action SET text = 'Other'\")\n", "does not come out sound at schema 2"),
        ("    op.execute('DROP TABLE entry')\n", "entry"),
        ("    op.execute('DELETE FROM office')\n", "does not come out sound at schema 2"),
    ],
    ids=["fails", "wrong SQL", "loses rows", "changes words", "loses a table", "breaks links"],
)  # fmt: skip
def test_a_revision_that_fails_or_loses_something_is_taken_back(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str, says: str
) -> None:
    folder = tmp_path / "revisions"
    folder.mkdir()
    _revision(folder, body)
    monkeypatch.setattr(engine, "SCHEMA", 2)
    monkeypatch.setattr(migrations, "VERSIONS", [*migrations.VERSIONS, folder])
    before = old.read_bytes()
    with pytest.raises(BoardError, match=says) as refused:
        bring_up_to_date(old, BY)
    assert "Private text" not in str(refused.value)
    _as_before(old, before)


@pytest.mark.usefixtures("newer")
def test_a_rename_without_its_row_function_is_refused(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(ROWS, 3)
    before = old.read_bytes()
    with pytest.raises(BoardError, match="does not come out sound"):
        bring_up_to_date(old, BY)
    _as_before(old, before)


@pytest.mark.usefixtures("newer")
def test_a_row_changed_outside_the_program_is_not_vouched_for(old: Path) -> None:
    with closing(connect(old, older=True)) as db:
        db.execute("DROP TRIGGER journal_action_update")
        (row,) = db.execute("SELECT id FROM action LIMIT 1").fetchone()
        db.execute("UPDATE action SET text = 'Forged' WHERE id = ?", (row,))
        triggers.install(db)
    bring_up_to_date(old, BY)
    with closing(connect(old)) as db:
        assert [(one.place, one.message) for one in journal.verify(db)] == [
            (f"action {row}", "text differs from the journal")
        ]


@pytest.mark.usefixtures("newer")
def test_a_file_in_use_is_not_migrated(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "PRAGMAS", engine.PRAGMAS[:-1])
    monkeypatch.setattr(engine, "opened", _impatient(library.opened))
    before = old.read_bytes()
    with closing(sqlite3.connect(old, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(BoardError, match="in use by another program"):
            bring_up_to_date(old, BY)
    _as_before(old, before)


def test_a_program_left_open_does_not_write_into_a_newer_schema(old: Path) -> None:
    writing = writing_engine(old)
    with closing(sqlite3.connect(old)) as newer_program:
        newer_program.execute("PRAGMA user_version=2")
    with (
        pytest.raises(LockedError, match="A newer boardtui"),
        unit_of_work(writing, BY, date(2013, 6, 1)) as work,
    ):
        work.db.execute("UPDATE meeting SET place = 'Elsewhere'")
    writing.dispose()


def test_a_board_that_is_up_to_date_needs_no_alembic(small_file: Path) -> None:
    before = small_file.read_bytes()
    assert not is_behind(small_file)
    with closing(Desk(small_file, who="Jo", role=Role.CHAIR, clock=lambda: BY.at)) as desk:
        assert desk.read(schema_of) == engine.SCHEMA
    assert small_file.read_bytes() == before


def _impatient(opened: Callable[..., sqlite3.Connection]) -> Callable[..., sqlite3.Connection]:
    def at_once(path: Path, how: str = "mode=rw") -> sqlite3.Connection:
        db = opened(path, how)
        db.execute("PRAGMA busy_timeout=0")
        return db

    return at_once


def _count(db: sqlite3.Connection, table: str) -> int:
    return int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def _as_before(path: Path, before: bytes) -> None:
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir() if one.name.startswith(path.name)] == [path.name]
