"""Saved views: a filter kept under a name, got back with its key."""

from __future__ import annotations

from boardtui import saved_views
from boardtui.config import Config
from boardtui.services.desk import Desk
from boardtui.ui.screens.actions import ActionsScreen
from tests.ui.seeing import seated


async def test_a_filter_is_saved_under_a_name_and_its_key_shows_it_again(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("3", "slash")
        await seat.type("owner:DCS is:closed")
        await seat.press("enter", "V", "s")
        await seat.type("Done by us")
        await seat.press("enter")
        assert "Saved Done by us: f2 shows it" in seat.told
        await seat.press("escape", "f3")
        assert "No view is saved on this key" in seat.told
        await seat.press("f2")
        screen = seat.app.screen
        assert isinstance(screen, ActionsScreen)
        assert screen.words == "owner:DCS is:closed"
        await seat.press("question_mark", "pagedown")
        assert "Done by us: owner:DCS is:closed" in seat.sees
        await seat.press("escape", "escape", "ctrl+p")
        await seat.type("done by")
        assert "Show the view Done by us (f2)" in seat.sees
        await seat.press("enter")
        assert screen.words == "owner:DCS is:closed"
        await seat.press("V", "delete")
        assert "Now in the filter: owner:DCS is:closed" in seat.sees
    assert saved_views.of("actions") == {}


async def test_a_key_of_ones_own_shows_a_view(desk: Desk) -> None:
    saved_views.save("plan", "Ours", "lead:DCS")
    async with seated(desk, settings=Config(keys={"plan-saved-view": "f9"})) as seat:
        await seat.press("4", "t", "f9")
        assert "[lines]" in seat.sees
        assert "lead:DCS" in seat.sees


async def test_a_file_of_views_that_is_broken_says_so_and_is_left_alone(desk: Desk) -> None:
    saved_views.where().parent.mkdir(parents=True)
    saved_views.where().write_text("[actions]\nOurs = 3\n")
    async with seated(desk) as seat:
        await seat.press("3")
        assert "cannot all be used" in seat.sees
    assert saved_views.where().read_text() == "[actions]\nOurs = 3\n"
