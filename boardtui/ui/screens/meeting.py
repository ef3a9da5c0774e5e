"""One meeting: its agenda with planned and used minutes, and the item in hand with what was minuted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from boardtui import services
from boardtui.domain.clock_times import time_after
from boardtui.domain.dates import weekday
from boardtui.domain.deadlines import next_deadline
from boardtui.domain.roles import Step
from boardtui.domain.spelling import Doubt
from boardtui.domain.states import HELD, LOCKED, ItemState, MeetingState
from boardtui.domain.views import Entry, Item, Meeting
from boardtui.ui.commands import bindings
from boardtui.ui.forms import agenda as forms
from boardtui.ui.forms.meetings import particulars
from boardtui.ui.forms.steps import correct, correcting, starting, why_not_corrected
from boardtui.ui.keys import with_keys
from boardtui.ui.modals.confirm import Confirm
from boardtui.ui.screens.meeting_items import MeetingItems
from boardtui.ui.screens.meeting_shown import Shown, read_shown
from boardtui.ui.screens.meeting_steps import MeetingSteps
from boardtui.ui.screens.meeting_words import in_year, item_in_full, stage
from boardtui.ui.screens.querying import Asked, Querying
from boardtui.ui.screens.restricting import Restricting
from boardtui.ui.screens.threading import OnThread
from boardtui.ui.widgets.literal import assembled, cell, line, literal, number, side_by_side
from boardtui.ui.widgets.record_list import Column, RecordList, Row
from boardtui.ui.widgets.restricted import marked

_PLANNED = (Column("No", 2), Column("Item", 0), Column("For", 11, 60), Column("Min", 3))
"""The columns of an agenda; how many minutes were used is told once the meeting has begun."""


class MeetingScreen(MeetingItems, MeetingSteps, OnThread, Restricting, Querying):
    """The agenda on the left, the item on the right."""

    where = "meeting"
    place = "meetings"
    CSS_PATH = "../styles/meeting.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("meeting")
    empty_says = "This agenda is empty. Press {meeting-add} to add an item."
    columns = (*_PLANNED, Column("Used", 4))

    def __init__(self, number: int, item: int | None = None, minute: str = "") -> None:
        super().__init__()
        self.number, self._stand_at, self._stand_on_minute = number, item, minute

    @property
    def meeting(self) -> Meeting | None:
        """Return the meeting."""
        return self.shown.meeting if self.shown else None

    @property
    def items(self) -> tuple[Item, ...]:
        """Return its items."""
        return self.shown.items if self.shown else ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return what was minuted."""
        return self.shown.entries if self.shown else ()

    @property
    def knot(self) -> tuple[str, str] | None:
        """Return the line or the item as a record of the golden thread; an item's lines lead on from it."""
        if (entry := self.entry) is not None and entry.paragraph is not None:
            return "entry", entry.ref
        return ("agenda item", f"{self.number}/{self.item.number}") if self.item else None

    @property
    def recorded(self) -> tuple[str, str] | None:
        """Return the meeting, with all of its items and entries, as a record with a history."""
        return "meeting", f"meeting {self.number}"

    @property
    def labels(self) -> Mapping[str, str]:
        """Return what a key is called here when its usual name would mislead; an empty name is not hinted at."""
        lines = {"meeting-open": "" if self.entry is not None else "lines"}
        match self.meeting.state if self.meeting else None:
            case MeetingState.IN_SESSION:
                return {**lines, "meeting-start": "live mode"}
            case MeetingState.DRAFT | MeetingState.WITH_CHAIR:
                return {**lines, "meeting-start": "correct"}
            case MeetingState.SIGNED | MeetingState.CONFIRMED:
                return {**lines, "meeting-start": ""}
            case _:
                return {"meeting-open": "", "meeting-filter": ""}

    @property
    def asked(self) -> Asked | None:
        """Return the minutes of the meeting as a query names them."""
        return Asked(f"minutes {self.number}", f"Minutes of meeting {self.number}", None) if self.meeting else None

    def load(self) -> None:
        """Read the meeting."""
        number = self.number
        self.app.read(lambda db: read_shown(db, number), self.show)

    def show(self, shown: Shown) -> None:
        """Show the agenda."""
        first = self.shown is None
        self.shown = shown
        live = first and shown.meeting.state == MeetingState.IN_SESSION
        at = next((item.id for item in shown.items if item.number == self._stand_at), None)
        minute = self._unfold_for(self._stand_on_minute)
        self._stand_at, self._stand_on_minute = None, ""
        begun = shown.meeting.opened_at is not None
        self.query_one(RecordList).use(type(self).columns if begun else _PLANNED)
        self.refill(minute or at or (shown.meeting.item_in_hand if live else None))

    def _unfold_for(self, ref: str) -> str | None:
        """Unfold the item under which a minute stands, and return the minute's key; nothing where it is not here."""
        entry = next((one for one in self.entries if one.paragraph is not None and one.ref == ref), None)
        item = next((one for one in self.items if entry is not None and one.number == entry.item), None)
        if entry is None or item is None:
            return None
        self.unfolded = item.id
        return entry.id

    def above(self) -> Content | None:
        """Return when and where, how far the meeting is, and how long it is planned to take."""
        if self.shown is None:
            return None
        meeting, items = self.shown.meeting, self.shown.items
        planned = sum(item.minutes for item in items if item.state != ItemState.DEFERRED)
        used = sum(item.used_seconds for item in items) // 60
        answers = with_keys("{meeting-query}")
        ends = time_after(meeting.starts, planned)
        until = f", to end by {ends}" if ends and planned else ""
        took = f"{planned} min planned, {used} used" if meeting.opened_at else f"{planned} min planned{until}"
        said = [
            assembled(
                (f"Meeting {meeting.number}", "bold $foreground"), f", {weekday(meeting.date)} at {meeting.starts}"
            ),
            line(stage(meeting), "bold $foreground"),
            literal(took),
            *self._next_deadline(),
            *(literal(f"Query {one} is open: {answers}", "$text-warning") for one in self.shown.queries),
        ]
        return side_by_side(said, self.size.width - 2)

    def on_resize(self) -> None:
        """Fit the line above the list to the width there is."""
        self.write_above()

    def _next_deadline(self) -> Iterator[Content]:
        """Say what is to be ready next, and by when; that it is missed, in another colour and with a sign."""
        shown, desk = self.shown, self.app.desk
        ahead = next_deadline(shown.meeting.state, shown.due, desk.today) if shown and shown.due and desk else None
        if ahead is None or desk is None:
            return
        late = ahead[1] < desk.today
        said = f"{'✗ ' if late else ''}{ahead[0]} by {in_year(ahead[1], ahead[1])}"
        yield literal(said, "$text-error" if late else "")

    def preview(self) -> Content:
        """Return the item with its particulars and what was minuted."""
        item = self.item
        if item is None or self.shown is None:
            return Content("")
        width = self.query_one("#side").size.width - 3
        if (entry := self.entry) is not None:
            return self.line_in_full(entry, width)
        begun = self.shown.meeting.opened_at is not None
        return item_in_full(item, self.entries, width, begun=begun)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide what a meeting that has begun, or is locked, does not allow any more."""
        meeting = self.meeting
        if meeting is not None:
            begun, state = meeting.opened_at is not None, meeting.state
            if self.entry is not None and action in ("edit", "remove"):
                return self.correctable and super().check_action(action, parameters)
            if self.entry is not None and action == "defer":
                return False
            if action in ("up", "down", "remove", "issue") and begun:
                return False
            if action == "issue" and state != MeetingState.PLANNED:
                return False
            if action == "start" and state in (MeetingState.POSTPONED, MeetingState.CANCELLED):
                return False
            if action in ("add", "edit", "defer", "particulars") and state in LOCKED:
                return False
        return super().check_action(action, parameters)

    def why_not(self, action: str) -> str:
        """Say what keeps a command from a meeting that has begun, was called off, or is signed."""
        meeting = self.meeting
        if meeting is None:
            return ""
        if meeting.state in LOCKED:
            makes = with_keys("{meeting-amend} makes one")
            return f"The minutes are {meeting.state}: they change only by an amendment; {makes}."
        if meeting.state in (MeetingState.POSTPONED, MeetingState.CANCELLED):
            return f"This meeting is {meeting.state}."
        if action == "issue":
            return (
                "The agenda has been issued."
                if meeting.opened_at is None
                else "The agenda can no longer be issued: the meeting has begun."
            )
        if self.entry is not None:
            return "That is done to a whole item: put the cursor on one."
        return "The meeting has begun: its items keep their numbers." if meeting.opened_at is not None else ""

    def action_edit(self) -> None:
        """Write the line anew, or ask for the item's new particulars."""
        if (entry := self.entry) is not None:
            self.edit_line(entry)
        elif self.shown is not None and (item := self.item) is not None:
            self.app.push_screen(forms.edit(item, self.shown.people))

    def action_issue(self) -> None:
        """Issue the agenda."""
        self.action_step()

    def action_room(self) -> None:
        """Show only what the room may see of this meeting."""
        self.app.open_record("room", self.number)

    def action_spelling(self) -> None:
        """List the words of the minutes that may be misspelt, to correct a line or to enter the word."""
        desk, number = self.app.desk, self.number
        if desk is None:
            return

        def look() -> tuple[list[Doubt], dict[str, tuple[str, ...]]]:
            from boardtui.services.spelling import suggestions
            from boardtui.store.reading.spelling import doubts

            found = desk.read(lambda db: doubts(db, number))
            return found, suggestions(desk, {word for one in found for word in one.words})

        self.app.run_aside(look, self._show_doubts, awaited=True)

    def _show_doubts(self, found: tuple[list[Doubt], dict[str, tuple[str, ...]]]) -> None:
        doubts, perhaps = found
        if not doubts:
            self.app.say("No word of these minutes is in doubt.")
            return
        from boardtui.ui.modals.spelling import Spelling

        def chosen(doubt: Doubt | None) -> None:
            entry = next((one for one in self.entries if doubt is not None and one.id == doubt.entry_id), None)
            if entry is not None and doubt is not None:
                self.words = doubt.words[0]
                self.edit_line(entry, doubt.words[0])

        self.app.push_screen(Spelling(doubts, perhaps, may_change=self.correctable and not self.read_only), chosen)

    def action_start(self) -> None:
        """Start the meeting, come back to it, or take its minutes back, in live mode."""
        meeting = self.meeting
        desk = self.app.desk
        if meeting is None or desk is None or not self.app.may(Step.TAKE_MINUTES):
            return
        if meeting.state == MeetingState.IN_SESSION:
            self.app.open_live(self.number)
            return
        if meeting.state in (MeetingState.DRAFT, MeetingState.WITH_CHAIR):
            self.app.push_screen(correcting(meeting), self._correct)
            return
        if meeting.state not in _TO_OPEN:
            self.app.say(why_not_corrected(meeting), warning=True)
            return
        says = line(starting(meeting, desk.today))
        if meeting.state == MeetingState.PLANNED:
            says = assembled(says, " The agenda has not been issued.")
        title = literal(f"Start meeting {self.number}, {weekday(meeting.date)}?")
        self.app.push_screen(Confirm(title, says, "Start the meeting"), self._start)

    def paragraphs(self, item: Item) -> list[Entry]:
        """Return the numbered paragraphs minuted under an item."""
        found = self.shown.entries if self.shown else ()
        return [entry for entry in found if entry.item == item.number and entry.paragraph is not None]

    def action_particulars(self) -> None:
        """Ask for the meeting's time and place."""
        if (meeting := self.meeting) is not None:
            self.app.push_screen(particulars(meeting))

    def is_here(self, kind: str, *reference: object) -> bool:
        """Stand on an item of this very meeting."""
        if self.shown is None or kind != "meeting" or reference[0] != self.number:
            return False
        item = next((item for item in self.shown.items if item.number == reference[1]), None)
        if item is not None:
            self.query_one(RecordList).stand_on(item.id)
        return True

    def action_open(self) -> None:
        """Show the lines under an item of a meeting that was held; change one of them, or an item to come."""
        if self.meeting is not None and self.meeting.state in HELD and self.entry is None:
            self.fold()
        elif self.check_action("edit", ()):
            self.action_edit()

    def _correct(self, yes: bool | None) -> None:
        meeting = self.meeting
        if yes and meeting is not None:
            number, with_chair = self.number, meeting.state == MeetingState.WITH_CHAIR
            self.app.change(
                lambda work: correct(work, number, with_chair=with_chair), lambda _: self.app.open_live(number)
            )

    def _start(self, yes: bool | None) -> None:
        if yes:
            number = self.number
            self.app.change(
                lambda work: services.meetings.start_meeting(work, number), lambda _: self.app.open_live(number)
            )

    def item_row(self, item: Item) -> Row:
        """Return an item's row, with the minutes it took once the meeting has begun."""
        held = self.shown is not None and self.shown.meeting.opened_at is not None
        deferred = item.state == ItemState.DEFERRED
        title = f"→ {item.deferred_to}  {item.title}" if deferred else item.title
        in_hand = self.shown is not None and self.shown.meeting.item_in_hand == item.id
        sign = "▸ " if in_hand and self.shown and self.shown.meeting.state == MeetingState.IN_SESSION else ""
        used = number(round(item.used_seconds / 60), 4) if held else cell("")
        if item.used_seconds > item.minutes * 60:
            used.stylize("bold")
        return Row(
            item.id,
            (
                number(item.number, 2),
                cell(sign + title, "italic") if deferred else marked(sign + title, item.restricted),
                item.purpose,
                number(item.minutes, 3),
                used,
            ),
        )


_TO_OPEN = (MeetingState.PLANNED, MeetingState.AGENDA_ISSUED)
