"""Putting a document into its folder: all of it or nothing, and never over a file that somebody has edited."""

from __future__ import annotations

import errno
import os
import secrets
from pathlib import Path

from boardtui.documents.package import is_untouched
from boardtui.errors import BoardError

_MOST_NAMES = 1000


def save(data: bytes, folder: Path, name: str) -> Path:
    """Write a document and return where it is: `name`, or the next free name (`…-2.docx`).

    Only its owner can read it, as only the owner can read the Board. A file of that name is replaced only if it is
    ours, nobody edited it since, and no word processor has it open; one that already holds the same is left as it
    is. Raises BoardError when it cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target = _target(data, folder, name)
        if target.is_file() and target.read_bytes() == data:
            return target
        _move_into_place(data, target)
        return target
    except OSError as problem:
        raise _explained(problem, folder, name) from problem


def _target(data: bytes, folder: Path, name: str) -> Path:
    """Return the first name that is free, or that holds an untouched document of ours."""
    wanted = folder / name
    for number in range(1, _MOST_NAMES):
        target = wanted if number == 1 else wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
        if not os.path.lexists(target):
            return target
        if not target.is_file() or _is_open(target):
            continue
        there = target.read_bytes()
        if there == data or is_untouched(there):
            return target
    raise BoardError(
        f"{name} was not written.",
        f"{folder} holds too many files of that name.",
        "Move some of them elsewhere, then export again.",
    )


def _is_open(target: Path) -> bool:
    """Say whether Word or LibreOffice has the file open, from the lock file they keep beside it."""
    locks = (f"~${target.name}", f"~${target.name[2:]}", f".~lock.{target.name}#")
    return any(os.path.lexists(target.with_name(lock)) for lock in locks)


def _move_into_place(data: bytes, target: Path) -> None:
    temporary = target.with_name(f".boardtui-{secrets.token_hex(8)}.tmp")
    try:
        private = os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(private, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync(target.parent)


def _sync(folder: Path) -> None:
    """Make the new name itself durable, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as problem:
        if problem.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(handle)


def _explained(problem: OSError, folder: Path, name: str) -> BoardError:
    """Say in words why a document could not be written."""
    what = f"{name} was not written."
    match problem.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return BoardError(what, f"The disk that holds {folder} is full.", "Free some space, then export again.")
        case errno.EROFS:
            return BoardError(what, f"{folder} can only be read.", "Choose another folder.")
        case errno.EACCES | errno.EPERM:
            return BoardError(
                what,
                f"{folder} cannot be written to, or the file is open in another program.",
                "Close the file in Word, or choose another folder.",
            )
        case errno.ENOTDIR | errno.EEXIST:
            return BoardError(what, f"{folder} is not a folder.", "Choose another folder.")
        case _:
            return BoardError(what, f"{problem.strerror or problem}.", "Choose another folder, then try again.")
