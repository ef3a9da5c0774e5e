"""The forward plan: meeting by meeting what will come; an item is added to the meeting the cursor stands in."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from boardtui.domain.dates import weekday
from boardtui.domain.forward import Ahead, ForwardPaper, MeetingAhead, Part, forward_plan, said_when
from boardtui.domain.typed_words import has_words
from boardtui.store.reading.forward import forward_paper
from boardtui.ui.commands import bindings
from boardtui.ui.forms import agenda as forms
from boardtui.ui.screens.lists import ListScreen
from boardtui.ui.screens.meeting_words import when_due
from boardtui.ui.widgets.literal import hanging, line
from boardtui.ui.widgets.record_list import Column, Row
from boardtui.ui.widgets.restricted import marked

_OPENS = {Part.ACTION: "action", Part.LINE: "line"}


class ForwardScreen(ListScreen):
    """Everything that has a day ahead, under the meeting it comes to."""

    where = "forward"
    place = "meetings"
    CSS_PATH = "../styles/meetings.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("forward")
    empty_says = "No meeting is planned. Press {meetings}, then {meetings-add}, to plan the next one."
    columns = (Column("", 18), Column("Ref", 8), Column("What comes", 0), Column("By when", 17), Column("Who", 10, 90))
    paper: ForwardPaper | None = None

    def __init__(self, number: int | None = None) -> None:
        super().__init__()
        self._begin_at = number
        self._found: dict[str, tuple[MeetingAhead, Ahead]] = {}

    def load(self) -> None:
        """Read what has a day ahead."""
        if (desk := self.app.desk) is not None:
            today = desk.today
            self.app.read(lambda db: forward_paper(db, today), self.show)

    def show(self, paper: ForwardPaper) -> None:
        """Show it under the meetings."""
        self.paper = paper
        self._found = {
            f"{coming.meeting.number} {n}": (coming, one)
            for coming in forward_plan(paper)
            for n, one in enumerate(coming.ahead)
        }
        at, self._begin_at = self._begin_at, None
        self.refill(f"{at} 0" if at is not None else None)

    def rows(self) -> list[Row]:
        """Return what comes, under a heading for each meeting."""
        found: list[Row] = []
        number = None
        for key, (coming, one) in self._found.items():
            when, kept = said_when(one, self._today), marked(one.text, one.restricted)
            if not has_words(self.words, str(one.part), one.ref, one.text, one.who, when):
                continue
            if coming.meeting.number != number:
                number = coming.meeting.number
                title = f"Meeting {number}, {weekday(coming.meeting.date)}"
                found.append(Row(f"heading {number}", (title,), heading=True))
            found.append(Row(key, (str(one.part), one.ref, kept, when, one.who)))
        return found

    def preview(self) -> Content:
        """Return what the cursor stands on in full, and the deadlines of its meeting."""
        found = self._found.get(self.chosen or "")
        if found is None:
            return Content("")
        coming, one = found
        width = self.query_one("#side").size.width - 3
        said = [hanging(f"{one.ref}  " if one.ref else "", one.text, width, "bold")]
        if one.restricted:
            said.append(hanging("Restricted: ", one.restricted, width, "$text-warning"))
        about = ", ".join(filter(None, (str(one.part), said_when(one, self._today), one.who)))
        said.append(line(about, "$foreground-muted"))
        if coming.due is not None:
            said.append(when_due(coming.meeting, coming.due, self._today, width))
        return Content("\n").join(said)

    def open(self, key: str) -> None:
        """Open the record itself: an action, a plan line, a duty, or the meeting for its items."""
        coming, one = self._found[key]
        number = coming.meeting.number
        if (kind := _OPENS.get(one.part)) is not None:
            self.app.open_record(kind, one.ref)
        elif one.part is Part.DUTY:
            self.app.show_place("notice", f"duties at:{one.ref}")
        elif one.part is Part.FIGURES:
            self.app.show_place("indicators")
        else:
            self.app.open_record("meeting", number, int(one.ref) if one.ref.isdecimal() else None)

    def action_add(self) -> None:
        """Ask for an item to go on the agenda of the meeting the cursor stands in."""
        found = self._found.get(self.chosen or "")
        if found is None or self.paper is None:
            self.app.say("Put the cursor on a meeting's line first.", warning=True)
        else:
            self.app.push_screen(forms.add(found[0].meeting.number, self.paper.people, None))

    def action_meeting(self) -> None:
        """Open the meeting the cursor stands in."""
        if (found := self._found.get(self.chosen or "")) is not None:
            self.app.open_record("meeting", found[0].meeting.number)

    def action_export(self) -> None:
        """Export the forward plan to Word."""
        self.app.export("forward-plan")

    @property
    def _today(self) -> date:
        return self.paper.on if self.paper is not None else date.min
