"""How the records of a list stand in columns: which columns there is room for, how wide each is, what a cell shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.text import Text

from boardtui.domain.text import elide, shorten
from boardtui.ui.widgets.literal import cell

NARROWEST = 8
"""Columns that a column without a width of its own has at least."""


@dataclass(frozen=True)
class Column:
    """A column: its title, and its width; 0 takes what is left. `from_width` hides it on narrower lists.

    One that `keeps_end` leaves words out of the middle of what is too long for it, where texts differ at their end.
    """

    title: str
    width: int = 0
    from_width: int = 0
    keeps_end: bool = False


@dataclass(frozen=True)
class Row:
    """A record's cells, plain text or already styled; a heading is passed over by the cursor.

    One without a key or cells is still to come.
    """

    key: str
    cells: tuple[Text | str, ...]
    heading: bool = False


@dataclass(frozen=True)
class Fitted:
    """Columns fitted to a width: the place of each in a row, and how wide it is with the gap behind it.

    `kept` are the places of those that keep the end of a text.
    """

    places: tuple[int, ...]
    widths: tuple[int, ...]
    titles: tuple[Text, ...]
    widest: int
    kept: frozenset[int] = frozenset()

    @staticmethod
    def to(columns: Sequence[Column], width: int) -> Fitted:
        """Fit columns to a width; those of no width share what is left, and a scrollbar stands in the last gap."""
        room = [(place, column) for place, column in enumerate(columns) if column.from_width <= width]
        fixed = sum(column.width + 1 for _, column in room if column.width)
        free = sum(not column.width for _, column in room)
        rest = max((width - fixed) // free, NARROWEST) if free else 0
        return Fitted(
            tuple(place for place, _ in room),
            tuple(column.width + 1 if column.width else rest for _, column in room),
            tuple(cell(column.title, "bold") for _, column in room),
            next((at for at, (_, column) in enumerate(room) if not column.width), 0),
            frozenset(place for place, column in room if column.keeps_end),
        )

    def cells(self, row: Row) -> list[Text]:
        """Return what stands in each column of a row; a heading goes across, from the widest column on."""
        if row.heading:
            return self._across(row.cells[0])
        if not row.cells:
            return [cell("") for _ in self.widths]
        return [
            _fit(row.cells[place], width - 1, elide if place in self.kept else shorten)
            for place, width in zip(self.places, self.widths, strict=True)
        ]

    def _across(self, given: Text | str) -> list[Text]:
        text = given if isinstance(given, Text) else cell(given, "bold")
        cells = [cell("") for _ in self.widths[: self.widest]]
        for width in self.widths[self.widest :]:
            cells.append(text[:width])
            text = text[width:]
        return cells


def _fit(given: Text | str, width: int, shortened: Callable[[str, int], str]) -> Text:
    if isinstance(given, str):
        return cell(shortened(given, width))
    text = given.copy()
    if text.cell_len > width:
        kept = shorten(text.plain.rstrip(), width)
        if kept.endswith("…") and text.plain.startswith(kept[:-1]):  # no word is cut in two
            text.right_crop(len(text.plain) - len(kept) + 1)
            text.append("…")
    text.truncate(width, overflow="ellipsis")
    return text
