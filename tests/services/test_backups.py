"""Backups are whole, restoring loses nothing, and what is not a backup of this Board is refused untouched."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from boardtui.domain.backups import Why
from boardtui.domain.states import Role
from boardtui.errors import BoardError, LockedError
from boardtui.services import backups, evidence, handover, undo
from boardtui.services.desk import Desk
from boardtui.store import backups as kept
from boardtui.store import engine, journal, lease, migrations
from boardtui.store.engine import connect
from boardtui.store.journal import Stamp
from boardtui.store.reading.evidence import evidence as register
from tests.conftest import start
from tests.soundness import assert_sound

NOW = datetime(2013, 6, 1, 9, 0)
BY = Stamp(NOW, "Jo", Role.ADMINISTRATOR)


@pytest.fixture
def desk(small_file: Path) -> Iterator[Desk]:
    with closing(Desk(small_file, who="Jo", role=Role.ADMINISTRATOR, clock=lambda: NOW)) as opened:
        yield opened


def enter(desk: Desk, title: str) -> None:
    desk.do(lambda work: evidence.add_evidence(work, line="1.1", title=title, kept="HR"))


def titles(desk: Desk) -> set[str]:
    return {one.title for one in desk.read(register)}


def test_a_backup_is_a_whole_board_that_only_its_owner_can_read(desk: Desk) -> None:
    enter(desk, "Before")
    made = backups.keep(desk)
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.parent.stat().st_mode) == 0o700
    assert [one.name for one in made.parent.iterdir()] == [made.name]
    assert_sound(made)
    (one,) = backups.listed(desk.path)
    assert one.holds is not None
    assert (one.why, one.at, one.holds.who) == (Why.ASKED, NOW, "Jo")
    assert one.holds == desk.read(kept.held_in)


def test_an_automatic_one_is_made_only_when_the_journal_moved_on(desk: Desk) -> None:
    assert backups.keep_if_moved(desk) is not None
    assert backups.keep_if_moved(desk) is None
    enter(desk, "More")
    assert backups.keep_if_moved(desk, timedelta(hours=1)) is None
    assert backups.keep_if_moved(desk) is not None
    assert len(backups.listed(desk.path)) == 2


def test_what_was_changed_is_backed_up_when_the_file_is_closed(small_file: Path) -> None:
    told: list[Path] = []
    for changes in (False, True):
        desk = Desk(
            small_file, who="Jo", role=Role.SECRETARY, clock=lambda: NOW, at_close=lambda d: told.append(d.path)
        )
        if changes:
            enter(desk, "More")
        desk.close()
    assert told == [small_file]


def test_a_restore_brings_back_the_board_and_is_itself_undone(desk: Desk) -> None:
    enter(desk, "Before")
    made = backups.keep(desk)
    enter(desk, "After")
    change = backups.compared(desk.path, backups.which(desk.path, "1"))
    assert len(change.leaves) == 1
    assert change.comes == ()
    done = backups.restore_at(desk, made)
    assert titles(desk) == {"Before"}
    assert desk.read(journal.verify) == []
    (sentence, barrier) = desk.read(
        lambda db: db.execute("SELECT sentence, barrier FROM journal_entry ORDER BY sequence DESC LIMIT 1").fetchone()
    )
    assert sentence.startswith("Restore the backup of 1 Jun 2013 09:00, entry ")
    assert barrier == 1
    with pytest.raises(LockedError, match=r"The backup of 1 Jun 2013 09:00, entry \d+ was restored"):
        desk.do(undo.undo)
    assert done.saved is not None
    first = backups.listed(desk.path)[0]
    assert first.path == done.saved
    backups.restore_at(desk, first.path)
    assert titles(desk) == {"Before", "After"}
    enter(desk, "Goes on")
    assert desk.read(journal.verify) == []


def test_half_typed_text_and_the_pen_stay_as_they_are(desk: Desk) -> None:
    made = backups.keep(desk)
    enter(desk, "After")
    desk.keep_draft("live-2", "half a sent", 11).result()
    backups.restore_at(desk, made)
    assert [one.text for one in desk.drafts("live-2")] == ["half a sent"]
    handover.hand_over(desk, Role.CHAIR)
    with pytest.raises(LockedError, match="The pen is with the Chair"):
        backups.restore_at(desk, made)
    desk.do(handover.take_back, penless=True)
    of_away = backups.keep(desk)
    backups.restore_at(desk, of_away)
    assert desk.pen().here


def test_a_closed_board_is_not_opened_again_by_a_backup(desk: Desk) -> None:
    made = backups.keep(desk)
    desk.do(lambda work: work.db.execute("UPDATE board SET closed_on = '2013-06-01'").rowcount)
    before = desk.path.read_bytes()
    with pytest.raises(BoardError, match="This Board was closed"):
        backups.restore_at(desk, made)
    assert desk.path.read_bytes() == before


def test_the_secretary_does_not_restore(desk: Desk) -> None:
    made = backups.keep(desk)
    desk.act_as(Role.SECRETARY)
    with pytest.raises(BoardError, match="Only the administrator or the Chair may restore a backup"):
        backups.restore_at(desk, made)


@pytest.mark.parametrize("how", ["other", "foreign", "broken", "newer", "tampered", "same"])
def test_what_is_no_sound_backup_of_this_board_is_refused(
    desk: Desk, blank: Path, tmp_path: Path, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = backups.keep(desk)
    wrong = tmp_path / "wrong.board"
    shutil.copyfile(blank if how == "other" else made, wrong)
    if how == "other":
        with closing(Desk(wrong, who="Jo", role=Role.ADMINISTRATOR, clock=lambda: NOW)) as other:
            other.do(start)
    elif how == "broken":
        wrong.write_bytes(wrong.read_bytes()[:40_000])
    elif how == "same":
        wrong = desk.path
    else:
        with closing(sqlite3.connect(wrong)) as db:
            db.execute({"foreign": "PRAGMA application_id=7", "newer": "PRAGMA user_version=99",
                        "tampered": "UPDATE action SET text = 'Forged'"}[how])  # fmt: skip
            db.commit()
    before, there = desk.path.read_bytes(), wrong.read_bytes()
    says = {"other": "another Board: Board", "foreign": "not a Board file", "broken": "damaged",
            "newer": "newer boardtui", "tampered": "is not sound", "same": "the same file"}[how]  # fmt: skip
    with pytest.raises(BoardError, match=says):
        backups.restore_at(desk, wrong)
    assert (desk.path.read_bytes(), wrong.read_bytes()) == (before, there)
    assert [one.path for one in backups.listed(desk.path)] == [made]


@pytest.mark.parametrize("how", ["missing", "empty", "noise", "truncated", "mark gone"])
def test_a_damaged_or_missing_board_is_brought_back_and_the_damaged_one_kept(small_file: Path, how: str) -> None:
    with closing(Desk(small_file, who="Jo", role=Role.ADMINISTRATOR, clock=lambda: NOW)) as desk:
        enter(desk, "Kept")
        backups.keep(desk)
    whole = small_file.read_bytes()
    damaged = {"missing": b"", "empty": b"", "noise": b"\x07" * 5000, "truncated": whole[: len(whole) // 2],
               "mark gone": whole[:68] + b"\0\0\0\0" + whole[72:]}[how]  # fmt: skip
    small_file.write_bytes(damaged)
    if how == "missing":
        small_file.unlink()
    one = backups.which(small_file, "1")
    done = backups.restore(small_file, one.path, BY)
    with closing(Desk(small_file, who="Jo", role=Role.ADMINISTRATOR, clock=lambda: NOW)) as desk:
        assert "Kept" in titles(desk)
    assert_sound(small_file)
    if how == "missing":
        assert done.saved is None
    else:
        assert done.saved is not None
        assert done.saved.read_bytes() == damaged
    assert all(not left.name.endswith(".part") for left in small_file.parent.iterdir())


def test_a_file_without_backups_that_is_no_board_is_left_alone(desk: Desk, tmp_path: Path) -> None:
    made = backups.keep(desk)
    letter = tmp_path / "letter.docx"
    letter.write_bytes(b"PK" * 4000)
    with pytest.raises(BoardError, match="not a Board file"):
        backups.restore(letter, made, BY)
    assert letter.read_bytes() == b"PK" * 4000


def test_a_board_in_use_elsewhere_is_not_restored(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    made = backups.keep(desk)
    enter(desk, "After")
    desk.on_file(lambda db: db.execute("PRAGMA busy_timeout=0")).result()
    monkeypatch.setattr("boardtui.store.copying._PATIENCE", 0)
    with closing(sqlite3.connect(desk.path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM action").fetchone()
        with pytest.raises(BoardError, match="in use by another program"):
            backups.restore_at(desk, made)
    assert "After" in titles(desk)
    assert_sound(desk.path)


def test_another_program_that_has_it_open_reads_the_restored_board(desk: Desk) -> None:
    made = backups.keep(desk)
    with closing(Desk(desk.path, who="Other", role=Role.CHAIR, clock=lambda: NOW)) as other:
        enter(other, "Theirs")
        backups.restore_at(desk, made)
        assert titles(other) == set()
        enter(other, "Theirs again")
        assert titles(desk) == {"Theirs again"}
    assert_sound(desk.path)


def test_a_board_that_another_program_holds_is_not_restored(desk: Desk) -> None:
    made = backups.keep(desk)
    other = replace(lease.new("Ann", Role.CHAIR, NOW), host="LAPTOP-7")
    desk.on_file(lambda db: lease.take(db, other)).result()
    before = desk.path.read_bytes()
    with pytest.raises(LockedError, match="open elsewhere: Ann"):
        backups.restore_at(desk, made)
    assert desk.path.read_bytes() == before
    desk.lease = other
    assert backups.restore_at(desk, made).saved is not None


def test_a_backup_of_an_older_schema_is_brought_up_to_date_first(
    small_file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with closing(Desk(small_file, who="Jo", role=Role.ADMINISTRATOR, clock=lambda: NOW)) as desk:
        made = backups.keep(desk)
    folder = tmp_path / "revisions"
    folder.mkdir()
    (folder / "0002_more.py").write_text(
        'from alembic import op\nrevision = "0002"\ndown_revision = "0001"\n'
        "def upgrade():\n    op.execute(\"ALTER TABLE plan_line ADD COLUMN more VARCHAR NOT NULL DEFAULT ''\")\n"
    )
    path = small_file
    monkeypatch.setattr(engine, "SCHEMA", 2)
    monkeypatch.setattr(migrations, "VERSIONS", [*migrations.VERSIONS, folder])
    done = backups.restore(path, made, BY)
    assert done.saved is not None
    with closing(connect(path)) as db:
        assert journal.verify(db) == []
        said = [row[0] for row in db.execute("SELECT sentence FROM journal_entry ORDER BY sequence DESC LIMIT 2")]
    assert said[1] == "Schema 2"
    assert said[0].startswith("Restore the backup of")


def test_a_copy_goes_to_the_drive_and_takes_the_place_of_an_earlier_state_only(desk: Desk, tmp_path: Path) -> None:
    drive = tmp_path / "drive"
    with pytest.raises(BoardError, match="is not there, so no copy was put into it"):
        backups.copy_out(desk.path, drive)
    drive.mkdir()
    first = backups.copy_out(desk.path, drive)
    assert first == drive / desk.path.name
    stamp = first.stat().st_mtime_ns
    assert backups.copy_out(desk.path, drive).stat().st_mtime_ns == stamp
    enter(desk, "More")
    assert backups.copy_out(desk.path, drive) == first
    assert kept.holds(first) == desk.read(kept.held_in)
    first.write_bytes(b"Somebody's own")
    assert backups.copy_out(desk.path, drive).name == f"{desk.path.stem}-2.board"
    assert first.read_bytes() == b"Somebody's own"


def test_a_copy_that_is_ahead_of_the_board_is_never_written_over(desk: Desk, tmp_path: Path) -> None:
    made = backups.keep(desk)
    enter(desk, "Ahead")
    with pytest.raises(BoardError, match="where the Board itself lies"):
        backups.copy_out(desk.path, desk.path.parent)
    drive = tmp_path / "drive"
    drive.mkdir()
    ahead = backups.copy_out(desk.path, drive)
    backups.restore_at(desk, made)
    assert backups.copy_out(desk.path, drive) != ahead
    assert kept.holds(ahead).entries > 0
    with closing(connect(ahead)) as db:
        assert {"Ahead"} <= {one.title for one in register(db)}


def test_what_a_killed_program_left_half_copied_is_swept_away(desk: Desk) -> None:
    made = backups.keep(desk)
    left = made.parent / ".old.board.99.part"
    left.write_bytes(b"half")
    os.utime(left, (0, 0))
    fresh = made.parent / ".new.board.99.part"
    fresh.write_bytes(b"half")
    backups.keep(desk)
    assert (left.exists(), fresh.exists()) == (False, True)


def test_a_number_that_is_not_in_the_list_is_said(desk: Desk) -> None:
    backups.keep(desk)
    with pytest.raises(BoardError, match=r"There is no backup 2\. There is 1 backup"):
        backups.which(desk.path, "2")
    with pytest.raises(BoardError, match="There is no backup at"):
        backups.which(desk.path, "nowhere.board")
