"""Writing a Board file anew, encrypted, plain or under another key: whole and checked, or not at all (DESIGN 8)."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from boardtui.domain.progress import Progress, silent
from boardtui.errors import BoardError
from boardtui.store import journal, lease, library
from boardtui.store.copying import half_of, remove, replaced
from boardtui.store.engine import APPLICATION_ID, connect, create_private, explained, schema_of


def written_anew(path: Path, key: str | None, told: Progress = silent) -> None:
    """Write the file anew under a raw key, or plain under none, and put it into the old one's place.

    The old file stays as it is until the new one is whole, checked and on disk for good. A program that still waits
    to write to the old one is then refused by SQLite, which sees that the file was moved away beneath it.
    """
    half = half_of(path)
    with explained(path):
        remove(half)
        try:
            create_private(half)
            with closing(_alone(path)) as old:
                told("Writing the file anew", 0, 2)
                _export(old, half, key)
                told("Checking it", 1, 2)
                if key is not None:
                    library.know(half, key)
                with closing(connect(half, older=True)) as new:
                    _compare(old, new)
                library.forget(path)
                replaced(half, path)
        finally:
            remove(half)
            library.forget(half)


def _alone(path: Path) -> sqlite3.Connection:
    """Open a file for this program alone; refused while another has it open."""
    connect(path, older=True).close()  # what is no Board, or not closed in order, is settled first
    db = library.opened(path, cipher=True)
    try:
        db.execute("PRAGMA synchronous=EXTRA").fetchall()
        db.execute("PRAGMA locking_mode=EXCLUSIVE").fetchall()
        db.execute("BEGIN EXCLUSIVE")
        other = lease.found(db)
        db.execute("COMMIT")
        if other is not None:
            raise BoardError(
                f"{other.holder} has this Board open.", "Nothing was changed.", "Close it there, then try again."
            )
    except BaseException:
        db.close()
        raise
    return db


def _export(old: sqlite3.Connection, half: Path, key: str | None) -> None:
    old.execute("ATTACH DATABASE ? AS anew KEY ?", (str(half), "" if key is None else f"x'{key}'")).fetchall()
    try:
        old.execute("SELECT sqlcipher_export('anew')").fetchall()
        old.execute(f"PRAGMA anew.application_id={APPLICATION_ID}").fetchall()
        old.execute(f"PRAGMA anew.user_version={schema_of(old)}").fetchall()
    finally:
        old.execute("DETACH DATABASE anew").fetchall()


def _compare(old: sqlite3.Connection, new: sqlite3.Connection) -> None:
    """Refuse a file that is not the old one in every row."""
    said = [text for (text,) in new.execute("PRAGMA integrity_check")]
    if said != ["ok"] or _rows(old) != _rows(new) or journal.head(old) != journal.head(new):
        raise sqlite3.DatabaseError("malformed")


def _rows(db: sqlite3.Connection) -> dict[str, int]:
    names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    return {name: db.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}
