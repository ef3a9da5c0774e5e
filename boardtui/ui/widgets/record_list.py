"""A list of records in columns that fit the width: kept by key, so that the cursor stays on its record.

Only the lines in sight are drawn (Textual's line API), so that a list of thousands costs what a short one does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Click, Leave, MouseMove
from textual.geometry import Region, Size, Spacing
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from boardtui.ui.widgets.record_columns import Column as Column
from boardtui.ui.widgets.record_columns import Fitted, first_record, needed
from boardtui.ui.widgets.record_columns import Row as Row
from boardtui.ui.widgets.record_strips import marked, strip

_KEPT = 400
"""Drawn lines that are kept for the next time."""


class RecordList(ScrollView, can_focus=True, inherit_bindings=False):
    """A list of records; it sends the key of the record it stands on, and of one that was clicked twice."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"records--header", "records--cursor", "records--hover"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "cursor_up", show=False),
        Binding("down,j", "cursor_down", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("pagedown", "page_down", show=False),
        Binding("home", "scroll_top", show=False),
        Binding("end", "scroll_bottom", show=False),
    ]
    cursor_row: reactive[int] = reactive(0, repaint=False)
    hovered: reactive[int | None] = reactive(None, repaint=False)

    @dataclass
    class Stood(Message):
        """The cursor stands on another record, or on none."""

        records: RecordList
        key: str | None

        @property
        def control(self) -> RecordList:
            """Return the list."""
            return self.records

    @dataclass
    class Opened(Message):
        """The record under the cursor was clicked."""

        records: RecordList

        @property
        def control(self) -> RecordList:
            """Return the list."""
            return self.records

    def __init__(self, *columns: Column, id: str | None = None, classes: str | None = None, head: bool = True) -> None:
        super().__init__(id=id, classes=classes)
        self._wanted = columns
        self._head = int(head)
        self._rows: Sequence[Row] = ()
        self._fitted: Fitted | None = None
        self._needs: tuple[int, ...] = ()
        self._drawn: dict[tuple[object, ...], Strip] = {}
        self._marked: frozenset[str] = frozenset()

    @property
    def wanted(self) -> tuple[Column, ...]:
        """Return the columns, those there is no room for included."""
        return tuple(self._wanted)

    @property
    def row_count(self) -> int:
        """Count the rows, headings included."""
        return len(self._rows)

    @property
    def chosen(self) -> str | None:
        """Return the key of the record the cursor stands on."""
        if not 0 <= self.cursor_row < len(self._rows):
            return None
        row = self._rows[self.cursor_row]
        return None if row.heading else row.key or None

    def fill(self, rows: Sequence[Row], stand_on: str | int | None = None, *, stay: bool = False) -> None:
        """Show these records; the cursor stays on its record unless it is to stand on another, or at a place.

        Where its record has gone it goes to the first, or with `stay` to the one that took its place.
        """
        stand_on, before = self.chosen if stand_on is None else stand_on, self.cursor_row
        self._rows = rows
        self._draw_anew()
        if isinstance(stand_on, int):
            self._stand(self._from(stand_on, 1))
        elif stay and not any(row.key == stand_on for row in rows):
            at = min(before, len(rows) - 1)
            self._stand(self._from(at, 1) or self._from(at, -1))
        else:
            self.stand_on(stand_on)

    def mark(self, keys: Iterable[str]) -> None:
        """Show these records as marked."""
        if (marked := frozenset(keys)) != self._marked:
            self._marked = marked
            self._drawn.clear()
            self.refresh()

    def rows_between(self, first: int, last: int) -> Sequence[Row]:
        """Return the rows from one place to another."""
        return self._rows[first : last + 1]

    def arrived(self, first: int, last: int) -> None:
        """Draw records anew that were still to come when they were drawn; say so of the one the cursor stands on."""
        self._draw_anew()
        if first <= self.cursor_row <= last:
            self.post_message(self.Stood(self, self.chosen))

    def use(self, columns: Sequence[Column]) -> None:
        """Take other columns; the next fill draws them."""
        if tuple(columns) != self._wanted:
            self._wanted, self._rows, self._needs = tuple(columns), (), ()

    def stand_on(self, key: str | None) -> None:
        """Put the cursor on a record; on the first one when there is no such record."""
        at = None
        if key is not None:
            at = next((n for n, row in enumerate(self._rows) if row.key == key and not row.heading), None)
        self._stand(self._from(0, 1) if at is None else at)

    def action_cursor_up(self) -> None:
        """Go up, passing over headings."""
        above = self._from(self.cursor_row - 1, -1)
        if above is None:
            self.scroll_home(animate=False)
        else:
            self._stand(above)

    def action_cursor_down(self) -> None:
        """Go down, passing over headings."""
        below = self._from(self.cursor_row + 1, 1)
        if below is not None:
            self._stand(below)

    def action_page_up(self) -> None:
        """Go up by as many records as are in sight."""
        self._go_by(-self._in_sight)

    def action_page_down(self) -> None:
        """Go down by as many records as are in sight."""
        self._go_by(self._in_sight)

    def action_scroll_top(self) -> None:
        """Go to the first record."""
        self._stand(self._from(0, 1))

    def action_scroll_bottom(self) -> None:
        """Go to the last record."""
        self._stand(self._from(len(self._rows) - 1, -1))

    def in_reach(self) -> Iterator[tuple[int, Callable[[], object]]]:
        """Yield the line of each record in sight, and what puts the cursor there."""
        for line in range(self._head, self.scrollable_content_region.height):
            row = line - self._head + self.scroll_offset.y
            if row < len(self._rows) and not self._rows[row].heading:
                yield line, partial(self._stand, row)

    def on_resize(self) -> None:
        """Fit the columns to the width there is; keep the cursor in sight when the height changes."""
        self._draw_anew()
        self._into_sight()

    def on_mouse_move(self, event: MouseMove) -> None:
        """Mark the record under the mouse."""
        self.hovered = self._row_at(event)

    def on_leave(self, _event: Leave) -> None:
        """Mark no record any more."""
        self.hovered = None

    def on_click(self, event: Click) -> None:
        """Put the cursor on the record that was clicked; open the one it stands on."""
        row = self._row_at(event)
        if row is None:
            return
        event.stop()
        if row == self.cursor_row:
            self.post_message(self.Opened(self))
        else:
            self._stand(self._from(row, 1))

    def watch_cursor_row(self, old: int, new: int) -> None:
        """Draw the two lines anew."""
        self.hovered = None
        self._refresh_rows(old, new)

    def watch_hovered(self, old: int | None, new: int | None) -> None:
        """Draw the two lines anew."""
        self._refresh_rows(*(row for row in (old, new) if row is not None))

    def notify_style_update(self) -> None:
        """Forget what was drawn in other colours."""
        self._drawn.clear()
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines in sight, with the colours of now."""
        self._inks = {part: self.get_component_rich_style(f"records--{part}") for part in ("header", "cursor", "hover")}
        self._ink = self.rich_style
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Draw one line: the head, a record, or nothing below the last one."""
        if self._head and not y:
            return self._line(None)
        row = y - self._head + self.scroll_offset.y
        return self._line(row) if row < len(self._rows) else Strip.blank(self.size.width, self._ink)

    def _line(self, row: int | None) -> Strip:
        cursor, hover = row is not None and row == self.cursor_row, row is not None and row == self.hovered
        key = (row, cursor, hover, self.has_focus, self._ink)
        if key not in self._drawn:
            if len(self._drawn) >= _KEPT:
                self._drawn.clear()
            self._drawn[key] = self._draw(row, cursor=cursor, hover=hover)
        return self._drawn[key]

    def _draw(self, row: int | None, *, cursor: bool, hover: bool) -> Strip:
        fitted = self._fitted
        if fitted is None:
            return Strip.blank(self.size.width, self._ink)
        on = self._inks["header"] if row is None else self._ink
        if hover:
            on += self._inks["hover"]
        if cursor:
            on += self._inks["cursor"]
        cells = list(fitted.titles) if row is None else fitted.cells(self._rows[row])
        if row is not None and self._rows[row].key in self._marked:
            cells = marked(cells, fitted)
        return strip(cells, fitted, self.size.width, on, self.app.console)

    def _measure(self) -> None:
        """See how wide what stands on the first page is; columns do not shrink again, so that nothing jumps."""
        needs = needed(self.rows_between(0, self._in_sight - 1), len(self._wanted))
        self._needs = tuple(map(max, needs, self._needs)) if self._needs else needs

    def _draw_anew(self) -> None:
        width = self.size.width
        if width:
            self._measure()
        self.virtual_size = Size(width, len(self._rows) + self._head)
        self._fitted = Fitted.to(self._wanted, width, self._needs) if width else None
        self._drawn.clear()
        self.refresh()

    def _stand(self, row: int | None) -> None:
        self.cursor_row = row or 0
        self._into_sight()
        self.post_message(self.Stood(self, self.chosen))

    def _go_by(self, rows: int) -> None:
        to = min(max(self.cursor_row + rows, 0), len(self._rows) - 1)
        self.scroll_relative(y=rows, animate=False, force=True)
        self._stand(self._from(to, 1 if rows > 0 else -1) or self._from(to, -1 if rows > 0 else 1))

    def _from(self, start: int, step: int) -> int | None:
        return first_record(self._rows, start, step)

    @property
    def _in_sight(self) -> int:
        return max(self.scrollable_content_region.height - self._head, 1)

    def _row_at(self, event: MouseMove | Click) -> int | None:
        offset = event.get_content_offset(self)
        if offset is None or offset.y < self._head:
            return None
        row = offset.y - self._head + self.scroll_offset.y
        return row if row < len(self._rows) else None

    def _into_sight(self) -> None:
        if not self.size.height:
            return
        at = Region(0, self.cursor_row + self._head, self.size.width, 1)
        self.scroll_to_region(at, animate=False, force=True, spacing=Spacing(top=self._head))

    def _refresh_rows(self, *rows: int) -> None:
        for row in rows:
            self.refresh_line(row + self._head)
