"""The text in the box of live mode: kept on disk while it is typed, brought back, and said as it is understood."""

from __future__ import annotations

from concurrent.futures import Future
from typing import TYPE_CHECKING

from textual import getters, on
from textual.timer import Timer
from textual.widgets import TextArea

from boardtui.domain.views import Entry
from boardtui.store.reading.minutes import entries
from boardtui.ui.screens.base import BoardScreen
from boardtui.ui.screens.live_drafts import HalfTyped
from boardtui.ui.screens.live_saving import Line
from boardtui.ui.screens.live_understood import Understood, understand
from boardtui.ui.widgets.fitted import Fitted
from boardtui.ui.widgets.literal import line
from boardtui.ui.widgets.live_box import LiveBox
from boardtui.ui.widgets.live_entries import LiveEntries

if TYPE_CHECKING:
    from boardtui.services.desk import Desk
    from boardtui.store.drafts import Draft
    from boardtui.store.reading.reader import Database

KEEP_WITHIN = 0.5
"""Seconds after which half-typed text is on disk."""

UNDERSTAND_AFTER = 0.08
"""Seconds without a key before the line is read anew."""


class LiveTyping(BoardScreen):
    """A screen with the entry box: `editing` is the entry or the unsaved line whose text stands in it."""

    box = getters.query_one(LiveBox)
    _half: HalfTyped | None = None
    _box: LiveBox | None = None
    _keeping: Timer | None = None
    _reading: Timer | None = None

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
        self.editing: Entry | Line | None = None

    def draw(self) -> None:
        """Show the entries, with the one being changed marked."""

    def begin_typing(self, desk: Desk) -> None:
        """Bring back what an earlier session left, and from now on keep what is typed."""
        self._box, self._half = self.box, HalfTyped(desk, self.number)
        self.app.run_aside(self._half.found, self._bring_back)

    def on_unmount(self) -> None:
        """Keep what is in the box."""
        self.keep_text_now()

    def keep_text_now(self) -> Future[None] | None:
        """Keep the half-typed text on disk at once."""
        box = self._box
        if self._half is None or box is None:
            return None
        unchanged = isinstance(self.editing, Entry) and box.untouched
        return self._half.keep("" if unchanged else box.text, box.at)

    def edit(self, entry: Entry | Line) -> None:
        """Put an earlier line into the box to change it."""
        self.editing = entry
        if self._half is not None:
            if isinstance(entry, Line):
                self._half.place = entry.draft
            else:
                self._half.edit_place(entry.id)
        self.box.put(entry.typed)
        self.box.focus()
        self.draw()
        self.query_one(LiveEntries).bring(entry.key if isinstance(entry, Line) else entry.id)

    def forget_edit(self) -> None:
        """Leave the line being changed as it was."""
        if self._half is not None:
            kept = self.editing.typed if isinstance(self.editing, Line) else ""
            self._half.keep(kept, len(kept))
        self.box.put("")
        self.go_on()
        self.draw()

    def go_on(self) -> None:
        """Go on with a text that was left, or else with a new line."""
        self.editing = None
        draft = self._half.turn() if self._half is not None else None
        if draft is not None:
            self._put_draft(draft)

    @on(TextArea.Changed)
    @on(TextArea.SelectionChanged)
    def _keep_soon(self) -> None:
        if self._half is not None and self._keeping is None:
            self._keeping = self.set_timer(KEEP_WITHIN, self._keep)

    @on(TextArea.Changed)
    def _read_soon(self) -> None:
        if self._reading is not None:
            self._reading.stop()
        self._reading = self.set_timer(UNDERSTAND_AFTER, self._read_line)

    def _keep(self) -> None:
        self._keeping = None
        self.keep_text_now()

    def _bring_back(self, found: list[Draft]) -> None:
        if self._half is not None:
            draft = self._half.begin(found, typing=bool(self.box.text))
            if draft is not None:
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

    def _read_line(self) -> None:
        desk, typed, number = self.app.desk, self.box.text, self.number
        if desk is not None and desk.as_at is None:
            self.app.run_aside(lambda: understand(desk, number, typed), self._say_understood)

    def _say_understood(self, found: Understood) -> None:
        if found.typed != self.box.text:
            return
        at = f"Changing {_named(self.editing)}. " if self.editing is not None else ""
        field = self.query_one("#understood", Fitted)
        field.say(line(at + found.said))
        field.set_class(found.untidy, "-untidy")


def _entry(db: Database, number: int, entry_id: str) -> Entry | None:
    return next((entry for entry in entries(db, number) if entry.id == entry_id), None)


def _named(editing: Entry | Line | None) -> str:
    return editing.ref.partition("/")[2] if isinstance(editing, Entry) else "a line that is not saved"
