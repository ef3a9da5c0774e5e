"""`boardtui backup`, `restore` and `list backups`, of a Board that opens, one that is damaged and one that is gone."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from boardtui import bootstrap, paths
from boardtui.services import backups, evidence
from boardtui.services.desk import Desk
from boardtui.store import engine, journal, migrations
from tests.cli.running import Boardtui, refused
from tests.soundness import assert_sound

REVISIONS = Path(__file__).parents[1] / "store" / "revisions"


def test_a_backup_is_made_listed_and_restored(
    boardtui: Boardtui, small_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "EVERY", timedelta())
    ran = boardtui("backup", small_file)
    made = Path(ran.out.strip())
    assert (ran.code, made.parent) == (0, backups.folder(small_file))
    before = boardtui("list", "meetings", small_file).out
    boardtui("add", "meetings", small_file, "--count", 1)  # changed: backed up when the file is closed
    listed = boardtui("list", "backups", small_file, "--json").json
    assert [(one["number"], one["why"]) for one in listed] == [(1, "automatic"), (2, "asked for")]
    assert listed[0]["entries"] == listed[1]["entries"] + 1
    assert "See: boardtui list backups" in refused(boardtui("restore", small_file))
    assert "Only the administrator or the Chair" in refused(boardtui("restore", small_file, 2, "--as", "secretary"))
    ran = boardtui("restore", small_file, 2)
    assert (ran.code, ran.err) == (0, "")
    assert "1 thing done since leaves the Board" in ran.out
    assert f"To take this back: boardtui restore {small_file} 1" in ran.out
    assert boardtui("list", "meetings", small_file).out == before
    assert boardtui("restore", small_file, 1).code == 0
    assert boardtui("list", "meetings", small_file).out != before


@pytest.mark.parametrize("gone", [True, False])
def test_a_board_that_is_gone_or_damaged_is_listed_and_restored(
    boardtui: Boardtui, small_file: Path, gone: bool
) -> None:
    boardtui("backup", small_file)
    small_file.unlink() if gone else small_file.write_bytes(b"noise" * 1000)
    assert "asked for" in boardtui("list", "backups", small_file).out
    assert "Restored." in boardtui("restore", small_file, 1).out
    assert_sound(small_file)


def test_a_copy_goes_into_another_folder(boardtui: Boardtui, small_file: Path, tmp_path: Path) -> None:
    drive = tmp_path / "drive"
    assert "is not there, so no copy" in refused(boardtui("backup", small_file, "--to", drive))
    drive.mkdir()
    assert boardtui("backup", small_file, "--to", drive).out == f"{drive / small_file.name}\n"
    assert_sound(drive / small_file.name)


def test_a_new_board_leaves_nothing_else_in_its_folder(boardtui: Boardtui, tmp_path: Path) -> None:
    path = tmp_path / "own" / "new.board"
    args = ("--board", "B", "--council", "C", "--commenced", "2012-11-26", "--first-meeting", "2013-01-10")
    assert boardtui("new", path, *args).code == 0
    assert [one.name for one in path.parent.iterdir()] == ["new.board"]


def test_an_older_file_is_brought_up_to_date_with_a_backup_and_its_progress(
    boardtui: Boardtui, small_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = small_file.read_bytes()
    monkeypatch.setattr(engine, "SCHEMA", 2)
    monkeypatch.setattr(migrations, "VERSIONS", [*migrations.VERSIONS, REVISIONS])
    ran = boardtui("list", "meetings", small_file, "--json")
    assert ran.code == 0
    assert "Changing the tables" in ran.err
    assert "As it was before, it is kept as" in ran.err
    (kept,) = backups.folder(small_file).iterdir()
    assert kept.name.endswith("-before-newer-schema.board")
    assert len(kept.read_bytes()) == len(before)
    assert boardtui("check", small_file).out.splitlines()[1].startswith("Schema 2, ")


class Quits:
    """Stands for the screens: somebody enters something and leaves."""

    def __init__(self, desk: Desk, *_: object, **__: object) -> None:
        self._desk = desk

    def run(self) -> None:
        self._desk.do(lambda work: evidence.add_evidence(work, line="1.1", title="New", kept="HR"))


@pytest.mark.parametrize("there", [True, False])
def test_a_copy_is_made_when_the_program_closes_and_a_failure_is_told(
    small_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], there: bool
) -> None:
    drive = tmp_path / "drive"
    if there:
        drive.mkdir()
    settings = paths.config_folder() / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(f'backup_to = "{drive}"\n', encoding="utf-8")
    monkeypatch.setattr("boardtui.ui.app.BoardApp", Quits)
    bootstrap.run_app(small_file)
    said = capsys.readouterr().err
    if there:
        assert f"A verified copy is at {drive / small_file.name}" in said
        assert_sound(drive / small_file.name)
    else:
        assert "The copy was not made: The folder" in said
        assert "The Board itself is safe" in said
    with closing(bootstrap.open_desk(small_file)) as desk:
        (made,) = backups.listed(desk.path)
        assert made.holds is not None
        assert (made.holds.entries, made.holds.head) == desk.read(journal.head)
