"""What the Chair's queue asks for in words: a query, its answer, why something is returned, other words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from textual.content import Content

from boardtui import services
from boardtui.domain.queue import Asked, Kind, Review, Thing
from boardtui.domain.states import RatingStatus
from boardtui.domain.views import Action, Person
from boardtui.ui.forms.answering import past_day
from boardtui.ui.keys import with_keys
from boardtui.ui.modals.form import Form
from boardtui.ui.widgets.fields import lines, words
from boardtui.ui.widgets.literal import assembled, line
from boardtui.ui.widgets.record_fields import person


def ask(about: str, said: str, lead: str | None, people: Mapping[str, Person]) -> Form:
    """Ask what the Chair wants to know, and of whom."""
    return Form(
        f"Query about {about}",
        [lines("text", "Query", needed=True), person("to", "Asked of", people, lead if lead in people else None)],
        lambda answers: lambda work: services.queries.ask(work, about, answers["text"], answers["to"]),
        says=assembled(
            line(said, "bold"),
            with_keys("\nIt stays open until it is answered; {queue-export} writes it as an e-mail."),
        ),
        save="ask",
    )


def answer(query: Review, today: date) -> Form:
    """Ask what the answer to a query was."""
    return Form(
        f"Answer to query {query.number}",
        [
            lines("text", "Answer", needed=True),
            words("by", "Given by", query.asked_of or ""),
            past_day("on", "On", today, today, needed=True),
        ],
        lambda answers: lambda work: services.queries.answer_query(work, query.number, **answers),
        says=assembled(line(f"{query.about}: {query.text}", "bold")),
    )


def give_back(thing: Thing) -> Form:
    """Ask why a thing is returned, saying what returning it does."""
    match thing.record:
        case Action(leads=leads) if thing.kind is Kind.DONE:
            does = f"It goes back to {', '.join(leads) or 'its lead'}."
        case Action(leads=leads):
            does = (
                f"{', '.join(leads) or 'Its lead'} has it still: it stays there, marked as returned with your reason."
            )
        case Asked(given=given) if given.status == RatingStatus.PROPOSED:
            does = (
                f"It stays proposed until meeting {given.meeting} agrees it or another; "
                "your disagreement goes on the next meeting's agenda."
            )
        case Asked():
            does = "The rating is the Board's and stays; your disagreement goes on the next meeting's agenda."
        case _:
            does = "It goes back into draft."
    return Form(
        f"Return {thing.about}",
        [lines("reason", "Reason", needed=True)],
        lambda answers: lambda work: services.queue.give_back(work, thing.about, answers["reason"]),
        says=assembled(line(thing.said, "bold"), f"\n{does}"),
        save="return it",
    )


def reword(action: Action) -> Form:
    """Ask for other words, which the log shows as the Chair's."""
    return Form(
        f"Reword {action.ref}",
        [lines("text", "Action", action.text, needed=True)],
        lambda answers: (
            lambda work: services.queue.reword(work, f"action {action.ref}", answers["text"], action.version)
        ),
        says=Content("The log keeps the words it had, and shows the new ones as the Chair's."),
    )
