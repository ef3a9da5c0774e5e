"""What people met at their first use: where the cursor stands, minutes taken back, and the newest entry in view."""

from __future__ import annotations

import pytest

from boardtui.domain.states import MeetingState
from boardtui.services import meetings as service
from boardtui.services.desk import Desk
from boardtui.store.reading.meetings import items, meeting
from boardtui.ui.screens.lists import ListScreen
from boardtui.ui.screens.live import LiveScreen
from boardtui.ui.widgets.figures import FigureColumn
from tests.ui.minuting import NUMBER, minuting
from tests.ui.seeing import Seat, seated

UNTIDY = "! NOBODY KNOWN by someday: " + "this is not understood, and it is long enough for several rows " * 3


def chosen(seat: Seat) -> str | None:
    screen = seat.app.screen
    assert isinstance(screen, ListScreen)
    return screen.chosen


async def go_by(seat: Seat, words: str) -> None:
    """Open the figure on Home that has these words."""
    for column in seat.app.screen.query(FigureColumn):
        for n, figure in enumerate(column.figures):
            if words in f"{figure.said.plain} {figure.looking_for}":
                column.at = n
                column.focus()
                await seat.press("enter")
                return
    raise AssertionError(words)


async def test_the_last_row_of_a_new_entry_is_in_view(desk: Desk) -> None:
    async with minuting(desk) as secretary:
        await secretary.say(*(f"Line {n} " + "word " * 20 for n in range(12)))
        await secretary.say(UNTIDY)
        assert "✎ to tidy" in secretary.sees
        await secretary.say("! DCS by next meeting: Write the protocol down " + "and share it " * 8)
        assert "6/01 · DCS" in secretary.sees
        await secretary.type("long " * 80)
        assert secretary.box.size.height == 6
        assert "6/01 · DCS" in secretary.sees


async def test_the_end_stays_in_view_when_the_last_entry_is_changed(desk: Desk) -> None:
    async with minuting(desk) as secretary:
        await secretary.say(*(f"Line {n} " + "word " * 20 for n in range(12)))
        await secretary.press("up")
        await secretary.type(" and more" * 30 + " ENDING")
        await secretary.press("enter")
        assert "ENDING" in secretary.sees


async def test_looking_back_stays_where_it_is(desk: Desk) -> None:
    async with minuting(desk) as secretary:
        await secretary.say(*(f"Line {n} " + "word " * 20 for n in range(12)))
        await secretary.press("pageup", "pageup")
        assert "Line 11 " not in secretary.sees
        await secretary.type("long " * 80)
        assert "Line 11 " not in secretary.sees


async def test_emptying_an_entry_says_how_to_bring_it_back(desk: Desk) -> None:
    async with minuting(desk) as secretary:
        await secretary.say("Said too much.")
        await secretary.press("up", "ctrl+u", "enter")
        assert secretary.minuted == []
        assert "Entry removed; ctrl+z brings it back." in secretary.told


@pytest.mark.parametrize("with_chair", [False, True])
async def test_minutes_not_signed_are_taken_back_into_live_mode(desk: Desk, with_chair: bool) -> None:
    desk.do(lambda work: service.start_meeting(work, NUMBER))
    desk.do(lambda work: service.close_meeting(work, NUMBER))
    if with_chair:
        desk.do(lambda work: service.submit_minutes(work, NUMBER))
    async with seated(desk) as seat:
        await seat.press("2", "enter")
        assert "s correct" in seat.sees
        await seat.press("s")
        said = " ".join(seat.sees.split())
        assert "Take the minutes of meeting 6 back into live mode to correct them?" in said
        await seat.press("enter")
        assert isinstance(seat.app.screen, LiveScreen)
        assert desk.read(lambda db: meeting(db, NUMBER)).state == MeetingState.IN_SESSION
        if with_chair:
            assert desk.read(lambda db: meeting(db, NUMBER)).submitted_on is None


async def test_signed_minutes_say_why_they_are_not_taken_back(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("2", "home", "enter", "s")
        assert "do not change any more" in seat.told
        before = seat.app.screen
        await seat.press("enter")
        assert seat.app.screen is before


async def test_closing_and_sending_say_what_is_still_to_tidy(desk: Desk) -> None:
    async with minuting(desk) as secretary:
        await secretary.say(UNTIDY)
        await secretary.press("f9", "ctrl+e")
        assert "1 line is still to tidy (s opens live mode, F8 lists it)." in " ".join(
            secretary.text.replace("│", " ").split()
        )
        await secretary.press("enter")
    async with seated(desk) as seat:
        await seat.press("2", "enter", "n")
        assert "1 line is still to tidy" in " ".join(seat.sees.replace("│", " ").split())


async def test_home_leads_to_the_very_meeting_duty_or_ratings(desk: Desk) -> None:
    async with seated(desk) as seat:
        await go_by(seat, "at:5")
        assert chosen(seat) == "5"
        await seat.press("1")
        column = seat.app.screen.query_one("#left", FigureColumn)
        duty = [f.looking_for for f in column.figures if f.looking_for.startswith("duties at:")][-1]
        await go_by(seat, duty)
        assert chosen(seat) == duty.removeprefix("duties at:")
        assert "[duties]" in seat.sees


async def test_the_plan_is_narrowed_to_a_rating_by_its_word(desk: Desk) -> None:
    async with seated(desk) as seat:
        seat.app.show_place("plan", "is:red")
        await seat.settle()
        by_sign = [line[:6] for line in seat.sees.splitlines()[5:]]
        seat.app.show_place("plan", "red")
        await seat.settle()
        assert [line[:6] for line in seat.sees.splitlines()[5:]] == by_sign


async def test_the_cursor_stands_on_the_item_added(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("2", "enter", "down", "a")
        await seat.type("Visit to the duty team")
        await seat.press("ctrl+s")
        added = next(one for one in desk.read(lambda db: items(db, NUMBER)) if one.title.startswith("Visit"))
        assert chosen(seat) == added.id


async def test_the_heads_fit_eighty_columns(desk: Desk) -> None:
    async with minuting(desk) as secretary:
        await secretary.say("# + " + "A very long title of an urgent item " * 3 + "(urgent: it is)", UNTIDY)
        assert "1 to tidy · 0 of 10 min" in secretary.sees.splitlines()[1]
        await secretary.press("f9")
        assert "Nothing is minuted under items 1, 2" in secretary.text


async def test_the_list_opens_at_the_meeting_in_session_else_the_next_else_the_last_held(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("2")
        assert chosen(seat) == "6"
    desk.do(lambda work: service.plan_meetings(work, 1))
    desk.do(lambda work: service.start_meeting(work, 7))
    async with seated(desk) as seat:
        if isinstance(seat.app.screen, LiveScreen):
            await seat.press("escape")
        await seat.press("2")
        assert chosen(seat) == "7"


async def test_without_a_meeting_to_come_the_list_opens_at_the_last_one_held(desk: Desk) -> None:
    desk.do(lambda work: service.cancel_meeting(work, NUMBER, "Not needed"))
    async with seated(desk) as seat:
        await seat.press("2")
        assert chosen(seat) == "5"
