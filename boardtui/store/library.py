"""Which SQLite library a file is opened with: Python's own, or SQLCipher's once its passphrase is known (DESIGN 8).

A passphrase is turned once into the file's raw key, which stays in this process's memory and nowhere else. A copy
of a Board, such as a backup, carries the same salt and opens with the same key.
"""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import cast

from boardtui.errors import BoardError, EncryptedError

PLAIN = b"SQLite format 3\x00"
"""How every SQLite file begins that is not encrypted; an encrypted one begins with its salt."""

ROUNDS, SALT, KEY = 256_000, 16, 32
"""How SQLCipher 4 turns a passphrase into a key: PBKDF2 with SHA-512."""

EXTRA = "boardtui[encrypted]"
"""What has to be installed to open an encrypted Board."""

_keys: dict[Path, str] = {}


def opened(path: Path, how: str = "mode=rw", *, cipher: bool = False) -> sqlite3.Connection:
    """Open a file as SQLite's `how` says: the one place where a file of the Board's is opened at all.

    With `cipher` a plain file is opened by SQLCipher too, which can write it anew under a key.
    """
    key = key_of(path)
    library = _sqlcipher() if cipher or key is not None else sqlite3
    # sqlcipher3's connections are used as sqlite3's: the same calls, another library beneath them
    db = cast(
        sqlite3.Connection,
        library.connect(f"{path.absolute().as_uri()}?{how}", uri=True, isolation_level=None, check_same_thread=False),
    )
    if library is not sqlite3:
        db.execute("PRAGMA cipher_log_level=NONE").fetchall()  # else a wrong key is written into the terminal
    if key is not None:
        db.execute(f"PRAGMA key=\"x'{key}'\"").fetchall()
    return db


def in_memory(beside: Path | None = None) -> sqlite3.Connection:
    """Open an empty database in memory, for a copy that is never on disk; by the library of the file it is beside."""
    library = sqlite3 if beside is None else module(beside)
    db = cast(sqlite3.Connection, library.connect(":memory:", uri=True, isolation_level=None, check_same_thread=False))
    if library is not sqlite3:
        db.execute("PRAGMA cipher_log_level=NONE").fetchall()
    return db


def put_beside(db: sqlite3.Connection, path: Path) -> None:
    """Let a database read a file beside it, under the name `file`."""
    key = key_of(path)
    unlocked = "" if key is None else f" KEY \"x'{key}'\""
    db.execute(f"ATTACH ? AS file{unlocked}", (f"{path.absolute().as_uri()}?mode=ro",))


def errors(*more: type[Exception]) -> tuple[type[Exception], ...]:
    """Return what the libraries in use raise when a database fails, and more that is caught with it."""
    cipher = sys.modules.get("sqlcipher3.dbapi2")
    return (sqlite3.Error, *more) if cipher is None else (sqlite3.Error, cipher.Error, *more)


def module(path: Path) -> ModuleType:
    """Return the library that opens a file."""
    return sqlite3 if key_of(path) is None else _sqlcipher()


def key_of(path: Path) -> str | None:
    """Return the raw key of a file that was opened with its passphrase; None for a plain one."""
    return _keys.get(path.absolute())


def share(path: Path, copy: Path) -> None:
    """Let a copy be opened, and made, with the key of the file it is a copy of; of a plain file nothing is shared."""
    if (key := key_of(path)) is not None:
        _keys[copy.absolute()] = key


def forget(path: Path) -> None:
    """Forget a file's key; it has to be opened with its passphrase again."""
    _keys.pop(path.absolute(), None)


def know(path: Path, key: str) -> None:
    """Remember the raw key of a file."""
    _keys[path.absolute()] = key


def is_encrypted(path: Path) -> bool:
    """Say whether a file that no program has open looks encrypted: it begins like no SQLite file, and fits in pages."""
    size = path.stat().st_size
    return size >= 512 and size % 512 == 0 and _beginning(path) != PLAIN


def known_key(path: Path) -> bool:
    """Open a file with the key of another that has the same salt, as a copy of it has; say whether there is one."""
    salt = _beginning(path).hex()
    for key in set(_keys.values()):
        if key.endswith(salt):
            know(path, key)
            return True
    return False


def open_with(path: Path, passphrase: str) -> None:
    """Find out whether a passphrase opens a file, and from now on open it with it; BoardError if it does not."""
    _sqlcipher()
    key = derived(passphrase, _beginning(path))
    know(path, key)
    how = "mode=rw" if path.with_name(f"{path.name}-journal").exists() else "mode=ro&immutable=1"
    try:
        with closing(opened(path, how)) as db:
            db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except errors() as problem:
        forget(path)
        raise EncryptedError(
            f"That passphrase does not open {path.name}.",
            "Nothing was changed. Either it was typed differently, or the file is damaged or no Board at all.",
            "Try again; without the passphrase nobody can read an encrypted Board.",
            path=path,
        ) from problem


def derived(passphrase: str, salt: bytes) -> str:
    """Return the raw key that a passphrase makes with a salt, as SQLCipher writes it: key, then salt, in hex."""
    import hashlib

    return hashlib.pbkdf2_hmac("sha512", passphrase.encode(), salt, ROUNDS, KEY).hex() + salt.hex()


def salt_of(key: str) -> bytes:
    """Return the salt that a raw key was made with."""
    return bytes.fromhex(key[-2 * SALT :])


def _beginning(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(SALT)


def _sqlcipher() -> ModuleType:
    try:
        return import_module("sqlcipher3.dbapi2")
    except ImportError as problem:
        raise BoardError(
            "This Board is encrypted, and what opens encrypted Boards is not installed here.",
            "The file was left as it is.",
            f"Install it, then open the Board again: pipx install '{EXTRA}' (or: pip install '{EXTRA}').",
        ) from problem
