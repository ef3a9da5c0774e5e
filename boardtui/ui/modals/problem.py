"""An error that can be read and copied: what happened, what it means, what to do."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from boardtui.errors import BoardError, StaleError
from boardtui.ui.widgets.literal import literal


class Problem(ModalScreen[None]):
    """Says what went wrong in the words of the error."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,enter", "dismiss", "Close"),
        ("c", "copy", "Copy"),
    ]

    def __init__(self, problem: BoardError) -> None:
        super().__init__()
        self._problem = problem

    def compose(self) -> ComposeResult:
        """Show the parts that there are."""
        problem = self._problem
        with Vertical(classes="dialog -problem"):
            yield Static(literal(problem.title), classes="title")
            with VerticalScroll(classes="body"):
                for text in (problem.message, problem.hint):
                    if text:
                        yield Static(literal(text), classes="paragraph")
                if isinstance(problem, StaleError):
                    for said, text in (("As it is now", problem.theirs), ("As you wrote it", problem.ours)):
                        if text:
                            yield Static(literal(said), classes="label")
                            yield Static(literal(text), classes="paragraph")
            yield Static("esc close   c copy", classes="hints")

    def action_copy(self) -> None:
        """Put the whole error on the clipboard."""
        problem = self._problem
        parts = [problem.title, problem.message, problem.hint]
        if isinstance(problem, StaleError):
            parts += [problem.theirs, problem.ours]
        self.app.copy_to_clipboard("\n".join(part for part in parts if part))
        self.notify("Copied.", markup=False)
