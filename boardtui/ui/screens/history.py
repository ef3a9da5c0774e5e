"""The history: who changed what, when and in which role, of the whole Board or of one record, page by page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input

from boardtui.domain.history import Happening, Subject, Wanted, when
from boardtui.domain.text import plural
from boardtui.errors import NotFoundError
from boardtui.store.reading import history as reading
from boardtui.store.reading.reader import Database
from boardtui.ui.commands import bindings
from boardtui.ui.keys import with_keys
from boardtui.ui.modals.reader import Reader
from boardtui.ui.screens import history_words
from boardtui.ui.screens.lists import ListScreen
from boardtui.ui.widgets.literal import DIALOG, line
from boardtui.ui.widgets.record_list import Column, Row


@dataclass(frozen=True)
class Page:
    """A page of the history: of which record, how many entries there are, and how many are newer than these."""

    of: Subject | None
    many: int
    newer: int
    entries: tuple[Happening, ...]

    @property
    def older(self) -> int:
        """Return how many entries are older than these."""
        return self.many - self.newer - len(self.entries)


class HistoryScreen(ListScreen):
    """Entries newest first; the one the cursor stands on is told beside them, field by field."""

    where = "history"
    BINDINGS: ClassVar[list[BindingType]] = bindings("history")
    filter_says = "words  who:name  role:chair  kind:rating  since:2013-03-01  until:2013-04-04"
    empty_says = "Nothing was changed yet."
    columns = (Column("When", 17), Column("What was done", 0), Column("Who", 20, 60), Column("Role", 13, 90))
    beside = True
    page: Page | None = None

    def __init__(self, place: str = "home", kind: str = "", ref: str = "") -> None:
        super().__init__()
        self.place, self.kind, self.ref = place, kind, ref
        self._told: dict[int, Happening] = {}

    @property
    def entry(self) -> Happening | None:
        """Return the entry the cursor stands on."""
        found = self.page.entries if self.page else ()
        return next((one for one in found if str(one.sequence) == self.chosen), None)

    def load(self) -> None:
        """Read the newest page of what is asked for."""
        self._turn()

    def narrow(self, words: str) -> None:
        """Read the newest page of what has these words."""
        super().narrow(words)
        self._turn()

    def show(self, page: Page | None) -> None:
        """Show a page; of a record that is gone, go back."""
        if page is None:
            where = with_keys("Its history is in the whole Board's, under {home} and {home-history}.")
            self.app.say(f"{self.ref} is not there any more. {where}")
            self.app.go_back()
            return
        self.page, self._told = page, {}
        self.refill()

    def above(self) -> Content | None:
        """Return whose history it is, and which part of it is shown."""
        if self.page is None:
            return None
        of, many = self.page.of, self.page.many
        whose = f"History of {of.named}" if of else "History of the Board"
        shown = len(self.page.entries)
        part = f", {self.page.newer + 1} to {self.page.newer + shown}" if shown < many else ""
        return line(f"{whose}: {plural(many, 'entry', 'entries')}{part}, newest first")

    def rows(self) -> list[Row]:
        """Return the page's entries."""
        found = self.page.entries if self.page else ()
        return [Row(str(one.sequence), (when(one.at), one.said, one.who, one.role)) for one in found]

    def preview(self) -> Content:
        """Return what the entry changed; it is read when the cursor first stands on it."""
        entry = self.entry
        if entry is None:
            return Content("")
        if (told := self._told.get(entry.sequence)) is not None:
            return history_words.entry(told, self.query_one("#side").size.width - 2)
        of, kind = self.page.of if self.page else None, Wanted.read(self.words).kind
        self.app.read(lambda db: reading.in_full(db, entry, of, kind), self._tell, awaited=False)
        return history_words.entry(entry, self.query_one("#side").size.width - 2)

    def open(self, key: str) -> None:  # noqa: ARG002  (it is the one the cursor stands on)
        """Show everything that was changed in one go, whatever record it belongs to."""
        if (entry := self.entry) is not None:
            self.app.read(lambda db: reading.in_full(db, entry), self._read_out)

    def action_older(self) -> None:
        """Show the page before."""
        if self.page and self.page.older:
            self._turn(before=self.page.entries[-1].sequence)

    def action_newer(self) -> None:
        """Show the page after."""
        if self.page and self.page.newer:
            self._turn(after=self.page.entries[0].sequence)

    def action_export(self) -> None:
        """Export all of what is asked for, not only the page."""
        if self.page is not None:
            self.app.export_history(Wanted.read(self.words), self.page.of)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the pages there are."""
        if action in ("older", "newer"):
            return bool(self.page and getattr(self.page, action))
        return super().check_action(action, parameters)

    def why_not(self, action: str) -> str:
        """Say that there is no further page."""
        return "Nothing older is here." if action == "older" else "Nothing newer is here."

    @on(Input.Changed, "#filter")
    def _typed(self, event: Input.Changed) -> None:
        self.words = event.value
        if self.ready:
            self._turn()

    def _turn(self, before: int | None = None, after: int | None = None) -> None:
        wanted, kind, ref = Wanted.read(self.words), self.kind, self.ref
        self.app.read(lambda db: _read(db, wanted, kind, ref, before, after), self.show, slot=self)

    def _tell(self, told: Happening) -> None:
        self._told[told.sequence] = told
        if self.chosen == str(told.sequence):
            self.write_preview()

    def _read_out(self, told: Happening) -> None:
        self.app.push_screen(Reader(line(f"Entry {told.sequence}"), history_words.entry(told, DIALOG)))


def _read(db: Database, wanted: Wanted, kind: str, ref: str, before: int | None, after: int | None) -> Page | None:
    try:
        of = reading.subject(db, ref, kind) if ref else None
    except NotFoundError:
        return None
    found = tuple(reading.happenings(db, wanted, of, before=before, after=after))
    newer = reading.count(db, wanted, of, after=found[0].sequence) if found else 0
    return Page(of, reading.count(db, wanted, of), newer, found)
