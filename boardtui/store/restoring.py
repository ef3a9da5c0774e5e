"""Putting a backup in the place of a Board file: what is there is kept first, and nothing is changed by halves.

A file that can be read is written through SQLite's own backup, under its locks and in one transaction: another program
that has it open is waited for, refused in words, or reads the restored Board from then on. A missing or damaged file
gives way to the copy; the damaged one is moved among the backups as it is.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Literal

from boardtui.domain.backups import Backup, Change, Holds, Why
from boardtui.domain.history import when
from boardtui.domain.lease import Lease
from boardtui.domain.progress import Progress
from boardtui.errors import BoardError, LockedError
from boardtui.store import backups, journal, lease, migrating
from boardtui.store.copying import copied, copy_pages, put
from boardtui.store.engine import ForeignFileError, connect, explained, is_behind, schema_at_rest
from boardtui.store.pen import pen

Standing = Literal["sound", "damaged", "missing"]

_LOCAL = ("local_draft", "local_lease", "local_try")
_SENTENCES = "SELECT hash, sentence FROM journal_entry ORDER BY sequence DESC"


def standing(path: Path) -> Standing:
    """Say how a Board file stands; one that is no Board's is refused, unless it has backups that say it was one."""
    if not path.exists():
        return "missing"
    try:
        schema_at_rest(path)
        with closing(connect(path, older=True)) as db:
            backups.held_in(db)
    except (BoardError, sqlite3.DatabaseError) as problem:
        if not _is_damage(problem) or not backups.named_in(path):
            raise
        return "damaged"
    return "sound"


def _is_damage(problem: BaseException) -> bool:
    """Tell damage from a file that is locked, not ours to read, or of a newer program."""
    said = problem if isinstance(problem, sqlite3.Error) else problem.__cause__
    if isinstance(said, sqlite3.OperationalError):
        return "no such" in str(said)
    return isinstance(said, sqlite3.DatabaseError) or isinstance(problem, ForeignFileError)


def compared(path: Path, backup: Backup) -> Change:
    """Return what restoring a backup would take out of the Board and what it would bring back."""
    with explained(path):
        if standing(path) != "sound":
            return Change(backup, readable=False)
        with closing(connect(path, older=True)) as db:
            ours = db.execute(_SENTENCES).fetchall()
        with copied(backup.path, path.with_name(f"{path.name}.look"), at_rest=True) as half, _of_now(half) as theirs:
            found = theirs.execute(_SENTENCES).fetchall()
    here, there = {digest for digest, _ in ours}, {digest for digest, _ in found}
    return Change(
        backup,
        tuple(said for digest, said in ours if digest not in there),
        tuple(said for digest, said in found if digest not in here),
    )


@contextmanager
def ready(path: Path, backup: Path, by: journal.Stamp, told: Progress, holding: Lease | None = None) -> Iterator[Path]:
    """Yield a private copy of a backup, checked and of this program's schema, with an entry that it was restored.

    Refused is what is broken, foreign, newer, or of another Board. What belongs to this machine (half-typed text, the
    pen) is taken from the file that is there. `holding` is this program's own lease on it.
    """
    with copied(backup, path.with_name(f"{path.name}.restoring"), told, at_rest=True) as half:
        if is_behind(half):
            migrating.bring_up_to_date(half, by, told)
        with explained(backup), closing(connect(half)) as db:
            _prepare(db, path, backup, by, holding)
        yield half


def save_what_is_there(path: Path, at: datetime, told: Progress) -> Path | None:
    """Keep what a backup takes the place of; a damaged file is moved among the backups, with its journal."""
    with explained(path):
        how = standing(path)
        if how == "missing":
            return None
        if how == "sound":
            try:
                return backups.keep(path, Why.RESTORING, at, told)
            except BoardError as problem:
                if not isinstance(problem.__cause__, sqlite3.DatabaseError) or "damaged" not in problem.title:
                    raise
        target = backups.new_file(path, Why.RESTORING, at)
        target = target.with_name(f"{target.name}.damaged")
        beside = path.with_name(f"{path.name}-journal")
        if beside.exists():
            beside.rename(target.with_name(f"{target.name}-journal"))
        return path.rename(target)


def put_back(saved: Path | None, path: Path) -> None:
    """Move a damaged file back to its place after all."""
    if saved is not None and saved.suffix == ".damaged" and not path.exists():
        saved.rename(path)
        beside = saved.with_name(f"{saved.name}-journal")
        if beside.exists():
            beside.rename(path.with_name(f"{path.name}-journal"))


def put_in_place(half: Path, path: Path, onto: Callable[[Callable[[sqlite3.Connection], None]], object]) -> None:
    """Put a prepared copy in the Board file's place; `onto` runs something on a connection to the file."""
    if not path.exists():
        put(half, path)
        return

    def write(db: sqlite3.Connection) -> None:
        with closing(connect(half)) as copy:
            copy_pages(copy, db, lambda *_: None, pages=-1)

    with explained(path):
        onto(write)


def _prepare(db: sqlite3.Connection, path: Path, backup: Path, by: journal.Stamp, holding: Lease | None) -> None:
    held = backups.held_in(db)
    with _there(path) as there:
        known = set() if there is None else {problem.place for problem in journal.verify(there)}
        if not held.board or any(problem.place not in known for problem in journal.verify(db)):
            raise BoardError(
                f"{backup} is not sound.", "Nothing was changed.", "Choose another backup: boardtui list backups"
            )
        ours = None if there is None else backups.held_in(there)
        if (board := ours.board if ours else _board_of(path)) and held.board != board:
            raise BoardError(
                f"{backup} is a backup of another Board: {held.name}.",
                "Nothing was changed.",
                "Choose one of this Board's own: boardtui list backups",
            )
        if there is not None:
            _require_open(db, there, holding)
        db.execute("BEGIN IMMEDIATE")
        _take_local(db, there)
        said = f"Restore the backup of {_moment(held)} ({_instead_of(ours)})"
        journal.stamp(db, journal.Stamp(by.at, by.who, by.role, said, None, True), always=True)
        db.execute("COMMIT")


def _moment(held: Holds) -> str:
    return f"{when(held.at)}, entry {held.entries}"


def _instead_of(ours: Holds | None) -> str:
    return f"instead of entry {ours.entries}, {ours.head[:16]}" if ours else "the file was missing or damaged"


def _require_open(db: sqlite3.Connection, there: sqlite3.Connection, ours: Lease | None) -> None:
    """Refuse while the pen is elsewhere or another program has the Board open, and never reopen a closed Board."""
    pen(there).require()
    if (other := lease.found(there)) is not None and (ours is None or not other.same(ours)):
        raise LockedError(
            f"This Board is open elsewhere: {other.holder}.",
            "Nothing was changed.",
            "Close it there, or take it over (Home, g), and restore the backup then.",
        )
    closed = "SELECT closed_on FROM board"
    if (day := there.execute(closed).fetchone()) and day[0] and day != db.execute(closed).fetchone():
        raise BoardError(
            "This Board was closed; the backup is from before that.",
            "Nothing was changed.",
            "Undo the closing first, or copy the backup to a file of its own and read it there.",
        )


def _take_local(db: sqlite3.Connection, there: sqlite3.Connection | None) -> None:
    """Take half-typed text, the lease and the pen from the file that is there; else the pen is here."""
    if there is None:
        db.execute("DELETE FROM local_lease")
        return
    for table in _LOCAL:
        db.execute(f"DELETE FROM {table}")
        rows = there.execute(f"SELECT * FROM {table}").fetchall()
        if rows:
            db.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)


def _board_of(path: Path) -> str:
    """Return whose backups lie beside a file that cannot be read itself."""
    return next((one.holds.board for one in backups.listed(path) if one.holds and one.holds.board), "")


@contextmanager
def _there(path: Path) -> Iterator[sqlite3.Connection | None]:
    if standing(path) != "sound":
        yield None
        return
    with closing(connect(path, older=True)) as db:
        yield db


@contextmanager
def _of_now(half: Path) -> Iterator[sqlite3.Connection]:
    with closing(connect(half, older=True)) as db:
        yield db
