"""The deadlines of a meeting on the screen, and how many days they are counted from."""

from __future__ import annotations

from boardtui.services.desk import Desk
from tests.ui.seeing import seated


async def test_a_meeting_shows_its_deadlines_and_d_changes_how_they_are_counted(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("2")
        assert "Due: papers Fri 14 Jun  agenda Wed 19 Jun  draft minutes Thu 11 Jul" in seat.sees
        await seat.press("d", "backspace", *"10", "ctrl+s")
        assert "papers Wed 12 Jun  agenda Wed 19 Jun" in seat.sees
        await seat.press("enter")
        assert "papers by Wed 12 Jun" in seat.sees
