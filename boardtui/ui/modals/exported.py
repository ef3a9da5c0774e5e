"""After an export: where the paper is, and what to do with it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from boardtui.domain.text import plural
from boardtui.ui.keys import with_keys
from boardtui.ui.widgets.literal import literal


class Exported(ModalScreen[None]):
    """Names the file that was written, what it leaves out, the findings open in it; `o` opens it, `p` prints it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,enter", "dismiss", "Close"),
        ("o", "hand_over('open')", "Open"),
        ("p", "hand_over('print')", "Print"),
        ("c", "copy", "Copy the path"),
    ]

    def __init__(self, path: Path, left_open: int | None = None, withheld: str = "") -> None:
        super().__init__()
        self._path, self._left_open, self._withheld = path, left_open, withheld

    def compose(self) -> ComposeResult:
        """Show the path."""
        with Vertical(classes="dialog"):
            yield Static("Exported", classes="title")
            yield Static(literal(self._path.name, "bold"), classes="paragraph")
            yield Static(literal(f"in {self._path.parent}"), classes="paragraph")
            if self._withheld:
                said = f"Open version. Withheld, each with its reason: {self._withheld}."
                yield Static(literal(said), classes="paragraph")
            if self._left_open:
                are = "is" if self._left_open == 1 else "are"
                look = with_keys("look it through ({letter-preflight})")
                said = f"! {plural(self._left_open, 'finding')} {are} open: {look} before it leaves."
                yield Static(literal(said, "bold $text-warning"), classes="paragraph")
            elif self._left_open == 0:
                yield Static("✓ The check before it leaves found nothing.", classes="paragraph")
            opens = "o open in Word   p print" if self._path.suffix == ".docx" else "o open"
            yield Static(f"{opens}   c copy the path   esc close", classes="hints")

    def action_hand_over(self, verb: str) -> None:
        """Give the file to the system's word processor, or to its printer."""
        if hand_over(self._path, verb):
            self.dismiss()
        else:
            self.notify(
                f"This computer has nothing to {verb} it with. The file is where it says.",
                severity="warning",
                markup=False,
            )

    def action_copy(self) -> None:
        """Put the path on the clipboard."""
        self.app.copy_to_clipboard(str(self._path))
        self.notify("Copied.", markup=False)


def hand_over(path: Path, verb: str) -> bool:
    """Open or print a file with what the system has for it; no shell reads the path."""
    if sys.platform == "win32":
        os.startfile(path, verb)
        return True
    opener = "open" if sys.platform == "darwin" else "xdg-open"
    try:
        subprocess.Popen(
            [opener if verb == "open" else "lp", str(path.absolute())],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    return True
