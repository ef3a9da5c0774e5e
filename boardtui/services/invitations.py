"""Invitations out: the meetings to come as one calendar file, and those that were called off as another."""

from __future__ import annotations

from pathlib import Path

from boardtui import paths
from boardtui.documents import calendar
from boardtui.documents.writing import save
from boardtui.domain.invitations import Invitation, invitation, invited
from boardtui.errors import BoardError
from boardtui.services.desk import Desk
from boardtui.store.reading import board as reading_board
from boardtui.store.reading import meetings as reading
from boardtui.store.reading.reader import Database


def export(desk: Desk, folder: Path | None = None, number: int | None = None) -> list[Path]:
    """Write the invitations to every meeting that was not held, or to one, and return where they are.

    Raises BoardError if there is none.
    """
    found = desk.read(lambda db: _invitations(db, number))
    if not found:
        raise BoardError(
            "There is no meeting to invite to." if number is None else f"Meeting {number} was held already.",
            "No invitation was written.",
            "Plan the next meeting first." if number is None else "Choose a meeting to come.",
        )
    which = "meetings" if number is None else f"meeting-{number}"
    names = ((False, f"{which}.ics"), (True, f"{which}-called-off.ics"))
    return [
        save(calendar.render(kind, desk.today), folder or paths.documents_folder(), name)
        for off, name in names
        if (kind := [one for one in found if one.cancelled is off])
    ]


def _invitations(db: Database, number: int | None) -> list[Invitation]:
    board = reading_board.board(db)
    wanted = reading.meetings(db) if number is None else [reading.meeting(db, number)]
    return [invitation(board, one, reading.items(db, one.number)) for one in invited(wanted)]
