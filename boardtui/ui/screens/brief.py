"""The Chair's private brief: one page of what to press on at the next meeting, to be read and to be printed."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.types import CSSPathType
from textual.widgets import Static

from boardtui.domain.brief import Brief, brief
from boardtui.domain.dates import show, weekday
from boardtui.store.reading.brief import brief_record
from boardtui.ui.commands import bindings
from boardtui.ui.screens.base import BoardScreen
from boardtui.ui.widgets.literal import hanging, literal


class BriefScreen(BoardScreen):
    """Challenges, promises, lateness, doubtful ratings, failing indicators, duties, absences."""

    where = "brief"
    place = "home"
    CSS_PATH: ClassVar[CSSPathType | None] = "../styles/record.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("brief")
    AUTO_FOCUS = "#whole"
    found: Brief | None = None

    def __init__(self, number: int | None = None) -> None:
        super().__init__()
        self._number = number

    def content(self) -> ComposeResult:
        """Return the page."""
        with VerticalScroll(id="whole"):
            yield Static("Reading the record …", id="what")

    def load(self) -> None:
        """Read the record."""
        desk, number = self.app.desk, self._number
        if desk is not None:
            today = desk.today
            self.app.read(lambda db: brief(brief_record(db, number, today)), self.show)

    def show(self, found: Brief) -> None:
        """Show the page."""
        self.found = found
        self.write()

    def write(self) -> None:
        """Write the page to fit the width."""
        if self.found is not None:
            box = self.query_one("#what", Static)
            box.update(page(self.found, max(box.size.width, 30)))

    def on_resize(self) -> None:
        """Fit the text to the width there is."""
        self.call_after_refresh(self.write)

    def action_export(self) -> None:
        """Write the page as a Word file."""
        self.app.export_brief(self._number)


def page(found: Brief, width: int) -> Content:
    """Return the whole page."""
    meeting = found.meeting
    title = f"Meeting {meeting.number}, {weekday(meeting.date)}" if meeting else "The next meeting is not arranged"
    said = [
        literal(f"Private, for the Chair: {title}", "bold $primary"),
        literal(f"As at {show(found.on)}. It is in no pack and no archive.", "$foreground-muted"),
    ]
    for part in found.parts:
        said += [Content(""), hanging("", part.heading, width, "bold $primary")]
        said += [hanging(literal(f"{one.ref:<7} ", "bold"), one.text, width) for one in part.rows]
        if not part.rows:
            said.append(literal(part.nothing, "$foreground-muted"))
    return Content("\n").join(said)
