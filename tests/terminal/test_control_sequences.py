"""Whatever the Board's records say, no control sequence of theirs reaches the terminal (DESIGN 8, *Text*)."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from boardtui.domain.states import MeetingState
from tests import hostile
from tests.store import full_board
from tests.terminal.terminal import Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

Make = Callable[[str, Callable[[Path], object]], Path]

PLACES: tuple[tuple[str, ...], ...] = (
    *((place, "enter", "esc") for place in "345678"),
    ("1", "z", "esc"),
    ("1", "d", "esc"),
    ("1", "w", "esc"),
    ("1", "h", "enter", "esc", "esc"),
    ("1", "c", "l", "y", "esc", "x", "esc", "esc"),
    ("6", "t", "t", "t", "enter", "esc"),
    ("2", "h", "esc"),
    ("4", "o", "esc", "t", "t"),
)
"""The keys that lead to every place, and from Home to the undo list, the bin, the changes, the history, the queue."""


@pytest.fixture
def poisoned(made_once: Make, tmp_path: Path) -> Path:
    """Return a Board whose every text holds the whole corpus raw, as another program might write it."""
    return hostile.poisoned(made_once("full", full_board.build), tmp_path / "poisoned.board")


@pytest.mark.parametrize(("size", "places"), [((80, 24), PLACES[::2]), ((120, 40), PLACES[1::2])])
def test_stored_control_sequences_never_reach_the_terminal(
    poisoned: Path, size: tuple[int, int], places: tuple[tuple[str, ...], ...]
) -> None:
    with closing(sqlite3.connect(poisoned)) as db:
        db.execute("UPDATE meeting SET state = ? WHERE state = ?", (MeetingState.DRAFT, MeetingState.IN_SESSION))
        db.commit()
    terminal = Terminal("open", poisoned, "--as", "chair", size=size)
    try:
        terminal.wait_for("1 of")
        for keys in places:
            for key in keys:
                terminal.press(key)
                terminal.read_out()
    finally:
        terminal.close()
    assert commands_in(terminal) == []
    assert b"pwned" in terminal.raw


def test_live_mode_and_what_it_shows_beside_its_lines_bring_none_either(poisoned: Path) -> None:
    terminal = Terminal("open", poisoned, "--as", "secretary")
    try:
        terminal.wait_for("in the chair")  # the program comes back to the meeting in session
        for key in ("f4", "f6", "f8", "f9", "f5", "f1"):
            terminal.press(key)
            terminal.read_out()
            terminal.press("esc")
            terminal.read_out()
        terminal.type("> 1/01 done: all")
        terminal.read_out()
    finally:
        terminal.close()
    assert commands_in(terminal) == []
    assert b"pwned" in terminal.raw


def commands_in(terminal: Terminal) -> list[bytes]:
    """Return whatever stands among the raw bytes that only a record can have brought, with its surroundings."""
    found = ((at, terminal.raw.find(at)) for at in hostile.COMMANDS)
    return [bytes(terminal.raw[max(at - 60, 0) : at + 40]) for _, at in found if at >= 0]
