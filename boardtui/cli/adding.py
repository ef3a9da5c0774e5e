"""Adding records from the command line; each command prints the reference of what it made."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from boardtui.cli.changing import change
from boardtui.cli.options import As, Board, By, Meeting, day
from boardtui.domain.states import PersonKind, Purpose
from boardtui.domain.text import one_line


def person(
    file: Board,
    name: Annotated[str, typer.Option(metavar="N", help="The person's name, or the office's.")],
    initials: Annotated[str, typer.Option(metavar="XX", help="The office's initials.")],
    organisation: Annotated[str, typer.Option(metavar="O")],
    role: Annotated[str, typer.Option(metavar="R", help="The office's title.")],
    kind: Annotated[PersonKind, typer.Option(help="The part they play.")] = PersonKind.MEMBER,
    by: By = None,
    role_: As = None,
) -> None:
    """Add an office and who holds it."""
    from boardtui.services import people

    print(
        change(
            file,
            by,
            role_,
            lambda work: people.add_person(
                work, initials=initials, name=name, organisation=organisation, role=role, kind=kind
            ),
        )
    )


def item(
    file: Board,
    meeting: Meeting,
    title: Annotated[str, typer.Option(metavar="T")],
    purpose: Annotated[Purpose, typer.Option()] = Purpose.DISCUSSION,
    presenter: Annotated[str | None, typer.Option(metavar="XX", help="Initials.")] = None,
    minutes: Annotated[int, typer.Option(help="How long it is planned to take.")] = 10,
    by: By = None,
    role_: As = None,
) -> None:
    """Add an item to a meeting's agenda, before any other business."""
    from boardtui.services import agenda

    number = change(
        file,
        by,
        role_,
        lambda work: agenda.add_item(work, meeting, title, purpose=purpose, presenter=presenter, minutes=minutes),
    )
    print(f"{meeting}/{number}")


def action(
    file: Board,
    meeting: Meeting,
    lead: Annotated[list[str], typer.Option(metavar="XX", help="Initials; again for another lead.")],
    due: Annotated[date, typer.Option(parser=day, metavar="DATE", help="When it is due.")],
    text: Annotated[str, typer.Argument(metavar="TEXT")],
    supporter: Annotated[list[str] | None, typer.Option(metavar="XX")] = None,
    by: By = None,
    role_: As = None,
) -> None:
    """Raise an action of a meeting."""
    from boardtui.services import actions

    print(
        change(
            file,
            by,
            role_,
            lambda work: actions.raise_action(work, meeting, text, lead, supporter or (), due=due),
        )
    )


def line(
    file: Board,
    ref: Annotated[str, typer.Option(metavar="1.1")],
    theme: Annotated[str, typer.Option(metavar="T")],
    title: Annotated[str, typer.Option(metavar="T")],
    lead: Annotated[str, typer.Option(metavar="XX")],
    due: Annotated[date, typer.Option(parser=day, metavar="DATE", help="When it is due.")],
    answers: Annotated[list[str] | None, typer.Option(metavar='"N 5.7"', help="A requirement; again for more.")] = None,
    by: By = None,
    role_: As = None,
) -> None:
    """Add a line to the Improvement Plan."""
    from boardtui.services import plan

    print(
        change(
            file,
            by,
            role_,
            lambda work: plan.add_line(
                work, ref=ref, theme=theme, title=title, lead=lead, due=due, answers=answers or ()
            ),
        )
    )


def rating(
    file: Board,
    line: Annotated[str, typer.Option(metavar="1.1")],
    meeting: Meeting,
    rating: Annotated[str, typer.Option(metavar="R|A|G|B")],
    reason: Annotated[str, typer.Option(metavar="TEXT")],
    path: Annotated[str, typer.Option(metavar="TEXT", help="The path to green (red and amber need it).")] = "",
    evidence: Annotated[str, typer.Option(metavar="TEXT", help="Blue needs it.")] = "",
    again: Annotated[
        date | None, typer.Option(parser=day, metavar="DATE", help="When to look again at what is blue.")
    ] = None,
    proposed: Annotated[bool, typer.Option("--proposed", help="Proposed by the lead, not yet agreed.")] = False,
    by: By = None,
    role_: As = None,
) -> None:
    """Give a plan line a rating at a meeting: agreed, or with --proposed proposed by its lead.

    What is rated blue is looked at again after six months, unless --again says when.
    """
    from boardtui.services import plan

    change(
        file,
        by,
        role_,
        lambda work: plan.rate(
            work,
            line,
            meeting,
            rating,
            reason=reason,
            path=path,
            evidence=evidence,
            recheck_on=again or plan.look_again(work, meeting, rating),
            proposed=proposed,
        ),
    )
    print(one_line(f"{line} {rating.upper()}"))


def meetings(
    file: Board,
    count: Annotated[int, typer.Option(metavar="N", help="How many.")],
    by: By = None,
    role: As = None,
) -> None:
    """Continue the series of meetings; print each date and what moved it."""
    from boardtui.domain.dates import show_long
    from boardtui.services import meetings as service

    for number, proposed in change(file, by, role, lambda work: service.plan_meetings(work, count)):
        said = [f"{number}\t{proposed.day.isoformat()}\t{show_long(proposed.day)}"]
        said += filter(None, [proposed.moved_because, *(f"warning: {text}" for text in proposed.warnings)])
        print("\t".join(said))
