"""What can be done to many actions at once: what is asked for all of them, and done to each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from boardtui import services
from boardtui.domain.views import Person
from boardtui.ui.many import Many
from boardtui.ui.widgets.fields import due, lines
from boardtui.ui.widgets.record_fields import several

_NOUN = "action"


def update() -> Many:
    """Ask what is new about all of them."""
    return Many(
        "Update",
        _NOUN,
        [lines("text", "What is new", needed=True)],
        lambda work, ref, answers: services.actions.update_action(work, ref, answers["text"]),
    )


def done() -> Many:
    """Ask what their owners say was done."""
    return Many(
        "Report done",
        _NOUN,
        [lines("text", "What was done", needed=True)],
        lambda work, ref, answers: services.actions.done(work, ref, answers["text"]),
    )


def close() -> Many:
    """Ask for the evidence on which the Board or Chair accepts them."""
    return Many(
        "Close",
        _NOUN,
        [lines("evidence", "Evidence", needed=True)],
        lambda work, ref, answers: services.actions.close(work, ref, answers["evidence"]),
    )


def give_back() -> Many:
    """Ask why they go back to their leads."""
    return Many(
        "Return",
        _NOUN,
        [lines("reason", "Reason", needed=True)],
        lambda work, ref, answers: services.actions.give_back(work, ref, answers["reason"]),
    )


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


def withdraw() -> Many:
    """Ask why they are withdrawn."""
    return Many(
        "Withdraw",
        _NOUN,
        [lines("reason", "Reason", needed=True)],
        lambda work, ref, answers: services.actions.withdraw(work, ref, answers["reason"]),
    )
