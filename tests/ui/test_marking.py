"""Marking rows and doing a command to all of them in one change."""

from __future__ import annotations

from boardtui.services import meetings
from boardtui.services.desk import Desk
from boardtui.store.reading.actions import actions
from boardtui.store.reading.meetings import items
from boardtui.store.reading.people import people
from boardtui.ui.widgets.record_list import RecordList
from tests.ui.seeing import LARGE, Seat, seated


def refs(desk: Desk, *, state: str) -> list[str]:
    return [one.ref for one in desk.read(lambda db: actions(db, desk.today)) if one.state == state]


def cursor(seat: Seat) -> str | None:
    return seat.app.screen.query_one(RecordList).chosen


async def test_marked_actions_are_updated_in_one_change_that_one_undo_takes_back(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await seat.press("3")
        first = cursor(seat)
        await seat.press("space", "space", "space", "u")
        assert "Update: 3 actions" in seat.sees
        await seat.type("Asked for a position by e-mail")
        await seat.press("ctrl+s")
        assert "Update: 3 actions?" in seat.sees
        assert "One ctrl+z takes all of it back." in seat.sees
        await seat.press("enter")
        updates = "SELECT count(*) FROM action_update WHERE text = 'Asked for a position by e-mail'"
        assert desk.read(lambda db: db.execute(updates).fetchone()[0]) == 3
        assert "marked" not in seat.sees
        await seat.press("ctrl+z")
        assert desk.read(lambda db: db.execute(updates).fetchone()[0]) == 0
        assert first is not None


async def test_what_refuses_is_named_with_its_reason_and_the_others_are_done(desk: Desk) -> None:
    closed = refs(desk, state="closed")[0]
    async with seated(desk, LARGE) as seat:
        await seat.press("3", "space")
        seat.app.show_place("actions", f"at:{closed}")
        await seat.settle()
        assert "1 marked" in seat.sees  # the mark outlives the move to another page of the list
        await seat.press("space", "m")
        await seat.type("1 Jul 2013")
        await seat.press("tab")
        await seat.type("Agreed by the Chair")
        await seat.press("ctrl+s")
        assert "Move: 1 action?" in seat.sees
        assert f"{closed}  Action {closed} is already closed." in seat.sees.replace(f"{closed} A", f"{closed}  A")
        await seat.press("enter")
        moved = desk.read(lambda db: db.execute("SELECT count(*) FROM action WHERE due = '2013-07-01'").fetchone()[0])
        assert moved == 1


async def test_all_that_the_filter_leaves_is_marked_and_esc_unmarks_before_it_empties_the_filter(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await seat.press("3", "slash")
        await seat.type("is:overdue")
        await seat.press("enter", "A")
        assert "7 marked" in seat.sees
        await seat.press("escape")
        assert "marked" not in seat.sees
        assert "is:overdue" in seat.sees


async def test_a_range_is_marked_and_a_command_for_one_record_says_so(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await seat.press("3", "space", "down", "down", "M")
        assert "4 marked" in seat.sees
        await seat.press("w")
        assert "is done to one record at a time" in seat.told


async def test_plan_lines_are_given_another_lead_together(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await seat.press("4", "space", "space", "l")
        await seat.type("ADC")
        await seat.press("ctrl+s", "enter")
        assert "Changed the lead: 2 plan lines" in seat.told


async def test_items_of_an_agenda_are_deferred_and_removed_together_though_their_numbers_change(desk: Desk) -> None:
    desk.do(lambda work: meetings.plan_meetings(work, 1))
    async with seated(desk, LARGE) as seat:
        await seat.press("2", "enter", "down", "space", "space", "space", "d")
        assert "Defer: 3 items" in seat.sees
        await seat.type("No time is left")
        await seat.press("ctrl+s")
        assert "Defer: 3 items?" in seat.sees
        await seat.press("enter")
        assert [one.deferred_to for one in desk.read(lambda db: items(db, 6))][:5] == [None, 7, 7, 7, None]
        await seat.press("ctrl+z", "home", "down", "space", "space", "space")
        before = desk.read(lambda db: [(one.id, one.title) for one in items(db, 6)])
        await seat.press("delete")
        assert "Remove: 3 items?" in seat.sees
        await seat.press("enter")
        after = desk.read(lambda db: [(one.id, one.title) for one in items(db, 6)])
        assert after == [before[0], *before[4:]]
        await seat.press("ctrl+z")
        assert desk.read(lambda db: [(one.id, one.title) for one in items(db, 6)]) == before


async def test_offices_that_are_marked_get_one_organisation_and_become_a_group(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await seat.press("8", "down", "space", "space", "e")
        await seat.type("The Council")
        await seat.press("ctrl+s", "enter")
        found = desk.read(lambda db: [one.initials for one in people(db) if one.organisation == "The Council"])
        assert len(found) == 2
        await seat.press("up", "up", "space", "space", "g")
        await seat.type("TWO")
        await seat.press("tab")
        await seat.type("Both of them")
        await seat.press("ctrl+s")
        (group,) = desk.read(lambda db: [one for one in people(db) if one.initials == "TWO"])
        assert sorted(group.members) == sorted(found)
        assert "marked" not in seat.sees
