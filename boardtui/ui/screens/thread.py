"""The golden thread: a record between what it comes from and what it leads to, walked knot by knot (rule 4; N 7.3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from boardtui.domain.ratings import Scheme
from boardtui.domain.thread import Branch, Knot, Thread
from boardtui.errors import NotFoundError
from boardtui.store.reading.board import scheme
from boardtui.store.reading.reader import Database
from boardtui.store.reading.thread import thread
from boardtui.ui.commands import bindings
from boardtui.ui.screens import thread_words
from boardtui.ui.screens.base import BoardScreen
from boardtui.ui.widgets.knots import KnotList
from boardtui.ui.widgets.record_list import Column, Row

Read = tuple[Thread, Scheme]
"""A thread, and the scheme in which the ratings on it are."""


class ThreadScreen(BoardScreen):
    """What it comes from on the left or above, what it leads to on the right or below, the record between them."""

    where = "thread"
    CSS_PATH = "../styles/thread.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("thread"),
        Binding("escape", "back_along", show=False, id="back"),
    ]
    columns = (Column("", 0), Column("", 18, 60))

    def __init__(self, kind: str, ref: str) -> None:
        super().__init__()
        self.way: list[tuple[str, str]] = [(kind, ref)]
        self.found: Thread | None = None
        self.scheme: Scheme = ()
        self.place = thread_words.place(kind)

    def content(self) -> ComposeResult:
        """Return the two sides and the record between them."""
        with Container(id="sides"):
            with Vertical(id="before"):
                yield Static(id="comes")
                yield KnotList(*self.columns, id="from")
            with VerticalScroll(id="middle", can_focus=False):
                yield Static(id="record")
            with Vertical(id="after"):
                yield Static(id="leads")
                yield KnotList(*self.columns, id="to")
        yield Static(id="under")

    @property
    def chosen(self) -> Knot | None:
        """Return the knot the cursor stands on."""
        side = next((one for one in self.query(KnotList) if one.has_focus), None)
        if self.found is None or side is None or side.chosen is None:
            return None
        branches = self.found.comes_from if side.id == "from" else self.found.leads_to
        return next((knot for key, _depth, knot in _knots(branches) if key == side.chosen), None)

    @property
    def recorded(self) -> tuple[str, str] | None:
        """Return the record the cursor stands on, or else the one in the middle, whose history can be told."""
        return (self.chosen.kind, self.chosen.ref) if self.chosen else self.way[-1]

    def load(self) -> None:
        """Read the thread of the record in the middle."""
        kind, ref = self.way[-1]
        self.app.read(lambda db: _read(db, kind, ref), self.show)

    def show(self, read: Read | None) -> None:
        """Show the thread; go back from a record that hangs on none, or is gone."""
        if read is None:
            self.app.say(f"{self.way[-1][1]} hangs on no thread yet.", warning=True)
            self.action_back_along()
            return
        found, self.scheme = read
        self.found = found
        for name, branches in (("#from", found.comes_from), ("#to", found.leads_to)):
            rows = [_row(key, depth, knot, self.scheme) for key, depth, knot in _knots(branches)]
            side = self.query_one(name, KnotList)
            side.display = bool(rows)
            side.fill(rows)
        self.set_class(not found.leads_to, "-ends")
        self.query_one("#comes", Static).update(thread_words.side("Comes from", found.comes_from))
        self.query_one("#leads", Static).update(thread_words.side("Leads to", found.leads_to))
        self._begin(found)
        self.write()

    def write(self) -> None:
        """Write the record in the middle, and the one under the cursor in full."""
        if self.found is None:
            return
        middle, under = self.query_one("#record", Static), self.query_one("#under", Static)
        middle.update(thread_words.knot(self.found.of, max(middle.size.width, 20), self.scheme))
        knot = self.chosen
        under.update(thread_words.knot(knot, max(under.size.width, 20), self.scheme) if knot else Content(""))
        self.refresh_bindings()

    def action_walk(self) -> None:
        """Put the knot under the cursor in the middle."""
        if (knot := self.chosen) is not None:
            self.way.append((knot.kind, knot.ref))
            self.load()

    def action_back_along(self) -> None:
        """Walk back the way we came, then go back."""
        if len(self.way) > 1:
            self.way.pop()
            self.load()
        else:
            self.app.go_back()

    def action_record(self) -> None:
        """Open the record's own screen."""
        knot = self.chosen or (self.found.of if self.found else None)
        if knot is None:
            return
        going = thread_words.going(knot)
        if going.kind == "place":
            self.app.show_place(str(going.reference[0]), str(going.reference[1]))
        else:
            self.app.open_record(going.kind, *going.reference)

    def action_across(self) -> None:
        """Go to the other side."""
        other = next((one for one in self.query(KnotList) if not one.has_focus and one.display), None)
        if other is not None:
            other.focus()

    def on_resize(self) -> None:
        """Fit the text to the width there is."""
        self.call_after_refresh(self.write)

    @on(KnotList.Stood)
    @on(KnotList.Entered)
    def _stood(self) -> None:
        self.write()

    @on(KnotList.Beyond)
    def _beyond(self, event: KnotList.Beyond) -> None:
        event.stop()
        if event.side.id == ("from" if event.step > 0 else "to"):
            self.action_across()

    @on(KnotList.Opened)
    def _walk(self, event: KnotList.Opened) -> None:
        event.stop()
        self.action_walk()

    def _begin(self, found: Thread) -> None:
        """Begin on the side that has knots, what it leads to first."""
        side = self.query_one("#to" if found.leads_to else "#from", KnotList)
        if side.display and not any(one.has_focus and one.display for one in self.query(KnotList)):
            side.focus()


def _read(db: Database, kind: str, ref: str) -> Read | None:
    try:
        return thread(db, ref, kind), scheme(db)
    except NotFoundError:
        return None


def _knots(branches: tuple[Branch, ...], depth: int = 0, before: str = "") -> Iterator[tuple[str, int, Knot]]:
    """Yield each knot with a key of its own and how far along the thread it is."""
    for count, branch in enumerate(branches):
        key = f"{before}{count}."
        yield key, depth, branch.knot
        yield from _knots(branch.further, depth + 1, key)


def _row(key: str, depth: int, knot: Knot, scheme: Scheme) -> Row:
    return Row(key, thread_words.cells(knot, depth, scheme))
