"""An encrypted Board that is left alone hides itself, loses nothing, and opens to its passphrase alone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from boardtui.config import Config
from boardtui.domain.states import Role
from boardtui.services import encrypting
from boardtui.services.desk import Desk
from boardtui.store import library
from boardtui.ui.modals.lock import Lock
from tests.ui.seeing import BOTH, seated

PASSPHRASE = "four long words"


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2013, 5, 20, 12, 0)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(built_sample: Path, tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    """Yield a desk over an encrypted copy of the sample."""
    path = Path(shutil.copyfile(built_sample, tmp_path / "private.board"))
    encrypting.encrypt(path, PASSPHRASE)
    with closing(Desk(path, who="Test", role=Role.SECRETARY, clock=clock)) as opened:
        yield opened
    library.forget(path)


@pytest.mark.parametrize("size", BOTH)
async def test_left_alone_it_locks_and_opens_to_its_passphrase(desk: Desk, clock: Clock, size: tuple[int, int]) -> None:
    async with seated(desk, size, Config(lock_after=15)) as seat:
        assert seat.app.idling is not None
        clock.now += timedelta(minutes=14)
        seat.app.idling.look()
        await seat.press("3")
        before = seat.sees
        clock.now += timedelta(minutes=14)
        seat.app.idling.look()
        assert not isinstance(seat.app.screen, Lock)
        clock.now += timedelta(minutes=1)
        seat.app.idling.look()
        await seat.settle()
        assert "private.board is locked" in seat.sees
        assert "Improvement" not in seat.sees
        await seat.press("1", "escape", "ctrl+p", "backspace", "backspace")
        assert isinstance(seat.app.screen, Lock)
        await seat.type("not the words")
        await seat.press("enter")
        assert "That is not its passphrase" in seat.sees
        await seat.type(PASSPHRASE)
        await seat.press("enter")
        assert seat.sees == before


async def test_a_plain_board_and_a_setting_of_0_never_lock(desk: Desk, sample_file: Path, clock: Clock) -> None:
    async with seated(desk, settings=Config(lock_after=0)) as seat:
        assert seat.app.idling is None
    with closing(Desk(sample_file, who="Test", role=Role.SECRETARY, clock=clock)) as plain:
        async with seated(plain) as seat:
            assert seat.app.idling is None
