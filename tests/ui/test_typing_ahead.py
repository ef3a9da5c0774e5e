"""Keys typed faster than screens open do what they do when typed slowly, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from textual.events import Key

from boardtui.config import Config
from boardtui.domain.states import MeetingState
from boardtui.services.desk import Desk
from boardtui.store.reading.meetings import meeting
from boardtui.store.reading.undoing import steps
from boardtui.ui.app import BoardApp
from boardtui.ui.modals.confirm import Confirm
from boardtui.ui.modals.problem import Problem
from boardtui.ui.screens import paged
from boardtui.ui.screens.live import LiveScreen
from boardtui.ui.screens.paged import First, PagedList
from tests.ui.seeing import seated


async def test_keys_in_one_go_end_where_slow_typing_ends(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("2", "enter", "s")
        slowly = seat.sees
        assert "Start meeting 6" in slowly
        await seat.press("escape", "escape", "1")
        await seat.strike("2", "enter", "s")
        assert isinstance(seat.app.screen, Confirm)
        assert seat.sees == slowly


async def test_words_typed_before_live_mode_opens_are_text_there(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.strike("2", "enter", "s", "enter", *"! dec: edit")
        assert isinstance(seat.app.screen, LiveScreen)
        assert seat.app.screen.box.text == "! dec: edit"
        assert desk.read(lambda db: meeting(db, 6)).state == MeetingState.IN_SESSION
        done = desk.read(steps).undo
        assert done is not None
        assert "Start meeting 6" in done.sentence


async def test_a_change_comes_before_the_key_after_it(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.strike("3", "down", "d", *"It is done", "ctrl+s", "enter")
        assert "It is done" in seat.sees


async def test_what_was_typed_for_a_screen_that_did_not_come_is_forgotten(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("3")
        before = desk.read(steps)
        seat.app.open_record("action", "99/99")
        await seat.strike("d", "x", "enter")
        assert isinstance(seat.app.screen, Problem)
        assert desk.read(steps) == before


@pytest.mark.parametrize("place", ["3", "4", "5", "6"])
async def test_a_key_waits_for_the_whole_of_a_list_whose_beginning_is_shown(
    desk: Desk, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with seated(desk) as seat:
        await seat.press(place, "end")
        slowly = seat.sees
    monkeypatch.setattr(paged, "PAGE", 3)
    begun = list[int]()

    def begin(self: PagedList[Any], found: First[Any]) -> None:
        begun.append(found.order.count)
        shown(self, found)

    shown = PagedList._begin
    monkeypatch.setattr(PagedList, "_begin", begin)
    async with seated(desk) as seat:
        await seat.strike(place, "end")
        assert seat.sees == slowly
    assert begun == [3]


async def test_a_key_that_still_waits_when_the_program_ends_is_forgotten(desk: Desk) -> None:
    async with seated(desk) as seat:
        app = seat.app
    app._typed.append(Key("3", "3"))
    await app._hand_on()
    assert not app._typed


@pytest.mark.parametrize("place", ["meetings", "actions", "plan", "indicators", "notice", "letters", "people"])
async def test_the_program_ends_while_a_place_is_being_made(desk: Desk, place: str) -> None:
    app = BoardApp(desk, Config())
    async with app.run_test():
        app.show_place(place)
        app.exit()
    assert app.return_code == 0
