"""The shapes of what `--json` prints: dates ISO, absent values null; and the same records as a plain table."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from boardtui.domain import views
from boardtui.domain.dates import show
from boardtui.domain.text import one_line, shorten

if TYPE_CHECKING:
    from boardtui.domain.checks import Check
    from boardtui.domain.home import Home

Shape = dict[str, Any]


def meeting_shape(one: views.Meeting) -> Shape:
    """Return a meeting's number, date, state and days since the one before."""
    return {"number": one.number, "date": one.date, "state": one.state, "days_since_last": one.days_since_last}


def action_shape(one: views.Action) -> Shape:
    """Return an action with its leads, dates, slips, state and computed rating."""
    return {
        "ref": one.ref,
        "text": one.text,
        "leads": list(one.leads),
        "supporters": list(one.supporters),
        "raised_at": one.raised_at,
        "due": one.due,
        "original_due": one.original_due,
        "slips": one.slips,
        "state": one.state,
        "rating": one.rating,
    }


def line_shape(one: views.PlanLine) -> Shape:
    """Return a plan line with its agreed rating, direction and what it answers."""
    return {
        "ref": one.ref,
        "theme": one.theme,
        "title": one.title,
        "lead": one.lead,
        "due": one.due,
        "original_due": one.original_due,
        "rating": one.rating,
        "direction": one.direction,
        "answers": list(one.answers),
    }


def person_shape(one: views.Person) -> Shape:
    """Return an office and who holds it."""
    return {
        "initials": one.initials,
        "name": one.name,
        "organisation": one.organisation,
        "role": one.role,
        "kind": one.kind,
    }


def requirement_shape(one: views.Requirement) -> Shape:
    """Return a requirement and what answers it."""
    return {
        "ref": one.ref,
        "source": one.source,
        "text": one.text,
        "binds": one.binds,
        "due": one.due,
        "answered_by": list(one.answered_by),
    }


def decision_shape(one: views.Entry) -> Shape:
    """Return a decision and where it was taken."""
    return {"ref": one.decision_ref, "text": one.text, "meeting": one.meeting, "item": one.item}


def entry_shape(one: views.Entry) -> Shape:
    """Return a minute entry; `to_tidy` says what was not understood."""
    return {
        "ref": one.ref,
        "kind": one.kind,
        "text": one.text,
        "item": one.item,
        "restricted": one.restricted,
        "to_tidy": one.to_tidy,
    }


def status_shape(home: Home, compliance: Iterable[Check], today: date) -> Shape:
    """Return the Board's state in short."""
    coming = home.next
    return {
        "board": home.board.name,
        "as_at": today,
        "next_meeting": {"number": coming.number, "date": coming.date, "days": home.days_to_next} if coming else None,
        "ratings": {letter: now for letter, (now, _) in home.ratings.items()} | {"unrated": home.unrated},
        "overdue_actions": home.overdue,
        "compliance": [
            {"ref": one.ref, "check": one.check, "state": str(one.state), "reason": one.reason} for one in compliance
        ],
    }


def print_json(shape: Any) -> None:
    """Print one JSON document and nothing else."""
    print(json.dumps(shape, indent=1, default=_plain))


def print_table(shapes: list[Shape]) -> None:
    """Print records as a plain table; the widest column gives way to the terminal's width."""
    if not shapes:
        print("Nothing here yet.")
        return
    names = list(shapes[0])
    cells = [
        [name.replace("_", " ") for name in names],
        *([as_text(shape[name]) for name in names] for shape in shapes),
    ]
    widths = [max(len(row[column]) for row in cells) for column in range(len(names))]
    room = shutil.get_terminal_size().columns
    while sum(widths) + 2 * len(widths) > room and max(widths) > 12:
        widths[widths.index(max(widths))] -= 1
    for row in cells:
        print("  ".join(shorten(cell, width).ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def as_text(value: Any) -> str:
    """Show one value of a record on a line of its own."""
    match value:
        case None:
            return "-"
        case date():
            return show(value)
        case list():
            return ", ".join(value)
        case _:
            return one_line(str(value))


def _plain(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(value)
