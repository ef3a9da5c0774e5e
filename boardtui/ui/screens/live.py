"""Live mode: minutes are typed as people speak; Enter saves each entry to disk and never refuses (DESIGN 5)."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar
from weakref import WeakKeyDictionary

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Static, TextArea

from boardtui import services
from boardtui.domain.live import Live
from boardtui.domain.states import MeetingState
from boardtui.domain.text import clean
from boardtui.domain.views import Entry
from boardtui.errors import BoardError
from boardtui.store.reading.live import live
from boardtui.store.reading.minutes import entries
from boardtui import crash
from boardtui.ui.commands import bindings
from boardtui.ui.screens.live_commands import LiveCommands
from boardtui.ui.screens.live_drafts import HalfTyped
from boardtui.ui.screens.live_saving import HeldError, Line, Saving
from boardtui.ui.screens.live_shown import shown
from boardtui.ui.screens.live_signals import Ending, leave_at_once, window_is_closed
from boardtui.ui.screens.live_understood import Understood, understand
from boardtui.ui.widgets.frame import Heading
from boardtui.ui.widgets.literal import line
from boardtui.ui.widgets.live_agenda import LiveAgenda
from boardtui.ui.widgets.live_box import LiveBox
from boardtui.ui.widgets.live_entries import LiveEntries
from boardtui.ui.widgets.live_head import LiveHead
from boardtui.ui.widgets.live_hints import LiveHints

if TYPE_CHECKING:
    from boardtui.services.desk import Desk, Outcome
    from boardtui.store.drafts import Draft
    from boardtui.store.reading.reader import Database

KEEP_WITHIN = 0.5
"""Seconds after which half-typed text is on disk."""

UNDERSTAND_AFTER = 0.08
"""Seconds without a key before the line is read anew."""

CLOCK = 5.0
"""Seconds between looks at the clock."""

ASKS = "Type what is said.  ! action  = decision  ? challenge  > update  # item"


class LiveScreen(LiveCommands):
    """The item in hand at the top, what was minuted on it, and one box to type into."""

    where = "live"
    place = "meetings"
    CSS_PATH = "../styles/live.tcss"
    AUTO_FOCUS = "LiveBox"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("live"),
        Binding("escape", "leave", show=False, id="back"),
        Binding("pageup", "scroll_entries(-1)", show=False, priority=True),
        Binding("pagedown", "scroll_entries(1)", show=False, priority=True),
    ]

    @dataclass
    class Settled(Message):
        """A line is on disk, or was refused."""

        line: Line
        future: Future[Outcome[str]]

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
        self.live: Live | None = None
        self.editing: Entry | Line | None = None
        self.heading_for: int | None = None
        self.saving: Saving | None = None
        self._half: HalfTyped | None = None
        self._box: LiveBox | None = None
        self._keeping: Timer | None = None
        self._reading: Timer | None = None
        self._retry = self._leaving = self._gone = False
        self._ending = Ending()

    def compose(self) -> ComposeResult:
        """Show the frame's heading, the head, the entries, and the box with what the line is understood as."""
        yield Heading(id="heading")
        yield LiveHead()
        with Container(id="live"):
            yield LiveAgenda()
            yield LiveEntries()
        with Vertical(id="prompt"):
            yield LiveBox(Content(ASKS), id="box")
        yield Static(id="understood")
        yield LiveHints()

    def on_mount(self) -> None:
        """Come back to where the meeting was, half-typed text included."""
        desk = self.app.desk
        if desk is None or desk.as_at is not None:
            self.call_after_refresh(self._go, _ONLY_NOW)
            return
        self._box = self.box
        self.saving = Saving(desk, self.number, self._tell_settled)
        self._half = HalfTyped(desk, self.number)
        self._ending.watch(self._end)
        self.set_interval(CLOCK, self._show_clock)
        self.app.run_aside(self._half.found, self._bring_back)
        self.load()

    def on_unmount(self) -> None:
        """Keep what is in the box, and let signals do what they did."""
        self.keep_text_now()
        self._ending.leave()

    def load(self) -> None:
        """Read the meeting as it stands, and how many lines that read will show."""
        desk, saving = self.app.desk, self.saving
        if desk is None or saving is None or self._gone:
            return
        commits, today, number = saving.commits, desk.today, self.number
        self.app.read(lambda db: (commits, live(db, number, today)), self._show)

    def save(self, typed: str) -> None:
        """Save what was typed in the box, line by line: a pasted text is as many entries as it has lines."""
        if self._half is None:
            return
        texts = [text for text in clean(typed).split("\n") if text.strip()]
        places = [self._half.place, *(self._half.free_place() for _ in texts[1:])]
        self._take([Line(text, place) for text, place in zip(texts, places, strict=False)])

    def say_line(self, typed: str) -> None:
        """Save a line that a key stands for, leaving what is being typed as it is."""
        if self._half is not None:
            self._take([Line(typed, self._half.free_place())])

    def edit(self, entry: Entry | Line) -> None:
        """Put an earlier line into the box to change it."""
        self.editing = entry
        if self._half is not None:
            if isinstance(entry, Line):
                self._half.place = entry.draft
            else:
                self._half.edit_place(entry.id)
        box = self.box
        box.put(entry.typed)
        box.focus()
        self.draw()
        self.query_one(LiveEntries).bring(entry.key if isinstance(entry, Line) else entry.id)

    def keep_text_now(self) -> Future[None] | None:
        """Keep the half-typed text on disk at once."""
        box = self._box
        if self._half is None or box is None:
            return None
        unchanged = isinstance(self.editing, Entry) and box.untouched
        return self._half.keep("" if unchanged else box.text, box.at)

    def draw(self) -> None:
        """Show the entries read, with the lines on their way among them."""
        if self.live is not None and self.saving is not None:
            self.query_one(LiveEntries).show(shown(self.live, self.saving.lines, self.editing))

    def action_leave(self) -> None:
        """Leave the line being changed; with an empty box leave live mode, the meeting stays in session."""
        box = self.box
        if self.editing is not None:
            self._forget_edit()
        elif box.text.strip():
            self.app.say("The text is kept. Enter saves the line; empty the box to leave.", warning=True)
        elif self.saving is not None and self.saving.busy:
            self._leaving = True
        elif self.saving is not None and self.saving.unsaved is not None:
            self.app.say("A line is not saved yet: press Enter to try again.", warning=True)
        else:
            self.app.say(f"Meeting {self.number} stays in session. s on its page brings you back.")
            self.leave()

    def leave(self) -> None:
        """Go back to the meeting."""
        self._gone = True
        self.dismiss()

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
        if first:
            self._come_back(read)

    def _show_clock(self) -> None:
        if self.live is not None and self.app.desk is not None:
            now = self.app.desk.now
            self.query_one(LiveHead).tell(self.live, now)
            self.query_one(LiveAgenda).tell(self.live, now)

    def on_resize(self) -> None:
        """Use the room there is."""
        self.call_after_refresh(self._show_clock)

    @on(LiveBox.Entered)
    def _entered(self, event: LiveBox.Entered) -> None:
        event.stop()
        editing, text = self.editing, event.text
        self.editing = None
        if isinstance(editing, Line):
            self._correct(editing, text)
        elif editing is not None:
            self._replace(editing, text)
        else:
            self.save(text)
        if self.saving is not None and self.saving.unsaved is not None:
            self._try_again()
        if editing is not None or text.strip():
            self._go_on()
        self.draw()

    @on(TextArea.Changed)
    @on(TextArea.SelectionChanged)
    def _keep_soon(self) -> None:
        if self._half is not None and self._keeping is None:
            self._keeping = self.set_timer(KEEP_WITHIN, self._keep)

    @on(TextArea.Changed)
    def _read_soon(self, event: TextArea.Changed) -> None:
        event.stop()
        if self._reading is not None:
            self._reading.stop()
        self._reading = self.set_timer(UNDERSTAND_AFTER, self._read_line)

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
            self._forget_edit()

    @on(Settled)
    def _settle(self, message: Settled) -> None:
        message.stop()
        saving = self.saving
        if saving is None:
            return
        problem = saving.settle(message.line, message.future)
        self._count(-1)
        if problem is None:
            self.app.revision += 1
            self._seen = self.app.revision
            for sentence in message.future.result().told:
                self.app.say(sentence, warning=True)
            self.load()
        elif not isinstance(problem, HeldError):
            self.app.complain(crash.explained(problem))
        if problem is not None and message.line.replaces is not None and self._half is not None:
            self._half.leave_for_later(message.line.draft, message.line.typed)
        if self._retry and not saving.busy:
            self._try_again()
        self.draw()
        if self._leaving and not saving.busy:
            self._leaving = False
            self.action_leave()

    def _take(self, lines: list[Line]) -> None:
        if self.saving is not None and lines:
            self.saving.add(lines)
            self._count(sum(not line.failed for line in lines))

    def _count(self, more: int) -> None:
        self.app.standing = replace(self.app.standing, saving=self.app.standing.saving + more)

    def _tell_settled(self, line: Line, future: Future[Outcome[str]]) -> None:
        self.post_message(self.Settled(line, future))

    def _replace(self, entry: Entry, text: str) -> None:
        if self._half is None:
            return
        if text == entry.typed:
            self._half.keep("", 0)
        else:
            self._take([Line(text, self._half.place, entry)])

    def _correct(self, line: Line, text: str) -> None:
        if text.strip():
            line.typed = clean(text)
        elif self.saving is not None:
            self.saving.drop(line)

    def _try_again(self) -> None:
        if self.saving is None:
            return
        self._retry = self.saving.busy
        if not self.saving.busy:
            self._count(sum(line.failed for line in self.saving.lines))
            self.saving.again()

    def on_screen_resume(self) -> None:
        """Once what went wrong was read, offer back what was not saved, unless something is being typed."""
        super().on_screen_resume()
        if self.saving is None or self.saving.busy or self.editing is not None or self.box.text:
            return
        if self.saving.unsaved is not None:
            self.edit(self.saving.unsaved)
        elif self._half is not None and self._half.waits:
            self._go_on()

    def _go_on(self) -> None:
        """Go on with a text that was left, or else with a new line."""
        self.editing = None
        draft = self._half.turn() if self._half is not None else None
        if draft is not None:
            self._put_draft(draft)

    def _bring_back(self, found: list[Draft]) -> None:
        if self._half is None:
            return
        draft = self._half.begin(found)
        if draft is not None and not self.box.text:
            self._put_draft(draft)

    def _put_draft(self, draft: Draft) -> None:
        self.box.put(draft.text, draft.cursor, saved=False)
        entry_id, number = self._half.edited(draft) if self._half is not None else "", self.number
        if entry_id:
            self.app.read(lambda db: _entry(db, number, entry_id), self._edit_again)

    def _edit_again(self, entry: Entry | None) -> None:
        if entry is not None:
            self.editing = entry
            self.draw()

    def _forget_edit(self) -> None:
        if self._half is not None:
            kept = self.editing.typed if isinstance(self.editing, Line) else ""
            self._half.keep(kept, len(kept))
        self.box.put("")
        self._go_on()
        self.draw()

    def _keep(self) -> None:
        self._keeping = None
        self.keep_text_now()

    def _read_line(self) -> None:
        desk, typed = self.app.desk, self.box.text
        if desk is not None and desk.as_at is None:
            number = self.number
            self.app.run_aside(lambda: understand(desk, number, typed), self._say_understood)

    def _say_understood(self, found: Understood) -> None:
        if found.typed != self.box.text:
            return
        at = f"Changing {_named(self.editing)}. " if self.editing is not None else ""
        field = self.query_one("#understood", Static)
        field.update(line(at + found.said))
        field.set_class(found.untidy, "-untidy")

    def _end(self) -> None:
        """Keep the half-typed text, then leave the program."""
        loop, kept = asyncio.get_running_loop(), self.keep_text_now()
        if kept is None:
            self._end_now()
        else:
            kept.add_done_callback(lambda _: loop.call_soon_threadsafe(self._end_now))

    def _end_now(self) -> None:
        if window_is_closed() and self.app.desk is not None:
            self.app.desk.close()
            leave_at_once()
        self.app.exit()

    def _come_back(self, read: Live) -> None:
        """Take the meeting up again after the program was closed; the time away is not counted as used."""
        desk = self.app.desk
        if desk is None or self.number in (taken := _TAKEN_UP.setdefault(desk, set())):
            return
        taken.add(self.number)
        if read.ticked_at is None or abs(desk.now - read.ticked_at) > AWAY:
            number = self.number
            self.app.change(lambda work: services.live.resume(work, number))

    def _go(self, problem: BoardError) -> None:
        """Leave, saying why there is no live mode here."""
        if self._gone:
            return
        if self.app.screen is not self:
            self._seen = -1
            return
        self.leave()
        self.app.complain(problem)


AWAY = timedelta(seconds=10)
"""Less than this between two looks is not being away."""

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
        "Start it with s on its page, or take its minutes back into session there.",
    )


def _entry(db: Database, number: int, entry_id: str) -> Entry | None:
    return next((entry for entry in entries(db, number) if entry.id == entry_id), None)


def _same(one: Entry | Line, other: Entry | Line | None) -> bool:
    return one is other or (isinstance(one, Entry) and isinstance(other, Entry) and one.id == other.id)


def _named(editing: Entry | Line | None) -> str:
    return editing.ref.partition("/")[2] if isinstance(editing, Entry) else "a line that is not saved"
