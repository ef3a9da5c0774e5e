"""Asks for the Chair's sign-off passphrase."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import BindingType

from boardtui.ui.modals.unseen import Unseen

if TYPE_CHECKING:
    from boardtui.store.unit import Work


class AskPassphrase(Unseen[bool]):
    """Signs with the passphrase that is typed; a wrong one is said here, and nothing is signed.

    `sign` makes the change from the passphrase; the dialog gives back whether it was made.
    """

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss(False)", "Leave it")]
    hints = "enter sign   esc leave it unsigned"

    def __init__(self, title: str, sign: Callable[[str], Callable[[Work], Any]]) -> None:
        super().__init__(title, "The Chair's sign-off passphrase:")
        self._sign = sign

    def tries(self, given: str) -> None:
        """Make the change that signs."""
        self.app.change(self._sign(given), lambda _: self.dismiss(True), lambda problem: self.refused(str(problem)))
