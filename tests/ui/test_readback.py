"""What came back from Word on the screen: old and new text, one key each."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardtui import paths
from boardtui.services import readback
from boardtui.services.desk import Desk
from boardtui.services.export import render
from boardtui.store.reading.minutes import entries
from tests.documents.in_word import InWord
from tests.ui.seeing import BOTH, LARGE, seated


@pytest.fixture
def came_back(desk: Desk) -> Path:
    """Return the minutes of meeting 5, changed and commented in Word, in the folder for documents."""
    word = InWord(render(desk, "minutes", 5).data)
    word.track("26 April was cancelled", "29 April was put off")
    word.comment("None was declared.", "Please say [/b] who was asked")
    word.track("30 May 2013", "6 Jun 2013")
    path = paths.documents_folder() / "minutes 5 from the Chair.docx"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(word.saved())
    return path


def said(desk: Desk, ref: str) -> str:
    return next(one.text for one in desk.read(lambda db: entries(db, 5)) if one.ref == ref)


@pytest.mark.parametrize("size", BOTH)
async def test_points_are_taken_over_and_left_with_one_key_each(
    desk: Desk, came_back: Path, size: tuple[int, int]
) -> None:
    async with seated(desk, size) as seat:
        await seat.press("2", "up", "r")
        assert "minutes 5 from the Chair" in seat.sees
        await seat.press("enter")
        assert "1 of 3" in seat.sees
        assert "Please say [/b] who was asked" in seat.sees
        await seat.press("n")
        assert "1 of 2" in seat.sees
        assert "29 April was put off" in seat.sees
        await seat.press("y")
        assert "29 April was put off" in said(desk, "5/4.10")
        assert "1 of 1" in seat.sees
        assert "By hand" in seat.sees
        await seat.press("y")  # what has to be done by hand is not taken over
        assert [one.number for one in readback.read_back(desk, came_back).left] == [3]


async def test_a_point_is_rewritten_before_it_is_taken_over(desk: Desk, came_back: Path) -> None:
    async with seated(desk, LARGE) as seat:
        await seat.press("2", "up", "r", "enter", "down", "e")
        assert "what shall stand" in seat.sees
        await seat.press("ctrl+home")
        await seat.type("At last ")
        await seat.press("ctrl+s")
        assert said(desk, "5/4.10").startswith("Action 2/09: At last the night test booked for 29 April")


async def test_only_papers_that_can_be_read_back_are_offered(desk: Desk, came_back: Path) -> None:
    came_back.with_name("agenda.docx").write_bytes(render(desk, "agenda", 6).data)
    came_back.with_name("photo.docx").write_bytes(b"not a Word file")
    async with seated(desk) as seat:
        await seat.press("7", "r")
        assert came_back.stem in seat.sees
        assert "agenda" not in seat.sees
        assert "photo" not in seat.sees


async def test_a_file_of_another_kind_says_so_and_opens_nothing(desk: Desk) -> None:
    path = paths.documents_folder() / "photo.docx"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"not a Word file")
    async with seated(desk) as seat:
        await seat.press("7", "r", "enter")
        await seat.type(str(path))
        await seat.press("ctrl+s")
        assert "photo.docx was not read back" in seat.sees
        await seat.press("escape")
        assert getattr(seat.app.screen, "where", "") == "letters"
