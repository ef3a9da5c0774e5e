"""A list of records in columns that fit the width: kept by key, so that the cursor stays on its record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import DataTable

from boardtui.domain.text import shorten
from boardtui.ui.widgets.literal import cell

MOST_ROWS = 400
"""Rows drawn at once; a filter shows the others (a list of thousands takes seconds to draw)."""


@dataclass(frozen=True)
class Column:
    """A column: its title, and its width; 0 takes what is left. `from_width` hides it on narrower lists."""

    title: str
    width: int = 0
    from_width: int = 0


@dataclass(frozen=True)
class Row:
    """A record's cells, plain text or already styled; a heading is passed over by the cursor."""

    key: str
    cells: tuple[Text | str, ...]
    heading: bool = False


class RecordList(DataTable[Text], inherit_bindings=False):
    """A list of records; it sends the key of the record it stands on, and of one that was clicked twice."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "cursor_up", show=False),
        Binding("down,j", "cursor_down", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("pagedown", "page_down", show=False),
        Binding("home", "scroll_top", show=False),
        Binding("end", "scroll_bottom", show=False),
    ]

    @dataclass
    class Stood(Message):
        """The cursor stands on another record, or on none."""

        records: RecordList
        key: str | None

        @property
        def control(self) -> RecordList:
            """Return the list."""
            return self.records

    def __init__(self, *columns: Column, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(
            cursor_type="row", cursor_foreground_priority="renderable", cell_padding=0, id=id, classes=classes
        )
        self._wanted = columns
        self._shown: list[Row] = []
        self._fitted = 0
        self._asked: str | None = None

    @property
    def chosen(self) -> str | None:
        """Return the key of the record the cursor stands on."""
        if not self.row_count or not 0 <= self.cursor_row < len(self._shown):
            return None
        row = self._shown[self.cursor_row]
        return None if row.heading else row.key

    def fill(self, rows: Sequence[Row], stand_on: str | None = None) -> None:
        """Show these records; cells that are the same stay as they are, and so does the cursor."""
        stand_on = stand_on or self.chosen
        drawn = list(rows[:MOST_ROWS])
        if len(rows) > MOST_ROWS:
            drawn.append(Row("more", (f"… and {len(rows) - MOST_ROWS} more: filter to see them",), heading=True))
        if self._fitted and [row.key for row in drawn] == [row.key for row in self._shown]:
            self._update(drawn)
        else:
            self._shown = drawn
            self._draw()
        self.stand_on(stand_on)

    def use(self, columns: Sequence[Column]) -> None:
        """Take other columns; the next fill draws them."""
        if tuple(columns) != self._wanted:
            self._wanted, self._shown, self._fitted = tuple(columns), [], 0

    def stand_on(self, key: str | None) -> None:
        """Put the cursor on a record; on the first one when there is no such record."""
        self._asked = key
        keys = [None if row.heading else row.key for row in self._shown]
        at = keys.index(key) if key in keys and key is not None else self._first()
        if at is not None and at != self.cursor_row:
            self.move_cursor(row=at)
        self.post_message(self.Stood(self, self.chosen))

    def action_cursor_up(self) -> None:
        """Go up, passing over headings."""
        above = [n for n, row in enumerate(self._shown[: self.cursor_row]) if not row.heading]
        if above:
            self.move_cursor(row=above[-1])
        else:
            self.scroll_home(animate=False)

    def action_cursor_down(self) -> None:
        """Go down, passing over headings."""
        start = self.cursor_row + 1
        below = [n for n, row in enumerate(self._shown[start:], start) if not row.heading]
        if below:
            self.move_cursor(row=below[0])

    def on_resize(self) -> None:
        """Fit the columns to the width there is; keep the cursor in sight when the height changes."""
        if self.size.width and self.size.width != self._fitted:
            key = self.chosen or self._asked
            self._draw()
            self.stand_on(key)
        elif self.row_count:
            self.move_cursor(row=self.cursor_row)

    def on_data_table_row_highlighted(self, event: DataTable.RowHighlighted) -> None:
        """Say on which record the cursor stands; a heading sends it on to the record below."""
        event.stop()
        at = self.cursor_row  # where it stands now: an older event may say otherwise
        if at < len(self._shown) and self._shown[at].heading:
            first = self._first()
            if first is not None and first > at:
                self.move_cursor(row=first)
            else:
                self.action_cursor_down()
            return
        self.post_message(self.Stood(self, self.chosen))

    def _first(self) -> int | None:
        return next((n for n, row in enumerate(self._shown) if not row.heading), None)

    def _draw(self) -> None:
        self._fitted = self.size.width
        if not self._fitted:
            return
        self.clear(columns=True)
        for number, column in self._columns():
            self.add_column(cell(column.title, "bold"), width=self._width(column), key=str(number))
        for row in self._shown:
            self.add_row(*self._cells(row), key=row.key)

    def _update(self, rows: list[Row]) -> None:
        for old, new in zip(self._shown, rows, strict=True):
            if old != new:
                for (number, _column), text in zip(self._columns(), self._cells(new), strict=True):
                    self.update_cell(new.key, str(number), text)
        self._shown = rows

    def _columns(self) -> list[tuple[int, Column]]:
        return [(number, column) for number, column in enumerate(self._wanted) if column.from_width <= self.size.width]

    def _width(self, column: Column) -> int:
        if column.width:
            return column.width + 1
        columns = [other for _number, other in self._columns()]
        taken = sum(other.width + 1 for other in columns if other.width)
        free = sum(1 for other in columns if not other.width)
        return max((self.size.width - taken - self._for_scrollbar()) // free, 8)

    def _for_scrollbar(self) -> int:
        rows = len(self._shown) + self.header_height
        return self.scrollbar_size_vertical if rows > self.size.height else 0

    def _cells(self, row: Row) -> list[Text]:
        columns = self._columns()
        if row.heading:
            return self._across(row.cells[0], [(column.width, self._width(column)) for _number, column in columns])
        return [self._fit(row.cells[number], self._width(column) - 1) for number, column in columns]

    def _across(self, given: Text | str, columns: list[tuple[int, int]]) -> list[Text]:
        """Write a heading across the cells, from the widest column on."""
        text = given if isinstance(given, Text) else cell(given, "bold")
        widest = next((number for number, (asked, _width) in enumerate(columns) if not asked), 0)
        cells = [cell("") for _ in columns[:widest]]
        for _asked, width in columns[widest:]:
            cells.append(text[:width])
            text = text[width:]
        return cells

    def _fit(self, given: Text | str, width: int) -> Text:
        text = given.copy() if isinstance(given, Text) else cell(shorten(given, width))
        text.truncate(width, overflow="ellipsis")
        return text
