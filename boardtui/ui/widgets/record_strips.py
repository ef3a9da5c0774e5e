"""How a line of a list is drawn: its cells upon a style, each to be told from the next."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.strip import Strip

from boardtui.ui.widgets.record_columns import Fitted

MARK = "●"
"""Stands behind the first cell of a marked record, where the gap is."""


def marked(cells: Sequence[Text], fitted: Fitted) -> list[Text]:
    """Return the cells of a record that is marked."""
    first = cells[0].copy()
    first.truncate(fitted.widths[0] - 1, pad=True)
    first.append(MARK, "bold")
    return [first, *cells[1:]]


def strip(cells: Sequence[Text], fitted: Fitted, width: int, on: Style, console: Console) -> Strip:
    """Draw the cells of a line beside each other, filled up to the width."""
    segments = [
        segment
        for number, (text, own) in enumerate(zip(cells, fitted.widths, strict=True))
        for segment in _cell(text, own, on + _place(number), console)
    ]
    rest = Segment(" " * max(width - sum(fitted.widths), 0), on + _place(-1))
    return Strip([*segments, rest]).adjust_cell_length(width, on)


def _cell(text: Text, width: int, on: Style, console: Console) -> list[Segment]:
    """Draw a cell upon a style; its own colours stand, under the cursor too."""
    parts = text.render(console) if text.spans else [Segment(text.plain, console.get_style(text.style))]
    drawn = [Segment(said, on + style if style else on) for said, style, _ in parts if said]
    return list(Segment.simplify(Segment.adjust_line_length(drawn, width, on)))


@cache
def _place(number: int) -> Style:
    """Return what tells the cells of a line apart where they look the same, in a picture and under the mouse."""
    return Style.from_meta({"column": number})
