"""Working a screen as a person does: keys in, text on the screen out."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.events import Paste
from textual.pilot import Pilot

from boardtui.config import Config
from boardtui.services.desk import Desk
from boardtui.ui.app import BoardApp
from boardtui.ui.at_work import Wanted

SMALL, LARGE = (80, 24), (120, 40)
HOSTILE = "[/b] [@click=app.quit]x[/] \x1b]52;c;aGk=\x07\x1b[31mred <none> A R&D \u202e\x00 \U0001f600 שלום \ud800"
"""Text that has broken a terminal, a markup parser or a template somewhere."""


class Seat:
    """A person at the keyboard."""

    def __init__(self, pilot: Pilot[Wanted]) -> None:
        self.pilot = pilot
        app = pilot.app
        assert isinstance(app, BoardApp)
        self.app = app

    async def settle(self) -> None:
        """Wait until nothing is read or written any more and the screen is drawn."""
        for _ in range(50):
            await self.app.workers.wait_for_complete()
            if self.app.desk is not None:
                await asyncio.wrap_future(self.app.desk.keep_draft("nothing", "", 0))
            await self.pilot.pause()
            if not self.app.busy:
                break
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each when the one before has had its effect."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def type(self, text: str) -> None:
        """Put text into the box that has the cursor, as a paste does."""
        self.app.post_message(Paste(text))
        await self.settle()

    @property
    def sees(self) -> str:
        """Return what stands on the screen, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.replace("\xa0", " ").rstrip() for strip in strips)

    @property
    def told(self) -> str:
        """Return every notice shown so far."""
        return "\n".join(notice.message for notice in self.app._notifications)


@asynccontextmanager
async def seated(
    desk: Desk | None, size: tuple[int, int] = SMALL, settings: Config | None = None
) -> AsyncIterator[Seat]:
    """Sit down at the Board."""
    app = BoardApp(desk, settings or Config())
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        seat = Seat(pilot)
        await seat.settle()
        yield seat
