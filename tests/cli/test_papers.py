"""Papers out to Word, and the check that names what is not sound."""

from __future__ import annotations

import re
import shutil
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from boardtui.config import where
from boardtui.documents.package import unpack
from tests.cli.running import Boardtui, refused
from tests.letterheads import picture_file, png


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (("agenda",), r"agenda-6-2013-06-27.*\.docx"),
        (("agenda", "--meeting", 5), r"agenda-5-2013-05-16.*\.docx"),
        (("minutes",), r"minutes-5-2013-05-16-draft\.docx"),
        (("minutes", "--meeting", 4), r"minutes-4-2013-04-04.*\.docx"),
        (("actions",), r"actions-.*\.docx"),
        (("actions", "--lead", "dcs"), r"actions-.*\.docx"),
        (("letter",), r"letter-2.*\.docx"),
        (("letter", "--letter", 1), r"letter-1.*\.docx"),
    ],
)
def test_a_paper_is_written_and_its_path_printed(
    boardtui: Boardtui, built_sample: Path, tmp_path: Path, arguments: tuple[object, ...], name: str
) -> None:
    folder = tmp_path / "papers" / "new"
    kind, *rest = arguments
    ran = boardtui("export", kind, built_sample, *rest, "--to", folder)
    assert ran.code == 0
    assert ran.err == "" or re.fullmatch(r"Withheld: .+ With them: --version restricted\n", ran.err)
    written = Path(ran.out.rstrip("\n"))
    assert written.parent == folder
    assert re.fullmatch(name, written.name)
    assert zipfile.is_zipfile(written)
    assert list(folder.iterdir()) == [written]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("agenda", "--meeting", 99), "There is no meeting 99."),
        (("agenda", "--meeting", 0), "There is no meeting 0."),
        (("minutes", "--meeting", 10**30), "There is no meeting"),
        (("minutes", "--meeting", 6), "has not been held"),
        (("letter", "--letter", 99), "There is no letter 99."),
        (("letter", "--letter", 0), "There is no letter 0."),
        (("actions", "--lead", "XYZ"), "Nobody here has the initials “XYZ”."),
    ],
)
def test_a_paper_there_is_not_is_refused(
    boardtui: Boardtui, built_sample: Path, tmp_path: Path, arguments: tuple[object, ...], sentence: str
) -> None:
    folder = tmp_path / "papers"
    kind, *rest = arguments
    assert sentence in refused(boardtui("export", kind, built_sample, *rest, "--to", folder))
    assert not folder.exists()


def test_a_new_board_has_its_first_agenda_and_no_letter(boardtui: Boardtui, tmp_path: Path) -> None:
    path = tmp_path / "new.board"
    boardtui(
        "new", path, "--board", "B", "--council", "C", "--commenced", "2012-11-26", "--first-meeting", "2013-01-10"
    )
    ran = boardtui("export", "agenda", path, "--meeting", 1, "--to", tmp_path)
    assert (ran.code, Path(ran.out.strip()).name.startswith("agenda-1-2013-01-10")) == (0, True)
    assert "There is no letter yet." in refused(boardtui("export", "letter", path, "--to", tmp_path))
    assert "No meeting has been held." in refused(boardtui("export", "minutes", path, "--to", tmp_path))


def test_a_folder_that_is_a_file_is_said(boardtui: Boardtui, built_sample: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    assert "is not a folder" in refused(boardtui("export", "agenda", built_sample, "--to", tmp_path / "file"))


def test_a_wrong_use_of_export_is_exit_2(boardtui: Boardtui, built_sample: Path) -> None:
    refused(boardtui("export", "poem", built_sample, "--to", "."), 2)
    refused(boardtui("export", "agenda"), 2)


def test_a_sound_file_is_said_to_be_so(boardtui: Boardtui, built_sample: Path) -> None:
    ran = boardtui("check", built_sample)
    assert (ran.code, ran.err) == (0, "")
    sound, whole, rows, index = ran.out.splitlines()
    assert sound == f"{built_sample} is sound."
    assert re.fullmatch(r"Schema 1, \d+ triggers, \d+ journal entries of \d+ changes, \d+ rows in \d+ tables\.", whole)
    assert "meeting 6" in rows
    assert "search" in index.lower()


@pytest.fixture
def forged(built_sample: Path, tmp_path: Path) -> Path:
    """Return a copy of the sample that is not checked afterwards."""
    return Path(shutil.copyfile(built_sample, tmp_path / "forged.board"))


def tamper(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as db:
        for statement in statements:
            db.execute(statement)
        db.commit()


def test_each_record_that_is_not_sound_is_named(boardtui: Boardtui, forged: Path) -> None:
    with closing(sqlite3.connect(forged)) as db:
        edited, deleted = (row for (row,) in db.execute("SELECT id FROM entry LIMIT 2").fetchall())
    tamper(
        forged,
        "DROP TRIGGER journal_entry_update",
        "DROP TRIGGER journal_entry_update_locked",
        "DROP TRIGGER journal_entry_delete_locked",
        "DROP TRIGGER journal_closed_day_insert",
        f"UPDATE entry SET text = 'Forged' WHERE id = '{edited}'",
        f"DELETE FROM entry WHERE id = '{deleted}'",
        "INSERT INTO closed_day VALUES ('\x1b[2Jx', 1, '2013-01-10', 'x')",
        "UPDATE action SET meeting_id = 'nowhere' WHERE sequence = 1",
    )
    ran = boardtui("check", forged)
    assert ran.code == 1
    assert f"entry {edited}: text differs from the journal" in ran.out
    assert f"entry {deleted}: this delete was made outside the program" in ran.out
    assert "closed_day [2Jx: this row is not in the journal" in ran.out
    assert "journal_entry_update: this trigger is missing" in ran.out
    assert "it names a row of meeting that is not there" in ran.out
    assert "\x1b" not in ran.out
    assert ran.err.startswith(f"{forged} is not sound.")


def test_a_flipped_bit_in_a_text_is_named(boardtui: Boardtui, forged: Path) -> None:
    raw = bytearray(forged.read_bytes())
    places = [found.start() for found in re.finditer(b"Improvement Plan", bytes(raw))]
    raw[places[len(places) // 2]] ^= 0x80
    forged.write_bytes(raw)
    ran = boardtui("check", forged)
    assert ran.code == 1
    assert "Traceback" not in ran.err
    assert ran.out


def test_a_file_damaged_beyond_reading_is_said(boardtui: Boardtui, forged: Path) -> None:
    raw = bytearray(forged.read_bytes())
    raw[4096 * 3 : 4096 * 40] = bytes(4096 * 37)
    forged.write_bytes(raw)
    ran = boardtui("check", forged)
    assert ran.code == 1
    assert "Traceback" not in ran.err
    assert "damaged" in ran.err + ran.out or "malformed" in ran.out


def test_a_paper_goes_to_the_folder_of_the_settings(boardtui: Boardtui, small_file: Path, tmp_path: Path) -> None:
    where().parent.mkdir(parents=True)
    where().write_text(f'exports = "{tmp_path / "papers"}"\n')
    assert Path(boardtui("export", "actions", small_file).out.strip()).parent == tmp_path / "papers"


def test_a_picture_is_put_at_the_head_of_the_papers_and_taken_off(
    boardtui: Boardtui, sample_file: Path, tmp_path: Path
) -> None:
    assert boardtui("letterhead", sample_file, picture_file()).code == 0
    made = Path(boardtui("export", "agenda", sample_file, "--to", tmp_path).out.rstrip("\n"))
    assert png() in unpack(made.read_bytes()).values()
    assert boardtui("letterhead", sample_file, "--none").code == 0
    made = Path(boardtui("export", "agenda", sample_file, "--to", tmp_path).out.rstrip("\n"))
    assert png() not in unpack(made.read_bytes()).values()
    assert "There is no picture" in boardtui("letterhead", sample_file, "--none").err
