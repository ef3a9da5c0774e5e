"""A new Board tells what it still needs, on Home and in each empty place, until it is there or put away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from boardtui.bootstrap import start_file
from boardtui.config import Config
from boardtui.domain.seats import read_chair, read_seats
from boardtui.domain.starting import NewBoard
from boardtui.services.desk import Desk
from boardtui.store.reading.board import board
from tests.ui.seeing import LARGE, seated

NEW = NewBoard(
    "Seaside Improvement Board",
    "Seaside Council",
    date(2013, 6, 6),
    commenced=date(2013, 5, 7),
    seats=(read_chair("Jane Smith"), *read_seats("Tom Ray; Director of Nursing; NHS Trust")),
)


async def test_home_lists_what_a_new_board_needs_and_each_line_goes_there(
    tmp_path: Path, open_desk: Callable[..., Desk]
) -> None:
    start_file(tmp_path / "new.board", NEW)
    desk = open_desk(tmp_path / "new.board")
    async with seated(desk, settings=Config(keys={"people-bring-in": "B"})) as seat:
        assert "To set up: 9 of 10 left" in seat.sees
        assert "8 a  the members; 8 B from a sheet" in seat.sees
        assert "2 n  read the first agenda, issue it" in seat.sees
        await seat.press("p")
        await seat.press(*["tab"] * 4)
        await seat.type("1/2")
        await seat.press("ctrl+s")
        assert "To set up: 8 of 10 left" in seat.sees
        await seat.press("right", "enter")
        assert seat.app.current_mode == "people"
        await seat.press("1", "y")
        assert "To set up" not in seat.sees
        await seat.press("ctrl+z")
        assert "To set up: 8 of 10 left" in seat.sees
    assert desk.read(board).quorum == "1/2"


async def test_every_empty_place_says_what_to_press(tmp_path: Path, open_desk: Callable[..., Desk]) -> None:
    start_file(tmp_path / "new.board", NEW)
    async with seated(open_desk(tmp_path / "new.board"), LARGE) as seat:
        for keys in (("3",), ("4",), ("4", "t"), ("4", "left"), ("5",), ("6",), ("7",), ("7", "t"), ("7", "left")):
            await seat.press(*keys)
            empty = seat.app.screen.query_one("#empty")
            assert "ress " in str(empty.render()), keys


async def test_a_sample_has_no_checklist(desk: Desk) -> None:
    async with seated(desk) as seat:
        assert "To set up" not in seat.sees
        assert "hide checklist" not in seat.sees
