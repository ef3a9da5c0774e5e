"""One dated step of a sample Board's story, and reading its text."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from boardtui.domain.states import Role
from boardtui.store.unit import Work

ADMINISTRATOR = "Board Administrator"
SECRETARY = "Secretary to the Board"
CHAIR = "Independent Chair"


@dataclass(frozen=True)
class Step:
    """What somebody did to the sample Board, and when."""

    at: datetime
    do: Callable[[Work], object]
    who: str = ADMINISTRATOR
    role: Role = Role.ADMINISTRATOR


def read(path: Path) -> dict[str, Any]:
    """Read a TOML file of the sample; a missing one is empty."""
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def at(day: date, clock: str) -> datetime:
    """Return a moment of a day, from `14:00`."""
    return datetime.combine(day, time.fromisoformat(clock))
