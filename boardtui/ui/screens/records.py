"""One record in full: what it is on the left, its history on the right, or below on a narrow screen."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.types import CSSPathType
from textual.widgets import Static

from boardtui.ui.copying import unwrapped
from boardtui.ui.screens.base import BoardScreen

WIDE = 10_000
"""A width at which nothing wraps."""


class RecordScreen(BoardScreen):
    """A record to read; a subclass writes its two parts."""

    CSS_PATH: ClassVar[CSSPathType | None] = "../styles/record.tcss"
    AUTO_FOCUS = "#whole"

    def content(self) -> ComposeResult:
        """Return the two parts."""
        with VerticalScroll(id="whole"), Container(id="parts"):
            yield Static(id="what")
            yield Static(id="history")

    def what(self, width: int) -> Content:
        """Return what the record is."""
        raise NotImplementedError

    def history(self, width: int) -> Content:
        """Return what became of it."""
        raise NotImplementedError

    @property
    def as_text(self) -> str:
        """Return both parts as text."""
        return unwrapped("\n\n".join(part(WIDE).plain for part in (self.what, self.history)))

    def write(self) -> None:
        """Write both parts to fit the width."""
        for name, part in (("#what", self.what), ("#history", self.history)):
            box = self.query_one(name, Static)
            box.update(part(max(box.size.width, 30)))
        self.refresh_bindings()

    def on_resize(self) -> None:
        """Fit the text to the width there is."""
        self.call_after_refresh(self.write)
