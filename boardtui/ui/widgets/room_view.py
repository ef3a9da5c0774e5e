"""What the room sees on a projector: the item in hand, large, and under it the decisions and actions so far."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Digits, Static

from boardtui.domain.room import IN_PRIVATE, NEUTRAL, Room
from boardtui.domain.states import EntryKind
from boardtui.ui.widgets.literal import hanging, literal

_INDENT = 4


class RoomView(Vertical):
    """The item's number in large figures, its title, and what was decided and agreed to be done."""

    _room: Room | None = None

    def compose(self) -> ComposeResult:
        """Return the parts."""
        with Horizontal(id="room-item"):
            yield Digits(id="room-number")
            yield Static(id="room-title")
        with VerticalScroll(id="room-lines", can_focus=False):
            yield Static(id="room-said")

    def show(self, room: Room) -> None:
        """Show a meeting as the room may see it, the newest line in view."""
        self._room = room
        self.query_one("#room-number", Digits).update(str(room.item or ""))
        title = Content("\n").join(
            [literal(room.title, "bold"), literal(IN_PRIVATE if room.private else f"Meeting {room.meeting}")]
        )
        self.query_one("#room-title", Static).update(title)
        self._write()

    def on_resize(self) -> None:
        """Fit the lines to the width there is."""
        self.call_after_refresh(self._write)

    def _write(self) -> None:
        if self._room is None:
            return
        lines = self.query_one("#room-lines", VerticalScroll)
        self.query_one("#room-said", Static).update(_said(self._room, max(lines.size.width - 4, 20)))
        lines.scroll_end(animate=False)


def _said(room: Room, width: int) -> Content:
    if not room.lines:
        return literal("Decisions and actions appear here as they are recorded.", "$foreground-muted")
    said: list[Content] = []
    for one in room.lines:
        decided = one.kind == EntryKind.DECISION
        sign, style = ("=", "bold $success") if decided else ("!", "bold $accent")
        word = "Decision" if decided else "Action"
        head = " ".join(filter(None, (sign, word, one.ref)))
        about = f"  {one.about}" if one.about else ""
        said.append(literal(head, style) + literal(about, "$foreground-muted"))
        quiet = "$foreground-muted" if one.text == NEUTRAL else ""
        said += [hanging(" " * _INDENT, one.text, width, quiet), Content("")]
    return Content("\n").join(said)
