"""Search on the command line: every record that holds some words."""

from __future__ import annotations

import sys
from contextlib import closing
from typing import TYPE_CHECKING, Annotated

import typer

from boardtui.cli.options import AsAt, Board, Json

if TYPE_CHECKING:
    from boardtui.cli.shapes import Shape
    from boardtui.domain.searching import Found

MOST = 50
"""Records that are printed."""


def search(
    file: Board,
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="Words as they begin; a phrase in quotes.")],
    as_json: Json = False,
    as_at: AsAt = None,
) -> None:
    """Search everything: minutes, actions, plan, ratings, requirements, people, letters, evidence; nearest first."""
    from boardtui.bootstrap import open_desk
    from boardtui.cli.shapes import print_json
    from boardtui.store.reading.searching import found

    typed = " ".join(f'"{word}"' if " " in word else word for word in words)
    with closing(open_desk(file, as_at=as_at)) as desk:
        records = desk.read(lambda db: found(db, typed, MOST))
    if as_json:
        print_json([_shape(one) for one in records])
        return
    for one in records:
        print(*_lines(one), sep="\n")
    if not records:
        print("Nothing has these words.", file=sys.stderr)


def _shape(one: Found) -> Shape:
    from boardtui.domain.searching import said

    return {
        "kind": one.kind,
        "ref": one.opens.ref,
        "name": said(one.name),
        "words": said(one.words),
        "restricted": one.restricted,
    }


def _lines(one: Found) -> list[str]:
    from boardtui.domain.searching import said
    from boardtui.domain.text import one_line

    mark = f"  (restricted: {one.restricted})" if one.restricted else ""
    words = one_line(said(one.words))
    return [one_line(f"{one.kind}  {said(one.name)}{mark}"), *([f"    {words}"] if words else [])]
