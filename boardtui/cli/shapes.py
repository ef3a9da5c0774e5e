"""The shapes of what `--json` prints: dates ISO, absent values null; and the same records as a plain table."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict, is_dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from boardtui.domain.dates import show
from boardtui.domain.text import one_line, shorten

if TYPE_CHECKING:
    from decimal import Decimal

    from boardtui.domain import views
    from boardtui.domain.checks import Check
    from boardtui.domain.dataset import Indicator
    from boardtui.domain.deadlines import Deadlines
    from boardtui.domain.home import Home

Shape = dict[str, Any]


MEETING = ("number", "date", "state", "days_since_last")
ACTION = (
    "ref",
    "text",
    "leads",
    "supporters",
    "raised_at",
    "due",
    "original_due",
    "slips",
    "state",
    "rating",
    "restricted",
)
LINE = ("ref", "theme", "title", "lead", "due", "original_due", "rating", "direction", "answers", "restricted")
PERSON = ("initials", "name", "organisation", "role", "kind")
REQUIREMENT = ("ref", "source", "text", "binds", "due", "answered_by")
OBLIGATION = ("ref", "title", "requirement", "binds", "due", "state", "met_on", "evidence", "note")
ASSURANCE = (
    "ref",
    "kind",
    "title",
    "body",
    "state",
    "planned_for",
    "done_on",
    "cases",
    "improvement_board_on",
    "safeguarding_board_on",
    "findings",
    "judgements",
    "restricted",
)
EVIDENCE = ("ref", "line", "title", "kept", "dated", "verified_by", "verified_on", "restricted")
SUPPORT = ("ref", "provider", "package", "agreed_on", "starts", "ends", "outcome", "requirement")
AGREEMENT = ("ref", "subject", "body", "agreed_on", "decision", "reference")
CORRESPONDENCE = (
    "ref",
    "received_on",
    "sender",
    "subject",
    "asks",
    "due",
    "answered_on",
    "answered_how",
    "kept",
    "restricted",
)
DELETED = ("number", "kind", "ref", "words", "who", "role", "at", "restricted")
ENTRY = ("ref", "kind", "text", "item", "restricted", "to_tidy")


def shaped(view: object, names: Sequence[str]) -> Shape:
    """Return the named fields of a view, in that order."""
    return {name: getattr(view, name) for name in names}


def indicator_shape(one: Indicator) -> Shape:
    """Return an indicator as it stands: latest value, targets, months left, projection to 12 months, benchmarks."""
    from boardtui.domain.figures import number, rounded

    def figure(value: Decimal | None) -> str | None:
        return None if value is None else number(rounded(value)).replace(",", "")

    latest, way = one.latest, one.runway
    return {
        "ref": one.ref,
        "title": one.title,
        "unit": one.unit,
        "period": latest.period if latest else None,
        "value": figure(latest.value) if latest else None,
        "first_reported": figure(latest.first) if latest else None,
        "expected": figure(one.expected),
        "target_6": figure(one.measure.target_6),
        "target_12": figure(one.measure.target_12),
        "state": str(one.state),
        "trend": one.trend,
        "months_left": str(way.months) if way else None,
        "needed_a_month": figure(way.needed) if way else None,
        "projected_12": figure(one.projected_12),
        "neighbours": figure(one.neighbours),
        "national": figure(one.national),
        "benchmark_of": one.benchmark_of or None,
        "lines": one.lines,
    }


def obligation_shape(one: views.Obligation) -> Shape:
    """Return a dated duty in short."""
    return {"ref": one.ref, "title": one.title, "due": one.due, "state": str(one.state), "met_on": one.met_on}


def meeting_shape(one: views.Meeting, due: Deadlines | None) -> Shape:
    """Return a meeting, and by when its papers, its agenda and its draft minutes are due."""
    papers, agenda, minutes = due or (None, None, None)
    return {**shaped(one, MEETING), "papers_due": papers, "agenda_due": agenda, "minutes_due": minutes}


def decision_shape(one: views.Entry) -> Shape:
    """Return a decision and where it was taken."""
    return {"ref": one.decision_ref, **shaped(one, ("text", "meeting", "item", "restricted"))}


def status_shape(
    home: Home, compliance: Iterable[Check], obligations: Iterable[views.Obligation], today: date
) -> Shape:
    """Return the Board's state in short."""
    coming, days, _ = home.coming
    return {
        "board": home.board.name,
        "as_at": today,
        "next_meeting": {"number": coming.number, "date": coming.date, "days": days} if coming else None,
        "ratings": {letter: now for letter, (now, _) in home.ratings.items()} | {"unrated": home.unrated},
        "overdue_actions": home.overdue,
        "compliance": [
            {"ref": one.ref, "check": one.check, "state": str(one.state), "reason": one.reason} for one in compliance
        ],
        "obligations": [obligation_shape(one) for one in obligations],
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
    room = shutil.get_terminal_size().columns if sys.stdout.isatty() or "COLUMNS" in os.environ else sum(widths) * 2
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
        case tuple():
            return ", ".join(as_text(_short(one)) for one in value)
        case _:
            return one_line(str(value))


def _short(one: Any) -> Any:
    """Name a record inside another by its reference, a judgement by what it says of what."""
    if hasattr(one, "level"):
        return f"{one.aspect}: {one.level}"
    return getattr(one, "ref", one)


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return {name: said for name, said in asdict(value).items() if name != "id"}
    raise TypeError(value)
