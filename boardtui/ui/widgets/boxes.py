"""Boxes to type in; what is pasted is cleaned before it is shown or kept (DESIGN 8, *Text*)."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Paste
from textual.widgets import Input, TextArea

from boardtui.domain.text import clean, one_line


class LineBox(Input):
    """A box of one line; several pasted lines become one."""

    def _on_paste(self, event: Paste) -> None:
        event.text = one_line(event.text)


class FilterBox(LineBox):
    """The box of a filter above a list: tab takes what it offers, the down key goes into the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "take", show=False),
        Binding("down", "submit", show=False),
    ]

    def action_take(self) -> None:
        """Take what is offered; where nothing is, go to the next part of the screen."""
        before = self.value
        self.action_cursor_right()
        if self.value == before:
            self.screen.focus_next()


class TextBox(TextArea):
    """A box of several lines; ctrl+home and ctrl+end go to its beginning and its end."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+home", "go_to_start", show=False),
        Binding("ctrl+end", "go_to_end", show=False),
    ]

    def action_go_to_start(self) -> None:
        """Put the cursor before the first character."""
        self.move_cursor(self.document.start)

    def action_go_to_end(self) -> None:
        """Put the cursor behind the last character."""
        self.move_cursor(self.document.end)

    async def _on_paste(self, event: Paste) -> None:
        event.text = clean(event.text)
