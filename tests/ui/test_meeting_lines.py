"""The lines of minutes that are not signed are found, changed and removed on the meeting's page, a few keys each."""

from __future__ import annotations

import pytest

from boardtui.domain.views import Entry
from boardtui.services import minutes
from boardtui.services.desk import Desk
from boardtui.store.reading.meetings import items, meeting
from boardtui.store.reading.minutes import entries
from boardtui.ui.screens.lists import ListScreen
from tests.ui.seeing import BOTH, LARGE, Seat, seated

WITH_CHAIR, SIGNED = 5, 4


def minuted(desk: Desk, ref: str) -> Entry:
    return next(one for one in desk.read(lambda db: entries(db, WITH_CHAIR)) if one.ref == ref)


async def to(seat: Seat, number: int) -> ListScreen:
    """Open a meeting's page, its fourth item in hand."""
    seat.app.show_place("meetings")
    seat.app.open_record("meeting", number, 4)
    await seat.settle()
    screen = seat.app.screen
    assert isinstance(screen, ListScreen)
    return screen


@pytest.mark.parametrize("size", BOTH)
async def test_a_line_found_by_a_word_is_written_on_from_its_end_with_nothing_selected(
    desk: Desk, size: tuple[int, int]
) -> None:
    async with seated(desk, size) as seat:
        screen = await to(seat, WITH_CHAIR)
        before = minuted(desk, "5/4.8")
        await seat.press("slash")
        await seat.type("practices")
        await seat.press("enter", "e")
        await seat.press("backspace")
        await seat.type(" at surgeries")
        await seat.press("ctrl+home", "ctrl+end")
        await seat.type(".")
        await seat.press("ctrl+s")
        after = minuted(desk, "5/4.8")
        assert after.typed == f"{before.typed[:-1]} at surgeries."
        assert desk.read(lambda db: meeting(db, WITH_CHAIR)).state == "with Chair"
        assert (screen.chosen, screen.words) == (after.id, "")
        assert "at surgeries." in " ".join(screen.preview().plain.split())


async def test_an_item_unfolds_into_its_lines_and_enter_changes_the_one_in_hand(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        screen = await to(seat, WITH_CHAIR)
        item = screen.chosen
        await seat.press("enter", "down", "enter")
        assert minuted(desk, "5/4.2").typed[:30] in seat.sees
        await seat.press("down", "down", "end")
        await seat.type(", and none is left")
        await seat.press("ctrl+s")
        assert minuted(desk, "5/4.2").typed.endswith(", and none is left")
        assert screen.chosen == minuted(desk, "5/4.2").id
        await seat.press("escape")
        assert screen.chosen == item
        assert len(screen.rows()) == len(desk.read(lambda db: items(db, WITH_CHAIR)))


async def test_a_line_changed_elsewhere_is_not_saved_over(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await to(seat, WITH_CHAIR)
        await seat.press("enter", "e", "ctrl+end")
        await seat.type(" Ours")
        found = minuted(desk, "5/4.1")
        desk.do(lambda work: minutes.edit_entry(work, found.id, found.version, f"{found.typed} Theirs"))
        await seat.press("ctrl+s")
        assert "This was changed elsewhere" in seat.sees
        assert minuted(desk, "5/4.1").typed.endswith("Theirs")


async def test_a_line_is_removed_after_asking_and_undo_brings_it_back(desk: Desk) -> None:
    async with seated(desk) as seat:
        await to(seat, WITH_CHAIR)
        said = minuted(desk, "5/4.9")
        await seat.press("enter", *["down"] * 8, "delete", "enter")
        assert said.id not in [one.id for one in desk.read(lambda db: entries(db, WITH_CHAIR))]
        await seat.press("ctrl+z")
        assert minuted(desk, "5/4.9").text == said.text


async def test_the_lines_of_signed_minutes_are_read_and_found_but_not_changed(desk: Desk) -> None:
    async with seated(desk) as seat:
        screen = await to(seat, SIGNED)
        await seat.press("enter")
        assert "4.1 " in seat.sees
        assert "e edit" not in seat.sees
        await seat.press("e", "enter", "delete")
        assert seat.app.screen is screen


async def test_lines_are_found_by_the_language_of_filters_and_an_error_points_at_its_word(desk: Desk) -> None:
    async with seated(desk) as seat:
        screen = await to(seat, WITH_CHAIR)
        whole = len(screen.rows())
        await seat.press("slash")
        await seat.type("is:lilac")
        assert "“lilac” is no state of entries" in seat.sees
        assert len(screen.rows()) == whole
        await seat.press(*["backspace"] * 5)
        await seat.type("decision item:8")
        found = [row.key for row in screen.rows() if not row.heading]
        taken = [one for one in desk.read(lambda db: entries(db, WITH_CHAIR)) if one.kind == "decision"]
        assert found == [one.id for one in taken if one.item == 8]
        await seat.press("enter", "down", "escape")
        assert screen.chosen == found[0]


async def test_a_held_meetings_list_goes_out_as_its_lines_without_what_is_restricted(desk: Desk) -> None:
    said = desk.read(lambda db: entries(db, WITH_CHAIR))
    async with seated(desk) as seat:
        await to(seat, WITH_CHAIR)
        await seat.press("X")
        assert f"Take out this list: {len(said)} rows" in seat.sees
        await seat.press("end", "enter")
        assert "Open version, for everybody" in seat.sees
        await seat.press("enter")
        copied = seat.app.clipboard.splitlines()
        assert len(copied) - 1 == len(said)
        assert not any(one.text in seat.app.clipboard for one in said if one.restricted)
        await seat.press("slash")
        await seat.type("is:decision")
        await seat.press("enter", "X", "end", "enter")
        copied = seat.app.clipboard.splitlines()
        assert len(copied) - 1 == sum(one.kind == "decision" for one in said)
    async with seated(desk) as seat:
        await seat.press("2", "enter", "X", "end", "enter")
        assert seat.app.clipboard.startswith("No\tItem\tFor\tMin")


async def test_a_line_that_became_another_kind_is_told(desk: Desk) -> None:
    made = desk.do(lambda work: minutes.add_entry(work, WITH_CHAIR, 4, "? Why is it late")).value
    ref = next(one.ref for one in desk.read(lambda db: entries(db, WITH_CHAIR)) if one.id == made)
    async with seated(desk, LARGE) as seat:
        seat.app.open_record("meeting", WITH_CHAIR, 4, ref)
        await seat.settle()
        await seat.press("e", "ctrl+home")
        await seat.type("Asked ")
        await seat.press("ctrl+s")
        assert "It is a note now; it was a challenge." in seat.told
        assert next(one.kind for one in desk.read(lambda db: entries(db, WITH_CHAIR)) if one.id == made) == "note"


@pytest.mark.parametrize("size", BOTH)
async def test_a_minute_that_search_finds_is_in_sight_with_the_cursor_on_it(desk: Desk, size: tuple[int, int]) -> None:
    said = minuted(desk, "5/4.8")
    async with seated(desk, size) as seat:
        await seat.press("ctrl+f")
        await seat.type("5/4.8")
        await seat.press("enter")
        screen = seat.app.screen
        assert isinstance(screen, ListScreen)
        assert screen.chosen == said.id
        assert said.text[:25] in seat.sees
