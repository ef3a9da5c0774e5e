"""`kill -9` while a Board is set up: what was typed is there again, and its file is there whole or not at all."""

from __future__ import annotations

import os
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path

from boardtui.bootstrap import start_file
from boardtui.domain.starting import NewBoard
from boardtui.errors import BoardError
from boardtui.store.reading.board import board
from boardtui.store.reading.reader import Reader
from tests.faults import boards
from tests.faults.forks import Tell, killed
from tests.faults.tally import Ground, Tally
from tests.terminal.terminal import Terminal

NEW = NewBoard(
    "Seaside Improvement Board", "Seaside Council", date(2013, 1, 24), commenced=date(2013, 1, 7), place="Town Hall"
)
COUNCIL, CHAIR = "Seaside Council", "Dr Jane Ashworth OBE"


def pages(ground: Ground, tries: int) -> Tally:
    """Kill on the second page once what was typed is on disk; begin again and look for it on both."""
    tally = Tally("kill -9 on the pages of a new Board")
    for _ in range(tries):
        home = ground.folder / f"home-{ground.chance.getrandbits(48):012x}"
        home.mkdir()
        _typed(home)
        tally.count(*_gone(home))
    return tally


def made(ground: Ground, tries: int) -> Tally:
    """Kill while the file of a new Board is made; then make it again unless it is there."""
    tally = Tally("kill -9 while a new Board is made")
    for number in range(tries):
        path = ground.folder / f"new-{number}" / "our.board"
        told = killed(partial(_make, path), 1, ground.chance.uniform(0, 0.4))
        wrong = ["it is acknowledged and not there"] if "made" in told and not path.exists() else []
        try:
            if not path.exists():
                start_file(path, NEW)
            wrong += boards.unsound(path)
            if Reader(path).read(board).name != NEW.name:
                wrong.append("it has another name")
        except BoardError as problem:
            wrong.append(str(problem))
        tally.count(*wrong)
    return tally


def _make(path: Path, tell: Tell) -> None:
    tell("begins")
    start_file(path, NEW)
    tell("made")


def _typed(home: Path) -> None:
    """Type the council, and on the next page the Chair; kill the program when both are on disk."""
    with closing(_sit_down(home)) as first:
        first.wait_for("Set up a new Board")
        first.press("n")
        first.wait_for("step 1 of 9")
        first.type(COUNCIL)
        first.press("enter", "enter", "enter")
        first.type("7 Jan 2013")
        first.press("f3")
        first.wait_for("step 2 of 9")
        first.type(CHAIR)
        first.wait_until(lambda: CHAIR in _kept(home), "waiting for what was typed on disk")
        first.kill()


def _gone(home: Path) -> list[str]:
    """Return what is not there when the pages are gone on with."""
    with closing(_sit_down(home)) as again:
        try:
            again.wait_for("Go on setting up the Board you began")
            again.press("n")
            again.wait_for("step 2 of 9", CHAIR)
            again.press("f2")
            again.wait_for("step 1 of 9", COUNCIL, "7 Jan 2013")
        except AssertionError as problem:
            return [str(problem)]
        return []


def _sit_down(home: Path) -> Terminal:
    at = str(home)
    return Terminal(HOME=at, XDG_CONFIG_HOME=at, XDG_DATA_HOME=at, XDG_STATE_HOME=at, XDG_CACHE_HOME=at)


def _kept(home: Path) -> str:
    found = [Path(folder, name) for folder, _, names in os.walk(home) for name in names if name == "new-board.json"]
    return found[0].read_text(encoding="utf-8") if found else ""
