"""An export that takes long shows how far it is, and esc stops it."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest
from textual.events import Key

from boardtui.config import Config
from boardtui.domain.progress import tell
from boardtui.services import export, lists_out, pack
from boardtui.services.desk import Desk
from boardtui.ui.modals.exported import Exported
from tests.ui.seeing import Seat, seated


async def appears(seat: Seat, text: str) -> None:
    """Wait until a text stands on the screen."""
    deadline = time.monotonic() + 30
    while text not in seat.sees:
        assert time.monotonic() < deadline, seat.sees
        await seat.pilot.pause(0.01)


async def test_an_export_shows_how_far_it_is_until_esc_stops_it_and_nothing_is_written(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(*_: object, **__: object) -> NoReturn:
        while True:
            tell("Filling in the template", 1, 4)
            time.sleep(0.001)

    monkeypatch.setattr(export, "render", endless)
    async with seated(desk, settings=Config(exports=str(tmp_path / "papers"))) as seat:
        await seat.press("4")
        seat.app.post_message(Key("x", "x"))
        await appears(seat, "Filling in the template …")
        assert "Making the Word file" in seat.sees
        assert "25%" in seat.sees
        seat.app.post_message(Key("escape", None))
        await appears(seat, "Stopped.")
    assert not (tmp_path / "papers").exists()


async def test_a_list_that_takes_long_to_take_out_is_stopped_and_nothing_is_written(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(_db: object, _today: object) -> NoReturn:
        while True:
            tell("Reading the list", 1, 2)
            time.sleep(0.001)

    monkeypatch.setitem(lists_out.LISTS, "actions", replace(lists_out.LISTS["actions"], read=endless))
    async with seated(desk, settings=Config(exports=str(tmp_path / "papers"))) as seat:
        await seat.press("3", "X")
        seat.app.post_message(Key("enter", "\r"))
        await appears(seat, "Reading the list …")
        seat.app.post_message(Key("escape", None))
        await appears(seat, "Stopped.")
    assert not (tmp_path / "papers").exists()


async def test_a_paper_in_which_the_check_found_nothing_says_so(desk: Desk, tmp_path: Path) -> None:
    async with seated(desk) as seat:
        seat.app.push_screen(Exported(tmp_path / "Minutes.docx", 0))
        await seat.settle()
        assert "✓ The check before it leaves found nothing." in seat.sees


async def test_the_pack_names_the_zip_that_lies_beside_the_pdf(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = (tmp_path / "pack-6.zip", tmp_path / "pack-6.pdf")
    monkeypatch.setattr(pack, "export", lambda *_told: written)
    async with seated(desk) as seat:
        await seat.press("2", "g")
        if "Which version?" in seat.sees:
            await seat.press("enter")
        assert "pack-6.pdf" in seat.sees
        assert "Beside it: pack-6.zip, the same papers as Word files." in seat.told
