"""A place that is a list: a filter above it, a preview of the record the cursor stands on beside or below it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from boardtui.ui.commands import commands_of
from boardtui.ui.copying import unwrapped
from boardtui.ui.keys import with_keys
from boardtui.ui.screens.marking import Marking
from boardtui.ui.widgets.aside import Aside
from boardtui.ui.widgets.boxes import FilterBox
from boardtui.ui.widgets.literal import assembled, literal
from boardtui.ui.widgets.record_list import Column, RecordList, Row
from boardtui.ui.widgets.record_shown import Shown


class ListScreen(Marking):
    """A list of records; a subclass says its columns, its rows, and what to read about one record.

    With `beside` a wide screen has the preview beside the list, otherwise below it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False, id="back")]
    AUTO_FOCUS = "#list"
    columns: ClassVar[tuple[Column, ...]] = ()
    filter_says: ClassVar[str] = "words to look for"
    empty_says: str = "Nothing here yet."
    beside: ClassVar[bool] = False

    def __init__(self) -> None:
        super().__init__()
        self.set_class(self.beside, "-beside")
        self.words = ""
        self.ready = False
        self.stand_on_next: str | None = None
        self._known: list[str] | None = None
        self._shown_words: str | None = None
        self._stood: str | None = None

    def content(self) -> ComposeResult:
        """Return the filter, the list and the preview."""
        yield FilterBox(placeholder=self.filter_says, compact=True, id="filter", classes="-hidden")
        yield Static(id="above")
        with Container(id="both"):
            yield RecordList(*self.columns, id="list")
            yield Static(id="empty")
            with Aside(id="side"):
                yield Static(id="preview")

    def rows(self) -> Sequence[Row]:
        """Return the records that the filter lets through."""
        return []

    def preview(self) -> Content:
        """Return what to read about the record the cursor stands on, without opening it."""
        return Content("")

    def above(self) -> Content | None:
        """Return a line about the whole list, or nothing."""
        return None

    @property
    def labels(self) -> Mapping[str, str]:
        """Hint at nothing that is done to a record while there is none; an empty name is not hinted at."""
        if not self.has_class("-empty") or self.words:
            return {}
        return {one.id: "" for one in commands_of(self.where) if one.of_a_record}

    def open(self, key: str) -> None:
        """Open the record of this key."""
        raise NotImplementedError

    @property
    def register(self) -> str:
        """Return the register that is shown here; nothing where it is none."""
        return ""

    @property
    def shown_out(self) -> Shown:
        """Return the list as it is shown, to be taken out: in full, whatever fits."""
        rows = [row for row in self.rows() if not row.heading]
        keys = frozenset(row.key for row in rows) if self.words else None
        words = tuple(tuple(str(cell) for cell in row.cells) for row in rows)
        return Shown(self.where, self.heads, len(rows), lambda: words, self.register, lambda: keys)

    @property
    def heads(self) -> tuple[str, ...]:
        """Return the heads of all columns, those there is no room for included."""
        return tuple(column.title for column in self.query_one(RecordList).wanted)

    @property
    def as_text(self) -> str:
        """Return what is read about the record the cursor stands on."""
        return unwrapped(self.preview().plain) if self.chosen is not None else ""

    @property
    def chosen(self) -> str | None:
        """Return the key of the record the cursor stands on."""
        return self.query_one(RecordList).chosen

    @property
    def last_chosen(self) -> str | None:
        """Return the key of the record the cursor stands on, or of the one before a filter left none."""
        return self.chosen or self._stood

    def refill(self, stand_on: str | None = None) -> None:
        """Show the records again, after a read or a change of the filter."""
        self.ready = True
        new = self._added()
        stand_on, self.stand_on_next = stand_on or self.stand_on_next or new or self.last_chosen, None
        self.put(self.rows(), stand_on)

    def put(self, rows: Sequence[Row], stand_on: str | int | None) -> None:
        """Put rows into the list, and above it what is to be said of them."""
        records = self.query_one(RecordList)
        records.mark(self.marked)
        records.fill(rows, stand_on, stay=self._shown_words == self.words)
        self._shown_words = self.words
        self.query_one("#empty", Static).update(self._nothing())
        self.set_class(not rows, "-empty")
        self.write_above()
        self.refresh_bindings()

    def write_above(self) -> None:
        """Write the line about the whole list."""
        line = _beside(self.above(), self.say_marked())
        self.query_one("#above", Static).update(line or Content(""))
        self.query_one("#above").display = line is not None

    def turn_to(self, columns: Sequence[Column]) -> None:
        """Take another section's columns; its list is stood on from its first record."""
        self._shown_words = None
        self.query_one(RecordList).use(columns)

    def for_new(self) -> Callable[[object], None]:
        """Return what to tell that a record was made: the cursor then goes to the one that was not listed before."""
        listed = self._listed()

        def made(what: object) -> None:
            if what is not None:
                self._known = listed
                self.refill()

        return made

    def write_preview(self) -> None:
        """Write the preview of the record the cursor stands on, from its beginning."""
        self.query_one("#preview", Static).update(self.preview() if self.chosen is not None else Content(""))
        self.query_one("#side", VerticalScroll).scroll_home(animate=False)

    def look_for(self, words: str) -> None:
        """Show what another place was asked for: words, or `at:` and the key of one record."""
        if words.startswith("at:"):
            self.stand_on_next, words = words.removeprefix("at:"), ""
        self.narrow(words)

    def narrow(self, words: str) -> None:
        """Put words into the filter and show what has them."""
        self._known = None
        self._write_filter(words)
        if self.ready:
            self.refill()
        self.query_one(RecordList).focus()

    def action_filter(self) -> None:
        """Type into the filter."""
        field = self.query_one("#filter", Input)
        field.remove_class("-hidden")
        field.focus()

    def action_open(self) -> None:
        """Open the record the cursor stands on."""
        if (key := self.chosen) is not None:
            self.open(key)

    def action_leave(self) -> None:
        """Leave the filter, then empty it, then go back."""
        field = self.query_one("#filter", Input)
        if field.has_focus and field.value:
            self.query_one(RecordList).focus()
        elif field.has_focus or (self.words and not self.marked):
            self.narrow("")
        elif self.unmark():
            return
        else:
            self.app.go_back()

    @on(Input.Changed, "#filter")
    def _narrow(self, event: Input.Changed) -> None:
        self.words = event.value
        if self.ready:
            self.refill()

    @on(Input.Submitted, "#filter")
    def _to_the_list(self) -> None:
        self.narrow(self.words)

    @on(RecordList.Stood)
    def _show_preview(self, event: RecordList.Stood) -> None:
        event.stop()
        self._stood = event.key or self._stood
        self.write_preview()
        self.refresh_bindings()

    @on(Aside.Refitted)
    def _refit_preview(self) -> None:
        self.write_preview()

    @on(RecordList.Opened)
    def _opened(self, event: RecordList.Opened) -> None:
        event.stop()
        self.action_open()

    def _write_filter(self, words: str) -> None:
        field = self.query_one("#filter", Input)
        field.set_class(not words, "-hidden")
        with field.prevent(Input.Changed):
            field.value = words
        self.words = words

    def _added(self) -> str | None:
        """Return the record made since `for_new`, once it is there; a filter that hides it is emptied."""
        if self._known is None:
            return None
        new = next((key for key in self._listed() if key not in self._known), None)
        if new is None:
            return None
        self._known = None
        if new not in (row.key for row in self.rows()):
            self._write_filter("")
        return new

    def _listed(self) -> list[str]:
        """Return the keys of all records, whatever the filter."""
        words, self.words = self.words, ""
        try:
            return [row.key for row in self.rows() if not row.heading]
        finally:
            self.words = words

    def _nothing(self) -> Content:
        if not self.words:
            return literal(with_keys(self.empty_says))
        return Content("Nothing has these words. Press esc to see everything.")


def _beside(said: Content | None, marked: Content | None) -> Content | None:
    """Return the line about the list with how many are marked in front, so that it is never cut off."""
    if marked is None or said is None:
        return marked or said
    return assembled(marked, "   ", said)
