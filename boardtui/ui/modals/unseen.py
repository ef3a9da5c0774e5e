"""Asks for something that is not shown while it is typed, and kept nowhere."""

from __future__ import annotations

from typing import TypeVar

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from boardtui.ui.going import Going
from boardtui.ui.widgets.boxes import LineBox
from boardtui.ui.widgets.literal import line, literal

T = TypeVar("T")


class Unseen(ModalScreen[T]):
    """Shows one box that hides what is typed; `tries` is handed each try, and `refused` says why it was none."""

    app = getters.app(Going)
    hints = ""

    def __init__(self, title: str, says: str) -> None:
        super().__init__()
        self._title, self._says = title, says
        self._asked = False

    def tries(self, given: str) -> None:
        """Try what was typed."""
        raise NotImplementedError

    def refused(self, why: str) -> None:
        """Say that it was not right, and let it be typed again."""
        self._asked = False
        self.query_one("#note", Static).update(literal(why, "$text-error"))

    def compose(self) -> ComposeResult:
        """Show the title, what is asked for, and the box."""
        with Vertical(classes="dialog"):
            yield Static(line(self._title), classes="title")
            yield Static(line(self._says), classes="paragraph")
            yield LineBox(password=True, compact=True)
            yield Static(id="note", classes="note")
            yield Static(line(self.hints), classes="hints")

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        event.stop()
        if self._asked or not event.value:
            return
        self._asked, given = True, event.value
        event.input.clear()
        self.tries(given)
