"""What is on the screen at 80x24 is complete, and a very wide screen uses its room."""

from __future__ import annotations

import pytest
from rich.text import Text

from boardtui.services.desk import Desk
from boardtui.ui.widgets.record_columns import Column, Fitted, Row, needed
from tests.ui.seeing import SMALL, seated

HUGE = (200, 60)


async def test_home_says_for_whom_what_waits_in_full_lines(desk: Desk) -> None:
    async with seated(desk, SMALL) as seat:
        assert "Waiting for the secretary" in seat.sees
        assert "Minutes of meeting 5 to sign off" in seat.sees
        assert "Compliance not met: 2" in seat.sees


async def test_a_very_wide_screen_has_the_preview_beside_the_list(desk: Desk) -> None:
    async with seated(desk, HUGE) as seat:
        for key, said in (
            ("2", "  9  10 min  Voice of children, families and staff"),
            ("4", " Why: A full draft has been out since mid-March and partners are"),
            ("6", " N 3.1  With partner agencies, write and carry out a strategy for"),
        ):
            await seat.press(key)
            assert f"│{said}" in seat.sees


async def test_the_list_is_whole_again_when_the_window_gets_smaller(desk: Desk) -> None:
    async with seated(desk, HUGE) as seat:
        await seat.press("4")
        await seat.pilot.resize_terminal(*SMALL)
        await seat.settle()
        assert "Last six meetings" in seat.sees
        assert "│" not in seat.sees


@pytest.mark.parametrize("given", ["Early help strategy", Text.assemble(("Early", "bold"), " help strategy")])
def test_no_word_is_cut_in_two(given: Text | str) -> None:
    (cell,) = Fitted.to([Column("Line")], 14).cells(Row("1", (given,)))
    assert cell.plain == "Early help…"


def test_a_column_grows_to_what_stands_in_it_where_no_other_needs_the_room() -> None:
    columns = (Column("Ref", 4, whole=True), Column("Text"), Column("Of whom", 6))
    short = needed([Row("1", ("S 6.1.1", "short", "commissioner"))], 3)
    assert Fitted.to(columns, 60, short).widths == (8, 39, 13)
    long = needed([Row("1", ("S 6.1.1", "a text that is longer than the room there is", "commissioner"))], 3)
    assert Fitted.to(columns, 60, long).widths == (8, 45, 7)  # a reference is whole, the text keeps the rest
    assert Fitted.to(columns, 38, long).widths == (5, 26, 7)
