"""A box that is completed as one types: a small list under it, over whatever is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widgets import Static

from boardtui.domain.offering import Offer
from boardtui.domain.text import one_line, shorten
from boardtui.ui.widgets.boxes import LineBox
from boardtui.ui.widgets.literal import line

MOST = 6
"""Offers in sight at once."""


class Offers(Static):
    """The list: what the text may become, one of them marked."""

    @dataclass
    class Clicked(Message):
        """An offer was clicked."""

        offer: Offer

    def __init__(self) -> None:
        super().__init__(classes="offers")
        self.found: tuple[Offer, ...] = ()
        self.at: int | None = None
        self.display = False

    @property
    def marked(self) -> Offer | None:
        """Return the offer that enter would take."""
        return self.found[self.at] if self.display and self.at is not None else None

    def offer(self, found: Sequence[Offer], at: int | None) -> None:
        """Show what the text may become; without anything, go."""
        self.found, self.at, self.display = tuple(found), at, bool(found)
        self._draw()

    def step(self, by: int) -> None:
        """Mark the next one, or the one before."""
        self.at = 0 if self.at is None else min(max(self.at + by, 0), len(self.found) - 1)
        self._draw()

    def on_click(self, event: Click) -> None:
        """Take the offer that was clicked."""
        event.stop()
        if (at := self._first + event.y) < len(self.found):
            self.post_message(self.Clicked(self.found[at]))

    @property
    def _first(self) -> int:
        return min(max((self.at or 0) - MOST + 1, 0), max(len(self.found) - MOST, 0))

    def _draw(self) -> None:
        first, width = self._first, max(self.size.width, 40)
        there = list(enumerate(self.found))[first : first + MOST]
        said = [line(_told(one, width), "reverse" if at == self.at else "") for at, one in there]
        if left := len(self.found) - first - len(there):
            said.append(line(f"↓ {left} more", "$foreground-muted"))
        self.update(Content("\n").join(said))


class OfferBox(LineBox):
    """A box of one line with a list: up and down go through it, enter takes the one that is marked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "step(1)", show=False),
        Binding("up", "step(-1)", show=False),
    ]

    @dataclass
    class Stepped(Message):
        """Another offer is wanted: the next, or the one before."""

        by: int

    @dataclass
    class Entered(Message):
        """Enter was pressed."""

        box: OfferBox

    def action_step(self, by: int) -> None:
        """Go through the list."""
        self.post_message(self.Stepped(by))

    async def action_submit(self) -> None:
        """Let the row take what is marked, or go on."""
        self.post_message(self.Entered(self))

    async def go_on(self) -> None:
        """Go on to the next field."""
        await super().action_submit()


def _told(offer: Offer, width: int) -> str:
    return shorten(f"{offer.value} {one_line(offer.says)}".rstrip(), width)
