"""Starting letters and reports from the command line, each drafted from the records."""

from __future__ import annotations

from typing import Annotated

import typer

from boardtui.cli.changing import change
from boardtui.cli.options import As, Board, By, Day, Text
from boardtui.domain.states import ReportKind


def report(
    file: Board,
    kind: Annotated[ReportKind, typer.Option()],
    dated: Day = None,
    subject: Text = "",
    by: By = None,
    role: As = None,
) -> None:
    """Start one of the Chair's reports, or the Leader's, drafted from the records (Notice 8.1, 8.2)."""
    from boardtui.services import reports

    print(change(file, by, role, lambda work: reports.start_report(work, kind, dated=dated, subject=subject)))


def scrutiny(
    file: Board,
    committee: Text = "",
    officer: Annotated[str, typer.Option(metavar="TEXT", help="The relevant officer.")] = "",
    item: Annotated[str, typer.Option(metavar="N", help="The agenda item, by which appendices are numbered.")] = "",
    dated: Day = None,
    subject: Text = "",
    by: By = None,
    role: As = None,
) -> None:
    """Start a report to the scrutiny committee, drafted under its own headings."""
    from boardtui.services import scrutiny as service

    print(
        change(
            file,
            by,
            role,
            lambda work: service.start_scrutiny(
                work, committee=committee, officer=officer, item=item, dated=dated, subject=subject
            ),
        )
    )


def letter(file: Board, dated: Day = None, subject: Text = "", by: By = None, role: As = None) -> None:
    """Start the Chair's next letter to the Minister, drafted from the meetings since the last one."""
    from boardtui.services import letters

    print(change(file, by, role, lambda work: letters.start_letter(work, dated=dated, subject=subject)))
