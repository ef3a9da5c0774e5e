"""Meetings: the series with its dates, states and gaps, and the agenda of the one the cursor stands on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from boardtui.domain.dates import weekday
from boardtui.domain.deadlines import DeadlineRule, deadlines
from boardtui.domain.filter_keys import Kind
from boardtui.domain.meetings import MeetingOn
from boardtui.domain.states import HELD, MeetingState
from boardtui.domain.text import plural, shorten
from boardtui.domain.variations import Variation, gaps
from boardtui.domain.views import Item, Meeting
from boardtui.store.reading import board as reading
from boardtui.store.reading import calendar
from boardtui.store.reading import deadlines as reading_deadlines
from boardtui.store.reading import meetings as reading_meetings
from boardtui.store.reading.listings import MEETINGS
from boardtui.store.reading.reader import Database
from boardtui.ui.commands import bindings
from boardtui.ui.forms import meetings as forms
from boardtui.ui.screens.meeting_steps import MeetingSteps
from boardtui.ui.screens.meeting_words import stage, state, when_due
from boardtui.ui.screens.paged import Ask, First, PagedList
from boardtui.ui.widgets.literal import assembled, line, number
from boardtui.ui.widgets.record_list import Column, Row


@dataclass(frozen=True)
class Known:
    """What the lines of the list need to know: the interval, what else was agreed (N 7.2), and deadlines."""

    interval: int
    varied: tuple[Variation, ...]
    deadlines: DeadlineRule


class MeetingsScreen(PagedList[Meeting], MeetingSteps):
    """The series of meetings."""

    where = place = "meetings"
    views_of = "meetings"
    CSS_PATH = "../styles/meetings.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("meetings")
    beside = True
    kind = Kind.MEETINGS
    filter_says = "words  is:held  is:planned  date:2013-05  meeting:5"
    empty_says = "No meeting is planned yet. Press {meetings-add} to plan the first one."
    columns = (
        Column("No", 2),
        Column("Date", 15),
        Column("State", 16),
        Column("Days", 4),
        Column("Items", 5),
        Column("Lines", 5),
        Column("", 0),
    )
    listing = MEETINGS
    told: Known | None

    def __init__(self) -> None:
        super().__init__()
        self._agendas: dict[int, tuple[Item, ...]] = {}

    @property
    def register(self) -> str:
        """Return the register that is shown here."""
        return "meetings"

    def know(self, db: Database, ask: Ask) -> Known:  # noqa: ARG002  (the filter does not matter here)
        """Read what the lines need to know."""
        return Known(reading.board(db).interval_days, tuple(calendar.variations(db)), reading_deadlines.rule(db))

    def first_name(self, db: Database) -> str | None:
        """Return the number of the meeting in session, else of the next one planned, else of the last one held."""
        found = reading_meetings.in_hand(db)
        return str(found) if found is not None else None

    def filled(self, found: First[Meeting]) -> None:  # noqa: ARG002  (what was found is shown already)
        """Forget the agendas, which may have changed."""
        self._agendas.clear()

    def row(self, record: Meeting) -> Row:
        """Return a meeting as a line of the list."""
        return Row(
            str(record.number),
            (
                number(record.number, 2),
                weekday(record.date),
                state(record),
                number(record.days_since_last, 4),
                number(record.items, 5),
                number(record.entries or None, 5),
                self._note(record),
            ),
        )

    def write_preview(self) -> None:
        """Write what is known of the meeting; its agenda follows once it is read."""
        super().write_preview()
        meeting = self.meeting
        if meeting is not None and meeting.number not in self._agendas:
            wanted = meeting.number
            self.app.read(lambda db: (wanted, tuple(reading_meetings.items(db, wanted))), self._show_agenda)

    def _show_agenda(self, found: tuple[int, tuple[Item, ...]]) -> None:
        self._agendas[found[0]] = found[1]
        super().write_preview()

    def preview(self) -> Content:
        """Return a meeting's particulars and its agenda."""
        meeting = self.meeting
        if meeting is None:
            return Content("")
        parts = [
            assembled((f"Meeting {meeting.number}", "bold"), f", {weekday(meeting.date)} at {meeting.starts}"),
            line(meeting.place, "$foreground-muted"),
        ]
        if meeting.state == MeetingState.WITH_CHAIR:
            parts.append(line(stage(meeting)))
        if note := self._note(meeting):
            parts.append(line(note, "$text-warning"))
        step = self.step_of(meeting)
        if step is not None:
            parts.append(assembled(("n", "bold $footer-key-foreground"), "  ", line(step.label)))
        if self.told is not None and meeting.state not in forms.NOT_ARRANGED:
            due = deadlines(meeting.date, self.told.deadlines)
            parts.append(when_due(meeting, due, self._today, self.query_one("#side").size.width - 3))
        parts.append(Content(""))
        room = self.query_one("#side").size.width - 13
        parts += [
            assembled(
                f"{item.number:>2} ", (f"{item.minutes:>3} min  ", "$foreground-muted"), line(shorten(item.title, room))
            )
            for item in self._agendas.get(meeting.number, ())
        ]
        return Content("\n").join(part for part in parts)

    @property
    def _today(self) -> date:
        return self.app.desk.today if self.app.desk is not None else date.min

    def action_deadlines(self) -> None:
        """Ask how many working days before and after a meeting papers, agenda and draft minutes are due."""
        if self.told is not None:
            self.app.push_screen(forms.deadlines(self.told.deadlines))

    def open(self, key: str) -> None:
        """Open a meeting."""
        self.app.open_record("meeting", int(key))

    @property
    def meeting(self) -> Meeting | None:
        """Return the meeting the cursor stands on."""
        return self.record

    @property
    def recorded(self) -> tuple[str, str] | None:
        """Return the meeting as a record with a history."""
        return ("meeting", f"meeting {self.meeting.number}") if self.meeting else None

    def action_invitations(self) -> None:
        """Write the invitations to the meetings to come."""
        self.app.export_invitations()

    def action_add(self) -> None:
        """Ask how many meetings to add, then show their dates; of the first one its date."""
        if self.told is None or self.app.desk is None:
            return
        if not self.pages.order.count and not self.words:
            self.app.push_screen(forms.first_meeting(self.app.desk.today), self.for_new())
        else:
            self.app.push_screen(forms.how_many(), self._propose)

    def action_move(self) -> None:
        """Ask for another date."""
        meeting = self.meeting
        if meeting is None:
            return
        if meeting.state in HELD:
            self.app.say(f"Meeting {meeting.number} has been held: its date stays.", warning=True)
            return
        self.app.read(lambda db: (meeting, reading_meetings.meetings(db)), self._move)

    def _move(self, found: tuple[Meeting, list[Meeting]]) -> None:
        if self.told is not None and self.app.desk is not None:
            self.app.push_screen(forms.move(*found, self.told.interval, self.app.desk.today))

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
        notes = [self._gap(meeting)]
        if meeting.to_tidy:
            notes.append(f"{plural(meeting.to_tidy, 'line')} to tidy")
        notes.append(meeting.moved_because)
        return "; ".join(note for note in notes if note)

    def _gap(self, meeting: Meeting) -> str:
        """Say when the gap since the meeting before is wider than six weeks (N 7.2)."""
        known, desk, days = self.told, self.app.desk, meeting.days_since_last
        if known is None or desk is None or days is None or meeting.state in forms.NOT_ARRANGED:
            return ""
        pair = (MeetingOn(0, meeting.date - timedelta(days)), MeetingOn(meeting.number, meeting.date))
        (gap,) = gaps(pair, known.varied, desk.today, known.interval)
        if not gap.within:
            return f"✗ outside six weeks ({gap.allowed} days), not agreed"
        return f"as agreed: {gap.variation}" if gap.variation is not None else ""
