"""Faults while a backup is made or restored, or a file is brought up to date: all of it is done, or nothing."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from functools import partial
from pathlib import Path

from boardtui.domain.backups import Why
from boardtui.domain.states import Role
from boardtui.errors import BoardError
from boardtui.services import backups
from boardtui.store import backups as kept
from boardtui.store.journal import Stamp
from boardtui.store.migrating import bring_up_to_date
from tests.faults import boards
from tests.faults.disks import fill, in_words, refusal, small_disks
from tests.faults.files import contents
from tests.faults.forks import Tell, killed
from tests.faults.tally import Ground, Tally
from tests.store.two_on import two_schemas_on

BY = Stamp(datetime(2013, 2, 21, 16, 0), "Jo", Role.ADMINISTRATOR)
LINES = 4
"""Lines minuted after the backup that is restored."""


def backup(ground: Ground, tries: int) -> Tally:
    """Kill while a backup is made: the Board is untouched, and each backup that is listed is whole."""
    tally = Tally("kill -9 during backup")
    for _ in range(tries):
        path = ground.copy(ground.small)
        before = path.read_bytes()
        killed(partial(_back_up, path), 1, ground.chance.uniform(0, 0.05))
        wrong = _listed(path)
        if path.read_bytes() != before:
            wrong.append("the Board was changed")
        tally.count(*wrong)
    return tally


def restore(ground: Ground, tries: int) -> Tally:
    """Kill while a backup is restored: the Board is the old one or the restored one, and what was there is kept."""
    tally = Tally("kill -9 during restore")
    for _ in range(tries):
        path = ground.copy(ground.small)
        old = kept.keep(path, Why.ASKED, BY.at)
        with closing(boards.desk(path)) as opened:
            for number in range(LINES):
                boards.minute(opened, number)
        killed(partial(_restore, path, old), 1, ground.chance.uniform(0, 0.25))
        found = len(boards.minuted(path))
        wrong = [*boards.unsound(path), *_listed(path)]
        saved = [one for one in kept.named_in(path) if one.path != old and len(boards.minuted(one.path)) == LINES]
        if found not in (0, LINES):
            wrong.append(f"{found} of {LINES} lines are there")
        tally.count(*wrong, lost=LINES if found == 0 and not saved else 0)
    return tally


def migration(ground: Ground, tries: int) -> Tally:
    """Kill while a file is brought up to date: it is of the old schema or of the new one, whole."""
    tally = Tally("kill -9 during migration")
    for _ in range(tries):
        path = ground.copy(ground.small)
        killed(partial(_migrate, path), 1, ground.chance.uniform(0, 0.6))
        tally.count(*_of_one_schema(path))
    return tally


def full_backup(ground: Ground, tries: int) -> Tally:
    """Fill the disk before a backup: said in words, the Board as it was, nothing half-made is listed."""
    tally = Tally("disk full during backup")
    for disk in small_disks(ground, tries, tally):
        path = Path(shutil.copyfile(ground.small, disk / "tried.board"))
        before = path.read_bytes()
        fill(disk, ground.chance.randrange(0, len(before)))
        wrong = in_words(refusal(partial(kept.keep, path, Why.ASKED, BY.at)), "full")
        if path.read_bytes() != before:
            wrong.append("the Board was changed")
        left = [one.name for one in kept.folder(path).glob("*")] if kept.folder(path).is_dir() else []
        tally.count(*wrong, *(f"{name} was left" for name in left))
    return tally


def full_migration(ground: Ground, tries: int) -> Tally:
    """Fill the disk before a file is brought up to date: said in words, and every row as it was.

    SQLite takes a change back but for the pages that are free, so the rows are compared and not the bytes.
    """
    tally = Tally("disk full during migration")
    for disk in small_disks(ground, tries, tally):
        path = Path(shutil.copyfile(ground.small, disk / "tried.board"))
        before = contents(path)
        fill(disk, ground.chance.randrange(0, 300_000))
        with two_schemas_on():
            said = refusal(partial(bring_up_to_date, path, BY))
        wrong = in_words(said, "full") if said else []
        if said and contents(path) != before:
            wrong.append("the file was changed")
        tally.count(*wrong, *_of_one_schema(path))
    return tally


def _back_up(path: Path, tell: Tell) -> None:
    tell("begins")
    for _ in range(1_000):
        kept.keep(path, Why.ASKED, BY.at)


def _restore(path: Path, old: Path, tell: Tell) -> None:
    tell("begins")
    backups.restore(path, old, BY)


def _migrate(path: Path, tell: Tell) -> None:
    with two_schemas_on():
        tell("begins")
        bring_up_to_date(path, BY)


def _of_one_schema(path: Path) -> list[str]:
    """Say what is wrong with a file, in the schema that it is of."""
    try:
        with closing(sqlite3.connect(path)) as db:  # which takes back a change that was cut short
            (schema,) = db.execute("PRAGMA user_version").fetchone()
    except sqlite3.Error as problem:
        return [str(problem)]
    if schema == 1:
        return boards.unsound(path)
    with two_schemas_on():
        return boards.unsound(path)


def _listed(path: Path) -> list[str]:
    """Say what is wrong with the backups that a person would see in the list."""
    wrong = []
    for one in kept.listed(path):
        try:
            wrong += [f"{one.path.name}: {said}" for said in (one.problem, *boards.unsound(one.path)) if said]
        except BoardError as problem:
            wrong.append(str(problem))
    return wrong
