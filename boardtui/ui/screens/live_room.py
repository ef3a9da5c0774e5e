"""Live mode on a projector: only what the room may see is shown, while lines are typed and saved as before."""

from __future__ import annotations

from textual import on
from textual.widgets import TextArea

from boardtui.domain.room import Room, may_be_seen
from boardtui.domain.views import Entry
from boardtui.store.reading.room import room
from boardtui.ui.screens.live_commands import LiveCommands
from boardtui.ui.screens.live_saving import Line
from boardtui.ui.widgets.room_view import RoomView

SHOWN = "-room"
_NOT_FOR_THE_ROOM = ("items", "earlier", "tidy", "readback")


class LiveRoom(LiveCommands):
    """A meeting in live mode that can be turned towards the room; a line that may be restricted is typed unseen."""

    @property
    def in_the_room(self) -> bool:
        """Say whether the screen shows only what the room may see."""
        return self.has_class(SHOWN)

    def action_room(self) -> None:
        """Turn the screen towards the room, or back."""
        self.toggle_class(SHOWN)
        self.hide_typed()
        self.renew_room()

    def renew_room(self) -> None:
        """Read anew what the room may see, where it is looking."""
        desk, number = self.app.desk, self.number
        if desk is not None and self.in_the_room:
            today = desk.today
            self.hide_typed()
            self.app.read(lambda db: room(db, number, today), self.show_room, awaited=False)

    def show_room(self, found: Room) -> None:
        """Show what the room may see."""
        self.query_one(RoomView).show(found)

    def edit(self, entry: Entry | Line) -> None:
        """Put an earlier line into the box, unseen where it may be restricted."""
        super().edit(entry)
        self.hide_typed()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keep away from the room the lists that may hold restricted words."""
        if self.in_the_room and action in _NOT_FOR_THE_ROOM:
            return False
        return super().check_action(action, parameters)

    @on(TextArea.Changed)
    def _typed_on(self) -> None:
        if self.in_the_room:
            self.hide_typed()

    def hide_typed(self) -> None:
        """Hide the half-typed line where the room may not see it."""
        live, editing = self.live, self.editing
        item = live.item if live is not None else None
        private = (
            live is None or live.meeting.restricted_now is not None or (item is not None and bool(item.restricted))
        )
        private = private or (isinstance(editing, Entry) and editing.restricted is not None)
        self.box.set_class(not may_be_seen(self.box.text, private=private), "-masked")
