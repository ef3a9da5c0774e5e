"""The checks on dated duties: the Chair's and the Leader's reports, each in time or not (N 8.1, 8.2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boardtui.domain.checks import Check, CheckState
from boardtui.domain.dates import show
from boardtui.domain.obligations import ObligationState, obligation_state, send_by
from boardtui.domain.text import plural

_STATES = {
    ObligationState.MET: CheckState.MET,
    ObligationState.MET_LATE: CheckState.NOT_MET,
    ObligationState.DUE_SOON: CheckState.AT_RISK,
    ObligationState.OVERDUE: CheckState.NOT_MET,
    ObligationState.NOT_YET_DUE: CheckState.NOT_YET_DUE,
    ObligationState.NOT_APPLICABLE: CheckState.NOT_APPLICABLE,
}


@dataclass(frozen=True, slots=True)
class DatedDuty:
    """A duty as the record holds it: due, and met on a day if it was."""

    ref: str
    title: str
    due: date | None
    met_on: date | None = None
    not_applicable: str | None = None


def duty_check(ref: str, duty: DatedDuty, today: date) -> Check:
    """Check one dated duty: sent in time, coming up, or late (N 8.1)."""
    state = obligation_state(duty.due, duty.met_on, today, not_applicable=duty.not_applicable)
    return Check(ref, duty.title, _STATES[state], _reason(state, duty, today))


def _reason(state: ObligationState, duty: DatedDuty, today: date) -> str:
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
