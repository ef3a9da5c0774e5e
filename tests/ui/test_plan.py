"""The plan: lettered cells of the last meetings, ratings with their discipline."""

from __future__ import annotations

import pytest

from boardtui.domain.views import PlanLine
from boardtui.services.desk import Desk
from boardtui.store.reading.plan import line, lines, ratings
from tests.ui.seeing import LARGE, SMALL, seated


def named(desk: Desk, ref: str = "1.1") -> PlanLine:
    return desk.read(lambda db: line(db, ref, desk.today))


@pytest.mark.parametrize("size", [SMALL, LARGE])
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
