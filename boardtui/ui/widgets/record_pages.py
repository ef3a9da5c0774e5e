"""The rows of a list that is read page by page: those that are there, and a blank one where a page is still to come."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar, overload

from boardtui.store.reading.pages import PAGE, Order
from boardtui.ui.widgets.record_columns import Row

Record = TypeVar("Record")

KEPT = 12
"""Pages kept at once."""

AHEAD = 30
"""Rows before the end of a page at which the next one is asked for."""

_COMING = Row("", ())


class Pages(Sequence[Row], Generic[Record]):
    """Rows by their place in an order; `ask` is told the number of a page, and whether it is in sight already."""

    def __init__(self, order: Order, draw: Callable[[Record], Row], ask: Callable[[int, bool], None]) -> None:
        self.order = order
        self._draw, self._ask = draw, ask
        self._pages: dict[int, Mapping[int, Record]] = {}
        self._asked: set[int] = set()

    def __len__(self) -> int:
        return len(self.order.rows)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        if isinstance(at, slice):
            return [self[place] for place in range(len(self))[at]]
        heading = self.order.heading(at)
        if heading is not None:
            return Row(f"heading {at}", (heading,), heading=True)
        record = self.record(at)
        return self._draw(record) if record is not None else _COMING

    def record(self, at: int) -> Record | None:
        """Return the record at a place; ask for its page where that is not there, and for one that comes near."""
        if not 0 <= at < len(self):
            return None
        self._want(at, in_sight=True)
        for near in (at - AHEAD, at + AHEAD):
            if 0 <= near < len(self):
                self._want(near, in_sight=False)
        return self._pages.get(at // PAGE, {}).get(self.order.rows[at])

    def add(self, page: int, records: Mapping[int, Record]) -> None:
        """Take a page that has come, and let go of the one that came first when there are too many."""
        self._asked.discard(page)
        self._pages[page] = records
        while len(self._pages) > KEPT:
            del self._pages[next(iter(self._pages))]

    def _want(self, at: int, *, in_sight: bool) -> None:
        page = at // PAGE
        if page not in self._pages and page not in self._asked:
            self._asked.add(page)
            self._ask(page, in_sight)
