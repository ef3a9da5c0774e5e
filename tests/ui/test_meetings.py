"""The series of meetings: planned, moved, cancelled, taken step by step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from boardtui.domain.states import Role
from boardtui.services.desk import Desk
from boardtui.store.reading.meetings import meeting, meetings
from tests.ui.seeing import LARGE, Seat, seated


async def test_the_list_shows_dates_with_weekdays_states_and_days(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("2")
        for words in ("Thu 29 Nov 2012", "confirmed", "with the Chair", "planned", "42"):
            assert words in seat.sees


async def test_the_cursor_stands_on_the_next_meeting(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("2")
        assert "Meeting 6, Thu 27 Jun 2013" in seat.sees


async def test_new_meetings_are_shown_before_they_are_saved(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("2", "a", "3", "ctrl+s")
        assert "Thu 8 Aug 2013" in seat.sees
        assert "School summer holiday" in seat.sees
        assert len(desk.read(meetings)) == 6
        await seat.press("enter")
        assert len(desk.read(meetings)) == 9
        assert "Thu 31 Oct 2013" in seat.sees


async def test_declining_the_dates_saves_nothing(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("2", "a", "ctrl+s", "escape")
        assert len(desk.read(meetings)) == 6


async def test_a_moved_meeting_outside_six_weeks_is_warned_of(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await seat.press("2", "m")
        await seat.type("4 jul")
        assert "Thu 4 Jul 2013" in seat.sees
        assert "needs the department's agreement" in seat.sees
        await seat.press("tab")
        await seat.type("Hall taken")
        await seat.press("ctrl+s")
        assert desk.read(lambda db: meeting(db, 6)).date.isoformat() == "2013-07-04"
        assert "outside six weeks" in seat.sees


async def test_a_meeting_that_was_held_is_neither_moved_nor_cancelled(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("2", "up", "m")
        assert "its date stays" in seat.told
        await seat.press("c")
        assert "has been held" in seat.told


async def test_a_cancelled_meeting_keeps_its_number_and_says_why(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("2", "c")
        await seat.type("No chair")
        await seat.press("ctrl+s")
        assert desk.read(lambda db: meeting(db, 6)).state == "cancelled"
        assert "No chair" in seat.sees


async def test_the_next_step_says_what_it_does_and_asks(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("2", "n")
        assert "Issue the agenda: meeting 6" in seat.sees
        await seat.press("escape")
        assert desk.read(lambda db: meeting(db, 6)).state == "planned"
        await seat.press("n", "enter")
        assert desk.read(lambda db: meeting(db, 6)).state == "agenda issued"


async def test_the_administrator_records_the_chairs_sign_off(desk: Desk) -> None:
    desk.act_as(Role.ADMINISTRATOR)
    async with seated(desk) as seat:
        await _to_meeting_5(seat)
        await seat.press("n")
        assert "Before it leaves: minutes 5" in seat.sees
        await seat.press("y")
        await seat.type("The families know")
        await seat.press("ctrl+s")
        assert "Record the Chair's sign-off" in seat.sees
        await seat.press("ctrl+s")
        assert "Signed by Independent Chair on paper on 20 May 2013." in seat.sees
        assert desk.read(lambda db: meeting(db, 5)).state == "with Chair"
        await seat.press("enter")
        found = desk.read(lambda db: meeting(db, 5))
        assert (found.state, found.signed_how) == ("signed off", "paper")


async def test_the_chair_signs_off_once_open_findings_have_a_reason(
    sample_file: Path, open_desk: Callable[..., Desk]
) -> None:
    desk = open_desk(sample_file, Role.CHAIR)
    async with seated(desk) as seat:
        await _to_meeting_5(seat)
        await seat.press("n", "y")
        await seat.type("The families know")
        await seat.press("ctrl+s", "enter")
        assert desk.read(lambda db: meeting(db, 5)).signed_how == "program"
        await seat.press("n")
        assert "The next meeting confirms these minutes" in seat.told


async def test_the_first_meeting_of_an_empty_series_is_asked_for(
    empty_file: Path, open_desk: Callable[..., Desk]
) -> None:
    desk = open_desk(empty_file)
    desk.do(_start_board)
    async with seated(desk) as seat:
        await seat.press("2")
        assert "Press a to plan the first one" in seat.sees
        await seat.press("a")
        await seat.type("10 jun 2013")
        await seat.press("ctrl+s")
        assert desk.read(lambda db: meeting(db, 1)).date.isoformat() == "2013-06-10"


async def _to_meeting_5(seat: Seat) -> None:
    await seat.press("2", "up")


def _start_board(work: object) -> None:
    from datetime import date

    from boardtui.services import board
    from boardtui.store.unit import Work

    assert isinstance(work, Work)
    board.start_board(work, name="Board", council="Council", commenced=date(2012, 11, 26))
