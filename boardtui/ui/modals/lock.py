"""Hides the Board after a while without a key, until the passphrase of its encrypted file is typed again."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType

from boardtui.ui.modals.unseen import Unseen


class Lock(Unseen[None]):
    """Covers everything; `opens` says, away from the screen, whether a passphrase is the file's."""

    BINDINGS: ClassVar[list[BindingType]] = [("ctrl+q", "app.quit", "Leave")]
    hints = "enter unlock   ctrl+q leave the program"

    def __init__(self, file: str, opens: Callable[[str], bool]) -> None:
        super().__init__(f"{file} is locked", "Nothing is lost: what was half typed is still there. Its passphrase:")
        self._opens = opens

    def tries(self, given: str) -> None:
        """Find out whether it is the file's passphrase, and uncover the Board if so."""
        self.app.run_aside(lambda: self._opens(given), self._tried)

    def _tried(self, right: bool) -> None:
        if right:
            self.dismiss()
        else:
            self.refused("That is not its passphrase. Try again.")
