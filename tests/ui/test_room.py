"""The room's view: in live mode while lines are typed, and by itself on a second screen."""

from __future__ import annotations

from datetime import datetime
from functools import partial

import pytest

from boardtui.domain.states import Role
from boardtui.services import meetings, minutes
from boardtui.services.desk import Desk
from boardtui.ui.screens.live_room import LiveRoom
from boardtui.ui.widgets.live_head import LiveHead
from tests.ui.seeing import BOTH, LARGE, seated


def begin(desk: Desk, *lines: str) -> None:
    desk.do(lambda work: meetings.start_meeting(work, 6))
    for typed in lines:
        desk.do(partial(minutes.enter, meeting=6, typed=typed))


async def test_live_mode_turned_to_the_room_shows_what_is_saved_and_nothing_restricted(desk: Desk) -> None:
    begin(desk, "# 4", "(restricted: staffing) = Smith was dismissed")
    async with seated(desk, LARGE) as seat:
        assert "Smith" in seat.sees
        await seat.press("ctrl+l")
        assert "Smith" not in seat.sees
        assert "staffing" not in seat.sees.casefold()
        assert "A restricted matter: not shown here." in seat.sees
        await seat.type("= It was agreed to go on")
        assert "= It was agreed to go on" in seat.sees
        await seat.press("enter")
        assert "It was agreed to go on" in seat.sees
        await seat.type("(restricted: staffing) = Jones too")
        screen = seat.app.screen
        assert isinstance(screen, LiveRoom)
        assert screen.box.has_class("-masked")
        await seat.press("enter", "f6")
        assert "Jones" not in seat.sees
        await seat.press("up")
        assert screen.box.has_class("-masked")
        await seat.press("escape", "ctrl+f")
        assert seat.app.screen is screen
        await seat.press("ctrl+p")
        assert seat.app.screen is screen
        assert "search once it is turned away" in seat.told
        await seat.press("ctrl+l")
        assert "Jones too" in seat.sees


@pytest.mark.parametrize("size", BOTH)
async def test_the_head_is_as_it_was_once_the_screen_is_turned_back(desk: Desk, size: tuple[int, int]) -> None:
    begin(desk, "# 4")
    async with seated(desk, size) as seat:
        head = seat.app.screen.query_one(LiveHead)
        before = head.size.height
        await seat.press("ctrl+l")
        await seat.type("# 5")
        await seat.press("enter")
        await seat.type("= It was agreed to go on")
        await seat.press("enter")
        await seat.type("# 4")
        await seat.press("enter", "ctrl+l")
        assert head.size.height == before
        assert any(line.rstrip().endswith(" of 15 min") for line in seat.sees.splitlines())


async def test_a_wholly_restricted_item_shows_neither_title_nor_words(desk: Desk) -> None:
    begin(desk, "# 8", "restricted: identifies a child", "= The Jones family is seen")
    async with seated(desk, LARGE) as seat:
        await seat.press("ctrl+l")
        assert "private session" in seat.sees
        assert "Jones" not in seat.sees


async def test_on_a_second_screen_lines_saved_elsewhere_appear(desk: Desk) -> None:
    begin(desk, "# 4")
    desk.do(lambda work: meetings.close_meeting(work, 6))
    async with seated(desk, LARGE) as seat:
        await seat.press("2", "enter", "l")
        assert "Decisions and actions appear here" in seat.sees
        other = Desk(desk.path, who="Other", role=Role.SECRETARY, clock=lambda: datetime(2013, 6, 27, 15, 0))
        other.do(lambda work: minutes.enter(work, 6, "= A third date is reported"))
        other.close()
        seat.app.changed_aside()
        await seat.settle()
        assert "A third date is reported" in seat.sees
        await seat.press("l")
        assert "Meeting 6" in seat.sees
