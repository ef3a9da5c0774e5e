"""The duties that an instrument brings from the day it commences, each of which a Board may edit (rule 2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from boardtui.domain.obligations import Binds, Duty, add_months
from boardtui.domain.states import InstrumentKind


def standard_duties(
    kind: InstrumentKind, commenced: date | None, safeguarding_review_by: date | None = None
) -> tuple[Duty, ...]:
    """List the duties that a kind of instrument brings; a committee plan brings none."""
    if kind is InstrumentKind.NOTICE:
        return notice_duties(commenced, safeguarding_review_by)
    return commissioner_duties(commenced) if kind is InstrumentKind.COMMISSIONER else ()


def notice_duties(commenced: date | None, safeguarding_review_by: date | None = None) -> tuple[Duty, ...]:
    """List the duties a Notice brings, dated by calendar months from its commencement (N 5.7, 6.2, 7.2, 7.3, 8.1, 8.2).

    The review of the safeguarding board (N 6.2) has a day of its own.
    """
    duties = [_counted(duty, commenced) for duty in _NOTICE]
    if safeguarding_review_by is None:
        return tuple(duties)
    return tuple(
        replace(duty, due=safeguarding_review_by, note="") if duty.paragraph == "N 6.2" else duty for duty in duties
    )


def commissioner_duties(appointed: date | None) -> tuple[Duty, ...]:
    """List what a Commissioner's oversight brings every six months from the day it is counted from (C 2.11)."""
    return tuple(_counted(duty, appointed) for duty in _COMMISSIONER)


def _counted(duty: Duty, start: date | None) -> Duty:
    if duty.months is None or start is None:
        return duty
    return replace(duty, counted_from=start, due=add_months(start, duty.months))


def _duty(
    ref: str, title: str, binds: Binds, months: int | None = None, note: str = "", repeats: int | None = None
) -> Duty:
    return Duty(ref, title, binds, None, note, months, repeats=repeats)


_REPORTS_GO_ON = (
    "Our assumption: the Notice names only the initial and the 6-month report, but its 12-month review rests on the "
    "Chair's reports (N 8.2); another every six months until it is lifted keeps the same pace."
)
_REVIEW = "Or whenever the department asks."
_NO_DATE = "The Notice gives no date."
_FOR_A_YEAR = "Every six months for at least a year. The day it is counted from is our assumption until it is entered."

_NOTICE = (
    _duty("N 5.7 file audit", "Audit of all case files, open and closed", Binds.COUNCIL, 2),
    _duty(
        "N 6.2 safeguarding board review",
        "Review of the safeguarding board's membership, structure and operation",
        Binds.COUNCIL,
        note="The Notice gives a day of its own: enter it.",
    ),
    _duty(
        "N 7.2 six-weekly meetings",
        "Improvement Board meets every six weeks",
        Binds.BOARD,
        note="A frequency, not a date. Any other interval needs the department's agreement beforehand.",
    ),
    _duty(
        "N 7.3 targets agreed",
        "Dataset agreed with the Board, with targets at 6 and 12 months",
        Binds.COUNCIL,
        note=_NO_DATE,
    ),
    _duty("N 7.3 targets at 6 months", "6-month targets met", Binds.COUNCIL, 6),
    _duty(
        "N 7.3 targets at 12 months",
        "12-month targets met",
        Binds.COUNCIL,
        12,
        "The aim is that every target is met within twelve months of the Notice.",
    ),
    _duty("N 8.1 initial report", "Chair's initial report to the Minister", Binds.CHAIR, 2),
    _duty("N 8.1 6-month report", "Chair's 6-month progress report to the Minister", Binds.CHAIR, 6),
    _duty(
        "N 8.1 12-month report", "Chair's 12-month progress report to the Minister", Binds.CHAIR, 12, _REPORTS_GO_ON, 6
    ),
    _duty(
        "N 8.1 external validation",
        "External validation, such as a peer review, before the Notice ends",
        Binds.BOARD,
        note=f"{_NO_DATE} To be commissioned and carried out before it ends.",
    ),
    _duty(
        "N 8.2 Leader's 6-month report",
        "Leader's report on progress, beside the Chair's 6-month report",
        Binds.COUNCIL,
        6,
    ),
    _duty(
        "N 8.2 Leader's 12-month report",
        "Leader's report on progress, beside the Chair's 12-month report",
        Binds.COUNCIL,
        12,
    ),
    _duty("N 8.2 6-month review", "Department's review of progress after six months", Binds.DEPARTMENT, 6, _REVIEW),
    _duty(
        "N 8.2 12-month review", "Department's review of progress after twelve months", Binds.DEPARTMENT, 12, _REVIEW
    ),
)
_COMMISSIONER = (
    _duty(
        "C 2.11 6-month assessment",
        "Commissioner's 6-month assessment of progress",
        Binds.COMMISSIONER,
        6,
        _FOR_A_YEAR,
        6,
    ),
    _duty(
        "C 2.11 6-month report",
        "Commissioner's 6-month report to the Secretary of State",
        Binds.COMMISSIONER,
        6,
        _FOR_A_YEAR,
        6,
    ),
)
