"""What can be done to the action in hand, from the log and from the action's own screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from boardtui import services
from boardtui.domain.roles import Step
from boardtui.domain.states import OPEN_ACTIONS
from boardtui.domain.views import Action, Meeting, Person
from boardtui.store.reading.meetings import meetings
from boardtui.store.reading.people import by_initials
from boardtui.store.reading.reader import Database
from boardtui.ui.forms import actions as forms
from boardtui.ui.forms import many_actions as of_many
from boardtui.ui.modals.form import Form
from boardtui.ui.screens.restricting import ask_why
from boardtui.ui.screens.threading import OnThread


@dataclass(frozen=True)
class Raising:
    """What raising an action needs to know."""

    meetings: tuple[Meeting, ...]
    people: Mapping[str, Person]


class ActionCommands(OnThread):
    """Commands on one action, for screens that have one."""

    @property
    def action(self) -> Action | None:
        """Return the action in hand."""
        raise NotImplementedError

    @property
    def knot(self) -> tuple[str, str] | None:
        """Return it as a record of the golden thread."""
        return ("action", self.action.ref) if self.action else None

    def action_update(self) -> None:
        """Ask what is new."""
        if self.for_marked(of_many.update()):
            return
        if (action := self.action) is not None:
            self.app.push_screen(forms.update(action))

    def action_done(self) -> None:
        """Ask what the owner says was done."""
        if self.for_marked(of_many.done()):
            return
        if (action := self._open_action()) is not None:
            self._ask(forms.done(action))

    def action_close(self) -> None:
        """Ask for the evidence."""
        if self.for_marked(of_many.close()):
            return
        if (action := self._open_action()) is not None and self.app.may(Step.CLOSE_ACTION):
            self._ask(forms.close(action))

    def action_give_back(self) -> None:
        """Ask why it goes back."""
        if self.for_marked(of_many.give_back()):
            return
        if (action := self._open_action()) is not None and self.app.may(Step.RETURN_ACTION):
            self._ask(forms.give_back(action))

    def action_move(self) -> None:
        """Ask for another due date."""
        if self.app.desk is not None and self.for_marked(of_many.move(self.app.desk.today)):
            return
        if (action := self._open_action()) is not None and self.app.desk is not None:
            self._ask(forms.move(action, self.app.desk.today))

    def action_duplicate(self) -> None:
        """Ask for a new action like this one."""
        if self.action is not None:
            self.app.read(raising, self._ask_like)

    def _ask_like(self, known: Raising) -> None:
        action, desk = self.action, self.app.desk
        if action is not None and desk is not None:
            self.app.push_screen(forms.add(known.meetings, known.people, desk.today, action), self.for_new())

    def action_owners(self) -> None:
        """Ask who leads it."""
        self.app.read(by_initials, self._ask_owners)

    def _ask_owners(self, people: Mapping[str, Person]) -> None:
        if not self.for_marked(of_many.owners(people)) and (action := self._open_action()) is not None:
            self._ask(forms.owners(action, people))

    def action_reword(self) -> None:
        """Ask for other words."""
        if (action := self.action) is not None:
            self._ask(forms.reword(action))

    def action_restrict(self) -> None:
        """Ask why it is restricted, or open it again."""
        if (action := self.action) is not None:
            ref = action.ref
            ask_why(
                self.app,
                f"Action {ref}",
                action.restricted,
                lambda because: self.app.change(lambda work: services.actions.restrict(work, ref, because)),
            )

    def action_withdraw(self) -> None:
        """Ask why it is withdrawn."""
        if self.for_marked(of_many.withdraw()):
            return
        if (action := self._open_action()) is not None:
            self._ask(forms.withdraw(action))

    def _ask(self, form: Form) -> None:
        self.app.push_screen(form)

    def _open_action(self) -> Action | None:
        """Return the action, unless nothing is left to do about it; then say so."""
        action = self.action
        if action is not None and action.state not in OPEN_ACTIONS:
            self.app.say(f"Action {action.ref} is {action.state}.", warning=True)
            return None
        return action


def raising(db: Database) -> Raising:
    """Read what raising an action needs to know."""
    return Raising(tuple(meetings(db)), by_initials(db))
