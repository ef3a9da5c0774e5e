"""E-mails ready to be copied, one for each lead: the Chair's queries, or the words that go with action sheets."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from boardtui.domain.emails import Email
from boardtui.ui.going import Going
from boardtui.ui.widgets.literal import line, literal


class Emails(ModalScreen[None]):
    """One e-mail at a time; `c` copies it and keeps it as a text file, the arrows go to the others."""

    app = getters.app(Going)
    AUTO_FOCUS = "#text"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter", "dismiss", "Close"),
        Binding("c,ctrl+c", "copy", "Copy"),
        Binding("right", "step(1)", "Next"),
        Binding("left", "step(-1)", "Before"),
    ]

    def __init__(self, emails: Sequence[Email], kept_as: str, note: str = "") -> None:
        super().__init__()
        self._emails, self._at, self._kept_as, self._note = tuple(emails), 0, kept_as, note

    def compose(self) -> ComposeResult:
        """Show the e-mail, and the keys."""
        with Vertical(classes="dialog -tall"):
            yield Static(id="which", classes="title")
            with VerticalScroll(classes="body", id="text"):
                yield Static(id="email")
            yield Static(literal(self._note), id="copied", classes="note")
            yield Static("c copy, and keep as a text file   ← → the others   esc close", classes="hints")

    def on_mount(self) -> None:
        """Show the first one."""
        self._show()

    def action_step(self, step: int) -> None:
        """Go to another e-mail."""
        self._at = (self._at + step) % len(self._emails)
        self.query_one("#copied", Static).update("")
        self._show()

    def action_copy(self) -> None:
        """Put the e-mail on the clipboard, and into a text file; say where."""
        email = self._emails[self._at]
        self.app.copy_to_clipboard(email.text)
        self.app.keep_text(f"{self._kept_as}-{email.lead or 'secretary'}", email.text, self._kept)

    def _kept(self, path: Path) -> None:
        self.query_one("#copied", Static).update(literal(f"✓ Copied, and kept as {path}"))

    def _show(self) -> None:
        email = self._emails[self._at]
        title = f"{self._at + 1} of {len(self._emails)}: {email.to}"
        self.query_one("#which", Static).update(line(title))
        self.query_one("#email", Static).update(literal(email.text))
