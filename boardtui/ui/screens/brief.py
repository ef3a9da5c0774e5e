"""The Chair's private brief: one page of what to press on at the next meeting, to be read and to be printed."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.types import CSSPathType
from textual.widgets import Static

from boardtui.domain.brief import Brief, Record, brief
from boardtui.domain.dates import show, weekday
from boardtui.store.reading.brief import brief_record
from boardtui.ui.commands import bindings
from boardtui.ui.keys import with_keys
from boardtui.ui.screens.base import BoardScreen
from boardtui.ui.widgets.literal import hanging, literal


class BriefScreen(BoardScreen):
    """Challenges, red lines, promises, lateness, doubtful ratings, failing indicators, duties, absences."""

    where = "brief"
    place = "home"
    CSS_PATH: ClassVar[CSSPathType | None] = "../styles/record.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("brief")
    AUTO_FOCUS = "#whole"
    record: Record | None = None
    found: Brief | None = None
    whole = False

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
            self.app.read(lambda db: brief_record(db, number, today), self.show)

    def show(self, record: Record) -> None:
        """Show the page."""
        self.record, self.found = record, brief(record, whole=self.whole)
        self.write()

    def action_whole(self) -> None:
        """Show all of it, or one page of it again."""
        if self.record is not None:
            self.whole = not self.whole
            self.show(self.record)

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
    cut = with_keys(" One page: {brief-whole} shows all.") if any(part.more for part in found.parts) else ""
    said = [
        literal(f"Private, for the Chair: {title}", "bold $primary"),
        hanging("", f"As at {show(found.on)}. In no pack and no archive.{cut}", width, "$foreground-muted"),
    ]
    for part in found.parts:
        said += [Content(""), hanging("", part.heading, width, "bold $primary")]
        said += [hanging(literal(f"{one.ref:<7} ", "bold"), one.text, width) for one in part.rows]
        if not part.rows:
            said.append(literal(part.nothing, "$foreground-muted"))
    return Content("\n").join(said)
