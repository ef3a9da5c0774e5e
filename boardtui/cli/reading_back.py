"""What came back in a Word file, on the command line: listed, accepted, left (DESIGN 6)."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from boardtui.cli.options import As, Board, By, Json
from boardtui.domain.text import clean, one_line, plural
from boardtui.errors import NotFoundError

if TYPE_CHECKING:
    from boardtui.domain.points import Point, Reading
    from boardtui.services.desk import Desk


def readback(
    file: Board,
    document: Annotated[Path, typer.Argument(metavar="DOC.docx", help="The Word file that came back.")],
    accept: Annotated[list[int] | None, typer.Option("--accept", metavar="N", help="Take this point over.")] = None,
    accept_all: Annotated[bool, typer.Option("--accept-all", help="Take over all that can be.")] = False,
    leave: Annotated[list[int] | None, typer.Option("--leave", metavar="N", help="Leave the record as it is.")] = None,
    as_json: Json = False,
    by: By = None,
    role: As = None,
) -> None:
    """Show what was changed and commented in a paper in Word, point by point, and take it over or leave it.

    The numbers stay the same while the file does. The exit code is 0 when nothing is left to decide, 1 otherwise.
    """
    from boardtui.bootstrap import open_desk
    from boardtui.services.readback import read_back

    with closing(open_desk(file, by=by, role=role)) as desk:
        reading = read_back(desk, document)
        if accept or leave or accept_all:
            _decide(desk, reading, accept or [], leave or [], accept_all)
            reading = read_back(desk, document)
    _print(reading, as_json)
    raise typer.Exit(1 if reading.left else 0)


def _decide(desk: Desk, reading: Reading, accept: list[int], leave: list[int], accept_all: bool) -> None:
    """Decide points by their numbers, all of them known before the first is decided."""
    from boardtui.services import readback as service

    accepted, left = _numbered(reading, accept), _numbered(reading, leave)
    for point in accepted:
        _tell(desk.do(lambda work, one=point: service.accept(work, reading.paper, one)).told)  # type: ignore[misc]
    for point in left:
        _tell(desk.do(lambda work, one=point: service.leave(work, reading.paper, one)).told)  # type: ignore[misc]
    if accept_all:
        decided = {one.key for one in (*accepted, *left)}
        _tell(desk.do(lambda work: service.accept_all(work, reading, without=decided)).told)


def _numbered(reading: Reading, numbers: list[int]) -> list[Point]:
    by_number = {one.number: one for one in reading.points}
    for number in numbers:
        if number not in by_number:
            raise NotFoundError(f"There is no point {number} in this file.", "Nothing was changed.", "List them first.")
    return [by_number[number] for number in dict.fromkeys(numbers)]


def _tell(told: tuple[str, ...]) -> None:
    for said in told:
        print(clean(said), file=sys.stderr)


def _print(reading: Reading, as_json: bool) -> None:
    if as_json:
        from boardtui.cli.shapes import print_json

        shape = {
            "paper": reading.paper.name,
            "told": list(reading.told),
            "left": len(reading.left),
            "points": [_shape(one) for one in reading.points],
        }
        print_json(shape)
        return
    for said in reading.told:
        print(said)
    for one in reading.left:
        for line in _lines(one):
            print(line)
    decided = len(reading.points) - len(reading.left)
    left = f"{plural(len(reading.left), 'point')} left to decide" if reading.left else "Nothing is left to decide"
    print(f"{reading.paper.name.capitalize()}: {left}, {decided} decided.")


def _lines(one: Point) -> list[str]:
    from boardtui.domain.dates import show

    by = ", ".join(filter(None, (one.author, show(one.on) if one.on else "")))
    said = [one_line(f"{one.number}  {one.kind} at {one.where}{f' ({by})' if by else ''}")]
    if one.kind == "comment":
        said += [f"   on  {one_line(one.old)}"] if one.old else []
        said.append(f"   “{one_line(one.new)}”")
    else:
        said += [f"   - {one_line(one.old)}"] if one.old else []
        said += [f"   + {one_line(one.new)}"] if one.new else []
    if one.stale:
        said.append(f"   The record has changed since; it now says: {one_line(one.now) or '(removed)'}")
    if one.by_hand:
        said.append(f"   By hand: {one_line(one.by_hand)}")
    return said


def _shape(one: Point) -> dict[str, Any]:
    return {
        "number": one.number,
        "key": one.key,
        "kind": one.kind,
        "where": one.where,
        "old": one.old or None,
        "new": one.new or None,
        "author": one.author or None,
        "on": one.on,
        "changed_since": one.stale,
        "now": one.now or None,
        "by_hand": one.by_hand or None,
        "decided": one.decided or None,
    }
