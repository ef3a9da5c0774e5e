"""Bringing in the sheets a council has: action log, plan, people, indicators, ratings."""

from __future__ import annotations

import sys
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from boardtui.cli.options import As, Board, By, Json
from boardtui.domain.text import clean, one_line, shorten
from boardtui.errors import BoardError
from boardtui.terminal import Telling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boardtui.domain.sheets.grid import Grid
    from boardtui.domain.sheets.outcome import Asked, Found


class What(StrEnum):
    """What can be brought in."""

    ACTIONS = "actions"
    PLAN = "plan"
    PEOPLE = "people"
    INDICATORS = "indicators"
    RATINGS = "ratings"


_COLUMN = 'Say by hand which column is what: --column due="By when", or due=F; due=none uses none. Again for more.'
_WHO = 'Say who is meant: --who "JB=DCS"; "JB=new" adds an office. Again for more.'


def import_sheet(
    what: Annotated[What, typer.Argument(metavar="WHAT", help=f"What is in the sheet: {', '.join(What)}.")],
    file: Board,
    sheet: Annotated[Path, typer.Argument(metavar="SHEET", help="An .xlsx, .csv or .docx file.")],
    name: Annotated[
        str | None, typer.Option("--sheet", metavar="NAME", help="Which sheet or table of it: its name or number.")
    ] = None,
    column: Annotated[list[str] | None, typer.Option("--column", metavar="OURS=THEIRS", help=_COLUMN)] = None,
    row: Annotated[int | None, typer.Option("--head", metavar="N", help="In which row the columns are named.")] = None,
    meeting: Annotated[
        int | None, typer.Option("--meeting", metavar="N", help="Where actions are raised, or ratings given.")
    ] = None,
    agreed: Annotated[bool, typer.Option("--agreed", help="The ratings were agreed, not only proposed.")] = False,
    reason: Annotated[str, typer.Option("--reason", help="For ratings that give none.")] = "",
    path: Annotated[str, typer.Option("--path", help="The path to green, for ratings that give none.")] = "",
    who: Annotated[list[str] | None, typer.Option("--who", metavar="NAME=XX", help=_WHO)] = None,
    add_people: Annotated[bool, typer.Option("--add-people", help="Add whoever is not known as an office.")] = False,
    only_show: Annotated[bool, typer.Option("--preview", help="Show what would be done, and do nothing.")] = False,
    as_json: Json = False,
    by: By = None,
    role: As = None,
) -> None:
    """Bring in a sheet as councils keep them: all of it or nothing, and undone in one step.

    Columns are found by name in the sheet's own head, dates are read day first, several leads in one cell and colours
    as ratings are understood. Any problem is named with its row and column, and then nothing is brought in. Bringing
    in the same sheet again changes what differs and doubles nothing. Formulas are read as they were last worked out.
    """
    from boardtui.bootstrap import open_desk
    from boardtui.domain.sheets.understanding import Choices
    from boardtui.services import importing as service

    asked = service.Asked(
        kind=what.value,
        file=one_line(sheet.name),
        sheet=name,
        choices=Choices(_pairs(column, "--column"), row),
        meeting=meeting,
        agreed=agreed,
        reason=reason,
        path=path,
        meant=_meant(_pairs(who, "--who")),
        add_people=add_people,
    )
    told = _Stoppable()
    with told, closing(open_desk(file, by=by, role=role)) as desk:
        try:
            grids = service.read(sheet, told)
            asked = service.recalled(desk, grids, asked)
            found = (service.preview if only_show else service.brought)(desk, grids, asked, told)
            if not only_show and not found.problems:
                service.remember(desk, grids, asked, found)
        except KeyboardInterrupt:
            told.stopped = True
            raise
    _print(found, asked, grids, as_json=as_json, only_show=only_show)
    if found.problems:
        raise typer.Exit(1)


class _Stoppable(Telling):
    """Tells how far it is; after ctrl+c the change under way ends at its next step, and nothing of it stays."""

    stopped = False

    def __call__(self, what: str, done: int, of: int) -> None:
        """Tell it, unless it was stopped."""
        if self.stopped:
            raise BoardError(
                "Stopped.", "Nothing was brought in.", "Run it again when it suits you; the sheet was only read."
            )
        super().__call__(what, done, of)


def _pairs(given: list[str] | None, option: str) -> dict[str, str]:
    pairs = {}
    for one in given or []:
        name, equals, said = one.partition("=")
        if not equals or not name.strip() or not said.strip():
            raise typer.BadParameter(f"“{one}” has no “=” between the two.", param_hint=option)
        pairs[name.strip()] = said.strip()
    return pairs


def _meant(pairs: dict[str, str]) -> dict[str, str]:
    from boardtui.domain.sheets.people import NEW

    return {name: NEW if said.casefold() == "new" else said for name, said in pairs.items()}


def _print(found: Found, asked: Asked, grids: Sequence[Grid], *, as_json: bool, only_show: bool) -> None:
    if as_json:
        from boardtui.cli.shapes import print_json

        print_json(_shape(found, asked))
        return
    if found.problems:
        for problem in found.problems:
            print(clean(str(problem)), file=sys.stderr)
        if names := found.understood.names:
            said = (
                f'Not known here: {", ".join(names)}. Say who each is (--who "NAME=XX"), or add them all: --add-people'
            )
            print(clean(said), file=sys.stderr)
        said = (
            f"“{found.understood.sheet}” in {asked.file}: {len(found.problems)} to be mended; nothing was brought in."
        )
        print(clean(said), file=sys.stderr)
        return
    head = found.understood.head
    if head is not None and only_show:
        print(f"{asked.file}, “{found.understood.sheet}”:" if len(grids) > 1 else f"{asked.file}:")
        for column, at in head.columns.items():
            print(one_line(f"  {column} from {head.named(at)}"))
        if head.unused:
            print(one_line(f"  not used: {', '.join(head.unused)}"))
        for row in found.rows:
            print(_line(row.row, row.ref, row.doing, row.text, (*row.changes, *row.notes)))
    for left in found.understood.left_out:
        print(_line(left.row, "", "left out", left.text, (left.why,)), file=sys.stderr)
    for note in found.understood.notes:
        print(one_line(f"{note[0].upper()}{note[1:]}."), file=sys.stderr)
    if found.added:
        print(one_line(f"New offices: {', '.join(found.added)}."), file=sys.stderr)
    done = "Would bring in" if only_show else "Brought in"
    print(f"{done} {asked.kind}: {found.said}.")


def _line(row: int, ref: str, doing: str, text: str, facts: Sequence[str]) -> str:
    said = f"  row {row}: {doing} {ref} {shorten(text, 60)}"
    return one_line(said) + "".join(f"\n      {one_line(fact)}" for fact in facts)


def _shape(found: Found, asked: Asked) -> dict[str, Any]:
    head = found.understood.head
    return {
        "kind": asked.kind,
        "sheet": found.understood.sheet,
        "columns": {name: head.named(at) for name, at in head.columns.items()} if head else {},
        "not_used": list(head.unused) if head else [],
        "meeting": found.meeting,
        "rows": [
            {
                "row": row.row,
                "ref": row.ref or None,
                "doing": str(row.doing),
                "text": row.text,
                "changes": list(row.changes),
                "notes": list(row.notes),
            }
            for row in found.rows
        ],
        "left_out": [{"row": one.row, "text": one.text, "why": one.why} for one in found.understood.left_out],
        "problems": [
            {"row": one.row or None, "column": one.column or None, "problem": one.said, "do": one.do}
            for one in found.problems
        ],
        "notes": list(found.understood.notes),
    }
