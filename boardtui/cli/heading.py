"""The picture at the head of the Board's papers, on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from boardtui.cli.options import As, Board, By


def letterhead(
    file: Board,
    picture: Annotated[Path | None, typer.Argument(metavar="[PICTURE]", help="A PNG or JPEG file.")] = None,
    none: Annotated[bool, typer.Option("--none", help="Take the picture off.")] = False,
    by: By = None,
    role: As = None,
) -> None:
    """Put a picture at the head of every paper but the Chair's own, or with --none take it off."""
    from boardtui.cli.changing import change
    from boardtui.services.letterhead import remove_picture, set_picture

    if none == (picture is not None):
        raise typer.BadParameter("Name a picture, or say --none.", param_hint="PICTURE")
    change(file, by, role, lambda work: remove_picture(work) if picture is None else set_picture(work, picture))
