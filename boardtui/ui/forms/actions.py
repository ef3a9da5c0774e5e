"""Raising actions, and what can be done to one: update, done, close, return, move, reword, withdraw."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from textual.content import Content

from boardtui import services
from boardtui.domain.dates import show
from boardtui.domain.states import HELD, LOCKED, MeetingState
from boardtui.domain.views import Action, Meeting, Person
from boardtui.ui.modals.form import Form
from boardtui.ui.widgets.fields import due, lines
from boardtui.ui.widgets.literal import assembled, line
from boardtui.ui.widgets.record_fields import meeting, several


def add(meetings: Sequence[Meeting], people: Mapping[str, Person], today: date, like: Action | None = None) -> Form:
    """Ask for a new action of a meeting whose minutes are not signed: the last held, or else the next.

    One `like` another begins with its words, leads and supporters, and has its own date.
    """
    numbers = {m.number: m for m in meetings if m.state not in (*LOCKED, MeetingState.CANCELLED)}
    held = [m.number for m in numbers.values() if m.state in HELD]
    at = held[-1] if held else next(iter(numbers), None)

    return Form(
        f"Raise an action like {like.ref}" if like else "Raise an action",
        [
            lines("text", "Action", like.text if like else "", needed=True),
            several("leads", "Lead", people, like.leads if like else (), needed=True),
            several("supporters", "Supporters", people, like.supporters if like else ()),
            due("due", "Due", today),
            meeting(
                "meeting",
                "Of meeting",
                numbers.values(),
                at,
                needed=True,
                wrong="That is not a meeting whose minutes are still open.",
            ),
        ],
        lambda answers: (
            lambda work: services.actions.raise_action(
                work,
                answers["meeting"],
                answers["text"],
                answers["leads"],
                answers["supporters"] or (),
                due=answers["due"],
            )
        ),
    )


def update(action: Action) -> Form:
    """Ask what is new."""
    return Form(
        f"Update {action.ref}",
        [lines("text", "What is new", needed=True)],
        lambda answers: lambda work: services.actions.update_action(work, action.ref, answers["text"]),
        says=_about(action),
    )


def done(action: Action) -> Form:
    """Ask what the owner says was done."""
    return Form(
        f"{action.ref} is done",
        [lines("text", "What was done", needed=True)],
        lambda answers: lambda work: services.actions.done(work, action.ref, answers["text"]),
        says=assembled(_about(action), "\nThe Board or Chair then closes it, or returns it."),
    )


def close(action: Action) -> Form:
    """Ask for the evidence on which the Board or Chair accepts it."""
    return Form(
        f"Close {action.ref}",
        [lines("evidence", "Evidence", needed=True)],
        lambda answers: lambda work: services.actions.close(work, action.ref, answers["evidence"]),
        says=_about(action),
        save="close it",
    )


def give_back(action: Action) -> Form:
    """Ask why it goes back to its lead."""
    return Form(
        f"Return {action.ref}",
        [lines("reason", "Reason", needed=True)],
        lambda answers: lambda work: services.actions.give_back(work, action.ref, answers["reason"]),
        says=_about(action),
        save="return it",
    )


def move(action: Action, today: date) -> Form:
    """Ask for another due date and the reason."""
    now = f"Due {show(action.due)}." if action.due else "It has no due date."
    if action.original_due and action.original_due != action.due:
        now += f" At first it was due {show(action.original_due)}."
    return Form(
        f"Move {action.ref}",
        [due("due", "New due date", today), lines("reason", "Reason", needed=True)],
        lambda answers: lambda work: services.actions.move_due(work, action.ref, answers["due"], answers["reason"]),
        says=assembled(_about(action), "\n", now),
    )


def owners(action: Action, people: Mapping[str, Person]) -> Form:
    """Ask who leads it, and who supports them."""
    return Form(
        f"Who leads {action.ref}",
        [
            several("leads", "Lead", people, action.leads, needed=True),
            several("supporters", "Supporters", people, action.supporters),
        ],
        lambda answers: (
            lambda work: services.actions.change_owners(work, action.ref, answers["leads"], answers["supporters"] or ())
        ),
        says=line(action.text, "bold"),
    )


def reword(action: Action) -> Form:
    """Ask for other words; the log keeps the old ones."""
    return Form(
        f"Reword {action.ref}",
        [lines("text", "Action", action.text, needed=True)],
        lambda answers: lambda work: services.actions.reword(work, action.ref, answers["text"], action.version),
        says=Content("The log keeps the words it had."),
    )


def withdraw(action: Action) -> Form:
    """Ask why it is withdrawn."""
    return Form(
        f"Withdraw {action.ref}",
        [lines("reason", "Reason", needed=True)],
        lambda answers: lambda work: services.actions.withdraw(work, action.ref, answers["reason"]),
        says=_about(action),
        save="withdraw it",
    )


def _about(action: Action) -> Content:
    return assembled(line(action.text, "bold"), f"\n{', '.join(action.leads)}")
