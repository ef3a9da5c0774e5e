"""The only way the Board's text reaches a widget: cleaned, and never read as markup (DESIGN 8, *Text*)."""

from __future__ import annotations

from rich.text import Text
from textual.content import Content

from boardtui.domain.text import clean, one_line


def literal(text: str, style: str = "") -> Content:
    """Return text for a widget exactly as it reads; line breaks stay."""
    said = clean(text)
    return Content.styled(said, style) if style else Content(said)


def line(text: str, style: str = "") -> Content:
    """Return text for a widget on one line."""
    return literal(one_line(text), style)


def cell(text: str, style: str = "") -> Text:
    """Return text for a cell of a list, on one line; lists are drawn by Rich."""
    return Text(one_line(text), style=style, no_wrap=True, end="")
