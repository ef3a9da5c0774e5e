"""The Notice's dated duties and the state of each (rule 2; N 5.7, 6.2, 7.3, 8.1, 8.2)."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from boardtui.domain.working_days import closed_because

SOON_DAYS = 28
"""Days before its date from which a duty is *due soon*."""


class Binds(StrEnum):
    """Of whom a requirement or duty is asked (DESIGN 2)."""

    COUNCIL = "council"
    CHAIR = "chair"
    BOARD = "board"
    DEPARTMENT = "department"


class ObligationState(StrEnum):
    """How a dated duty stands (rule 2)."""

    MET = "met"
    MET_LATE = "met late"
    DUE_SOON = "due soon"
    OVERDUE = "overdue"
    NOT_YET_DUE = "not yet due"
    NOT_APPLICABLE = "not applicable"


@dataclass(frozen=True, slots=True)
class Duty:
    """One standard duty of a Notice: a reference of its own, its paragraph, whom it binds, when it is due.

    A duty without a date is due before the Notice ends; `note` says what is our assumption.
    """

    ref: str
    paragraph: str
    title: str
    binds: Binds
    due: date | None
    note: str = ""


def add_months(day: date, months: int) -> date:
    """Add calendar months, clamped at the month's end: 31 Dec and two months is 28 or 29 Feb (rule 2)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def send_by(due: date, closed: Callable[[date], str | None] = closed_because) -> date:
    """Return the last open day on which to send what is due; the due date itself stays (rule 2)."""
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


def notice_duties(commenced: date, safeguarding_review_by: date | None = None) -> tuple[Duty, ...]:
    """List the dated duties a Notice brings from its commencement, by calendar months (rule 2)."""
    two, six, twelve = (add_months(commenced, months) for months in (2, 6, 12))
    review = (
        Duty("N 6.2 review", "N 6.2", "Review of the safeguarding board", Binds.COUNCIL, safeguarding_review_by),
    )
    assumed = "Our assumption: the Notice names a report at six months only."
    return (
        Duty("N 5.7 audit", "N 5.7", "Audit of all case files, open and closed", Binds.COUNCIL, two),
        *(review if safeguarding_review_by else ()),
        Duty("N 7.3 six months", "N 7.3", "Six-month targets reported to the Board", Binds.COUNCIL, six),
        Duty("N 7.3 twelve months", "N 7.3", "All targets met", Binds.COUNCIL, twelve, "An aim, not a deadline."),
        Duty("N 8.1 initial", "N 8.1", "Chair's initial report to the Minister", Binds.CHAIR, two),
        Duty("N 8.1 six months", "N 8.1", "Chair's six-month report to the Minister", Binds.CHAIR, six),
        Duty(
            "N 8.1 twelve months",
            "N 8.1",
            "Chair's twelve-month report to the Minister",
            Binds.CHAIR,
            twelve,
            assumed,
        ),
        Duty(
            "N 8.1 validation",
            "N 8.1",
            "External validation commissioned and carried out",
            Binds.BOARD,
            None,
            "Before the Notice ends.",
        ),
        Duty("N 8.2 Leader six months", "N 8.2", "Leader's six-month report", Binds.COUNCIL, six),
        Duty("N 8.2 Leader twelve months", "N 8.2", "Leader's twelve-month report", Binds.COUNCIL, twelve),
        Duty("N 8.2 review six months", "N 8.2", "Department's six-month review", Binds.DEPARTMENT, six),
        Duty("N 8.2 review twelve months", "N 8.2", "Department's twelve-month review", Binds.DEPARTMENT, twelve),
    )
