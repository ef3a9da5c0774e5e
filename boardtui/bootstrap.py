"""The composition root: the settings, the clock, the open Board, the application. The only reader of the clock."""

from __future__ import annotations

import getpass
import os
import traceback
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from boardtui import config, paths
from boardtui.domain.states import Role
from boardtui.domain.text import one_line
from boardtui.services.desk import Desk

if TYPE_CHECKING:
    from boardtui.store.unit import Work


def clock() -> datetime:
    """Return the local time."""
    return datetime.now()


def who(by: str | None, settings: config.Config) -> str:
    """Return the name changes are made under: as given, as set, or the login's."""
    return one_line(by or "") or one_line(settings.name) or _login()


def _login() -> str:
    try:
        return one_line(getpass.getuser())
    except (KeyError, OSError):  # a login that has no name
        return "somebody"


def open_desk(path: Path, *, by: str | None = None, role: str | None = None, as_at: str | None = None) -> Desk:
    """Open the Board at `path` for a person in a role, if asked as it stood at an earlier meeting or date."""
    settings = config.load()
    return Desk(path, who=who(by, settings), role=Role(role or settings.role), clock=clock, as_at=as_at)


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


def start_file(
    path: Path,
    *,
    name: str,
    council: str,
    commenced: date,
    first_meeting: date,
    every: int = 42,
    by: str | None = None,
    role: str | None = None,
) -> None:
    """Make a new Board file with its first meeting planned; it appears whole or not at all."""
    from boardtui.services import board, meetings
    from boardtui.store.create import whole

    def start(work: Work) -> None:
        board.start_board(work, name=name, council=council, commenced=commenced, interval_days=every)
        meetings.plan_meeting(work, first_meeting)

    with whole(path) as half, closing(open_desk(half, by=by, role=role)) as desk:
        desk.do(start)


def note_crash(problem: BaseException) -> Path:
    """Write what went wrong where only this person can read it, without any text of the record; return where."""
    path = paths.state_folder() / "crash.log"
    path.parent.mkdir(parents=True, exist_ok=True)
    frames = traceback.extract_tb(problem.__traceback__)
    lines = [
        f"{clock().isoformat()} {type(problem).__name__}",
        *(f"  {f.filename}:{f.lineno} {f.name}" for f in frames),
    ]
    with os.fdopen(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w", encoding="utf-8") as log:
        log.write("\n".join(lines) + "\n")
    return path
