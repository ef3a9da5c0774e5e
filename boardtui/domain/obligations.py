"""The Notice's dated duties and the state of each (rule 2; N 5.7, 6.2, 7.3, 8.1, 8.2)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from boardtui.domain.working_days import weekend

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
    """One standard duty of a Notice: a reference of its own, whom it binds, when it is due.

    A duty without a date is due before the Notice ends; `note` says what is our assumption.
    """

    ref: str
    title: str
    binds: Binds
    due: date | None
    note: str = ""

    @property
    def paragraph(self) -> str:
        """Return the paragraph of the Notice it comes from: `N 8.1` of `N 8.1 initial`."""
        return " ".join(self.ref.split()[:2])


def add_months(day: date, months: int) -> date:
    """Add calendar months, clamped at the month's end: 31 Dec and two months is 28 or 29 Feb (rule 2)."""
    from dateutil.relativedelta import relativedelta  # here, because start-up must not load it

    return day + relativedelta(months=months)


def send_by(due: date, closed: Callable[[date], str | None] = weekend) -> date:
    """Return the last open day on which to send what is due; the due date itself stays (rule 2).

    By default only weekends are closed; pass `closed_because` where bank holidays should count too.
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


def notice_duties(commenced: date, safeguarding_review_by: date | None = None) -> tuple[Duty, ...]:
    """List the dated duties a Notice brings from its commencement, by calendar months (rule 2).

    The review of the safeguarding board (N 6.2) has a day of its own and is listed when that is given.
    """
    duties = [
        Duty(ref, title, binds, add_months(commenced, months) if months else None, note)
        for ref, months, binds, title, note in _FROM_COMMENCEMENT
    ]
    if safeguarding_review_by:
        title = "Review of the safeguarding board"
        duties.insert(1, Duty("N 6.2 review", title, Binds.COUNCIL, safeguarding_review_by))
    return tuple(duties)


_ASSUMED = "Our assumption: the Notice itself names a six-month report."
_FROM_COMMENCEMENT: tuple[tuple[str, int, Binds, str, str], ...] = (
    ("N 5.7 audit", 2, Binds.COUNCIL, "Audit of all case files, open and closed", ""),
    ("N 7.3 six months", 6, Binds.COUNCIL, "Six-month targets reported to the Board", ""),
    ("N 7.3 twelve months", 12, Binds.COUNCIL, "All targets met", "The Notice sets this as an aim."),
    ("N 8.1 initial", 2, Binds.CHAIR, "Chair's initial report to the Minister", ""),
    ("N 8.1 six months", 6, Binds.CHAIR, "Chair's six-month report to the Minister", ""),
    ("N 8.1 twelve months", 12, Binds.CHAIR, "Chair's twelve-month report to the Minister", _ASSUMED),
    ("N 8.1 validation", 0, Binds.BOARD, "External validation carried out", "Before the Notice ends."),
    ("N 8.2 Leader six months", 6, Binds.COUNCIL, "Leader's six-month report", ""),
    ("N 8.2 Leader twelve months", 12, Binds.COUNCIL, "Leader's twelve-month report", ""),
    ("N 8.2 review six months", 6, Binds.DEPARTMENT, "Department's six-month review", ""),
    ("N 8.2 review twelve months", 12, Binds.DEPARTMENT, "Department's twelve-month review", ""),
)
