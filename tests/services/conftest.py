"""A desk over a small Board in the middle of its work, copied from one that is built once."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from boardtui.domain.states import Role
from boardtui.services.desk import Desk
from boardtui.store.create import create
from tests.conftest import assert_sound
from tests.services import small as board
from tests.services.duty_bound import Days


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a Board file with every table and no row; copy it before changing it."""
    path = tmp_path_factory.mktemp("blank") / "blank.board"
    create(path)
    return path


@pytest.fixture
def empty_file(blank: Path, tmp_path: Path) -> Iterator[Path]:
    """Yield a new, empty Board file; afterwards its tables must be what its journal replays to."""
    path = tmp_path / "empty.board"
    shutil.copyfile(blank, path)
    yield path
    assert_sound(path)


@pytest.fixture(scope="session")
def built_small(blank: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the small Board, built once."""
    path = tmp_path_factory.mktemp("small") / "small.board"
    shutil.copyfile(blank, path)
    board.build(path)
    return path


@pytest.fixture
def small_file(built_small: Path, tmp_path: Path) -> Iterator[Path]:
    """Yield a copy of the small Board; afterwards its tables must be what its journal replays to."""
    path = tmp_path / "small.board"
    shutil.copyfile(built_small, path)
    yield path
    assert_sound(path)


@pytest.fixture
def small(small_file: Path, open_desk: Callable[..., Desk]) -> Desk:
    """Return the secretary's desk during meeting 2 (21 Feb 2013)."""
    return open_desk(small_file, now=datetime(2013, 2, 21, 14, 0))


@pytest.fixture
def chair(small_file: Path, open_desk: Callable[..., Desk]) -> Desk:
    """Return the Chair's desk over the same Board."""
    return open_desk(small_file, role=Role.CHAIR, now=datetime(2013, 2, 21, 14, 0))


@pytest.fixture
def days(empty_file: Path, open_desk: Callable[..., Desk]) -> Days:
    """Return an empty Board that can be started and looked at on different days."""
    return Days(empty_file, open_desk)
