"""What is written down when the program fails: where in the code, never what the Board's records say (DESIGN 8)."""

from __future__ import annotations

import os
import platform
import traceback
from itertools import count
from pathlib import Path

from boardtui import __version__, paths
from boardtui.errors import BoardError


def keep(problem: BaseException) -> Path | None:
    """Write a crash log that only its owner can read; return its path, or None where nothing can be written."""
    folder = paths.state_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number in count(1):
            path = folder / f"crash-{number}.log"
            try:
                opened = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            except FileExistsError:
                continue
            with os.fdopen(opened, "w", encoding="utf-8") as log:
                log.write(_account(problem))
            return path
    except OSError:
        return None
    return None


def explained(problem: BaseException) -> BoardError:
    """Return what a person should read about a failure: their own error as it is, any other one calmly."""
    if isinstance(problem, BoardError):
        return problem
    path = keep(problem)
    where = f"What happened in the program is in {path}." if path else "It could not be written down."
    return BoardError(
        "That did not work, and it should have.",
        f"What was saved before is safe. {where} It holds nothing of the Board's records.",
        "Try again; if it happens again, send that file to whoever looks after boardtui.",
    )


def _account(problem: BaseException) -> str:
    """Name the versions and every step in the code; neither values nor the error's own words."""
    lines = [f"boardtui {__version__}, Python {platform.python_version()}, {platform.system()}"]
    cause: BaseException | None = problem
    while cause is not None:
        lines.append(f"{type(cause).__module__}.{type(cause).__qualname__}")
        lines += [
            f"  {Path(step.filename).name}:{step.lineno} {step.name}"
            for step in traceback.extract_tb(cause.__traceback__)
        ]
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines) + "\n"
