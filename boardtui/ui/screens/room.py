"""The room's view of a meeting: large, calm, read only, and renewed as lines are saved, here or elsewhere."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.types import CSSPathType

from boardtui.domain.room import Room
from boardtui.store.reading.room import room
from boardtui.ui.commands import bindings
from boardtui.ui.screens.base import BoardScreen
from boardtui.ui.widgets.room_view import RoomView


class RoomScreen(BoardScreen):
    """What the room may see of one meeting."""

    where = "room"
    place = "meetings"
    in_the_room = True
    CSS_PATH: ClassVar[CSSPathType | None] = "../styles/room.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("room"), Binding("escape", "leave", show=False, id="back")]

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number

    def compose(self) -> ComposeResult:
        """Show nothing but the view: no frame, no hints."""
        yield RoomView()

    def load(self) -> None:
        """Read what the room may see."""
        desk, number = self.app.desk, self.number
        if desk is not None:
            today = desk.today
            self.app.read(lambda db: room(db, number, today), self.show)

    def show(self, found: Room) -> None:
        """Show it."""
        self.query_one(RoomView).show(found)

    def action_leave(self) -> None:
        """Go back to the meeting."""
        self.app.go_back()
