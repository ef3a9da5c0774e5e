"""Actions: the log, overdue first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from boardtui.domain.filter_conditions import one_owner
from boardtui.domain.filter_keys import Kind
from boardtui.domain.ratings import Scheme
from boardtui.domain.text import plural
from boardtui.domain.views import Action
from boardtui.store.reading import board as reading
from boardtui.store.reading.listings import ACTIONS
from boardtui.store.reading.reader import Database
from boardtui.ui.commands import bindings
from boardtui.ui.forms import actions as forms
from boardtui.ui.keys import with_keys
from boardtui.ui.modals.choose import Choose
from boardtui.ui.screens import action_words
from boardtui.ui.screens.action_commands import ActionCommands, Raising, raising
from boardtui.ui.screens.bringing import Bringing
from boardtui.ui.screens.paged import Ask, PagedList
from boardtui.ui.widgets.literal import cell, literal
from boardtui.ui.widgets.ratings import badge
from boardtui.ui.widgets.record_list import Column, Row

_SHEETS = "each lead's sheet"


@dataclass(frozen=True)
class Known:
    """What the log's lines need to know: the Board's ratings, and how many actions there are whatever the filter."""

    scheme: Scheme
    all: int


class ActionsScreen(PagedList[Action], ActionCommands, Bringing):
    """The action log."""

    where = place = "actions"
    views_of = "actions"
    BINDINGS: ClassVar[list[BindingType]] = bindings("actions")
    kind = Kind.ACTIONS
    brings = ("actions",)
    filter_says = "words  is:open  owner:DCS  due:<30d  plan:3.2  raised:5  rating:R"
    empty_says = (
        "No action has been raised yet. Press {actions-add} to raise one; in a meeting, type ! and a lead. "
        "{actions-bring-in} brings in the log you have."
    )
    columns = (
        Column("Ref", 5),
        Column("", 3),
        Column("Action", 0),
        Column("Lead", 7),
        Column("Due", 11),
        Column("State", 9),
        Column("Moved", 5),
    )
    listing = ACTIONS
    told: Known | None

    @property
    def register(self) -> str:
        """Return the register that is shown here."""
        return "actions"

    def know(self, db: Database, ask: Ask) -> Known:  # noqa: ARG002  (the filter does not matter here)
        """Read what the lines need to know."""
        return Known(reading.scheme(db), db.execute("SELECT count(*) FROM action").fetchone()[0])

    @property
    def action(self) -> Action | None:
        """Return the action the cursor stands on."""
        return self.record

    def above(self) -> Content | None:
        """Return how many there are of what."""
        if self.told is None or not self.told.all:
            return None
        order = self.pages.order
        said = f"{plural(order.count, 'action')}, {order.parts[0]} overdue"
        return literal(f"{said}, of {self.told.all}" if self.words else said)

    def row(self, record: Action) -> Row:
        """Return an action as a line of the log."""
        return Row(
            record.ref,
            (
                record.ref,
                badge(self.told.scheme if self.told else (), record.rating),
                action_words.text(record),
                action_words.who(record),
                action_words.due_in_row(record),
                action_words.state(record),
                cell(f"{record.slips}×" if record.slips else ""),
            ),
        )

    def preview(self) -> Content:
        """Return the action in full, with its last update."""
        action = self.action
        if action is None or self.told is None:
            return Content("")
        return action_words.brief(action, self.told.scheme, self.query_one("#side").size.width - 2)

    def open(self, key: str) -> None:
        """Open the action."""
        self.app.open_record("action", key)

    def action_add(self) -> None:
        """Ask for a new action."""
        self.app.read(raising, self._ask_for_new)

    def _ask_for_new(self, known: Raising) -> None:
        desk = self.app.desk
        if not known.meetings:
            self.app.say(with_keys("Plan the first meeting before raising an action: press {meetings}."), warning=True)
        elif desk is not None:
            self.app.push_screen(forms.add(known.meetings, known.people, desk.today), self.for_new())

    def action_export(self) -> None:
        """Export the whole log, or that of one lead."""
        action, lead = self.action, one_owner(self.wanted)
        leads = dict.fromkeys([*([lead] if lead else []), *(action.leads if action else ())])
        choices = [
            ("", "The whole log"),
            *((name, f"Only what {name} leads") for name in leads),
            (_SHEETS, "A sheet for each lead, with words for an e-mail"),
        ]
        self.app.push_screen(Choose("Export the action log", choices, lead or ""), self._export)

    def _export(self, lead: str | None) -> None:
        if lead == _SHEETS:
            self.app.export_sheets()
        elif lead is not None:
            self.app.export("actions", lead=lead or None)
