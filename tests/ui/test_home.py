"""Home shows where the Board stands, in two columns that fit the smallest terminal."""

from __future__ import annotations

import threading
from datetime import date

import pytest
from textual.events import Key

from boardtui.domain.home import Home
from boardtui.domain.watch import Watch
from boardtui.services import instrument
from boardtui.services.desk import Desk
from boardtui.store.reading import home, watch
from boardtui.store.reading.board import board
from boardtui.store.reading.reader import Database
from boardtui.ui.at_work import WELCOME
from boardtui.ui.screens.home import HomeScreen
from boardtui.ui.widgets.figures import FigureColumn
from tests.ui.seeing import BOTH, LARGE, SMALL, seated


async def test_home_names_the_next_meeting_the_duties_and_the_ratings(desk: Desk) -> None:
    async with seated(desk) as seat:
        for words in ("Meeting 6, Thu 27 Jun 2013", "in 38 days", "Sun 26 May 2013", "Red", "Overdue actions"):
            assert words in seat.sees


@pytest.mark.parametrize("size", BOTH)
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


async def test_home_says_what_missing_the_assessment_may_bring_in_full_where_there_is_room(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        assert "section 497A of the Education Act 1996" in " ".join(seat.sees.split())
    async with seated(desk, SMALL) as seat:
        assert "If missed: direction possible (N 9)" in seat.sees


async def test_nothing_is_said_of_a_direction_once_the_notice_is_lifted(desk: Desk) -> None:
    desk.do(lambda work: instrument.lift_notice(work, on=desk.today, letter="Letter", because="Done"))
    async with seated(desk, LARGE) as seat:
        assert "497A" not in seat.sees


async def test_the_duties_of_an_inspection_are_one_line_and_open_to_its_duties_alone(desk: Desk) -> None:
    async with seated(desk) as seat:
        column = seat.app.screen.query_one("#left", FigureColumn)
        assert [f.looking_for for f in column.figures if f.looking_for.startswith("duties of:")] == ["duties of:O"]
        column.at = next(n for n, f in enumerate(column.figures) if f.looking_for == "duties of:O")
        column.focus()
        await seat.press("enter")
        assert "[duties]" in seat.sees
        assert "of:O" in seat.sees


async def test_indicators_off_trajectory_and_challenge_flags_are_counted_and_open_their_lists(desk: Desk) -> None:
    found = desk.read(lambda db: watch.watch(db, desk.today))
    async with seated(desk) as seat:
        assert f"{found.failing} failing" in seat.sees
        assert f"Challenge: {found.flags} flags on {found.flagged_lines} lines" in seat.sees
        column = seat.app.screen.query_one("#right", FigureColumn)
        column.at = next(n for n, f in enumerate(column.figures) if f.place == "indicators")
        column.focus()
        await seat.press("enter")
        assert seat.app.current_mode == "indicators"
        assert "is:failing" in seat.sees
        await seat.press("1")
        column.at = next(n for n, f in enumerate(column.figures) if f.looking_for == "challenge")
        await seat.press("enter")
        assert seat.app.current_mode == "plan"
        assert "[challenge]" in seat.sees


async def test_a_report_in_draft_waits_and_leads_to_the_reports(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        column = seat.app.screen.query_one("#right", FigureColumn)
        column.at = next(n for n, f in enumerate(column.figures) if f.looking_for == "reports at:report 2")
        column.focus()
        await seat.press("enter")
        assert "[reports]" in seat.sees


async def test_a_key_to_another_place_does_not_wait_until_home_is_read(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_read, read = threading.Event(), home.home

    def held_up(db: Database, today: date) -> Home:
        may_read.wait()
        return read(db, today)

    async with seated(desk) as seat:
        monkeypatch.setattr(home, "home", held_up)
        assert isinstance(seat.app.screen, HomeScreen)
        seat.app.screen.load()
        try:
            seat.app.post_message(Key("enter", None))
            await seat.pilot.pause()
            assert seat.app.current_mode == "home", "what acts on the figures waits for them"
            seat.app._typed.clear()
            seat.app.post_message(Key("3", "3"))
            while seat.app.current_mode != "actions":
                await seat.pilot.pause()
        finally:
            may_read.set()
        await seat.settle()
        assert "days late" in seat.sees


async def test_what_home_reads_last_is_given_up_with_home_and_read_on_with_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    has_begun, home_is_left, read_to_its_end = threading.Event(), threading.Event(), list[Watch]()
    read = watch.watch

    def held_up(db: Database, today: date) -> Watch:
        has_begun.set()
        home_is_left.wait()
        read_to_its_end.append(read(db, today))
        return read_to_its_end[-1]

    async with seated(desk) as seat:
        screen = seat.app.screen
        assert isinstance(screen, HomeScreen)
        screen._watch = None
        monkeypatch.setattr(watch, "watch", held_up)
        screen.load()
        try:
            while not has_begun.is_set():
                await seat.pilot.pause()
            seat.app.post_message(Key("3", "3"))
            while seat.app.current_mode != "actions":
                await seat.pilot.pause()
            await seat._draw()
        finally:
            home_is_left.set()
        await seat.settle()
        assert read_to_its_end == []
        await seat.press("1")
        assert read_to_its_end == [screen._watch]


async def test_the_board_s_thresholds_are_changed_for_everybody(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("e", "tab", "tab", *["backspace"] * 2)
        await seat.type("3")
        await seat.press("ctrl+s")
        assert desk.read(board).slips_asked == 3
        await seat.press("ctrl+z")
        assert desk.read(board).slips_asked == 2


async def test_another_board_is_opened_by_way_of_the_welcome(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("n")
        assert seat.app.return_value == WELCOME


async def test_a_place_that_is_still_being_made_is_read_once_it_is_there(desk: Desk) -> None:
    async with seated(desk) as seat:
        seat.app.show_place("meetings")
        seat.app.refresh_board()  # as Home asks for where it is left before it was read
        await seat.settle()
        assert "Days Items Lines" in seat.sees
