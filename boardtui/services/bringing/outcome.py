"""What bringing in one record comes to, and what holds for the whole sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from boardtui.domain.amounts import shown
from boardtui.domain.dates import show
from boardtui.domain.sheets.heads import Head
from boardtui.domain.sheets.outcome import Brought, Doing
from boardtui.domain.sheets.people import Named


@dataclass(frozen=True)
class Setting:
    """What holds for every record of a sheet: the file it came from, its head, and what the person said of all.

    `meeting` is where actions are raised and ratings given that name none; `agreed` ratings were agreed there, else
    they are proposed; `reason` and `path` stand where a rating has none; `made` are the offices added for new names;
    `percents` says that the sheet writes its percentages with their sign.
    """

    file: str
    head: Head
    meeting: int | None = None
    agreed: bool = False
    reason: str = ""
    path: str = ""
    made: Mapping[str, str] = field(default_factory=dict)
    percents: bool = False


def new(row: int, ref: str, text: str, *notes: str, facts: Sequence[str] = ()) -> Brought:
    """Return what a new record comes to; `facts` say what it holds."""
    return Brought(row, ref, Doing.NEW, text, tuple(facts), tuple(filter(None, notes)))


def changed(row: int, ref: str, text: str, changes: Sequence[str], *notes: str) -> Brought:
    """Return what becomes of a record that is there: changed, or nothing if nothing differs."""
    doing = Doing.CHANGED if changes else Doing.SAME
    return Brought(row, ref, doing, text, tuple(changes), tuple(filter(None, notes)))


def differs(name: str, was: Any, now: Any) -> str:
    """Say how a field changes: `due: 14 Jan 2013 → 28 Feb 2013`."""
    return f"{name}: {said(was)} → {said(now)}"


def said(value: Any) -> str:
    """Write a value in words; nothing as a dash."""
    match value:
        case None | "" | ():
            return "–"
        case date():
            return show(value)
        case Decimal():
            return shown(value, places=6)
        case tuple() | list() | set():
            return ", ".join(str(one) for one in value)
        case _:
            return str(value)


def leads(named: Named | None, setting: Setting) -> tuple[str, ...]:
    """Return the initials of who leads, offices that were added for the sheet included."""
    if named is None:
        return ()
    return (*named.leads, *(setting.made[name] for name in named.new if name in setting.made))
