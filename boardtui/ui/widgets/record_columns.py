"""How the records of a list stand in columns: which columns there is room for, how wide each is, what a cell shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

from boardtui.domain.text import elide, shorten
from boardtui.ui.widgets.literal import cell

NARROWEST = 8
"""Columns that a column without a width of its own has at least."""

SPARED = 26
"""Columns that it keeps when one that is never cut grows to what stands in it."""


@dataclass(frozen=True)
class Column:
    """A column: its title, and its width; 0 takes what is left. `from_width` hides it on narrower lists.

    It grows to what stands in it where no other needs the room; a `whole` one, such as a reference, even where the
    columns of no width need it.

    One that `keeps_end` leaves words out of the middle of what is too long for it, where texts differ at their end.
    """

    title: str
    width: int = 0
    from_width: int = 0
    keeps_end: bool = False
    whole: bool = False


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
    def to(columns: Sequence[Column], width: int, needs: Sequence[int] = ()) -> Fitted:
        """Fit columns to a width; those of no width share what is left, and a scrollbar stands in the last gap.

        `needs` says how wide what stands in each column is.
        """
        room = [(place, column) for place, column in enumerate(columns) if column.from_width <= width]
        wide = _grown(room, width, needs)
        fixed = sum(own + 1 for own in wide if own)
        free = wide.count(0)
        rest = max((width - fixed) // free, NARROWEST) if free else 0
        return Fitted(
            tuple(place for place, _ in room),
            tuple(own + 1 if own else rest for own in wide),
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


def first_record(rows: Sequence[Row], start: int, step: int) -> int | None:
    """Return the place of the first record from a row on, headings passed over; None where there is none."""
    places = range(start, len(rows) if step > 0 else -1, step) if start >= 0 else ()
    return next((at for at in places if at < len(rows) and not rows[at].heading), None)


def needed(rows: Sequence[Row], columns: int) -> tuple[int, ...]:
    """Return how wide the widest text is that stands in each column of these rows."""
    cells = [row.cells for row in rows if not row.heading and row.cells]
    return tuple(max((_wide(one[at]) for one in cells), default=0) for at in range(columns))


def _grown(room: Sequence[tuple[int, Column]], width: int, needs: Sequence[int]) -> list[int]:
    """Return the columns' own widths, grown to what stands in them: the whole ones first, then the others."""
    wide = [column.width for _, column in room]
    if not needs:
        return wide
    longest = max((needs[place] + 1 for place, column in room if not column.width), default=0)
    for whole in (True, False):
        keeps = SPARED if whole else max(longest, SPARED)
        spare = width - sum(own + 1 for own in wide if own) - keeps * wide.count(0)
        for at, (place, column) in enumerate(room):
            more = min(needs[place] - column.width, spare)
            if column.width and column.whole == whole and more > 0:
                wide[at] += more
                spare -= more
    return wide


def _wide(given: Text | str) -> int:
    return given.cell_len if isinstance(given, Text) else cell_len(given)


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
