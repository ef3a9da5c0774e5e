"""Shows how far something long has come; esc stops it before anything is changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event
from typing import Any, ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import ProgressBar, Static

from boardtui.domain.progress import Progress
from boardtui.errors import BoardError
from boardtui.ui.at_work import AtWork
from boardtui.ui.widgets.literal import line

PATIENCE = 1.0
"""Seconds after which a person is shown how far it is; what is quicker just happens."""


class Working(ModalScreen[Any]):
    """Runs a job in a thread and shows its progress; gives back what came of it, None if it failed or was stopped.

    With `patience` nothing is shown for the first second.
    """

    app = getters.app(AtWork)
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "stop", "Stop")]

    @dataclass
    class Moved(Message):
        """The job has come so far."""

        what: str
        done: int
        of: int

    def __init__(self, title: str, job: Callable[[Progress], Any], *, patience: bool = False) -> None:
        super().__init__(classes="-unseen" if patience else None)
        self._title, self._job = title, job
        self._stopped = Event()

    def compose(self) -> ComposeResult:
        """Show what is being done."""
        with Vertical(classes="dialog"):
            yield Static(line(self._title), classes="title")
            yield Static(Content("…"), id="what")
            yield ProgressBar(total=1, show_eta=False)
            yield Static("esc stop", classes="hints")

    def on_mount(self) -> None:
        """Begin."""
        self.set_timer(PATIENCE, lambda: self.remove_class("-unseen"))
        self.app.run_aside(self._run, self._ended)

    def action_stop(self) -> None:
        """Stop at the next step; nothing is changed then."""
        self._stopped.set()
        self.query_one("#what", Static).update(Content("Stopping …"))

    def _run(self) -> tuple[Any, BaseException | None]:
        try:
            return self._job(self._tell), None
        except Exception as problem:  # shown when this dialog is gone
            return None, problem

    def _tell(self, what: str, done: int, of: int) -> None:
        if self._stopped.is_set():
            raise BoardError("Stopped.", "Nothing was changed.", "Begin again when it suits you.")
        self.post_message(self.Moved(what, done, of))

    @on(Moved)
    def _show(self, event: Moved) -> None:
        event.stop()
        self.query_one("#what", Static).update(line(f"{event.what} …"))
        self.query_one(ProgressBar).update(total=max(event.of, 1), progress=event.done)

    def _ended(self, came: tuple[Any, BaseException | None]) -> None:
        found, problem = came
        self.dismiss(found)
        if problem is not None:
            self.app.complain(problem)
