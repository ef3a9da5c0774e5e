"""Taking minutes in live mode as the secretary does: lines typed, Enter pressed, the record read back."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from boardtui.domain.states import MeetingState
from boardtui.domain.views import Entry
from boardtui.services import meetings
from boardtui.services.desk import Desk
from boardtui.store.reading.meetings import meeting
from boardtui.store.reading.minutes import entries
from boardtui.ui.screens.live import LiveScreen
from boardtui.ui.widgets.live_box import LiveBox
from tests.ui.seeing import SMALL, Seat, seated

NUMBER = 6


class Secretary(Seat):
    """Somebody in live mode."""

    @property
    def screen(self) -> LiveScreen:
        """Return live mode."""
        return next(one for one in self.app.screen_stack if isinstance(one, LiveScreen))

    @property
    def box(self) -> LiveBox:
        """Return the entry box."""
        return self.screen.query_one(LiveBox)

    @property
    def desk(self) -> Desk:
        """Return the Board at hand."""
        assert self.app.desk is not None
        return self.app.desk

    @property
    def minuted(self) -> list[Entry]:
        """Return the entries of the meeting as they are on disk."""
        return self.desk.read(lambda db: entries(db, NUMBER))

    @property
    def head(self) -> list[str]:
        """Return the lines above the entries: the frame's, the item's, the room's, the restriction's."""
        return [line.strip() for line in self.sees.splitlines() if line.strip()][:4]

    @property
    def text(self) -> str:
        """Return what stands on the screen as one run of words."""
        return " ".join(self.sees.split())

    async def say(self, *lines: str) -> None:
        """Type lines, with Enter after each."""
        for line in lines:
            await self.type(line)
            await self.press("enter")

    async def until(self, seen: Callable[[], bool]) -> None:
        """Wait until something is so."""
        deadline = time.monotonic() + 30
        while not seen():
            assert time.monotonic() < deadline, self.sees
            await self.pilot.pause(0.01)

    async def understood(self, words: str) -> None:
        """Wait until the line under the box says so."""
        await self.until(lambda: words in self.text)


@asynccontextmanager
async def minuting(desk: Desk, size: tuple[int, int] = SMALL) -> AsyncIterator[Secretary]:
    """Start meeting 6 unless it is in session, and open live mode."""
    if desk.read(lambda db: meeting(db, NUMBER)).state != MeetingState.IN_SESSION:
        desk.do(lambda work: meetings.start_meeting(work, NUMBER))
    async with seated(desk, size) as seat:
        seat.app.open_live(NUMBER)
        secretary = Secretary(seat.pilot)
        await secretary.settle()
        await secretary.until(lambda: secretary.screen.live is not None)
        await secretary.settle()
        yield secretary
