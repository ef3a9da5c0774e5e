"""The entry box of live mode: every printable key is text, Enter hands the line over, up and down look back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Key, Paste
from textual.message import Message
from textual.widgets import TextArea

from boardtui.domain.text import clean

_COMMANDS_OF_THE_SCREEN = ("f6", "f7")
_KEYS: list[BindingType] = [
    binding
    for binding in TextArea.BINDINGS
    if not (isinstance(binding, Binding) and binding.key in _COMMANDS_OF_THE_SCREEN)
]


class LiveBox(TextArea, inherit_bindings=False):
    """One line to type, wrapped and growing to six rows; Enter offers it to whoever takes it."""

    BINDINGS: ClassVar[list[BindingType]] = _KEYS

    @dataclass
    class Entered(Message):
        """Enter was pressed: whoever wants the text takes it."""

    @dataclass
    class LookedBack(Message):
        """An earlier line is wanted (`step` -1), or a later one (1)."""

        step: int

    def __init__(self, placeholder: Content, id: str | None = None) -> None:
        super().__init__(
            id=id,
            soft_wrap=True,
            compact=True,
            tab_behavior="focus",
            placeholder=placeholder,
            highlight_cursor_line=False,
        )
        self._loaded = ""

    @property
    def untouched(self) -> bool:
        """Say whether the text is empty, or as it was loaded."""
        return self.text == self._loaded

    @property
    def at(self) -> int:
        """Return where the cursor stands, counted in characters."""
        row, column = self.cursor_location
        return sum(len(line) + 1 for line in self.text.split("\n")[:row]) + column

    def put(self, text: str, at: int | None = None, *, saved: bool = True) -> None:
        """Put a text into the box, the cursor at a character or at its end; `saved` when it stands in the record."""
        self.load_text(clean(text))
        self._loaded = self.text if saved else ""
        place = len(self.text) if at is None else min(max(at, 0), len(self.text))
        before = self.text[:place]
        self.move_cursor((before.count("\n"), place - before.rfind("\n") - 1))

    def take(self) -> str:
        """Return the text and empty the box, so that both are painted at once: the text where it went, and no text."""
        text = self.text
        self.put("")
        return text

    def action_cursor_up(self, select: bool = False) -> None:
        """Go up a row; from the first row of an untouched text to the line before."""
        if not select and self.untouched and self._row == 0:
            self.post_message(self.LookedBack(-1))
        else:
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:
        """Go down a row; from the last row of an untouched text to the line after."""
        if not select and self.untouched and self._row == self.wrapped_document.height - 1:
            self.post_message(self.LookedBack(1))
        else:
            super().action_cursor_down(select)

    def action_delete_to_start_of_line(self) -> None:
        """Delete what stands before the cursor, on every row that the line takes."""
        row, _ = self.cursor_location
        self.delete((row, 0), self.cursor_location)

    def action_undo(self) -> None:
        """Take back typing; in a box in which nothing was typed, the key takes back the last change to the Board."""
        if not self.text and not self.history.undo_stack:
            raise SkipAction
        super().action_undo()

    def action_redo(self) -> None:
        """Make typing again that was taken back; in a box in which nothing was, the key does so for the Board."""
        if not self.text and not self.history.redo_stack:
            raise SkipAction
        super().action_redo()

    @property
    def _row(self) -> int:
        return self.wrapped_document.location_to_offset(self.cursor_location).y

    async def _on_key(self, event: Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Entered())

    async def _on_paste(self, event: Paste) -> None:
        event.stop()
        event.text = clean(event.text)
