"""The list of Boards opened lately."""

from __future__ import annotations

import json
import os
from pathlib import Path

from boardtui import paths


def recent() -> list[Path]:
    """Return the Boards opened lately that are still there, newest first."""
    try:
        names = json.loads((paths.state_folder() / "recent.json").read_text(encoding="utf-8"))
        return [path for path in map(Path, names) if path.is_file()]
    except (OSError, ValueError, TypeError):
        return []


def remember(path: Path) -> None:
    """Put `path` first in the list of Boards opened lately; a folder that cannot be written is no matter."""
    names = [str(path.absolute()), *(str(old) for old in recent() if old != path.absolute())][:9]
    target = paths.state_folder() / "recent.json"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(target, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
            json.dump(names, file)
    except OSError:
        return
