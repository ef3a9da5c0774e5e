"""The sample that a tour is made in: built once, a fresh copy each time, which goes when nothing was done in it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from boardtui import paths
from boardtui.errors import BoardError
from boardtui.store.reading.reader import Database, Reader

NAME = "2012"
"""The sample that is shown."""


def made(build: Callable[[str, Path], object]) -> Path:
    """Make a fresh copy of the sample and return where it is; `build` builds the sample where it is not built yet."""
    pristine = _pristine()
    if not pristine.exists():
        for old in pristine.parent.glob("tour-*.board"):
            old.unlink(missing_ok=True)
        build(NAME, pristine)
    copy = _free()
    half = copy.with_name(f".{copy.name}.{os.getpid()}.part")
    try:
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(pristine, half)
        half.chmod(0o600)
        half.rename(copy)
    except OSError as problem:
        half.unlink(missing_ok=True)
        raise BoardError(
            f"The tour's sample could not be made at {copy}: {problem.strerror}.",
            "No Board of yours was touched.",
            "Make room on the disk, or press {welcome-sample} for the sample without the tour.",
        ) from problem
    return copy


def leave(copy: Path) -> None:
    """Delete a tour's copy, unless something was done in it."""
    if copy.exists() and _changes(copy) == _changes(_pristine()):
        copy.unlink(missing_ok=True)


def _pristine() -> Path:
    """Return where the sample is kept as it was built, by when its text was last changed."""
    texts = (paths.samples() / NAME).rglob("*")
    newest = max((int(text.stat().st_mtime) for text in texts if text.is_file()), default=0)
    return paths.state_folder() / f"tour-{newest}.board"


def _free() -> Path:
    names = (paths.data_folder() / f"tour{more}.board" for more in ("", *(f"-{n}" for n in range(2, 1000))))
    return next(name for name in names if not name.exists())


def _changes(path: Path) -> int:
    def count(db: Database) -> int:
        (number,) = db.execute("SELECT count(*) FROM journal_entry").fetchone()
        return int(number)

    return Reader(path).read(count) if path.exists() else 0
