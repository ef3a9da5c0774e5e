"""Signing on the screen: what will be signed is read first; what was signed is read and compared after."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from boardtui.domain.states import Role
from boardtui.services import minutes
from boardtui.services.desk import Desk
from boardtui.store.reading.meetings import meeting
from boardtui.store.reading.minutes import entries
from boardtui.store.reading.seals import seals
from tests.ui.seeing import BOTH, LARGE, SMALL, seated


@pytest.fixture
def chair(sample_file: Path, open_desk: Callable[..., Desk]) -> Desk:
    """Return the Chair's desk over the sample, with a word of the minutes changed since they were laid before him."""
    desk = open_desk(sample_file, Role.CHAIR)
    entry = next(one for one in desk.read(lambda db: entries(db, 5)) if one.kind == "note")
    desk.do(lambda work: minutes.edit_entry(work, entry.id, entry.version, f"{entry.typed} Said since."))
    return desk


@pytest.mark.parametrize("size", BOTH)
async def test_the_chair_reads_what_will_be_signed_with_its_changes_marked(chair: Desk, size: tuple[int, int]) -> None:
    async with seated(chair, size) as seat:
        await seat.press("2", "up", "n", "y")
        await seat.type("The families know")
        await seat.press("ctrl+s")
        assert "Signed by Test here on 20 May 2013." in seat.sees
        assert "1 change since the draft of 19 May 2013" in seat.sees
        assert "4 decisions" in seat.sees
        await seat.press("n", "n", "n")
        assert "- 1.1 The Chair opened" in seat.sees
        assert size == SMALL or "Said since." in " ".join(seat.sees.split())
        await seat.press("escape")
        assert chair.read(lambda db: meeting(db, 5)).state == "with Chair"


async def test_editions_are_read_and_compared(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("2", "home", "down", "enter", "c")
        assert "Edition 2. Signed by Independent Chair on 21 Jan 2013" in seat.sees
        await seat.press("end", "enter")
        assert "What changed from edition 1 to 2" in seat.sees
        await seat.press("end")
        assert "+ 2/6.1 | 84 per cent in December" in seat.sees


async def test_minutes_that_are_not_signed_have_no_editions_and_no_amendments(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("2", "up", "enter", "c")
        assert "not signed yet: there is no edition" in seat.told
        await seat.press("w")
        assert "correct the paragraph itself" in seat.told


async def test_an_amendment_that_the_chair_agreed_by_e_mail_is_recorded(desk: Desk) -> None:
    desk.act_as(Role.ADMINISTRATOR)
    async with seated(desk, LARGE) as seat:
        await seat.press("2", "up", "up", "enter", "w")
        for words in ("3.1", "The Chair thought not", "The Chair thought so", "The word was wrong"):
            await seat.type(words)
            await seat.press("tab")
        await seat.press("ctrl+s")
        newest = desk.read(lambda db: seals(db, "minutes", 4))[-1]
        assert (newest.edition, newest.because) == (2, "Amended: The word was wrong")
