"""Jump mode: a letter on each part of the screen and each record in sight, wherever one is."""

from __future__ import annotations

import pytest

from boardtui.services import meetings
from boardtui.services.desk import Desk
from boardtui.ui.modals.jump import Jump, codes
from boardtui.ui.places import PLACES
from boardtui.ui.widgets.figures import FigureColumn
from boardtui.ui.widgets.record_list import RecordList
from tests.ui.seeing import LARGE, seated


@pytest.mark.parametrize("number", [0, 1, 26, 27, 60, 26 * 26])
def test_no_code_is_the_beginning_of_another(number: int) -> None:
    made = codes(number)
    assert len(set(made)) == number
    assert not [(one, other) for one in made for other in made if one != other and other.startswith(one)]


async def test_every_place_has_letters_that_go_to_its_records(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        for number in range(1, len(PLACES) + 1):
            await seat.press(str(number), "ctrl+o")
            screen = seat.app.screen
            assert isinstance(screen, Jump)
            assert len(screen._targets) > 2
            second = list(screen._targets)[1]
            await seat.press(*second)
            part = seat.app.focused
            assert isinstance(part, RecordList | FigureColumn), seat.app.current_mode
            assert (part.at if isinstance(part, FigureColumn) else part.cursor_row) > 0


async def test_in_a_dialog_a_letter_goes_to_its_box_and_what_is_no_letter_there_leaves(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("8", "a", "ctrl+o", "c")
        await seat.type("Zoe Moss")
        assert "Held by         Zoe Moss" in seat.sees
        await seat.press("ctrl+o", "z")
        assert "A letter goes there" not in seat.sees
        await seat.press("ctrl+o", "escape", "ctrl+o", "ctrl+o")
        assert "A letter goes there" not in seat.sees
        assert "Held by         Zoe Moss" in seat.sees


async def test_in_live_mode_it_is_heard_while_a_line_is_typed(desk: Desk) -> None:
    desk.do(lambda work: meetings.start_meeting(work, 6))
    async with seated(desk) as seat:
        seat.app.open_live(6)
        await seat.settle()
        await seat.type("half a line")
        await seat.press("ctrl+o")
        assert "A letter goes there" in seat.sees
        await seat.press("escape")
        assert "half a line" in seat.sees
