"""Something to read over live mode; the arrow keys scroll, esc goes back to typing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from boardtui.ui.widgets.literal import line


class Reading(ModalScreen[str | None]):
    """A title and paragraphs, each with its style class; closed with a word for whoever asked, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,f1,f6,f9", "dismiss", "Close", show=False),
    ]
    AUTO_FOCUS = ".body"
    hints: ClassVar[str] = "↑ ↓ page up, page down   esc back to typing"

    def __init__(self, title: str, paragraphs: Sequence[tuple[Content, str]]) -> None:
        super().__init__()
        self._title, self._paragraphs = title, tuple(paragraphs)

    def compose(self) -> ComposeResult:
        """Show the paragraphs."""
        with Vertical(classes="dialog -tall -reading"):
            yield Static(line(self._title), classes="title")
            with VerticalScroll(classes="body"):
                for said, classes in self._paragraphs:
                    yield Static(said, classes=classes)
            yield Static(self.hints, classes="hints", markup=False)
