"""Opening a Board file safely: its marks, its pragmas, its refusals (SQLite's own; DESIGN 8, *The file*)."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from boardtui.errors import BoardError, EncryptedError
from boardtui.store import library
from boardtui.store.library import opened
from boardtui.store.rollback import Marks, marks_before

if TYPE_CHECKING:
    from sqlalchemy import Engine

APPLICATION_ID = 0x42_52_44_31
"""Marks a SQLite file as a Board (`BRD1`)."""

SCHEMA = 1
"""The schema this program writes, kept in the file's `user_version`."""

PRAGMAS = (
    "PRAGMA journal_mode=DELETE",
    "PRAGMA synchronous=EXTRA",
    "PRAGMA foreign_keys=ON",
    "PRAGMA recursive_triggers=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA busy_timeout=5000",
)
"""What every connection to a Board file sets, each measured (DESIGN 8)."""


class ForeignFileError(BoardError):
    """The file is no Board's, as far as its marks can be read."""


def connect(path: Path, *, create: bool = False, older: bool = False) -> sqlite3.Connection:
    """Open `path` with the Board's pragmas; the file must exist unless `create`, which refuses an existing one.

    A file of an older schema is refused unless `older`: nothing reads or writes it before it is brought up to date.
    """
    with explained(path):
        if create:
            create_private(path)
        elif schema_at_rest(path) < SCHEMA and not older:
            raise BoardError(
                f"{path} was written by an older boardtui.", "It was left as it is.", f"Open it: boardtui open {path}"
            )
        db = opened(path, "mode=rw")
        try:
            for pragma in PRAGMAS:
                db.execute(pragma)
        except BaseException:
            db.close()
            raise
    return db


def found_at_rest(path: Path) -> sqlite3.Connection:
    """Open a Board file that no program has open, for reading, and leave not a byte of it changed.

    One that was not closed in order is refused: what was going on in it would have to be taken back first.
    """
    schema_at_rest(path)
    for left in ("-journal", "-wal"):
        beside = path.with_name(path.name + left)
        if beside.is_file() and beside.stat().st_size:
            raise BoardError(
                f"{path} was not closed in order: {beside.name} lies beside it.",
                "Both were left as they are.",
                f"Open it once with: boardtui open {path.name}",
            )
    return opened(path, "mode=ro&immutable=1")


def schema_of(db: sqlite3.Connection) -> int:
    """Return the schema of an open file."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def is_behind(path: Path) -> bool:
    """Say whether a Board file is of an older schema than this program writes; read by SQLite alone."""
    with explained(path):
        return schema_at_rest(path) < SCHEMA


def mark(db: sqlite3.Connection) -> None:
    """Write the Board's marks into a new file."""
    db.execute(f"PRAGMA application_id={APPLICATION_ID}")
    db.execute(f"PRAGMA user_version={SCHEMA}")


def writing_engine(path: Path, db: sqlite3.Connection | None = None) -> Engine:
    """Return the one engine that writes, over a connection of its own unless one is given.

    Every transaction starts `BEGIN IMMEDIATE`; links are checked at commit.
    """
    from sqlalchemy import create_engine, event
    from sqlalchemy.pool import StaticPool

    connection = connect(path) if db is None else db
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool, module=library.module(path))

    @event.listens_for(engine, "begin")
    def _begin(_: object) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("PRAGMA defer_foreign_keys=ON")

    return engine


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite says into a sentence that a person can act on."""
    try:
        yield
    except BrokenPipeError:
        raise  # whoever reads the output has gone: nothing is wrong with the file
    except library.errors(OSError, UnicodeError) as problem:
        raise _sentence(problem, path) from problem


def create_private(path: Path) -> None:
    """Create an empty file that only its owner can read; never over one that is there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError as problem:
        raise BoardError(
            f"There is already a file at {path}.", "It was not touched.", "Choose another name."
        ) from problem


def schema_at_rest(path: Path) -> int:
    """Return a Board file's schema; what is not a Board of this program is refused, not a byte of it changed.

    It is looked at as immutable: any other way of opening may recover or convert another program's file.
    """
    if not path.is_file():
        raise BoardError(
            f"There is no Board file at {path}.",
            "Nothing was opened and nothing was created.",
            "Check the path, or start a new Board with: boardtui new",
        )
    application, schema = _marks(path)
    if application != APPLICATION_ID:
        raise ForeignFileError(
            f"{path} is not a Board file.",
            "It belongs to another program and was left as it is.",
            "Open a file that boardtui made; its name usually ends in .board.",
        )
    if schema > SCHEMA:
        raise BoardError(
            f"{path} was written by a newer boardtui (schema {schema}; this one knows {SCHEMA}).",
            "It was left as it is.",
            "Install the newer version to open it.",
        )
    return schema


def _marks(path: Path) -> Marks:
    """Return a file's marks, of one whose change was cut short those it had before.

    One that is encrypted is opened with the key of the file it is a copy of; otherwise its passphrase is needed.
    """
    try:
        found = _read_marks(path, "mode=ro&immutable=1")
    except library.errors():
        if library.key_of(path) is not None:
            return _read_marks(path)  # SQLCipher takes a change back that was cut short
        if before := marks_before(path):
            return before
        if not library.is_encrypted(path):
            raise
        if not library.known_key(path):
            raise _encrypted(path) from None
        return _read_marks(path)
    return found if found.application == APPLICATION_ID else marks_before(path) or found


def _read_marks(path: Path, how: str = "mode=rw") -> Marks:
    with closing(opened(path, how)) as db:
        (application,) = db.execute("PRAGMA application_id").fetchone()
        return Marks(application, schema_of(db))


def _encrypted(path: Path) -> EncryptedError:
    return EncryptedError(
        f"{path} is encrypted, or is not a Board file.",
        "It was left as it is.",
        "Type its passphrase when it is asked for.",
        path=path,
    )


def _sentence(problem: Exception, path: Path) -> BoardError:
    said = str(problem).lower()
    known = {
        "not a database": (
            f"{path} is not a Board file, or it is damaged.",
            "It was left as it is.",
            "Open another file, or restore a backup.",
        ),
        "malformed": (
            f"{path} is damaged.",
            "Part of the file cannot be read. Nothing was changed.",
            "Restore a backup, and keep the damaged file until you have compared them.",
        ),
        "locked": (
            f"{path} is in use by another program.",
            "The change was not saved; it is still here.",
            "Close the other program, or wait a moment, and try again.",
        ),
        "readonly": (
            f"{path} cannot be written.",
            "The file or its folder is read-only. Nothing was changed.",
            "Ask for write access, or copy the file to a folder of your own.",
        ),
        "foreign key": (
            "Other records rest on this one.",
            "Nothing was changed.",
            "Change or remove those first.",
        ),
        "unique": (
            "There is already a record of that name or number.",
            "Nothing was changed.",
            "Choose another.",
        ),
        "what is signed": (
            "This is signed.",
            "It is not changed any more; nothing was saved.",
            "Amend signed minutes, or write another letter.",
        ),
        "full": (
            "The disk is full.",
            "The change was not saved; what was saved before is safe.",
            "Free some space and try again.",
        ),
        "unable to open": (
            f"{path} cannot be opened.",
            "The file or its folder may be closed to you. Nothing was changed.",
            "Ask for access, or choose a folder of your own.",
        ),
        "permission": (
            f"{path} may not be opened by you.",
            "Nothing was changed.",
            "Ask for access, or choose a folder of your own.",
        ),
    }
    for word, (title, message, hint) in known.items():
        if word in said:
            return BoardError(title, message, hint)
    return BoardError(
        f"{path} could not be used: {problem}.",
        "Nothing was changed.",
        "Check that the disk is there and the file is yours, then try again.",
    )
