"""One meeting: the agenda is edited, reordered, deferred, issued; the minutes of a held one are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardtui.domain.views import Item
from boardtui.services.desk import Desk
from boardtui.store.reading.meetings import items, meeting
from tests.ui.seeing import BOTH, LARGE, SMALL, seated


def agenda(desk: Desk, number: int = 6) -> list[Item]:
    return desk.read(lambda db: items(db, number))


@pytest.mark.parametrize("size", BOTH)
async def test_the_agenda_shows_items_and_planned_minutes(desk: Desk, size: tuple[int, int]) -> None:
    async with seated(desk, size) as seat:
        await seat.press("2", "enter")
        for words in ("Meeting 6", "Welcome and apologies", "Date of the next meeting", "planned", "120 min"):
            assert words in seat.sees


async def test_an_item_is_added_after_the_one_the_cursor_stands_on(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("2", "enter", "down", "a")
        assert "It goes after item 2, Declarations of interest. ] and [ move it." in seat.sees
        await seat.type("Visit to the duty team")
        await seat.press("enter", "left", "enter")  # enter goes on from a box and from a choice
        await seat.type("dcs")
        assert "Director of Children's Services" in seat.sees
        await seat.press("ctrl+s")
        added = agenda(desk)[2]
        assert (added.title, added.purpose, added.presenter) == ("Visit to the duty team", "decision", "DCS")


async def test_an_item_is_changed(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("2", "enter", "e")
        await seat.type("Welcome")
        await seat.press("ctrl+s")
        assert agenda(desk)[0].title == "Welcome"


async def test_items_move_and_the_cursor_moves_along(desk: Desk) -> None:
    first, second = [item.title for item in agenda(desk)[:2]]
    async with seated(desk) as seat:
        await seat.press("2", "enter", "right_square_bracket")
        assert [item.title for item in agenda(desk)[:2]] == [second, first]
        await seat.press("left_square_bracket")
        assert [item.title for item in agenda(desk)[:2]] == [first, second]


async def test_deferring_names_the_meeting_before_doing_so(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("2", "a", "ctrl+s", "enter", "up", "enter", "end", "up", "d")
        assert "It goes to meeting 7 on Thursday 8 August 2013." in seat.sees
        await seat.type("No time")
        await seat.press("ctrl+s")
        assert agenda(desk)[-2].deferred_to == 7
        assert "→ 7 Any other business" in seat.sees
        assert "Deferred: to meeting 7" in seat.sees


async def test_without_a_later_meeting_the_next_one_is_planned_and_takes_the_item(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("2", "enter", "end", "up", "d")
        assert "There is no open meeting after this one" in seat.sees
        assert "7  Thu 8 Aug 2013" in seat.sees
        await seat.press("enter")
        assert "It goes to meeting 7 on Thursday 8 August 2013." in seat.sees
        await seat.type("No time")
        await seat.press("ctrl+s")
        assert agenda(desk)[-2].deferred_to == 7


async def test_the_line_above_an_agenda_breaks_between_its_parts(desk: Desk) -> None:
    async with seated(desk, SMALL) as seat:
        await seat.press("2", "enter")
        assert "120 min planned, to end by 16:00" in seat.sees
        await seat.press("escape", "up", "enter")
        assert "with the Chair since 19 May 2013" in seat.sees
        assert "125 min planned, 177 used" in seat.sees


async def test_an_item_is_removed_after_asking(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("2", "enter", "down", "down", "delete", "escape")
        assert len(agenda(desk)) == 14
        after = agenda(desk)[3]
        await seat.press("delete", "enter")
        assert len(agenda(desk)) == 13
        assert seat.app.screen.item.id == after.id  # type: ignore[attr-defined]  # the cursor stays where it was


async def test_the_agenda_is_issued(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("2", "enter", "i", "enter")
        assert desk.read(lambda db: meeting(db, 6)).state == "agenda issued"
        assert "agenda issued" in seat.sees
        await seat.press("i")
        assert "The agenda has been issued." in seat.told


async def test_time_and_place_are_changed_and_a_wrong_time_loses_nothing(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("2", "enter", "p")
        await seat.type("25:99")
        await seat.press("ctrl+s")
        assert "25:99" in seat.sees
        assert "is not a time" in seat.sees
        await seat.press("home")
        await seat.press(*["delete"] * 5)
        await seat.type("10:30")
        await seat.press("ctrl+s")
        assert desk.read(lambda db: meeting(db, 6)).starts == "10:30"


async def test_a_held_meeting_shows_its_minutes_and_cannot_be_reordered(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await seat.press("2", "up", "enter", "down", "down", "down")
        assert "4.1" in seat.sees
        assert "Update 3/02" in seat.sees
        before = agenda(desk, 5)
        await seat.press("right_square_bracket", "delete")
        assert agenda(desk, 5) == before
        assert "The meeting has begun: its items keep their numbers." in seat.told
        await seat.press("i")
        assert "The agenda can no longer be issued: the meeting has begun." in seat.told


async def test_export_names_the_file_and_offers_to_open_it(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from boardtui.config import Config
    from boardtui.ui.modals import exported

    opened: list[tuple[Path, str]] = []

    def hand_over(path: Path, verb: str) -> bool:
        opened.append((path, verb))
        return True

    monkeypatch.setattr(exported, "hand_over", hand_over)
    async with seated(desk, settings=Config(exports=str(tmp_path / "papers"))) as seat:
        await seat.press("2", "enter", "x")
        (made,) = (tmp_path / "papers").glob("agenda-6-*.docx")
        assert made.name in seat.sees
        await seat.press("o")
        assert opened == [(made, "open")]


async def test_starting_a_meeting_opens_live_mode_and_comes_back_to_it(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("2", "enter", "s")
        assert "The agenda has not been issued." in " ".join(seat.sees.split())
        await seat.press("enter")
        assert desk.read(lambda db: meeting(db, 6)).state == "in session"
        assert type(seat.app.screen).__name__ == "LiveScreen"
