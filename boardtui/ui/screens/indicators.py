"""Indicators: honestly empty for now, with what the Notice asks and where the Board discusses it meanwhile."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from boardtui.domain.views import Item, Meeting
from boardtui.store.reading import meetings as reading
from boardtui.store.reading.reader import Database
from boardtui.ui.commands import bindings
from boardtui.ui.screens.base import BoardScreen
from boardtui.ui.widgets.fields import weekday
from boardtui.ui.widgets.literal import line


class IndicatorsScreen(BoardScreen):
    """Says what will be here, and what to do until then."""

    where = place = "indicators"
    CSS_PATH = "../styles/indicators.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("indicators")

    def content(self) -> ComposeResult:
        """Return the text."""
        with VerticalScroll(id="said"):
            yield Static(id="indicators")

    def load(self) -> None:
        """Read where the dataset is on the next agenda."""
        if self.app.desk is not None:
            today = self.app.desk.today
            self.app.read(lambda db: _read(db, reading.next_meeting(db, today)), self.show)

    def show(self, found: tuple[Meeting, Item | None] | None) -> None:
        """Say it."""
        said = [
            Content.styled("Indicators", "bold $primary"),
            Content(""),
            Content(
                "The dataset of indicators is kept here from the next version on. Nothing is missing from your "
                "Board: there is simply no place for the figures yet."
            ),
            Content(""),
            Content.styled("What the Notice asks (N 7.3)", "bold $primary"),
            Content(
                "A dataset agreed with the Board, with targets at 6 and at 12 months, reported to every meeting; "
                "the aim is that all targets are met after 12 months."
            ),
            Content(""),
            Content.styled("Until then", "bold $primary"),
        ]
        if found is None:
            said.append(Content("No meeting is planned. Press 2, then a, to plan one."))
        elif (item := found[1]) is None:
            meeting = found[0]
            said.append(
                Content(
                    f"The agenda of meeting {meeting.number} has no item for the dataset: press 2, open the "
                    "meeting and add one with a."
                )
            )
        else:
            meeting = found[0]
            said.append(
                Content.assemble(
                    f"Meeting {meeting.number} on {weekday(meeting.date)} discusses it under item {item.number}, ",
                    line(item.title, "bold"),
                    ".",
                )
            )
            if item.paper:
                said.append(Content.assemble("Paper: ", line(item.paper)))
            said.append(Content("What is said about a figure is minuted there, and the paper goes with the agenda."))
        self.query_one("#indicators", Static).update(Content("\n").join(said))


def _read(db: Database, meeting: Meeting | None) -> tuple[Meeting, Item | None] | None:
    if meeting is None:
        return None
    items = reading.items(db, meeting.number)
    return meeting, next((item for item in items if item.kind == "dataset"), None)
