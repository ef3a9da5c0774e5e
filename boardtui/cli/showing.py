"""Pictures on the command line: attendance, ratings, duties by month, actions from meeting to meeting, indicators."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import closing
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, Annotated

import typer

from boardtui.cli.options import AsAt, Board, Json
from boardtui.domain.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boardtui.domain.pictures.chart import Chart


class Picture(StrEnum):
    """What can be shown."""

    ATTENDANCE = "attendance"
    RATINGS = "ratings"
    TIMELINE = "timeline"
    BURNDOWN = "burndown"
    INDICATORS = "indicators"


_WRITTEN_BY = {Picture.BURNDOWN: "burndown", Picture.INDICATORS: "chart"}
"""What writes a picture that is no grid."""


def show(
    what: Annotated[Picture, typer.Argument(metavar="WHAT", help=f"Which picture: {', '.join(Picture)}.")],
    file: Board,
    ref: Annotated[str | None, typer.Argument(metavar="REF", help="One indicator only, such as I3.")] = None,
    text: Annotated[bool, typer.Option("--text", help="In sentences, to be read aloud.")] = False,
    as_json: Json = False,
    as_at: AsAt = None,
) -> None:
    """Show a picture in letters, in sentences (--text) or as JSON: who came, ratings, duties, actions, indicators.

    attendance is offices by meetings, ratings plan lines by meetings, timeline dated duties by months, burndown the
    actions open, raised and ended from meeting to meeting, indicators each value beside its trajectory and targets.
    """
    from boardtui.bootstrap import open_desk
    from boardtui.store.reading import pictures

    if ref is not None and what is not Picture.INDICATORS:
        raise typer.BadParameter("It goes with indicators.", param_hint="REF")
    read = getattr(pictures, what.value)
    with closing(open_desk(file, as_at=as_at)) as desk:
        found = desk.read(lambda db: read(db, desk.today))
    if ref is not None:
        found = _only(found, ref)
    written = import_module(f"boardtui.domain.pictures.{_WRITTEN_BY.get(what, 'grid')}")
    if as_json:
        from boardtui.cli.shapes import print_json

        print_json(written.as_shape(found))
        return
    for line in written.in_words(found) if text else written.as_table(found, _width()):
        print(clean(line))


def _only(charts: Sequence[Chart], ref: str) -> list[Chart]:
    from boardtui.errors import NotFoundError

    found = [one for one in charts if one.ref.casefold() == ref.strip().casefold()]
    if not found:
        raise NotFoundError(f"There is no indicator {ref}.", "", "Look at: boardtui list indicators FILE")
    return found


def _width() -> int:
    known = sys.stdout.isatty() or "COLUMNS" in os.environ
    return shutil.get_terminal_size().columns if known else 10_000
