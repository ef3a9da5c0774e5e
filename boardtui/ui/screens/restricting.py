"""Restricting an item or a paragraph with a reason from the list, and opening it again (rule 12)."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from boardtui import services
from boardtui.domain.restriction import REASONS, ReasonKind, reason_text
from boardtui.domain.roles import signing
from boardtui.domain.states import LOCKED
from boardtui.domain.text import shorten
from boardtui.domain.views import Entry, Item, Meeting
from boardtui.store.reading.passphrase import is_set
from boardtui.ui.forms.amending import restriction
from boardtui.ui.going import Going
from boardtui.ui.modals.choose import Choose
from boardtui.ui.modals.form import Form
from boardtui.ui.screens.base import BoardScreen
from boardtui.ui.widgets.fields import words
from boardtui.ui.widgets.restricted import marked

_ITEM, _OPEN = "item", "open"
_SHOWN = 64


class Restricting(BoardScreen):
    """A command that restricts what the cursor stands on: the whole item, or one of its paragraphs."""

    @property
    def meeting(self) -> Meeting | None:
        """Return the meeting in hand."""
        raise NotImplementedError

    @property
    def item(self) -> Item | None:
        """Return the item the cursor stands on."""
        raise NotImplementedError

    @property
    def entry(self) -> Entry | None:
        """Return the line the cursor stands on, if it does."""
        raise NotImplementedError

    def paragraphs(self, item: Item) -> list[Entry]:
        """Return the numbered paragraphs minuted under an item."""
        raise NotImplementedError

    def action_restrict(self) -> None:
        """Ask what is restricted, if there is a choice, and then why; of signed minutes whoever signs for it does."""
        desk = self.app.desk
        if (item := self.item) is None or desk is None or (self._signed and not self.app.may(signing(desk.role))):
            return
        if (entry := self.entry) is not None and entry.paragraph is not None:
            self._ask_why(f"Paragraph {entry.item}.{entry.paragraph}", entry.restricted, entry.id, item.id)
            return
        under = {entry.id: entry for entry in self.paragraphs(item)}

        def chosen(what: str | None) -> None:
            if what == _ITEM:
                self._ask_why(f"Item {item.number}", item.restricted, None, item.id)
            elif what is not None:
                entry = under[what]
                self._ask_why(f"Paragraph {entry.item}.{entry.paragraph}", entry.restricted, entry.id, item.id)

        if not under:
            chosen(_ITEM)
            return
        title = shorten(f"What of item {item.number} is restricted, or open again?", _SHOWN)
        self.app.push_screen(Choose(title, [*_whole(item), *_each(under.values())]), chosen)

    def _ask_why(self, what: str, now: str | None, entry_id: str | None, item_id: str) -> None:
        """Ask for the reason, and restrict or open it."""

        def change(because: str | None) -> None:
            if self._signed:
                self._amend(what, because, entry_id, item_id)
            elif entry_id is None:
                self.app.change(lambda work: services.agenda.restrict_item(work, item_id, because))
            else:
                self.app.change(lambda work: services.minutes.restrict_entry(work, entry_id, because))

        ask_why(self.app, what, now, change)

    @property
    def _signed(self) -> bool:
        return self.meeting is not None and self.meeting.state in LOCKED

    def _amend(self, what: str, because: str | None, entry_id: str | None, item_id: str) -> None:
        """Ask what makes a new edition of signed minutes, in which that part is restricted, or open."""
        if (desk := self.app.desk) is not None:
            reason = because and reason_text(because)

            def ask(locked: bool) -> None:
                self.app.push_screen(restriction(what, item_id, entry_id, reason, desk, locked=locked))

            self.app.read(is_set, ask)


def ask_why(app: Going, what: str, now: str | None, change: Callable[[str | None], None]) -> None:
    """Ask for a reason from the list, or whether to open it again; `change` is given the reason, None to open it."""

    def chosen(kind: str | None) -> None:
        if kind == ReasonKind.OTHER:
            app.push_screen(_another(what), lambda answers: change(answers["because"]) if answers else None)
        elif kind is not None:
            change(None if kind == _OPEN else kind)

    reasons = [(str(reason.kind), reason.text or "Another reason, in your own words") for reason in REASONS]
    again = [(_OPEN, f"Open it again (now: {now})")] if now else []
    app.push_screen(Choose(f"{what}: why is it restricted?", [*again, *reasons]), chosen)


def _whole(item: Item) -> list[tuple[str, str]]:
    return [(_ITEM, marked(f"The whole item: {shorten(item.title, _SHOWN)}", item.restricted))]


def _each(entries: Iterable[Entry]) -> list[tuple[str, str]]:
    return [
        (entry.id, f"{entry.item}.{entry.paragraph}  {marked(shorten(entry.text, _SHOWN), entry.restricted)}")
        for entry in entries
    ]


def _another(what: str) -> Form:
    return Form(f"{what} is restricted", [words("because", "Reason", needed=True)], None, save="restrict")
