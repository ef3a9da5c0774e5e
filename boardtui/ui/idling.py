"""An encrypted Board that nobody touches for a while is locked: a setting, `lock_after`, in minutes (DESIGN 8)."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from boardtui import services
from boardtui.ui.going import Going
from boardtui.ui.modals.lock import Lock

EVERY = 5.0
"""Seconds between two looks at how long nobody touched a key."""


class Idling:
    """Locks the screen of an encrypted Board after so many minutes without a key."""

    def __init__(self, app: Going, minutes: int) -> None:
        self.app = app
        self._after = timedelta(minutes=minutes)
        self._stirred = self._now()

    def watch(self) -> None:
        """Begin to look."""
        self.app.set_interval(EVERY, self.look)

    def stir(self) -> None:
        """Note that somebody is there."""
        self._stirred = self._now()

    def look(self) -> None:
        """Lock the screen if nobody was there for long enough; a clock that was set back starts again."""
        gone = self._now() - self._stirred
        if gone < timedelta():
            self.stir()
        elif gone >= self._after and not isinstance(self.app.screen, Lock):
            assert self.app.desk is not None
            path = self.app.desk.path
            self.app.push_screen(Lock(path.name, partial(services.encrypting.opens, path)))

    def _now(self) -> datetime:
        assert self.app.desk is not None
        return self.app.desk.wall_clock()
