"""The Board's own thresholds on the command line: shown, or changed for everybody who reads the Board."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from boardtui.cli.options import As, Board, By, Json

if TYPE_CHECKING:
    from boardtui.store.reading.reader import Database

_NAMES = ("soon_days", "at_risk_days", "slips_asked", "papers_days", "agenda_days", "minutes_days")
_Days = Annotated[int | None, typer.Option(metavar="DAYS")]


def thresholds(
    file: Board,
    soon_days: _Days = None,
    at_risk_days: _Days = None,
    slips_asked: Annotated[int | None, typer.Option(metavar="TIMES")] = None,
    papers_days: _Days = None,
    agenda_days: _Days = None,
    minutes_days: _Days = None,
    as_json: Json = False,
    by: By = None,
    role: As = None,
) -> None:
    """Show from when things are pressing in this Board, or change it for all who read it; the Notice’s rules stay.

    They stand in the Board and not in your settings, because papers and screens of all readers say the same.
    """
    given = (soon_days, at_risk_days, slips_asked, papers_days, agenda_days, minutes_days)
    from boardtui.cli.board_settings import changed_and_read

    found = changed_and_read(file, by, role, dict(zip(_NAMES, given, strict=True)), _in_force)
    if as_json:
        from boardtui.cli.shapes import print_json

        print_json(found)
        return
    from boardtui.services.board import SETTINGS

    for name in _NAMES:
        print(f"{found[name]:>4}  {SETTINGS[name]} (--{name.replace('_', '-')})")


def _in_force(db: Database) -> dict[str, int]:
    from boardtui.store.reading.board import board
    from boardtui.store.reading.deadlines import rule

    found, days = board(db), rule(db)
    given = (found.soon_days, found.at_risk_days, found.slips_asked, days.papers, days.agenda, days.minutes)
    return dict(zip(_NAMES, given, strict=True))
