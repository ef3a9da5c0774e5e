"""One step of the tour: a panel below the place it is about, which says what to see there and which key to press."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from boardtui.ui.keys import with_keys
from boardtui.ui.widgets.literal import assembled, hanging, literal

_WIDE = 74


class Tour(ModalScreen[int]):
    """Says one step; it gives back how many steps to go on: 1, -1 back, 0 to end the tour."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("enter,right,space,f3", "dismiss(1)", "Next"),
        ("left,f2", "dismiss(-1)", "Back"),
        ("escape,q", "dismiss(0)", "End the tour"),
    ]

    def __init__(self, number: int, of: int, title: str, says: str, keys: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self._number, self._of, self._title, self._says, self._keys = number, of, title, says, keys

    def compose(self) -> ComposeResult:
        """Show the panel; the place above it stays in sight."""
        hints = f"enter {'next' if self._number < self._of else 'done'}   ← back   esc end the tour"
        with Vertical(id="panel"):
            head = assembled((f"{self._number} of {self._of}  ", "bold $primary"), (self._title, "bold"))
            yield Static(head, classes="title")
            yield Static(self._told())
            yield Static(literal(hints), classes="hints")

    def _told(self) -> Content:
        lines = [hanging("", self._says, _WIDE)]
        keys = [(with_keys(key), with_keys(what)) for key, what in self._keys]
        lines += [hanging(literal(f"{key:<8}", "bold $footer-key-foreground"), what, _WIDE) for key, what in keys]
        return Content("\n").join(lines)
