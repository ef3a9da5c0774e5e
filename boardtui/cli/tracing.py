"""The golden thread on the command line: what a record comes from, and what comes from it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING, Annotated

import typer

from boardtui.cli.options import AsAt, Board, Json
from boardtui.domain.dates import with_days
from boardtui.domain.text import one_line, shorten
from boardtui.errors import NotFoundError

if TYPE_CHECKING:
    from datetime import date

    from boardtui.cli.shapes import Shape
    from boardtui.domain.thread import Branch, Knot, Thread
    from boardtui.store.reading.quoted import Quotation
    from boardtui.store.reading.reader import Database

_WIDTH = 100


def trace(
    file: Board,
    ref: Annotated[
        str, typer.Argument(metavar="REF", help="N 5.7, 3.2, I3, 5/03, 5/4.2, report 2, or a figure: 73%, '12 lines'.")
    ],
    as_json: Json = False,
    as_at: AsAt = None,
) -> None:
    """Follow the golden thread both ways from any record; of a letter, report or figure, name its sources."""
    from boardtui.bootstrap import open_desk
    from boardtui.cli.shapes import print_json

    with closing(open_desk(file, as_at=as_at)) as desk:
        found, figures, said = desk.read(lambda db: _found(db, ref, desk.today))
    if as_json:
        print_json(_shape(found, figures, said))
        return
    for line in _lines(found, figures, said):
        print(line)


def _found(db: Database, ref: str, today: date) -> tuple[Thread | None, list[Quotation], list[Knot]]:
    """Return the record of that name with its thread, or where a figure stands; raises NotFoundError."""
    from boardtui.store.reading.quoted import is_figure, mentions, quoted
    from boardtui.store.reading.thread import thread

    figures = quoted(db, ref, today)
    said = mentions(db, ref, today) if is_figure(ref) else []
    if said or (figures and is_figure(ref)):
        return None, figures, said
    try:
        return thread(db, ref), figures, []
    except NotFoundError:
        said = mentions(db, ref, today)
        if not said and not figures:
            raise
        return None, figures, said


def _lines(found: Thread | None, figures: list[Quotation], said: list[Knot]) -> Iterator[str]:
    if found is not None:
        yield _said(found.of)
        for title, side in (("Comes from", found.comes_from), ("Leads to", found.leads_to)):
            yield f"{title}:"
            yield from _tree(side, 1) if side else ("  nothing",)
    if said:
        yield "Said in:"
        yield from (f"  {_said(knot)}" for knot in said)
    if figures:
        yield "Figures in letters and reports:"
    for one in figures:
        now = "" if one.now == one.value else f" – now {with_days(one.now) if one.now is not None else 'gone'}"
        yield one_line(f"“{one.said}” in {one.letter}, {one.block}: {one.ref} was {with_days(one.value)}{now}")


def _tree(side: tuple[Branch, ...], depth: int) -> Iterator[str]:
    for branch in side:
        yield "  " * depth + _said(branch.knot)
        yield from _tree(branch.further, depth + 1)


def _said(knot: Knot) -> str:
    stands = ", ".join(filter(None, (with_days(knot.state), "restricted" if knot.restricted else "")))
    state = f" ({stands})" if stands else ""
    kind = "" if knot.named_alone else f"{knot.kind} "
    return shorten(f"{kind}{knot.ref}{state}: {knot.text}", _WIDTH)


def _shape(found: Thread | None, figures: list[Quotation], said: list[Knot]) -> Shape:
    shape: Shape = {}
    if found is not None:
        shape = _knot(found.of) | {
            "comes_from": [_branch(branch, "comes_from") for branch in found.comes_from],
            "leads_to": [_branch(branch, "leads_to") for branch in found.leads_to],
        }
    shape["said_in"] = [_knot(knot) for knot in said]
    shape["figures"] = [
        {
            "said": one.said,
            "letter": one.letter,
            "block": one.block,
            "ref": one.ref,
            "value": one.value,
            "now": one.now,
        }
        for one in figures
    ]
    return shape


def _knot(knot: Knot) -> Shape:
    return {
        "kind": knot.kind,
        "ref": knot.ref,
        "text": knot.text,
        "state": knot.state,
        "restricted": knot.restricted,
    }


def _branch(branch: Branch, way: str) -> Shape:
    return _knot(branch.knot) | {way: [_branch(further, way) for further in branch.further]}
