"""Leaving when the system asks: half-typed text is kept first, whatever screen it stands on (DESIGN 8)."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future, wait
from typing import TYPE_CHECKING

from boardtui.ui.at_work import ENDED, AtWork
from boardtui.ui.ending import Ending, leave_at_once, window_is_closed

if TYPE_CHECKING:
    from boardtui.config import Config
    from boardtui.services.desk import Desk

LONGEST = 5.0
"""Seconds the program waits for text to reach the disk before it leaves all the same."""


class Leaving(AtWork):
    """An application that ends in order on SIGTERM, SIGHUP and a closed window."""

    def __init__(self, desk: Desk | None, settings: Config) -> None:
        super().__init__(desk, settings)
        self._ending = Ending()

    def watch_for_the_end(self) -> None:
        """From now on keep what is typed when the system asks the program to end."""
        self._ending.watch(self._end)

    def on_unmount(self) -> None:
        """Let signals do what they did before."""
        self._ending.leave()

    def _end(self) -> None:
        kept = [
            saving
            for screen in self.screen_stack
            if (keep := getattr(screen, "keep_text_now", None)) is not None and (saving := keep()) is not None
        ]
        loop = asyncio.get_running_loop()
        loop.run_in_executor(None, _settled, kept).add_done_callback(lambda _: self._end_now())

    def _end_now(self) -> None:
        if window_is_closed():
            if self.desk is not None:
                self.desk.close()
            leave_at_once()
        self.exit(ENDED)


def _settled(kept: list[Future[None]]) -> None:
    wait(kept, LONGEST)
