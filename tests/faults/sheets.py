"""A council's sheet brought in while the power goes or the disk fills: every row of it is there, or none."""

from __future__ import annotations

import shutil
from contextlib import closing
from functools import partial
from pathlib import Path

from boardtui.domain.states import Role
from boardtui.services import importing
from boardtui.services.desk import Desk
from boardtui.services.importing import Asked
from boardtui.store.reading.actions import actions
from tests.faults import boards
from tests.faults.disks import fill, in_words, refusal, small_disks
from tests.faults.files import contents
from tests.faults.forks import Tell, killed
from tests.faults.tally import Ground, Tally
from tests.sheets.building import workbook

MANY = 60
"""Actions in the sheet."""


def kill(ground: Ground, tries: int) -> Tally:
    """Kill while a sheet is brought in; afterwards the same sheet comes in whole, and doubles nothing."""
    tally = Tally("kill -9 while a sheet comes in")
    sheet = _log(ground.folder)
    for _ in range(tries):
        path = ground.copy(ground.small)
        told = killed(partial(_bring, path, sheet), 1, ground.chance.uniform(0, 0.9))
        found, wrong = _came(path), boards.unsound(path)
        if found not in (0, MANY):
            wrong.append(f"{found} of {MANY} actions are there")
        with closing(boards.desk(path, Role.ADMINISTRATOR)) as opened:
            _bring_in(opened, sheet)
        if (again := _came(path)) != MANY:
            wrong.append(f"brought in again there are {again} of {MANY}")
        tally.count(*wrong, lost="brought in" in told and found != MANY)
    return tally


def full(ground: Ground, tries: int) -> Tally:
    """Fill the disk before a sheet is brought in: it is refused in words, and nothing of it is there."""
    tally = Tally("disk full while a sheet comes in")
    sheet = _log(ground.folder)
    for disk in small_disks(ground, tries, tally):
        path = Path(shutil.copyfile(ground.small, disk / "tried.board"))
        before = contents(path)
        with closing(boards.desk(path, Role.ADMINISTRATOR)) as opened:
            opened.read(lambda db: actions(db, opened.today))
            ballast = fill(disk, ground.chance.randrange(0, 60_000))
            said = refusal(partial(_bring_in, opened, sheet))
            ballast.unlink()
        wrong = in_words(said, "full")
        if contents(path) != before:
            wrong.append("something was brought in")
        tally.count(*wrong, *boards.unsound(path))
    return tally


def _log(folder: Path) -> Path:
    rows = [[f"A{n}", f"Do the thing of number {n}", "DCS & POL", "Ongoing"] for n in range(MANY)]
    return workbook(folder / "log.xlsx", [["Ref", "Action", "Lead", "Due"], *rows])


def _bring(path: Path, sheet: Path, tell: Tell) -> None:
    with closing(boards.desk(path, Role.ADMINISTRATOR)) as opened:
        tell("begins")
        _bring_in(opened, sheet)
    tell("brought in")


def _bring_in(opened: Desk, sheet: Path) -> None:
    grids = importing.read(sheet)
    opened.do(lambda work: importing.bring_in(work, grids, Asked("actions", sheet.name)))


def _came(path: Path) -> int:
    with closing(boards.desk(path)) as opened:
        return sum(bool(one.known_as) for one in opened.read(lambda db: actions(db, opened.today)))
