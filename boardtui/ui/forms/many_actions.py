"""What can be done to many actions at once: what is asked for all of them, and done to each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from boardtui import services
from boardtui.domain.views import Person
from boardtui.ui.many import Many
from boardtui.ui.widgets.fields import due, lines
from boardtui.ui.widgets.record_fields import several

if TYPE_CHECKING:
    from boardtui.store.unit import Work

_NOUN = "action"


def update() -> Many:
    """Ask what is new about all of them."""
    return _saying("Update", "What is new", services.actions.update_action)


def done() -> Many:
    """Ask what their owners say was done."""
    return _saying("Report done", "What was done", services.actions.done)


def close() -> Many:
    """Ask for the evidence on which the Board or Chair accepts them."""
    return _saying("Close", "Evidence", services.actions.close)


def give_back() -> Many:
    """Ask why they go back to their leads."""
    return _saying("Return", "Reason", services.actions.give_back)


def withdraw() -> Many:
    """Ask why they are withdrawn."""
    return _saying("Withdraw", "Reason", services.actions.withdraw)


def move(today: date) -> Many:
    """Ask for another due date of all of them."""
    return Many(
        "Move",
        _NOUN,
        [due("due", "New due date", today), lines("reason", "Reason", needed=True)],
        lambda work, ref, answers: services.actions.move_due(work, ref, answers["due"], answers["reason"]),
    )


def owners(people: Mapping[str, Person]) -> Many:
    """Ask who leads all of them."""
    return Many(
        "Change the lead",
        _NOUN,
        [several("leads", "Lead", people, needed=True), several("supporters", "Supporters", people)],
        lambda work, ref, answers: services.actions.change_owners(
            work, ref, answers["leads"], answers["supporters"] or ()
        ),
        "Those named lead all of them; the supporters they have are replaced too.",
    )


def _saying(title: str, asks: str, act: Callable[[Work, str, str], object]) -> Many:
    """Ask for one text, and do to each action what takes a text."""
    fields = [lines("text", asks, needed=True)]
    return Many(title, _NOUN, fields, lambda work, ref, answers: act(work, ref, answers["text"]))
