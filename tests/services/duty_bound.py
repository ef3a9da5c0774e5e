"""A new Board under a Notice, looked at on different days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from boardtui.domain.views import Obligation
from boardtui.services import board
from boardtui.services.desk import Desk
from boardtui.store.reading.notice import obligations

COMMENCED = date(2012, 11, 26)


class Days:
    """Opens the same Board on one day after another."""

    def __init__(self, path: Path, open_desk: Callable[..., Desk]) -> None:
        self._path = path
        self._open = open_desk

    def on(self, day: date) -> Desk:
        """Return a desk on that day."""
        return self._open(self._path, now=datetime.combine(day, time(12)))

    def start(self, day: date = COMMENCED, **more: Any) -> Desk:
        """Start the Board on that day."""
        desk = self.on(day)
        told: dict[str, Any] = {"name": "Board", "council": "Council", "commenced": day} | more
        desk.do(lambda work: board.start_board(work, **told))
        return desk


def duties(desk: Desk) -> dict[str, Obligation]:
    """Return the duties by their references, as they stand on the desk's day."""
    return {one.ref: one for one in desk.read(lambda db: obligations(db, desk.today))}
