"""Settings that can be used are used, and what is wrong with the others is said all at once."""

from __future__ import annotations

import stat
import tomllib
from pathlib import Path

import pytest

from boardtui import settings_file
from boardtui.config import SETTINGS, THEMES, Config, load, read, where
from boardtui.errors import BoardError
from boardtui.ui.themes import offered


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def test_without_a_file_everything_is_as_usual(file: Path) -> None:
    assert read(file) == (Config(), [])
    assert load(file) == Config()


def test_the_file_that_is_made_says_every_setting_and_changes_nothing(file: Path) -> None:
    settings_file.make(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert load(file) == Config()
    assert all(f"# {one.metadata['says']}" in file.read_text() for one in SETTINGS)


def test_a_file_that_is_there_is_not_made_again(file: Path) -> None:
    file.write_text('name = "Jane"\n')
    settings_file.make(file)
    assert load(file).name == "Jane"


def test_every_example_is_one_that_can_be_used(file: Path) -> None:
    lines = settings_file.commented().splitlines()
    examples = [line.removeprefix("# ") for line in lines if line.removeprefix("# ").split(" ")[1:2] == ["="]]
    *plain, key = examples
    file.write_text("\n".join([*plain, "[keys]", key]))
    assert len(tomllib.loads(file.read_text())) == len(SETTINGS)
    found, wrong = read(file)
    assert wrong == []
    assert (found.role, found.lock_after, found.keys) == ("secretary", 5, {"actions-close": "K"})


def test_everything_wrong_is_said_at_once_and_the_rest_is_used(file: Path) -> None:
    file.write_text('name = 5\nrole = "chair man"\ntheme = "pink"\nlock_after = -1\ncolour = "x"\nexports = "~/Out"\n')
    found, wrong = read(file)
    assert found == Config(exports="~/Out")
    assert len(wrong) == 5
    with pytest.raises(BoardError) as refused:
        load(file)
    for said in ("“name”", "chair man", "pink", "0 to 1440", "“colour” is not a setting", "boardtui config"):
        assert said in str(refused.value)


def test_a_switch_is_no_number_and_a_key_is_text(file: Path) -> None:
    file.write_text("lock_after = true\n[keys]\nactions-close = 5\n")
    assert read(file)[0] == Config()
    assert len(read(file)[1]) == 2


@pytest.mark.parametrize("content", [b"name = ", b"\xff\xfe\x00", b'name = "a'])
def test_a_broken_file_is_said_in_words(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    assert read(file)[0] == Config()
    with pytest.raises(BoardError, match="cannot all be used"):
        load(file)


def test_the_settings_are_read_from_the_person_s_own_folder() -> None:
    where().parent.mkdir(parents=True)
    where().write_text('role = "chair"\n')
    assert load().role == "chair"


def test_the_settings_name_every_theme_that_is_offered() -> None:
    assert tuple(theme.name for theme in offered()) == THEMES
