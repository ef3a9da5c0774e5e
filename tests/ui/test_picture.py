"""Pictures on the screen: one key from their place, one to the next, taken out like any list."""

from __future__ import annotations

from boardtui.services.desk import Desk
from tests.ui.seeing import LARGE, SMALL, seated


async def test_each_place_shows_its_picture(desk: Desk) -> None:
    async with seated(desk, SMALL) as seat:
        for place, said in (
            ("3", "Actions from meeting to meeting"),
            ("4", "R Red   A Amber"),
            ("6", "Dated duties by month"),
            ("8", "Y attended"),
        ):
            await seat.press(place, "p")
            assert said in seat.sees
            await seat.press("escape")
            assert said not in seat.sees


async def test_one_key_goes_through_them_all(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await seat.press("8", "p")
        for said in ("Ratings of the plan", "Dated duties by month", "Actions from meeting", "Attendance"):
            await seat.press("t")
            assert said in seat.sees


async def test_a_picture_is_taken_out_like_a_list(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await seat.press("4", "p", "X", *["down"] * 3, "enter")
        assert "Copied: 42 rows" in seat.told
