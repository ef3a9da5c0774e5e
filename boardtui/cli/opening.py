"""Opening a Board: the screens, the sample, a new Board, its state in short."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from boardtui.cli.options import As, AsAt, Board, By, Json, day
from boardtui.domain.states import InstrumentKind
from boardtui.domain.text import clean

if TYPE_CHECKING:
    from boardtui.domain.seats import Seat


def open_board(file: Board, role: As = None, as_at: AsAt = None) -> None:
    """Open a Board on the screen, if asked as it stood at an earlier meeting or date."""
    from boardtui.bootstrap import run_app

    run_app(file, role=role, as_at=as_at)


def demo(
    name: Annotated[str, typer.Argument(metavar="[2012|2019|2023]", help="Which sample Board.")] = "2012",
    file: Annotated[Path | None, typer.Option("--file", metavar="PATH", help="Where to put it.")] = None,
    no_open: Annotated[bool, typer.Option("--no-open", help="Build it and print where it is.")] = False,
    fresh: Annotated[bool, typer.Option("--fresh", help="Build it again beside the one you have.")] = False,
    role: As = None,
) -> None:
    """Look at a sample Board; it is built the first time, and kept with what you do to it."""
    from boardtui import paths
    from boardtui.bootstrap import open_desk, run_app, sample_file

    path = file or paths.data_folder() / f"sample-{name}.board"
    path = sample_file(name, _free_name(path) if fresh else path)
    if no_open:
        open_desk(path).close()
        print(path)
    else:
        run_app(path, role=role)


def new(
    file: Board,
    board: Annotated[str, typer.Option("--board", metavar="NAME", help="The Board's name.")],
    council: Annotated[str, typer.Option("--council", metavar="NAME", help="The council's name.")],
    first_meeting: Annotated[
        date, typer.Option("--first-meeting", parser=day, metavar="DATE", help="The first meeting's date.")
    ],
    commenced: Annotated[
        date | None,
        typer.Option("--commenced", parser=day, metavar="DATE", help="When the Notice, or the appointment, commenced."),
    ] = None,
    under: Annotated[
        InstrumentKind, typer.Option("--under", help="What the Board works under.")
    ] = InstrumentKind.NOTICE,
    safeguarding_review_by: Annotated[
        date | None,
        typer.Option(parser=day, metavar="DATE", help="The Notice's date for reviewing the safeguarding board."),
    ] = None,
    every: Annotated[int, typer.Option("--every", metavar="DAYS", help="Days between meetings.")] = 42,
    at: Annotated[str, typer.Option("--at", metavar="TIME", help="When meetings start, such as 14:00.")] = "",
    place: Annotated[str, typer.Option("--place", metavar="PLACE", help="Where the Board meets.")] = "",
    chair: Annotated[
        str, typer.Option("--chair", metavar="WHO", help='The Chair: "Jane Smith, Independent Chair (IC)".')
    ] = "",
    members: Annotated[
        Path | None,
        typer.Option("--members", metavar="FILE", help="A text with a line for each: name, office, organisation."),
    ] = None,
    by: By = None,
    role: As = None,
) -> None:
    """Start a new Board with its instrument's standard duties and checks, and its first meeting's agenda."""
    from boardtui.bootstrap import start_file
    from boardtui.domain.starting import NewBoard

    if under == InstrumentKind.NOTICE and commenced is None:
        raise typer.BadParameter("A Notice's duties are counted from that day.", param_hint="--commenced")
    wanted = NewBoard(
        name=board,
        council=council,
        first_meeting=first_meeting,
        kind=under,
        commenced=commenced,
        safeguarding_review_by=safeguarding_review_by,
        interval_days=every,
        starts=at,
        place=place,
        seats=_seats(chair, members, council),
    )
    start_file(file, wanted, by=by, role=role)
    print(file)


def _seats(chair: str, members: Path | None, council: str) -> tuple[Seat, ...]:
    """Read who sits at a new Board, the Chair first."""
    from boardtui.cli.papers import text_of
    from boardtui.domain.seats import read_chair, read_seats

    first = (read_chair(chair),) if chair.strip() else ()
    if members is None:
        return first
    try:
        return first + read_seats(text_of(str(members)), [seat.initials for seat in first], council)
    except ValueError as problem:
        raise typer.BadParameter(str(problem), param_hint="--members") from problem


def status(file: Board, as_json: Json = False, as_at: AsAt = None) -> None:
    """Print the Board's state in short: next meeting, ratings, overdue actions, compliance."""
    from boardtui.bootstrap import open_desk
    from boardtui.cli.shapes import as_text, print_json, status_shape
    from boardtui.store.reading.compliance import compliance
    from boardtui.store.reading.home import home
    from boardtui.store.reading.notice import obligations

    with closing(open_desk(file, as_at=as_at)) as desk:
        today = desk.today
        found, checks, duties = desk.read(lambda db: (home(db, today), compliance(db, today), obligations(db, today)))
    shape = status_shape(found, checks, duties, today)
    if as_json:
        print_json(shape)
        return
    meeting, ratings = shape["next_meeting"], shape["ratings"]
    print(f"{as_text(shape['board'])} as at {as_text(today)}")
    print(
        f"Next meeting: {meeting['number']} on {as_text(meeting['date'])}, {_away(meeting['days'])}"
        if meeting
        else "Next meeting: none is planned"
    )
    print("Ratings: " + ", ".join(f"{letter} {count}" for letter, count in ratings.items()))
    print(f"Overdue actions: {shape['overdue_actions']}")
    for check in shape["compliance"]:
        print(clean(f"{check['ref']:6} {check['check']}: {check['state']}. {check['reason']}"))


def _away(days: int) -> str:
    from boardtui.domain.text import plural

    if days == 0:
        return "today"
    return f"in {plural(days, 'day')}" if days > 0 else f"{plural(-days, 'day')} ago"


def _free_name(path: Path) -> Path:
    names = (path.with_stem(f"{path.stem}-{count}") for count in range(2, 1000))
    return path if not path.exists() else next(name for name in names if not name.exists())
