"""Live mode: minutes are typed as people speak; Enter saves each entry to disk and never refuses (DESIGN 5)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar
from weakref import WeakKeyDictionary

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.types import CSSPathType

from boardtui import services
from boardtui.domain.live import Live
from boardtui.domain.states import MeetingState
from boardtui.domain.views import Entry
from boardtui.errors import BoardError
from boardtui.store.reading.live import live
from boardtui.ui.commands import bindings
from boardtui.ui.keys import with_keys
from boardtui.ui.screens.live_saving import Line
from boardtui.ui.screens.live_shown import shown
from boardtui.ui.screens.live_spelling import LiveSpelling
from boardtui.ui.widgets.fitted import Fitted
from boardtui.ui.widgets.frame import Heading
from boardtui.ui.widgets.literal import literal
from boardtui.ui.widgets.live_agenda import LiveAgenda
from boardtui.ui.widgets.live_box import LiveBox
from boardtui.ui.widgets.live_entries import LiveEntries
from boardtui.ui.widgets.live_head import LiveHead
from boardtui.ui.widgets.live_hints import LiveHints
from boardtui.ui.widgets.room_view import RoomView

if TYPE_CHECKING:
    from boardtui.services.desk import Desk

CLOCK = 5.0
"""Seconds between looks at the clock."""

AWAY = timedelta(seconds=10)
"""Less than this between two looks is not being away."""

ASKS = "Type what is said.  ! action  = decision  ? challenge  > update  # item"


class LiveScreen(LiveSpelling):
    """The item in hand at the top, what was minuted on it, and one box to type into."""

    where = "live"
    place = "meetings"
    CSS_PATH: ClassVar[CSSPathType | None] = ["../styles/live.tcss", "../styles/room.tcss"]
    AUTO_FOCUS = "LiveBox"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("live"),
        Binding("escape", "leave", show=False, id="back"),
        Binding("pageup", "scroll_entries(-1)", show=False, priority=True),
        Binding("pagedown", "scroll_entries(1)", show=False, priority=True),
    ]
    _leaving = _gone = False

    def compose(self) -> ComposeResult:
        """Show the frame's heading, the head, the entries, and the box with what the line is understood as."""
        yield Heading(id="heading")
        yield LiveHead()
        with Container(id="live"):
            yield LiveAgenda()
            yield LiveEntries()
        yield RoomView()
        with Vertical(id="prompt"):
            yield LiveBox(literal(ASKS), id="box")
        yield Fitted(id="understood")
        yield LiveHints()

    @property
    def takes_keys(self) -> bool:
        """Take keys as soon as the meeting is shown: typing waits for nothing."""
        return self.live is not None or not self.app.awaits

    def on_mount(self) -> None:
        """Come back to where the meeting was, half-typed text included."""
        desk = self.app.desk
        if desk is None or desk.as_at is not None:
            self.call_after_refresh(self._go, _ONLY_NOW)
            return
        self.begin_saving(desk)
        self.begin_typing(desk)
        self.set_interval(CLOCK, self._show_clock)
        self.load()

    def load(self) -> None:
        """Read the meeting as it stands, and how many lines that read will show."""
        desk, saving = self.app.desk, self.saving
        if desk is None or saving is None or self._gone:
            return
        commits, today, number = saving.commits, desk.today, self.number
        self.app.read(lambda db: (commits, live(db, number, today)), self._show)

    def draw(self) -> None:
        """Show the entries read, with the lines on their way among them."""
        if self.live is not None and self.saving is not None:
            self.query_one(LiveEntries).show(shown(self.live, self.saving.lines, self.editing, self.doubted))

    def action_leave(self) -> None:
        """Leave the line being changed; with an empty box leave live mode, the meeting stays in session."""
        if self.editing is not None:
            self.forget_edit()
        elif self.box.text.strip():
            kept = "The text is kept. Enter saves the line; ctrl+u empties the box, then esc leaves."
            self.app.say(kept, warning=True)
        elif self.saving is not None and self.saving.busy:
            self._leaving = True
        elif self.saving is not None and self.saving.unsaved is not None:
            self.app.say("A line is not saved yet: press Enter to try again.", warning=True)
        else:
            back = with_keys("{meeting-start} on its page brings you back.")
            self.app.say(f"Meeting {self.number} stays in session. {back}")
            self.leave()

    def leave(self) -> None:
        """Go back to the meeting."""
        self._gone = True
        self.dismiss()

    def all_settled(self) -> None:
        """Leave, if that was asked for while lines were on their way."""
        if self._leaving:
            self._leaving = False
            self.action_leave()

    def on_resize(self) -> None:
        """Use the room there is."""
        self.call_after_refresh(self._show_clock)

    @on(LiveBox.LookedBack)
    def _look_back(self, event: LiveBox.LookedBack) -> None:
        event.stop()
        if self.live is None or self.saving is None:
            return
        lines: list[Entry | Line] = [*self.live.entries, *(line for line in self.saving.lines if line.failed)]
        at = next((n for n, one in enumerate(lines) if _same(one, self.editing)), len(lines))
        wanted = at + event.step
        if 0 <= wanted < len(lines):
            self.edit(lines[wanted])
        elif wanted >= len(lines) and self.editing is not None:
            self.forget_edit()

    def _show(self, found: tuple[int, Live]) -> None:
        commits, read = found
        if read.meeting.state != MeetingState.IN_SESSION:
            self._go(_not_in_session(read))
            return
        first, self.live = self.live is None, read
        if self.saving is not None:
            self.saving.forget_read(commits)
            if not self.saving.busy:
                self.heading_for = None
        self._show_clock()
        self.draw()
        self.renew_room()
        self.look_soon()
        if first:
            self._come_back(read)

    def _show_clock(self) -> None:
        if self.live is not None and self.app.desk is not None:
            now = self.app.desk.now
            self.query_one(LiveHead).tell(self.live, now)
            self.query_one(LiveAgenda).tell(self.live, now)

    def _come_back(self, read: Live) -> None:
        """Take the meeting up again after the program was closed; the time away is not counted as used."""
        desk, number = self.app.desk, self.number
        if desk is None or number in (taken := _TAKEN_UP.setdefault(desk, set())):
            return
        taken.add(number)
        if read.ticked_at is None or abs(desk.now - read.ticked_at) > AWAY:
            self.app.change(lambda work: services.session.resume(work, number))

    def _go(self, problem: BoardError) -> None:
        """Leave, saying why there is no live mode here."""
        if self._gone:
            return
        if self.app.screen is not self:
            self._seen = -1
            return
        self.leave()
        self.app.complain(problem)


_TAKEN_UP: WeakKeyDictionary[Desk, set[int]] = WeakKeyDictionary()
"""The meetings each desk has been in live mode with: looking something up elsewhere is not being away."""

_ONLY_NOW = BoardError(
    "Live mode is for the Board as it is now.",
    "This is the Board as it stood earlier: it can be read, not changed.",
    "Open the Board without an earlier date to take minutes.",
)


def _not_in_session(read: Live) -> BoardError:
    return BoardError(
        f"Meeting {read.meeting.number} is not in session: it is {read.meeting.state}.",
        "Minutes are typed in live mode while a meeting is in session.",
        "Start it with {meeting-start} on its page, or take its minutes back into session there.",
    )


def _same(one: Entry | Line, other: Entry | Line | None) -> bool:
    return one is other or (isinstance(one, Entry) and isinstance(other, Entry) and one.id == other.id)
