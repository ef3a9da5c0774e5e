"""Home shows where the Board stands, in two columns that fit the smallest terminal."""

from __future__ import annotations

import pytest

from boardtui.services.desk import Desk
from boardtui.ui.widgets.figures import FigureColumn
from tests.ui.seeing import LARGE, SMALL, seated


async def test_home_names_the_next_meeting_the_duties_and_the_ratings(desk: Desk) -> None:
    async with seated(desk) as seat:
        for words in ("Meeting 6, Thu 27 Jun 2013", "in 38 days", "Sun 26 May 2013", "Red", "Overdue actions"):
            assert words in seat.sees


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_home_fits_without_scrolling(desk: Desk, size: tuple[int, int]) -> None:
    async with seated(desk, size) as seat:
        for column in seat.app.screen.query(FigureColumn):
            assert isinstance(column.parent, type(column.parent))
            assert column.virtual_size.height <= column.size.height
            assert column.region.bottom <= size[1] - 1


async def test_the_frame_says_board_file_role_date_and_sample(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        for words in ("Improvement Board", "sample.board", "secretary", "20 May 2013", "✓ saved", "SAMPLE"):
            assert words in seat.sees


async def test_enter_opens_the_list_behind_a_figure(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("enter")
        assert seat.app.current_mode == "meetings"
        await seat.press("1", "right", "down", "enter")
        assert seat.app.current_mode == "plan"
        assert "is:" in seat.sees


async def test_overdue_actions_open_by_lead(desk: Desk) -> None:
    async with seated(desk) as seat:
        column = seat.app.screen.query_one("#right", FigureColumn)
        column.at = next(n for n, f in enumerate(column.figures) if f.looking_for.startswith("is:overdue owner:"))
        column.focus()
        await seat.press("enter")
        assert seat.app.current_mode == "actions"
        assert "is:overdue owner:" in seat.sees
        assert "overdue, of" in seat.sees


async def test_an_empty_board_says_what_to_press(new_desk: Desk) -> None:
    async with seated(new_desk) as seat:
        assert "The plan has no lines yet: press 4." in seat.sees
        assert "No action is overdue." in seat.sees
