"""What stands beside a plan line's rating in print: when it was agreed, what has passed, what speaks against it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from boardtui.documents import rating_cells
from boardtui.documents.sentences import capital, sentence
from boardtui.domain import views
from boardtui.domain.dataset import Indicator
from boardtui.domain.dates import show
from boardtui.domain.indicators import IndicatorState
from boardtui.domain.named_days import passed
from boardtui.domain.ratings import Scheme
from boardtui.domain.text import listed

WITHOUT = "No path to green has been agreed."
_AGAINST = (IndicatorState.FAILING, IndicatorState.OFF_TRAJECTORY)


def reason(line: views.PlanLine) -> str:
    """Give a rating's reason with the day it was agreed; where it is printed under a restriction, that too."""
    kept_out = f"Restricted: {line.restricted}" if line.restricted and not line.withheld else ""
    said = " ".join(sentence(capital(one)) for one in (line.reason, kept_out) if one)
    return f"{said} (Agreed {show(line.agreed_on)}.)" if said and line.agreed_on else said


def path(line: views.PlanLine, on: date, *, agreed: bool = True) -> str:
    """Give a path to green with the day it was agreed, and the days in it that have passed since.

    `agreed` is off where the reason beside it says that day already.
    """
    if not line.path:
        return "" if line.withheld else WITHOUT
    gone = [show(day) for day in passed(line.path, line.agreed_on, on)]
    notes = [f"agreed {show(line.agreed_on)}"] if agreed and line.agreed_on else []
    notes += [f"{listed(gone)} {'has' if len(gone) == 1 else 'have'} passed"] if gone else []
    said = sentence(line.path)
    return f"{said} ({capital('; '.join(notes))}.)" if notes else said


def why(scheme: Scheme, line: views.PlanLine, on: date) -> list[str]:
    """Give a rating's reason and, where it needs one and has one, its path to green."""
    shown = line.path and rating_cells.needs_path(scheme, line.rating)
    given = reason(line)
    return [one for one in (given, f"Path to green: {path(line, on, agreed=not given)}" if shown else "") if one]


def is_past(scheme: Scheme, line: views.PlanLine, on: date) -> bool:
    """Say whether a line's date has passed without its being complete."""
    return line.due is not None and line.due < on and not _is_complete(scheme, line.rating)


def past(scheme: Scheme, line: views.PlanLine) -> str:
    """Name a line past its date with the date and its rating: `2.3 (30 Apr 2013, Red)`."""
    was = next((one for _, one in line.history if _is_complete(scheme, one)), None)
    reopened = f", was {rating_cells.worded(scheme, was)}" if was else ""
    due = f"{show(line.due)}, " if line.due else ""
    return f"{line.ref} ({due}{rating_cells.worded(scheme, line.rating)}{reopened})"


def against(scheme: Scheme, line: views.PlanLine, indicators: Iterable[Indicator]) -> str:
    """Say what speaks against a rating that needs no path to green: a late action, an indicator that is behind."""
    if line.rating is None or rating_cells.needs_path(scheme, line.rating):
        return ""
    behind = [f"{one.ref} is {one.state}" for one in indicators if line.ref in one.lines and one.state in _AGAINST]
    late = line.overdue_actions
    actions = [f"action{'s' if len(late) > 1 else ''} {listed(late)} {'are' if len(late) > 1 else 'is'} overdue"]
    found = [*(actions if late else []), *behind]
    return f"{rating_cells.worded(scheme, line.rating)} although {listed(found)}" if found else ""


def not_rated(scheme: Scheme, line: views.PlanLine, last: views.Meeting | None, on: date) -> str:
    """Say why a line has no rating."""
    if line.starts and line.starts > on:
        return f"starts {show(line.starts)}"
    if line.proposed:
        return f"{rating_cells.worded(scheme, line.proposed)} proposed, not yet agreed"
    if line.starts and last and line.starts >= last.date:
        return f"began {show(line.starts)}, after the last meeting"
    began = f"began {show(line.starts)}, " if line.starts else ""
    return f"{began}no rating agreed yet"


def _is_complete(scheme: Scheme, letter: str | None) -> bool:
    return any(level.letter == letter and level.needs_evidence for level in scheme)
