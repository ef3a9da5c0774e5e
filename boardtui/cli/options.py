"""Options that several commands share, and how dates are written on the command line."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from boardtui.domain.states import Role

Board = Annotated[Path, typer.Argument(metavar="FILE", help="The Board file.")]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who makes the change.")]
As = Annotated[Role | None, typer.Option("--as", help="In which role.")]
AsAt = Annotated[
    str | None,
    typer.Option("--as-at", metavar="DATE", help="Read the Board as at a meeting (4) or a date (2013-03-01)."),
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]
Meeting = Annotated[int, typer.Option("--meeting", metavar="N", help="The meeting's number.")]


def day(text: str) -> date:
    """Read a date given on the command line; it needs its year, because nothing says which would be next."""
    from boardtui.domain.dates import EARLIEST, parse_date

    try:
        found = parse_date(text, date(EARLIEST, 1, 1))
    except ValueError as problem:
        raise typer.BadParameter(str(problem)) from problem
    if found.year <= EARLIEST + 1:
        raise typer.BadParameter(f"“{text}” needs its year: write it like 2013-01-14.")
    return found


Day = Annotated[date | None, typer.Option(parser=day, metavar="DATE")]
DayNeeded = Annotated[date, typer.Option(parser=day, metavar="DATE")]
Text = Annotated[str, typer.Option(metavar="TEXT")]
Refs = Annotated[list[str] | None, typer.Option(metavar="REF", help="Again for another.")]
