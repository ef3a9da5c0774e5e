"""The Chair's open queries on the command line, as e-mails to paste."""

from __future__ import annotations

from contextlib import closing
from typing import Annotated

import typer

from boardtui.cli.options import Board, By, Json


def queries(
    file: Board,
    lead: Annotated[str | None, typer.Option("--lead", metavar="INITIALS", help="Of one lead only.")] = None,
    by: By = None,
    as_json: Json = False,
) -> None:
    """Print the Chair's open queries as e-mails to paste, one for each lead."""
    from boardtui.bootstrap import open_desk
    from boardtui.cli.shapes import print_json
    from boardtui.domain.emails import signed
    from boardtui.domain.text import clean
    from boardtui.store.reading.queries import emails

    with closing(open_desk(file, by=by)) as desk:
        found = desk.read(lambda db: emails(db, signed(desk.who, desk.role), desk.today, lead))
    if as_json:
        names = ("lead", "to", "subject", "queries", "body")
        print_json([{name: getattr(one, name) for name in names} for one in found])
    elif found:
        print(clean("\n---\n\n".join(one.text for one in found)), end="")
    else:
        print("No query is waiting for an answer.")
