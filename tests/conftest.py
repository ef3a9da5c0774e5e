"""What every test may ask for: a built sample Board, a desk over a copy of it, an empty Board."""

from __future__ import annotations

import filecmp
import gc
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from boardtui.domain.states import Role
from boardtui.services import board, meetings, sample
from boardtui.services.desk import Desk
from boardtui.store.create import create
from boardtui.store.unit import Work
from tests.services import small
from tests.soundness import assert_sound

NOON = datetime(2013, 5, 20, 12, 0)
"""The moment most tests happen at: the sample's day."""

MEMORY = Path("/dev/shm")
"""Where Linux keeps files in memory: every commit waits for the disk, which the tests need not."""

_HOMES = count()
"""Numbers for the folders of persons; asking for a new one by name looks through all there are."""

ROOM = 2 << 30
"""Bytes that must be free in memory before the tests put their files there."""


def pytest_configure() -> None:
    """Put the tests' files into memory where there is room; try as many examples of a property as was asked for."""
    settings.register_profile("quick", max_examples=30, deadline=None)
    settings.register_profile("thorough", max_examples=400, deadline=None)
    settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
    if os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_collection_finish() -> None:
    """Let the collector of garbage leave alone what stays until the end: modules and tests."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that all processes of this run share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep settings, state and documents of the person who runs the tests out of it."""
    home = tmp_path_factory.getbasetemp() / "homes" / str(next(_HOMES))
    home.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("MPLCONFIGDIR", str(shared_folder(tmp_path_factory) / "matplotlib"))  # fonts are looked for once
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_DOCUMENTS_DIR", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable[[Path], object]], Path]:
    """Return a way to make a Board file that all processes of this run share: the first that asks makes it."""
    shared = shared_folder(tmp_path_factory)

    def make_once(name: str, make: Callable[[Path], object]) -> Path:
        path = shared / f"{name}.board"
        with closing(sqlite3.connect(shared / f"{name}.lock", timeout=300, isolation_level=None)) as turn:
            turn.execute("BEGIN EXCLUSIVE")
            if not path.exists():
                half = shared / f"{name}.half"
                half.unlink(missing_ok=True)
                make(half)
                assert_sound(half)
                half.rename(path)
        return path

    return make_once


@pytest.fixture(scope="session")
def built_sample(made_once: Callable[[str, Callable[[Path], object]], Path]) -> Path:
    """Return the 2012 sample, built once; copy it before changing it."""
    return made_once("sample-2012", partial(sample.build, "2012"))


@pytest.fixture(scope="session")
def blank(made_once: Callable[[str, Callable[[Path], object]], Path]) -> Path:
    """Return a Board file with every table and no row; copy it before changing it."""
    return made_once("blank", create)


@pytest.fixture(scope="session")
def built_small(made_once: Callable[[str, Callable[[Path], object]], Path]) -> Path:
    """Return the small Board of the services' tests, built once; copy it before changing it."""

    def build(path: Path) -> None:
        create(path)
        small.build(path)

    return made_once("small", build)


@pytest.fixture
def sample_file(built_sample: Path, tmp_path: Path) -> Iterator[Path]:
    """Yield a copy of the sample; afterwards its tables must be what its journal replays to."""
    yield from copied(built_sample, tmp_path / "sample.board")


@pytest.fixture
def empty_file(blank: Path, tmp_path: Path) -> Iterator[Path]:
    """Yield a new, empty Board file; afterwards its tables must be what its journal replays to."""
    yield from copied(blank, tmp_path / "empty.board")


@pytest.fixture
def small_file(built_small: Path, tmp_path: Path) -> Iterator[Path]:
    """Yield a copy of the small Board; afterwards its tables must be what its journal replays to."""
    yield from copied(built_small, tmp_path / "small.board")


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
    opened = open_desk(empty_file, now=datetime(2013, 1, 10, 14, 0))
    opened.do(start)
    return opened


def start(work: Work) -> None:
    """Start a small Board with one planned meeting."""
    board.start_board(work, name="Board", council="Council", commenced=date(2012, 11, 26))
    meetings.plan_meeting(work, date(2013, 1, 10))


def copied(sound: Path, path: Path) -> Iterator[Path]:
    """Yield a copy, at `path`, of a Board that is sound; unless it is still the same bytes, it must be sound again."""
    shutil.copyfile(sound, path)
    yield path
    if not filecmp.cmp(sound, path, shallow=False):
        assert_sound(path, sound)
