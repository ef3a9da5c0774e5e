"""Entering what assures the Board: audits and reviews with their findings, and the support it is given."""

from __future__ import annotations

from typing import Annotated

import typer

from boardtui.cli.changing import change
from boardtui.cli.options import As, Board, By, Day, Text
from boardtui.domain.assured import AssuranceKind


def assurance(
    file: Board,
    kind: Annotated[AssuranceKind, typer.Option()],
    title: Text,
    body: Annotated[str, typer.Option(metavar="TEXT", help="Who carries it out.")] = "",
    planned_for: Day = None,
    commissioned_on: Day = None,
    done_on: Day = None,
    cases: Annotated[int | None, typer.Option(metavar="N")] = None,
    summary: Text = "",
    validates: Annotated[bool, typer.Option("--validates", help="The external validation of Notice 8.1.")] = False,
    by: By = None,
    role: As = None,
) -> None:
    """Enter an audit, review, visit or inspection, planned or done."""
    from boardtui.services import assurance as service

    made = change(
        file,
        by,
        role,
        lambda work: service.add_assurance(
            work,
            kind=kind,
            title=title,
            body=body,
            planned_for=planned_for,
            commissioned_on=commissioned_on,
            done_on=done_on,
            cases=cases,
            summary=summary,
            validates=validates,
        ),
    )
    print(f"A{made}")


def finding(
    file: Board,
    assurance: Annotated[int, typer.Option(metavar="N", help="The number of the audit or review.")],
    text: Annotated[str, typer.Argument(metavar="TEXT")],
    paragraph: Annotated[str, typer.Option(metavar="TEXT", help="Its paragraph in the report.")] = "",
    becomes: Annotated[str, typer.Option(metavar="REF", help="Make it a requirement of this reference too.")] = "",
    due: Day = None,
    by: By = None,
    role: As = None,
) -> None:
    """Enter a finding of an audit or review; with --becomes it is a requirement as well."""
    from boardtui.services import assurance as service
    from boardtui.store.unit import Work

    def enter(work: Work) -> str:
        ref: str = service.add_finding(work, assurance, text, paragraph)
        if becomes:
            service.require(work, ref, ref=becomes, due=due)
        return ref

    print(change(file, by, role, enter))


def support(
    file: Board,
    provider: Text,
    package: Text,
    agreed_on: Day = None,
    starts: Day = None,
    ends: Day = None,
    outcome: Text = "",
    by: By = None,
    role: As = None,
) -> None:
    """Enter a package of support from outside (Notice 7.1)."""
    from boardtui.services import support as service

    made = change(
        file,
        by,
        role,
        lambda work: service.add_support(
            work, provider=provider, package=package, agreed_on=agreed_on, starts=starts, ends=ends, outcome=outcome
        ),
    )
    print(f"SP{made}")
