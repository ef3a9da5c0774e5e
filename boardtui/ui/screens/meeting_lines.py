"""The lines of a held meeting on its page: under the item that is unfolded, found by words, changed one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from textual.content import Content

from boardtui import services
from boardtui.domain.filter_conditions import plain_words
from boardtui.domain.filter_facts import of_entry
from boardtui.domain.filter_keys import Kind
from boardtui.domain.states import HELD, LOCKED
from boardtui.domain.text import shorten
from boardtui.domain.typed_words import has_words
from boardtui.domain.views import Entry, Item, Meeting
from boardtui.ui.keys import with_keys
from boardtui.ui.modals.confirm import Confirm
from boardtui.ui.modals.edit_text import EditText
from boardtui.ui.screens.filtered import FilteredList
from boardtui.ui.widgets.entries import minuted, numbered
from boardtui.ui.widgets.literal import DIALOG, assembled, cell, hanging, literal
from boardtui.ui.widgets.record_list import Row
from boardtui.ui.widgets.record_shown import Shown
from boardtui.ui.widgets.restricted import marked


class MeetingLines(FilteredList):
    """A list of items; one of them is unfolded into the lines minuted under it."""

    kind = Kind.ENTRIES
    views_of = "entries"
    filter_says = "words  is:decision  is:action  action:5/03  plan:3.2  item:4"
    unfolded: str | None = None

    @property
    def meeting(self) -> Meeting | None:
        """Return the meeting."""
        raise NotImplementedError

    @property
    def items(self) -> Sequence[Item]:
        """Return the meeting's items."""
        raise NotImplementedError

    @property
    def entries(self) -> Sequence[Entry]:
        """Return what was minuted, in order."""
        raise NotImplementedError

    @property
    def entry(self) -> Entry | None:
        """Return the line the cursor stands on."""
        return next((one for one in self.entries if one.id == self.chosen), None)

    @property
    def item(self) -> Item | None:
        """Return the item the cursor stands on, or the one its line is minuted under."""
        entry = self.entry
        return next(
            (item for item in self.items if (item.number == entry.item if entry else item.id == self.chosen)), None
        )

    @property
    def correctable(self) -> bool:
        """Say whether lines can be changed: minutes that are not signed off."""
        return self.meeting is not None and self.meeting.state in HELD and self.meeting.state not in LOCKED

    @property
    def takes_language(self) -> bool:
        """Say whether there are minutes: an agenda to come is found by words."""
        return self.meeting is not None and self.meeting.state in HELD

    def marking(self) -> bool:
        """Say whether the row in hand can be marked: items, not the lines under them."""
        return self.entry is None

    def named(self, key: str) -> str:
        """Return the number of the item of this key."""
        return next((str(item.number) for item in self.items if item.id == key), key)

    def keys_between(self, first: int, last: int) -> Callable[[], Sequence[str]]:
        """Return what reads the keys of the items from one place to another, without the lines under them."""
        keys, items = super().keys_between(first, last)(), {item.id for item in self.items}
        return lambda: [key for key in keys if key in items]

    def item_row(self, item: Item) -> Row:
        """Return an item's row."""
        raise NotImplementedError

    def rows(self) -> list[Row]:
        """Return the items in order; lines stand under the one unfolded, with a filter those that it lets through."""
        rows = []
        words = plain_words(self.wanted) if self.takes_language else tuple(self.asked_for.split())
        for item in self.items:
            lines = [_row(entry) for entry in self._listed_under(item)]
            if words is not None and all(has_words(word, str(item.number), item.title) for word in words):
                rows.append(self.item_row(item))
            elif lines:
                rows.append(Row(f"heading {item.id}", (f"{item.number}  {item.title}",), heading=True))
            rows += lines
        return rows

    @property
    def shown_out(self) -> Shown:
        """Return the lines minuted that the filter leaves, unfolded or not; where there are none, the agenda."""
        keys = frozenset(one.id for item in self.items for one in self._fitting(item))
        shown = super().shown_out
        return replace(shown, count=len(keys), register="entries", keys=lambda: keys) if keys else shown

    def line_in_full(self, entry: Entry, width: int) -> Content:
        """Return the line the cursor stands on, as the minutes have it, and as it was typed."""
        said = [minuted([entry], width)]
        if entry.typed.strip() != entry.text.strip():
            said += [Content(""), hanging("Typed: ", entry.typed, width, "$foreground-muted")]
        if self.correctable:
            said += [Content(""), assembled(("e", "bold $footer-key-foreground"), " changes it")]
        return Content("\n").join(said)

    def fold(self) -> None:
        """Unfold the item in hand, the cursor on its first line; fold it when it is unfolded."""
        item = self.item
        if item is None:
            return
        lines = [entry for entry in self.entries if entry.item == item.number]
        opened = self.unfolded != item.id and bool(lines)
        self.unfolded = item.id if opened else None
        self.refill(lines[0].id if opened else item.id)

    def edit_line(self, entry: Entry, doubted: str = "") -> None:
        """Write the line anew from its end; a word of it that is doubted is marked, so that typing replaces it."""
        entry_id, version = entry.id, entry.version
        self.app.push_screen(
            EditText(
                f"A line of item {entry.item}" if entry.paragraph is None else f"Minute {entry.ref}",
                entry.typed,
                f"entry:{entry_id}",
                lambda text: lambda work: services.minutes.edit_entry(work, entry_id, version, text),
                doubted,
                at_end=True,
            ),
            lambda saved: self._stay_on(entry) if saved else None,
        )

    def remove_line(self, entry: Entry) -> None:
        """Ask whether a line is to go, with what it did."""
        entry_id = entry.id
        says = literal(
            with_keys("What it recorded is taken back: an action it raised, a rating it gave. {undo} brings it back.")
        )

        def answered(yes: bool | None) -> None:
            if yes:
                self.app.change(lambda work: services.minutes.remove_entry(work, entry_id))

        title = hanging("Remove the line ", f"“{shorten(entry.text, 80)}”?", DIALOG)
        self.app.push_screen(Confirm(title, says, "Remove it", "Keep it"), answered)

    def narrow(self, words: str) -> None:
        """Show what the words find; without any, the line in hand stays in sight under its item."""
        if not words and self.stand_on_next is None and (entry := self.entry) and (item := self.item):
            self.unfolded, self.stand_on_next = item.id, entry.id
        super().narrow(words)

    def action_leave(self) -> None:
        """Leave the filter; from a line go back to its item; then go back."""
        if self.entry is not None and not self.words:
            self.fold()
        else:
            super().action_leave()

    def _listed_under(self, item: Item) -> list[Entry]:
        """Return the lines of an item that are listed: those the filter lets through, else all of the one unfolded."""
        if not self.asked_for and item.id != self.unfolded:
            return []
        return self._fitting(item)

    def _fitting(self, item: Item) -> list[Entry]:
        """Return the lines of an item that the filter lets through."""
        asked, held_on = self.wanted, self.meeting.date if self.meeting else None
        return [one for one in self.entries if one.item == item.number and of_entry(one, held_on).fit(asked)]

    def _stay_on(self, entry: Entry) -> None:
        """Stand on a line that was changed, under its item, though the filter's words may be gone from it."""
        self.unfolded = next((item.id for item in self.items if item.number == entry.item), None)
        self.stand_on_next = entry.id
        self.narrow("")


def _row(entry: Entry) -> Row:
    tidy = "✎ " if entry.to_tidy else ""
    return Row(
        entry.id, ("", cell(f"  {numbered(entry):<5}{tidy}{marked(entry.text, entry.restricted)}"), entry.kind, "", "")
    )
