"""The Board is open elsewhere: read along, or take it over by choice; what others write appears here (DESIGN 8)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from boardtui import services
from boardtui.errors import BoardError
from boardtui.ui.going import Going

if TYPE_CHECKING:
    from datetime import datetime

    from boardtui.domain.lease import Lease
    from boardtui.services.holding import Holding, Looked
    from boardtui.ui.modals.choose import Choose

EVERY = 1.0
"""Seconds between two looks at the file."""

READ, TAKE = "read", "take"


class Held:
    """The application's hold on its Board: claimed after the first paint, looked after while it runs."""

    def __init__(self, app: Going) -> None:
        self.app = app
        self._looking = False
        self._blind = False
        self._offered: Choose | None = None
        self._told: Lease | None = None
        assert app.desk is not None
        self._holding: Holding = services.holding.Holding(app.desk)

    def claim(self) -> None:
        """Take the lease, or say who has it; then go on looking."""
        self.app.run_aside(self._claim, self._claimed)
        self.app.set_interval(EVERY, self.look)

    def take_over(self) -> None:
        """Take the Board over from the program that has it open."""
        self.app.run_aside(partial(self._claim, over=True), self._taken)

    def leave(self) -> None:
        """Give the lease back."""
        self._holding.leave()

    def _claim(self, *, over: bool = False) -> Lease | None:
        return self._holding.claim(over=over).result()

    def _claimed(self, other: Lease | None) -> None:
        if other is not None:
            self._know(other)
            self._offer(other, self._now())

    def _taken(self, _other: Lease | None) -> None:
        self._know(None)
        self.app.say("✓ The Board is yours to change.")
        self.app.changed_aside()

    def look(self) -> None:
        """Look whether another program changed the Board, took it over or closed it."""
        if not self._looking:
            self._looking = True
            self.app.run_aside(self._found, self._looked)

    def _found(self) -> Looked | BoardError:
        try:
            return self._holding.look().result()
        except BoardError as problem:
            return problem

    def _looked(self, found: Looked | BoardError) -> None:
        self._looking = False
        if isinstance(found, BoardError):
            if not self._blind:
                self.app.say(f"{found.title} What others write is not seen here until it can be read.", warning=True)
            self._blind = True
            return
        self._blind = False
        had, self._told = self._told, found.other
        if found.other is None and had is not None:
            self._know(None)
            if self._offered is not None and self._offered is self.app.screen:
                self._offered.dismiss(None)
            self.app.say(f"{had.holder} has closed the Board: it can be changed here now.")
        elif found.other is not None and (had is None or not had.same(found.other)):
            self._know(found.other)
            self._offer(found.other, found.now)
        if found.changed:
            self.app.changed_aside()

    def _know(self, other: Lease | None) -> None:
        self._told = other
        self.app.standing = replace(self.app.standing, other=other)

    def _offer(self, other: Lease, now: datetime) -> None:
        from boardtui.ui.modals.choose import Choose

        choices = [
            (READ, "Read along: what they write appears here"),
            (TAKE, "Take it over: their program then only reads, and keeps what is half typed"),
        ]
        self._offered = Choose("This Board is open elsewhere", choices, READ, other.said(now))
        self.app.push_screen(self._offered, self._chosen)

    def _chosen(self, what: str | None) -> None:
        if what == TAKE:
            self.take_over()

    def _now(self) -> datetime:
        assert self.app.desk is not None
        return self.app.desk.wall_clock()
