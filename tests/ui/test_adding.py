"""A record that was added is the one the cursor stands on, in every list; a filter that would hide it gives way."""

from __future__ import annotations

import pytest

from boardtui.services.desk import Desk
from boardtui.ui.modals.form import Form
from boardtui.ui.screens.lists import ListScreen
from tests.ui.seeing import LARGE, Seat, _struck, seated

NEW = "A record of this test"
LISTS = {
    "requirement": ("notice", "requirements", "a", ("", "N 5.99", NEW)),
    "duty": ("notice", "duties", "a", ("N 5.7 extra", NEW, "", "", "1 Jul 2013")),
    "agreement": ("notice", "agreed", "a", ("", "", "D3/03", "", "", NEW)),
    "audit": ("notice", "assurance", "a", ("", NEW)),
    "support": ("notice", "support", "a", ("A college", NEW)),
    "letter received": ("letters", "received", "a", ("", "The Minister", NEW)),
    "evidence": ("plan", "evidence", "a", (NEW, "In a folder")),
    "plan line": ("plan", "lines", "a", ("9.9", "", NEW, *[""] * 6, "1 Jul 2013")),
    "indicator": ("indicators", "", "n", ("", NEW)),
    "action": ("actions", "", "a", (NEW, "DCS", "", "1 Jul 2013")),
    "office": ("people", "", "a", ("ZZ", NEW)),
    "group": ("people", "", "g", ("ZG", NEW, "DCS, IC")),
}
"""Where each kind of record is added, with which key, and what is typed into its dialog."""

FIRST = frozenset({"requirement", "evidence", "action", "letter received", "indicator", "group"})
"""One kind of each place, for every run."""


def listing(seat: Seat) -> ListScreen:
    screen = seat.app.screen
    assert isinstance(screen, ListScreen)
    return screen


async def add(seat: Seat, key: str, answers: tuple[str, ...]) -> None:
    """Fill in a dialog from its first field on; an empty answer leaves its field as it is."""
    await seat.press(key)
    for number, answer in enumerate(answers):
        if number:
            await seat.press("tab")
        if answer:
            await seat.type(answer)
    await seat.press("ctrl+s")


@pytest.mark.parametrize("kinds", [FIRST, pytest.param(LISTS.keys() - FIRST, marks=pytest.mark.thorough)], ids=len)
async def test_the_cursor_goes_to_the_record_that_was_added(desk: Desk, kinds: frozenset[str]) -> None:
    async with seated(desk, LARGE) as seat:
        for kind in sorted(kinds):
            place, section, key, answers = LISTS[kind]
            seat.app.show_place(place, section)
            await seat.settle()
            before = listing(seat).chosen
            await add(seat, key, answers)
            assert listing(seat).chosen not in (None, before), kind
            assert NEW in listing(seat).preview().plain, kind


async def test_the_cursor_goes_to_the_meeting_that_was_added(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("2", "a", "ctrl+s", "enter")
        assert listing(seat).chosen == "7"


async def test_the_cursor_goes_to_the_item_that_was_added(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("2", "enter")
        await add(seat, "a", (NEW,))
        assert NEW in listing(seat).preview().plain


async def test_a_value_leaves_the_cursor_on_its_indicator(desk: Desk) -> None:
    async with seated(desk) as seat:
        seat.app.show_place("indicators", "at:I12")
        await seat.settle()
        await add(seat, "a", ("", "", "9", "20"))
        assert listing(seat).chosen == "I12"


async def test_a_filter_that_hides_the_new_record_is_emptied(desk: Desk) -> None:
    place, section, key, answers = LISTS["requirement"]
    async with seated(desk) as seat:
        seat.app.show_place(place, f"{section} caseloads")
        await seat.settle()
        await add(seat, key, answers)
        assert listing(seat).chosen == "N 5.99"
        assert listing(seat).words == ""


async def test_a_dialog_that_is_left_moves_nothing(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("6", "down", "down")
        on = listing(seat).chosen
        await seat.press("a", "escape")
        assert listing(seat).chosen == on


async def test_what_is_typed_in_the_same_breath_as_tab_lands_in_the_next_field(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("8", "a")
        for key in ("Z", "Z", "Z", "tab", "C", "l", "e", "r", "k", "tab", "A", "n", "n"):
            seat.app.post_message(_struck(key))  # without waiting for anything in between
        await seat.settle()
        form = seat.app.screen
        assert isinstance(form, Form)
        assert [*form.typed.values()][:3] == ["ZZZ", "Clerk", "Ann"]
