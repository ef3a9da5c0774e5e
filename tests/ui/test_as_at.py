"""The Board as at an earlier moment, on the screen: how one gets there and back, and what it says meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from boardtui.domain.states import Role
from boardtui.services.desk import Desk
from boardtui.ui.at_work import Wanted
from boardtui.ui.commands import commands_of
from boardtui.ui.places import PLACES
from tests.ui.seeing import LARGE, seated

Opens = Callable[..., Desk]


async def test_home_offers_the_meetings_that_were_closed(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("t")
        assert "meeting 5, 16 May 2013" in seat.sees
        await seat.press("left", "ctrl+s")
        assert seat.app.return_value == Wanted("as at", desk.path, as_at="4")


async def test_a_day_goes_before_a_meeting_and_the_year_may_be_left_out(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("t", "tab")
        await seat.type("1 Mar")
        assert "Fri 1 Mar 2013" in seat.sees
        await seat.press("ctrl+s")
        assert seat.app.return_value == Wanted("as at", desk.path, as_at="2013-03-01")


async def test_a_day_before_the_records_is_refused_and_the_board_stays_open(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("t", "tab")
        await seat.type("1 Jan 2010")
        await seat.press("ctrl+s")
        assert "records begin after 1 Jan 2010" in seat.sees
        assert seat.app.return_value is None


async def test_the_same_key_leads_back_to_now(sample_file: Path, open_desk: Opens) -> None:
    async with seated(open_desk(sample_file, as_at="4")) as seat:
        assert "t back to now" in seat.sees
        await seat.press("t")
        assert seat.app.return_value == Wanted("now", sample_file)


@pytest.mark.parametrize("as_at", ["4", "2013-03-01"])
async def test_every_place_says_that_it_is_read_only(sample_file: Path, open_desk: Opens, as_at: str) -> None:
    async with seated(open_desk(sample_file, as_at=as_at), LARGE) as seat:
        for number in range(1, 9):
            await seat.press(str(number))
            assert "read only" in seat.sees.splitlines()[0]
            assert "2013" in seat.sees.splitlines()[0]


async def test_every_key_that_changes_says_why_it_does_nothing(sample_file: Path, open_desk: Opens) -> None:
    async with seated(open_desk(sample_file, role=Role.CHAIR, as_at="4"), LARGE) as seat:
        for number, place in enumerate(PLACES, 1):
            await seat.press(str(number))
            for command in commands_of(place):
                if command.changes:
                    before = len(seat.app._notifications)
                    await seat.press(command.key.split(",")[0])
                    said = [one.message for one in seat.app._notifications][before:]
                    assert said == [
                        "You read the Board as at 4 Apr 2013 (meeting 4): nothing is changed here. "
                        "To come back to now, press 1, then t."
                    ], command.id
                    seat.app.clear_notifications()
        await seat.press("ctrl+z")
        assert "as at 4 Apr 2013 (meeting 4)" in seat.told
