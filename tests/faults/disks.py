"""A disk that is full, a file or folder that can only be read, a file that another program holds."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

from boardtui.domain.states import Role
from boardtui.errors import BoardError
from boardtui.services import handover
from boardtui.services.desk import Desk
from boardtui.services.export import export
from tests.faults import boards
from tests.faults.forks import Tell, ended, left_behind
from tests.faults.tally import Ground, Tally

NOBODY = 65534
"""A user who may write nowhere."""

NO_DISK = "left out: nobody may mount a small disk here"
NOT_ROOT = "left out: only root can become a user who may write nowhere"


def full_save(ground: Ground, tries: int) -> Tally:
    """Fill the disk while lines are saved; what was acknowledged is there, and once there is room it goes on."""
    tally = Tally("disk full during save")
    for disk in small_disks(ground, tries, tally):
        path = _copied(ground, disk)
        ballast = fill(disk, ground.chance.randrange(0, 120_000))
        with closing(boards.desk(path)) as opened:
            told, said = _until_refused(opened)
            wrong = in_words(said, "full")
            ballast.unlink()
            try:
                boards.minute(opened, len(told))
                told.append(str(len(told)))
            except BoardError as problem:
                wrong.append(f"there is room again, and it still says: {problem}")
        gone, more = boards.missing(path, told)
        tally.count(*wrong, *more, lost=gone)
    return tally


def full_export(ground: Ground, tries: int) -> Tally:
    """Fill the disk before an export: the old export stays as it was, and nothing half-written lies beside it."""
    tally = Tally("disk full during export")
    for disk in small_disks(ground, tries, tally):
        path, folder = _copied(ground, disk), disk / "papers"
        with closing(boards.desk(path)) as opened:
            made = export(opened, "minutes", folder, number=boards.IN_SESSION)
            old = made.read_bytes()
            boards.minute(opened, 1)
            ballast = fill(disk, ground.chance.randrange(0, len(old) // 2))
            said = refusal(partial(export, opened, "minutes", folder, number=boards.IN_SESSION))
            ballast.unlink()
        wrong = in_words(said, "full")
        if made.read_bytes() != old:
            wrong.append("the old export was changed")
        wrong += [f"{name} was left behind" for name in left_behind(folder, made.name)]
        tally.count(*wrong)
    return tally


def full_copy(ground: Ground, tries: int) -> Tally:
    """Fill the disk before a hand-over: no copy is left, and the pen stays here."""
    tally = Tally("disk full during hand-over")
    for disk in small_disks(ground, tries, tally):
        path = ground.copy(ground.small)
        fill(disk, ground.chance.randrange(0, path.stat().st_size))
        with closing(boards.desk(path)) as opened:
            said = refusal(partial(handover.hand_over, opened, Role.CHAIR, out=disk / "chair.board"))
            wrong = in_words(said, "full")
            if not opened.pen().here:
                wrong.append("the pen is gone, and there is no copy")
        wrong += [f"{name} was left behind" for name in left_behind(disk, "ballast")]
        tally.count(*wrong, *boards.unsound(path))
    return tally


def read_only(ground: Ground, tries: int) -> Tally:
    """Save to a file, and export to a folder, that this user may only read: said in words, nothing changed."""
    tally = Tally("read-only file and folder")
    if sys.platform == "win32" or os.geteuid() != 0:
        tally.left_out = NOT_ROOT
        return tally
    _pass_through(ground.folder)
    for number in range(tries):
        path = ground.copy(ground.small)
        before = path.read_bytes()
        path.chmod(0o666 if number % 3 == 2 else 0o444)
        path.parent.chmod(0o555)
        said = ended(partial(_as_nobody, path))
        wrong = [one for one in said if not one.startswith("refused: ")]
        if len(said) != 2:
            wrong.append(f"it was not refused twice: {said}")
        if path.read_bytes() != before or (left := left_behind(path.parent, path.name)):
            wrong.append(f"something was changed: {left}")
        tally.count(*wrong)
    return tally


def locked(ground: Ground, tries: int) -> Tally:
    """Save while another program holds the file: said in words; once it lets go the same desk saves."""
    tally = Tally("locked by another program")
    for number in range(tries):
        path = ground.copy(ground.small)
        with closing(boards.desk(path)) as opened:
            boards.minute(opened, 0)
            opened.on_file(lambda db: db.execute("PRAGMA busy_timeout=20").fetchall()).result()
            with closing(sqlite3.connect(path, isolation_level=None)) as other:
                other.execute("BEGIN EXCLUSIVE" if number % 2 else "BEGIN IMMEDIATE")
                wrong = in_words(refusal(lambda: boards.minute(opened, 1)), "in use")
            boards.minute(opened, 1)
        gone, more = boards.missing(path, ["0", "1"])
        tally.count(*wrong, *more, lost=gone)
    return tally


def small_disks(ground: Ground, tries: int, tally: Tally) -> Iterator[Path]:
    """Yield a disk of a few megabytes for each try, empty; none where nobody may mount one."""
    disk = ground.folder / "disk"
    disk.mkdir()
    for _ in range(tries):
        with _mounted(disk) as there:
            if not there:
                tally.left_out = NO_DISK
                return
            yield disk


@contextmanager
def _mounted(disk: Path) -> Iterator[bool]:
    try:
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(disk)], capture_output=True, check=False
        )
    except OSError:
        yield False
        return
    if done.returncode:
        yield False
        return
    try:
        yield True
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)


def _copied(ground: Ground, disk: Path) -> Path:
    path = disk / "tried.board"
    path.write_bytes(ground.small.read_bytes())
    return path


def fill(disk: Path, leave: int) -> Path:
    """Fill the disk with a file of nothing, but for so many bytes."""
    ballast = disk / "ballast"
    free = os.statvfs(disk)
    with ballast.open("wb") as file:
        file.write(bytes(max(0, free.f_bavail * free.f_frsize - leave)))
    return ballast


def _until_refused(opened: Desk) -> tuple[list[str], str]:
    """Save lines until one is refused; return those acknowledged, and the refusal."""
    told: list[str] = []
    for number in range(10_000):
        if said := refusal(partial(boards.minute, opened, number)):
            return told, said
        told.append(str(number))
    return told, ""


def refusal(act: Callable[[], object]) -> str:
    """Return the words in which something was refused; none if it was done."""
    try:
        act()
    except BoardError as problem:
        return str(problem)
    return ""


def in_words(said: str, word: str) -> list[str]:
    """Say what is wrong with the words in which something was refused: they have to speak of this."""
    return [] if word in said else [f"it should speak of “{word}”, and says: {said or 'nothing'}"]


def _pass_through(folder: Path) -> None:
    """Let every user through to a folder."""
    for place in (folder, *folder.parents):
        if place.stat().st_uid == os.geteuid() and place != Path(place.anchor):
            place.chmod(place.stat().st_mode | 0o055)


def _as_nobody(path: Path, tell: Tell) -> None:
    os.environ |= {"HOME": str(path.parent), "XDG_CONFIG_HOME": str(path.parent / "settings")}
    os.setgroups([])
    os.setuid(NOBODY)
    with closing(boards.desk(path)) as opened:
        for act in (lambda: boards.minute(opened, 1), lambda: export(opened, "agenda", path.parent, number=3)):
            said = refusal(act)
            tell(f"refused: {said}" if said else "it was done")
