"""The only way the Board's text reaches a widget: cleaned, and never read as markup (DESIGN 8, *Text*)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from textwrap import wrap

from rich.text import Text
from textual.content import Content

from boardtui.domain.text import clean, one_line

DIALOG = 64
"""Columns of text in a dialog."""

ROOMY = 100
"""Columns from which a page of help leaves in sight what is behind it."""


def whole_screen(columns: int) -> str:
    """Return the style class of a page of help that takes the whole of a small screen; nothing on a larger one."""
    return "-whole" if columns < ROOMY else ""


def literal(text: str, style: str = "") -> Content:
    """Return text for a widget exactly as it reads; line breaks stay."""
    said = clean(text)
    return Content.styled(said, style) if style else Content(said)


def assembled(*parts: str | Content | tuple[str, str]) -> Content:
    """Return several parts as one text for a widget: each a text, a text with its style, or made by these functions."""
    return Content.assemble(*(part if isinstance(part, Content) else _part(part) for part in parts))


def only_styled(text: Content, keeps: Callable[[str], bool]) -> Content:
    """Return a text with only those of its styles that are to be kept."""
    return Content(text.plain, spans=[span for span in text.spans if keeps(str(span.style))])


def _part(part: str | tuple[str, str]) -> Content:
    return literal(part) if isinstance(part, str) else literal(*part)


def line(text: str, style: str = "") -> Content:
    """Return text for a widget on one line."""
    return literal(one_line(text), style)


def cell(text: str, style: str = "") -> Text:
    """Return text for a cell of a list, on one line; lists are drawn by Rich."""
    return Text(one_line(text), style=style, no_wrap=True, end="")


def right(text: str, width: int) -> Text:
    """Return text for a cell of a list, set to the right."""
    return Text(f"{clean(text):>{width}}", no_wrap=True, end="")


def boxed(text: str, style: str) -> Text:
    """Return a mark for a cell of a list, on a ground of its own."""
    return Text(f" {one_line(text)} ", style=style, end="")


def number(value: int | None, width: int) -> Text:
    """Return a number for a cell of a list, set to the right; nothing for None."""
    return Text("" if value is None else f"{value:>{width}}", no_wrap=True, end="")


def side_by_side(parts: Iterable[Content], width: int, gap: str = "  ", indent: str = "") -> Content:
    """Return parts on one line, those it has no room for on the next, which are indented."""
    lines: list[Content] = []
    for part in parts:
        if lines and lines[-1].cell_length + len(gap) + part.cell_length <= width:
            lines[-1] = Content.assemble(lines[-1], gap, part)
        else:
            lines.append(Content.assemble(indent, part) if lines else part)
    return Content("\n").join(lines)


def hanging(before: str | Content, text: str, width: int, style: str = "") -> Content:
    """Return text that wraps at `width` under its own beginning, behind what stands before it."""
    start = Content(before) if isinstance(before, str) else before
    indent = "\n" + " " * start.cell_length
    lines = wrap(one_line(text), max(width - start.cell_length, 10), break_on_hyphens=False) or [""]
    return Content.assemble(start, Content.styled(indent.join(lines), style))
