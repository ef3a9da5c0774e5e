"""Pictures on the command line: attendance, ratings, duties by month, actions from meeting to meeting."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import closing
from enum import StrEnum
from typing import Annotated

import typer

from boardtui.cli.options import AsAt, Board, Json
from boardtui.domain.text import clean


class Picture(StrEnum):
    """What can be shown."""

    ATTENDANCE = "attendance"
    RATINGS = "ratings"
    TIMELINE = "timeline"
    BURNDOWN = "burndown"


def show(
    what: Annotated[Picture, typer.Argument(metavar="WHAT", help=f"Which picture: {', '.join(Picture)}.")],
    file: Board,
    text: Annotated[bool, typer.Option("--text", help="In sentences, to be read aloud.")] = False,
    as_json: Json = False,
    as_at: AsAt = None,
) -> None:
    """Show a picture in letters, in sentences (--text) or as JSON: attendance, ratings, duties, actions over time.

    attendance is offices by meetings, ratings plan lines by meetings, timeline dated duties by months, burndown the
    actions open, raised and ended from meeting to meeting.
    """
    from boardtui.bootstrap import open_desk
    from boardtui.domain.pictures import burndown, grid
    from boardtui.store.reading import pictures

    read = getattr(pictures, what.value)
    with closing(open_desk(file, as_at=as_at)) as desk:
        found = desk.read(lambda db: read(db, desk.today))
    written = burndown if isinstance(found, burndown.BurnDown) else grid
    if as_json:
        from boardtui.cli.shapes import print_json

        print_json(written.as_shape(found))
        return
    for line in written.in_words(found) if text else written.as_table(found, _width()):
        print(clean(line))


def _width() -> int:
    known = sys.stdout.isatty() or "COLUMNS" in os.environ
    return shutil.get_terminal_size().columns if known else 10_000
