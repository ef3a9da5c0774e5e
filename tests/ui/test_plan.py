"""The plan: lettered cells of the last meetings, ratings with their discipline."""

from __future__ import annotations

from collections import Counter

import pytest

from boardtui.domain.states import Role
from boardtui.domain.views import PlanLine
from boardtui.services.desk import Desk
from boardtui.store.reading.challenge import flags
from boardtui.store.reading.evidence import evidence
from boardtui.store.reading.plan import line, lines, ratings
from boardtui.ui.screens.plan import PlanScreen
from tests.ui.seeing import BOTH, LARGE, seated


def named(desk: Desk, ref: str = "1.1") -> PlanLine:
    return desk.read(lambda db: line(db, ref, desk.today))


@pytest.mark.parametrize("size", BOTH)
async def test_each_line_shows_its_last_ratings_as_letters_and_its_direction(desk: Desk, size: tuple[int, int]) -> None:
    async with seated(desk, size) as seat:
        await seat.press("4")
        shown = next(text for text in seat.sees.splitlines() if text.split()[:1] == ["1.1"])
        letters = [letter for _meeting, letter in named(desk).history]
        assert [word for word in shown.split() if word in "RAGB"] == [named(desk).rating, *letters]
        assert any(sign in shown for sign in "▲▬▼")
        assert "Early help and thresholds" in seat.sees


async def test_ratings_narrow_the_plan(desk: Desk) -> None:
    red = sum(found.rating == "R" for found in desk.read(lambda db: lines(db, desk.today)))
    async with seated(desk) as seat:
        await seat.press("4", "slash")
        await seat.type("is:red")
        assert f"{red} lines" in seat.sees


async def test_a_line_opens_with_its_ratings_and_what_it_answers(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await seat.press("4", "enter")
        for words in ("Outcome", "Success", "Answers", "N 3.1", "Ratings, newest first", "Path:", "Due date moved"):
            assert words in seat.sees


async def test_a_rating_that_lacks_something_is_not_saved_and_says_what(desk: Desk) -> None:
    before = desk.read(lambda db: ratings(db, "1.1"))
    async with seated(desk) as seat:
        await seat.press("4", "g", "right", "ctrl+s")
        assert "needs a reason" in seat.sees
        assert desk.read(lambda db: ratings(db, "1.1")) == before


async def test_a_rating_is_proposed_for_the_next_meeting(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("4", "g", "right", "tab", "tab", "tab")
        await seat.type("Adopted by every partner")
        await seat.press("ctrl+s")
        assert named(desk).proposed == "G"
        assert desk.read(lambda db: ratings(db, "1.1"))[-1].meeting == 6


async def test_a_due_date_is_moved_with_a_reason(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("4", "m")
        await seat.type("31/07/2013")
        await seat.press("tab")
        await seat.type("The trust meets late")
        await seat.press("ctrl+s")
        assert str(named(desk).due) == "2013-07-31"


async def test_a_line_is_changed(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("4", "e", "tab")
        await seat.type("Another title")
        await seat.press("ctrl+s")
        assert named(desk).title == "Another title"


async def test_a_line_is_added_and_must_answer_something_that_exists(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await seat.press("4", "a")
        for answer in ("9.9", "New theme", "New line", "DCS", "POL", "Outcome", "Success", "N 99.9", "", "1 aug"):
            if answer:
                await seat.type(answer)
            await seat.press("tab")
        assert "There is no requirement “N 99.9”" in seat.sees
        await seat.press("ctrl+s")
        for _ in "N 99.9":
            await seat.press("backspace")
        await seat.press("end", *["backspace"] * 8)
        await seat.type("n 5.7")
        await seat.press("ctrl+s")
        assert named(desk, "9.9").answers == ("N 5.7",)
        assert named(desk, "9.9").partners == ("POL",)


async def test_an_empty_plan_says_what_to_press(new_desk: Desk) -> None:
    async with seated(new_desk) as seat:
        await seat.press("4")
        assert "Press a to add one" in seat.sees


async def test_sections_follow_each_other_both_ways(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("4", "t")
        assert "[challenge]" in seat.sees
        await seat.press("right")
        assert "[evidence]" in seat.sees
        await seat.press("left", "left")
        assert "[lines]" in seat.sees


@pytest.mark.parametrize("size", BOTH)
async def test_a_line_that_can_be_challenged_is_marked_with_how_often(desk: Desk, size: tuple[int, int]) -> None:
    asked = Counter(flag.line for flag in desk.read(lambda db: flags(db, desk.today)))
    async with seated(desk, size) as seat:
        await seat.press("4")
        for ref in ("1.1", "1.3", "2.1"):
            shown = next(text for text in seat.sees.splitlines() if text.split()[:1] == [ref])
            assert (f"!{asked[ref]}" in shown) is bool(asked[ref])


async def test_what_there_is_to_ask_stands_with_the_facts_behind_it(desk: Desk) -> None:
    async with seated(desk) as seat:
        seat.app.show_place("plan", "challenge at:2.1 GREEN_OVERDUE")
        await seat.settle()
        for words in ("on track with an overdue action", "What makes it on track?", "24 days overdue"):
            assert words in seat.sees
        await seat.press("enter")
        assert "Safe decisions at first contact" in seat.sees
        assert "To ask" in seat.sees


async def test_a_line_shows_its_indicators_with_their_standing_and_its_evidence(desk: Desk) -> None:
    async with seated(desk, (120, 70)) as seat:
        seat.app.open_record("line", "3.6")
        await seat.settle()
        for words in ("To ask", "! Line 3.6 is rated Blue", "I9    F  Children with", "failing", "E13"):
            assert words in seat.sees


async def test_evidence_is_added_for_the_line_in_hand(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("4", "v")
        await seat.type("Minutes of the trust")
        await seat.press("tab")
        await seat.type("Shared drive")
        await seat.press("ctrl+s")
        found = desk.read(lambda db: evidence(db, "1.1"))
        assert [(one.title, one.kept) for one in found] == [("Minutes of the trust", "Shared drive")]


async def test_evidence_is_verified_by_somebody(desk: Desk) -> None:
    async with seated(desk) as seat:
        seat.app.show_place("plan", "evidence at:E10")
        await seat.settle()
        await seat.press("e", *["tab"] * 4)
        await seat.type("10 May 2013")
        await seat.press("ctrl+s")
        assert "Name the office that verified it" in seat.sees
        await seat.press("shift+tab")
        await seat.type("Internal audit")
        await seat.press("ctrl+s")
        found = next(one for one in desk.read(evidence) if one.ref == "E10")
        assert (found.verified_by, str(found.verified_on)) == ("Internal audit", "2013-05-10")


async def test_empty_sections_say_what_to_press_or_why(new_desk: Desk) -> None:
    async with seated(new_desk) as seat:
        await seat.press("4", "t")
        assert "nothing to challenge" in seat.sees
        await seat.press("t")
        assert "Press v to add some" in seat.sees
        await seat.press("v")
        assert "Add a plan line first" in seat.told


async def test_a_filter_that_leaves_nothing_says_so_and_esc_returns_to_the_row_before(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("4", "down", "down", "slash")
        await seat.type("is:gr")
        await seat.press("tab")
        screen = seat.app.screen
        assert isinstance(screen, PlanScreen)
        assert screen.words == "is:Green"
        stood = screen.chosen
        await seat.press("space")
        await seat.type("nowhere at all")
        assert "Nothing fits the filter" in seat.sees
        assert "0 lines\n" in seat.sees
        await seat.press("down", "escape")
        assert screen.chosen == stood


@pytest.mark.parametrize("keys", [("4", "t"), ("4", "enter")])
async def test_the_chair_asks_about_a_line_where_it_is_challenged_and_on_its_page(
    desk: Desk, keys: tuple[str, ...]
) -> None:
    desk.act_as(Role.CHAIR)
    async with seated(desk, LARGE) as seat:
        await seat.press(*keys)
        assert "y query" in seat.sees
        await seat.press("y")
        assert "Query about line" in seat.sees
