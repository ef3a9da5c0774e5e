"""What changed since the last meeting, or between any two moments: one page, read as at both and compared."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.types import CSSPathType
from textual.widgets import Static

from boardtui.domain.changes import Changes
from boardtui.domain.moments import Closed
from boardtui.errors import BoardError
from boardtui.store.reading.meetings import closed
from boardtui.ui.commands import bindings
from boardtui.ui.forms import as_at as forms
from boardtui.ui.modals.form import Answers
from boardtui.ui.screens import changes_words
from boardtui.ui.screens.base import BoardScreen
from boardtui.ui.widgets.literal import literal


class ChangesScreen(BoardScreen):
    """Ratings, actions, indicators, decisions and duties met, one below the other."""

    where = "changes"
    place = "home"
    CSS_PATH: ClassVar[CSSPathType | None] = "../styles/record.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("changes")
    AUTO_FOCUS = "#whole"
    found: Changes | None = None

    def __init__(self) -> None:
        super().__init__()
        self._since: str | None = None
        self._until: str | None = None

    def content(self) -> ComposeResult:
        """Return the page."""
        with VerticalScroll(id="whole"):
            yield Static("Comparing …", id="what")

    def load(self) -> None:
        """Read the Board as at both moments and compare."""
        desk, since, until = self.app.desk, self._since, self._until
        if desk is None:
            return

        def compare() -> Changes | BoardError:
            from boardtui import services

            try:
                return services.changes.changes(desk, since, until)
            except BoardError as problem:
                return problem

        self.app.run_aside(compare, self.show, awaited=True)

    def show(self, found: Changes | BoardError) -> None:
        """Show what changed, or why nothing can be compared."""
        if isinstance(found, BoardError):
            self.query_one("#what", Static).update(literal(str(found)))
            return
        self.found = found
        self.write()

    def write(self) -> None:
        """Write the page to fit the width."""
        if self.found is not None:
            box = self.query_one("#what", Static)
            box.update(changes_words.page(self.found, max(box.size.width, 30)))

    def on_resize(self) -> None:
        """Fit the text to the width there is."""
        self.call_after_refresh(self.write)

    def action_between(self) -> None:
        """Ask for the two moments to compare."""
        self.app.read(closed, self._ask)

    def action_export(self) -> None:
        """Export the page to Word."""
        if self.found is not None:
            self.app.export_changes(self._since, self._until)

    def _ask(self, held: list[Closed]) -> None:
        if not held or self.app.desk is None:
            self.app.say("No meeting has closed yet: there is nothing to compare with.", warning=True)
            return
        before = held[1] if len(held) > 1 else held[0]
        form = forms.between(held, self.app.desk.today, str(before.number), str(held[0].number))
        self.app.push_screen(form, self._compare)

    def _compare(self, answers: Answers | None) -> None:
        if answers is not None:
            self._since = forms.moment(answers, "from", "from_day")
            self._until = forms.moment(answers, "to", "to_day")
            self.load()
