"""Every text of every record hostile, written past the program: each screen shows it and does nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from boardtui.domain.states import Role
from boardtui.services.desk import Desk
from tests import hostile
from tests.store import full_board
from tests.ui.seeing import LARGE, SMALL, seated

WALKS: dict[str, tuple[str, ...]] = {
    "home": ("tab", "tab", "end", "question_mark", "escape", "f7", "escape"),
    "undo list": ("z", "down", "end", "escape"),
    "recycle bin": ("d", "down", "escape"),
    "changes": ("w", "pagedown", "end", "escape"),
    "history": ("h", "down", "end", "enter", "escape", "escape"),
    "queue": ("c", "enter", "l", "y", "escape", "r", "escape", "x", "escape"),
    "hand over": ("o", "escape"),
    "meetings": ("2", "up", "m", "escape", "c", "escape", "n", "escape", "b", "escape", "r", "escape", "h", "escape"),
    "meeting": ("2", "enter", "e", "escape", "end", "v", "escape", "p", "escape", "n", "escape", "h", "escape"),
    "live": (
        "2",
        "home",
        "down",
        "down",
        "s",
        "f4",
        "escape",
        "f6",
        "escape",
        "f8",
        "escape",
        "f9",
        "escape",
        "f1",
        "escape",
    ),
    "actions": (
        "3",
        "u",
        "escape",
        "w",
        "escape",
        "m",
        "escape",
        "e",
        "escape",
        "end",
        "v",
        "escape",
        "delete",
        "escape",
    ),
    "action": ("3", "enter", "o", "down", "enter", "escape", "escape", "h", "escape", "escape"),
    "plan": ("4", "g", "escape", "m", "escape", "e", "escape", "t", "t", "e", "escape", "h", "escape"),
    "line": ("4", "enter", "end", "g", "escape", "o", "escape"),
    "indicators": ("5", "a", "escape", "e", "escape", "enter", "end", "h", "escape"),
    "notice": ("6", "enter", "escape", *("t", "enter", "escape") * 9),
    "notice registers": ("6", *("t", "e", "escape") * 9),
    "letters": (
        "7",
        "enter",
        "end",
        "e",
        "escape",
        "p",
        "escape",
        "v",
        "escape",
        "b",
        "escape",
        "escape",
        "t",
        "t",
        "enter",
    ),
    "people": ("8", "e", "escape", "end", "e", "escape", "a", "escape", "g", "escape", "h", "escape", "t"),
    "search": ("ctrl+f", "p", "w", "n", "down", "enter"),
    "palette": ("ctrl+p", "p", "w", "n", "down", "escape"),
}
"""The keys that bring every screen, dialog and list to the front."""

UNSEEN = ("recycle bin", "undo list", "hand over")
"""What this Board has nothing for, or what shows the program's own words only."""


@pytest.fixture(scope="session")
def built_poisoned(
    made_once: Callable[[str, Callable[[Path], object]], Path], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Return that Board, made once; copy it before changing it."""
    return hostile.poisoned(made_once("full", full_board.build), tmp_path_factory.mktemp("poisoned") / "made.board")


@pytest.fixture
def poisoned(built_poisoned: Path, tmp_path: Path, open_desk: Callable[..., Desk]) -> Desk:
    """Return a desk over a Board whose every text holds the whole corpus."""
    path = Path(shutil.copyfile(built_poisoned, tmp_path / "poisoned.board"))
    return open_desk(path, role=Role.CHAIR, now=datetime(2013, 4, 4, 15, 0))


@pytest.mark.parametrize(("walk", "size"), [(walk, (SMALL, LARGE)[n % 2]) for n, walk in enumerate(WALKS)])
async def test_what_a_record_holds_is_only_shown(poisoned: Desk, walk: str, size: tuple[int, int]) -> None:
    async with seated(poisoned, size) as seat:
        seen = ""
        for key in WALKS[walk]:
            await seat.press(key)
            assert seat.app.is_running, key
            sees = seat.sees
            assert hostile.harmless(sees), key
            seen += sees
        assert walk in UNSEEN or any(said in seen for said in ("pwned", "[/b]", "=1+1", "<none>", "{{ 7"))
