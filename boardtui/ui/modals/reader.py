"""Shows something in full, to read."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static


class Reader(ModalScreen[None]):
    """A title and a text; esc closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape,enter", "dismiss", "Close")]

    def __init__(self, title: Content, text: Content) -> None:
        super().__init__()
        self._heading, self._text = title, text

    def compose(self) -> ComposeResult:
        """Show the text."""
        with Vertical(classes="dialog"):
            yield Static(self._heading, classes="title")
            with VerticalScroll(classes="body"):
                yield Static(self._text)
            yield Static("esc close", classes="hints")
