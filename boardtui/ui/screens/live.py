"""Live mode: minutes are typed as people speak; Enter saves each entry to disk and never refuses (DESIGN 5)."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Static, TextArea

from boardtui.domain.live import Live
from boardtui.domain.states import MeetingState
from boardtui.domain.text import clean
from boardtui.domain.views import Entry
from boardtui.errors import BoardError
from boardtui.store.reading.live import live
from boardtui.ui import crash
from boardtui.ui.commands import bindings
from boardtui.ui.screens.base import BoardScreen
from boardtui.ui.screens.live_commands import LiveCommands
from boardtui.ui.screens.live_drafts import HalfTyped
from boardtui.ui.screens.live_saving import HeldError, Line, Saving
from boardtui.ui.screens.live_shown import shown
from boardtui.ui.screens.live_signals import Ending
from boardtui.ui.screens.live_understood import Understood, understand
from boardtui.ui.widgets.frame import Heading
from boardtui.ui.widgets.live_agenda import LiveAgenda
from boardtui.ui.widgets.live_box import LiveBox
from boardtui.ui.widgets.live_entries import LiveEntries
from boardtui.ui.widgets.live_head import LiveHead
from boardtui.ui.widgets.live_hints import LiveHints
from boardtui.ui.widgets.literal import line

if TYPE_CHECKING:
    from boardtui.services.desk import Desk, Outcome
    from boardtui.store.drafts import Draft

KEEP_WITHIN = 0.5
"""Seconds after which half-typed text is on disk."""

UNDERSTAND_AFTER = 0.08
"""Seconds without a key before the line is read anew."""

CLOCK = 5.0
"""Seconds between looks at the clock."""

ASKS = "Type what is said.  ! action  = decision  ? challenge  > update  # item"


class LiveScreen(LiveCommands, BoardScreen):
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
        self._saving: Saving | None = None
        self._half: HalfTyped | None = None
        self._keeping: Timer | None = None
        self._reading: Timer | None = None
        self._retry = self._leaving = False
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
        self._saving = Saving(desk, self.number, self._tell_settled)
        self._half = HalfTyped(desk, self.number)
        self._ending.watch(self._end)
        self.set_interval(CLOCK, self._show_clock)
        self.app.run_aside(self._half.found, self._bring_back)

    def on_unmount(self) -> None:
        """Keep what is in the box, and let signals do what they did."""
        self.keep_text_now()
        self._ending.leave()

    def load(self) -> None:
        """Read the meeting as it stands, and how many lines that read will show."""
        desk, saving = self.app.desk, self._saving
        if desk is None or saving is None:
            return
        commits, today, number = saving.commits, desk.today, self.number
        self.app.read(lambda db: (commits, live(db, number, today)), self._show)

    def save(self, typed: str) -> None:
        """Save what was typed, line by line; a pasted text is as many lines as it has."""
        if self._saving is None or self._half is None:
            return
        texts = [text for text in clean(typed).split("\n") if text.strip()]
        places = [self._half.place, *(self._half.new_place() for _ in texts[1:])]
        self._take([Line(text, place) for text, place in zip(texts, places, strict=False)])

    def edit(self, entry: Entry | Line | None, text: str | None = None, at: int | None = None) -> None:
        """Put an entry's line into the box to change it; None is a new line."""
        box = self.query_one(LiveBox)
        self.editing = entry
        if self._half is not None and entry is not None:
            if isinstance(entry, Line):
                self._half.place = entry.draft
            else:
                self._half.edit_place(entry.id)
        box.put((entry.typed if entry is not None else "") if text is None else text, at)
        self.draw()
        if entry is not None:
            self.query_one(LiveEntries).bring(entry.key if isinstance(entry, Line) else entry.id)
        box.focus()

    def keep_text_now(self) -> Future[None] | None:
        """Keep the half-typed text on disk at once."""
        if self._half is None or not self.is_attached:
            return None
        for box in self.query(LiveBox):
            unchanged = self.editing is not None and box.untouched
            return self._half.keep("" if unchanged else box.text, box.at)
        return None

    def draw(self) -> None:
        """Show the entries read, with the lines on their way among them."""
        if self.live is not None and self._saving is not None:
            self.query_one(LiveEntries).show(shown(self.live, self._saving.lines, self.editing))

    def action_leave(self) -> None:
        """Leave the line being changed; with an empty box leave live mode, the meeting stays in session."""
        box = self.query_one(LiveBox)
        if self.editing is not None:
            self._forget_edit()
        elif box.text.strip():
            self.app.say("The text is kept. Enter saves the line; empty the box to leave.", warning=True)
        elif self._saving is not None and self._saving.busy:
            self._leaving = True
        elif self._saving is not None and self._saving.unsaved is not None:
            self.app.say("A line is not saved yet: press Enter to try again.", warning=True)
        else:
            self.app.say(f"Meeting {self.number} stays in session. s on its page brings you back.")
            self.dismiss()

    def _show(self, found: tuple[int, Live]) -> None:
        commits, read = found
        if read.meeting.state != MeetingState.IN_SESSION:
            self._go(_not_in_session(read))
            return
        first, self.live = self.live is None, read
        if self._saving is not None:
            self._saving.forget_read(commits)
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
        elif editing is not None and self._half is not None:
            if text != editing.typed:
                self._take([Line(text, self._half.place, editing)])
        else:
            self.save(text)
        if self._saving is not None and self._saving.unsaved is not None:
            self._try_again()
        self._next_text(started=bool(text.strip()))
        self.draw()

    @on(TextArea.Changed)
    def _typing(self, event: TextArea.Changed) -> None:
        event.stop()
        if self._half is not None and self._keeping is None:
            self._keeping = self.set_timer(KEEP_WITHIN, self._keep)
        if self._reading is not None:
            self._reading.stop()
        self._reading = self.set_timer(UNDERSTAND_AFTER, self._read_line)

    @on(LiveBox.LookedBack)
    def _look_back(self, event: LiveBox.LookedBack) -> None:
        event.stop()
        if self.live is None or self._saving is None:
            return
        lines: list[Entry | Line] = [*self.live.entries, *(line for line in self._saving.lines if line.failed)]
        at = next((n for n, one in enumerate(lines) if one is self.editing or _same(one, self.editing)), len(lines))
        wanted = at + event.step
        if 0 <= wanted < len(lines):
            self.edit(lines[wanted])
        elif wanted >= len(lines) and self.editing is not None:
            self._forget_edit()

    @on(Settled)
    def _settle(self, message: Settled) -> None:
        message.stop()
        saving = self._saving
        if saving is None:
            return
        problem = saving.settle(message.line, message.future)
        self.app.standing = replace(self.app.standing, saving=self.app.standing.saving - 1)
        if problem is None:
            self.app.revision += 1
            self._seen = self.app.revision
            for sentence in message.future.result().told:
                self.app.say(sentence, warning=True)
            self.load()
        elif not isinstance(problem, HeldError):
            self.app.complain(crash.explained(problem))
        if self._retry and not saving.busy:
            self._try_again()
        elif not saving.busy and saving.unsaved is not None:
            self._offer(saving.unsaved)
        self.draw()
        if self._leaving and not saving.busy:
            self._leaving = False
            self.action_leave()

    def _take(self, lines: list[Line]) -> None:
        if self._saving is not None and lines:
            self._saving.add(lines)
            under_way = len(lines) if self._saving.unsaved is None else 0
            self.app.standing = replace(self.app.standing, saving=self.app.standing.saving + under_way)

    def _tell_settled(self, line: Line, future: Future[Outcome[str]]) -> None:
        self.post_message(self.Settled(line, future))

    def _correct(self, line: Line, text: str) -> None:
        if self._saving is None:
            return
        if text.strip():
            line.typed = clean(text)
        else:
            self._saving.drop(line)

    def _try_again(self) -> None:
        saving = self._saving
        if saving is None:
            return
        self._retry = saving.busy
        if not saving.busy:
            tried = sum(line.failed for line in saving.lines)
            self.app.standing = replace(self.app.standing, saving=self.app.standing.saving + tried)
            saving.again()

    def _offer(self, line: Line) -> None:
        """Put a line that was not saved back into the box, unless something else is being typed there."""
        box = self.query_one(LiveBox)
        if self.editing is None and not box.text:
            self.edit(line)

    def _next_text(self, *, started: bool) -> None:
        """Go on with a text that an earlier session left; else with a new line."""
        if self._half is None or not started:
            return
        draft = self._half.turn()
        if draft is not None:
            self._put_draft(draft)

    def _bring_back(self, found: list[Draft]) -> None:
        if self._half is None:
            return
        draft = self._half.begin(found)
        if draft is not None and not self.query_one(LiveBox).text:
            self._put_draft(draft)

    def _put_draft(self, draft: Draft) -> None:
        entry = self._half.edited(draft) if self._half is not None else ""
        self.query_one(LiveBox).put(draft.text, draft.cursor)
        if entry:
            number = self.number
            self.app.read(lambda db: entry_to_edit(db, number, entry), self._edit_again)

    def _edit_again(self, entry: Entry | None) -> None:
        self.editing = entry
        self.draw()

    def _forget_edit(self) -> None:
        if self._half is not None:
            self._half.keep("", 0)
            self._half.turn()
        self.edit(None)

    def _keep(self) -> None:
        self._keeping = None
        future = self.keep_text_now()
        if future is not None:
            future.add_done_callback(self._kept)
