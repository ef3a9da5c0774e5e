"""The recycle bin: what was deleted, what it was, by whom and when; it is read in full and restored from here."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from boardtui.domain.deleted import Deleted, InFull
from boardtui.domain.history import Happening, when
from boardtui.domain.text import plural
from boardtui.domain.typed_words import has_words
from boardtui.store.reading import deleted as reading
from boardtui.ui.commands import bindings
from boardtui.ui.modals.reader import Reader
from boardtui.ui.screens import history_words
from boardtui.ui.screens.lists import ListScreen
from boardtui.ui.widgets.literal import DIALOG, hanging, line
from boardtui.ui.widgets.record_list import Column, Row


class DeletedScreen(ListScreen):
    """What was deleted and is not back, the last first."""

    where = "deleted"
    place = "home"
    BINDINGS: ClassVar[list[BindingType]] = bindings("deleted")
    empty_says = "Nothing was deleted. What is removed anywhere is kept here, and can be restored."
    columns = (Column("Deleted", 17), Column("What", 22), Column("Its words", 0), Column("By", 20, 90))
    found: tuple[Deleted, ...] = ()

    @property
    def one(self) -> Deleted | None:
        """Return what the cursor stands on."""
        return next((one for one in self.found if str(one.number) == self.chosen), None)

    def load(self) -> None:
        """Read what was deleted."""
        self.app.read(reading.deleted, self.show)

    def show(self, found: list[Deleted]) -> None:
        """Show what was deleted."""
        self.found = tuple(found)
        self.refill()

    def rows(self) -> list[Row]:
        """Return what was deleted, the last first."""
        return [
            Row(str(one.number), (when(one.at), one.named, _marked(one), one.who))
            for one in self.found
            if has_words(self.words, one.named, one.words, one.who, one.sentence, when(one.at))
        ]

    def preview(self) -> Content:
        """Return what it was, how it was deleted, and what went with it."""
        one = self.one
        if one is None:
            return Content("")
        width = self.query_one("#side").size.width - 2
        said = [hanging(f"{one.named}  ", _marked(one), width, "bold")]
        said.append(line(f"{one.sentence}: {one.who}, {when(one.at)}", "$foreground-muted"))
        if one.rows > 1:
            said.append(line(f"{plural(one.rows - 1, 'record')} that hung on it went with it."))
        return Content("\n").join(said)

    def open(self, key: str) -> None:
        """Read in full what was deleted."""
        self.app.read(lambda db: reading.in_full(db, int(key)), self._read_out)

    def action_restore(self) -> None:
        """Restore it."""
        if (one := self.one) is None:
            return
        from boardtui import services

        number = one.number
        self.app.change(lambda work: services.recover.recover(work, number))

    def _read_out(self, told: InFull) -> None:
        one = told.deleted
        entry = Happening(one.entry, one.at, one.who, one.role, one.sentence, changes=told.changes)
        self.app.push_screen(Reader(line(one.named), history_words.entry(entry, DIALOG)))


def _marked(one: Deleted) -> str:
    return f"(restricted) {one.words}" if one.restricted else one.words
