"""The golden thread: one key from any record, both ways, walked knot by knot (rule 4; N 7.3)."""

from __future__ import annotations

from datetime import date

import pytest

from boardtui.domain.thread import Knot
from boardtui.services import actions, indicators, people
from boardtui.services.desk import Desk
from boardtui.store.unit import Work
from boardtui.ui.commands import commands_of
from boardtui.ui.screens.thread_words import going
from boardtui.ui.widgets.knots import KnotList
from tests.ui.seeing import BOTH, LARGE, SMALL, Seat, seated


async def at(seat: Seat, kind: str, ref: str) -> None:
    """Show the thread of one record."""
    seat.app.open_record("thread", kind, ref)
    await seat.settle()


def stood(seat: Seat) -> str:
    """Return which side has the cursor."""
    return next(str(side.id) for side in seat.app.screen.query(KnotList) if side.has_focus)


@pytest.mark.parametrize("where", ["plan", "line", "indicators", "indicator", "actions", "action", "meeting", "notice"])
def test_the_key_of_the_thread_is_the_same_everywhere(where: str) -> None:
    assert [command.key for command in commands_of(where) if command.id == f"{where}-thread"] == ["o"]


@pytest.mark.parametrize("size", BOTH)
async def test_a_plan_line_stands_between_what_it_answers_and_what_serves_it(desk: Desk, size: tuple[int, int]) -> None:
    async with seated(desk, size) as seat:
        await seat.press("4", "o")
        for words in ("Comes from", "requirement N 3.1", "source N", "Leads to", "Plan line 1.1", "rated A (Amber)"):
            assert words in seat.sees


async def test_on_a_narrow_screen_the_sides_stand_above_and_below_on_a_wide_one_left_and_right(desk: Desk) -> None:
    for size, beside in ((SMALL, False), (LARGE, True)):
        async with seated(desk, size) as seat:
            await at(seat, "plan line", "2.1")
            both = [text for text in seat.sees.splitlines() if "Comes from" in text]
            assert ("Leads to" in both[0]) is beside


async def test_enter_walks_to_a_knot_and_escape_walks_back(desk: Desk) -> None:
    async with seated(desk) as seat:
        await at(seat, "plan line", "2.1")
        assert stood(seat) == "to"
        await seat.press("enter")
        assert "Action 3/07" in seat.sees.split("Leads to")[0]
        await seat.press("escape")
        assert "Plan line 2.1" in seat.sees.split("Leads to")[0]
        await seat.press("escape")
        assert seat.app.current_mode == "home"


async def test_the_cursor_goes_over_from_one_side_to_the_other(desk: Desk) -> None:
    async with seated(desk) as seat:
        await at(seat, "plan line", "2.1")
        await seat.press("left")
        assert stood(seat) == "from"
        await seat.press("right", "up")
        assert stood(seat) == "from"
        await seat.press("end", "down")
        assert stood(seat) == "to"


async def test_what_stands_under_the_cursor_is_read_in_full(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await at(seat, "plan line", "2.1")
        assert "was kept open for want of a signature" in " ".join(seat.sees.split())


async def test_the_record_under_the_cursor_opens_on_its_own_screen(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await at(seat, "plan line", "2.1")
        await seat.press("o")
        assert "Log, newest first" in seat.sees
        await seat.press("escape", "left", "o")
        assert seat.app.current_mode == "notice"
        assert "N 5.1" in seat.sees


async def test_an_indicator_comes_from_requirements_and_plan_lines(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await seat.press("5", "enter", "o")
        for words in ("Indicator I1", "93% for 30 Apr 2013", "requirement N 5.4", "plan line 3.4"):
            assert words in seat.sees


async def test_an_action_comes_from_its_minute_and_its_line(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await seat.press("3")
        seat.app.open_record("action", "5/03")
        await seat.settle()
        await seat.press("o")
        for words in ("Action 5/03", "plan line 6.1", "entry 5/5.9", "agenda item 5/5"):
            assert words in seat.sees


async def test_an_item_that_was_minuted_leads_to_its_entries_and_each_entry_further(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("2", "up", "enter", "down", "down", "down", "o")
        assert "Agenda item 5/4" in seat.sees
        assert "entry 5/4.1" in seat.sees
        await seat.press("enter")
        assert "Entry 5/4.1" in seat.sees
        assert "action 3/02" in seat.sees
        await seat.press("o")
        assert "Log, newest first" in seat.sees or "Matters arising" in seat.sees


async def test_an_agenda_item_is_not_taken_for_the_action_of_the_same_number(new_desk: Desk) -> None:
    def raise_ten(work: Work) -> None:
        people.add_person(work, initials="IC", name="IC", role="IC", organisation="X", kind="chair")
        for count in range(1, 11):
            actions.raise_action(work, 1, f"act {count}", ["IC"], due=date(2013, 3, 1))

    new_desk.do(raise_ten)
    async with seated(new_desk) as seat:
        await at(seat, "agenda item", "1/10")
        assert "Agenda item 1/10" in seat.sees
        await at(seat, "action", "1/10")
        assert "Action 1/10" in seat.sees


async def test_a_requirement_leads_to_the_lines_and_duties_that_answer_it(desk: Desk) -> None:
    async with seated(desk) as seat:
        await at(seat, "requirement", "N 5.7")
        for words in ("source N", "plan line 4.1", "action 1/02", "entry 2/4.6"):
            assert words in seat.sees
        await seat.press("end")
        assert "duty N 5.7 file audit" in seat.sees


@pytest.mark.parametrize(
    ("kind", "ref", "there"),
    [
        ("plan line", "3.2", ("line", ("3.2",))),
        ("entry", "5/4.2", ("meeting", (5, 4, "5/4.2"))),
        ("agenda item", "5/4", ("meeting", (5, 4))),
        ("evidence", "E4", ("place", ("plan", "evidence at:E4"))),
        ("duty", "N 8.1 initial report", ("place", ("notice", "duties at:N 8.1 initial report"))),
        ("finding", "A1.2", ("place", ("notice", "assurance at:A1"))),
        ("letter", "report 1", ("place", ("letters", "reports at:report 1"))),
        ("letter received", "L2", ("place", ("letters", "received at:L2"))),
    ],
)
def test_each_kind_of_record_has_a_screen_of_its_own(
    kind: str, ref: str, there: tuple[str, tuple[object, ...]]
) -> None:
    way = going(Knot(kind, ref, "text"))
    assert (way.kind, way.reference) == there


async def test_a_record_that_is_not_there_is_said_in_passing_and_left(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("4")
        await at(seat, "duty", "N 99 report")
        assert "N 99 report hangs on no thread yet" in seat.told
        assert "[lines]" in seat.sees


@pytest.mark.parametrize("size", BOTH)
async def test_a_record_alone_on_its_thread_says_nothing_on_both_sides(new_desk: Desk, size: tuple[int, int]) -> None:
    new_desk.do(lambda work: indicators.add_indicator(work, ref="I1", title="T"))
    async with seated(new_desk, size) as seat:
        await seat.press("5", "o", "left", "down", "enter")
        assert seat.sees.count("nothing") == 2
        await seat.press("o")
        assert "No target is set" in seat.sees
