"""Forms that help: completed as one types, said back beside the field, kept until they are saved."""

from __future__ import annotations

from boardtui.services.desk import Desk
from boardtui.store.reading.board import board
from tests.letterheads import picture_file
from tests.ui.seeing import LARGE, seated


async def test_a_lead_is_completed_by_part_of_its_office_and_several_with_commas(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("3", "a", "tab")
        await seat.type("dir child serv")
        assert "DCS Director of Children's Services" in seat.sees
        await seat.press("enter")
        await seat.type(", divis")
        await seat.press("enter")
        assert "DCS, POL" in seat.sees


async def test_the_list_is_gone_through_with_the_arrows(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("3", "a", "tab")
        await seat.type("a")
        first = [line for line in seat.sees.splitlines() if "ADC" in line]
        assert first
        await seat.press("down", "enter")
        assert seat.app.screen.focused is not None
        assert seat.app.screen.focused.value not in ("", "a")  # type: ignore[attr-defined]  # an Input has the cursor


async def test_a_day_is_shown_with_its_weekday_beside_the_box_as_it_is_typed(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("3", "a", "tab", "tab", "tab")
        await seat.type("14 jan")
        assert any("14 jan" in line and "Tue 14 Jan 2014" in line for line in seat.sees.splitlines()), seat.sees


async def test_half_a_day_is_no_mistake_until_the_field_is_left(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("3", "a", "tab", "tab", "tab")
        await seat.type("14 j")
        assert "✗" not in seat.sees
        await seat.press("tab")
        assert "✗ “14 j” is not a date" in seat.sees


async def test_a_meeting_is_given_by_its_day(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("4", "m")
        await seat.press("tab", "tab")
        await seat.type("4 apr")
        assert "Thu 4 Apr 2013" in seat.sees


async def test_what_was_typed_outlives_the_program_and_only_in_the_form_of_its_record(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("3", "u")
        await seat.type("Half a thought")
        seat.app.screen._keep()  # type: ignore[attr-defined]  # what the pause after typing does
        await seat.settle()
    async with seated(desk) as seat:
        await seat.press("3", "u")
        assert "Half a thought" in seat.sees
        await seat.press("escape", "down", "u")
        assert "Half a thought" not in seat.sees
        await seat.press("escape", "up", "u", "ctrl+r")
        assert "Half a thought" not in seat.sees
        await seat.press("escape", "u")
        assert "What you typed here" not in seat.sees


async def test_a_picture_for_the_head_of_the_papers_is_named_by_its_file(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await seat.press("p", *["tab"] * 10)
        await seat.type("/nowhere/arms.png")
        await seat.press("ctrl+s")
        assert "✗ there is no such file" in seat.sees
        await seat.press("ctrl+u")
        await seat.type(str(picture_file()))
        await seat.press("ctrl+s")
    assert desk.read(board).letterhead_file == picture_file().name


async def test_a_record_is_duplicated_with_its_particulars(desk: Desk) -> None:
    for place, key in (("actions", ""), ("plan", ""), ("indicators", ""), ("notice", "requirements")):
        async with seated(desk, LARGE) as seat:
            seat.app.show_place(place, key)
            await seat.settle()
            title = seat.app.screen.as_text.splitlines()[0][8:30]  # type: ignore[attr-defined]  # a list of records
            await seat.press("D")
            assert " like " in seat.sees, place
            assert title.split()[-2] in seat.sees


async def test_the_record_in_hand_is_copied_as_text(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await seat.press("3", "C")
        assert seat.app.clipboard.startswith("3/08  agree how a school")
        assert "   " not in seat.app.clipboard
        assert "Copied, " in seat.told
        await seat.press("enter", "C")
        assert "Log, newest first" in seat.app.clipboard
