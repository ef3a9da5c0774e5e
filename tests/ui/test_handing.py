"""Handing the Board over and adopting what comes back, from Home with the keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from boardtui.services import actions, meetings
from boardtui.services.desk import Desk
from tests.services.apart import DAY, handed, parted
from tests.services.small import at, enter
from tests.ui.seeing import BOTH, Seat, seated


@pytest.fixture
def ours(small_file: Path) -> Desk:
    """Return our desk over the small Board, its second meeting closed."""
    desk = at(small_file, DAY)
    desk.do(lambda work: meetings.close_meeting(work, 2))
    return desk


async def compare(seat: Seat, path: Path) -> None:
    """Choose to adopt a file and compare it."""
    await seat.press("o", *(["down"] if seat.app.standing.pen.here else []), "enter")
    seat.app.screen.query_one(Input).value = str(path)
    await seat.press("ctrl+s")


async def test_the_board_is_handed_over_and_then_read_only_until_the_pen_is_back(ours: Desk, tmp_path: Path) -> None:
    async with seated(ours) as seat:
        await seat.press("o", "enter", "ctrl+s")
        assert "Send this file to the Chair" in seat.sees
        copy = ours.path.with_name("small-to-chair-2013-02-22.board")
        assert copy.is_file()
        await seat.press("escape")
        assert "read only" in seat.sees.splitlines()[0]
        await seat.press("2", "down", "m")
        assert "Move" not in seat.sees
        await seat.press("1", "o", "down", "enter")
        assert "adopted row by row" in " ".join(seat.sees.split())
        await seat.press("enter")
        assert ours.pen().here
        assert "read only" not in seat.sees.splitlines()[0]


async def test_a_copy_that_continues_the_file_is_adopted_after_one_question(ours: Desk, tmp_path: Path) -> None:
    both = handed(ours, tmp_path)
    enter(both.theirs, "From the Chair")
    both.theirs.close()
    async with seated(ours) as seat:
        await compare(seat, both.theirs.path)
        assert "continues this file: 1 entry by the Chair, Ann Smith" in " ".join(seat.sees.split())
        await seat.press("enter")
        assert "Bring over what the Chair, Ann Smith did (1 entry)" in " ".join(seat.sees.split())
        await seat.press("escape")
        assert "read only" not in seat.sees.splitlines()[0]


@pytest.mark.parametrize("size", BOTH)
async def test_what_both_changed_is_chosen_with_one_key_both_texts_in_sight(
    ours: Desk, tmp_path: Path, size: tuple[int, int]
) -> None:
    both = parted(ours, tmp_path)
    for side, name in ((both.ours, "Put [/b] ours"), (both.theirs, "Put theirs")):
        side.do(lambda work, n=name: actions.reword(work, "1/01", n))  # type: ignore[misc]  # a lambda with defaults
        enter(side, f"! DCS by 1 Mar: Raised {name}")
    both.theirs.close()
    async with seated(ours, size) as seat:
        await compare(seat, both.theirs.path)
        beside = [text for text in seat.sees.splitlines() if "Put [/b] ours" in text and "Put theirs" in text]
        assert beside
        assert [text for text in seat.sees.splitlines() if "action 1/01" in text and "Put [/b] ours" in text]
        await seat.press("enter")
        assert "still to make" in seat.told
        while "All is chosen" not in seat.sees:
            await seat.press("t")
        await seat.press("enter")
        assert "0 ours," in " ".join(seat.sees.split())
        await seat.press("enter")
        assert "action: 2/01 → 2/02" in seat.sees
        await seat.press("escape")
        assert seat.app.screen_place() == "home"
    texts = at(ours.path, DAY)
    found = texts.read(lambda db: {text for (text,) in db.execute("SELECT text FROM action")})
    texts.close()
    assert {"Put theirs", "Raised Put [/b] ours", "Raised Put theirs"} <= found


async def test_a_file_that_cannot_be_adopted_is_told_and_changes_nothing(ours: Desk, tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.board"
    foreign.write_bytes(b"Dear Chair")
    async with seated(ours) as seat:
        before = ours.path.read_bytes()
        await compare(seat, foreign)
        assert "not a Board file" in " ".join(seat.sees.split())
        assert ours.path.read_bytes() == before
