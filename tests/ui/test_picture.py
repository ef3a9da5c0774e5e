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


async def test_a_picture_is_read_in_sentences_and_copied_as_such(desk: Desk) -> None:
    async with seated(desk, SMALL) as seat:
        await seat.press("8", "p", "enter")
        assert "LDR Leader of the Council: attended at" in seat.sees
        await seat.press("escape", "C")
        assert "Copied, 26 lines: Attendance." in seat.told


async def test_a_key_that_moves_is_offered_only_where_something_is_out_of_sight(desk: Desk) -> None:
    async with seated(desk, SMALL) as seat:
        await seat.press("3", "p")
        assert "← earlier" not in seat.sees
        await seat.press("left")
        assert "All of it is in sight." in seat.told


async def test_the_key_says_what_an_empty_cell_means(desk: Desk) -> None:
    async with seated(desk, SMALL) as seat:
        await seat.press("4", "p")
        assert "B Blue   · not rated" in seat.sees


async def test_a_picture_is_drawn_anew_when_the_room_for_it_changes(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await seat.press("6", "p")
        seat.app.screen.query_one("#cells").styles.padding = (0, 6)
        await seat.settle()
        assert "due 13 Jul 2012" in seat.sees
