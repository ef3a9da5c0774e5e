"""One action with everything that became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from boardtui.domain.dates import show
from boardtui.domain.queue import Review
from boardtui.domain.ratings import Scheme
from boardtui.domain.states import UpdateKind
from boardtui.domain.text import one_line
from boardtui.domain.views import Action, Update
from boardtui.store.reading import actions as reading
from boardtui.store.reading.board import scheme
from boardtui.store.reading.people import by_initials
from boardtui.store.reading.queue import reviews_about
from boardtui.store.reading.reader import Database
from boardtui.ui.commands import bindings
from boardtui.ui.keys import with_keys
from boardtui.ui.screens import action_words, queue_words
from boardtui.ui.screens.action_commands import ActionCommands
from boardtui.ui.screens.office_words import People, in_full
from boardtui.ui.screens.querying import Asked, Querying
from boardtui.ui.screens.records import RecordScreen
from boardtui.ui.widgets.literal import assembled, hanging, line, literal
from boardtui.ui.widgets.ratings import named


@dataclass(frozen=True)
class Shown:
    """An action and its log."""

    action: Action
    updates: tuple[Update, ...]
    scheme: Scheme
    people: People
    reviews: tuple[Review, ...] = ()


class ActionScreen(RecordScreen, ActionCommands, Querying):
    """The action on the left, its log on the right."""

    where = "action"
    place = "actions"
    BINDINGS: ClassVar[list[BindingType]] = bindings("action")
    shown: Shown | None = None

    def __init__(self, ref: str) -> None:
        super().__init__()
        self.ref = ref

    @property
    def action(self) -> Action | None:
        """Return the action."""
        return self.shown.action if self.shown else None

    @property
    def asked(self) -> Asked | None:
        """Return the action as a query names it."""
        found = self.action
        return Asked(f"action {found.ref}", found.text, next(iter(found.leads), None)) if found else None

    def load(self) -> None:
        """Read the action."""
        if self.app.desk is not None:
            ref, today = self.ref, self.app.desk.today
            self.app.read(lambda db: _read(db, ref, today), self.show)

    def show(self, shown: Shown) -> None:
        """Show the action."""
        self.shown = shown
        self.write()

    def what(self, width: int) -> Content:
        """Return the action's particulars."""
        if self.shown is None:
            return Content("")
        action = self.shown.action
        raised = f"meeting {action.raised_at}, {show(action.raised_on)}"
        if action.item_title:
            raised += f", item {action.item}: {action.item_title}"
        facts = [
            ("Lead", in_full(action.leads, self.shown.people) or "nobody"),
            ("With", in_full(action.supporters, self.shown.people)),
            ("Due", action_words.dates(action).removeprefix("due ")),
            ("State", action.state),
            ("Raised", raised),
            ("Plan lines", ", ".join(action.lines)),
            ("Reported done", show(action.done_on) if action.done_on else ""),
            ("Closed", self._when_closed(action)),
            ("Evidence", action.evidence),
            ("Restricted", action.restricted or ""),
        ]
        said = [
            hanging(f"{action.ref}  ", action.text, width, "bold"),
            Content(""),
            assembled((f"{'Rating':<15}", "$foreground-muted"), named(self.shown.scheme, action.rating)),
        ]
        said += [hanging(literal(f"{name:<15}", "$foreground-muted"), text, width) for name, text in facts if text]
        said += queue_words.asked(self.shown.reviews, width)
        return Content("\n").join(said)

    def history(self, width: int) -> Content:
        """Return the action's log, newest first."""
        if self.shown is None:
            return Content("")
        said = [Content.styled("Log, newest first", "bold $primary")]
        for update in reversed(self.shown.updates):
            at = f", meeting {update.meeting}" if update.meeting else ""
            by = f", {one_line(update.by)}" if update.by else ""
            said.append(
                assembled(
                    (f"{show(update.on)}  ", "bold"),
                    line(self._word(update)),
                    (f"{at}{by}", "$foreground-muted"),
                )
            )
            said.append(hanging("  ", update.text, width))
        if len(said) == 1:
            said.append(literal(with_keys("Nothing yet. Press {action-update} to add to it."), "$foreground-muted"))
        return Content("\n").join(said)

    def _word(self, update: Update) -> str:
        if update.kind == UpdateKind.MOVED:
            before = show(update.due_before) if update.due_before else "no date"
            after = show(update.due_after) if update.due_after else "the next meeting"
            return f"moved from {before} to {after}"
        return update.kind

    def _when_closed(self, action: Action) -> str:
        if action.closed_on is None:
            return ""
        return show(action.closed_on) + (f", meeting {action.closed_at}" if action.closed_at else "")


def _read(db: Database, ref: str, today: date) -> Shown:
    said, log = tuple(reviews_about(db, f"action {ref}")), tuple(reading.updates(db, ref))
    return Shown(reading.action(db, ref, today), log, scheme(db), by_initials(db), said)
