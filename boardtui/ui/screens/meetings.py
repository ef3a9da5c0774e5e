"""Meetings: the series with its dates, states and gaps, and the agenda of the one the cursor stands on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from boardtui.domain.dates import weekday
from boardtui.domain.filter_facts import of_meeting
from boardtui.domain.filter_keys import Kind
from boardtui.domain.meetings import MeetingOn
from boardtui.domain.states import HELD, MeetingState
from boardtui.domain.text import plural, shorten
from boardtui.domain.variations import gaps
from boardtui.domain.views import Item, Meeting
from boardtui.store.reading import board as reading
from boardtui.store.reading import calendar
from boardtui.store.reading import meetings as reading_meetings
from boardtui.store.reading.reader import Database
from boardtui.ui.commands import bindings
from boardtui.ui.forms import meetings as forms
from boardtui.ui.screens.filtered import FilteredList
from boardtui.ui.screens.meeting_steps import MeetingSteps
from boardtui.ui.widgets.literal import assembled, line, number
from boardtui.ui.widgets.record_list import Column, Row


@dataclass(frozen=True)
class Shown:
    """What the list shows: the meetings, their agendas, and what each gap should be warned of."""

    meetings: tuple[Meeting, ...]
    agendas: dict[int, tuple[Item, ...]]
    warnings: dict[int, str]
    interval: int


class MeetingsScreen(FilteredList, MeetingSteps):
    """The series of meetings."""

    where = place = "meetings"
    CSS_PATH = "../styles/meetings.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("meetings")
    beside = True
    kind = Kind.MEETINGS
    filter_says = "words  is:held  is:planned  date:2013-05  meeting:5"
    empty_says = "No meeting is planned yet. Press a to plan the first one."
    columns = (
        Column("No", 2),
        Column("Date", 15),
        Column("State", 16),
        Column("Days", 4),
        Column("Items", 5),
        Column("Lines", 5),
        Column("", 0),
    )
    shown: Shown | None = None

    @property
    def register(self) -> str:
        """Return the register that is shown here."""
        return "meetings"

    def load(self) -> None:
        """Read the series."""
        if self.app.desk is not None:
            today = self.app.desk.today
            self.app.read(lambda db: _read(db, today), self.show)

    def show(self, shown: Shown) -> None:
        """Show the series; at first the cursor stands on the meeting in session, the next one, or the last held."""
        first = self.shown is None
        self.shown = shown
        if first and self.stand_on_next is None:
            self.stand_on_next = _in_hand(shown.meetings)
        self.refill()

    def rows(self) -> list[Row]:
        """Return the meetings in order of date."""
        if self.shown is None:
            return []
        wanted = self.wanted
        return [
            Row(
                str(m.number),
                (
                    number(m.number, 2),
                    weekday(m.date),
                    m.state,
                    number(m.days_since_last, 4),
                    number(m.items, 5),
                    number(m.entries or None, 5),
                    self._note(m),
                ),
            )
            for m in self.shown.meetings
            if of_meeting(m).fit(wanted)
        ]

    def preview(self) -> Content:
        """Return a meeting's particulars and its agenda."""
        meeting = self.meeting
        if meeting is None or self.shown is None:
            return Content("")
        parts = [
            assembled((f"Meeting {meeting.number}", "bold"), f", {weekday(meeting.date)} at {meeting.starts}"),
            line(meeting.place, "$foreground-muted"),
        ]
        if note := self._note(meeting):
            parts.append(line(note, "$text-warning"))
        step = self.step_of(meeting)
        if step is not None:
            parts.append(assembled(("n", "bold $footer-key-foreground"), "  ", line(step.label)))
        parts.append(Content(""))
        room = self.query_one("#side").size.width - 13
        parts += [
            assembled(
                f"{item.number:>2} ", (f"{item.minutes:>3} min  ", "$foreground-muted"), line(shorten(item.title, room))
            )
            for item in self.shown.agendas.get(meeting.number, ())
        ]
        return Content("\n").join(part for part in parts)

    def open(self, key: str) -> None:
        """Open a meeting."""
        self.app.open_record("meeting", int(key))

    @property
    def meeting(self) -> Meeting | None:
        """Return the meeting the cursor stands on."""
        if self.shown is None:
            return None
        return next((m for m in self.shown.meetings if str(m.number) == self.chosen), None)

    @property
    def recorded(self) -> tuple[str, str] | None:
        """Return the meeting as a record with a history."""
        return ("meeting", f"meeting {self.meeting.number}") if self.meeting else None

    def action_invitations(self) -> None:
        """Write the invitations to the meetings to come."""
        self.app.export_invitations()

    def action_add(self) -> None:
        """Ask how many meetings to add, then show their dates."""
        if self.shown is None or self.app.desk is None:
            return
        if not self.shown.meetings:
            self.app.push_screen(forms.first_meeting(self.app.desk.today), self.for_new())
        else:
            self.app.push_screen(forms.how_many(), self._propose)

    def action_move(self) -> None:
        """Ask for another date."""
        meeting = self.meeting
        if meeting is None or self.shown is None or self.app.desk is None:
            return
        if meeting.state in HELD:
            self.app.say(f"Meeting {meeting.number} has been held: its date stays.", warning=True)
            return
        self.app.push_screen(forms.move(meeting, self.shown.meetings, self.shown.interval, self.app.desk.today))

    def action_cancel(self) -> None:
        """Ask why the meeting is cancelled."""
        meeting = self.meeting
        if meeting is None:
            return
        if meeting.state in HELD:
            self.app.say(f"Meeting {meeting.number} has been held.", warning=True)
            return
        self.app.push_screen(forms.cancel(meeting))

    def _propose(self, answers: dict[str, int] | None) -> None:
        if answers:
            count = answers["count"]
            self.app.read(lambda db: forms.propose(db, count), self._ask)

    def _ask(self, found: forms.Series) -> None:
        from boardtui import services

        count, made = len(found.proposed), self.for_new()

        def answered(yes: bool | None) -> None:
            if yes:
                self.app.change(lambda work: services.meetings.plan_meetings(work, count), made)

        self.app.push_screen(forms.show_series(found), answered)

    def _note(self, meeting: Meeting) -> str:
        notes = [self.shown.warnings.get(meeting.number, "")] if self.shown else []
        if meeting.to_tidy:
            notes.append(f"{plural(meeting.to_tidy, 'line')} to tidy")
        notes.append(meeting.moved_because)
        return "; ".join(note for note in notes if note)


def _in_hand(meetings: Sequence[Meeting]) -> str | None:
    """Return the number of the meeting in session, else of the next one planned, else of the last one held."""
    in_session = [m for m in meetings if m.state == MeetingState.IN_SESSION]
    planned = [m for m in meetings if m.state in (MeetingState.PLANNED, MeetingState.AGENDA_ISSUED)]
    held = [m for m in meetings if m.state in HELD]
    found = (*in_session, *planned, *reversed(held))
    return str(found[0].number) if found else None


def _read(db: Database, today: date) -> Shown:
    known = reading_meetings.meetings(db)
    interval, varied = reading.board(db).interval_days, calendar.variations(db)
    arranged = [MeetingOn(m.number, m.date, MeetingState(m.state)) for m in known if m.state not in forms.NOT_ARRANGED]
    warnings = {}
    for gap in gaps(arranged, varied, today, interval):
        if not gap.within:
            warnings[gap.later.number] = f"✗ outside six weeks ({gap.allowed} days), not agreed"
        elif gap.variation is not None:
            warnings[gap.later.number] = f"as agreed: {gap.variation}"
    agendas = {m.number: tuple(reading_meetings.items(db, m.number)) for m in known}
    return Shown(tuple(known), agendas, warnings, interval)
