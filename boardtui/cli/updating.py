"""An action's log between meetings, on the command line: what was done, closed, returned, or moved."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from boardtui.cli.changing import change
from boardtui.cli.options import As, Board, By, day
from boardtui.errors import BoardError

if TYPE_CHECKING:
    from boardtui.store.unit import Work


class How(StrEnum):
    """What is entered in the log."""

    UPDATE = "update"
    DONE = "done"
    CLOSE = "close"
    RETURN = "return"
    MOVE = "move"


def update(
    file: Board,
    ref: Annotated[str, typer.Argument(metavar="REF", help="The action: 5/03.")],
    how: Annotated[How, typer.Argument(metavar="HOW", help=f"What is entered: {', '.join(How)}.")],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What is new; the evidence; the reason.")],
    due: Annotated[date | None, typer.Option("--due", parser=day, metavar="DATE", help="Where it moves to.")] = None,
    by: By = None,
    role: As = None,
) -> None:
    """Enter between meetings what became of an action: an update, done, closed, returned to its lead, or moved."""
    from boardtui.services import actions

    if (how is How.MOVE) != (due is not None):
        raise typer.BadParameter("It goes with move, and move with it.", param_hint="--due")

    def enter(work: Work) -> None:
        match how:
            case How.UPDATE:
                actions.update_action(work, ref, text)
            case How.DONE:
                actions.done(work, ref, text)
            case How.CLOSE:
                actions.close(work, ref, text)
            case How.RETURN:
                actions.give_back(work, ref, text)
            case How.MOVE if due is not None:
                actions.move_due(work, ref, due, text)
            case _:
                raise BoardError(
                    f"“{how}” is not known.", "Nothing was changed.", "See the ways there are with --help."
                )

    change(file, by, role, enter)
    print(ref)
