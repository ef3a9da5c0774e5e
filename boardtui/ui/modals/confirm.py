"""Asks before something is done, saying what it will do."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from boardtui.ui.widgets.literal import literal


class Confirm(ModalScreen[bool]):
    """Says what will happen; enter does it, esc leaves everything as it is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,n", "answer(False)", "Leave it"),
        ("y", "answer(True)", "Do it"),
        ("left,right", "app.focus_next", "Other button"),
    ]
    AUTO_FOCUS = "#yes"

    def __init__(self, title: Content, says: Content, yes: str, no: str = "Leave it") -> None:
        super().__init__()
        self._title, self._says, self._yes, self._no = title, says, yes, no

    def compose(self) -> ComposeResult:
        """Show the question and its two answers."""
        with Vertical(classes="dialog"):
            yield Static(self._title, classes="title")
            with VerticalScroll(classes="body", can_focus=False):
                yield Static(self._says)
            with Horizontal(classes="buttons"):
                yield Button(literal(self._yes), id="yes", compact=True, variant="primary")
                yield Button(literal(self._no), id="no", compact=True)

    def action_answer(self, yes: bool) -> None:
        """Give an answer."""
        self.dismiss(yes)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.dismiss(event.button.id == "yes")
