"""What every test may ask for: a built sample Board, a desk over a copy of it, an empty Board."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest

from boardtui.domain.states import Role
from boardtui.services import board, meetings, sample
from boardtui.services.desk import Desk
from boardtui.store import journal
from boardtui.store.create import create
from boardtui.store.engine import connect
from boardtui.store.unit import Work

NOON = datetime(2013, 5, 20, 12, 0)
"""The moment most tests happen at: the sample's day."""


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep settings, state and documents of the person who runs the tests out of it."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_DOCUMENTS_DIR", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))


@pytest.fixture(scope="session")
def built_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the 2012 sample, built once; copy it before changing it."""
    path = tmp_path_factory.mktemp("sample") / "sample-2012.board"
    sample.build("2012", path)
    return path


@pytest.fixture
def sample_file(built_sample: Path, tmp_path: Path) -> Iterator[Path]:
    """Yield a copy of the sample; afterwards its tables must be what its journal replays to."""
    path = tmp_path / "sample.board"
    shutil.copyfile(built_sample, path)
    yield path
    assert_sound(path)


@pytest.fixture
def empty_file(tmp_path: Path) -> Iterator[Path]:
    """Yield a new, empty Board file; afterwards its tables must be what its journal replays to."""
    path = tmp_path / "empty.board"
    create(path)
    yield path
    assert_sound(path)


@pytest.fixture
def open_desk() -> Iterator[Callable[..., Desk]]:
    """Yield a way to open desks, which are all closed afterwards."""
    opened: list[Desk] = []

    def open_(path: Path, role: Role = Role.SECRETARY, now: datetime = NOON, as_at: str | None = None) -> Desk:
        desk = Desk(path, who="Test", role=role, clock=lambda: now, as_at=as_at)
        opened.append(desk)
        return desk

    yield open_
    for desk in opened:
        desk.close()


@pytest.fixture
def desk(sample_file: Path, open_desk: Callable[..., Desk]) -> Desk:
    """Return a desk over a copy of the sample, in the secretary's role."""
    return open_desk(sample_file)


@pytest.fixture
def new_desk(empty_file: Path, open_desk: Callable[..., Desk]) -> Desk:
    """Return a desk over a small new Board with one planned meeting (10 Jan 2013) and nobody in it."""

    def start(work: Work) -> None:
        board.start_board(work, name="Board", council="Council", commenced=date(2012, 11, 26))
        meetings.plan_meeting(work, date(2013, 1, 10))

    opened = open_desk(empty_file, now=datetime(2013, 1, 10, 14, 0))
    opened.do(start)
    return opened


def assert_sound(path: Path) -> None:
    """Fail unless the chain holds and every row is what the journal replays to."""
    with closing(connect(path)) as db:
        assert journal.verify(db) == []
