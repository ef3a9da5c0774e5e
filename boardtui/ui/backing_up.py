"""Backups while the Board is open: made aside by themselves, and told only where one could not be made (DESIGN 8)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from boardtui import services
from boardtui.errors import BoardError

if TYPE_CHECKING:
    from boardtui.ui.going import Going


class BackingUp:
    """Makes a backup when the program opens a Board and every hour after that, if the record moved on."""

    def __init__(self, app: Going) -> None:
        self.app = app

    def begin(self) -> None:
        """Look after the backups from now on; a copy that the settings ask for and that is behind is caught up with."""
        self.app.run_aside(self._catch_up, self._tell)
        self.app.set_interval(services.backups.EVERY.total_seconds(), self._again)

    def _again(self) -> None:
        self.app.run_aside(self._keep, self._tell)

    def _keep(self) -> BoardError | None:
        if self.app.desk is not None:
            try:
                services.backups.keep_if_moved(self.app.desk)
            except BoardError as problem:
                return problem
        return None

    def _catch_up(self) -> BoardError | None:
        problem, to = self._keep(), self.app.settings.backup_to
        if self.app.desk is not None and to:
            try:
                services.backups.copy_out(self.app.desk.path, Path(to).expanduser())
            except BoardError as not_copied:
                return not_copied
        return problem

    def _tell(self, problem: BoardError | None) -> None:
        if problem is not None:
            self.app.say(f"No backup was made. {problem}", warning=True)
