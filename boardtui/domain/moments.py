"""Earlier moments of the Board: the meetings as at which it can be read (DESIGN 7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Closed:
    """A meeting that was closed, on which day, and the journal's entry at which it closed."""

    number: int
    day: date
    entry: int
