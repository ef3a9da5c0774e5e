"""People: offices and groups, and who came to which meeting."""

from __future__ import annotations

import pytest

from boardtui.services.desk import Desk
from boardtui.store.reading.people import by_initials
from tests.ui.seeing import BOTH, seated


@pytest.mark.parametrize("size", BOTH)
async def test_people_stand_under_what_they_are(desk: Desk, size: tuple[int, int]) -> None:
    async with seated(desk, size) as seat:
        await seat.press("8")
        for words in ("Chair and members", "LSCB", "Lancashire Constabulary"):
            assert words in seat.sees


async def test_attendance_across_meetings(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("8", "t")
        shown = next(text for text in seat.sees.splitlines() if text.split()[:1] == ["CCG"])
        assert shown.split()[-5:].count("D") >= 1
        assert "Y attended" in seat.sees
        await seat.press("t")
        assert "Y attended" not in seat.sees


async def test_an_office_is_added_and_changed(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("8", "a")
        for answer in ("NEW", "New officer", "Jo Bloggs", "Council"):
            await seat.type(answer)
            await seat.press("tab")
        await seat.press("ctrl+s")
        added = desk.read(by_initials)["NEW"]
        assert (added.name, added.role, added.organisation) == ("Jo Bloggs", "New officer", "Council")


async def test_a_group_is_added_and_its_members_changed(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("8", "g")
        for answer in ("HLT", "Health", "CCG, BHT"):
            await seat.type(answer)
            await seat.press("tab")
        await seat.press("ctrl+s")
        assert desk.read(by_initials)["HLT"].members == ("CCG", "BHT")
        await seat.press("slash")
        await seat.type("HLT")
        await seat.press("enter", "e")
        await seat.type("CCG")
        await seat.press("ctrl+s")
        assert desk.read(by_initials)["HLT"].members == ("CCG",)


async def test_initials_that_are_taken_are_refused_and_nothing_is_lost(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("8", "a")
        await seat.type("DCS")
        await seat.press("tab")
        await seat.type("Somebody else")
        await seat.press("ctrl+s")
        assert "already belong to" in seat.sees
        assert "Somebody else" in seat.sees


async def test_an_empty_board_says_whom_to_add_first(new_desk: Desk) -> None:
    async with seated(new_desk) as seat:
        await seat.press("8")
        assert "Press a to add the first office" in seat.sees
