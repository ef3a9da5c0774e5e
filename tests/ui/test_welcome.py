"""The welcome: a sample, a new Board, a Board file."""

from __future__ import annotations

from pathlib import Path

from boardtui import recent
from boardtui.ui.at_work import Wanted
from tests.ui.seeing import seated


async def test_the_welcome_offers_sample_new_and_open() -> None:
    async with seated(None) as seat:
        for words in ("Look around in a sample Board", "Set up a new Board", "Open a Board file", "no Board open"):
            assert words in seat.sees
        await seat.press("1", "3", "escape", "ctrl+z", "ctrl+f")
        assert "Set up a new Board" in seat.sees


async def test_the_sample_is_asked_for() -> None:
    async with seated(None) as seat:
        await seat.press("s")
        assert seat.app.return_value == Wanted("sample")


async def test_a_board_opened_lately_is_opened_again(sample_file: Path) -> None:
    recent.remember(sample_file)
    async with seated(None) as seat:
        assert "sample.board" in seat.sees
        await seat.press("enter")
        assert seat.app.return_value == Wanted("open", sample_file)


async def test_a_path_that_is_not_there_is_said_at_once(sample_file: Path) -> None:
    async with seated(None) as seat:
        await seat.press("o")
        await seat.type("/nowhere/at/all.board")
        await seat.press("enter")
        assert "There is no such file." in seat.sees
        await seat.press("escape", "o")
        await seat.press(*["backspace"] * 30)
        await seat.press("end", *["backspace"] * 30)
        await seat.type(str(sample_file))
        await seat.press("enter")
        assert seat.app.return_value == Wanted("open", sample_file)
