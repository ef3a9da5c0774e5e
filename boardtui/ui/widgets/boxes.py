"""Boxes to type in; what is pasted is cleaned before it is shown or kept (DESIGN 8, *Text*)."""

from __future__ import annotations

from textual.events import Paste
from textual.widgets import Input, TextArea

from boardtui.domain.text import clean, one_line


class LineBox(Input):
    """A box of one line; several pasted lines become one."""

    def _on_paste(self, event: Paste) -> None:
        event.text = one_line(event.text)


class TextBox(TextArea):
    """A box of several lines."""

    async def _on_paste(self, event: Paste) -> None:
        event.text = clean(event.text)
