"""A list of any length: its order is read first, its records page by page as they come into sight."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any, Generic, TypeVar

from textual import on
from textual.widgets import Input, Static

from boardtui.domain.filter_conditions import Condition
from boardtui.domain.filters import Asked
from boardtui.domain.ratings import Scheme
from boardtui.store.reading.filtering import Where, compiled
from boardtui.store.reading.pages import PAGE, Listing, Order
from boardtui.store.reading.reader import Database
from boardtui.ui.screens.filtered import FilteredList
from boardtui.ui.widgets.record_list import RecordList, Row
from boardtui.ui.widgets.record_pages import Pages
from boardtui.ui.widgets.record_shown import Shown

Record = TypeVar("Record")


@dataclass(frozen=True)
class Ask:
    """What a read of the list is asked for: the filter, the day, and the record to stand on.

    `first` says that nothing was shown before; a record newer than the row `after` is stood on before any other.
    `most` is how much of a long list is wanted: its beginning is shown while the rest is read.
    """

    words: str
    condition: Condition
    scheme: Scheme
    today: date
    name: str | None
    first: bool
    after: int | None
    most: int | None


@dataclass(frozen=True)
class First(Generic[Record]):
    """What a read of the list found: its order, where to stand with the page of it, and what its rows need to know."""

    ask: Ask
    order: Order
    at: int | None
    page: Mapping[int, Record]
    newest: int
    added: bool
    known: Any


class PagedList(FilteredList, Generic[Record]):
    """A list read page by page; a subclass says how it is listed, and how one record of it reads."""

    listing: Listing[Any]

    def __init__(self) -> None:
        super().__init__()
        self.pages: Pages[Record] = Pages(Order(), self.row, self._ask_page)
        self.told: Any = None
        self.read_whole: Any = None
        self._newest = 0
        self._after: int | None = None
        self._from_first = True

    def row(self, record: Record) -> Row:
        """Return a record as a line of the list."""
        raise NotImplementedError

    def know(self, db: Database, ask: Ask) -> Any:
        """Read what the rows need to know; what is quickly read only, because the first paint waits for it."""

    def fits(self, db: Database, ask: Ask) -> Where:
        """Return the filter as SQL."""
        return compiled(db, ask.condition, Asked(self.kind, ask.today, ask.scheme))

    def order(self, db: Database, ask: Ask) -> Order:
        """Read the order of what the filter lets through."""
        return self.listing.order(db, self.fits(db, ask), ask.most, on=ask.today.isoformat())

    def first_name(self, db: Database) -> str | None:
        """Return the name of the record that the cursor stands on at first."""

    def from_first(self) -> None:
        """Forget where the cursor stood: another list follows."""
        self._from_first = True

    @property
    def shown_out(self) -> Shown:
        """Return the list as it is shown, to be taken out: every page of it, read when it is wanted."""
        desk = self.app.desk
        if self.whole is not None or desk is None:
            return super().shown_out
        rows, today, filtered = [row for row in self.pages.order.rows if row > 0], desk.today, bool(self.words)

        def read() -> tuple[tuple[str, ...], ...]:
            records = desk.read(lambda db: self.listing.page(db, rows, today=today))
            return tuple(tuple(map(str, self.row(records[row]).cells)) for row in rows if row in records)

        def keys() -> frozenset[str] | None:
            return frozenset(desk.read(lambda db: self.listing.names(db, rows))) if filtered else None

        return Shown(self.where, self.heads, len(rows), read, self.register, keys)

    def keys_between(self, first: int, last: int) -> Callable[[], Sequence[str]]:
        """Return what reads the keys of the rows between two places, whatever pages are there."""
        desk = self.app.desk
        if self.whole is not None or desk is None:
            return super().keys_between(first, last)
        rows = [row for row in self.pages.order.rows[first : last + 1] if row > 0]
        return lambda: desk.read(lambda db: self.listing.names(db, rows))

    @property
    def record(self) -> Record | None:
        """Return the record the cursor stands on."""
        if self.whole is not None or not self.is_mounted:
            return None
        return self.pages.record(self.query_one(RecordList).cursor_row)

    def rows(self) -> Sequence[Row]:
        """Return the rows; those of pages are read as they are looked at."""
        return self.pages if self.whole is None else self.whole_rows()

    def load(self) -> None:
        """Read the list."""
        self.read_whole = None
        self.refill()

    def refill(self, stand_on: str | None = None, *, awaited: bool = True) -> None:
        """Read the list anew, after a change of the Board or of the filter; while that cannot be read, leave it."""
        desk = self.app.desk
        if desk is None:
            return
        self._say()
        if self._problem() is not None and self.ready:
            return
        name = stand_on or self.stand_on_next or (None if self._from_first else self.last_chosen)
        if (whole := self.whole) is not None:
            if self.read_whole is None:
                self.app.read(whole, self._take_whole, self._slot, awaited=awaited)
            else:
                self.put_whole(name)
            return
        most = PAGE if self._from_first and name is None and not self.words else None
        ask = Ask(self.words, self.wanted, self.scheme, desk.today, name, self._from_first, self._after, most)
        self._read_order(ask, awaited=awaited)

    def narrow(self, words: str) -> None:
        """Put words into the filter and show what has them."""
        self._after = None
        super().narrow(words)
        if not self.ready:
            self.refill()

    def for_new(self) -> Callable[[object], None]:
        """Return what to tell that a record was made: the cursor then goes to it."""
        if self.whole is not None:
            return super().for_new()
        newest = self._newest

        def made(what: object) -> None:
            if what is not None:
                self._after = newest
                self.refill()

        return made

    @property
    def whole(self) -> Callable[[Database], Any] | None:
        """Return how the section shown is read as a whole; None where it is read page by page."""
        return None

    def whole_rows(self) -> Sequence[Row]:
        """Return the rows of a section that is read as a whole."""
        return ()

    def filled(self, found: First[Record]) -> None:
        """Do what comes after the list was shown, such as reading figures that take longer."""

    @property
    def _slot(self) -> object:
        return self, "list"

    def put_whole(self, name: str | None) -> None:
        """Show a section that is read as a whole."""
        self.ready = True
        name, self.stand_on_next = self.stand_on_next or self._added() or name, None
        self.put(self.whole_rows(), name)
        self._say()

    def _take_whole(self, found: Any) -> None:
        self.read_whole = found
        self.put_whole(self.chosen)

    def _read_order(self, ask: Ask, *, awaited: bool = True) -> None:
        self.app.read(partial(self._read_first, ask), self._take, self._slot, awaited=awaited)

    def _read_first(self, ask: Ask, db: Database) -> First[Record]:
        name = ask.name
        if name is None and ask.first:
            name = self.first_name(db)
        order = self.order(db, ask if name is None else replace(ask, most=None))
        added = self.listing.newest(db, ask.after) if ask.after is not None else None
        at = order.place(added or self.listing.row(db, name))
        page = self.listing.page(db, order.page((at or 0) // PAGE), today=ask.today)
        return First(ask, order, at, page, self.listing.newest(db) or 0, added is not None, self.know(db, ask))

    def _begin(self, found: First[Record]) -> None:
        """Show the beginning of a long list; what stands above it is said when the rest has been read."""
        self.told, self.pages = found.known, Pages(found.order, self.row, self._ask_page)
        self.pages.add(0, found.page)
        self.query_one(RecordList).fill(self.pages)
        self.query_one("#above", Static).update(" ")
        self.query_one("#above").display = True
        self._read_order(replace(found.ask, most=None))

    def _take(self, found: First[Record]) -> None:
        if not found.order.whole:
            self._begin(found)
            return
        self._newest, self.told = found.newest, found.known
        same = not self._from_first and self._shown_words == self.words
        if found.added and found.at is None and self.words:
            self._write_filter("")
            self.refill()
            return
        if found.added:
            self._after = None
        self.ready, self._from_first, self.stand_on_next = True, False, None
        self.pages = Pages(found.order, self.row, self._ask_page)
        self.pages.add((found.at or 0) // PAGE, found.page)
        gone = min(self.query_one(RecordList).cursor_row, len(found.order.rows) - 1) if same else 0
        self.put(self.pages, max(gone, 0) if found.at is None else found.at)
        self._say()
        self.filled(found)

    def _ask_page(self, number: int, in_sight: bool) -> None:
        if self.app.desk is not None:
            read = partial(self._read_page, self.pages, number, self.app.desk.today)
            self.app.read(read, self._arrived, (self, number), awaited=in_sight)

    def _read_page(self, pages: Pages[Record], number: int, today: date, db: Database) -> tuple[Any, ...]:
        return pages, number, self.listing.page(db, pages.order.page(number), today=today)

    def _arrived(self, found: tuple[Pages[Record], int, Mapping[int, Record]]) -> None:
        pages, number, records = found
        if pages is self.pages:
            pages.add(number, records)
            self.query_one(RecordList).arrived(number * PAGE, (number + 1) * PAGE - 1)

    @on(Input.Changed, "#filter")
    def _narrow(self, event: Input.Changed) -> None:
        self.words = event.value
        if self.ready:
            self.refill(awaited=False)
