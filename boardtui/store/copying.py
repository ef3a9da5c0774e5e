"""Copying a Board file whole: SQLite's backup, checked, synced, then put in its place (DESIGN 8)."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from boardtui.domain.progress import Progress, silent
from boardtui.errors import BoardError
from boardtui.store.engine import connect, create_private, explained, found_at_rest
from boardtui.store.library import opened, share

_PAGES = 256
"""Pages copied between two reports of progress."""

_PATIENCE = 20
"""Times, a quarter of a second apart, that a copy waits for a file that another program has locked."""


@contextmanager
def copied(path: Path, beside: Path, told: Progress = silent, *, at_rest: bool = False) -> Iterator[Path]:
    """Yield a private copy of a Board file, whole and checked, in the folder of `beside`; it is removed afterwards.

    `at_rest` copies a file that no program has open, such as one that was sent, and leaves not a byte of it changed.
    """
    half = half_of(beside)
    with explained(path):
        remove(half)
        try:
            create_private(half)
            with closing(found_at_rest(path) if at_rest else connect(path, older=True)) as source:
                share(path, half)
                _copy(source, half, told)
            yield half
        finally:
            remove(half)


def put(half: Path, path: Path) -> None:
    """Put a finished copy into its place, on disk for good; never over a file that is there."""
    with explained(path):
        sync(half)
        share(half, path)
        if os.path.lexists(path):
            raise _taken(path)
        try:
            os.link(half, path)  # refuses a file that appeared in between
        except FileExistsError as problem:
            raise _taken(path) from problem
        except OSError:  # a stick or a share that knows no links
            half.rename(path)
        if os.name == "posix":
            sync(path.parent)


def replaced(half: Path, path: Path) -> None:
    """Put a finished copy into its place, on disk for good, instead of what is there."""
    with explained(path):
        sync(half)
        share(half, path)
        half.replace(path)
        if os.name == "posix":
            sync(path.parent)


def free_name(path: Path) -> Path:
    """Return the path, or with a number where there is something of that name."""
    names = (path.with_stem(f"{path.stem}-{count}") for count in range(2, 1000))
    return next((name for name in names if not os.path.lexists(name)), path) if os.path.lexists(path) else path


def sync(path: Path) -> None:
    """Wait until a file, or what a folder lists, is on disk for good."""
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _taken(path: Path) -> BoardError:
    return BoardError(f"There is already a file at {path}.", "It was not touched.", "Choose another name.")


def _copy(source: sqlite3.Connection, half: Path, told: Progress) -> None:
    with closing(opened(half)) as copy:
        copy_pages(source, copy, told)
        told("Checking the copy", 0, 1)
        said = [text for (text,) in copy.execute("PRAGMA integrity_check")]
    if said != ["ok"]:
        raise sqlite3.DatabaseError("malformed")


def copy_pages(source: sqlite3.Connection, into: sqlite3.Connection, told: Progress, pages: int = _PAGES) -> None:
    """Copy a whole file into another through SQLite's backup; one that stays locked is an error, not a wait."""
    waited = 0

    def moved(status: int, left: int, of: int) -> None:
        nonlocal waited
        waited = waited + 1 if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) else 0
        if waited > _PATIENCE:
            raise sqlite3.OperationalError("database is locked")
        told("Copying", of - left, of)

    source.backup(into, pages=pages, progress=moved)


def half_of(path: Path) -> Path:
    """Return where a file is written before it is whole: beside it, and this process's own."""
    return path.with_name(f".{path.name}.{os.getpid()}.part")


def remove(half: Path) -> None:
    """Remove what was half written, with SQLite's journal of it."""
    for path in (half, half.with_name(f"{half.name}-journal")):
        path.unlink(missing_ok=True)
