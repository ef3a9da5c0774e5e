"""Pictures of what is shown one after the other, taken while one person goes through it; renewed like the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pytest_textual_snapshot import SVGImageExtension
from syrupy.assertion import SnapshotAssertion

from boardtui.services.desk import Desk
from tests.ui.seeing import Seat, seated

NEW_BOARD = {
    "council": ("n",),
    "chair": ("t:Seaside", "tab", "tab", "tab", "t:7 Jan 2013", "f3"),
    "department": ("f3",),
    "members": ("f3",),
    "meetings": ("t:Jane Smith, Director of Nursing, NHS Trust", "f3", "t:next thu"),
    "agenda": ("f3",),
    "ratings": ("f3",),
    "letterhead": ("f3",),
}
"""The pages that set up a Board, each with the keys that lead on to it from the one before."""

SAMPLE = {
    "jump": ("ctrl+o",),
    "views": ("escape", "3", "slash", "t:owner:DCS", "enter", "V"),
    "people marked": ("escape", "escape", "8", "down", "space", "space"),
    "people together": ("e",),
    "projector": ("escape", "escape", "2", "up", "enter", "l"),
    "spelling": ("l", "enter", "down", "down", "down", "down", "e", "end", "t: teh chidlren", "ctrl+s", "u"),
    "tour": ("escape", "1", "r"),
}


async def test_each_page_of_a_new_board_looks_as_it_did(snapshot: SnapshotAssertion) -> None:
    async with seated(None) as seat:
        await looks_as_it_did(seat, NEW_BOARD, snapshot)


async def test_what_opens_over_the_sample_looks_as_it_did(desk: Desk, snapshot: SnapshotAssertion) -> None:
    async with seated(desk) as seat:
        await looks_as_it_did(seat, SAMPLE, snapshot)


async def looks_as_it_did(seat: Seat, steps: Mapping[str, Sequence[str]], snapshot: SnapshotAssertion) -> None:
    """Take each picture in turn, and hold all of them against those that were looked at."""
    taken = {}
    for name, keys in steps.items():
        for key in keys:
            if key.startswith("t:"):
                await seat.type(key.removeprefix("t:"))
            else:
                await seat.press(key)
            seat.app.clear_notifications()  # they pass with time, which is another each time
            await seat.settle()
        taken[name] = seat.app.export_screenshot()
    picture = snapshot.use_extension(SVGImageExtension)
    others = [name for name, drawn in taken.items() if drawn != picture(name=name)]
    assert others == []
