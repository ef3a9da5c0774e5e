"""Restoring what was deleted, from the command line (DESIGN 5)."""

from __future__ import annotations

from typing import Annotated

import typer

from boardtui.cli.changing import change
from boardtui.cli.options import As, Board, By


def recover(
    file: Board,
    number: Annotated[int, typer.Argument(metavar="N", help="Its number in boardtui list deleted.")],
    by: By = None,
    role: As = None,
) -> None:
    """Restore what was deleted, by its number in “boardtui list deleted”, with what hung on it."""
    from boardtui.domain.text import clean
    from boardtui.services import recover as services

    print(clean(change(file, by, role, lambda work: services.recover(work, number))))
