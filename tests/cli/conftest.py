"""The command line, and a sample and a small Board to run it on."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from boardtui.store.create import create
from tests.cli.running import Boardtui
from tests.conftest import assert_sound
from tests.services import small


@pytest.fixture
def boardtui(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Boardtui:
    """Return the command line in this process."""
    monkeypatch.setenv("COLUMNS", "120")
    return Boardtui(capsys, monkeypatch)


@pytest.fixture(scope="session")
def built_small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the small Board, built once."""
    path = tmp_path_factory.mktemp("small") / "small.board"
    create(path)
    small.build(path)
    return path


@pytest.fixture
def small_file(built_small: Path, tmp_path: Path) -> Iterator[Path]:
    """Yield a copy of the small Board; afterwards its tables must be what its journal replays to."""
    path = tmp_path / "small.board"
    shutil.copyfile(built_small, path)
    yield path
    assert_sound(path)
