"""The forward plan on the screen: what comes, and an item added from there."""

from __future__ import annotations

from boardtui.services.desk import Desk
from boardtui.store.reading.meetings import items
from tests.ui.seeing import LARGE, seated


async def test_an_item_is_added_to_a_meeting_from_the_forward_plan(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await seat.press("2", "f")
        assert "Meeting 6, Thu 27 Jun 2013" in seat.sees
        assert "26 Apr 2013, late" in seat.sees
        await seat.press("a", *"Review", "ctrl+s")
        assert "Items placed" in seat.sees
        assert "Review" in [one.title for one in desk.read(lambda db: items(db, 6))]
        await seat.press("/", *"review", "enter", "enter")
        assert "Meeting 6, Thu 27 Jun 2013 at 14:00" in seat.sees
        await seat.press("escape", "escape", "x")
        assert "Which version?" in seat.sees or "forward-plan-2013-05-20.docx" in seat.sees
