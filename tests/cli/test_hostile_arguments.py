"""Absurd files and arguments: one sentence, the right exit code, nothing changed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from boardtui.services import sample
from tests.cli.running import Boardtui, refused

COMMANDS: dict[str, Callable[[object], tuple[object, ...]]] = {
    "status": lambda file: ("status", file),
    "list": lambda file: ("list", "actions", file),
    "add person": lambda file: ("add", "person", file, "--name", "X", "--initials", "X", "--organisation", "O",
                                "--role", "R"),
    "add item": lambda file: ("add", "item", file, "--meeting", 1, "--title", "X"),
    "add meetings": lambda file: ("add", "meetings", file, "--count", 1),
    "minute": lambda file: ("minute", file, "--meeting", 1, "-"),
    "export": lambda file: ("export", "agenda", file, "--to", "papers"),
    "check": lambda file: ("check", file),
    "open": lambda file: ("open", file),
    "demo": lambda file: ("demo", "--no-open", "--file", file),
}  # fmt: skip
"""Every command that is given a file that is there, or is none."""


def short(text: str) -> str:
    """Name a test after the beginning of its text."""
    return ascii(text)[:20]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder that is the current one."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("command", COMMANDS)
def test_a_file_that_is_no_board_is_refused_and_left_as_it_is(boardtui: Boardtui, place: Path, command: str) -> None:
    picture = place / "picture.board"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(5000))
    before = picture.read_bytes()
    said = refused(boardtui(*COMMANDS[command](picture), stdin="A note"))
    assert "is not a Board file" in said
    assert picture.read_bytes() == before
    assert list(place.iterdir()) == [picture]


@pytest.mark.parametrize("command", [name for name in COMMANDS if name != "demo"])
@pytest.mark.parametrize(
    "name", ["missing.board", "no/such/folder/x.board", ".", "", "x" * 3000, "\udcff\udc80.board"], ids=short
)
def test_a_file_that_is_not_there_is_refused_and_not_created(
    boardtui: Boardtui, place: Path, command: str, name: str
) -> None:
    said = refused(boardtui(*COMMANDS[command](name), stdin="A note"))
    assert len(said.strip().splitlines()) == 1
    assert list(place.iterdir()) == []


def test_a_folder_is_no_place_for_the_sample(boardtui: Boardtui, place: Path) -> None:
    assert "There is no Board file at" in refused(boardtui("demo", "--no-open", "--file", place))
    assert "There is no sample Board 1999." in refused(boardtui("demo", "1999", "--no-open", "--file", place / "x"))
    assert list(place.iterdir()) == []


def test_a_fresh_sample_is_built_beside_the_one_there_is(
    boardtui: Boardtui, place: Path, built_small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sample, "build", lambda _, path: shutil.copyfile(built_small, path))
    for number, name in enumerate(("demo.board", "demo-2.board", "demo-3.board"), 1):
        ran = boardtui("demo", "--file", place / "demo.board", "--fresh", "--no-open")
        assert (ran.code, ran.out) == (0, f"{place / name}\n")
        assert len(list(place.iterdir())) == number


HUGE = "word " * 20_000


@pytest.mark.parametrize(
    "text",
    ["[/b]", "\x1b]52;c;aGk=\x07x", "lone \udcff surrogate", "<none> A R&D", "\u202eRTL", "👩‍👩‍👧", HUGE],
    ids=["markup", "escape", "surrogate", "tags", "bidi", "emoji", "huge"],
)
def test_hostile_text_is_kept_clean_and_printed_clean(boardtui: Boardtui, small_file: Path, text: str) -> None:
    from boardtui.domain.text import one_line

    ran = boardtui("add", "action", small_file, "--meeting", 2, "--lead", "DCS", "--due", "2013-03-01", text)
    assert (ran.code, ran.out, ran.err) == (0, "2/01\n", "")
    (found,) = boardtui("list", "actions", small_file, "--meeting", 2, "--json").json
    assert found["text"] == one_line(text)
    table = boardtui("list", "actions", small_file, "--meeting", 2).out
    assert "\x1b" not in table
    assert len(table) < 1000
    assert boardtui("check", small_file).code == 0


@pytest.mark.parametrize(
    "text", ["\x1b]52;c;aGk=\x07", "\udcff", "%", "_", "'; DROP TABLE entry; --", "x" * 100_000], ids=short
)
def test_hostile_names_are_said_clean(boardtui: Boardtui, small_file: Path, text: str) -> None:
    said = refused(boardtui("add", "action", small_file, "--meeting", 2, "--lead", text, "--due", "2013-03-01", "x"))
    assert "Nobody here has the initials" in said
    assert len(said) < 200
    assert "\x1b" not in said


def test_a_broken_settings_file_is_named(boardtui: Boardtui, small_file: Path) -> None:
    from boardtui import paths

    settings = paths.config_folder() / "config.toml"
    settings.parent.mkdir(parents=True)
    for text in ("name = ", "nmae = 'Jo'", "name = 5", "role = 'king'", "keys = 'x'"):
        settings.write_text(text)
        assert "config.toml" in refused(boardtui("status", small_file))
    settings.write_text("name = 'Jo'\nrole = 'secretary'")
    assert boardtui("status", small_file).code == 0


def test_what_the_program_does_not_expect_is_calm_and_leaves_a_log(
    boardtui: Boardtui, small_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from boardtui import paths
    from boardtui.services import desk

    def fail(*_: object) -> None:
        raise RuntimeError("secret words of the record")

    monkeypatch.setattr(desk.Desk, "read", fail)
    said = refused(boardtui("status", small_file))
    assert "secret" not in said
    (log,) = (path for path in paths.state_folder().iterdir() if path.suffix == ".log")
    assert "RuntimeError" in log.read_text()
    assert "secret" not in log.read_text()
