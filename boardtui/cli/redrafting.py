"""Drafting a letter or report again from the records, on the command line: the key `D` of the screen."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from boardtui.cli.changing import change
from boardtui.cli.options import As, Board, By, Day
from boardtui.domain.states import Series


class Drafted(StrEnum):
    """What is drafted from the records."""

    LETTER = Series.LETTER.value
    REPORT = Series.REPORT.value
    SCRUTINY = Series.SCRUTINY.value


def redraft(
    what: Annotated[Drafted, typer.Argument(metavar="WHAT", help=f"Of what: {', '.join(Drafted)}.")],
    file: Board,
    number: Annotated[int, typer.Argument(metavar="N", help="Its number.")],
    dated: Day = None,
    by: By = None,
    role: As = None,
) -> None:
    """Draft a letter or report again from the records, and name the parts that read otherwise.

    What somebody edited stays. With --dated it bears that day, from which its sentences count.
    """
    from boardtui.services import letters

    change(file, by, role, lambda work: letters.redraft(work, number, what.value, dated))
