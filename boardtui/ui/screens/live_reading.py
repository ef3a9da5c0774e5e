"""Something to read over live mode; the arrow keys scroll, esc goes back to typing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from boardtui.ui.widgets.literal import assembled, line, literal, whole_screen

WIDEST = 100
_FRAME = 8

Paragraph = tuple[Content, str]
"""What is said, and its style class."""


class Reading(ModalScreen[str | None]):
    """A title and paragraphs, written for the width there is; closed with a word for whoever asked, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,f1,f6,f9", "dismiss", "Close", show=False),
    ]
    AUTO_FOCUS = ".body"
    hints: ClassVar[str] = "↑ ↓ page up, page down   esc back to typing"

    def __init__(self, title: str, write: Callable[[int], Sequence[Paragraph]]) -> None:
        super().__init__()
        self._title, self._write = title, write

    def compose(self) -> ComposeResult:
        """Show the paragraphs."""
        with Vertical(classes=f"dialog -tall -reading {whole_screen(self.app.size.width)}"):
            yield Static(line(self._title), classes="title")
            with VerticalScroll(classes="body"):
                for said, classes in self._write(min(WIDEST, self.app.size.width * 96 // 100) - _FRAME):
                    yield Static(said, classes=classes)
            yield Static(literal(self.hints), classes="hints")


def beside(start: Content, text: Content, width: int) -> Content:
    """Return text that wraps under its own beginning, beside what stands before it."""
    lines = text.wrap(max(width - start.cell_length, 12)) or [Content("")]
    gap = literal(" " * start.cell_length)
    return Content("\n").join(assembled(gap if number else start, part) for number, part in enumerate(lines))
