"""What was typed of a Board that is not started yet: kept in the state folder, so that a crash or esc loses nothing."""

from __future__ import annotations

import json
import os
from pathlib import Path

from boardtui import paths
from boardtui.domain.text import clean


def kept() -> dict[str, str]:
    """Return what was typed, by the names of the questions; nothing where nothing was begun."""
    try:
        found = json.loads(place().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {name: clean(typed) for name, typed in found.items() if isinstance(typed, str)}


def keep(typed: dict[str, str]) -> None:
    """Keep what was typed, whole or not at all; it can be read by this person only."""
    target = place()
    half = target.with_suffix(f".{os.getpid()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(half, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
            json.dump(typed, file, ensure_ascii=False)
        half.replace(target)
    except OSError:
        half.unlink(missing_ok=True)


def forget() -> None:
    """Forget what was typed: the Board is started, or begun anew."""
    try:
        place().unlink(missing_ok=True)
    except OSError:
        return


def place() -> Path:
    """Return the file in which it is kept."""
    return paths.state_folder() / "new-board.json"
