"""Dated duties and the state of each; those that a Notice or a Commissioner brings as a rule (rule 2)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from boardtui.domain.bank_holidays import no_working_day
from boardtui.domain.states import ObligationState as ObligationState

SOON_DAYS = 28
"""Days before its date from which a duty is *due soon*, unless the Board says otherwise."""


class Binds(StrEnum):
    """Of whom a requirement or duty is asked (DESIGN 2)."""

    COUNCIL = "council"
    CHAIR = "chair"
    BOARD = "board"
    DEPARTMENT = "department"
    COMMISSIONER = "commissioner"


UNMET = (ObligationState.NOT_YET_DUE, ObligationState.DUE_SOON, ObligationState.OVERDUE)
"""States of a duty that is still to be met."""


@dataclass(frozen=True, slots=True)
class Duty:
    """One standard duty: a reference of its own, whom it binds, when it is due.

    It is due `months` after `counted_from` where both are known, and comes again every `repeats` months. One
    without a date is due before the Notice ends, or on a day that is still to be entered; `note` says which, and
    what is our assumption.
    """

    ref: str
    title: str
    binds: Binds
    due: date | None
    note: str = ""
    months: int | None = None
    counted_from: date | None = None
    repeats: int | None = None

    @property
    def paragraph(self) -> str:
        """Return the paragraph it comes from: `N 8.1` of `N 8.1 initial report`."""
        return paragraph(self.ref)


def paragraph(ref: str, requirement: str | None = None) -> str:
    """Return the paragraph a duty comes from: its requirement, or `N 8.1` of `N 8.1 initial report`."""
    return requirement or " ".join(ref.split()[:2])


def source_code(ref: str, requirement: str | None = None) -> str:
    """Return the code of the source a duty comes from: `O` of `O 3.10`."""
    return paragraph(ref, requirement).partition(" ")[0]


def add_months(day: date, months: int) -> date:
    """Add calendar months, clamped at the month's end: 31 Dec and two months is 28 or 29 Feb (rule 2)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following = date(year + 1, 1, 1) if month == 11 else date(year, month + 2, 1)
    return date(year, month + 1, min(day.day, (following - timedelta(days=1)).day))


def send_by(due: date, closed: Callable[[date], str | None] = no_working_day) -> date:
    """Return the last working day on which to send what is due; the due date itself stays (rule 2).

    Weekends and England bank holidays are closed. The days on which the Board itself does not meet are not: a
    report is sent all the same.
    """
    while closed(due) is not None:
        due -= timedelta(days=1)
    return due


def obligation_state(
    due: date | None,
    met_on: date | None,
    today: date,
    *,
    soon_days: int = SOON_DAYS,
    not_applicable: str | None = None,
    starts: date | None = None,
) -> ObligationState:
    """Judge a duty as at `today`: what was met stays met, what does not apply is never due (rule 2)."""
    if met_on is not None and met_on <= today:
        return ObligationState.MET if due is None or met_on <= due else ObligationState.MET_LATE
    if not_applicable:
        return ObligationState.NOT_APPLICABLE
    if due is None or (starts is not None and starts > today):
        return ObligationState.NOT_YET_DUE
    if due < today:
        return ObligationState.OVERDUE
    return ObligationState.DUE_SOON if (due - today).days <= soon_days else ObligationState.NOT_YET_DUE
