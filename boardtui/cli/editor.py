"""The person's own editor: which one it is, and a file opened in it until it is closed."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from boardtui.errors import BoardError

_ASKED = ("VISUAL", "EDITOR")
_USUAL = ("sensible-editor", "nano", "micro", "vim", "vi")
_OF_SYSTEM = {"win32": ["notepad"], "darwin": ["open", "-W", "-t"]}


def edit(path: Path) -> None:
    """Open a file in the person's editor and wait until it is closed."""
    call = editor()
    if not call:
        raise BoardError("No editor was found.", f"The file is {path}.", "Name one in EDITOR, such as EDITOR=nano.")
    try:
        ended = subprocess.run([*call, str(path)], check=False).returncode
    except OSError as problem:
        raise BoardError(
            f"The editor “{shlex.join(call)}” cannot be started: {problem.strerror}.",
            f"The file is {path}.",
            "Name another in EDITOR, such as EDITOR=nano.",
        ) from problem
    if ended:
        raise BoardError(
            f"The editor “{shlex.join(call)}” ended with an error ({ended}).",
            f"The file is {path}.",
            "Open that file in another editor, or set EDITOR to one and try again.",
        )


def editor() -> list[str]:
    """Return the call of the editor: as VISUAL or EDITOR say, the system's own, or the first there is; else nothing."""
    for name in _ASKED:
        if asked := os.environ.get(name, "").strip():
            return shlex.split(asked, posix=sys.platform != "win32")
    if usual := _OF_SYSTEM.get(sys.platform):
        return usual
    found = next(filter(None, map(shutil.which, _USUAL)), None)
    return [found] if found else []
