"""Lines on their way: shown at once, ticked when they are on disk, offered back when they are not."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from boardtui import crash
from boardtui.domain.text import clean
from boardtui.domain.views import Entry
from boardtui.ui.keys import with_keys
from boardtui.ui.screens.live_saving import Line, Saving
from boardtui.ui.screens.live_typing import LiveTyping
from boardtui.ui.widgets.live_box import LiveBox

if TYPE_CHECKING:
    from boardtui.services.desk import Desk
    from boardtui.services.writer import Outcome


class LiveCommitting(LiveTyping):
    """A screen whose lines are saved one after the other, on the writer's own thread."""

    saving: Saving | None = None
    _retry = False

    @dataclass
    class Settled(Message):
        """A line is on disk, or was refused."""

        line: Line
        future: Future[Outcome[str]]

    def begin_saving(self, desk: Desk) -> None:
        """Take lines from now on."""
        self.saving = Saving(desk, self.number, self._tell_settled)

    def all_settled(self) -> None:
        """Do what waited for the last line to be on disk."""

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

    def on_unmount(self) -> None:
        """Count no longer what is still on its way; its text is kept with it."""
        if self.saving is not None:
            self._count(-self.saving.under_way)

    def on_screen_resume(self) -> None:
        """Once what went wrong was read, offer back what was not saved."""
        self._offer()

    @on(LiveBox.Entered)
    def _entered(self, event: LiveBox.Entered) -> None:
        event.stop()
        editing, text = self.editing, self.box.take()
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
            self.go_on()
        self.draw()

    @on(Settled)
    def _settle(self, message: Settled) -> None:
        message.stop()
        saving, line = self.saving, message.line
        if saving is None:
            return
        problem = saving.settle(line, message.future)
        self._count(-1)
        if problem is None:
            self.app.revision += 1
            self._seen = self.app.revision
            for sentence in message.future.result().told:
                self.app.say(sentence, warning=True)
            if line.replaces is not None and not line.typed.strip():
                self.app.say(with_keys("Entry removed; {undo} brings it back."))
            self.load()
        elif line.replaces is not None or line is saving.unsaved:
            self.app.complain(crash.explained(problem))
        if problem is not None and line.replaces is not None and self._half is not None:
            self._half.leave_for_later(line.draft, line.typed)
        if not saving.busy:
            if self._retry:
                self._try_again()
            self._offer()
            self.all_settled()
        self.draw()

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
        if text == entry.typed and not entry.to_tidy:
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

    def _offer(self) -> None:
        """Put back into the box what was not saved, unless something is being typed there or read over it."""
        if self.saving is None or self.saving.busy or self.app.screen is not self:
            return
        if self.editing is None and not self.box.text:
            if self.saving.unsaved is not None:
                self.edit(self.saving.unsaved)
            elif self._half is not None and self._half.waits:
                self.go_on()
