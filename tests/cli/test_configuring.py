"""`boardtui config`: opened in the person's editor, checked afterwards."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from boardtui.config import load, where
from tests.cli.running import Boardtui, refused


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a file whose text an editor of this test puts at the end of what it opens."""
    adds, script = tmp_path / "adds.txt", tmp_path / "editor.py"
    script.write_text(
        f"import pathlib, sys\nfile = pathlib.Path(sys.argv[1])\n"
        f"file.write_text(file.read_text() + pathlib.Path({str(adds)!r}).read_text())\n"
    )
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f'"{sys.executable}" "{script}"')
    return adds


def test_the_file_is_made_opened_and_checked(boardtui: Boardtui, editor: Path) -> None:
    editor.write_text('name = "Jane Smith"\n')
    ran = boardtui("config")
    assert (ran.code, ran.out) == (0, f"{where()} can be used as it is.\n")
    assert load().name == "Jane Smith"


def test_what_is_wrong_is_said_when_the_editor_closes(boardtui: Boardtui, editor: Path) -> None:
    editor.write_text('colour = "x"\n[keys]\nactions-done = "u"\nlive-next = "n"\n')
    ran = boardtui("config")
    assert ran.code == 1
    assert len(ran.out.splitlines()) == 3
    assert "“colour” is not a setting" in ran.out
    assert "given to two commands on the screen “actions”" in ran.out
    assert "boardtui config" in ran.err


def test_checking_opens_and_makes_nothing(boardtui: Boardtui) -> None:
    assert boardtui("config", "--check").code == 0
    assert not where().exists()
    assert boardtui("config", "--path").out == f"{where()}\n"


def test_the_settings_in_force_are_one_document(boardtui: Boardtui) -> None:
    where().parent.mkdir(parents=True)
    where().write_text('role = "chair"\nlock_after = "x"\n')
    ran = boardtui("config", "--json")
    assert (ran.code, ran.json["role"], ran.json["lock_after"]) == (0, "chair", 15)
    assert len(ran.json["wrong"]) == 1


def test_an_editor_that_is_not_there_is_said(boardtui: Boardtui, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "no-such-editor --wait")
    said = refused(boardtui("config"))
    assert "“no-such-editor --wait” cannot be started" in said
    assert str(where()) in said
