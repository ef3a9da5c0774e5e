"""Hides the Board after a while without a key, until the passphrase of its encrypted file is typed again."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from boardtui.ui.going import Going
from boardtui.ui.widgets.boxes import LineBox
from boardtui.ui.widgets.literal import line, literal


class Lock(ModalScreen[None]):
    """Covers everything; `opens` says, away from the screen, whether a passphrase is the file's."""

    app = getters.app(Going)
    BINDINGS: ClassVar[list[BindingType]] = [("ctrl+q", "app.quit", "Leave")]

    def __init__(self, file: str, opens: Callable[[str], bool]) -> None:
        super().__init__()
        self._file, self._opens = file, opens
        self._asked = False

    def compose(self) -> ComposeResult:
        """Show one box that hides what is typed, and nothing of the Board."""
        with Vertical(classes="dialog"):
            yield Static(line(f"{self._file} is locked"), classes="title")
            yield Static("Nothing is lost: what was half typed is still there. Its passphrase:", classes="paragraph")
            yield LineBox(password=True, compact=True)
            yield Static(id="note", classes="note")
            yield Static("enter unlock   ctrl+q leave the program", classes="hints")

    @on(Input.Submitted)
    def _try(self, event: Input.Submitted) -> None:
        event.stop()
        if self._asked or not event.value:
            return
        self._asked, given = True, event.value
        event.input.clear()
        self.app.run_aside(lambda: self._opens(given), self._tried)

    def _tried(self, right: bool) -> None:
        self._asked = False
        if right:
            self.dismiss()
        else:
            self.query_one("#note", Static).update(literal("That is not its passphrase. Try again.", "$text-error"))
