"""The person's own settings (`config.toml`), and the list of Boards opened lately."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from pathlib import Path

from boardtui import paths
from boardtui.errors import BoardError

ROLES = ("administrator", "secretary", "chair")


@dataclass(frozen=True)
class Config:
    """Who works here, in which role, with which keys; every field has a default.

    `keys` maps a command's id to the key that runs it; `backup_to` is a folder, such as one on a council drive, that
    gets a verified copy of the Board when the program closes; `lock_after` is the minutes without a key after which an
    encrypted Board is locked, 0 for never.
    """

    name: str = ""
    role: str = "administrator"
    theme: str = ""
    exports: str = ""
    backup_to: str = ""
    lock_after: int = 15
    keys: dict[str, str] = field(default_factory=dict)


def load(path: Path | None = None) -> Config:
    """Read the settings; a missing file means the defaults, a broken one is said in words."""
    path = path or paths.config_folder() / "config.toml"
    if not path.is_file():
        return Config()
    import tomllib

    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise BoardError(f"{path} cannot be read: {problem}.", "", "Mend that line, or delete the file.") from problem
    unknown = sorted(set(raw) - set(Config.__dataclass_fields__))
    if unknown:
        raise BoardError(
            f"{path} has a setting that is not known: {', '.join(unknown)}.",
            "",
            f"Known settings: {', '.join(Config.__dataclass_fields__)}.",
        )
    for name, value in raw.items():
        if type(value) is not type(getattr(Config(), name)):
            raise BoardError(
                f"{path}: “{name}” cannot be {value!r}.", "", "Text has quotation marks, a number has none."
            )
    config = Config(**raw)
    if config.role not in ROLES:
        raise BoardError(f"{path}: “{config.role}” is not a role.", "", f"Write one of {', '.join(ROLES)}.")
    return config


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
