"""The Board's particulars on the command line: its name, where and when it meets, its quorum, its papers' head."""

from __future__ import annotations

from typing import Annotated

import typer

from boardtui.cli.options import As, Board, By, Json

_NAMES = (
    *("name", "council", "meeting_starts", "place", "quorum", "quorum_needs_chair"),
    *("addressee", "addressee_address", "chair_signs_as", "letterhead"),
)
_Words = Annotated[str | None, typer.Option(metavar="TEXT")]


def particulars(
    file: Board,
    name: _Words = None,
    council: _Words = None,
    meeting_starts: Annotated[str | None, typer.Option(metavar="TIME", help="Such as 14:00.")] = None,
    place: _Words = None,
    quorum: Annotated[str | None, typer.Option(metavar="N", help="Members, or a fraction: 5, 1/2.")] = None,
    quorum_needs_chair: Annotated[bool | None, typer.Option(help="Whether it needs the Chair or vice-chair.")] = None,
    addressee: _Words = None,
    addressee_address: _Words = None,
    chair_signs_as: _Words = None,
    letterhead: _Words = None,
    as_json: Json = False,
    by: By = None,
    role: As = None,
) -> None:
    """Show the Board's name, place, quorum, addressee and letterhead, or change them."""
    given = (
        *(name, council, meeting_starts, place, quorum, quorum_needs_chair),
        *(addressee, addressee_address, chair_signs_as, letterhead),
    )
    from boardtui.cli.board_settings import changed_and_read
    from boardtui.domain.text import clean
    from boardtui.store.reading.board import board

    read = changed_and_read(file, by, role, dict(zip(_NAMES, given, strict=True)), board)
    found = {one: getattr(read, one) for one in _NAMES}
    if as_json:
        from boardtui.cli.shapes import print_json

        print_json(found)
        return
    for one, value in found.items():
        said = {True: "yes", False: "no"}.get(value, value)
        print(f"{one.replace('_', '-'):<19} {' / '.join(clean(said).splitlines())}".rstrip())
