"""An empty Board file for each test, copied from one that is made once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from boardtui.store.create import create
from tests.conftest import assert_sound
from tests.services import small


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a Board file with every table and no row; copy it before changing it."""
    path = tmp_path_factory.mktemp("blank") / "blank.board"
    create(path)
    return path


@pytest.fixture(scope="session")
def built_small(blank: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the small Board of the services' tests, built once; copy it before changing it."""
    path = tmp_path_factory.mktemp("small") / "small.board"
    shutil.copyfile(blank, path)
    small.build(path)
    return path


@pytest.fixture
def empty_file(blank: Path, tmp_path: Path) -> Iterator[Path]:
    """Yield a new, empty Board file; afterwards its tables must be what its journal replays to."""
    path = tmp_path / "empty.board"
    shutil.copyfile(blank, path)
    yield path
    assert_sound(path)
