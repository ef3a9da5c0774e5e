"""Asks for the Chair's sign-off passphrase; what is typed is not shown and kept nowhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from boardtui.errors import BoardError
from boardtui.ui.going import Going
from boardtui.ui.widgets.boxes import LineBox
from boardtui.ui.widgets.literal import line, literal

if TYPE_CHECKING:
    from boardtui.store.unit import Work


class AskPassphrase(ModalScreen[bool]):
    """Signs with the passphrase that is typed; a wrong one is said here, and nothing is signed.

    `sign` makes the change from the passphrase; the dialog gives back whether it was made.
    """

    app = getters.app(Going)
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss(False)", "Leave it")]

    def __init__(self, title: str, sign: Callable[[str], Callable[[Work], Any]]) -> None:
        super().__init__()
        self._title, self._sign = title, sign
        self._asked = False

    def compose(self) -> ComposeResult:
        """Show one box that hides what is typed."""
        with Vertical(classes="dialog"):
            yield Static(line(self._title), classes="title")
            yield Static("The Chair's sign-off passphrase:", classes="paragraph")
            yield LineBox(password=True, compact=True)
            yield Static(id="note", classes="note")
            yield Static("enter sign   esc leave it unsigned", classes="hints")

    @on(Input.Submitted)
    def _try(self, event: Input.Submitted) -> None:
        event.stop()
        if self._asked or not event.value:
            return
        self._asked, given = True, event.value
        event.input.clear()
        self.app.change(self._sign(given), lambda _: self.dismiss(True), self._refused)

    def _refused(self, problem: BoardError) -> None:
        self._asked = False
        self.query_one("#note", Static).update(literal(str(problem), "$text-error"))
