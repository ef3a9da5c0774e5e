"""Actions: the log, overdue first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from boardtui.domain.filter_conditions import one_owner
from boardtui.domain.filter_facts import of_action
from boardtui.domain.filter_keys import Kind
from boardtui.domain.ratings import Scheme
from boardtui.domain.text import plural
from boardtui.domain.views import Action, Meeting, Person
from boardtui.store.reading import board as reading
from boardtui.store.reading.actions import actions
from boardtui.store.reading.meetings import meetings
from boardtui.store.reading.people import by_initials
from boardtui.store.reading.reader import Database
from boardtui.ui.commands import bindings
from boardtui.ui.forms import actions as forms
from boardtui.ui.modals.choose import Choose
from boardtui.ui.screens import action_words
from boardtui.ui.screens.action_commands import ActionCommands
from boardtui.ui.screens.bringing import Bringing
from boardtui.ui.screens.filtered import FilteredList
from boardtui.ui.widgets.literal import cell, literal
from boardtui.ui.widgets.ratings import badge
from boardtui.ui.widgets.record_list import Column, Row

_SHEETS = "each lead's sheet"


@dataclass(frozen=True)
class Shown:
    """The log, and what raising an action needs to know."""

    actions: tuple[Action, ...]
    scheme: Scheme
    meetings: tuple[Meeting, ...]
    people: Mapping[str, Person]


class ActionsScreen(FilteredList, ActionCommands, Bringing):
    """The action log."""

    where = place = "actions"
    BINDINGS: ClassVar[list[BindingType]] = bindings("actions")
    kind = Kind.ACTIONS
    brings = ("actions",)
    filter_says = "words  is:open  owner:DCS  due:<30d  plan:3.2  raised:5  rating:R"
    empty_says = (
        "No action has been raised yet. Press a to raise one; in a meeting, type ! and a lead. "
        "i brings in the log you have."
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
    shown: Shown | None = None

    @property
    def register(self) -> str:
        """Return the register that is shown here."""
        return "actions"

    def load(self) -> None:
        """Read the log."""
        if self.app.desk is not None:
            today = self.app.desk.today
            self.app.read(lambda db: _read(db, today), self.show)

    def show(self, shown: Shown) -> None:
        """Show the log."""
        self.shown = shown
        self.refill()

    @property
    def found(self) -> list[Action]:
        """Return the actions that the filter lets through."""
        wanted = self.wanted
        return [action for action in self.shown.actions if of_action(action).fit(wanted)] if self.shown else []

    @property
    def action(self) -> Action | None:
        """Return the action the cursor stands on."""
        if self.shown is None:
            return None
        return next((action for action in self.shown.actions if action.ref == self.chosen), None)

    def above(self) -> Content | None:
        """Return how many there are of what."""
        if self.shown is None or not self.shown.actions:
            return None
        found, late = self.found, sum(1 for action in self.found if action.days_late)
        said = f"{plural(len(found), 'action')}, {late} overdue"
        return literal(f"{said}, of {len(self.shown.actions)}" if self.words else said)

    def rows(self) -> list[Row]:
        """Return the log's lines."""
        if self.shown is None:
            return []
        scheme = self.shown.scheme
        return [
            Row(
                action.ref,
                (
                    action.ref,
                    badge(scheme, action.rating),
                    action_words.text(action),
                    action_words.who(action),
                    action_words.due(action),
                    action_words.state(action),
                    cell(f"{action.slips}×" if action.slips else ""),
                ),
            )
            for action in self.found
        ]

    def preview(self) -> Content:
        """Return the action in full, with its last update."""
        action = self.action
        if action is None or self.shown is None:
            return Content("")
        return action_words.brief(action, self.shown.scheme, self.query_one("#side").size.width - 2)

    def open(self, key: str) -> None:
        """Open the action."""
        self.app.open_record("action", key)

    def action_add(self) -> None:
        """Ask for a new action."""
        shown, desk = self.shown, self.app.desk
        if shown is None or desk is None:
            return
        if not shown.meetings:
            self.app.say("Plan the first meeting before raising an action: press 2.", warning=True)
            return
        self.app.push_screen(forms.add(shown.meetings, shown.people, desk.today), self.for_new())

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


def _read(db: Database, today: date) -> Shown:
    return Shown(
        tuple(actions(db, today)),
        reading.scheme(db),
        tuple(meetings(db)),
        by_initials(db),
    )
