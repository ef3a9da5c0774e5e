"""The history on the command line: of the whole Board, or of one record (DESIGN 7)."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from boardtui.cli.options import AsAt, Board, Json, day
from boardtui.domain.restriction import PaperVersion
from boardtui.domain.states import Role

if TYPE_CHECKING:
    from boardtui.domain.history import Happening

_MOST_LINES = 20
"""Lines of one entry that are printed; JSON and CSV have all."""


def history(
    file: Board,
    ref: Annotated[
        str | None,
        typer.Argument(metavar="[REF]", help="5/03, 3.2, N 5.7, I1, 5/4.2, “meeting 5”, “letter 2”, DCS."),
    ] = None,
    as_json: Json = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV, a line for each field that changed.")] = False,
    who: Annotated[str, typer.Option("--who", metavar="NAME", help="What somebody did.")] = "",
    role: Annotated[Role | None, typer.Option("--role", help="What was done in one role.")] = None,
    since: Annotated[date | None, typer.Option("--since", parser=day, metavar="DATE", help="From this day on.")] = None,
    until: Annotated[date | None, typer.Option("--until", parser=day, metavar="DATE", help="Up to this day.")] = None,
    kind: Annotated[str, typer.Option("--kind", metavar="KIND", help="Of one kind of record: action, rating.")] = "",
    words: Annotated[str, typer.Option("--words", metavar="WORDS", help="Only what has these words.")] = "",
    version: Annotated[
        PaperVersion, typer.Option("--version", help="CSV and JSON for everybody, or with what is restricted.")
    ] = PaperVersion.OPEN,
    as_at: AsAt = None,
) -> None:
    """Print who changed what, when and in which role, of the whole Board or of one record, newest first.

    CSV and JSON leave out what is restricted unless --version restricted asks for it; the printed lines have it all.
    """
    from boardtui.bootstrap import open_desk
    from boardtui.cli.shapes import print_json
    from boardtui.domain.history import Wanted
    from boardtui.domain.text import plural
    from boardtui.services import history_out
    from boardtui.store.reading import history as reading

    if as_json and as_csv:
        raise typer.BadParameter("--json and --csv do not go together.", param_hint="--csv")
    wanted = Wanted(who.strip(), role or "", since, until, kind.strip(), words)
    with closing(open_desk(file, as_at=as_at)) as desk:
        desk.read(lambda db: reading.check(db, wanted))
        of = desk.read(lambda db: reading.subject(db, ref)) if ref is not None else None
        if not as_json and not as_csv:
            desk.read(lambda db: _print(reading.every(db, wanted, of)))
            return
        happened, withheld = history_out.happened(desk, wanted, of, version)
        if as_json:
            print_json(history_out.as_json(happened))
        else:
            print(history_out.as_csv(happened).decode("utf-8-sig"), end="")
        if withheld:
            print(f"Withheld: {plural(withheld, 'change')}. With them: --version restricted", file=sys.stderr)


def _print(happened: Iterator[Happening]) -> None:
    printed = False
    for one in happened:
        for line in _lines(one):
            print(line)
        printed = True
    if not printed:
        print("Nothing was changed.", file=sys.stderr)


def _lines(one: Happening) -> Iterator[str]:
    from boardtui.domain.history import change_said, when
    from boardtui.domain.text import one_line, plural

    yield one_line(f"{when(one.at)}  {one.who} ({one.role}): {one.said}")
    said = [line for change in one.changes for line in change_said(change)]
    for line in said[:_MOST_LINES]:
        yield f"    {one_line(line)}"
    if len(said) > _MOST_LINES:
        yield f"    … and {plural(len(said) - _MOST_LINES, 'line')} more: --json and --csv have all"
