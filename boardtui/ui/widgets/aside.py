"""What stands beside or below a list."""

from __future__ import annotations

from textual.containers import VerticalScroll
from textual.events import Resize
from textual.message import Message


class Aside(VerticalScroll):
    """Room for the preview of a record; it tells when it becomes wider or narrower, for that to be written anew."""

    _width = 0

    class Refitted(Message):
        """There is more or less room from side to side."""

    def on_resize(self, event: Resize) -> None:
        """Tell of another width."""
        if event.size.width != self._width:
            self._width = event.size.width
            self.post_message(self.Refitted())
