"""Keys typed faster than screens open: each waits until what the one before it did is on the screen."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import ScreenStackError
from textual.events import Event, Key, Paste
from textual.message_pump import MessagePump

from boardtui.ui.leaving import Leaving

if TYPE_CHECKING:
    from boardtui.config import Config
    from boardtui.services.desk import Desk

PASSES = 20
"""How often what a key led to is followed from the part in focus up to the application, at most."""
PASS = 1.0
"""Seconds after which a part that is being taken away is not waited for any more."""
LOOK = 0.005
"""Seconds between two looks whether a screen has been read."""


class TypingAhead(Leaving):
    """An application that hands keys on one by one, in order, and never to a screen that is still being read.

    So `2 enter s` typed in one go does what it does when typed slowly. Where something goes wrong meanwhile, what was
    typed ahead is forgotten as a whole: it was meant for a screen that did not come.
    """

    def __init__(self, desk: Desk | None, settings: Config) -> None:
        super().__init__(desk, settings)
        self._typed: deque[Key | Paste] = deque()
        self._handing_on = False

    @property
    def busy(self) -> bool:
        """Say whether a read, a change or a key typed ahead is still under way."""
        return super().busy or self._handing_on

    def complain(self, problem: BaseException) -> None:
        """Show an error in a dialog, and forget what was typed ahead."""
        self.forget_typed()
        super().complain(problem)

    def forget_typed(self) -> None:
        """Forget what was typed ahead: it was not meant for what comes next."""
        self._typed.clear()

    async def on_event(self, event: Event) -> None:
        """Keep a key or a paste until it is its turn."""
        if not isinstance(event, Key | Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        if self._is_for_nothing(event):
            return
        self._typed.append(event)
        if not self._handing_on:
            self._handing_on = True
            self.run_worker(self._hand_on(), group="typed")

    def _is_for_nothing(self, event: Key | Paste) -> bool:
        """Say whether a dialog is being made ready: only the key that gives up waiting is for what is in front."""
        escapes = isinstance(event, Key) and event.key == "escape"
        return bool(getattr(self.screen, "making_ready", False)) and not escapes

    async def _hand_on(self) -> None:
        try:
            await self._until_shown()
            while self._typed:
                event = self._typed.popleft()
                self.call_later(super().on_event, event)
                await self._until_shown()
        except ScreenStackError:  # the program ends: nothing is in front that a key could be for
            self.forget_typed()
        finally:
            self._handing_on = False

    async def _until_shown(self) -> None:
        """Wait until the last key has had its effect and the screen in front shows what it is about."""
        await self._followed()
        while not self._takes_the_next():
            await asyncio.sleep(LOOK)
            if self._takes_the_next():
                await _passed(self.screen, drawn=True)
            await self._followed()

    def _takes_the_next(self) -> bool:
        """Say whether what is in front shows what the next key acts on, or that key leads away from it."""
        screen = self.screen
        if getattr(screen, "takes_keys", True):
            return True
        leaves: Callable[[Key | Paste], bool] | None = getattr(screen, "is_left_by", None)
        return leaves is not None and bool(self._typed) and leaves(self._typed[0])

    async def _followed(self) -> None:
        """Wait until nothing is left to deal with from the part in focus up to the application."""
        for _ in range(PASSES):
            await _passed(self)
            parts = [*(self.focused or self.screen).ancestors_with_self]
            for part in parts:
                await _passed(part)
            if not any(part.message_queue_size for part in parts):
                return


async def _passed(part: MessagePump, *, drawn: bool = False) -> None:
    """Wait until a part has dealt with what was sent to it so far, and with `drawn` until that is drawn."""
    passed = asyncio.Event()
    if (part.call_after_refresh if drawn else part.call_later)(passed.set):
        await asyncio.wait([asyncio.ensure_future(passed.wait())], timeout=PASS)
