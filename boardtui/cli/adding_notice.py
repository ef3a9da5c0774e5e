"""Entering what the Board works under: sources, requirements, duties, what was agreed, letters received."""

from __future__ import annotations

from typing import Annotated

import typer

from boardtui.cli.changing import change
from boardtui.cli.options import As, Board, By, Day, DayNeeded, Text
from boardtui.domain.instrument import Body, Subject
from boardtui.domain.obligations import Binds
from boardtui.domain.text import one_line


def source(
    file: Board,
    code: Annotated[str, typer.Option(metavar="N", help="What its paragraphs begin with.")],
    kind: Annotated[str, typer.Option(metavar="KIND", help="notice, inspection, commissioner, audit, plan …")],
    title: Text,
    publisher: Text = "",
    published: Day = None,
    by: By = None,
    role: As = None,
) -> None:
    """Add a published document that holds requirements."""
    from boardtui.services import notice

    change(
        file,
        by,
        role,
        lambda work: notice.add_source(
            work, code=code, kind=kind, title=title, publisher=publisher, published=published
        ),
    )
    print(one_line(code))


def requirement(
    file: Board,
    ref: Annotated[str, typer.Option(metavar='"N 5.7"')],
    source: Annotated[str, typer.Option(metavar="N", help="The document's code.")],
    text: Annotated[str, typer.Argument(metavar="TEXT")],
    heading: Text = "",
    binds: Annotated[Binds, typer.Option()] = Binds.COUNCIL,
    due: Day = None,
    by: By = None,
    role: As = None,
) -> None:
    """Add one thing a document requires, by its paragraph."""
    from boardtui.services import notice

    change(
        file,
        by,
        role,
        lambda work: notice.add_requirement(
            work, ref=ref, source=source, text=text, heading=heading, binds=binds, due=due
        ),
    )
    print(one_line(ref))


def obligation(
    file: Board,
    ref: Annotated[str, typer.Option(metavar='"N 8.1 report"')],
    title: Text,
    due: Day = None,
    binds: Annotated[Binds, typer.Option()] = Binds.COUNCIL,
    requirement: Annotated[str, typer.Option(metavar='"N 8.1"')] = "",
    months: Annotated[int | None, typer.Option(metavar="N", help="Months after the commencement.")] = None,
    repeats: Annotated[int | None, typer.Option(metavar="N", help="Again every so many months.")] = None,
    note: Text = "",
    by: By = None,
    role: As = None,
) -> None:
    """Add a dated duty, once or again and again."""
    from boardtui.services import notice

    change(
        file,
        by,
        role,
        lambda work: notice.add_obligation(
            work,
            ref=ref,
            title=title,
            due=due,
            binds=binds,
            requirement=requirement,
            months=months,
            repeats_months=repeats,
            note=note,
        ),
    )
    print(one_line(ref))


def variation(
    file: Board,
    days: Annotated[int, typer.Option(metavar="DAYS", help="The interval between meetings that was agreed.")],
    applies_from: DayNeeded,
    agreed_on: DayNeeded,
    agreed_by: Annotated[str, typer.Option(metavar="TEXT", help="Who agreed it.")] = "Department for Education",
    by: By = None,
    role: As = None,
) -> None:
    """Record another interval between meetings that the department agreed beforehand (Notice 7.2)."""
    from boardtui.services import board

    change(file, by, role, lambda work: board.vary_interval(work, days, applies_from, agreed_on, agreed_by))
    print(f"{days} days from {applies_from.isoformat()}")


def agreement(
    file: Board,
    subject: Annotated[Subject, typer.Option()],
    body: Annotated[Body, typer.Option(help="Who agreed it.")],
    agreed_on: DayNeeded,
    decision: Annotated[str, typer.Option(metavar="D3/02", help="The decision that agreed it.")] = "",
    reference: Annotated[str, typer.Option(metavar="TEXT", help="Or where it is minuted.")] = "",
    by: By = None,
    role: As = None,
) -> None:
    """Record that a body agreed what the Notice asks to be agreed (Notice 5.1, 5.8, 6.1, 7.1, 7.3)."""
    from boardtui.services import agreements

    made = change(
        file,
        by,
        role,
        lambda work: agreements.add_agreement(
            work, subject=subject, body=body, agreed_on=agreed_on, decision=decision, reference=reference
        ),
    )
    print(f"AG{made}")


def correspondence(
    file: Board,
    received_on: DayNeeded,
    sender: Text,
    subject: Text,
    dated: Day = None,
    asks: Annotated[str, typer.Option(metavar="TEXT", help="What it asks; this becomes a duty.")] = "",
    due: Day = None,
    binds: Annotated[Binds, typer.Option(help="Of whom it is asked.")] = Binds.CHAIR,
    kept: Text = "",
    by: By = None,
    role: As = None,
) -> None:
    """Enter a letter received, and what it asks by when."""
    from boardtui.services import correspondence as service

    made = change(
        file,
        by,
        role,
        lambda work: service.add_correspondence(
            work,
            received_on=received_on,
            sender=sender,
            subject=subject,
            dated=dated,
            asks=asks,
            due=due,
            binds=binds,
            kept=kept,
        ),
    )
    print(f"L{made}")
