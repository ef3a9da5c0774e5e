"""Backups: made by themselves when the record has moved on, listed, restored, and copied to a council drive."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from boardtui.domain.backups import Backup, Change, Holds, Why
from boardtui.domain.lease import Lease
from boardtui.domain.progress import Progress, silent
from boardtui.domain.roles import Step, require
from boardtui.domain.text import plural
from boardtui.errors import BoardError
from boardtui.services.desk import Desk
from boardtui.store import backups as kept
from boardtui.store import restoring
from boardtui.store.copying import copied, put, replaced
from boardtui.store.engine import connect, explained
from boardtui.store.journal import Stamp
from boardtui.store.reading.reader import Database, Reader

EVERY = timedelta(hours=1)
"""How far apart automatic backups are while a Board is worked on."""

listed, folder = kept.listed, kept.folder


@dataclass(frozen=True)
class Restored:
    """A restore that was done: the backup that is in force, what it took the place of, and what is to be told."""

    backup: Path
    saved: Path | None

    @property
    def said(self) -> str:
        """Say what was done and how it is undone."""
        if self.saved is None:
            return "Restored."
        if self.saved.suffix == ".damaged":
            return f"Restored. The damaged file is kept as {self.saved}"
        return (
            f"Restored. What it took the place of is the newest backup, {self.saved.name}: restoring that undoes this."
        )


def keep(desk: Desk, why: Why = Why.ASKED, told: Progress = silent) -> Path:
    """Make a backup of the Board, whole and checked; safe on any thread, whatever is being written meanwhile."""
    return kept.keep(desk.path, why, desk.wall_clock(), told)


def keep_if_moved(desk: Desk, after: timedelta = timedelta()) -> Path | None:
    """Make an automatic backup if the journal moved on since the last one, and that is long enough ago."""
    if desk.as_at is not None:
        return None
    last = next(iter(kept.named_in(desk.path)), None)
    if last is not None and timedelta() <= desk.wall_clock() - last.at < after:
        return None
    now = Reader(desk.path).read(kept.held_in)
    if not now.board or (last is not None and _head(last) == now.head):
        return None
    return keep(desk, Why.AUTOMATIC)


def which(path: Path, wanted: str) -> Backup:
    """Return a backup by its number in the list, 1 for the newest, or by its file."""
    if wanted.isascii() and wanted.isdigit():
        found = kept.named_in(path)
        if not 1 <= int(wanted) <= len(found):
            raise BoardError(
                f"There is no backup {wanted}.",
                f"There {'is' if len(found) == 1 else 'are'} {plural(len(found), 'backup')} of {path.name}.",
                f"See: boardtui list backups {path}",
            )
        return kept.looked_into(found[int(wanted) - 1])
    file = Path(wanted).expanduser()
    if not file.is_file():
        raise BoardError(f"There is no backup at {file}.", "Nothing was changed.", "Give its number or its file.")
    with explained(file):
        return kept.looked_into(Backup(file, datetime.fromtimestamp(0), Why.ASKED, file.stat().st_size))


def compared(path: Path, backup: Backup) -> Change:
    """Return what restoring a backup would change: what leaves the Board, and what comes back."""
    return restoring.compared(path, backup)


def restore(path: Path, backup: Path, by: Stamp, told: Progress = silent) -> Restored:
    """Restore a backup into a Board file that this program does not have open, or that is missing or damaged."""
    require(by.role, Step.RESTORE_BACKUP)

    def onto(write: Callable[[Database], None]) -> None:
        with closing(connect(path, older=True)) as db:
            write(db)

    return _restore(path, backup, by, by.at, told, onto)


def restore_at(desk: Desk, backup: Path, told: Progress = silent) -> Restored:
    """Restore a backup into the Board that is open, in turn with its changes."""
    require(desk.role, Step.RESTORE_BACKUP)
    by = Stamp(desk.now, desk.who, desk.role)
    write = partial(_on_file, desk)
    return _restore(desk.path, backup, by, desk.wall_clock(), told, write, desk.lease)


def _on_file(desk: Desk, write: Callable[[Database], None]) -> None:
    desk.on_file(write).result()


def copy_out(path: Path, to: Path, told: Progress = silent) -> Path:
    """Put a verified copy of the Board into a folder, such as one on a council drive; return it.

    It takes the place of an earlier state of this same Board only: whatever else is there under its name stays.
    """
    if not to.is_dir():
        raise BoardError(
            f"The folder {to} is not there, so no copy was put into it.",
            f"The Board itself is safe: {path}",
            f"Connect the drive, then: boardtui backup {path} --to {to}",
        )
    if to.samefile(path.parent):
        raise BoardError(
            f"{to} is where the Board itself lies, so no copy was put into it.", "", "Name a folder on another drive."
        )
    ours = Reader(path).read(lambda db: (kept.held_in(db).head, _hashes(db)))
    target = _place_for(path, to, ours[1])
    if target.exists() and _head(_as_backup(target)) == ours[0]:
        return target
    with copied(path, target, told) as half:
        (replaced if target.exists() else put)(half, target)
    if kept.holds(target).entries < len(ours[1]):
        raise BoardError(f"The copy at {target} is not whole.", f"The Board itself is safe: {path}", "Try again.")
    return target


def _restore(
    path: Path,
    backup: Path,
    by: Stamp,
    at: datetime,
    told: Progress,
    onto: Callable[[Callable[[Database], None]], object],
    holding: Lease | None = None,
) -> Restored:
    if path.exists() and backup.samefile(path):
        raise BoardError("This is the same file.", "Nothing was changed.", "Name a backup of it.")
    with restoring.ready(path, backup, by, told, holding) as half:
        saved = restoring.save_what_is_there(path, at, told)
        try:
            told("Restoring", 0, 1)
            restoring.put_in_place(half, path, onto)
        except BaseException:
            restoring.put_back(saved, path)
            raise
    return Restored(backup, saved)


def _place_for(path: Path, to: Path, known: set[str]) -> Path:
    """Return the file that a copy may take the place of: none yet, or an earlier state of this Board."""
    names = [to / path.name, *((to / path.name).with_stem(f"{path.stem}-{count}") for count in range(2, 1000))]
    return next(name for name in names if not os.path.lexists(name) or _head(_as_backup(name)) in known)


def _hashes(db: Database) -> set[str]:
    return {digest for (digest,) in db.execute("SELECT hash FROM journal_entry")}


def _as_backup(path: Path) -> Backup:
    return Backup(path, datetime.fromtimestamp(0), Why.ASKED, 0)


def _head(one: Backup) -> str:
    """Return where the journal of a backup stands; nothing of one that cannot be read."""
    held: Holds | None = kept.looked_into(one).holds
    return held.head if held else ""
