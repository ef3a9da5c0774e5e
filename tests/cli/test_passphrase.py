"""The sign-off passphrase from the command line: typed twice, never shown, never an argument."""

from __future__ import annotations

import getpass
from contextlib import closing
from pathlib import Path

import pytest

from boardtui.domain.passphrases import Cost
from boardtui.services import passphrase
from boardtui.store.engine import connect
from boardtui.store.reading.passphrase import is_set
from tests.cli.running import Boardtui, refused

SECRET = "three quiet geese"


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what a person types unseen, in order."""
    said: list[str] = []
    monkeypatch.setattr(passphrase, "COST", Cost(n=2))
    monkeypatch.setattr(getpass, "getpass", lambda _prompt: said.pop(0))
    return said


def locked(path: Path) -> bool:
    with closing(connect(path)) as db:
        return is_set(db)


def test_the_chair_sets_changes_and_removes_it(boardtui: Boardtui, small_file: Path, typed: list[str]) -> None:
    typed += [SECRET, SECRET]
    assert boardtui("passphrase", small_file, "--as", "chair").out == "Set a sign-off passphrase\n"
    typed += ["a guess", "other words", "other words"]
    assert "not the sign-off passphrase" in refused(boardtui("passphrase", small_file, "--as", "chair"))
    typed += [SECRET]
    assert boardtui("passphrase", small_file, "--as", "chair", "--remove").out == "Removed the sign-off passphrase\n"
    assert not locked(small_file)


def test_two_that_differ_set_none_and_nobody_else_sets_one(
    boardtui: Boardtui, small_file: Path, typed: list[str]
) -> None:
    typed += [SECRET, "three quiet goose"]
    assert "not the same" in refused(boardtui("passphrase", small_file, "--as", "chair"))
    assert "Only the Chair" in refused(boardtui("passphrase", small_file, "--as", "secretary"))
    assert not locked(small_file)
