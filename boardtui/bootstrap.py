"""The composition root: the settings, the clock, the open Board, the application. The only reader of the clock."""

from __future__ import annotations

import getpass
from datetime import datetime
from pathlib import Path

from boardtui import config
from boardtui.domain.states import Role
from boardtui.services.desk import Desk


def clock() -> datetime:
    """Return the local time."""
    return datetime.now()


def who(by: str | None, settings: config.Config) -> str:
    """Return the name changes are made under: as given, as set, or the login's."""
    return by or settings.name or getpass.getuser()


def open_desk(path: Path, *, by: str | None = None, role: str | None = None, as_at: str | None = None) -> Desk:
    """Open the Board at `path` for a person in a role, if asked as it stood at an earlier meeting or date."""
    settings = config.load()
    return Desk(
        path, who=who(by, settings), role=Role(role or settings.role), clock=clock, as_at=as_at
    )


def run_app(path: Path | None, *, role: str | None = None, as_at: str | None = None) -> None:
    """Show the Board at `path`, or the welcome, until the person quits."""
    from boardtui.ui.app import BoardApp

    settings = config.load()
    desk = open_desk(path, role=role, as_at=as_at) if path else None
    if path:
        config.remember(path)
    try:
        BoardApp(desk, settings).run()
    finally:
        if desk:
            desk.close()
