"""Compliance: every check the instrument brings, in the order of its paragraphs (DESIGN 2)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from boardtui.domain import composition as made_up
from boardtui.domain import coverage as covered
from boardtui.domain.cadence import Cadence, CadenceState, check_cadence
from boardtui.domain.checks import Check, CheckState
from boardtui.domain.dates import show
from boardtui.domain.meetings import MeetingOn
from boardtui.domain.obligations import ObligationState, obligation_state, send_by
from boardtui.domain.states import InstrumentKind
from boardtui.domain.text import plural
from boardtui.domain.variations import Variation

CADENCE_CHECK = "Meetings every six weeks"
REPORTS_CHECK = "Reports sent in time"

_CADENCE = {
    CadenceState.OK: CheckState.MET,
    CadenceState.AGREED: CheckState.MET,
    CadenceState.NOT_AGREED: CheckState.NOT_MET,
    CadenceState.GOING_OUTSIDE: CheckState.AT_RISK,
    CadenceState.NOT_ARRANGED: CheckState.AT_RISK,
    CadenceState.NO_MEETINGS: CheckState.NOT_YET_DUE,
}
_DUTIES = {
    ObligationState.MET: CheckState.MET,
    ObligationState.MET_LATE: CheckState.NOT_MET,
    ObligationState.DUE_SOON: CheckState.AT_RISK,
    ObligationState.OVERDUE: CheckState.NOT_MET,
    ObligationState.NOT_YET_DUE: CheckState.NOT_YET_DUE,
    ObligationState.NOT_APPLICABLE: CheckState.NOT_APPLICABLE,
}
_WITHOUT_NOTICE = {
    InstrumentKind.COMMISSIONER: "The Commissioner's appointment does not bring this check.",
    InstrumentKind.NONE: "A committee plan does not bring this check.",
}


@dataclass(frozen=True, slots=True)
class DatedDuty:
    """A duty as the record holds it: due, and met on a day if it was."""

    ref: str
    title: str
    due: date | None
    met_on: date | None = None
    not_applicable: str | None = None


def compliance(
    instrument: InstrumentKind,
    *,
    today: date,
    council: str,
    meetings: Iterable[MeetingOn],
    variations: Sequence[Variation],
    offices: Iterable[made_up.Office],
    coverage: covered.Coverage,
    reports: Iterable[DatedDuty],
) -> tuple[Check, ...]:
    """Put together the checks of N 7.2, 7.3 and 8.1, each with its reason.

    The Notice's six weeks count here, whatever interval the Board itself has set; `reports` are the duties of
    N 8.1.
    """
    if instrument != InstrumentKind.NOTICE:
        return _not_applicable(_WITHOUT_NOTICE[instrument])
    return (
        cadence_check(check_cadence(meetings, variations, today)),
        *made_up.composition(offices, council),
        *covered.coverage_checks(coverage),
        *(duty_check("N 8.1", report, today) for report in reports),
    )


def cadence_check(cadence: Cadence) -> Check:
    """Turn the state of the cadence into a check (N 7.2)."""
    return Check("N 7.2", CADENCE_CHECK, _CADENCE[cadence.state], cadence.reason)


def duty_check(ref: str, duty: DatedDuty, today: date) -> Check:
    """Check one dated duty: sent in time, coming up, or late (N 8.1)."""
    state = obligation_state(duty.due, duty.met_on, today, not_applicable=duty.not_applicable)
    return Check(ref, duty.title, _DUTIES[state], _duty_reason(state, duty, today))


def _duty_reason(state: ObligationState, duty: DatedDuty, today: date) -> str:
    if duty.met_on is not None and state is ObligationState.MET:
        return f"Done on {show(duty.met_on)}{_of(duty)}."
    if duty.met_on is not None and duty.due is not None and state is ObligationState.MET_LATE:
        late = plural((duty.met_on - duty.due).days, "day")
        return f"Done on {show(duty.met_on)}, {late} after it was due ({show(duty.due)})."
    if state is ObligationState.NOT_APPLICABLE:
        return duty.not_applicable or ""
    if duty.due is None:
        return "Not done yet; to be done before the Notice ends."
    if state is ObligationState.OVERDUE:
        return f"Due on {show(duty.due)}, {plural((today - duty.due).days, 'day')} ago, and not done."
    if duty.due == today:
        return f"Due today, {show(today)}."
    return f"Due on {show(duty.due)}{_send_by(duty.due)}, in {plural((duty.due - today).days, 'day')}."


def _of(duty: DatedDuty) -> str:
    return f"; it was due on {show(duty.due)}" if duty.due else ""


def _send_by(due: date) -> str:
    last_open = send_by(due)
    return "" if last_open == due else f" (send by {show(last_open)})"


def _not_applicable(reason: str) -> tuple[Check, ...]:
    """Name every check the Notice would bring, as not applicable."""
    named = (
        ("N 7.2", CADENCE_CHECK),
        *(("N 7.2", name) for name in made_up.CHECKS),
        *(("N 7.3", name) for name in covered.CHECKS),
        ("N 8.1", REPORTS_CHECK),
    )
    return tuple(Check(ref, name, CheckState.NOT_APPLICABLE, reason) for ref, name in named)
